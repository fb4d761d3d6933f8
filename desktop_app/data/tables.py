"""Hold the rows of the record: dumb classes, strict constraints, nothing else.

Clinical rows are never changed or deleted: an amended row is a new one that names the old one,
a voided row carries who, when and why. ``standing`` alone is derived and written anew.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Index, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

from desktop_app.data.columns import Codes, ExactDecimal, FindingJson, Instant
from desktop_app.domain.record import Comparator, Interpretation, Sex

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
SQLModel.metadata.naming_convention = NAMING


def _one_of(column: str, values: type[Sex | Comparator | Interpretation]) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def _said(column: str) -> str:
    # A CHECK that comes out as NULL passes, so no comparison may see one.
    return f"trim(coalesce({column}, '')) <> ''"


def _not_blank(*columns: str) -> CheckConstraint:
    return CheckConstraint(" AND ".join(map(_said, columns)), name="not_blank")


def _voidable() -> tuple[CheckConstraint, ...]:
    return (
        CheckConstraint(
            "(voided_at IS NULL AND voided_by IS NULL AND void_reason IS NULL)"
            f" OR (voided_at IS NOT NULL AND voided_by IS NOT NULL AND {_said('void_reason')})",
            name="voided_with_reason",
        ),
    )


def _amendable(table: str) -> tuple[CheckConstraint | UniqueConstraint, ...]:
    return (
        *_voidable(),
        CheckConstraint(
            "(amends_id IS NULL AND amend_reason IS NULL)"
            f" OR (amends_id IS NOT NULL AND {_said('amend_reason')})",
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


class Observed(Recorded):
    """Give the columns of what was observed on a possibly partial day.

    ``visit_id`` names the visit that added it; what a laboratory file brings has none.
    """

    visit_id: int | None = Field(
        default=None, foreign_key="visit.id", ondelete="RESTRICT", index=True
    )
    observed: str
    observed_first: date
    observed_last: date
    code: str
    note: str | None = None
    amend_reason: str | None = None


class PatientRow(SQLModel, table=True):
    """Hold who a patient is, and the keys by which the list finds them."""

    __tablename__: ClassVar[Any] = "patient"
    __table_args__ = (
        _one_of("sex", Sex),
        _not_blank("record_number", "name", "number_key", "name_key"),
        UniqueConstraint("number_key"),
    )
    id: int | None = Field(default=None, primary_key=True)
    record_number: str
    name: str
    birth: str | None = None
    birth_first: date | None = None
    birth_last: date | None = None
    sex: str
    phone: str
    leaflet_languages: str
    fictional: bool
    registered_at: datetime = Field(sa_type=Instant)
    registered_by: str
    number_key: str
    name_key: str = Field(index=True)
    birth_key: str = Field(index=True)


class VisitRow(Recorded, table=True):
    """Hold one consultation."""

    __tablename__: ClassVar[Any] = "visit"
    __table_args__ = (*_voidable(), Index(None, "observed_on"))
    observed_on: date


class VisitNoteRow(Recorded, table=True):
    """Hold what the doctor wrote at a visit; a visit that was joined has several."""

    __tablename__: ClassVar[Any] = "visit_note"
    __table_args__ = (*_voidable(), _not_blank("text"))
    visit_id: int = Field(foreign_key="visit.id", ondelete="RESTRICT", index=True)
    text: str


class ResultRow(Observed, table=True):
    """Hold one result as reported: a number with its unit, or a word in their place."""

    __tablename__: ClassVar[Any] = "result"
    __table_args__ = (
        *_amendable("result"),
        _not_blank("code"),
        _one_of("comparator", Comparator),
        _one_of("interpretation", Interpretation),
        CheckConstraint(
            f"(value IS NOT NULL AND {_said('unit')} AND interpretation IS NULL)"
            " OR (value IS NULL AND comparator IS NULL AND interpretation IS NOT NULL)",
            name="number_or_word",
        ),
        CheckConstraint(f"NOT confirmed OR {_said('note')}", name="confirmed_with_note"),
    )
    value: Decimal | None = Field(default=None, sa_type=ExactDecimal)
    unit: str | None = None
    comparator: str | None = None
    interpretation: str | None = None
    low: Decimal | None = Field(default=None, sa_type=ExactDecimal)
    high: Decimal | None = Field(default=None, sa_type=ExactDecimal)
    lab: str | None = None
    method: str | None = None
    specimen: str | None = None
    confirmed: bool = False
    amends_id: int | None = Field(default=None, foreign_key="result.id", ondelete="RESTRICT")


class FindingRow(Observed, table=True):
    """Hold one observation that is no quantity: code and JSON value."""

    __tablename__: ClassVar[Any] = "finding"
    __table_args__ = (*_amendable("finding"), _not_blank("code"))
    value: Any = Field(sa_type=FindingJson)
    amends_id: int | None = Field(default=None, foreign_key="finding.id", ondelete="RESTRICT")


class AssessmentRow(SQLModel, table=True):
    """Hold what was concluded, as it was concluded: columns for lists, the trace as one blob."""

    __tablename__: ClassVar[Any] = "assessment"
    __table_args__ = (
        CheckConstraint("length(rule_sha256) = 64", name="rule_sha256"),
        Index(None, "patient_id", "as_of"),
    )
    id: int | None = Field(default=None, primary_key=True)
    patient_id: int = Field(foreign_key="patient.id", ondelete="RESTRICT")
    visit_id: int | None = Field(
        default=None, foreign_key="visit.id", ondelete="RESTRICT", index=True
    )
    as_of: date
    made_at: datetime = Field(sa_type=Instant)
    category: str | None = None
    status: str
    possible: tuple[str, ...] = Field(sa_type=Codes)
    risk_group: str | None = None
    risk_groups: tuple[str, ...] = Field(sa_type=Codes)
    score_low: int | None = None
    score_high: int | None = None
    next_due: date | None = None
    refer_now: bool
    rule_version: str
    rule_sha256: str
    trace: bytes = Field(sa_type=LargeBinary)


class DecisionRow(SQLModel, table=True):
    """Hold the doctor's answer to an assessment; the latest one counts."""

    __tablename__: ClassVar[Any] = "decision"
    __table_args__ = (
        CheckConstraint(
            "(accepted AND category IS NULL AND reason IS NULL)"
            f" OR (NOT accepted AND {_said('category')} AND {_said('reason')})",
            name="accepted_or_overridden_with_reason",
        ),
    )
    id: int | None = Field(default=None, primary_key=True)
    assessment_id: int = Field(foreign_key="assessment.id", ondelete="RESTRICT", index=True)
    accepted: bool
    category: str | None = None
    reason: str | None = None
    decided_at: datetime = Field(sa_type=Instant)
    decided_by: str


class StandingRow(SQLModel, table=True):
    """Hold what the list says of a patient: derived, and written anew by every assessment."""

    __tablename__: ClassVar[Any] = "standing"
    patient_id: int = Field(
        primary_key=True,
        foreign_key="patient.id",
        ondelete="RESTRICT",
        sa_column_kwargs={"autoincrement": False},
    )
    category: str | None = None
    status: str | None = None
    possible: tuple[str, ...] = Field(default=(), sa_type=Codes)
    risk_group: str | None = None
    risk_groups: tuple[str, ...] = Field(default=(), sa_type=Codes)
    last_visit: date | None = Field(default=None, index=True)
    next_due: date | None = Field(default=None, index=True)
    refer_now: bool = False
    overridden: bool = False


class DraftRow(SQLModel, table=True):
    """Hold one version of what stood on the screen; removed when the visit is recorded."""

    __tablename__: ClassVar[Any] = "draft"
    id: int | None = Field(default=None, primary_key=True)
    patient_id: int = Field(foreign_key="patient.id", ondelete="RESTRICT", index=True)
    kept_at: datetime = Field(sa_type=Instant)
    content: str


class LeafletApprovalRow(SQLModel, table=True):
    """Hold who of this clinic approved which words of a leaflet."""

    __tablename__: ClassVar[Any] = "leaflet_approval"
    __table_args__ = (
        CheckConstraint("length(content_sha256) = 64", name="content_sha256"),
        UniqueConstraint("kind", "revision", "content_sha256"),
    )
    id: int | None = Field(default=None, primary_key=True)
    kind: str
    revision: int
    content_sha256: str
    approved_at: datetime = Field(sa_type=Instant)
    approved_by: str


class IssuedDocumentRow(SQLModel, table=True):
    """Hold a document with the exact bytes that were handed over."""

    __tablename__: ClassVar[Any] = "issued_document"
    __table_args__ = (
        CheckConstraint("length(sha256) = 64", name="sha256"),
        CheckConstraint("length(pdf) > 0", name="pdf"),
    )
    id: int | None = Field(default=None, primary_key=True)
    patient_id: int = Field(foreign_key="patient.id", ondelete="RESTRICT", index=True)
    assessment_id: int | None = Field(
        default=None, foreign_key="assessment.id", ondelete="RESTRICT", index=True
    )
    visit_id: int | None = Field(
        default=None, foreign_key="visit.id", ondelete="RESTRICT", index=True
    )
    kind: str
    revision: int
    content_sha256: str
    languages: tuple[str, ...] = Field(sa_type=Codes)
    large_print: bool
    approved: bool
    issued_at: datetime = Field(sa_type=Instant)
    issued_by: str
    sha256: str
    pdf: bytes = Field(sa_type=LargeBinary)


class AuditRow(SQLModel, table=True):
    """Hold one line of the log; each carries the hash of the line before."""

    __tablename__: ClassVar[Any] = "audit"
    __table_args__ = (
        CheckConstraint("length(hash) = 64", name="hash"),
        UniqueConstraint("previous_hash"),
    )
    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=Instant)
    actor: str
    action: str
    entity: str
    entity_id: int | None = None
    previous_hash: str
    hash: str


class MetaRow(SQLModel, table=True):
    """Hold what the file says of itself, readable by every version of the program."""

    __tablename__: ClassVar[Any] = "meta"
    key: str = Field(primary_key=True)
    value: str
