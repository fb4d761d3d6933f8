"""Assess a record inside the transaction that changed it, and keep what was concluded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.assessment import assess
from desktop_app.domain.audit import Action
from desktop_app.domain.view import recorded_days

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from desktop_app.data.unit_of_work import UnitOfWork
    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.conclusions import Assessment
    from desktop_app.domain.record import PatientRecord, Person


def snapshot(
    work: UnitOfWork,
    patient_id: int,
    visit_id: int | None,
    as_of: date,
    *,
    person: Person,
    today: date,
    catalogue: Catalogue,
) -> tuple[int, Assessment]:
    """Assess as of a day, keep the assessment, and write anew what the list says.

    Where the record goes on after that day, it is assessed as of its latest day too, and last: the
    list speaks of the latest day, and what was added may change what holds then. The clinic's
    policy of this moment is used; a policy that changes later changes no assessment that is kept.
    """
    record, policy = work.entries.record(patient_id, person), work.settings.policy()
    last_visit = work.visits.last_day(patient_id)
    assessment = latest = assess(record, as_of, catalogue=catalogue, policy=policy)
    assessment_id = work.assessments.add(patient_id, visit_id, assessment)
    work.audit.append(Action.ASSESSMENT_STORED, "assessment", assessment_id)
    last_day = max((as_of, last_visit or as_of, *_days(record, today)))
    if last_day > as_of:
        latest = assess(record, last_day, catalogue=catalogue, policy=policy)
        latest_id = work.assessments.add(patient_id, None, latest)
        work.audit.append(Action.ASSESSMENT_STORED, "assessment", latest_id)
    work.assessments.renew_standing(patient_id, latest, last_visit)
    return assessment_id, assessment


def assess_anew(work: UnitOfWork, patient_id: int, *, today: date, catalogue: Catalogue) -> None:
    """Assess a record that changed outside a visit, as of the last visit or else today.

    Where the patient was merged, it is the record of who is kept that changed.
    """
    kept_id = work.merges.kept(patient_id)
    as_of = work.visits.last_day(kept_id) or today
    person = work.patients.identity(kept_id).person
    snapshot(work, kept_id, None, as_of, person=person, today=today, catalogue=catalogue)


def _days(record: PatientRecord, today: date) -> Iterator[date]:
    """Give the days that are past, to the last one that a partial date allows."""
    return (day.last for day in recorded_days(record) if day.last <= today)
