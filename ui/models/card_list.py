"""List the cards of the evidence view under two headings; a heading cannot be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
from typing_extensions import override

from desktop_app.domain.sources import Card
from ui import theme
from ui.qt_types import ROOT, ROW, ModelIndex

if TYPE_CHECKING:
    from collections.abc import Sequence


class CardList(QAbstractListModel):
    """Hold headings, which are texts, and cards in one language."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[str | Card, ...] = ()
        self._language = ""

    def set_shelves(self, shelves: Sequence[tuple[str, Sequence[Card]]], language: str) -> None:
        """Show other shelves, each with its heading; an empty one is left out."""
        self.beginResetModel()
        self._language = language
        lines: list[str | Card] = []
        for heading, cards in shelves:
            if cards:
                lines += [f"{heading} ({len(cards)})", *cards]
        self._lines = tuple(lines)
        self.endResetModel()

    def card(self, index: ModelIndex) -> Card | None:
        """Give the card of a line, if it is one."""
        line = self._lines[index.row()] if index.isValid() else None
        return line if isinstance(line, Card) else None

    def place_of(self, wanted: str) -> QModelIndex:
        """Find a card by its ID, else the first one; an invalid index where there is none."""
        cards = [(row, line.id) for row, line in enumerate(self._lines) if isinstance(line, Card)]
        rows = [row for row, name in cards if name == wanted] or [row for row, _ in cards]
        return self.index(rows[0]) if rows else QModelIndex()

    @override
    def rowCount(self, parent: ModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        return super().flags(index) if self.card(index) is not None else Qt.ItemFlag.NoItemFlags

    @override
    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if isinstance(line, Card):
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                return line.titles[self._language]
            return line if role == ROW else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line
            case Qt.ItemDataRole.FontRole:
                return theme.font("strongTable")
            case Qt.ItemDataRole.ForegroundRole:
                return theme.color("muted")
        return None
