"""List the imports that were stored; each can be taken back as a whole, with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.language import language_change
from ui.models.history_columns import HistoryColumns
from ui.models.rows import RowModel
from ui.qt_types import ROW
from ui.widgets.entry.entry_part import message_label, show_message
from ui.widgets.table.list_table import ListTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.arrivals.known import ImportBatch

_WIDTHS = (140, 250, 110, 170)


class ImportHistory(QWidget):
    """Hold the list, newest first, and the reason for taking one back."""

    undo_wanted = Signal(int, str)  # batch_id, reason

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: RowModel[ImportBatch] = RowModel(self)
        self.table = ListTable(self)
        self.table.setModel(self.rows)
        self._empty = QLabel(self)
        theme.set_property(self._empty, "role", "muted")
        self.reason, self.undo = QLineEdit(self), QPushButton(self)
        theme.set_property(self.undo, "kind", "danger")
        self.undo.setAutoDefault(True)  # else Enter does nothing outside a dialog
        self.message = message_label(self)
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._show_chosen)
        self.undo.clicked.connect(self._on_undo)
        self.reason.returnPressed.connect(self._on_undo)
        self.retranslate()

    def show_batches(self, batches: Sequence[ImportBatch]) -> None:
        """Show other imports."""
        place = max(self.table.currentIndex().row(), 0)
        self.rows.set_rows(batches)
        self.table.choose_row(min(place, len(batches) - 1))
        self.reason.clear()
        self._show_chosen()

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self.table.setAccessibleName(self.tr("Imports that were stored"))
        self._empty.setText(self.tr("Nothing was imported yet."))
        self.reason.setPlaceholderText(self.tr("Reason (kept in the record)"))
        self.reason.setAccessibleName(self.tr("Reason for taking the import back"))
        self.undo.setText(self.tr("Take this import back"))
        place = self.table.currentIndex().row()
        self.rows.set_columns(HistoryColumns().columns())
        self.table.set_widths(_WIDTHS)
        self.table.choose_row(place)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.reason, 1)
        line.addWidget(self.undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._empty, self.table):
            column.addWidget(part, 1 if part is self.table else 0)
        column.addLayout(line)
        column.addWidget(self.message)

    def _chosen(self) -> ImportBatch | None:
        found: ImportBatch | None = self.table.currentIndex().data(ROW)
        return found

    def _show_chosen(self) -> None:
        batch = self._chosen()
        self._empty.setVisible(not self.rows.rows)
        for part in (self.reason, self.undo):
            part.setEnabled(batch is not None and not batch.undone)
        show_message(self.message, "")

    def _on_undo(self) -> None:
        batch, reason = self._chosen(), self.reason.text().strip()
        if batch is None or batch.undone:
            return
        if reason:
            self.undo_wanted.emit(batch.batch_id, reason)
        else:
            show_message(self.message, self.tr("Say why; the reason is kept in the record."))
            self.reason.setFocus()
