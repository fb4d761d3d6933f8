"""Assess a record inside the transaction that changed it, and keep what was concluded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.assessment import assess
from desktop_app.domain.audit import Action

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from desktop_app.data.unit_of_work import UnitOfWork
    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.conclusions import Assessment
    from desktop_app.domain.record import PatientRecord
    from desktop_app.domain.view import HasDate


def snapshot(
    work: UnitOfWork,
    patient_id: int,
    visit_id: int | None,
    as_of: date,
    *,
    today: date,
    catalogue: Catalogue,
) -> tuple[int, Assessment]:
    """Assess as of a day, keep the assessment, and write anew what the list says.

    Where the record goes on after that day, it is assessed as of its latest day too, and last: the
    list speaks of the latest day, and what was added may change what holds then.
    """
    record = work.record_of(patient_id)
    last_visit = work.visits.last_day(patient_id)
    assessment = assess(record, as_of, catalogue=catalogue)
    assessment_id = work.assessments.add(patient_id, visit_id, assessment)
    work.audit.append(Action.ASSESSMENT_STORED, "assessment", assessment_id)
    latest = max((as_of, last_visit or as_of, *_days(record, today)))
    if latest > as_of:
        later = assess(record, latest, catalogue=catalogue)
        later_id = work.assessments.add(patient_id, None, later)
        work.audit.append(Action.ASSESSMENT_STORED, "assessment", later_id)
    work.assessments.refresh_standing(patient_id, last_visit)
    return assessment_id, assessment


def _days(record: PatientRecord, today: date) -> Iterator[date]:
    """Give the days that are past, to the last one that a partial date allows."""
    entries: tuple[HasDate, ...] = (*record.results, *record.findings)
    return (entry.date.last for entry in entries if entry.date.last <= today)
