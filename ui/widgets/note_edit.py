"""Write free text, also with an input method: nothing is replaced while it composes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QInputMethodEvent


class NoteEdit(QPlainTextEdit):
    """Emit ``edited`` for what the doctor wrote, never for what the program shows."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._shown = ""
        self._composing = False
        self.textChanged.connect(self._on_text_changed)

    def show_text(self, text: str) -> None:
        """Show a kept text; while an input method composes, what is on the screen stays."""
        if self._composing or text == self.toPlainText():
            return
        self._shown = text
        self.setPlainText(text)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def _on_text_changed(self) -> None:
        text = self.toPlainText()
        if text != self._shown:
            self._shown = text
            self.edited.emit()
