"""Show the bar above every page: search, what is due, hide names, lock, language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel
from typing_extensions import override

from ui import theme
from ui.actions import key_text
from ui.language import language_change
from ui.widgets.backup_chip import BackupChip
from ui.widgets.chip import Chip
from ui.widgets.key_button import KeyButton
from ui.widgets.language_button import LanguageButton
from ui.widgets.search_edit import SearchEdit

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from desktop_app.domain.worklist import WorklistCounts
    from ui.backup_watch import BackupWatch
    from ui.context import UiContext

_SEARCH_WIDTH = 300
_SLOW_MS = 300


class TopBar(QFrame):
    """Hold what is at hand on every page once the record is open."""

    def __init__(
        self,
        context: UiContext,
        watch: BackupWatch,
        hide_names: QAction,
        lock: QAction,
        *,
        demonstration: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "topBar")
        self.setFixedHeight(theme.TOP_BAR)
        self._demonstration = demonstration
        self._counts: WorklistCounts | None = None
        self._brand = QLabel("M-Spike", self)
        self._brand.setProperty("role", "brand")
        self.search = SearchEdit(self)
        self.search.setFixedWidth(_SEARCH_WIDTH)
        self._today, self._overdue = Chip(parent=self), Chip(parent=self)
        self._demo, self._soon = Chip(parent=self), Chip(parent=self)
        self._working, self._who = QLabel(self), QLabel(self)
        self._seconds = 0
        self._who.setProperty("role", "muted")
        self._working.setProperty("role", "muted")
        self._hide_names = KeyButton(hide_names, parent=self)
        self.backup = BackupChip(context, watch, self)
        self._lay_out(KeyButton(lock, parent=self), LanguageButton(context.languages, self))
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_MS)
        self._slow.timeout.connect(self._on_slow)
        context.tasks.busy_changed.connect(self._on_busy_changed)
        self.retranslate()

    def show_counts(self, counts: WorklistCounts | None) -> None:
        """Show how many are due today and overdue; None where the list beside says it already."""
        self._counts = counts
        self._show_counts()

    def show_user(self, name: str) -> None:
        """Name who is at the record; nobody where one user alone can be."""
        self._who.setText(name)
        self._who.setVisible(bool(name))

    def warn(self, seconds: int) -> None:
        """Say that the record locks itself soon; 0 takes it back."""
        self._seconds = seconds
        #: {0} is a number of seconds
        said = self.tr("Locks in {0} s; any key keeps it open").format(seconds)
        self._soon.show_state(said if seconds else "", "warning")

    @property
    def warning(self) -> str:
        """Give the warning that is shown."""
        return self._soon.text() if self._seconds else ""

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        #: {0} is a key, such as Ctrl+F
        hint = self.tr("Name, record number, birth date  {0}")
        self.search.setPlaceholderText(hint.format(key_text("find")))
        self.search.setAccessibleName(self.tr("Find patient"))
        demo = self.tr("Demonstration: fictional patients, removed when you close")
        self._demo.show_state(demo if self._demonstration else "", "accent")
        self._working.setText("")
        self.warn(self._seconds)
        self._show_counts()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    def _lay_out(self, *last: QWidget) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(theme.STEPS[2])
        for part in (self._brand, self.search, self._today, self._overdue, self._demo):
            layout.addWidget(part)
        layout.addStretch(1)
        for state in (self._working, self._soon, self.backup, self._who, self._hide_names, *last):
            layout.addWidget(state)

    def _show_counts(self) -> None:
        counts = self._counts
        if counts is None:
            self._today.show_state("", "neutral")
            self._overdue.show_state("", "neutral")
            return
        self._today.show_state(self.tr("Today {0}").format(counts.today), "neutral")
        overdue = self.tr("Overdue {0}").format(counts.overdue) if counts.overdue else ""
        self._overdue.show_state(overdue, "warning")

    def _on_busy_changed(self, busy: bool) -> None:
        if busy:
            self._slow.start()
        else:
            self._slow.stop()
            self._working.setText("")

    def _on_slow(self) -> None:
        self._working.setText(self.tr("Working…"))
