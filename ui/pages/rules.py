"""Show the rules in force, and who would change group under them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop_app.domain.rulepack import rule_pack
from ui import theme
from ui.actions import add_action
from ui.language import language_change
from ui.models.drift_columns import DriftColumns
from ui.models.rows import RowModel
from ui.qt_types import ROW
from ui.widgets.banner import Banner
from ui.widgets.key_button import KeyButton
from ui.widgets.table.list_table import ListTable

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from desktop_app.domain.drift import Drift, DriftReport
    from ui.context import UiContext
    from ui.tasks import Problem

_WIDTHS = (250, 100, 330, 400)
HASH_SHOWN = 12  # characters; the tip has all of them


class RulesPage(QWidget):
    """Compare every stored conclusion with what the rules say now; nothing is rewritten."""

    back_requested = Signal()
    open_requested = Signal(int)
    compared = Signal()
    _progressed = Signal(int, int)  # done, of; emitted on the worker thread

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._report: DriftReport | None = None
        self._running = self._cancelled = False
        self.model: RowModel[Drift] = RowModel(self)
        self.table = ListTable(self)
        self.table.setModel(self.model)
        self.banner = Banner(self)
        self.progress = QProgressBar(self)
        self._title, self._pack, self._said = QLabel(self), QLabel(self), QLabel(self)
        self._compare = add_action(self, "compare", self.compare)
        self._stop = add_action(self, "stop", self.stop)
        self._open = add_action(self, "open_drift", self.open_current, keyed=False)
        self._back = add_action(self, "rules_back", self.back_requested.emit)
        self._lay_out()
        self.table.activated.connect(self.open_current)
        self._progressed.connect(self._on_progressed, Qt.ConnectionType.QueuedConnection)
        context.names_hidden_changed.connect(self.retranslate)
        self.retranslate()

    def start(self) -> None:
        """Put the cursor where one goes on: into the list, or on the button that fills it."""
        if self.model.rows:
            self.table.setFocus()
        elif self._running:
            self.buttons["stop"].setFocus()
        else:
            self.buttons["compare"].setFocus()

    def compare(self) -> None:
        """Assess every patient anew and list who would change group."""
        if self._running:
            return
        self._running, self._cancelled = True, False
        self.banner.hide()
        self.progress.setRange(0, 0)
        report = self._context.services.drift.report
        self._context.tasks.run(
            partial(report, self._tell, lambda: self._cancelled),
            owner=self,
            done=self._on_compared,
            failed=self._on_failed,
            key="drift",
        )
        self._show_state()

    def _tell(self, done: int, of: int) -> None:
        """Hand progress over from the worker thread; the page may be gone once it is stopped."""
        if not self._cancelled:
            self._progressed.emit(done, of)

    def stop(self) -> None:
        """End the comparison after the patients that are under way."""
        self._cancelled = True

    def open_current(self) -> None:
        """Open the chosen patient; a comparison that runs ends first."""
        row: Drift | None = self.table.currentIndex().data(ROW)
        if row is not None:
            self.stop()
            self.open_requested.emit(row.patient_id)

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        pack = rule_pack()
        self._title.setText(self.tr("Rules"))
        #: {0} is the version of the rules, {1} the start of their hash
        words = self.tr("In force: version {0}, hash {1}…")
        self._pack.setText(words.format(pack.version, pack.sha256[:HASH_SHOWN]))
        self._pack.setToolTip(pack.sha256)
        self.table.setAccessibleName(self.tr("Patients whose group would change"))
        self.progress.setAccessibleName(self.tr("Progress"))
        hidden = self._context.names_hidden
        self.model.set_columns(DriftColumns(self._context.words, names_hidden=hidden).columns())
        self.table.set_widths(_WIDTHS)
        self._show_state()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    def _lay_out(self) -> None:
        panel = QFrame(self)
        theme.set_property(panel, "role", "panel")
        for label, role in (
            (self._title, "pageTitle"),
            (self._pack, "muted"),
            (self._said, ""),
        ):
            theme.set_property(label, "role", role)
        self._pack.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._said.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._pack, 1)
        self.buttons = {
            "back": KeyButton(self._back, parent=panel),
            "stop": KeyButton(self._stop, parent=panel),
            "compare": KeyButton(self._compare, parent=panel),
            "open": KeyButton(self._open, "primary", panel),
        }
        for button in self.buttons.values():
            head.addWidget(button)
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addLayout(head)
        for part in (self.banner, self.progress, self._said):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(16, 12, 16, 12)
        page.addWidget(panel)

    def _show_state(self) -> None:
        self.progress.setVisible(self._running)
        self._stop.setEnabled(self._running)
        self._compare.setEnabled(not self._running)
        self._open.setEnabled(bool(self.model.rows))
        self._said.setText(self._summary())

    def _summary(self) -> str:
        """Say how many were compared, and on lines of their own what else differs."""
        report = self._report
        if report is None:
            return self.tr(
                "Compares every stored conclusion with what the rules say today of the same "
                "facts. Nothing is rewritten."
            )
        moved = len(self.model.rows)
        if report.cancelled:
            #: {0} of {1} patients of the record, %n of them would change group
            first = self.tr(
                "Stopped before the end. Compared: {0} of {1}. %n would change group.", "", moved
            )
        else:
            #: {0} of {1} patients of the record, %n of them would change group
            first = self.tr("Compared: {0} of {1}. %n would change group.", "", moved)
        said = [first.format(report.compared, report.total)]
        others = len(report.drifts) - moved
        if others:
            said.append(self.tr("%n would only come back at another time.", "", others))
        if report.unreadable:
            said.append(self.tr("%n could not be read.", "", len(report.unreadable)))
        return "\n".join(said)

    def _on_progressed(self, done: int, of: int) -> None:
        self.progress.setRange(0, of)
        self.progress.setValue(done)

    def _on_compared(self, report: DriftReport) -> None:
        self._running, self._report = False, report
        self.model.set_rows([each for each in report.drifts if each.regroups])
        self.table.choose_row(0)
        self._show_state()
        self.table.setFocus()
        self.compared.emit()

    def _on_failed(self, problem: Problem) -> None:
        self._running = False
        self._show_state()
        self.banner.show_message(self._context.words.problem(problem), "critical")
