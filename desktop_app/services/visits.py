"""Keep drafts, record visits, amend and void what was recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.domain.audit import Action
from desktop_app.domain.corrections import KIND_OF, corrected
from desktop_app.domain.drafts import checked_visit, tenfold_slips
from desktop_app.domain.errors import Refusal
from desktop_app.domain.journal import (
    EntryKind,
    KeptDraft,
    KeptEntry,
    KeptResult,
    RecordedVisit,
    SameDay,
    VisitSummary,
)
from desktop_app.domain.roles import Right
from desktop_app.services.readings import read
from desktop_app.services.snapshots import assess_anew, snapshot

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.data.unit_of_work import UnitOfWork
    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.corrections import Correction
    from desktop_app.domain.errors import FieldError
    from desktop_app.domain.visit import Visit, VisitDraft
    from desktop_app.services.clock import Clock
    from desktop_app.services.readings import Reading
    from desktop_app.services.record_access import RecordAccess

__all__ = [
    "EntryKind",
    "KeptDraft",
    "KeptEntry",
    "KeptResult",
    "RecordedVisit",
    "SameDay",
    "VisitService",
    "VisitSummary",
]


_AMENDED = {EntryKind.RESULT: Action.RESULT_AMENDED}
_VOIDED = {EntryKind.RESULT: Action.RESULT_VOIDED}


class VisitService:
    """Take a visit from the first keystroke into the record."""

    def __init__(self, access: RecordAccess, clock: Clock, catalogue: Catalogue) -> None:
        self._access = access
        self._clock = clock
        self._catalogue = catalogue

    def draft(self, patient_id: int) -> KeptDraft | None:
        """Give what stood on the screen when it was last kept."""
        with self._access.reading(Right.READ) as work:
            return work.drafts.newest(patient_id)

    def keep_draft(self, draft: VisitDraft) -> datetime:
        """Keep whatever was typed, valid or not; give when it was kept.

        Only the first version of a draft leaves a line in the log: the others follow each second.
        """
        with self._access.writing(Right.DRAFT) as work:
            if work.drafts.newest(draft.patient_id) is None:
                work.audit.append(Action.DRAFT_STARTED, "patient", draft.patient_id)
            return work.drafts.keep(draft)

    def earlier_draft(self, patient_id: int) -> KeptDraft | None:
        """Walk back one version and forget the newest; None where there is no earlier one."""
        with self._access.writing(Right.DRAFT) as work:
            if not work.drafts.drop_newest(patient_id):
                return None
            work.audit.append(Action.DRAFT_UNDONE, "patient", patient_id)
            return work.drafts.newest(patient_id)

    def check(self, draft: VisitDraft) -> tuple[FieldError, ...]:
        """Tell what would be refused, and ask about values ten times the last one."""
        with self._access.reading(Right.READ) as work:
            reading = read(work, draft.patient_id, draft, self._clock.today(), self._catalogue)
        return self.problems(reading)

    def problems(self, reading: Reading) -> tuple[FieldError, ...]:
        """Tell what would be refused of a draft that was read; see ``check``."""
        known = reading.known
        slips = tenfold_slips(known.results, reading.kept.results, self._catalogue)
        return (*known.errors, *slips)

    def record(self, draft: VisitDraft, *, same_day: SameDay | None = None) -> RecordedVisit:
        """Record the visit with its assessment, all or nothing, and remove the draft.

        Raises:
            FieldErrors: something typed is wrong, or nothing was typed.
            Refusal: ``second_visit_same_day`` while ``same_day`` leaves open what to do;
                ``patient_merged`` for who is read as another patient.
        """
        with self._access.writing(Right.SIGN) as work:
            person = work.patients.identity(draft.patient_id).person
            if work.merges.kept(draft.patient_id) != draft.patient_id:
                raise Refusal("patient_merged")
            visit = checked_visit(
                draft,
                today=self._clock.today(),
                birth=person.birth_date,
                catalogue=self._catalogue,
            )
            visit_id = _written(work, visit, same_day)
            assessment_id, assessment = snapshot(
                work,
                visit.patient_id,
                visit_id,
                visit.observed_on,
                person=person,
                today=self._clock.today(),
                catalogue=self._catalogue,
            )
            work.drafts.remove(visit.patient_id)
            return RecordedVisit(visit_id, assessment_id, assessment)

    def history(self, patient_id: int) -> tuple[VisitSummary, ...]:
        """List the visits of a patient, newest first, each with what was concluded then."""
        with self._access.reading(Right.READ) as work:
            concluded = work.assessments.of_visits(patient_id)
            visits = work.visits.history(patient_id)
        return tuple(_with_conclusion(visit, *concluded[visit.visit_id]) for visit in visits)

    def results_of(self, patient_id: int, code: str) -> tuple[KeptResult, ...]:
        """List the current results of one analyte, newest first."""
        with self._access.reading(Right.READ) as work:
            found = work.entries.results.kept(patient_id)
        return tuple(kept for kept in reversed(found) if kept.entry.code == code)

    def entries_of(self, patient_id: int) -> tuple[KeptEntry, ...]:
        """List everything current of a patient but the results, newest first."""
        with self._access.reading(Right.READ) as work:
            found = work.entries.kept(patient_id)
        return tuple(sorted(found, key=_last_day, reverse=True))

    def amend_entry(self, entry_id: int, correction: Correction, reason: str) -> None:
        """Put a corrected entry in the place of one of its kind, keep the old one, assess anew.

        Raises:
            FieldErrors: the correction is wrong.
            Refusal: ``reason_required`` or ``entry_not_current``.
        """
        why = _required(reason)
        kind = KIND_OF[type(correction)]
        with self._access.writing(Right.SIGN) as work:
            repository = work.entries.of(kind)
            old = repository.one(entry_id)
            person = work.patients.identity(old.patient_id).person
            new = corrected(
                old.entry,
                correction,
                today=self._clock.today(),
                birth=person.birth_date,
                catalogue=self._catalogue,
            )
            amended_id = repository.amend(entry_id, new, why)
            work.audit.append(_AMENDED.get(kind, Action.ENTRY_AMENDED), kind.value, amended_id)
            self._assess_anew(work, old.patient_id)

    def void_entry(self, kind: EntryKind, entry_id: int, reason: str) -> None:
        """Withdraw an entry, keep it readable in the record, and assess anew.

        Raises:
            Refusal: ``reason_required`` or ``entry_not_current``.
        """
        why = _required(reason)
        with self._access.writing(Right.SIGN) as work:
            patient_id = work.entries.of(kind).void(entry_id, why)
            work.audit.append(_VOIDED.get(kind, Action.ENTRY_VOIDED), kind.value, entry_id)
            self._assess_anew(work, patient_id)

    def void_visit(self, visit_id: int, reason: str) -> None:
        """Withdraw a visit with all that it added, and assess anew.

        Raises:
            Refusal: ``reason_required`` or ``no_such_visit``.
        """
        why = _required(reason)
        with self._access.writing(Right.SIGN) as work:
            patient_id = work.visits.void(visit_id, why)
            work.audit.append(Action.VISIT_VOIDED, "visit", visit_id)
            self._assess_anew(work, patient_id)

    def _assess_anew(self, work: UnitOfWork, patient_id: int) -> None:
        today, catalogue = self._clock.today(), self._catalogue
        assess_anew(work, patient_id, today=today, catalogue=catalogue)


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


def _last_day(kept: KeptEntry) -> tuple[date, int]:
    on = kept.entry.date
    return (on.last if on is not None else date.min), kept.entry_id
