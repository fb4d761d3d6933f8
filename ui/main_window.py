"""Hold the shell: the bar on top, the pages below, the lock, and the window's place on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from ui.actions import add_action
from ui.page_stack import PageStack
from ui.pages.unlock import UnlockPage
from ui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from desktop_app.domain.worklist import WorklistCounts
    from desktop_app.paths import Paths
    from ui.context import UiContext

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
        self._counts: WorklistCounts | None = None
        self.setWindowTitle("M-Spike")
        self.setMinimumSize(*_SMALLEST)
        self._hide_names = add_action(self, "hide_names", self._on_hide_names)
        self._hide_names.setCheckable(True)
        self._hide_names.setChecked(context.names_hidden)
        self._lock = add_action(self, "lock", self.lock)
        self._find = add_action(self, "find", self._on_find)
        self._settings = add_action(self, "settings", self._on_settings)
        self.top_bar = TopBar(
            context, self._hide_names, self._lock, demonstration=demonstration, parent=self
        )
        # Where any trace of a record is left, none is created: that would look like lost data.
        exists = paths.record.exists() or paths.keys.exists()
        self.unlock_page = UnlockPage(context, str(paths.record), exists=exists, parent=self)
        self.pages = PageStack(context, self)
        self.pages.addWidget(self.unlock_page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top_bar)
        layout.addWidget(self.pages, 1)
        self._connect()
        self._show_open(is_open=False)
        self._restore_geometry()

    def lock(self) -> None:
        """Keep the draft, close the record and its pages, and ask for the passphrase.

        Nothing is asked before: an open dialog is closed, so that the room sees nothing more.
        """
        if not self._open:
            return
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QDialog):
                window.reject()
        self._resume = self.pages.open_patient_id
        self._resume_register = self.pages.register_shown
        self.pages.leave_patient()
        self._context.tasks.run(self._context.services.clinic.lock, owner=self)
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

    def _show_open(self, *, is_open: bool) -> None:
        self._open = is_open
        self.top_bar.setVisible(is_open)
        self.top_bar.search.clear()
        for action in (self._hide_names, self._lock, self._find, self._settings):
            action.setEnabled(is_open)

    def _restore_geometry(self) -> None:
        saved = self._context.settings.value(_GEOMETRY, QByteArray(), type=QByteArray)
        if not isinstance(saved, QByteArray) or not self.restoreGeometry(saved):
            self.resize(*_FIRST_SIZE)
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _on_unlocked(self) -> None:
        self._show_open(is_open=True)
        resume, self._resume = self._resume, None
        self.pages.show_worklist()
        if resume is not None:
            self.pages.show_patient(resume)
        elif self._resume_register:
            self.pages.show_register()

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
