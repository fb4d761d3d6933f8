"""Ask inside the page; nothing else stops while it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from ui.widgets.answer_box import Choice


class QuestionBar(QFrame):
    """Show a question and a button an answer: the first has the focus, Esc gives the last."""

    answered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_property(self, "role", "banner")
        theme.set_property(self, "kind", "warning")
        self._question = QLabel(self)
        self._question.setTextFormat(Qt.TextFormat.PlainText)
        self._question.setWordWrap(True)
        self._buttons: list[QPushButton] = []
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(12, 6, 6, 6)
        self._line.setSpacing(8)
        self._line.addWidget(self._question, 1)
        self.hide()

    def ask(self, question: str, choices: Sequence[Choice]) -> None:
        """Ask and wait for a button."""
        self.hide()  # buttons put into a visible bar are shown too late to take the focus
        for button in self._buttons:
            self._line.removeWidget(button)
            button.deleteLater()
        self._buttons = []
        self._question.setText(f"? {question}")
        self.setAccessibleName(question)
        for choice in choices:
            button = QPushButton(choice.text, self)
            button.setProperty("code", choice.code)
            button.setAccessibleDescription(question)
            button.setAutoDefault(True)  # else Enter does nothing outside a dialog
            button.clicked.connect(self._on_clicked)
            self._line.addWidget(button)
            self._buttons.append(button)
        self.show()
        self._buttons[0].setFocus()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """Give the buttons, in the order of the choices."""
        return tuple(self._buttons)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._buttons:
            self._buttons[-1].click()
            return
        super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        self.hide()
        self.answered.emit(str(self.sender().property("code")))
