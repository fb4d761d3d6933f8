"""Set after how many minutes without use the record locks itself."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui import theme

_WIDTH = 60


class IdleMinutes(QWidget):
    """Hold one number and its button."""

    kept = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label, self._message = QLabel(self), QLabel(self)
        self.minutes = QLineEdit(self)
        self.minutes.setFixedWidth(_WIDTH)
        self.save = QPushButton(self)
        self.save.setAutoDefault(True)  # else Enter does nothing outside a dialog
        self._label.setBuddy(self.minutes)
        self._label.setWordWrap(True)
        self._message.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(theme.STEPS[1])
        line.addWidget(self._label, 1)
        line.addWidget(self.minutes)
        line.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEPS[0])
        column.addLayout(line)
        column.addWidget(self._message)
        self.minutes.returnPressed.connect(self._on_save)
        self.save.clicked.connect(self._on_save)
        self.show_problem("")
        self.retranslate()

    def show_minutes(self, minutes: int) -> None:
        """Show what holds."""
        self.minutes.setText(str(minutes))
        self.show_problem("")

    def show_problem(self, text: str) -> None:
        """Say what is wrong with the number."""
        theme.set_property(self._message, "role", "error")
        self._message.setText(f"{theme.SIGNS['critical']} {text}" if text else "")
        self._message.setVisible(bool(text))
        theme.set_property(self.minutes, "state", "bad" if text else "known")

    def message(self) -> str:
        """Give what is said."""
        return self._message.text()

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        said = self.tr("Lock after so many minutes without use (1–60)")
        self._label.setText(said)
        self.minutes.setAccessibleName(said)
        self.save.setText(self.tr("Set"))

    def _on_save(self) -> None:
        self.kept.emit(self.minutes.text())
