"""Hold what the record keeps of visits and assessments, as it is handed to the window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Generic, TypeVar

from desktop_app.domain.conclusions import Assessment
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import (
    ClinicalEvent,
    Cytogenetic,
    EarlierDiagnosis,
    Finding,
    Lesion,
    Result,
    Treatment,
)
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


class EntryKind(StrEnum):
    """Name the kinds of entries of which a record is made."""

    RESULT = "result"
    FINDING = "finding"
    CYTOGENETIC = "cytogenetic"
    LESION = "lesion"
    HISTORY = "history"
    TREATMENT = "treatment"
    EVENT = "event"


Entry = Result | Finding | Cytogenetic | Lesion | EarlierDiagnosis | Treatment | ClinicalEvent
E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Kept(Generic[E]):
    """Hold a current entry with whose it is, and the number by which it is amended or withdrawn.

    ``visit_id`` is None for what was added without a visit.
    """

    kind: EntryKind
    entry_id: int
    patient_id: int
    visit_id: int | None
    amended: bool
    entry: E


KeptResult = Kept[Result]
KeptEntry = Kept[Finding | Cytogenetic | Lesion | EarlierDiagnosis | Treatment | ClinicalEvent]


@dataclass(frozen=True, slots=True)
class VisitSummary:
    """Hold one visit with what it added, and what was concluded then."""

    visit_id: int
    observed_on: date
    recorded_at: datetime
    results: tuple[KeptResult, ...] = ()
    findings: tuple[Kept[Finding], ...] = ()
    cytogenetics: tuple[Kept[Cytogenetic], ...] = ()
    lesions: tuple[Kept[Lesion], ...] = ()
    history: tuple[Kept[EarlierDiagnosis], ...] = ()
    treatments: tuple[Kept[Treatment], ...] = ()
    events: tuple[Kept[ClinicalEvent], ...] = ()
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


@dataclass(frozen=True, slots=True)
class Stage:
    """Hold one stage of the disease, as it was concluded or told; the next one ends it.

    ``category`` is None where it was undetermined, ``since`` where nobody knows the day.
    ``status`` is None for what the history tells (``from_history``) and for the doctor's own
    conclusion (``overridden``). ``moved_by`` names the criteria that were newly met, compared with
    the assessment before; the first assessment has none, nor has what the doctor concluded.
    """

    category: str | None
    since: PartialDate | None
    status: str | None = None
    visit_id: int | None = None
    overridden: bool = False
    moved_by: tuple[str, ...] = ()
    from_history: bool = False
