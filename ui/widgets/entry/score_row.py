"""Enter scores that are numbers, each with its name before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.domain.typed_values import parse_plain_number
from desktop_app.domain.visit import DraftFinding
from ui.widgets.entry.entry_part import FindingPart, message_label, note_in, show_message
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.number_edit import NumberEdit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from ui.terms import Terms

WIDTH, GAP = 46, 12


class ScoreRow(FindingPart):
    """Hold the scores side by side; what is no number stays as typed."""

    def __init__(self, codes: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: Mapping[str, DraftFinding] = {}
        self.names = {code: QLabel(self) for code in codes}
        self.numbers = {code: NumberEdit(self, reads=parse_plain_number) for code in codes}
        self.message = message_label(self)
        scores = QWidget(self)
        flow = FlowLayout(scores, gap=GAP)
        for code, number in self.numbers.items():
            score = QWidget(scores)
            line = QHBoxLayout(score)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(6)
            line.addWidget(self.names[code])
            line.addWidget(number)
            flow.addWidget(score)
            number.setFixedWidth(WIDTH)
            number.edited.connect(self.edited)
            self.names[code].setBuddy(number)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(scores)
        column.addWidget(self.message)

    @property
    @override
    def codes(self) -> frozenset[str]:
        return frozenset(self.numbers)

    @override
    def set_words(self, terms: Terms) -> None:
        for code, number in self.numbers.items():
            name = terms.of("finding", code)
            self.names[code].setText(name)
            number.setAccessibleName(name)
            number.set_hint("")

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        return tuple(self.numbers.values())

    @override
    def target(self, field: str) -> QWidget | None:
        return self.numbers.get(field)

    @override
    def show_problems(self, problems: Mapping[str, str]) -> frozenset[str]:
        wrong = self.codes & problems.keys()
        said = [f"{self.names[code].text()}: {problems[code]}" for code in sorted(wrong)]
        show_message(self.message, "\n".join(said))
        for code, number in self.numbers.items():
            number.mark("bad" if code in wrong else "")
        return frozenset(wrong)

    @override
    def findings(self) -> tuple[DraftFinding, ...]:
        return tuple(
            DraftFinding(code, _value(number.number_text()), note_in(self._kept, code))
            for code, number in self.numbers.items()
            if number.number_text()
        )

    @override
    def show_findings(self, findings: Mapping[str, DraftFinding]) -> None:
        self._kept = findings
        for code, number in self.numbers.items():
            kept = findings.get(code)
            number.set_number_text("" if kept is None else str(kept.value))
        show_message(self.message, "")


def _value(text: str) -> Decimal | str:
    number = parse_plain_number(text)
    return text if number is None else number
