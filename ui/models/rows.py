"""Show a tuple of frozen rows as a table; each column says how to make its cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from typing_extensions import override

from ui.qt_types import ACCESSIBLE_TEXT, ALIGNMENT, DISPLAY, ROOT, ROW, SPANS, ModelIndex
from ui.spans import Cell, cell_text

Row = TypeVar("Row")
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """Name a column and how its cell is made of a row; ``right`` is for numbers."""

    title: str
    cell: Callable[[Row], Cell]
    right: bool = False


class RowModel(QAbstractTableModel, Generic[Row]):
    """Hold rows and columns; cells are made when they are painted, not before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._columns: tuple[Column[Row], ...] = ()

    def set_columns(self, columns: Sequence[Column[Row]]) -> None:
        """Replace the columns, as when the language changes."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self.endResetModel()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    @property
    def rows(self) -> tuple[Row, ...]:
        """Give the rows that are shown."""
        return self._rows

    @override
    def rowCount(self, parent: ModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: ModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    @override
    def data(self, index: ModelIndex, role: int = DISPLAY) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role == ROW:
            return row
        if role == ALIGNMENT:
            return RIGHT if column.right else LEFT
        if role == SPANS:
            return column.cell(row)
        if role in (DISPLAY, ACCESSIBLE_TEXT):
            return cell_text(column.cell(row))
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        if role == DISPLAY:
            return self._columns[section].title
        if role == ALIGNMENT:
            return RIGHT if self._columns[section].right else LEFT
        return None
