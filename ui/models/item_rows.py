"""Gather the tests of a source that somebody must name, each once for the whole laboratory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.domain.arrivals.review import Arrival, ArrivalState
from desktop_app.domain.arrivals.rows import LEAVE_OUT
from ui.models.arrival_words import printed_name, printed_value
from ui.models.rows import Column
from ui.spans import Span

if TYPE_CHECKING:
    from desktop_app.domain.arrivals.review import Decisions
    from ui.spans import Cell
    from ui.terms import Terms


@dataclass(frozen=True, slots=True)
class ItemRow:
    """Hold one item: as it is printed, how often, an example, and what was decided."""

    item: str
    printed: str
    count: int
    example: Arrival
    options: tuple[str, ...]
    code: str | None  # as decided; None where it is still asked


def item_rows(arrivals: tuple[Arrival, ...], decisions: Decisions) -> tuple[ItemRow, ...]:
    """Give the items that are unknown or were named in this review; the most frequent first."""
    counts: dict[str, int] = {}
    examples: dict[str, Arrival] = {}
    for each in arrivals:
        item = each.reading.item
        if each.state is ArrivalState.UNKNOWN or item in decisions.items:
            counts[item] = counts.get(item, 0) + 1
            examples.setdefault(item, each)
    made = (
        ItemRow(
            item,
            printed_name(example.reading.row),
            counts[item],
            example,
            tuple(o for q in example.reading.questions for o in q.options),
            decisions.items.get(item),
        )
        for item, example in examples.items()
    )
    return tuple(sorted(made, key=lambda row: (row.code is not None, -row.count)))


class ItemColumns(QObject):
    """Make the columns for one language."""

    def __init__(self, terms: Terms) -> None:
        super().__init__()
        self._terms = terms

    def columns(self) -> tuple[Column[ItemRow], ...]:
        """Give the columns from left to right."""
        return (
            Column(self.tr("As printed"), lambda row: (Span(row.printed, "strong"),)),
            Column(
                self.tr("Code"), lambda row: (Span(row.example.reading.row.item_code, "muted"),)
            ),
            Column(self.tr("Values"), lambda row: (Span(str(row.count)),)),
            Column(self.tr("Example"), lambda row: (Span(printed_value(row.example.reading.row)),)),
            Column(self.tr("Is"), self._meaning),
        )

    def _meaning(self, row: ItemRow) -> Cell:
        if row.code is None:
            return (Span(self.tr("which test?"), "warning", chip=True),)
        if row.code == LEAVE_OUT:
            return (Span(self.tr("never imported"), "neutral", chip=True),)
        return (Span(self._terms.analyte(row.code), "good", chip=True),)
