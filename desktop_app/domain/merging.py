"""Hold what two patients who may be one person have, and what speaks against it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desktop_app.domain.patient import Identity
from desktop_app.domain.record import Sex


@dataclass(frozen=True, slots=True)
class MergeSide:
    """Hold one of the two with how much the record has of them."""

    patient_id: int
    identity: Identity
    visits: int
    entries: int
    documents: int
    last_visit: date | None


@dataclass(frozen=True, slots=True)
class Merge:
    """Hold one merge that stands: who was merged, why, by whom and when (UTC)."""

    merge_id: int
    kept_id: int
    merged_id: int
    record_number: str
    name: str
    reason: str
    by: str
    at: datetime


def disagreements(one: Identity, other: Identity) -> tuple[str, ...]:
    """Name the fields that cannot be of one person; what is unknown or partial may agree."""
    found: list[str] = []
    born, also = one.birth_date, other.birth_date
    if born and also and (born.last < also.first or also.last < born.first):
        found.append("birth_date")
    if one.sex != other.sex and Sex.UNKNOWN not in (one.sex, other.sex):
        found.append("sex")
    return tuple(found)
