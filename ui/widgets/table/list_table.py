"""Show a list of rows: whole rows are chosen, typing goes to the search field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from ui import theme
from ui.widgets.table.span_delegate import SpanDelegate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


class ListTable(QTableView):
    """Hold the settings that every list of the program shares."""

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(SpanDelegate(theme.LIST_ROW, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.hide()
        # Fixed heights: the view never asks each of thousands of rows for its size.
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme.LIST_ROW)
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setSectionsClickable(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def set_widths(self, widths: Sequence[int]) -> None:
        """Give the columns from the left their widths; the last one takes what is left."""
        for section, width in enumerate(widths):
            self.setColumnWidth(section, width)
        columns = self.horizontalHeader()
        columns.setSectionResizeMode(len(widths), QHeaderView.ResizeMode.Stretch)

    def choose_row(self, row: int) -> None:
        """Select a row and bring it into view; a row that is not there selects none."""
        model = self.model()
        if not 0 <= row < model.rowCount():
            self.clearSelection()
            return
        self.setCurrentIndex(model.index(row, 0))

    def move_by(self, step: int) -> None:
        """Select the row ``step`` further, within the list."""
        model = self.model()
        if model.rowCount():
            here = self.currentIndex().row()
            self.choose_row(min(max(here + step, 0), model.rowCount() - 1))

    @override
    def keyboardSearch(self, search: str) -> None:
        self.typed.emit(search)
