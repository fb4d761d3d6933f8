"""Keep drafts, record visits, amend and void what was recorded."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.domain.audit import Action
from desktop_app.domain.drafts import checked_visit, known_part, tenfold_slips
from desktop_app.domain.errors import Refusal
from desktop_app.domain.journal import (
    KeptDraft,
    KeptFinding,
    KeptResult,
    RecordedVisit,
    SameDay,
    VisitSummary,
)
from desktop_app.domain.visit import VisitDraft
from desktop_app.services.snapshots import snapshot

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.data.unit_of_work import UnitOfWork
    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.errors import FieldError
    from desktop_app.domain.record import Result
    from desktop_app.domain.visit import DraftResult, Visit
    from desktop_app.services.clock import Clock
    from desktop_app.services.record_access import RecordAccess

__all__ = [
    "KeptDraft",
    "KeptFinding",
    "KeptResult",
    "RecordedVisit",
    "SameDay",
    "VisitService",
    "VisitSummary",
]


class VisitService:
    """Take a visit from the first keystroke into the record."""

    def __init__(self, access: RecordAccess, clock: Clock, catalogue: Catalogue) -> None:
        self._access = access
        self._clock = clock
        self._catalogue = catalogue

    def draft(self, patient_id: int) -> KeptDraft | None:
        """Give what stood on the screen when it was last kept."""
        with self._access.reading() as work:
            return work.drafts.newest(patient_id)

    def keep_draft(self, draft: VisitDraft) -> datetime:
        """Keep whatever was typed, valid or not; give when it was kept.

        Only the first version of a draft leaves a line in the log: the others follow each second.
        """
        with self._access.writing() as work:
            if work.drafts.newest(draft.patient_id) is None:
                work.audit.append(Action.DRAFT_STARTED, "patient", draft.patient_id)
            return work.drafts.keep(draft)

    def earlier_draft(self, patient_id: int) -> KeptDraft | None:
        """Walk back one version and forget the newest; None where there is no earlier one."""
        with self._access.writing() as work:
            if not work.drafts.drop_newest(patient_id):
                return None
            work.audit.append(Action.DRAFT_UNDONE, "patient", patient_id)
            return work.drafts.newest(patient_id)

    def check(self, draft: VisitDraft) -> tuple[FieldError, ...]:
        """Tell what would be refused, and ask about values ten times the last one."""
        with self._access.reading() as work:
            birth = work.patients.identity(draft.patient_id).birth_date
            earlier = work.record_of(draft.patient_id).results
        results, _, errors = known_part(
            draft, today=self._clock.today(), birth=birth, catalogue=self._catalogue
        )
        return (*errors, *tenfold_slips(results, earlier, self._catalogue))

    def record(self, draft: VisitDraft, *, same_day: SameDay | None = None) -> RecordedVisit:
        """Record the visit with its assessment, all or nothing, and remove the draft.

        Raises:
            FieldErrors: something typed is wrong, or nothing was typed.
            Refusal: ``second_visit_same_day`` while ``same_day`` leaves open what to do.
        """
        with self._access.writing() as work:
            visit = self._checked(work, draft)
            visit_id = _written(work, visit, same_day)
            assessment_id, assessment = snapshot(
                work,
                visit.patient_id,
                visit_id,
                visit.observed_on,
                today=self._clock.today(),
                catalogue=self._catalogue,
            )
            work.drafts.remove(visit.patient_id)
            return RecordedVisit(visit_id, assessment_id, assessment)

    def history(self, patient_id: int) -> tuple[VisitSummary, ...]:
        """List the visits of a patient, newest first, each with what was concluded then."""
        with self._access.reading() as work:
            concluded = work.assessments.of_visits(patient_id)
            visits = work.visits.history(patient_id)
        return tuple(_with_conclusion(visit, *concluded[visit.visit_id]) for visit in visits)

    def results_of(self, patient_id: int, code: str) -> tuple[KeptResult, ...]:
        """List the current results of one analyte, newest first."""
        with self._access.reading() as work:
            found = work.observations.results(patient_id, code)
        return tuple(kept for _, kept in reversed(found))

    def amend_result(self, result_id: int, result: DraftResult, reason: str) -> None:
        """Put a corrected result in the place of one, keep the old one, and assess anew.

        Raises:
            FieldErrors: the correction is wrong.
            Refusal: ``reason_required`` or ``result_not_current``.
        """
        why = _required(reason)
        with self._access.writing() as work:
            patient_id, _, old = work.observations.result(result_id)
            corrected = self._corrected(work, patient_id, old, result)
            amended_id = work.observations.amend_result(result_id, corrected, why)
            work.audit.append(Action.RESULT_AMENDED, "result", amended_id)
            self._assess_anew(work, patient_id)

    def void_result(self, result_id: int, reason: str) -> None:
        """Withdraw a result, keep it readable in the record, and assess anew.

        Raises:
            Refusal: ``reason_required`` or ``result_not_current``.
        """
        why = _required(reason)
        with self._access.writing() as work:
            patient_id, _, _ = work.observations.result(result_id)
            work.observations.void_result(result_id, why)
            work.audit.append(Action.RESULT_VOIDED, "result", result_id)
            self._assess_anew(work, patient_id)

    def void_visit(self, visit_id: int, reason: str) -> None:
        """Withdraw a visit with all that it added, and assess anew.

        Raises:
            Refusal: ``reason_required`` or ``no_such_visit``.
        """
        why = _required(reason)
        with self._access.writing() as work:
            patient_id = work.visits.void(visit_id, why)
            work.audit.append(Action.VISIT_VOIDED, "visit", visit_id)
            self._assess_anew(work, patient_id)

    def _checked(self, work: UnitOfWork, draft: VisitDraft) -> Visit:
        return checked_visit(
            draft,
            today=self._clock.today(),
            birth=work.patients.identity(draft.patient_id).birth_date,
            catalogue=self._catalogue,
        )

    def _corrected(
        self, work: UnitOfWork, patient_id: int, old: Result, result: DraftResult
    ) -> Result:
        # The day is not what is corrected; a partial one is checked by a day that lies in it.
        day = min(old.date.last, self._clock.today())
        draft = VisitDraft(patient_id, day.isoformat(), results=(result,))
        checked = self._checked(work, draft).results
        if not checked or checked[0].code != old.code:
            raise Refusal("result_not_current")
        return replace(checked[0], date=old.date, specimen=old.specimen)

    def _assess_anew(self, work: UnitOfWork, patient_id: int) -> None:
        today = self._clock.today()
        as_of = work.visits.last_day(patient_id) or today
        snapshot(work, patient_id, None, as_of, today=today, catalogue=self._catalogue)


def _written(work: UnitOfWork, visit: Visit, same_day: SameDay | None) -> int:
    earlier = work.visits.of_day(visit.patient_id, visit.observed_on)
    if earlier is not None and same_day is None:
        raise Refusal("second_visit_same_day", date=visit.observed_on.isoformat())
    if earlier is not None and same_day is SameDay.JOIN:
        work.visits.join(earlier, visit)
        work.audit.append(Action.VISIT_JOINED, "visit", earlier)
        return earlier
    visit_id = work.visits.add(visit)
    work.audit.append(Action.VISIT_RECORDED, "visit", visit_id)
    return visit_id


def _required(reason: str) -> str:
    said = reason.strip()
    if not said:
        raise Refusal("reason_required")
    return said


def _with_conclusion(
    visit: VisitSummary, category: str | None, status: str, risk_group: str | None
) -> VisitSummary:
    return replace(visit, category=category, status=status, risk_group=risk_group)
