"""Say what each column shows of a backup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.models.backup_words import BackupWords, moment
from ui.models.rows import Column
from ui.spans import Span

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.services.safety import BackupRow
    from ui.spans import Cell


class BackupColumns(QObject):
    """Make the columns for one language and one moment."""

    def __init__(self, now: datetime) -> None:
        super().__init__()
        self._words = BackupWords(now)

    def columns(self) -> tuple[Column[BackupRow], ...]:
        """Give the columns from left to right."""
        return (
            Column(self.tr("Made"), self._made),
            Column(self.tr("Why"), lambda row: (Span(self._words.why(row.why)),)),
            Column(self.tr("Patients"), lambda row: (Span(str(row.patients)),), right=True),
            Column(self.tr("Visits"), lambda row: (Span(str(row.visits)),), right=True),
            Column(self.tr("Size"), lambda row: (Span(self._words.size(row.size)),), right=True),
            Column(self.tr("File"), lambda row: (Span(str(row.path), "muted"),)),
        )

    def _made(self, row: BackupRow) -> Cell:
        return (Span(moment(row.made_at), "strong"), Span(self._words.age(row.made_at), "muted"))
