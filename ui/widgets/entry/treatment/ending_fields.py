"""Enter when a regimen ended, why, and after how many cycles."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.typed_values import parse_whole_number
from desktop_app.domain.visit_form import STOP_REASONS
from ui import theme
from ui.widgets.answer_box import UNKNOWN, Choice, ChoiceList
from ui.widgets.day_edit import DayEdit
from ui.widgets.entry.entry_part import message_label
from ui.widgets.number_edit import NumberEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import date

    from desktop_app.domain.visit import DraftTreatment
    from ui.terms import Terms

COUNT_WIDTH = 46


class EndingFields(QWidget):
    """Hold the last day, the reason and the cycles; all empty while a regimen is given.

    ``message`` stands below the day, for what is wrong with it.
    """

    edited = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.until, self._times = QLabel(self), QLabel(self)
        self.stop = DayEdit(today, partial=True, parent=self)
        self.reason = ChoiceList(self)
        self.cycles = NumberEdit(self, reads=parse_whole_number)
        self.cycles.setFixedWidth(COUNT_WIDTH)
        self.reason.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.until.setBuddy(self.stop.line)
        self.message = message_label(self)
        first, self._second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.until)
        first.addWidget(self.stop, 1)
        self._second.addWidget(self.reason, 1)
        self._second.addWidget(self.cycles)
        self._second.addWidget(self._times)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for line in (first, self._second):
            line.setSpacing(6)
        column.addLayout(first)
        column.addWidget(self.message)
        column.addLayout(self._second)
        for field in (self.stop, self.reason, self.cycles):
            field.edited.connect(self.edited)

    def set_words(self, terms: Terms) -> None:
        """Word the fields in a language."""
        self.until.setText(self.tr("to"))
        self.stop.setAccessibleName(self.tr("Last day of the regimen"))
        reasons = [Choice(code, terms.of("stop_reason", code)) for code in STOP_REASONS]
        self.reason.set_choices([Choice(UNKNOWN, self.tr("why ended?")), *reasons])
        self.reason.setAccessibleName(self.tr("Why the regimen ended"))
        self.cycles.set_hint("")
        self.cycles.setAccessibleName(self.tr("Number of cycles"))
        #: Stands after the number of cycles
        self._times.setText(self.tr("cycles"))

    def add_after_cycles(self, *widgets: QWidget) -> None:
        """Put fields of the owner behind the cycles."""
        for widget in widgets:
            self._second.addWidget(widget)

    def focus_order(self) -> tuple[QWidget, ...]:
        """Give what takes the focus, in reading order."""
        return self.stop.line, self.reason, self.cycles

    def written(self, draft: DraftTreatment) -> DraftTreatment:
        """Give a draft with what the fields say."""
        return replace(
            draft,
            stop=self.stop.day_text(),
            typed_stop=self.stop.typed_text(),
            stop_reason=self.reason.code(),
            cycles=self.cycles.number_text(),
        )

    def show_value(self, draft: DraftTreatment) -> None:
        """Show what a draft says."""
        self.stop.set_day_text(draft.stop, draft.typed_stop)
        self.reason.set_code(draft.stop_reason)
        self.cycles.set_number_text(draft.cycles)

    def mark(self, wrong: Collection[str]) -> None:
        """Mark the fields that are wrong."""
        self.stop.mark("bad" if "stop" in wrong else "")
        self.cycles.mark("bad" if "cycles" in wrong else "")
        state = "known" if self.reason.code() else "unknown"
        theme.set_property(self.reason, "state", "bad" if "stop_reason" in wrong else state)
