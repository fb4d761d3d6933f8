"""Ask for allergies: not asked, none, or which."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.domain.truth import Truth
from desktop_app.domain.visit import DraftFinding
from ui.widgets.answer_chip import AnswerChip
from ui.widgets.entry.entry_part import FindingPart, message_label, note_in, show_message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.terms import Terms

CODE = "allergy"
_BETWEEN = re.compile(r"\s*[,;，、；]\s*")


class AllergyField(FindingPart):
    """Hold the answer and the names; "yes" without a name stays in the draft and is refused."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = ""
        self.chip, self.names = AnswerChip("", self), QLineEdit(self)
        self.message = message_label(self)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.chip)
        line.addWidget(self.names, 1)
        line.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self.message)
        self.chip.answer_changed.connect(self._on_answer)
        self.names.textEdited.connect(self.edited)
        self._show_names()

    @property
    @override
    def codes(self) -> frozenset[str]:
        return frozenset({CODE})

    @override
    def set_words(self, terms: Terms) -> None:
        self.chip.set_question(terms.of("finding", CODE))
        self.names.setPlaceholderText(self.tr("penicillin, …"))
        self.names.setAccessibleName(self.tr("To what"))

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        return self.chip, self.names

    @override
    def target(self, field: str) -> QWidget | None:
        if field != CODE:
            return None
        return self.names if self.chip.answer is Truth.MET else self.chip

    @override
    def show_problems(self, problems: Mapping[str, str]) -> frozenset[str]:
        wrong = CODE in problems
        show_message(self.message, self.tr("Name what it is.") if wrong else "")
        return self.codes if wrong else frozenset()

    @override
    def findings(self) -> tuple[DraftFinding, ...]:
        match self.chip.answer:
            case Truth.UNKNOWN:
                return ()
            case Truth.NOT_MET:
                return (DraftFinding(CODE, (), self._note),)
            case Truth.MET:
                names = tuple(filter(None, _BETWEEN.split(self.names.text().strip())))
                return (DraftFinding(CODE, names or "", self._note),)

    @override
    def show_findings(self, findings: Mapping[str, DraftFinding]) -> None:
        kept = findings.get(CODE)
        names = kept.value if kept is not None and isinstance(kept.value, tuple | list) else ()
        self._note = note_in(findings, CODE)
        none = kept is not None and kept.value in ((), [])
        self.chip.set_answer(Truth.UNKNOWN if kept is None else Truth.of(not none))
        self.names.setText(", ".join(str(name) for name in names))
        self._show_names()

    def _show_names(self) -> None:
        self.names.setVisible(self.chip.answer is Truth.MET)

    def _on_answer(self) -> None:
        self._show_names()
        self.edited.emit()
