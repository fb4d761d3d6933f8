"""Show the response of POEMS axis by axis, as high as its rows, with what to mind below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui import theme
from ui.models.axis_rows import AxisColumn, AxisRows

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop_app.domain.poems_conclusions import PoemsResponse
    from ui.terms import Terms

_WIDTHS = {
    AxisColumn.AXIS: 72,
    AxisColumn.BASELINE: 92,
    AxisColumn.LOWEST: 92,
    AxisColumn.NOW: 92,
    AxisColumn.BEST: 80,
}


class AxisTable(QTableView):
    """Hold the rows without a scroll bar: all five are seen at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = AxisRows(self)
        theme.set_property(self, "role", "results")
        self.setModel(self.rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for scroll in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            scroll(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(theme.TABLE_ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(AxisColumn.LEVEL, QHeaderView.ResizeMode.Stretch)

    def show_response(self, response: PoemsResponse | None, terms: Terms) -> None:
        """Show the axes; one without any value says why in the whole line."""
        self.rows.show_response(response, terms)
        self.clearSpans()
        for row in range(self.rows.rowCount()):
            if self.rows.empty(row):
                self.setSpan(row, AxisColumn.BASELINE, 1, len(AxisColumn) - 1)
        self._fit()

    def _fit(self) -> None:
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.rows.rowCount()))
        self.setFixedHeight(rows + self.horizontalHeader().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()


class AxisPanel(QWidget):
    """Hold the table, and below it what holds for the axes together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = AxisTable(self)
        self.flags, self.notes = QLabel(self), QLabel(self)
        theme.set_property(self.flags, "role", "strong")
        theme.set_property(self.notes, "role", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(3)
        column.addWidget(self.table)
        for label in (self.flags, self.notes):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)

    def show_response(self, response: PoemsResponse | None, terms: Terms) -> None:
        """Show a response; without one the panel takes no room, untreated one line."""
        self.setVisible(response is not None)
        treated = response is not None and response.line is not None
        self.table.setVisible(treated)
        self.table.setAccessibleName(self.tr("Response, axis by axis"))
        self.table.show_response(response, terms)
        flags = response.flags if response is not None else ()
        banners = response.banners if response is not None else ()
        rows = self.table.rows.remarks()
        told = (terms.sentence("note", note) for note in banners[:1])  # all stand in the tree
        for label, lines in (
            (self.flags, [terms.sentence("note", note) for note in flags]),
            (self.notes, [*filter(None, rows), *told]),
        ):
            label.setText("\n".join(lines))
            label.setVisible(bool(lines))
