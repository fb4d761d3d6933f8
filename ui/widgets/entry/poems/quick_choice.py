"""Answer a question by one digit, which goes on to the next question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from typing_extensions import override

from ui.widgets.answer_box import UNKNOWN, Choice, ChoiceList

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget


class QuickChoice(ChoiceList):
    """Hold the answers with their digits before them; Delete takes the answer back."""

    answered = Signal()  # by its digit: the next question may have the cursor

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes: dict[str, str] = {}

    def set_answers(self, answers: Iterable[tuple[str, str, str]], unknown: str) -> None:
        """Offer answers, each with its digit, its code and its text."""
        offered = tuple(answers)
        self._codes = {digit: code for digit, code, _ in offered}
        choices = (Choice(code, f"{digit}  {text}") for digit, code, text in offered)
        self.set_choices([Choice(UNKNOWN, unknown), *choices])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._answer(UNKNOWN)
        elif plain and event.text() in self._codes:
            self._answer(self._codes[event.text()])
            self.answered.emit()
        else:
            super().keyPressEvent(event)

    def _answer(self, code: str) -> None:
        if code != self.code():
            self.set_code(code)
            self.edited.emit()
