"""Assess a patient while the doctor types, and keep the doctor's answer to what was concluded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.domain.assessment import assess
from desktop_app.domain.audit import Action
from desktop_app.domain.drafts import known_part
from desktop_app.domain.errors import Refusal
from desktop_app.domain.journal import Override, StoredAssessment

if TYPE_CHECKING:
    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.conclusions import Assessment
    from desktop_app.domain.record import PatientRecord
    from desktop_app.domain.visit import VisitDraft
    from desktop_app.services.clock import Clock
    from desktop_app.services.record_access import RecordAccess

__all__ = ["AssessmentService", "Override", "StoredAssessment"]


class AssessmentService:
    """Give conclusions, live and stored."""

    def __init__(self, access: RecordAccess, clock: Clock, catalogue: Catalogue) -> None:
        self._access = access
        self._clock = clock
        self._catalogue = catalogue

    def record_of(self, patient_id: int) -> PatientRecord:
        """Give everything current of a patient.

        Raises:
            Refusal: ``no_such_patient``.
        """
        with self._access.reading() as work:
            return work.record_of(patient_id)

    def patient_label(self, patient_id: int) -> str:
        """Give name and record number, as they stand on charts and sheets."""
        with self._access.reading() as work:
            identity = work.patients.identity(patient_id)
        return f"{identity.name} · {identity.record_number}"

    def live(self, patient_id: int, draft: VisitDraft | None) -> Assessment:
        """Assess the record with what is valid of the draft, as of its day or else today."""
        record, today = self.record_of(patient_id), self._clock.today()
        if draft is None:
            return assess(record, today, catalogue=self._catalogue)
        results, findings, errors = known_part(
            draft, today=today, birth=record.patient.birth_date, catalogue=self._catalogue
        )
        with_draft = replace(
            record,
            results=(*record.results, *results),
            findings=(*record.findings, *findings),
        )
        day_is_open = any(error.field == "observed_on" for error in errors)
        as_of = today if day_is_open else date.fromisoformat(draft.observed_on.strip())
        return assess(with_draft, as_of, catalogue=self._catalogue)

    def stored(self, patient_id: int) -> StoredAssessment | None:
        """Give what holds now, as it was concluded, with the doctor's answer."""
        with self._access.reading() as work:
            return work.assessments.latest(patient_id)

    def accept(self, assessment_id: int) -> None:
        """Keep that the doctor agrees.

        Raises:
            Refusal: ``no_such_assessment``.
        """
        with self._access.writing() as work:
            work.assessments.accept(assessment_id)
            work.audit.append(Action.ASSESSMENT_ACCEPTED, "assessment", assessment_id)
            patient_id = work.assessments.patient_of(assessment_id)
            work.assessments.refresh_standing(patient_id, work.visits.last_day(patient_id))

    def override(self, assessment_id: int, category: str, reason: str) -> None:
        """Keep the doctor's different conclusion; the program's own stays beside it.

        Raises:
            Refusal: ``reason_required`` or ``no_such_assessment``.
        """
        said = reason.strip()
        if not said:
            raise Refusal("reason_required")
        with self._access.writing() as work:
            work.assessments.override(assessment_id, category, said)
            work.audit.append(Action.ASSESSMENT_OVERRIDDEN, "assessment", assessment_id)
            patient_id = work.assessments.patient_of(assessment_id)
            work.assessments.refresh_standing(patient_id, work.visits.last_day(patient_id))
