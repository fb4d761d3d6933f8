"""Lay out a field: label, input, unit, and the message or hint beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from ui import theme


class FieldRow(QWidget):
    """Join a label with its input; what is wrong with the field stands beside it, in words."""

    def __init__(
        self,
        control: QWidget,
        *,
        unit: QWidget | None = None,
        label_width: int = 120,
        below: bool = False,
        required: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.control = control
        self._required = required
        self._below = below
        self._hint = ""
        self._label = QLabel(self)
        self._label.setFixedWidth(label_width)
        self._label.setBuddy(control)
        self._message = QLabel(self)
        self._message.setWordWrap(True)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setProperty("role", "muted")
        self._message.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.STEPS[1])
        grid.setVerticalSpacing(2)
        grid.addWidget(self._label, 0, 0)
        grid.addWidget(control, 0, 1)
        self._message.setVisible(not below)
        if unit is not None:
            grid.addWidget(unit, 0, 2)
        if below:
            grid.addWidget(self._message, 1, 1, 1, 3)
        else:
            grid.addWidget(self._message, 0, 3)
            grid.setColumnStretch(3, 1)

    def set_label(self, text: str) -> None:
        """Name the field, on the screen and for screen readers."""
        self._label.setText(f"{text} *" if self._required else text)
        self.control.setAccessibleName(text.replace("&", ""))

    def set_hint(self, text: str) -> None:
        """Say something that helps, such as the last value; a message stands above it."""
        self._hint = text
        if self._message.property("role") == "muted":
            self._say(text)

    def show_message(self, text: str, kind: str = "error") -> None:
        """Say what is wrong ("error") or doubtful ("warning"); "" gives the hint back."""
        theme.set_property(self._message, "role", kind if text else "muted")
        sign = theme.SIGNS["critical" if kind == "error" else "warning"]
        self._say(f"{sign} {text}" if text else self._hint)
        self.control.setAccessibleDescription(text)

    def _say(self, text: str) -> None:
        """Show the words; below the field an empty line takes no room."""
        self._message.setText(text)
        self._message.setVisible(bool(text) or not self._below)

    def message(self) -> str:
        """Give the message or hint that is shown."""
        return self._message.text()
