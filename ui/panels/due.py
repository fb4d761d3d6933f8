"""Show what is due, when the patient comes back, and whether to refer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.chip import Chip
from ui.widgets.panel_frame import PanelFrame

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.domain.conclusions import FollowUp
    from ui.terms import Terms


WIDTH = 276  # of the page's left column, inside margins
LEAST_HEIGHT, MOST_HEIGHT = 40, 116


class DuePanel(PanelFrame):
    """Hold the next visit and its tests."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow_up: FollowUp | None = None
        self._today: date | None = None
        self._terms: Terms | None = None
        self._refer = Chip(parent=self)
        self.head.addWidget(self._refer)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._scroll)
        self.retranslate()

    def show_follow_up(self, follow_up: FollowUp | None, today: date | None, terms: Terms) -> None:
        """Show the plan as it looks from ``today``."""
        self._follow_up, self._today, self._terms = follow_up, today, terms
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self.title.setText(self.tr("Due and next"))
        self._show_referral()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(4)
        if self._follow_up is not None and self._terms is not None:
            self._add_next(column, self._follow_up)
            self._add_tests(column, self._follow_up, self._terms)
            self._add_reasons(column, self._follow_up, self._terms)
        column.addStretch(1)
        self._scroll.setWidget(content)
        needed = column.heightForWidth(WIDTH)
        self._scroll.setFixedHeight(min(max(needed, LEAST_HEIGHT), MOST_HEIGHT))

    def _show_referral(self) -> None:
        """Say whether to refer; without a day for the next visit it is now."""
        plan = self._follow_up
        if plan is None or not plan.refer:
            self._refer.show_state("", "neutral")
        elif plan.next_due is None:
            self._refer.show_state(self.tr("refer now"), "critical")
        else:
            self._refer.show_state(self.tr("refer"), "warning")

    def _add_next(self, column: QVBoxLayout, follow_up: FollowUp) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        due = follow_up.next_due
        line.addWidget(_label(self.tr("Next visit"), "muted", wrap=False))
        line.addWidget(
            _label(due.isoformat() if due else self.tr("not settled"), "strong", wrap=False)
        )
        if due is not None and self._today is not None and due < self._today:
            late = self.tr("%n day(s) overdue", "", (self._today - due).days)
            line.addWidget(Chip(late, "warning"))
        elif follow_up.interval_months is not None:
            months = self._interval(follow_up.interval_months)
            line.addWidget(_label(months, "muted", wrap=False))
        line.addStretch(1)
        column.addLayout(line)

    def _interval(self, months: tuple[int, int]) -> str:
        low, high = months
        if low == high:
            return self.tr("every %n month(s)", "", low)
        #: From {0} to {1} months between two visits
        return self.tr("every {0}–{1} months").format(low, high)

    def _add_tests(self, column: QVBoxLayout, follow_up: FollowUp, terms: Terms) -> None:
        if not follow_up.tests:
            return
        names = " · ".join(terms.analyte(code) for code in follow_up.tests)
        column.addWidget(_label(names, ""))

    def _add_reasons(self, column: QVBoxLayout, follow_up: FollowUp, terms: Terms) -> None:
        for note in follow_up.reasons:
            column.addWidget(_label(terms.sentence("note", note), "small"))


def _label(text: str, role: str, *, wrap: bool = True) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if role:
        theme.set_property(label, "role", role)
    return label
