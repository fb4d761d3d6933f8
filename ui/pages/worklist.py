"""List the patients: today, overdue, due soon, all; typing finds among all of them at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop_app.domain.roles import Right
from desktop_app.domain.worklist import Scope
from ui import theme
from ui.actions import add_action
from ui.language import language_change
from ui.models.rows import RowModel
from ui.models.worklist_columns import WorklistColumns
from ui.panels.scopes import ScopePanel
from ui.qt_types import ROW
from ui.widgets.banner import Banner
from ui.widgets.emergency_bar import EmergencyBar
from ui.widgets.empty_state import EmptyState
from ui.widgets.imports.waiting_files import WaitingFiles
from ui.widgets.key_button import KeyButton
from ui.widgets.table.list_table import ListTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent

    from desktop_app.domain.worklist import PatientRow, WorklistCounts
    from ui.context import UiContext
    from ui.tasks import Problem

_LIMIT = 2000
_QUIET_MS = 80
_WIDTHS = (250, 265, 248, 92)
_PLAIN_WIDTHS = (420, 200)


class WorklistPage(QWidget):
    """Show one list at a time; the search field stands in the shell's top bar."""

    open_requested = Signal(int)
    register_requested = Signal(str)
    rules_requested = Signal()
    imports_requested = Signal()
    settings_requested = Signal()
    backups_requested = Signal()
    users_requested = Signal()
    audit_requested = Signal()
    typed = Signal(str)
    counted = Signal(object)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._scope: Scope | None = None
        self._query = self._listed = ""  # what was typed, and what the rows are the answer to
        self._opens_first = False  # Enter was pressed before the typing was looked up
        self._counts: WorklistCounts | None = None
        self.model: RowModel[PatientRow] = RowModel(self)
        self.table = ListTable(self)
        self.table.setModel(self.model)
        self.empty = EmptyState(self)
        self.banner, self.emergency = Banner(self), EmergencyBar(context, self)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._search)
        self._title, self._subtitle, self._footer = QLabel(self), QLabel(self), QLabel(self)
        self._open = add_action(self, "open", self.open_current, keyed=False)
        self._register = add_action(self, "register", self._on_register)
        self.scopes = ScopePanel(self)
        self.waiting = WaitingFiles(context, self)
        self.waiting.wanted.connect(self.imports_requested)
        self._fill_foot()
        self._lay_out()
        self.scopes.chosen.connect(self._on_scope_chosen)
        self.banner.action_requested.connect(self.refresh)
        self.table.activated.connect(self.open_current)
        self.table.typed.connect(self.typed)
        self.empty.action_requested.connect(self._on_empty_action)
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        context.names_hidden_changed.connect(self._show_columns)
        context.patient_changed.connect(self._on_patient_changed)
        self.retranslate()

    def refresh(self) -> None:
        """Read counts and rows anew; the chosen patient stays chosen."""
        self._context.tasks.run(
            self._context.services.patients.counts,
            owner=self,
            done=self._on_counted,
            failed=self._on_failed,
            key="counts",
        )
        self.waiting.look()

    def set_query(self, text: str) -> None:
        """Filter by a text as it is typed; while there is one, all patients are searched."""
        if text.strip() != self._query:
            self._query = text.strip()
            self._opens_first = False
            self._quiet.start()

    def choose_scope(self, scope: Scope) -> None:
        """Show one of the lists."""
        self._scope = scope
        self.scopes.mark(scope)
        self._search()

    def move_by(self, step: int) -> None:
        """Select the patient ``step`` lines further."""
        self.table.move_by(step)

    def open_current(self) -> None:
        """Open the chosen patient; while the typing has not been looked up, look it up first."""
        if self._query != self._listed:
            self._quiet.stop()
            self._opens_first = True
            self._search()
            return
        row: PatientRow | None = self.table.currentIndex().data(ROW)
        if row is not None:
            self.open_requested.emit(row.patient_id)

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self.table.setAccessibleName(self.tr("Patients"))
        self._show_columns()
        self._show_head()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    def _fill_foot(self) -> None:
        """Offer the other pages; the keys of the last ones are the shell's."""
        for code, wanted in (("imports", self.imports_requested), ("rules", self.rules_requested)):
            action = add_action(self, code, wanted.emit)
            self.scopes.add_at_foot(KeyButton(action, parent=self.scopes))
        for code, wanted in (
            ("settings", self.settings_requested),
            ("backups", self.backups_requested),
            ("users", self.users_requested),
            ("audit", self.audit_requested),
        ):
            action = add_action(self, code, wanted.emit, keyed=False)
            self.scopes.add_at_foot(KeyButton(action, parent=self.scopes))

    def _lay_out(self) -> None:
        page = QHBoxLayout(self)
        page.setContentsMargins(16, 12, 16, 12)
        page.setSpacing(theme.STEPS[2])
        page.addWidget(self.scopes)
        page.addWidget(self._list_panel(), 1)

    def _list_panel(self) -> QFrame:
        panel = QFrame(self)
        panel.setProperty("role", "panel")
        self._title.setProperty("role", "pageTitle")
        self._subtitle.setProperty("role", "muted")
        self._footer.setProperty("role", "faint")
        head = QHBoxLayout()
        head.setSpacing(theme.STEPS[1] + 2)
        head.addWidget(self._title)
        head.addWidget(self._subtitle, 1)
        head.addWidget(self.waiting)
        head.addWidget(KeyButton(self._register, parent=panel))
        head.addWidget(KeyButton(self._open, "primary", panel))
        body = QWidget(panel)
        self._body = QStackedLayout(body)
        self._body.addWidget(self.table)
        self._body.addWidget(self.empty)
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(theme.STEPS[1])
        layout.addLayout(head)
        layout.addWidget(self.banner)
        layout.addWidget(self.emergency)
        layout.addWidget(body, 1)
        layout.addWidget(self._footer)
        return panel

    def _show_columns(self) -> None:
        if not self._context.ready:
            return
        chosen = self.table.currentIndex().row()
        today = self._context.services.clock.today()
        made = WorklistColumns(self._context.words, today, names_hidden=self._context.names_hidden)
        clinical = self._context.may(Right.READ)
        self.model.set_columns(made.columns() if clinical else made.plain_columns())
        self.table.set_widths(_WIDTHS if clinical else _PLAIN_WIDTHS)
        self.table.choose_row(chosen)

    def _show_head(self) -> None:
        if self._scope is None:
            return
        today = self._context.services.clock.today()
        long = QLocale.FormatType.LongFormat
        day = QLocale().toString(QDate(today.year, today.month, today.day), long)
        count = self.tr("%n patient(s)", "", len(self.model.rows))
        if self._query:
            #: {0} is what was typed into the search field
            self._title.setText(self.tr("Search: {0}").format(self._query))
            self._subtitle.setText(count)
        else:
            self._title.setText(self.scopes.text_of(self._scope))
            self._subtitle.setText(f"{day} · {count}")
        full = len(self.model.rows) >= _LIMIT
        more = self.tr("Only the first %n are listed. Type to find others.", "", _LIMIT)
        self._footer.setText(more if full else "")
        self._footer.setVisible(full)
        self._show_empty()

    def _show_empty(self) -> None:
        nobody = self._counts is not None and self._counts.all == 0
        if nobody:
            self.empty.show_state(
                self.tr("No patients yet"),
                self.tr("Register the first patient; the visit can begin at once."),
                self.tr("Register a patient"),
            )
        elif self._query:
            self.empty.show_state(
                self.tr("Nobody found for '{0}'").format(self._query),
                self.tr("Looked at names, record numbers and birth dates of all patients."),
                self.tr("Register as a new patient"),
            )
        else:
            self.empty.show_state(self.tr("Nobody in this list"), "", self.tr("Show all patients"))
        self._body.setCurrentWidget(self.table if self.model.rows else self.empty)
        self._open.setEnabled(bool(self.model.rows))

    def _search(self) -> None:
        if self._scope is None:
            return
        scope = Scope.ALL if self._query else self._scope
        self._context.tasks.run(
            partial(self._context.services.patients.search, self._query, scope, _LIMIT),
            owner=self,
            done=partial(self._on_found, self._query),
            failed=self._on_failed,
            key="search",
        )

    def _on_found(self, query: str, rows: Sequence[PatientRow]) -> None:
        self._listed = query
        current: PatientRow | None = self.table.currentIndex().data(ROW)
        kept = current.patient_id if current is not None else None
        self.model.set_rows(rows)
        ids = [row.patient_id for row in rows]
        self.table.choose_row(ids.index(kept) if kept in ids and not self._query else 0)
        self._show_head()
        if self._opens_first:
            self._opens_first = False
            self.open_current()

    def _on_counted(self, counts: WorklistCounts) -> None:
        self._counts = counts
        self.counted.emit(counts)
        self.scopes.show_counts(counts)
        if self._scope is None:
            self._show_columns()
            self.choose_scope(Scope.TODAY if counts.today else Scope.ALL)
        else:
            self._search()

    def _on_failed(self, problem: Problem) -> None:
        self.banner.show_message(
            self._context.words.problem(problem), "critical", self.tr("Try again")
        )

    def _on_scope_chosen(self, scope: Scope) -> None:
        self.typed.emit("")
        self.choose_scope(scope)

    def _on_selection_changed(self) -> None:
        self._open.setEnabled(self.table.currentIndex().isValid())

    def _on_register(self) -> None:
        self.register_requested.emit(self._query)

    def _on_empty_action(self) -> None:
        if self._query or (self._counts is not None and self._counts.all == 0):
            self._on_register()
        else:
            self.choose_scope(Scope.ALL)

    def _on_patient_changed(self, _patient_id: int) -> None:
        if self.isVisible():
            self.refresh()
