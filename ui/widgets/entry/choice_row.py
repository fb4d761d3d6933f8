"""Answer a question by one of its words, with its name before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.domain.visit import DraftFinding
from ui.widgets.answer_box import UNKNOWN, Choice, ChoiceList
from ui.widgets.entry.entry_part import FindingPart, message_label, note_in, show_message

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from desktop_app.domain.record import FindingValue
    from ui.terms import Terms


class ChoiceRow(FindingPart):
    """Hold one answer; ``reads`` turns the chosen word into the finding's value."""

    def __init__(
        self,
        code: str,
        answers: Sequence[str],
        parent: QWidget | None = None,
        *,
        reads: Callable[[str], FindingValue] = str,
    ) -> None:
        super().__init__(parent)
        self._code, self._answers, self._reads = code, answers, reads
        self._note = ""
        self.name, self.box = QLabel(self), ChoiceList(self)
        self.name.setBuddy(self.box)
        self.message = message_label(self)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.name)
        line.addWidget(self.box)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self.message)
        self.box.edited.connect(self.edited)

    @property
    @override
    def codes(self) -> frozenset[str]:
        return frozenset({self._code})

    @override
    def set_words(self, terms: Terms) -> None:
        name = terms.of("finding", self._code)
        self.name.setText(name)
        self.box.setAccessibleName(name)
        answers = [Choice(code, terms.answer(self._code, code)) for code in self._answers]
        self.box.set_choices([Choice(UNKNOWN, self.tr("not known")), *answers])

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        return (self.box,)

    @override
    def target(self, field: str) -> QWidget | None:
        return self.box if field == self._code else None

    @override
    def show_problems(self, problems: Mapping[str, str]) -> frozenset[str]:
        show_message(self.message, problems.get(self._code, ""))
        return self.codes & problems.keys()

    @override
    def findings(self) -> tuple[DraftFinding, ...]:
        answer = self.box.code()
        return (DraftFinding(self._code, self._reads(answer), self._note),) if answer else ()

    @override
    def show_findings(self, findings: Mapping[str, DraftFinding]) -> None:
        kept = findings.get(self._code)
        self._note = note_in(findings, self._code)
        self.box.set_code(UNKNOWN if kept is None else str(kept.value))
        show_message(self.message, "")
