"""Assess a patient while the doctor types, and keep the doctor's answer to what was concluded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.assessment import assess
from desktop_app.domain.audit import Action
from desktop_app.domain.criteria.evidence import gather
from desktop_app.domain.criteria.web_inputs import web_inputs
from desktop_app.domain.errors import Refusal
from desktop_app.domain.journal import Override, Stage, StoredAssessment
from desktop_app.domain.roles import Right
from desktop_app.domain.rulesets.precursor.diagnosis.categories import ORDER as CATEGORIES
from desktop_app.domain.view import RecordView
from desktop_app.services.courses import course_of
from desktop_app.services.readings import read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.conclusions import Assessment, Input
    from desktop_app.domain.record import PatientRecord
    from desktop_app.domain.visit import VisitDraft
    from desktop_app.services.clock import Clock
    from desktop_app.services.readings import Reading
    from desktop_app.services.record_access import RecordAccess

__all__ = ["AssessmentService", "Override", "Stage", "StoredAssessment"]


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
        with self._access.reading(Right.READ) as work:
            return work.record_of(patient_id)

    def read(self, patient_id: int, draft: VisitDraft | None) -> Reading:
        """Read a patient with what is valid of the draft, for all that is shown of both.

        Raises:
            Refusal: ``no_such_patient``.
        """
        with self._access.reading(Right.READ) as work:
            return read(work, patient_id, draft, self._clock.today(), self._catalogue)

    def live(self, patient_id: int, draft: VisitDraft | None) -> Assessment:
        """Assess the record with what is valid of the draft, as of its day or else today.

        What the clinic set for itself is used as it stands now, what was concluded earlier stays.
        """
        return self.concluded(self.read(patient_id, draft))

    def concluded(self, reading: Reading) -> Assessment:
        """Assess what was read; see ``live``."""
        return assess(
            reading.record, reading.as_of, catalogue=self._catalogue, policy=reading.policy
        )

    def web_inputs(
        self, patient_id: int, draft: VisitDraft | None
    ) -> Mapping[str, tuple[Input, ...]]:
        """Give what the calculators on the web ask for, by rule ID; only of those that fit."""
        reading = self.read(patient_id, draft)
        assessment = self.concluded(reading)
        evidence = gather(RecordView.of(reading.record, self._catalogue, reading.as_of))
        return web_inputs(evidence, assessment.diagnosis, assessment.evolving)

    def stored(self, patient_id: int) -> StoredAssessment | None:
        """Give what holds now, as it was concluded, with the doctor's answer."""
        with self._access.reading(Right.READ) as work:
            return work.assessments.latest(patient_id)

    def course(self, patient_id: int) -> tuple[Stage, ...]:
        """Give the stages of the disease, oldest first, each as it was told or concluded."""
        with self._access.reading(Right.READ) as work:
            return course_of(work, patient_id)

    def accept(self, assessment_id: int) -> None:
        """Keep that the doctor agrees.

        Raises:
            Refusal: ``no_such_assessment``.
        """
        with self._access.writing(Right.SIGN) as work:
            work.assessments.accept(assessment_id)
            work.audit.append(Action.ASSESSMENT_ACCEPTED, "assessment", assessment_id)
            patient_id = work.assessments.patient_of(assessment_id)
            work.assessments.refresh_standing(patient_id, work.visits.last_day(patient_id))

    def override(self, assessment_id: int, category: str, reason: str) -> None:
        """Keep the doctor's different conclusion; the program's own stays beside it.

        Raises:
            Refusal: ``reason_required``, ``no_such_category`` or ``no_such_assessment``.
        """
        said = reason.strip()
        if not said:
            raise Refusal("reason_required")
        if category not in CATEGORIES:
            raise Refusal("no_such_category")
        with self._access.writing(Right.SIGN) as work:
            work.assessments.override(assessment_id, category, said)
            work.audit.append(Action.ASSESSMENT_OVERRIDDEN, "assessment", assessment_id)
            patient_id = work.assessments.patient_of(assessment_id)
            work.assessments.refresh_standing(patient_id, work.visits.last_day(patient_id))
