"""Carry an import to the services and back: stage, review, store, take back; all off the window."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal

from desktop_app.domain.arrivals.review import Decisions, PersonState
from desktop_app.domain.arrivals.rows import DateStyle, SiteProfile
from desktop_app.domain.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.domain.arrivals.known import Stop
    from desktop_app.domain.arrivals.review import Imported, ImportReview
    from desktop_app.domain.arrivals.rows import Staged
    from desktop_app.services import Services
    from desktop_app.services.imports import LabSource
    from ui.context import UiContext
    from ui.tasks import Problem

PASTED = "paste"  # the profile that learns what pasted blocks mean
MOST_CANDIDATES = 200


class ImportDesk(QObject):
    """Hold one source on its way; a newer source or decision takes the place of an older one."""

    reviewed = Signal(object, object)  # ImportReview, dict of candidates' names by patient
    stored = Signal(object)  # Imported
    undone = Signal(object)  # Undone
    failed = Signal(object)  # Problem
    stopped = Signal()
    busy_changed = Signal(bool)
    progressed = Signal(int, int)  # done, of; emitted on the worker thread

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._source: LabSource | None = None
        self._staged: Staged | None = None
        self._review: ImportReview | None = None
        self._patient: int | None = None
        self._turn = 0
        self.profile = SiteProfile("")
        self.busy = self._storing = False

    @property
    def storing(self) -> bool:
        """Tell whether something is being stored; nothing else is begun meanwhile."""
        return self._storing

    @property
    def staged(self) -> Staged | None:
        """Give what was read of the source, as far as it was."""
        return self._staged

    def paste(self, text: str, patient_id: int) -> None:
        """Read and review a pasted block as one patient's."""
        imports = self._context.services.imports

        def prepare() -> tuple[LabSource, SiteProfile]:
            return imports.pasted(text), imports.profile(PASTED)

        self._begin(prepare, patient_id)

    def open_file(self, source: LabSource, profile: SiteProfile) -> None:
        """Read and review a file, whose rows say whose they are."""
        self._begin(lambda: (source, profile), None)

    def read_as(self, profile: SiteProfile) -> None:
        """Read the same source in another way; what was decided stays."""
        source = self._source
        if source is not None:
            decisions = self._review.decisions if self._review is not None else Decisions()
            self._begin(lambda: (source, profile), self._patient, decisions)

    def with_style(self, style: str) -> None:
        """Settle how the source writes its days."""
        self.read_as(replace(self.profile, date_style=DateStyle(style)))

    def decide(self, decisions: Decisions) -> None:
        """Review what was read anew under other decisions."""
        staged, profile, patient = self._staged, self.profile, self._patient
        if staged is None or self._storing:
            return
        services, turn = self._context.services, self._next_turn()
        work = partial(_review, services, staged, profile, decisions, patient)
        self._run(lambda: work(*self._followed(turn)), self._on_reviewed)

    def store(self) -> None:
        """Store what is ready, at once or not at all."""
        review = self._review
        if review is None or self.busy:
            return
        imports, turn = self._context.services.imports, self._next_turn()
        self._storing = True
        self._run(lambda: imports.store(review, *self._followed(turn)), self._on_stored)

    def undo(self, batch_id: int, reason: str) -> None:
        """Take an import back."""
        if self._storing:
            return
        self._next_turn()
        work = partial(self._context.services.imports.undo, batch_id, reason)
        self._run(work, self._on_undone)

    def stop(self) -> None:
        """End what is under way; nothing of it is stored."""
        self._turn += 1

    def forget(self) -> None:
        """Drop the source, and what was decided about it; what is being stored is stored."""
        if not self._storing:
            self.stop()
        self._source, self._staged, self._review = None, None, None

    def assess_all(self) -> None:
        """Assess patients whose values came in, a few at a time so that other work gets between."""
        assess = self._context.services.imports.assess_next
        self._context.tasks.run(assess, owner=self, done=self._on_assessed, failed=_wait)

    def _begin(
        self,
        prepare: Callable[[], tuple[LabSource, SiteProfile]],
        patient: int | None,
        decisions: Decisions | None = None,
    ) -> None:
        if self._storing:
            return
        services, turn = self._context.services, self._next_turn()
        self._review = None
        self._patient = patient
        given = decisions or Decisions()

        def work() -> tuple[LabSource, ImportReview, dict[int, str]]:
            source, profile = prepare()
            tell, stopped = self._followed(turn)
            staged = services.imports.stage(source, profile, tell, stopped)
            return source, *_review(services, staged, profile, given, patient, tell, stopped)

        self._run(work, self._on_read)

    def _next_turn(self) -> int:
        self._turn += 1
        return self._turn

    def _followed(self, turn: int) -> tuple[Callable[[int, int], None], Stop]:
        """Give what a long call tells its progress to, and what it asks whether to go on."""

        def tell(done: int, of: int) -> None:
            if turn == self._turn and shiboken6.isValid(self):
                self.progressed.emit(done, of)

        return tell, lambda: turn != self._turn

    def _run(self, work: Callable[[], object], done: Callable[..., object]) -> None:
        self._set_busy(True)

        def answer(result: object) -> None:
            self._set_busy(False)
            done(result)

        self._context.tasks.run(work, owner=self, done=answer, failed=self._on_failed, key="import")

    def _set_busy(self, busy: bool) -> None:
        self._storing = self._storing and busy
        if busy != self.busy:
            self.busy = busy
            self.busy_changed.emit(busy)

    def _on_read(self, answer: tuple[LabSource, ImportReview, dict[int, str]]) -> None:
        source, review, names = answer
        self._source = source
        self._on_reviewed((review, names))

    def _on_reviewed(self, answer: tuple[ImportReview, dict[int, str]]) -> None:
        review, names = answer
        self._review, self._staged, self.profile = review, review.staged, review.profile
        self.reviewed.emit(review, names)

    def _on_stored(self, imported: Imported) -> None:
        for patient_id in imported.patients:
            self._context.patient_changed.emit(patient_id)
        self.stored.emit(imported)
        self.assess_all()

    def _on_undone(self, undone: object) -> None:
        self.undone.emit(undone)
        self.assess_all()

    def _on_failed(self, problem: Problem) -> None:
        self._set_busy(False)
        if isinstance(problem, Cancelled):
            self.stopped.emit()
        else:
            self.failed.emit(problem)

    def _on_assessed(self, left: int) -> None:
        if left:
            self.assess_all()


def _review(
    services: Services,
    staged: Staged,
    profile: SiteProfile,
    decisions: Decisions,
    patient: int | None,
    tell: Callable[[int, int], None],
    stopped: Stop,
) -> tuple[ImportReview, dict[int, str]]:
    review = services.imports.review(
        *(staged, profile, decisions), patient_id=patient, progress=tell, cancelled=stopped
    )
    return review, _names(services, review)


def _names(services: Services, review: ImportReview) -> dict[int, str]:
    """Name the registered people among whom somebody must choose."""
    asked = (each for each in review.people if each.state is not PersonState.MATCHED)
    wanted = (n for each in asked for n in (*each.candidates, each.patient_id) if n is not None)
    found = tuple(dict.fromkeys(wanted))[:MOST_CANDIDATES]
    cards = {number: services.patients.card(number).identity for number in found}
    return {number: f"{card.name} {card.record_number}" for number, card in cards.items()}


def _wait(_problem: Problem) -> None:
    """Leave what is not assessed yet: it goes on after the next unlocking."""
