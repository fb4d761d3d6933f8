"""Give the five axes of the response as rows: never one level for all of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from typing_extensions import override

from desktop_app.domain import poems_words as said
from desktop_app.domain.myeloma_words import SEPARATOR
from desktop_app.domain.poems_form import CHANGE, CHANGES
from ui import theme
from ui.qt_types import DISPLAY, ROOT, ModelIndex

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Input
    from desktop_app.domain.poems_conclusions import PoemsResponse, ResponseAxis
    from ui.terms import Terms

WORSE = frozenset({"PD_H", "PD_V", "PD_R", "Cp", "progressed"})


class AxisColumn(IntEnum):
    """Name the columns from left to right."""

    AXIS = 0
    BASELINE = 1
    LOWEST = 2
    NOW = 3
    LEVEL = 4
    BEST = 5


class AxisRows(QAbstractTableModel):
    """Hold one row an axis, each with where it began, its lowest, now, its level and its best."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._axes: tuple[ResponseAxis, ...] = ()
        self._terms: Terms | None = None

    def show_response(self, response: PoemsResponse | None, terms: Terms) -> None:
        """Show the axes of a response."""
        self.beginResetModel()
        self._axes = response.axes if response is not None else ()
        self._terms = terms
        self.endResetModel()

    def empty(self, row: int) -> bool:
        """Tell whether an axis has no value at all, so that why not may take the whole line."""
        axis = self._axes[row]
        return not axis.evaluable and (axis.baseline or axis.nadir or axis.value) is None

    def remarks(self) -> tuple[str, ...]:
        """Give what must be minded, one line an axis; what holds for all is said once."""
        reasons = {axis.reason for axis in self._axes}
        if self._terms is not None and len(self._axes) > 1 and len(reasons) == 1:
            return tuple(self._terms.sentence("note", x) for x in reasons if x is not None)
        told = (self.remark(row) for row in range(len(self._axes)) if not self.empty(row))
        return tuple(filter(None, told))

    def remark(self, row: int) -> str:
        """Say of an axis what its cells do not: why it cannot be judged, and what to mind."""
        if self._terms is None or not 0 <= row < len(self._axes):
            return ""
        axis, terms = self._axes[row], self._terms
        notes = (*([axis.reason] if axis.reason else []), *axis.notes)
        told = [terms.sentence("note", note) for note in dict.fromkeys(notes)]
        #: {0} is an axis of the response, {1} what must be minded of it
        words = self.tr("{0}: {1}")
        return words.format(terms.of("axis", axis.axis), SEPARATOR.join(told)) if told else ""

    @override
    def rowCount(self, parent: ModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._axes)

    @override
    def columnCount(self, parent: ModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(AxisColumn)

    @override
    def data(self, index: ModelIndex, role: int = DISPLAY) -> object:
        axis, column = self._axes[index.row()], AxisColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(index.row(), column)
            case Qt.ItemDataRole.ToolTipRole:
                return self.remark(index.row()) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index.row(), column)
            case Qt.ItemDataRole.ForegroundRole:
                return _ink(axis, column)
            case Qt.ItemDataRole.FontRole:
                strong = column in (AxisColumn.AXIS, AxisColumn.LEVEL) and axis.evaluable
                return theme.font("strongTable") if strong else None
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != DISPLAY:
            return None
        return (
            self.tr("Axis"),
            self.tr("Baseline"),
            self.tr("Lowest"),
            self.tr("Now"),
            self.tr("Response"),
            self.tr("Best"),
        )[section]

    def _spoken(self, row: int, column: AxisColumn) -> str:
        """Say the whole row at its first cell, each value with the name of its column."""
        if column is not AxisColumn.AXIS:
            return self._text(row, column).replace("\n", " ")
        names = ((x, self.headerData(x, Qt.Orientation.Horizontal)) for x in AxisColumn)
        cells = ((name, self._text(row, x).replace("\n", " ")) for x, name in names)
        return ", ".join(f"{name} {text}" for name, text in cells if text)

    def _text(self, row: int, column: AxisColumn) -> str:
        axis, terms = self._axes[row], self._terms
        assert terms is not None
        match column:
            case AxisColumn.AXIS:
                return terms.of("axis", axis.axis)
            case AxisColumn.BASELINE:
                if self.empty(row):
                    why = [terms.sentence("note", axis.reason)] if axis.reason else []
                    return SEPARATOR.join((said.axis_level_text(axis, terms), *why))
                return _value(axis.baseline, terms)
            case AxisColumn.LOWEST:
                return _value(axis.nadir, terms)
            case AxisColumn.NOW:
                return _value(axis.value, terms)
            case AxisColumn.LEVEL:
                return self._level(axis, terms)
            case AxisColumn.BEST:
                best = said.level_text(axis.best, terms) if axis.best is not None else ""
                short = re.split("[:\uff1a]", best)[0]  # the column has no room for its words
                return "\n".join(filter(None, (short, axis.best_on)))

    def _level(self, axis: ResponseAxis, terms: Terms) -> str:
        level = said.axis_level_text(axis, terms)
        sign = f"{theme.SIGNS['warning']} " if axis.current in WORSE else ""
        #: The value lies exactly on the border of two levels of response
        boundary = f"\n▲ {self.tr('on the border')}" if axis.boundary else ""
        return f"{sign}{level}{boundary}"


def _value(given: Input | None, terms: Terms) -> str:
    """Give a value above its day."""
    if given is None:
        return ""
    value = _counted(given.value, terms) if given.code == CHANGE else terms.value(given)
    return "\n".join(filter(None, (value, given.date)))


def _counted(value: object, terms: Terms) -> str:
    """Count how many signs are better, the same and worse; the trace names them."""
    given = value if isinstance(value, tuple | list) else ()
    counts = Counter(str(each.get("change")) for each in given if isinstance(each, Mapping))
    colon = ": " if terms.language == "en" else "\uff1a"
    return "\n".join(f"{terms.of('answer', x)}{colon}{counts[x]}" for x in CHANGES if counts[x])


def _ink(axis: ResponseAxis, column: AxisColumn) -> object:
    if column is not AxisColumn.LEVEL and axis.evaluable:
        return None
    if axis.current in WORSE:
        return theme.ink_of("warning")
    if not axis.evaluable or not axis.confirmed or axis.pending or len(axis.possible) > 1:
        return theme.ink_of("unknown")
    return None
