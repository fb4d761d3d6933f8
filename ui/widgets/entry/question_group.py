"""Ask several yes-or-no questions as chips in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from desktop_app.domain.truth import Truth
from desktop_app.domain.visit import DraftFinding
from desktop_app.domain.visit_form import answer_of, answer_value
from ui.widgets.answer_chip import AnswerChip, Asking
from ui.widgets.entry.entry_part import FindingPart
from ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from ui.terms import Terms


class QuestionGroup(FindingPart):
    """Hold the answers; what was not answered gives no finding."""

    def __init__(
        self,
        codes: Sequence[str],
        parent: QWidget | None = None,
        asking: Asking = Asking.ASKED,
    ) -> None:
        super().__init__(parent)
        self._kept: dict[str, DraftFinding] = {}
        self.chips = {code: AnswerChip(code, self, asking) for code in codes}
        flow = FlowLayout(self)
        for chip in self.chips.values():
            flow.addWidget(chip)
            chip.answer_changed.connect(self._on_answer_changed)

    @property
    @override
    def codes(self) -> frozenset[str]:
        return frozenset(self.chips)

    @override
    def set_words(self, terms: Terms) -> None:
        for code, chip in self.chips.items():
            chip.set_question(terms.of("finding", code))

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        return tuple(self.chips.values())

    @override
    def target(self, field: str) -> QWidget | None:
        return self.chips.get(field)

    @override
    def findings(self) -> tuple[DraftFinding, ...]:
        """Give the answers in the contract's shapes; one that did not change keeps its details."""
        found = []
        for code, chip in self.chips.items():
            kept = self._kept.get(code)
            if kept is not None and answer_of(kept.value) is chip.answer:
                found.append(kept)
                continue
            value = answer_value(code, chip.answer)
            if value is not None:
                found.append(DraftFinding(code, value))
        return tuple(found)

    @override
    def show_findings(self, findings: Mapping[str, DraftFinding]) -> None:
        self._kept = {code: findings[code] for code in self.chips if code in findings}
        for code, chip in self.chips.items():
            kept = self._kept.get(code)
            chip.set_answer(answer_of(kept.value) if kept is not None else Truth.UNKNOWN)

    def deny_unanswered(self) -> bool:
        """Answer no to every open question; tell whether any was open."""
        opened = [chip for chip in self.chips.values() if not chip.answer.known]
        for chip in opened:
            chip.set_answer(Truth.NOT_MET)
        return bool(opened)

    def _on_answer_changed(self) -> None:
        self.edited.emit()
