"""Enter a day that may be empty, and see beside it which day was understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from ui import theme
from ui.language import language_change
from ui.widgets.day_text import parse_day

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from desktop_app.domain.partial_date import PartialDate

_ROC_OFFSET = 1911
_LINE_WIDTH = 112


class DayEdit(QWidget):
    """Hold the text of a day; empty is unknown, and what is no day stays as typed and is marked."""

    edited = Signal()

    def __init__(
        self,
        today: Callable[[], date],
        *,
        partial: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._partial = partial
        self._problem_kind = ""
        self.line = _DayLine(self)
        self._meaning = QLabel(self)
        self._meaning.setProperty("role", "muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.STEPS[1])
        layout.addWidget(self.line)
        layout.addWidget(self._meaning, 1)
        self.line.setFixedWidth(_LINE_WIDTH)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._on_text_edited)
        self.retranslate()

    def day_text(self) -> str:
        """Give the day as ISO text, or what was typed where it is no day; empty means unknown."""
        day = self.day()
        return self.line.text().strip() if day is None else str(day)

    def typed_text(self) -> str:
        """Give the text as typed where it is another one than ``day_text``, else an empty text."""
        typed = self.line.text()
        return "" if typed.strip() == self.day_text() else typed

    def day(self) -> PartialDate | None:
        """Give the day that was understood, or None."""
        return self._read(self.line.text())

    def set_day_text(self, text: str, typed: str = "") -> None:
        """Show a text without telling ``edited``: as it was typed, if that still means the same.

        A text such as "today" means another day tomorrow, a ROC year nothing on the mainland.
        """
        self._problem_kind = ""
        still = self._read(typed)
        self.line.setText(typed if still is not None and str(still) == text else text)
        self._show_meaning()

    def mark(self, kind: str) -> None:
        """Mark a day that the program doubts: "warning", "bad", or "" for no doubt."""
        self._problem_kind = kind
        self._show_meaning()

    @property
    def state(self) -> str:
        """Give the state that is shown: unknown, known, warning or bad."""
        return str(self.line.property("state"))

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self.setLocale(QLocale())
        hint = self.tr("y-m-d") if self._partial else self.tr("today, +3m, 11-22")
        self.line.setPlaceholderText(hint)
        self._show_meaning()

    @override
    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    def _read(self, text: str) -> PartialDate | None:
        roc_years = self.locale().territory() != QLocale.Country.China
        return parse_day(text, self._today(), partial=self._partial, roc_years=roc_years)

    def _on_text_edited(self) -> None:
        self._problem_kind = ""
        self._show_meaning()
        self.edited.emit()

    def _show_meaning(self) -> None:
        day = self.day()
        if not self.line.text().strip():
            state, meaning = "unknown", ""
        elif day is None:
            state, meaning = "bad", self.tr("not a day")
        else:
            state, meaning = self._problem_kind or "known", self._meaning_of(day)
        theme.set_property(self.line, "state", state)
        theme.set_property(self._meaning, "role", "error" if state == "bad" else "muted")
        self._meaning.setText(meaning)
        self.line.setAccessibleDescription(meaning)

    def _meaning_of(self, day: PartialDate) -> str:
        taiwan = self.locale().territory() == QLocale.Country.Taiwan
        parts = [] if str(day) == self.line.text().strip() else [str(day)]
        if day.whole:
            weekday = QDate(day.first.year, day.first.month, day.first.day).dayOfWeek()
            parts.append(self.locale().dayName(weekday, QLocale.FormatType.ShortFormat))
        if taiwan and day.first.year > _ROC_OFFSET:
            #: {0} is the year of the Republic of China
            parts.append(self.tr("ROC {0}").format(day.first.year - _ROC_OFFSET))
        return " ".join(parts)


class _DayLine(QLineEdit):
    """Go on to the next field with Enter."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
            event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self.focusNextChild()
            return
        super().keyPressEvent(event)
