"""Hold the shell: the bar on top, the pages below, the lock, and the window's place on screen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.domain.protection import LockCause
from desktop_app.domain.roles import Right
from ui.actions import add_action, limit_commands
from ui.backup_watch import BackupWatch
from ui.guard import Guard
from ui.import_desk import ImportDesk
from ui.page_stack import PageStack
from ui.pages.unlock import UnlockPage
from ui.widgets.emergency_band import EmergencyBand
from ui.widgets.safety_notice import SafetyNotice
from ui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from desktop_app.domain.worklist import WorklistCounts
    from desktop_app.paths import Paths
    from desktop_app.services.safety import TrialReport
    from ui.context import UiContext
    from ui.tasks import Problem

_GEOMETRY = "window/geometry"
_SMALLEST = (1180, 660)
_FIRST_SIZE = (1366, 728)


class MainWindow(QWidget):
    """Show the unlock page first; the other pages exist only while the record is open."""

    painted = Signal()

    def __init__(self, context: UiContext, paths: Paths, *, demonstration: bool = False) -> None:
        super().__init__()
        self._context = context
        self._painted = False
        self._open = False
        self._resume: int | None = None
        self._resume_register = self._asked = False
        self._left_by = ""
        self._counts: WorklistCounts | None = None
        self.setWindowTitle("M-Spike")
        self.setMinimumSize(*_SMALLEST)
        self._hide_names = add_action(self, "hide_names", self._on_hide_names)
        self._hide_names.setCheckable(True)
        self._hide_names.setChecked(context.names_hidden)
        self._lock = add_action(self, "lock", lambda: self.lock())
        self._add_commands()
        self.guard, self.emergency = Guard(context, self), EmergencyBand(self)
        self.backups, self.notice = BackupWatch(context, self), SafetyNotice(self)
        self.top_bar = TopBar(
            context,
            self.backups,
            self._hide_names,
            self._lock,
            demonstration=demonstration,
            parent=self,
        )
        # Where any trace of a record is left, none is created: that would look like lost data.
        exists = paths.record.exists() or paths.keys.exists()
        self.unlock_page = UnlockPage(context, str(paths.record), exists=exists, parent=self)
        self.pages = PageStack(context, self.backups, self)
        self.pages.addWidget(self.unlock_page)
        self._pending = ImportDesk(context, self)
        self._lay_out()
        self._connect()
        self._show_open(is_open=False)
        self._restore_geometry()

    def lock(self, cause: LockCause = LockCause.DEMAND) -> None:
        """Keep the draft, close the record and its pages, and ask for the passphrase.

        Nothing is asked before: an open dialog is closed, so that the room sees nothing more.
        """
        if not self._open:
            return
        self.guard.stop()
        self.guard.commit()
        self.backups.stop()
        self.notice.clear()
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QDialog):
                window.reject()
            elif window.windowType() == Qt.WindowType.Popup:
                window.close()
        user = self._context.services.clinic.who()
        self._left_by = user.login if user is not None else ""
        self._resume = self.pages.open_patient_id
        self._resume_register = self.pages.register_shown
        self.pages.leave_patient()
        lock = partial(self._context.services.clinic.lock, cause)
        self._context.tasks.run(lock, owner=self)
        self.pages.close_pages()
        self._show_open(is_open=False)
        self.pages.setCurrentWidget(self.unlock_page)
        self.unlock_page.start(exists=True)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.pages.leave_patient()
        if self._open and self.pages.settings_unsaved and not self._asked:
            self._asked = True  # asked once, in the page; closing again closes
            self.pages.show_settings()
            self.pages.ask_before_closing()
            event.ignore()
            return
        self._context.settings.setValue(_GEOMETRY, self.saveGeometry())
        super().closeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.top_bar, self.emergency, self.notice):
            layout.addWidget(part)
        layout.addWidget(self.pages, 1)

    def _add_commands(self) -> None:
        add_action(self, "find", self._on_find)
        add_action(self, "settings", self._on_settings)
        add_action(self, "users", lambda: self.pages.show_users())
        add_action(self, "audit", lambda: self.pages.show_audit())
        add_action(self, "backups", lambda: self.pages.show_backups())

    def _connect(self) -> None:
        search = self.top_bar.search
        search.textChanged.connect(self._on_search_changed)
        search.returnPressed.connect(self._on_search_return)
        search.step_requested.connect(self._on_search_step)
        search.cancel_requested.connect(self._on_search_cancelled)
        self.pages.page_shown.connect(self._on_page_shown)
        self.pages.typed.connect(self._on_typed_in_list)
        self.pages.counted.connect(self._on_counted)
        self.unlock_page.unlocked.connect(self._on_unlocked)
        self.unlock_page.quit_requested.connect(self.close)
        self._context.names_hidden_changed.connect(self._hide_names.setChecked)
        self.guard.lock_wanted.connect(self.lock)
        self.guard.warned.connect(self.top_bar.warn)
        self.pages.emergency_begun.connect(self.emergency.begin)
        self.backups.unsound.connect(self.notice.show_unsound)
        for wanted in (self.notice.backups_wanted, self.top_bar.backup.wanted):
            wanted.connect(self._on_backups)
        self.unlock_page.rescued.connect(self.notice.show_restored)
        self.pages.restored.connect(self._on_restored)
        self.pages.shut.connect(self._on_shut)

    def _show_open(self, *, is_open: bool) -> None:
        self._open = is_open
        self.top_bar.setVisible(is_open)
        self.top_bar.search.clear()
        for action in self.actions():
            action.setEnabled(is_open)
        if is_open:
            limit_commands(self, self._context.may)
        else:
            self.emergency.end()

    def _restore_geometry(self) -> None:
        saved = self._context.settings.value(_GEOMETRY, QByteArray(), type=QByteArray)
        if not isinstance(saved, QByteArray) or not self.restoreGeometry(saved):
            self.resize(*_FIRST_SIZE)
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _on_unlocked(self) -> None:
        self._show_open(is_open=True)
        resume = self._begin_session()
        self.pages.show_worklist()
        self._pending.assess_all()  # what an import left to do when the program was closed
        if resume is not None:
            self.pages.show_patient(resume)
        elif self._resume_register:
            self.pages.show_register()

    def _begin_session(self) -> int | None:
        """Name who came, watch over the record, and give the patient whom they had left open.

        What somebody else had on the screen is not theirs to find there.
        """
        resume, self._resume = self._resume, None
        user = self._context.services.clinic.who()
        login = user.login if user is not None else ""
        name = user.display_name if user is not None and self.unlock_page.form.login else ""
        self.top_bar.show_user(name)
        self.guard.start()
        self.backups.start()
        if self._left_by not in ("", login):
            self._resume_register = False
            return None
        return resume

    def _on_backups(self) -> None:
        if self._context.may(Right.BACKUP):
            self.pages.show_backups()

    def _on_restored(self, report: TrialReport) -> None:
        """Begin anew: every patient on a page may be another one in what was restored."""
        self.guard.stop()
        self.pages.close_pages()
        self._resume, self._resume_register = None, False
        self.notice.clear()
        self._on_unlocked()
        self.notice.show_restored(report)

    def _on_shut(self, problem: Problem) -> None:
        """Say at the door why the record did not open again after a restore."""
        self.lock()
        self.unlock_page.show_problem(problem)

    def _on_page_shown(self) -> None:
        listed = self.pages.worklist_shown
        if listed:
            self.top_bar.search.setFocus()
        else:
            self.top_bar.search.clear()
        self.top_bar.show_counts(None if listed else self._counts)

    def _on_counted(self, counts: WorklistCounts) -> None:
        self._counts = counts

    def _on_hide_names(self) -> None:
        self._context.hide_names(not self._context.names_hidden)

    def _on_settings(self) -> None:
        self._asked = False
        self.pages.show_settings()

    def _on_find(self) -> None:
        self.top_bar.search.setFocus()
        self.top_bar.search.selectAll()

    def _on_search_changed(self, text: str) -> None:
        if not self._open:
            return
        if text and not self.pages.worklist_shown:
            self.pages.show_worklist()
        if self.pages.worklist is not None:
            self.pages.worklist.set_query(text)

    def _on_search_return(self) -> None:
        if self.pages.worklist is not None and self.pages.worklist_shown:
            self.pages.worklist.open_current()

    def _on_search_step(self, step: int) -> None:
        if self.pages.worklist is not None and self.pages.worklist_shown:
            self.pages.worklist.move_by(step)

    def _on_search_cancelled(self) -> None:
        left = self.pages.left_patient_id
        if left is not None and self.pages.worklist_shown:
            self.pages.show_patient(left)

    def _on_typed_in_list(self, text: str) -> None:
        self.top_bar.search.setText(text)
        self.top_bar.search.setFocus()
