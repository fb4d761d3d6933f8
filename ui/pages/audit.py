"""Show the log: who did what, and when; filters narrow it, nothing takes a line out of it."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.domain.audit import AuditFilter
from ui import theme
from ui.actions import add_action
from ui.language import language_change
from ui.models.audit_columns import KINDS, AuditColumns
from ui.models.rows import RowModel
from ui.widgets.answer_box import Choice, ChoiceList
from ui.widgets.banner import Banner
from ui.widgets.day_edit import DayEdit
from ui.widgets.key_button import KeyButton
from ui.widgets.table.list_table import ListTable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtCore import QEvent

    from desktop_app.domain.audit import AuditLine
    from ui.context import UiContext
    from ui.tasks import Problem

_WIDTHS = (64, 160, 110, 210, 180)
_DAY_WIDTH, _NUMBER_WIDTH = 215, 110


class AuditPage(QWidget):
    """Ask for lines when the page opens and when a filter changes; each look leaves a line."""

    back_requested = Signal()
    shown = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._actors: tuple[str, ...] = ()
        self.model: RowModel[AuditLine] = RowModel(self)
        self.table = ListTable(self)
        self.table.setModel(self.model)
        self.banner = Banner(self)
        self._title, self._kept = QLabel(self), QLabel(self)
        self._labels = [QLabel(self) for _ in range(5)]
        today = context.services.clock.today
        self.user, self.kind = ChoiceList(self), ChoiceList(self)
        self.first, self.last = DayEdit(today, parent=self), DayEdit(today, parent=self)
        self.number = QLineEdit(self)
        self._show = add_action(self, "show_audit", self.show_lines)
        self._back = add_action(self, "audit_back", self.back_requested.emit)
        self._lay_out()
        for choice in (self.user, self.kind):
            choice.edited.connect(self.show_lines)
        self.number.returnPressed.connect(self.show_lines)
        self.retranslate()

    def start(self) -> None:
        """Show the newest lines."""
        self._context.tasks.run(
            self._context.services.audit.actors,
            owner=self,
            done=self._on_actors,
            failed=self._on_failed,
            key="actors",
        )
        self.show_lines()
        self.user.setFocus()

    def show_lines(self) -> None:
        """Ask for the lines that fit the filters; half a day is not guessed at."""
        for edit in (self.first, self.last):
            if edit.day_text() and edit.day() is None:
                edit.setFocus()
                return
        self._context.tasks.run(
            partial(self._context.services.audit.lines, self.wanted(), self.number.text()),
            owner=self,
            done=self._on_lines,
            failed=self._on_failed,
            key="lines",
        )

    def wanted(self) -> AuditFilter:
        """Give what the filters say; both days count whole."""
        first, last = self.first.day(), self.last.day()
        return AuditFilter(
            actor=self.user.code(),
            actions=frozenset(KINDS.get(self.kind.code(), frozenset())),
            first=_begin(first.first) if first else None,
            last=_begin(last.last + timedelta(days=1)) if last else None,
        )

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self._title.setText(self.tr("Log"))
        self._kept.setText(
            self.tr(
                "Every look at a patient and every change is kept here, also this look. No line "
                "can be changed or removed; the law asks for at least 7 years, M-Spike keeps "
                "them for good."
            )
        )
        names = (
            self.tr("User"),
            self.tr("Kind"),
            self.tr("From"),
            self.tr("Until"),
            self.tr("Record number"),
        )
        controls = (self.user, self.kind, self.first, self.last, self.number)
        for label, control, name in zip(self._labels, controls, names, strict=True):
            label.setText(name)
            control.setAccessibleName(name)
        self.table.setAccessibleName(self.tr("Lines of the log"))
        self.kind.set_choices(self._kinds())
        self._show_actors()
        self.model.set_columns(AuditColumns(self._context.words).columns())
        self.table.set_widths(_WIDTHS)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    def _kinds(self) -> tuple[Choice, ...]:
        return (
            Choice("", self.tr("all")),
            Choice("seen", self.tr("looks")),
            Choice("access", self.tr("log-in, users")),
            Choice("patients", self.tr("register")),
            Choice("visits", self.tr("visits, values")),
            Choice("sheets", self.tr("sheets")),
            Choice("imports", self.tr("imports")),
            Choice("record", self.tr("record, backups, settings")),
        )

    def _show_actors(self) -> None:
        everybody = Choice("", self.tr("everybody"))
        self.user.set_choices((everybody, *(Choice(name, name) for name in self._actors)))

    def _lay_out(self) -> None:
        panel = QFrame(self)
        theme.set_property(panel, "role", "panel")
        theme.set_property(self._title, "role", "pageTitle")
        theme.set_property(self._kept, "role", "muted")
        self._kept.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(theme.STEPS[2])
        head.addWidget(self._title)
        head.addWidget(self._kept, 1)
        head.addWidget(KeyButton(self._back, parent=panel))
        head.addWidget(KeyButton(self._show, "primary", panel))
        filters = QHBoxLayout()
        filters.setSpacing(theme.STEPS[1])
        for edit in (self.first, self.last):
            edit.setFixedWidth(_DAY_WIDTH)
        self.number.setFixedWidth(_NUMBER_WIDTH)
        controls = (self.user, self.kind, self.first, self.last, self.number)
        for label, control in zip(self._labels, controls, strict=True):
            label.setBuddy(control)
            filters.addWidget(label)
            filters.addWidget(control)
        filters.addStretch(1)
        column = QVBoxLayout(panel)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(theme.STEPS[1])
        column.addLayout(head)
        column.addLayout(filters)
        column.addWidget(self.banner)
        column.addWidget(self.table, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 12, 16, 12)
        page.addWidget(panel)

    def _on_actors(self, actors: tuple[str, ...]) -> None:
        self._actors = actors
        self._show_actors()

    def _on_lines(self, lines: Sequence[AuditLine]) -> None:
        self.banner.hide()
        self.model.set_rows(lines)
        self.table.choose_row(0)
        if not lines:
            self.banner.show_message(self.tr("No line fits."), closable=False)
        self.shown.emit()

    def _on_failed(self, problem: Problem) -> None:
        self.model.set_rows(())
        self.banner.show_message(self._context.words.problem(problem), "critical")
        self.shown.emit()


def _begin(day: date) -> datetime:
    """Give the instant at which a day begins on the wall calendar of this computer."""
    return datetime.combine(day, time.min).astimezone().astimezone(UTC)
