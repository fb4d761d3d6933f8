"""Set the patient's own results as a small table: today, last time, first time, and its meaning."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from desktop_app.domain.document import Movement
from desktop_app.domain.unit_label import unit_label
from desktop_app.reports.flowables import Row, Stack
from desktop_app.reports.paragraph import TextBlock
from desktop_app.reports.pictures import Rule
from desktop_app.reports.styles import LINE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from reportlab.platypus import Flowable

    from desktop_app.domain.document import OwnResult, ValueCell
    from desktop_app.reports.edition import Edition

_ARROWS = {Movement.HIGHER: "↑", Movement.LOWER: "↓", Movement.STEADY: "→"}
_MOVEMENTS = {movement: movement.value for movement in _ARROWS} | {Movement.FIRST: "first_value"}
_GAP = 5.0  # points between columns
_NOTHING = "–"
# Shares of the width: name and unit, today, last time, first time, meaning; in large print,
# where there is no room for a fifth column, the meaning stands under the name.
_SHARES = (0.365, 0.13, 0.13, 0.13, 0.245)
_LARGE_SHARES = (0.37, 0.21, 0.21, 0.21)


def result_table(
    results: Sequence[OwnResult], as_of: date, edition: Edition, width: float
) -> list[Flowable]:
    """Give the rows of the table; days that differ from their column's are named in the cell."""
    table = _Table(results, as_of, edition, width)
    return list(table.rows())


class _Table:
    def __init__(
        self, results: Sequence[OwnResult], as_of: date, edition: Edition, width: float
    ) -> None:
        self._results, self._as_of, self._edition = results, as_of, edition
        self._under = edition.style.large_print
        shares = _LARGE_SHARES if self._under else _SHARES
        room = width - _GAP * (len(shares) - 1)
        self._widths = [share * room for share in shares]
        self._days = [
            _usual(one.latest for one in results),
            _usual(one.previous for one in results),
            _usual(one.first for one in results),
        ]

    def rows(self) -> Iterator[Flowable]:
        yield self._head()
        for result in self._results:
            yield Rule(LINE, room=5)
            yield self._row(result)

    def _head(self) -> Row:
        now = "today" if self._days[0] == self._as_of.isoformat() else "latest"
        cells = [""]
        for code, day in zip((now, "previous", "first"), self._days, strict=True):
            cells.append(f"{self._edition.words(code)}\n{day}" if day else "")
        if not self._under:
            cells.append("")
        style, script = self._edition.style.column_head, self._edition.script
        return self._cells([TextBlock(cell, style, script) for cell in cells])

    def _row(self, result: OwnResult) -> Row:
        style, script = self._edition.style, self._edition.script
        unit = unit_label(result.unit)
        name = self._edition.words(f"name_{result.code}")
        values = (result.latest, result.previous, result.first)
        meaning = TextBlock(self._meaning(result), style.cell, script)
        first: Flowable = TextBlock(name, style.cell, script, aside=(unit, style.column_head))
        if self._under:
            first = Stack([first, meaning])
        cells = [first]
        for place, (value, day) in enumerate(zip(values, self._days, strict=True)):
            text = _NOTHING if value is None else value.text
            text = f"**{text}**" if place == 0 else text
            other = value is not None and value.day.text != day
            aside = value.day.text if value is not None and other else ""
            cells.append(TextBlock(text, style.cell, script, aside=(aside, style.column_head)))
        return self._cells(cells if self._under else [*cells, meaning])

    def _meaning(self, result: OwnResult) -> str:
        """Say in words where the value lies, else how it moved, which the arrow always says."""
        code = _MOVEMENTS.get(result.movement, "") if result.level is None else result.level.value
        words = self._edition.words(code) if code else ""
        return f"{_ARROWS.get(result.movement, '')} {words}".strip()

    def _cells(self, cells: Sequence[Flowable]) -> Row:
        return Row(cells, self._widths, _GAP)


def _usual(cells: Iterator[ValueCell | None]) -> str:
    """Give the day that most values of a column share, or an empty text."""
    days = Counter(cell.day.text for cell in cells if cell is not None)
    return days.most_common(1)[0][0] if days else ""
