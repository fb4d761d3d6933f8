"""Answer a question in one chip: not asked, no, yes."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from desktop_app.domain.truth import Truth
from ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_NEXT = {Truth.UNKNOWN: Truth.NOT_MET, Truth.NOT_MET: Truth.MET, Truth.MET: Truth.UNKNOWN}
_KINDS = {Truth.UNKNOWN: "unknown", Truth.NOT_MET: "neutral", Truth.MET: "warning"}
_KEYS = {
    Qt.Key.Key_N: Truth.NOT_MET,
    Qt.Key.Key_0: Truth.NOT_MET,
    Qt.Key.Key_Minus: Truth.NOT_MET,
    Qt.Key.Key_Y: Truth.MET,
    Qt.Key.Key_1: Truth.MET,
    Qt.Key.Key_Plus: Truth.MET,
    Qt.Key.Key_Question: Truth.UNKNOWN,
    Qt.Key.Key_Delete: Truth.UNKNOWN,
    Qt.Key.Key_Backspace: Truth.UNKNOWN,
}


class Asking(Enum):
    """Name how an answer comes about, which decides the words for it."""

    ASKED = "asked"  # of the patient
    EXAMINED = "examined"
    TESTED = "tested"  # in the laboratory: found or not found
    KNOWN = "known"  # a fact that stands in a report
    FACT = "fact"  # one that is no bad news where it is true


class AnswerChip(QPushButton):
    """Go round the three answers with Space or a click; Y, N and Delete answer at once."""

    answer_changed = Signal(object)  # Truth

    def __init__(
        self, question: str = "", parent: QWidget | None = None, asking: Asking = Asking.ASKED
    ) -> None:
        super().__init__(parent)
        theme.set_property(self, "role", "chip")
        self._question = self._spoken = question
        self._asking = asking
        self._answer = Truth.UNKNOWN
        self.clicked.connect(self._on_clicked)
        self._show()

    @property
    def answer(self) -> Truth:
        """Give the answer; unknown while nobody asked."""
        return self._answer

    def set_answer(self, answer: Truth) -> None:
        """Show an answer without telling that it changed."""
        self._answer = answer
        self._show()

    def set_question(self, question: str, spoken: str = "") -> None:
        """Word the question anew, and in more words for screen readers."""
        self._question, self._spoken = question, spoken or question
        self._show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        answer = _KEYS.get(Qt.Key(event.key())) if not event.modifiers() & ~_SHIFT else None
        if answer is None:
            super().keyPressEvent(event)
        else:
            self._answer_by_doctor(answer)

    def _on_clicked(self) -> None:
        self._answer_by_doctor(_NEXT[self._answer])

    def _answer_by_doctor(self, answer: Truth) -> None:
        if answer is not self._answer:
            self.set_answer(answer)
            self.answer_changed.emit(answer)

    def _show(self) -> None:
        pattern = self._pattern()
        self.setText(pattern.format(self._question))
        self.setAccessibleName(pattern.format(self._spoken))
        theme.set_property(self, "kind", self._kind())
        self.updateGeometry()

    def _kind(self) -> str:
        harmless = self._asking is Asking.FACT and self._answer is Truth.MET
        return "good" if harmless else _KINDS[self._answer]

    def _pattern(self) -> str:
        tested = self._asking is Asking.TESTED
        match self._answer:
            case Truth.UNKNOWN:
                return self._open_pattern()
            case Truth.NOT_MET:
                #: {0} is a chromosomal abnormality that was looked for
                absent = self.tr("{0}: not found")
                #: {0} is a symptom or sign that the patient does not have
                return absent if tested else self.tr("{0}: no")
            case Truth.MET:
                #: {0} is a chromosomal abnormality that was looked for
                found = self.tr("▲ {0}: found")
                if self._asking is Asking.FACT:
                    #: {0} is a fact such as "dental check done"
                    return self.tr("✔ {0}: yes")
                #: {0} is a symptom or sign that the patient has
                return found if tested else self.tr("▲ {0}: yes")

    def _open_pattern(self) -> str:
        match self._asking:
            case Asking.ASKED:
                #: {0} is a symptom or sign about which nobody asked yet
                return self.tr("? {0}: not asked")
            case Asking.EXAMINED:
                #: {0} is a sign or finding for which nobody looked yet
                return self.tr("? {0}: not examined")
            case Asking.TESTED:
                #: {0} is a chromosomal abnormality for which nobody tested
                return self.tr("? {0}: not tested")
            case Asking.KNOWN | Asking.FACT:
                #: {0} is a fact about a lesion, such as "proven by biopsy"
                return self.tr("? {0}: not known")


_SHIFT = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
