"""List the tests that a laboratory names in its own way; each is named once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.domain.arrivals.deciding import forgotten, with_item
from desktop_app.domain.arrivals.rows import LEAVE_OUT
from ui import theme
from ui.language import language_change
from ui.models.item_rows import ItemColumns, ItemRow, item_rows
from ui.models.rows import RowModel
from ui.qt_types import ROW
from ui.widgets.imports.analyte_picker import AnalytePicker
from ui.widgets.table.list_table import ListTable

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.domain.arrivals.review import ImportReview
    from ui.terms import Terms

PICKER_HEIGHT = 190
_WIDTHS = (260, 120, 80, 160)


class ItemList(QWidget):
    """Hold the unknown tests, the most frequent first, and beside them the catalogue."""

    decided = Signal(object)  # Decisions

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review: ImportReview | None = None
        self.rows: RowModel[ItemRow] = RowModel(self)
        self.table = _ItemTable(self)
        self.table.setModel(self.rows)
        self.said = QLabel(self)
        theme.set_property(self.said, "role", "muted")
        self.picker = AnalytePicker(PICKER_HEIGHT, self)
        self.never, self.again = QPushButton(self), QPushButton(self)
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._show_chosen)
        self.table.entered_row.connect(self.picker.setFocus)
        self.picker.picked.connect(self._settle)
        self.never.clicked.connect(partial(self._settle, LEAVE_OUT))
        self.again.clicked.connect(self._on_again)
        self.retranslate()

    @property
    def open_count(self) -> int:
        """Count the tests that nobody has named yet."""
        return sum(row.code is None for row in self.rows.rows)

    def show_review(self, review: ImportReview, terms: Terms) -> None:
        """Show the unknown tests of a review; the next one that is asked is chosen."""
        here = self.picker.line.hasFocus()
        self._review = review
        self.picker.set_words(terms)
        self.rows.set_columns(ItemColumns(terms).columns())
        self.rows.set_rows(item_rows(review.arrivals, review.decisions))
        self.table.set_widths(_WIDTHS)
        self.table.choose_row(0)
        self._count()
        self._show_chosen()
        if here and not self.open_count:
            self.table.setFocus()

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self.table.setAccessibleName(self.tr("Tests that somebody must name"))
        self.never.setText(self.tr("Never import this test"))
        self.again.setText(self.tr("Ask again"))
        self._count()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        for button in (self.never, self.again):
            theme.set_property(button, "role", "compact")
            button.setAutoDefault(True)  # else Enter does nothing outside a dialog
            line.addWidget(button)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        column.addWidget(self.picker)
        column.addLayout(line)

    def _count(self) -> None:
        asked = self.open_count
        if asked:
            said = self.tr(
                "%n test(s) to be named; this is asked once for a laboratory.", "", asked
            )
        else:
            said = self.tr("Every test of this source is known.")
        self.said.setText(said)

    def _chosen(self) -> ItemRow | None:
        found: ItemRow | None = self.table.currentIndex().data(ROW)
        return found

    def _show_chosen(self) -> None:
        row = self._chosen()
        asked = row is not None and row.code is None
        self.picker.setVisible(asked)
        self.never.setVisible(asked)
        self.again.setVisible(row is not None and not asked)
        if row is not None:
            self.picker.offer(row.options)

    def _settle(self, code: str, _checked: bool = False) -> None:
        row = self._chosen()
        if row is not None and self._review is not None:
            self.decided.emit(with_item(self._review.decisions, row.item, code))

    def _on_again(self) -> None:
        row = self._chosen()
        if row is not None and self._review is not None:
            self.decided.emit(forgotten(self._review.decisions, row.example))


class _ItemTable(ListTable):
    """Go from the chosen test to the catalogue with Enter."""

    entered_row = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit()
        else:
            super().keyPressEvent(event)
