"""Ask for the doctor's own conclusion and the reason for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.widgets.answer_box import UNKNOWN, Choice, ChoiceList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from ui.terms import Terms


class OverrideForm(QWidget):
    """Hold category and reason; both are needed."""

    confirmed = Signal(str, str)  # category, reason
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = QLabel(self)
        theme.set_property(self._heading, "role", "strong")
        self.category, self.reason = ChoiceList(self), QLineEdit(self)
        self._message = QLabel(self)
        theme.set_property(self._message, "role", "error")
        self._message.setWordWrap(True)
        self._message.hide()
        self.save, self.cancel = QPushButton(self), QPushButton(self)
        theme.set_property(self.cancel, "kind", "quiet")
        buttons = QHBoxLayout()
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        for widget in (self._heading, self.category, self.reason, self._message):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.save.clicked.connect(self._on_save)
        self.reason.returnPressed.connect(self._on_save)
        self.cancel.clicked.connect(self.cancelled)

    def set_words(self, terms: Terms, categories: Sequence[str]) -> None:
        """Word the form in a language and offer the categories."""
        self._heading.setText(self.tr("My conclusion differs"))
        self.category.setAccessibleName(self.tr("Diagnosis"))
        named = [Choice(code, terms.of("category", code)) for code in categories]
        self.category.set_choices([Choice(UNKNOWN, self.tr("Diagnosis?")), *named])
        self.reason.setPlaceholderText(self.tr("Reason (kept in the record)"))
        self.reason.setAccessibleName(self.tr("Reason for the different conclusion"))
        self.save.setText(self.tr("Override"))
        self.cancel.setText(self.tr("Cancel"))

    def begin(self, category: str) -> None:
        """Empty the form and put the cursor into it."""
        self.category.set_code(category)
        self.reason.clear()
        self.show_problem("")
        self.category.setFocus()

    def show_problem(self, text: str) -> None:
        """Say what is missing."""
        self._message.setText(text)
        self._message.setVisible(bool(text))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _on_save(self) -> None:
        category, reason = self.category.code(), self.reason.text().strip()
        if not category:
            self.show_problem(self.tr("Choose the diagnosis."))
            self.category.setFocus()
        elif not reason:
            self.show_problem(self.tr("Say why; the reason is kept in the record."))
            self.reason.setFocus()
        else:
            self.confirmed.emit(category, reason)
