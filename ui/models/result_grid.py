"""Show each analyte in a row: latest, previous, baseline, lowest, change, and its trend."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from typing_extensions import override

from ui import theme
from ui.qt_types import ROOT, ROW, ModelIndex

if TYPE_CHECKING:
    from desktop_app.services.trends import Cell, ResultRow
    from ui.terms import Terms


class Column(IntEnum):
    """Name the columns from left to right."""

    NAME = 0
    LATEST = 1
    PREVIOUS = 2
    BASELINE = 3
    NADIR = 4
    CHANGE = 5
    SIGNIFICANCE = 6
    TREND = 7


UNIT = int(ROW) + 1
KIND = int(ROW) + 2
_CELLS = {
    Column.LATEST: "latest",
    Column.PREVIOUS: "previous",
    Column.BASELINE: "baseline",
    Column.NADIR: "nadir",
}
_NUMBERS = frozenset({*_CELLS, Column.CHANGE})
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
NOTHING = "–"


class ResultGrid(QAbstractTableModel):
    """Hold one row an analyte."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ResultRow, ...] = ()
        self._terms: Terms | None = None

    def set_rows(self, rows: tuple[ResultRow, ...], terms: Terms) -> None:
        """Show other rows, in the words of a language."""
        self.beginResetModel()
        self._rows, self._terms = rows, terms
        self.endResetModel()

    def row(self, index: ModelIndex) -> ResultRow | None:
        """Give the row behind an index."""
        return self._rows[index.row()] if index.isValid() else None

    @override
    def rowCount(self, parent: ModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: ModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    @override
    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._terms is None:
            return None
        row, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column in _NUMBERS else _LEFT
            case Qt.ItemDataRole.ToolTipRole:
                return self._hint(row, column)
            case Qt.ItemDataRole.FontRole:
                return theme.font("strong") if column is Column.LATEST else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, column)
            case Qt.ItemDataRole.UserRole:
                return row
        if role == UNIT:
            return self._terms.unit(row.unit) if column is Column.NAME else None
        if role == KIND:
            return _kind(row, column)
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if Column(section) in _NUMBERS else _LEFT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Results"),
            self.tr("Latest"),
            self.tr("Previous"),
            self.tr("Baseline"),
            self.tr("Lowest"),
            self.tr("Change"),
            self.tr("Noise"),
            self.tr("Trend"),
        )[section]

    def _text(self, row: ResultRow, column: Column) -> str:
        assert self._terms is not None
        if column in _CELLS:
            cell = _cell(row, column)
            return cell.text if cell is not None else NOTHING
        match column:
            case Column.NAME:
                return self._terms.analyte(row.code)
            case Column.CHANGE:
                return row.change_percent or row.change or NOTHING
            case Column.SIGNIFICANCE:
                return self._significance(row)
        return ""

    def _significance(self, row: ResultRow) -> str:
        if row.significance == "beyond_noise":
            return self.tr("real")
        if row.significance == "within_noise":
            return self.tr("in noise")
        return ""

    def _hint(self, row: ResultRow, column: Column) -> str | None:
        cell = _cell(row, column)
        if cell is None:
            return None
        return " · ".join(filter(None, (cell.date, cell.lab, self._limits(row, column))))

    def _limits(self, row: ResultRow, column: Column) -> str:
        if column is not Column.LATEST or row.outside is None:
            return ""
        if row.outside == "low":
            return self.tr("below the laboratory's limit")
        return self.tr("above the laboratory's limit")

    def _spoken(self, row: ResultRow, column: Column) -> str | None:
        text = self._text(row, column)
        if not text or text == NOTHING:
            return None
        unit = row.unit if column in _CELLS or column is Column.CHANGE else ""
        hint = self._hint(row, column) or ""
        return " ".join(filter(None, (self._text(row, Column.NAME), text, unit, hint)))


def _cell(row: ResultRow, column: Column) -> Cell | None:
    name = _CELLS.get(column)
    return getattr(row, name) if name else None


def _kind(row: ResultRow, column: Column) -> str | None:
    """Name the look of a cell: a chip for the significance, a mark for a value outside limits."""
    if column is Column.SIGNIFICANCE and row.significance is not None:
        return "warning" if row.significance == "beyond_noise" else "neutral"
    if column is Column.LATEST and row.outside is not None:
        return "warning"
    return None
