"""Show the trace of an assessment as a tree, with value, cut-off, date, source and remark."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt
from typing_extensions import override

from desktop_app.domain.truth import Truth
from ui import theme
from ui.qt_types import ROOT, ModelIndex

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Reason:
    """Hold one row in words; a heading has no state.

    ``awaiting`` says that the rule is not verified yet, else it is empty; a ``folded`` branch
    stays closed until somebody opens it.
    """

    label: str
    state: Truth | None = None
    state_word: str = ""
    value: str = ""
    brief: str = ""
    threshold: str = ""
    date: str = ""
    source: str = ""
    citation: str = ""
    note: str = ""
    rule: str = ""
    awaiting: str = ""
    folded: bool = False
    parts: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class _Node:
    reason: Reason
    row: int
    parent: int  # place in the list of nodes, -1 at the top
    children: list[int]


class Column(IntEnum):
    """Name the columns from left to right."""

    CRITERION = 0
    STATE = 1
    VALUE = 2
    THRESHOLD = 3
    DATE = 4
    SOURCE = 5
    NOTE = 6


KINDS = {Truth.MET: "accent", Truth.NOT_MET: "neutral", Truth.UNKNOWN: "unknown"}
SIGNS = {Truth.MET: "✔", Truth.NOT_MET: "✖", Truth.UNKNOWN: "?"}


class ReasoningTree(QAbstractItemModel):
    """Hold the reasons; every row is reached by its place in one flat list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes: list[_Node] = []
        self._top: list[int] = []

    def set_reasons(self, reasons: Sequence[Reason]) -> None:
        """Show other reasons."""
        self.beginResetModel()
        self._nodes = []
        self._top = self._add(reasons, -1)
        self.endResetModel()

    def _add(self, reasons: Sequence[Reason], parent: int) -> list[int]:
        places = []
        for row, reason in enumerate(reasons):
            place = len(self._nodes)
            node = _Node(reason, row, parent, [])
            self._nodes.append(node)
            node.children.extend(self._add(reason.parts, place))
            places.append(place)
        return places

    def _children(self, index: ModelIndex) -> list[int]:
        return self._nodes[index.internalId()].children if index.isValid() else self._top

    def reason(self, index: ModelIndex) -> Reason | None:
        """Give the row behind an index."""
        return self._nodes[index.internalId()].reason if index.isValid() else None

    def path(self, index: ModelIndex) -> tuple[str, ...]:
        """Give the labels from the top to a row, by which it is found in another trace."""
        if not index.isValid():
            return ()
        node = self._nodes[index.internalId()]
        labels = [node.reason.label]
        while node.parent >= 0:
            node = self._nodes[node.parent]
            labels.insert(0, node.reason.label)
        return tuple(labels)

    def at_path(self, path: Sequence[str]) -> QModelIndex:
        """Find the row of a path; an invalid index where there is none any more."""
        found = QModelIndex()
        for label in path:
            rows = (self.index(row, 0, found) for row in range(self.rowCount(found)))
            reasons = ((row, self.reason(row)) for row in rows)
            match = next((row for row, given in reasons if given and given.label == label), None)
            if match is None:
                return QModelIndex()
            found = match
        return found

    @override
    def index(self, row: int, column: int, parent: ModelIndex = ROOT) -> QModelIndex:
        children = self._children(parent)
        if parent.column() > 0 or not (0 <= row < len(children) and 0 <= column < len(Column)):
            return QModelIndex()
        return self.createIndex(row, column, children[row])

    @override
    def parent(self, index: ModelIndex = ROOT) -> QModelIndex:  # type: ignore[override]
        if not index.isValid():
            return QModelIndex()
        place = self._nodes[index.internalId()].parent
        return QModelIndex() if place < 0 else self.createIndex(self._nodes[place].row, 0, place)

    @override
    def rowCount(self, parent: ModelIndex = ROOT) -> int:
        return 0 if parent.column() > 0 else len(self._children(parent))

    @override
    def columnCount(self, parent: ModelIndex = ROOT) -> int:
        return 0 if parent.column() > 0 else len(Column)

    @override
    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        reason = self.reason(index)
        if reason is None:
            return None
        column = Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _text(reason, column)
            case Qt.ItemDataRole.ToolTipRole:
                return _text(reason, column) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return " ".join(filter(None, (_text(reason, each) for each in Column)))
            case Qt.ItemDataRole.ForegroundRole:
                return _ink(reason, column)
            case Qt.ItemDataRole.FontRole:
                return theme.font("strong") if self._heads(index, reason) else None
            case Qt.ItemDataRole.UserRole:
                return reason
        return None

    def _heads(self, index: ModelIndex, reason: Reason) -> bool:
        """Tell whether a row is a heading; below the top one that is folded says something."""
        top = not index.parent().isValid()
        return reason.state is None and bool(reason.parts) and (top or not reason.folded)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Criterion"),
            self.tr("State"),
            self.tr("Value"),
            self.tr("Cut-off"),
            self.tr("Date"),
            self.tr("Source"),
            self.tr("Remark"),
        )[section]


def _text(reason: Reason, column: Column) -> str:
    match column:
        case Column.CRITERION:
            return f"{theme.UNVERIFIED_SIGN} {reason.label}" if reason.awaiting else reason.label
        case Column.STATE:
            return f"{SIGNS[reason.state]} {reason.state_word}" if reason.state is not None else ""
        case Column.VALUE:
            return reason.value
        case Column.THRESHOLD:
            return reason.threshold
        case Column.DATE:
            return reason.date
        case Column.SOURCE:
            return reason.source
        case Column.NOTE:
            return " · ".join(filter(None, (reason.awaiting, reason.note)))


def _ink(reason: Reason, column: Column) -> object:
    if reason.state is Truth.UNKNOWN:
        return theme.ink_of("unknown")
    if column is Column.STATE and reason.state is not None:
        return theme.ink_of(KINDS[reason.state])
    return None
