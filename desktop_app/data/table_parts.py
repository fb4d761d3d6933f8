"""Give the tables of the record their shared columns and constraints."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from desktop_app.data.columns import Instant

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
SQLModel.metadata.naming_convention = NAMING


def one_of(column: str, values: type[StrEnum]) -> CheckConstraint:
    """Demand one of the words of an enum, or none."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def said(column: str) -> str:
    """Give the condition that a text is not blank."""
    # A CHECK that comes out as NULL passes, so no comparison may see one.
    return f"trim(coalesce({column}, '')) <> ''"


def not_blank(*columns: str) -> CheckConstraint:
    """Demand that texts are not blank."""
    return CheckConstraint(" AND ".join(map(said, columns)), name="not_blank")


def voidable() -> tuple[CheckConstraint, ...]:
    """Demand who, when and why of a row that is withdrawn."""
    return (
        CheckConstraint(
            "(voided_at IS NULL AND voided_by IS NULL AND void_reason IS NULL)"
            f" OR (voided_at IS NOT NULL AND voided_by IS NOT NULL AND {said('void_reason')})",
            name="voided_with_reason",
        ),
    )


def amendable(table: str) -> tuple[CheckConstraint | UniqueConstraint, ...]:
    """Demand why of a row that amends another, and that each is amended once."""
    return (
        *voidable(),
        CheckConstraint(
            "(amends_id IS NULL AND amend_reason IS NULL)"
            f" OR (amends_id IS NOT NULL AND {said('amend_reason')})",
            name="amended_with_reason",
        ),
        # No row is amended twice, so that every chain of versions ends in one current row.
        UniqueConstraint("amends_id", name=f"uq_{table}_one_current_version"),
    )


class Recorded(SQLModel):
    """Give the columns of every clinical row: whose it is, who wrote it, who withdrew it."""

    id: int | None = Field(default=None, primary_key=True)
    patient_id: int = Field(foreign_key="patient.id", ondelete="RESTRICT", index=True)
    recorded_at: datetime = Field(sa_type=Instant)
    recorded_by: str
    voided_at: datetime | None = Field(default=None, sa_type=Instant)
    voided_by: str | None = None
    void_reason: str | None = None


class Entry(Recorded):
    """Give the columns of every entry of a record that can be amended.

    ``visit_id`` names the visit that added it; what a laboratory file brings has none.
    """

    visit_id: int | None = Field(
        default=None, foreign_key="visit.id", ondelete="RESTRICT", index=True
    )
    amend_reason: str | None = None


class Observed(Entry):
    """Give the columns of what was observed on a possibly partial day."""

    observed: str
    observed_first: date
    observed_last: date
    note: str | None = None
