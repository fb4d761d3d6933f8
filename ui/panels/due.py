"""Show when the patient comes back, what the work-up still lacks, and whether to refer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.models.due_words import OLD, DueWords
from ui.widgets.chip import Chip
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.panel_frame import PanelFrame

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.domain.conclusions import FollowUp, WorkupItem
    from desktop_app.domain.poems_conclusions import WatchedSeries
    from ui.terms import Terms


WIDTH = 276  # of the page's left column, inside margins
LEAST_HEIGHT, MOST_HEIGHT = 40, 168
MOST_CHIPS = 5  # what is left is told where the reasons are


class DuePanel(PanelFrame):
    """Hold the next visit, its tests, and the work-up; what is due leads to its field."""

    field_wanted = Signal(str)
    reasons_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._follow_up: FollowUp | None = None
        self._workup: tuple[WorkupItem, ...] = ()
        self._watched: tuple[WatchedSeries, ...] = ()
        self._today: date | None = None
        self._words: DueWords | None = None
        self._refer = Chip(parent=self)
        self.head.addWidget(self._refer)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._scroll)
        self.retranslate()

    def show_follow_up(
        self,
        follow_up: FollowUp | None,
        today: date | None,
        terms: Terms,
        workup: tuple[WorkupItem, ...] = (),
        watched: tuple[WatchedSeries, ...] = (),
    ) -> None:
        """Show the plan, the work-up, and what POEMS watches, as they look from ``today``."""
        self._follow_up, self._workup, self._today = follow_up, workup, today
        self._watched = watched
        self._words = DueWords(terms)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self.title.setText(self.tr("Due and next"))
        self._show_referral()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(4)
        if self._follow_up is not None and self._words is not None:
            self._add_next(column, self._follow_up, self._words)
            self._add_referral(column, self._follow_up, self._words)
            self._add_watched(column, self._words)
            self._add_workup(column, self._words)
        column.addStretch(1)
        place = self._scroll.verticalScrollBar().value()
        self._scroll.setWidget(content)
        needed = column.heightForWidth(WIDTH)
        self._scroll.setFixedHeight(min(max(needed, LEAST_HEIGHT), MOST_HEIGHT))
        self._scroll.verticalScrollBar().setValue(place)

    def _show_referral(self) -> None:
        """Say whether to refer; without a day for the next visit it is now."""
        plan = self._follow_up
        if plan is None or not plan.refer:
            self._refer.show_state("", "neutral")
        elif plan.next_due is None:
            self._refer.show_state(self.tr("refer now"), "critical")
        else:
            self._refer.show_state(self.tr("refer"), "warning")
        if plan is not None and self._words is not None:
            self._refer.setToolTip("\n".join(self._words.reasons(plan)))

    def _add_next(self, column: QVBoxLayout, follow_up: FollowUp, words: DueWords) -> None:
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
            line.addWidget(_label(words.interval(follow_up.interval_months), "muted", wrap=False))
        line.addStretch(1)
        column.addLayout(line)
        source, beside = words.source(follow_up), words.others(follow_up)
        if source or beside:
            shown = _label(" · ".join(filter(None, (source, beside))), "small")
            shown.setToolTip("\n".join((*words.schedules(follow_up), *words.reasons(follow_up))))
            column.addWidget(shown)
        if follow_up.tests:
            column.addWidget(_label(words.tests(follow_up), "small"))

    def _add_referral(self, column: QVBoxLayout, follow_up: FollowUp, words: DueWords) -> None:
        said = words.referral(follow_up)
        if said:
            shown = _label(said, "small")
            shown.setToolTip("\n".join(words.reasons(follow_up)))
            column.addWidget(shown)

    def _add_watched(self, column: QVBoxLayout, words: DueWords) -> None:
        """Say what of POEMS is late, and what falls due next."""
        if self._today is None:
            return
        late = words.overdue(self._watched, self._today)
        ahead = words.coming(self._watched, self._today)
        for said, role in ((late, "warning"), (ahead, "small")):
            if said:
                column.addWidget(_label(said, role))

    def _add_workup(self, column: QVBoxLayout, words: DueWords) -> None:
        """Say how complete the work-up is; everything that is not done is a chip."""
        if not self._workup:
            return
        column.addWidget(_label(words.progress(self._workup), "small"))
        waiting = words.waiting(self._workup)
        if not waiting:
            return
        row = QWidget()
        flow = FlowLayout(row)
        for item in waiting[:MOST_CHIPS]:
            flow.addWidget(self._chip(item, words))
        if len(waiting) > MOST_CHIPS:
            more = QPushButton(self.tr("%n more", "", len(waiting) - MOST_CHIPS))
            theme.set_property(more, "role", "chip")
            theme.set_property(more, "kind", "neutral")
            more.setToolTip("\n".join(words.item(item) for item in waiting[MOST_CHIPS:]))
            more.clicked.connect(self.reasons_wanted)
            flow.addWidget(more)
        column.addWidget(row)

    def _chip(self, item: WorkupItem, words: DueWords) -> QPushButton:
        old = item.state == OLD
        chip = QPushButton(words.item(item) if old else f"? {words.item(item)}")
        theme.set_property(chip, "role", "chip")
        theme.set_property(chip, "kind", "neutral" if old else "unknown")
        chip.setToolTip(words.item_tip(item))
        chip.setAccessibleName(words.item(item))
        chip.setAccessibleDescription(words.item_tip(item))
        if item.codes:
            chip.setProperty("code", item.codes[0])
            chip.clicked.connect(self._on_chip)
        return chip

    def _on_chip(self) -> None:
        self.field_wanted.emit(str(self.sender().property("code")))


def _label(text: str, role: str, *, wrap: bool = True) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if role:
        theme.set_property(label, "role", role)
    return label
