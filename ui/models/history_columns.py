"""Say what each column shows of an import that was stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.models.origin_words import source_name
from ui.models.rows import Column
from ui.spans import Span

if TYPE_CHECKING:
    from desktop_app.domain.arrivals.known import ImportBatch
    from ui.spans import Cell


class HistoryColumns(QObject):
    """Make the columns for one language."""

    def columns(self) -> tuple[Column[ImportBatch], ...]:
        """Give the columns from left to right."""
        return (
            Column(self.tr("Stored"), _stored_at),
            Column(self.tr("Source"), lambda row: (Span(source_name(row.name), "strong"),)),
            Column(self.tr("Profile"), lambda row: (Span(row.profile, "muted"),)),
            Column(self.tr("Values"), self._values),
            Column(self.tr("State"), self._state),
        )

    def _values(self, row: ImportBatch) -> Cell:
        said = [self.tr("%n stored", "", row.stored)]
        if row.corrected:
            said.append(self.tr("%n corrected", "", row.corrected))
        if row.registered:
            said.append(self.tr("%n registered", "", row.registered))
        return (Span(" · ".join(said)),)

    def _state(self, row: ImportBatch) -> Cell:
        if not row.undone:
            return (Span(self.tr("stands"), "good", chip=True),)
        chip = Span(self.tr("taken back"), "neutral", chip=True)
        return (chip, Span(row.undo_reason or "", "muted"))


def _stored_at(row: ImportBatch) -> Cell:
    return (Span(f"{row.stored_at.astimezone():%Y-%m-%d %H:%M}"),)
