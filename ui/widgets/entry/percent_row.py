"""Enter a share in percent, with its name before it and what is wrong below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.typed_values import parse_percent
from ui import theme
from ui.widgets.entry.entry_part import message_label, show_message
from ui.widgets.number_edit import NumberEdit

if TYPE_CHECKING:
    from decimal import Decimal

WIDTH = 78


class PercentRow(QWidget):
    """Hold one share; what is no share stays as typed."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self._sign = QLabel(self), QLabel("%", self)
        self.number = NumberEdit(self, reads=parse_percent)
        self.number.setFixedWidth(WIDTH)
        self.past = QLabel(self)
        theme.set_property(self.past, "role", "past")
        self.past.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.message = message_label(self)
        self.name.setBuddy(self.number)
        self._line = QHBoxLayout()
        self._line.setSpacing(6)
        for widget in (self.name, self.number, self._sign):
            self._line.addWidget(widget)
        self._line.addWidget(self.past, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._line)
        column.addWidget(self.message)
        self.number.edited.connect(self.edited)

    def add(self, widget: QWidget) -> None:
        """Lay a widget out behind the share."""
        self._line.insertWidget(self._line.indexOf(self.past), widget)

    def set_name(self, shown: str, spoken: str = "") -> None:
        """Name the row on the screen, and in more words for screen readers."""
        self.name.setText(shown)
        self._sign.setVisible("%" not in shown)
        self.number.setAccessibleName(spoken or shown)

    def value(self) -> Decimal | str | None:
        """Give the share, the text where it is none, or None while nothing was typed."""
        text = self.number.number_text()
        share = parse_percent(text)
        return (text or None) if share is None else share

    def show_value(self, value: object) -> None:
        """Show a kept share or text."""
        self.number.set_number_text("" if value is None else str(value))
        self.show_problem("")

    def show_problem(self, text: str) -> None:
        """Say what is wrong."""
        show_message(self.message, text)
