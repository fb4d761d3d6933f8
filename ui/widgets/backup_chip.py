"""Say in the top bar how old the last backup is; a press leads to the backups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from ui import theme
from ui.language import language_change
from ui.models.backup_words import BackupWords, is_stale
from ui.widgets.chip import chip_text

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from ui.backup_watch import BackupWatch
    from ui.context import UiContext

_MINUTE_MS = 60_000


class BackupChip(QPushButton):
    """Stay quiet while all is well, and warn of an old backup or of one that failed."""

    wanted = Signal()

    def __init__(
        self, context: UiContext, watch: BackupWatch, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._watch = context, watch
        theme.set_property(self, "role", "chip")
        self.setAutoDefault(True)  # else Enter does nothing outside a dialog
        self.clicked.connect(self.wanted)
        watch.changed.connect(self.retranslate)
        self._ageing = QTimer(self)
        self._ageing.setInterval(_MINUTE_MS)
        self._ageing.timeout.connect(self.retranslate)
        self._ageing.start()
        self.hide()

    def retranslate(self) -> None:
        """Set the text in the window's language."""
        if not self._context.ready:
            return
        text, kind = self._state()
        theme.set_property(self, "kind", kind)
        self.setText(chip_text(kind, text))
        self.setAccessibleName(text)
        self.setToolTip(self.tr("To the backups"))
        self.show()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    def _state(self) -> tuple[str, str]:
        watch, now = self._watch, self._context.services.clock.now()
        newest = watch.newest
        if watch.busy:
            return self.tr("Backing up…"), "neutral"
        if watch.problem is not None:
            return self.tr("Backup failed"), "critical"
        if newest is None:
            return self.tr("No backup yet"), "warning"
        if watch.second_problem is not None:
            return self.tr("Second place failed"), "warning"
        #: {0} is an age, such as "3 h ago"
        said = self.tr("Backup {0}").format(BackupWords(now).age(newest.made_at))
        return said, "warning" if is_stale(newest, now) else "neutral"
