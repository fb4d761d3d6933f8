"""Read what the patient's page shows, in one go on the worker thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.chart import ChartSpec
from desktop_app.domain.conclusions import Assessment
from desktop_app.domain.errors import FieldError
from desktop_app.domain.journal import KeptDraft, Stage, StoredAssessment
from desktop_app.domain.record import (
    ClinicalEvent,
    Cytogenetic,
    EarlierDiagnosis,
    Finding,
    Lesion,
    Result,
    Treatment,
)
from desktop_app.domain.worklist import PatientCard
from desktop_app.services.trends import ResultRow

if TYPE_CHECKING:
    from desktop_app.domain.chart import ChartRequest
    from desktop_app.domain.record import PatientRecord
    from desktop_app.domain.visit import VisitDraft
    from desktop_app.services import Services
    from desktop_app.services.readings import Reading


@dataclass(frozen=True, slots=True)
class LiveReading:
    """Hold what follows from the record and the draft on the screen."""

    assessment: Assessment
    rows: tuple[ResultRow, ...]
    chart: ChartSpec
    problems: tuple[FieldError, ...]


@dataclass(frozen=True, slots=True)
class PatientReading:
    """Hold everything that a patient's page shows when it opens."""

    card: PatientCard
    stored: StoredAssessment | None
    kept: KeptDraft | None
    last: Mapping[str, Result | Finding]
    live: LiveReading
    leaflets: tuple[str, ...]
    course: tuple[Stage, ...] = ()
    cytogenetics: tuple[Cytogenetic, ...] = ()
    lesions: tuple[Lesion, ...] = ()
    history: tuple[EarlierDiagnosis, ...] = ()
    treatments: tuple[Treatment, ...] = ()
    events: tuple[ClinicalEvent, ...] = ()
    bands: tuple[str, ...] = ()  # of the last immunofixation that showed any


def read_patient(
    services: Services, patient_id: int, request: ChartRequest, language: str
) -> PatientReading:
    """Read the whole page; a draft that was kept counts in what is shown."""
    kept = services.visits.draft(patient_id)
    stored = services.assessments.stored(patient_id)
    reading = services.assessments.read(patient_id, _used(kept.draft if kept else None))
    record, live = reading.kept, _live(services, reading, request, language)
    shown = live.assessment if stored is None else stored.assessment
    return PatientReading(
        card=services.patients.card(patient_id),
        stored=stored,
        kept=kept,
        last=last_values(record),
        live=live,
        leaflets=(
            *services.documents.fitting(shown, override=stated_category(stored)),
            *(services.documents.letters() if stored is not None else ()),
        ),
        course=services.assessments.course(patient_id),
        cytogenetics=record.cytogenetics,
        lesions=record.lesions,
        history=record.history,
        treatments=record.treatments,
        events=record.events,
        bands=last_bands(record),
    )


def last_bands(record: PatientRecord) -> tuple[str, ...]:
    """Give the bands of the last immunofixation that showed any, serum before urine."""
    for code in ("serum_immunofixation", "urine_immunofixation"):
        shown = [x for x in record.findings if x.code == code and isinstance(x.value, tuple)]
        for finding in reversed(shown):
            if finding.value:
                return tuple(map(str, finding.value))  # type: ignore[arg-type]
    return ()


def stated_category(stored: StoredAssessment | None) -> str | None:
    """Give the category that the doctor put in the place of the program's, if any."""
    return stored.override.category if stored is not None and stored.override else None


def read_live(
    services: Services,
    patient_id: int,
    draft: VisitDraft | None,
    request: ChartRequest,
    language: str,
) -> LiveReading:
    """Conclude from the record and the valid part of a draft; an empty draft is none."""
    reading = services.assessments.read(patient_id, _used(draft))
    return _live(services, reading, request, language)


def _used(draft: VisitDraft | None) -> VisitDraft | None:
    return None if draft is None or draft.empty else draft


def _live(
    services: Services, reading: Reading, request: ChartRequest, language: str
) -> LiveReading:
    assessment = services.assessments.concluded(reading)
    return LiveReading(
        assessment=assessment,
        rows=services.trends.rows(reading, language),
        chart=services.trends.drawn(reading, request, language, assessment),
        problems=services.visits.problems(reading),
    )


def last_values(record: PatientRecord) -> dict[str, Result | Finding]:
    """Give the last entry of each code."""
    last: dict[str, Result | Finding] = {}
    entries: tuple[Result | Finding, ...] = (*record.results, *record.findings)
    for entry in entries:
        known = last.get(entry.code)
        if known is None or entry.date.last >= known.date.last:
            last[entry.code] = entry
    return last
