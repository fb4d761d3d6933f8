"""Merge two registrations of one person, and part them again; no row is moved or lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.audit import Action
from desktop_app.domain.errors import Refusal
from desktop_app.domain.merging import Merge, MergeSide, disagreements
from desktop_app.domain.roles import Right
from desktop_app.services.snapshots import assess_anew

if TYPE_CHECKING:
    from desktop_app.data.unit_of_work import UnitOfWork
    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.worklist import PatientRow
    from desktop_app.services.clock import Clock
    from desktop_app.services.record_access import RecordAccess

__all__ = ["Merge", "MergeService", "MergeSide", "disagreements"]

_PROPOSED = 5


class MergeService:
    """Keep one of two patients who are one person; the other is found and read as that one."""

    def __init__(self, access: RecordAccess, clock: Clock, catalogue: Catalogue) -> None:
        self._access = access
        self._clock = clock
        self._catalogue = catalogue

    def candidates(self, patient_id: int) -> tuple[PatientRow, ...]:
        """List who may be the same person, surest first.

        Raises:
            Refusal: ``no_such_patient``.
        """
        with self._access.reading(Right.MERGE) as work:
            identity = work.patients.identity(patient_id)
            birth = identity.birth_date.text if identity.birth_date else ""
            today = self._clock.today()
            # One more than is shown, as the patient is alike to themselves.
            found = work.patients.similar("", identity.name, birth, _PROPOSED + 1, today)
        return tuple(row for row in found if row.patient_id != patient_id)[:_PROPOSED]

    def sides(self, kept_id: int, merged_id: int) -> tuple[MergeSide, MergeSide]:
        """Tell what the two have, each of their own.

        Raises:
            Refusal: ``no_such_patient``.
        """
        with self._access.reading(Right.MERGE) as work:
            return _side(work, kept_id), _side(work, merged_id)

    def merges_of(self, patient_id: int) -> tuple[Merge, ...]:
        """List who was merged into a patient."""
        with self._access.reading(Right.READ) as work:
            return work.merges.of_kept(patient_id)

    def merge(
        self, kept_id: int, merged_id: int, reason: str, *, confirm_disagreement: bool = False
    ) -> int:
        """Read what a patient has as another's from now on, and assess that one; give its number.

        The record is backed up before.

        Raises:
            Refusal: ``reason_required``, ``no_such_patient``, ``merge_same_patient``,
                ``merged_already``, ``holds_merged``, ``merge_draft_open``, or
                ``patients_disagree`` until the disagreement is confirmed.
            StorageError: the disk refuses the backup.
        """
        from desktop_app.data.backup import back_up

        why = _required(reason)
        with self._access.reading(Right.MERGE) as work:
            _refuse_unfit(work, kept_id, merged_id, confirmed=confirm_disagreement)
        back_up(self._access.files, self._access.key, self._clock.now(), "before-merge")
        with self._access.writing(Right.MERGE) as work:
            _refuse_unfit(work, kept_id, merged_id, confirmed=confirm_disagreement)
            merge_id = work.merges.add(kept_id, merged_id, why)
            work.audit.append(Action.PATIENTS_MERGED, "patient_merge", merge_id, detail=why)
            self._assess(work, kept_id)
            return merge_id

    def undo(self, merge_id: int, reason: str) -> None:
        """Bring both patients back, each with their own rows, and assess both.

        What was added to the kept one while they were merged stays with that one.

        Raises:
            Refusal: ``reason_required`` or ``no_such_merge``.
        """
        why = _required(reason)
        with self._access.writing(Right.MERGE) as work:
            both = work.merges.void(merge_id, why)
            work.audit.append(Action.PATIENTS_PARTED, "patient_merge", merge_id, detail=why)
            for patient_id in both:
                self._assess(work, patient_id)

    def _assess(self, work: UnitOfWork, patient_id: int) -> None:
        assess_anew(work, patient_id, today=self._clock.today(), catalogue=self._catalogue)


def _refuse_unfit(work: UnitOfWork, kept_id: int, merged_id: int, *, confirmed: bool) -> None:
    one, other = work.patients.identity(kept_id), work.patients.identity(merged_id)
    if kept_id == merged_id:
        raise Refusal("merge_same_patient")
    if any(work.merges.kept(each) != each for each in (kept_id, merged_id)):
        raise Refusal("merged_already")
    if work.merges.of_kept(merged_id):
        raise Refusal("holds_merged")
    draft = work.drafts.newest(merged_id)
    if draft is not None and not draft.draft.empty:
        raise Refusal("merge_draft_open")
    if disagreements(one, other) and not confirmed:
        raise Refusal("patients_disagree")


def _side(work: UnitOfWork, patient_id: int) -> MergeSide:
    return work.merges.side(patient_id, work.patients.identity(patient_id))


def _required(reason: str) -> str:
    said = reason.strip()
    if not said:
        raise Refusal("reason_required")
    return said
