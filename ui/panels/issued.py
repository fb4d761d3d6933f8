"""List the leaflets and letters that were issued; each can be printed again, byte for byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QPushButton, QWidget

from desktop_app.domain.document import LETTER_KINDS
from ui import theme
from ui.language import LANGUAGE_NAMES
from ui.widgets.panel_frame import PanelFrame

if TYPE_CHECKING:
    from desktop_app.domain.document import IssuedRow
    from ui.terms import Terms


class IssuedPanel(PanelFrame):
    """Hold the list, newest first."""

    reprint_requested = Signal(int)  # document_id

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget(self)
        self._empty = QLabel(self)
        theme.set_property(self._empty, "role", "muted")
        self.reprint = QPushButton(self)
        self.reprint.setEnabled(False)
        self.body.addWidget(self._empty)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.reprint, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(0)
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.list.itemActivated.connect(self._on_reprint)
        self.reprint.clicked.connect(self._on_reprint)
        self.retranslate()

    def show_rows(self, rows: tuple[IssuedRow, ...], terms: Terms) -> None:
        """Show other documents."""
        self.list.clear()
        for row in sorted(rows, key=lambda each: each.issued_at, reverse=True):
            day = row.issued_at.astimezone().strftime("%Y-%m-%d %H:%M")
            languages = " + ".join(LANGUAGE_NAMES[one] for one in row.languages)
            table = "letter_kind" if row.kind in LETTER_KINDS else "leaflet_kind"
            kind = terms.of(table, row.kind)
            item = QListWidgetItem(f"{day}  {kind}\n{languages}")
            item.setData(Qt.ItemDataRole.UserRole, row.document_id)
            self.list.addItem(item)
        self._empty.setVisible(not rows)
        self.list.setVisible(bool(rows))
        self.body.setStretch(self.body.count() - 1, 0 if rows else 1)
        self.reprint.setVisible(bool(rows))

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self.title.setText(self.tr("Issued before"))
        self.list.setAccessibleName(self.tr("Issued leaflets and letters"))
        self._empty.setText(self.tr("None yet."))
        self.reprint.setText(self.tr("Show again"))
        self.reprint.setAccessibleName(self.tr("Show the issued sheet again"))

    def _on_row_changed(self, row: int) -> None:
        self.reprint.setEnabled(row >= 0)

    def _on_reprint(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.reprint_requested.emit(item.data(Qt.ItemDataRole.UserRole))
