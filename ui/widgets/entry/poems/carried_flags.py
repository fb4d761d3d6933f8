"""Ask yes-or-no questions as chips that show last time's answers grey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from desktop_app.domain.truth import Truth
from desktop_app.domain.visit import DraftFinding
from desktop_app.domain.visit_form import answer_of, answer_value
from ui.widgets.answer_chip import AnswerChip, Asking
from ui.widgets.entry.entry_part import note_in
from ui.widgets.entry.poems.carried_chip import CarriedChip
from ui.widgets.entry.poems.carried_part import CarriedPart
from ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop_app.domain.record import Finding, Result
    from ui.terms import Terms


class CarriedFlags(CarriedPart):
    """Hold one chip a code."""

    def __init__(
        self, codes: Sequence[str], parent: QWidget | None = None, asking: Asking = Asking.EXAMINED
    ) -> None:
        super().__init__(parent)
        self._kept: Mapping[str, DraftFinding] = {}
        self.chips = {code: CarriedChip(code, self, asking) for code in codes}
        flow = FlowLayout(self)
        for chip in self.chips.values():
            flow.addWidget(chip)
            chip.answer_changed.connect(self._on_answer)

    @property
    @override
    def codes(self) -> frozenset[str]:
        return frozenset(self.chips)

    @property
    @override
    def carried(self) -> int:
        return sum(chip.carried for chip in self.chips.values())

    @override
    def show_last(self, last: Mapping[str, Result | Finding]) -> None:
        for code, chip in self.chips.items():
            known = last.get(code)
            day = known.date.text if known is not None else ""
            chip.set_last(answer_of(getattr(known, "value", None)), day)

    @override
    def confirm(self) -> bool:
        confirmed = [chip.confirm() for chip in self.chips.values()]
        return any(confirmed)

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
        given = ((code, answer_value(code, chip.answer)) for code, chip in self.chips.items())
        return tuple(
            DraftFinding(code, value, note_in(self._kept, code))
            for code, value in given
            if value is not None
        )

    @override
    def show_findings(self, findings: Mapping[str, DraftFinding]) -> None:
        self._kept = findings
        for code, chip in self.chips.items():
            kept = findings.get(code)
            chip.set_answer(answer_of(kept.value) if kept is not None else Truth.UNKNOWN)

    def _on_answer(self) -> None:
        self.edited.emit()


def mirror(one: AnswerChip, other: AnswerChip) -> None:
    """Let two chips of the same question always say the same."""
    one.answer_changed.connect(other.set_answer)
    other.answer_changed.connect(one.set_answer)
