"""Say why a list is empty, with the one thing to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui import theme

if TYPE_CHECKING:
    from typing import Final

_CENTRE: Final = Qt.AlignmentFlag.AlignHCenter


class EmptyState(QWidget):
    """Hold a title, a sentence and a button in the middle of an empty list."""

    action_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._sentence = QLabel(self), QLabel(self)
        self._title.setProperty("role", "verdict")
        self._sentence.setProperty("role", "muted")
        self.button = QPushButton(self)
        self.button.setProperty("kind", "primary")
        self.button.clicked.connect(self.action_requested)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.STEPS[1])
        layout.addStretch(2)
        for part in (self._title, self._sentence, self.button):
            layout.addWidget(part, 0, _CENTRE)
        layout.addStretch(3)

    def show_state(self, title: str, sentence: str, action: str) -> None:
        """Show what is empty, why, and what to press."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.button.setText(action)

    def text(self) -> str:
        """Give the title that is shown."""
        return self._title.text()
