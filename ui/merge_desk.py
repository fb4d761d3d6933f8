"""Carry what is asked of merging to the services, and bring back what is still wanted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.domain.merging import Merge, MergeSide
    from desktop_app.domain.worklist import PatientRow
    from ui.context import UiContext
    from ui.tasks import Problem

MOST = 20


class MergeDesk(QObject):
    """Run the service calls; answers about an earlier patient are dropped."""

    found = Signal(object, object)  # tuple[Merge, ...], tuple[PatientRow, ...]
    compared = Signal(object, object)  # MergeSide kept, MergeSide of the other
    merged = Signal()
    parted = Signal()
    refused = Signal(str)  # why, in words

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.patient_id = 0

    def find(self, text: str) -> None:
        """Find who was merged, and who may be the same person: those alike, or those asked for."""
        services, patient_id = self._context.services, self.patient_id

        def work() -> tuple[tuple[Merge, ...], tuple[PatientRow, ...]]:
            rows = (
                services.patients.search(text, limit=MOST)
                if text.strip()
                else services.merging.candidates(patient_id)
            )
            others = tuple(row for row in rows if row.patient_id != patient_id)
            return services.merging.merges_of(patient_id), others

        self._run(work, lambda found: self.found.emit(*found), key="merge")

    def compare(self, other_id: int) -> None:
        """Find what both have."""
        sides = partial(self._context.services.merging.sides, self.patient_id, other_id)

        def answer(both: tuple[MergeSide, MergeSide]) -> None:
            self.compared.emit(*both)

        self._run(sides, answer, key="merge")

    def merge(self, other_id: int, reason: str, confirmed: bool) -> None:
        """Read the other as this patient from now on."""
        merge = self._context.services.merging.merge
        work = partial(merge, self.patient_id, other_id, reason, confirm_disagreement=confirmed)
        self._run(work, lambda _number: self._changed(self.merged.emit))

    def undo(self, merge_id: int, reason: str) -> None:
        """Bring both back."""
        work = partial(self._context.services.merging.undo, merge_id, reason)
        self._run(work, lambda _nothing: self._changed(self.parted.emit))

    def _changed(self, tell: Callable[[], None]) -> None:
        self._context.patient_changed.emit(self.patient_id)
        tell()

    def _run(
        self,
        work: Callable[[], object],
        done: Callable[..., object],
        key: str | None = None,
    ) -> None:
        asked = self.patient_id

        def answer(result: object) -> None:
            if asked == self.patient_id:
                done(result)

        def problem(found: Problem) -> None:
            if asked == self.patient_id:
                self.refused.emit(self._context.words.problem(found))

        self._context.tasks.run(work, owner=self, done=answer, failed=problem, key=key)
