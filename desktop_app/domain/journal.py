"""Hold what the record keeps of visits and assessments, as it is handed to the window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop_app.domain.conclusions import Assessment
from desktop_app.domain.record import Finding, Result
from desktop_app.domain.visit import VisitDraft


class SameDay(StrEnum):
    """Name the answer to the question of a second visit on one day."""

    JOIN = "join"
    SEPARATE = "separate"


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """Hold a draft as it was last kept, and when (UTC)."""

    draft: VisitDraft
    kept_at: datetime


@dataclass(frozen=True, slots=True)
class KeptResult:
    """Hold a current result with the number by which it is amended or voided."""

    result_id: int
    result: Result
    amended: bool = False


@dataclass(frozen=True, slots=True)
class KeptFinding:
    """Hold a current finding with its number in the record."""

    finding_id: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class VisitSummary:
    """Hold one visit with what it added, and what was concluded then."""

    visit_id: int
    observed_on: date
    recorded_at: datetime
    results: tuple[KeptResult, ...] = ()
    findings: tuple[KeptFinding, ...] = ()
    note: str = ""
    category: str | None = None
    status: str | None = None
    risk_group: str | None = None


@dataclass(frozen=True, slots=True)
class RecordedVisit:
    """Hold what recording a visit gave."""

    visit_id: int
    assessment_id: int
    assessment: Assessment


@dataclass(frozen=True, slots=True)
class Override:
    """Hold the doctor's different conclusion, why, and when (UTC)."""

    category: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class StoredAssessment:
    """Hold an assessment as it was concluded, with the doctor's answer to it."""

    assessment_id: int
    assessment: Assessment
    accepted: bool = False
    override: Override | None = None
