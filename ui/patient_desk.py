"""Carry what is done on a patient's page to the services, and bring back what is still wanted."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.errors import Refusal
from desktop_app.domain.journal import EntryKind
from desktop_app.domain.roles import Right
from ui.drafting import DraftKeeper
from ui.patient_reading import read_live, read_patient

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import SignalInstance

    from desktop_app.domain.chart import ChartRequest
    from desktop_app.domain.conclusions import Input
    from desktop_app.domain.corrections import Correction
    from desktop_app.domain.journal import Kept, RecordedVisit, SameDay
    from desktop_app.domain.visit import DraftResult, VisitDraft
    from ui.context import UiContext
    from ui.models.origin_words import Origins
    from ui.patient_reading import LiveReading
    from ui.tasks import Problem


class PatientDesk(QObject):
    """Run the service calls of one page; answers about an earlier patient or draft are dropped."""

    read = Signal(object)  # PatientReading
    followed = Signal(object, bool)  # LiveReading, whether a draft counted in it
    earlier_found = Signal(object)  # KeptDraft | None
    recorded = Signal(object)  # RecordedVisit
    refused = Signal(object)  # Problem of recording
    values_found = Signal(object, object)  # tuple[KeptResult, ...], where they came from
    override_refused = Signal(str)  # why, in words
    correction_refused = Signal(str)  # why, in words
    entries_found = Signal(object, object, object)  # entries, where they came from, visits
    entry_refused = Signal(str)  # why, in words
    entry_corrected = Signal()
    inputs_found = Signal(object)  # tuple[Input, ...] of a calculator elsewhere; empty: none fits
    answered = Signal()  # accepted or overridden
    corrected = Signal()
    failed = Signal(object)  # any other Problem

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._turn = 0
        self.patient_id = 0
        self.keeper = DraftKeeper(context, self)

    def open(self, patient_id: int, request: ChartRequest) -> None:
        """Read a patient's page anew."""
        self.patient_id = patient_id
        self._turn += 1
        services, language = self._context.services, self._context.language
        work = partial(read_patient, services, patient_id, request, language)
        self._run(work, self.read.emit, self.failed.emit, key="read")

    def follow(self, draft: VisitDraft, request: ChartRequest) -> None:
        """Conclude from the record and a draft; only the newest answer is heard."""
        services, language = self._context.services, self._context.language
        work = partial(read_live, services, self.patient_id, draft, request, language)

        def answer(reading: LiveReading) -> None:
            self.followed.emit(reading, not draft.empty)

        self._run(work, answer, self.failed.emit, key="follow")

    def find_earlier(self) -> None:
        """Walk one version of the draft back."""
        self.keeper.flush()
        earlier = self._context.services.visits.earlier_draft
        work = partial(earlier, self.patient_id)
        self._run(work, self.earlier_found.emit, self.failed.emit)

    def record(self, draft: VisitDraft, same_day: SameDay | None) -> None:
        """Sign the visit; its newest draft is kept before, so that a refusal loses nothing."""
        self.keeper.flush()
        self._turn += 1
        work = partial(self._context.services.visits.record, draft, same_day=same_day)
        self._run(work, self._on_recorded, self.refused.emit)

    def accept(self, assessment_id: int) -> None:
        """Accept the stored conclusion."""
        work = partial(self._context.services.assessments.accept, assessment_id)
        self._run(work, self._on_answered, self.failed.emit)

    def override(self, assessment_id: int, category: str, reason: str) -> None:
        """Store the doctor's different conclusion."""
        override = self._context.services.assessments.override
        work = partial(override, assessment_id, category, reason)
        self._run(work, self._on_answered, self._in_words(self.override_refused))

    def find_inputs(self, tool: str, draft: VisitDraft) -> None:
        """Gather what a calculator elsewhere asks for; ``tool`` is its rule ID."""
        used = None if draft.empty else draft
        work = partial(self._context.services.assessments.web_inputs, self.patient_id, used)

        def answer(found: Mapping[str, tuple[Input, ...]]) -> None:
            self.inputs_found.emit(found.get(tool, ()))

        self._run(work, answer, self.failed.emit, key="inputs")

    def find_values(self, code: str) -> None:
        """Find the results of a test that may be corrected."""
        if not self._context.may(Right.SIGN):
            self.failed.emit(Refusal("not_allowed"))
            return
        found = partial(self._context.services.visits.results_of, self.patient_id, code)
        self._run(self._with_origins(found), self._tell(self.values_found), self.failed.emit)

    def amend(self, entry_id: int, result: DraftResult, reason: str) -> None:
        """Put a right value in the place of a wrong one, which is kept."""
        work = partial(self._context.services.visits.amend_entry, entry_id, result, reason)
        self._run(work, self._on_corrected, self._in_words(self.correction_refused))

    def void(self, entry_id: int, reason: str) -> None:
        """Withdraw a value, which is kept."""
        visits = self._context.services.visits
        work = partial(visits.void_entry, EntryKind.RESULT, entry_id, reason)
        self._run(work, self._on_corrected, self._in_words(self.correction_refused))

    def find_entries(self) -> None:
        """Find what the record holds besides results, and the visits."""
        visits, patient_id = self._context.services.visits, self.patient_id
        found = self._with_origins(partial(visits.entries_of, patient_id))

        def work() -> tuple[object, ...]:
            return *found(), visits.history(patient_id)

        self._run(work, self._tell(self.entries_found), self.failed.emit, key="entries")

    def amend_entry(self, entry_id: int, correction: Correction, reason: str) -> None:
        """Put a right entry in the place of a wrong one, which is kept."""
        work = partial(self._context.services.visits.amend_entry, entry_id, correction, reason)
        self._run(work, self._on_entry_corrected, self._in_words(self.entry_refused))

    def void_entry(self, kind: EntryKind, entry_id: int, reason: str) -> None:
        """Withdraw an entry, which is kept."""
        work = partial(self._context.services.visits.void_entry, kind, entry_id, reason)
        self._run(work, self._on_entry_corrected, self._in_words(self.entry_refused))

    def void_visit(self, visit_id: int, reason: str) -> None:
        """Withdraw a visit with everything that it added, which is kept."""
        work = partial(self._context.services.visits.void_visit, visit_id, reason)
        self._run(work, self._on_entry_corrected, self._in_words(self.entry_refused))

    def _run(
        self,
        work: Callable[[], object],
        done: Callable[..., object],
        failed: Callable[[Problem], object],
        key: str | None = None,
    ) -> None:
        turn = self._turn

        def answer(result: object) -> None:
            if turn == self._turn:
                done(result)

        def problem(found: Problem) -> None:
            if turn == self._turn:
                failed(found)

        self._context.tasks.run(work, owner=self, done=answer, failed=problem, key=key)

    def _with_origins(
        self, find: Callable[[], Sequence[Kept[Any]]]
    ) -> Callable[[], tuple[Sequence[Kept[Any]], Origins]]:
        """Find entries, and the lines from which those came that were imported."""
        origin, hidden = self._context.services.imports.origin, self._context.names_hidden

        def work() -> tuple[Sequence[Kept[Any]], Origins]:
            kept = find()
            found = {(each.kind, each.entry_id): origin(each.kind, each.entry_id) for each in kept}
            known = {key: each for key, each in found.items() if each is not None}
            if hidden:  # a line as it came holds the name
                known = {key: replace(each, raw="") for key, each in known.items()}
            return kept, known

        return work

    @staticmethod
    def _tell(signal: SignalInstance) -> Callable[[tuple[object, ...]], object]:
        return lambda found: signal.emit(*found)

    def _in_words(self, signal: SignalInstance) -> Callable[[Problem], object]:
        return lambda problem: signal.emit(self._context.words.problem(problem))

    def _on_recorded(self, recorded: RecordedVisit) -> None:
        self._context.patient_changed.emit(self.patient_id)
        self.recorded.emit(recorded)

    def _on_answered(self, _nothing: object) -> None:
        self._context.patient_changed.emit(self.patient_id)
        self.answered.emit()

    def _on_corrected(self, _nothing: object) -> None:
        self._context.patient_changed.emit(self.patient_id)
        self.corrected.emit()

    def _on_entry_corrected(self, _nothing: object) -> None:
        self._context.patient_changed.emit(self.patient_id)
        self.entry_corrected.emit()
