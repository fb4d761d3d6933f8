"""Hold the rows of imports: what came in, from which line each entry is, who waits to be assessed.

Entries know nothing of them; a link leads from an entry to the line, so that a line of a wide table
is kept once for all its values.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from desktop_app.data.columns import Instant
from desktop_app.data.table_parts import not_blank, voidable


class ImportBatchRow(SQLModel, table=True):
    """Hold one source that was stored, and who took it back."""

    __tablename__: ClassVar[Any] = "import_batch"
    __table_args__ = (
        not_blank("name"),
        CheckConstraint("length(sha256) = 64", name="sha256"),
        *voidable(),
    )
    id: int | None = Field(default=None, primary_key=True)
    name: str
    sha256: str
    profile: str
    recorded_at: datetime = Field(sa_type=Instant)
    recorded_by: str
    rows: int
    stored: int
    corrected: int
    registered: int
    voided_at: datetime | None = Field(default=None, sa_type=Instant)
    voided_by: str | None = None
    void_reason: str | None = None


class ImportedLineRow(SQLModel, table=True):
    """Hold one line of a source as it came, kept where an entry was made of it."""

    __tablename__: ClassVar[Any] = "imported_line"
    id: int | None = Field(default=None, primary_key=True)
    batch_id: int = Field(foreign_key="import_batch.id", ondelete="RESTRICT", index=True)
    line: int
    raw: str


class ImportedResultRow(SQLModel, table=True):
    """Lead from a result to its line."""

    __tablename__: ClassVar[Any] = "imported_result"
    entry_id: int = Field(
        primary_key=True,
        foreign_key="result.id",
        ondelete="RESTRICT",
        sa_column_kwargs={"autoincrement": False},
    )
    line_id: int = Field(foreign_key="imported_line.id", ondelete="RESTRICT", index=True)


class ImportedFindingRow(SQLModel, table=True):
    """Lead from a finding to its line."""

    __tablename__: ClassVar[Any] = "imported_finding"
    entry_id: int = Field(
        primary_key=True,
        foreign_key="finding.id",
        ondelete="RESTRICT",
        sa_column_kwargs={"autoincrement": False},
    )
    line_id: int = Field(foreign_key="imported_line.id", ondelete="RESTRICT", index=True)


class PendingAssessmentRow(SQLModel, table=True):
    """Hold a patient whose record an import changed and who was not assessed since."""

    __tablename__: ClassVar[Any] = "pending_assessment"
    patient_id: int = Field(
        primary_key=True,
        foreign_key="patient.id",
        ondelete="RESTRICT",
        sa_column_kwargs={"autoincrement": False},
    )
