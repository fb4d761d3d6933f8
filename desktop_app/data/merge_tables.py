"""Hold the rows of merges: who is kept, who was merged into whom, and who took that back."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from desktop_app.data.columns import Instant
from desktop_app.data.table_parts import not_blank, voidable


class PatientMergeRow(SQLModel, table=True):
    """Hold one merge; clinical rows stay with the patient for whom they were written.

    The file itself refuses to merge into somebody merged, and somebody who is merged or kept.
    """

    __tablename__: ClassVar[Any] = "patient_merge"
    __table_args__ = (
        *voidable(),
        not_blank("reason"),
        CheckConstraint("kept_id <> merged_id", name="two_patients"),
    )
    id: int | None = Field(default=None, primary_key=True)
    kept_id: int = Field(foreign_key="patient.id", ondelete="RESTRICT", index=True)
    merged_id: int = Field(foreign_key="patient.id", ondelete="RESTRICT", index=True)
    reason: str
    recorded_at: datetime = Field(sa_type=Instant)
    recorded_by: str
    voided_at: datetime | None = Field(default=None, sa_type=Instant)
    voided_by: str | None = None
    void_reason: str | None = None
