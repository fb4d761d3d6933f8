"""Assess a record inside the transaction that changed it, and keep what was concluded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.assessment import assess
from desktop_app.domain.audit import Action

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.data.unit_of_work import UnitOfWork
    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.conclusions import Assessment


def snapshot(
    work: UnitOfWork, patient_id: int, visit_id: int | None, as_of: date, catalogue: Catalogue
) -> tuple[int, Assessment]:
    """Assess as of a day, keep the assessment, and write anew what the list says.

    Where a later visit stands already, the record is assessed as of that day too: the list speaks
    of the latest day, and what was added may change what holds then.
    """
    record = work.record_of(patient_id)
    last_visit = work.visits.last_day(patient_id)
    assessment = assess(record, as_of, catalogue=catalogue)
    assessment_id = work.assessments.add(patient_id, visit_id, assessment)
    work.audit.append(Action.ASSESSMENT_STORED, "assessment", assessment_id)
    if last_visit is not None and last_visit > as_of:
        later = assess(record, last_visit, catalogue=catalogue)
        later_id = work.assessments.add(patient_id, None, later)
        work.audit.append(Action.ASSESSMENT_STORED, "assessment", later_id)
    work.assessments.refresh_standing(patient_id, last_visit)
    return assessment_id, assessment
