"""Ask on which day values were taken that name none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from ui import theme
from ui.language import language_change
from ui.widgets.day_edit import DayEdit

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DayRow(QWidget):
    """Settle the day with Enter; in the empty field Enter means the day that is named beside it."""

    settled = Signal(object)  # date

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._visit_day: date | None = None
        self._label, self._hint = QLabel(self), QLabel(self)
        theme.set_property(self._label, "role", "warning")
        theme.set_property(self._hint, "role", "muted")
        self.edit = DayEdit(today, parent=self)
        self.line = self.edit.line
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.STEPS[1])
        row.addWidget(self._label)
        row.addWidget(self.edit)
        row.addWidget(self._hint)
        row.addStretch(1)
        self.setFocusProxy(self.line)
        self.line.installEventFilter(self)
        self.hide()
        self.retranslate()

    def begin(self, visit_day: date | None) -> None:
        """Empty the field; ``visit_day`` is what Enter then means."""
        self._visit_day = visit_day
        self.edit.set_day_text("")
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self._label.setText("? " + self.tr("Rows name no day. Taken on"))
        self.edit.setAccessibleName(self.tr("Day of the rows that name none"))
        day = self._visit_day
        #: {0} is the day of the visit that is being entered
        said = self.tr("Enter alone: {0}, the day of this visit").format(day)
        self._hint.setText("" if day is None else said)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if watched is self.line and plain and event.key() in _ENTER:
                self._settle()
                return True
        return super().eventFilter(watched, event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    def _settle(self) -> None:
        if not self.line.text().strip() and self._visit_day is not None:
            self.edit.set_day_text(self._visit_day.isoformat())
        day = self.edit.day()
        if day is not None:
            self.settled.emit(day.first)
