"""Read plasma cells of the blood day by day, with their absolute count (PCL-OUTPUT)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.catalogue import Catalogue
from desktop_app.domain.criterion import Cut, Judgement, input_of, judge, judge_all
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Result
from desktop_app.domain.view import latest_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.conclusions import Input
    from desktop_app.domain.view import RecordView

PERCENT, COUNT, WHITE_CELLS = "circulating_plasma_cells", "circulating_plasma_cells_absolute", "wbc"
PERCENT_UNIT, COUNT_UNIT = "%", "10*9/L"
WHOLE = D(100)


@dataclass(frozen=True, slots=True)
class Smear:
    """Hold the plasma cells of one day: percent and count as reported, and the white cells."""

    date: PartialDate
    percents: tuple[Result, ...]
    reported: tuple[Result, ...]
    white_cells: tuple[Result, ...]
    catalogue: Catalogue

    @property
    def counts(self) -> tuple[Result, ...]:
        """Give the absolute count: as reported, else white cells x percent / 100."""
        return self.reported or tuple(self._computed())

    @property
    def inputs(self) -> tuple[Input, ...]:
        """Give what was reported on the day."""
        return tuple(map(input_of, (*self.percents, *self.white_cells, *self.reported)))

    def percent(self, cut: Cut) -> Judgement:
        """Compare the percentage with a cut."""
        return judge_all(self.percents, lambda x: judge(x, cut, self.catalogue))

    def count(self, cut: Cut) -> Judgement:
        """Compare the absolute count with a cut; unknown without white cells of the same day."""
        return judge_all(self.counts, lambda x: judge(x, cut, self.catalogue))

    def _computed(self) -> Iterator[Result]:
        for percent in self.percents:
            if percent.comparator is None and not percent.value and percent.value is not None:
                yield Result(self.date, COUNT, percent.value, COUNT_UNIT)  # none of any number
            for cells in self.white_cells:
                count = self._product(percent, cells)
                if count is not None:
                    yield count

    def _product(self, percent: Result, cells: Result) -> Result | None:
        """Multiply two results; bounds in opposite directions leave nothing to say."""
        if percent.value is None or cells.value is None or cells.unit is None:
            return None
        shift = self.catalogue[WHITE_CELLS].shift(cells.unit, COUNT_UNIT)
        signs = {percent.comparator, cells.comparator} - {None}
        sign, *others = sorted(signs, key=str) or [None]
        if shift is None or others:
            return None
        value = percent.value * cells.value.scaleb(shift) / WHOLE
        return Result(self.date, COUNT, value, COUNT_UNIT, sign)


def smears(view: RecordView) -> tuple[Smear, ...]:
    """Give every day on which plasma cells of the blood were counted, the earliest first."""
    percents, counts = view.results(PERCENT), view.results(COUNT)
    days = {x.date.text: x.date for x in (*percents, *counts)}
    white = view.results(WHITE_CELLS)

    def on(results: tuple[Result, ...], day: PartialDate) -> tuple[Result, ...]:
        return tuple(x for x in results if x.date == day)

    return tuple(
        Smear(day, on(percents, day), on(counts, day), on(white, day), view.catalogue)
        for day in sorted(days.values(), key=lambda day: (day.last, day.first))
    )


def latest_smears(found: tuple[Smear, ...]) -> tuple[Smear, ...]:
    """Give the smears that may be the latest: more than one where partial days overlap."""
    return latest_of(found)
