"""Read one analyte's values of a record into one unit, in order of time."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from desktop_app.domain.record import Result
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from desktop_app.domain.catalogue import Analyte, Catalogue
    from desktop_app.domain.partial_date import PartialDate

CONVERTED_DIGITS = 4  # significant digits of a value that was converted by a factor


@dataclass(frozen=True, slots=True)
class Observed:
    """Hold one value in the unit of its series, and how far it can be compared.

    ``lab`` and ``method`` are carried forward over results that do not state them;
    ``changed`` tells that either differs from the value before, ``stretch`` counts such changes.
    """

    result: Result
    value: Decimal
    lab: str | None
    method: str | None
    stretch: int = 0
    changed: bool = False
    converted: bool = False

    @property
    def on(self) -> PartialDate:
        """Give the day, or the interval, of the sample."""
        return self.result.date

    @property
    def censored(self) -> bool:
        """Tell whether the number only bounds the true value."""
        return self.result.comparator is not None

    def comparable(self, other: Observed) -> bool:
        """Tell whether two values come from the same laboratory and method, as far as stated.

        What is not stated counts as the same only while nothing changed in between.
        """
        same = (self.lab, self.method) == (other.lab, other.method)
        return same or self.stretch == other.stretch


@dataclass(frozen=True, slots=True)
class ObservedSeries:
    """Hold all values of one analyte; ``omitted`` counts those whose unit cannot be brought in."""

    code: str
    unit: str
    points: tuple[Observed, ...]
    omitted: int = 0

    @property
    def converted(self) -> bool:
        """Tell whether a value was converted by a factor, for display."""
        return any(point.converted for point in self.points)


def observed_series(
    results: Iterable[Result], code: str, *, as_of: date, catalogue: Catalogue
) -> ObservedSeries | None:
    """Give one code's values that may lie on or before a day, in the latest reported unit.

    Units that differ by a power of ten are shifted exactly; others that the catalogue knows are
    converted and marked so (rule UNIT-CONV: for display only).
    """
    numbers = sorted(
        (
            (result, result.value, result.unit)
            for result in results
            if result.value is not None
            and result.unit is not None
            and result.date.on_or_before(as_of) is not Truth.NOT_MET
        ),
        key=lambda number: (number[0].date.middle, number[0].date.last),
    )
    if not numbers:
        return None
    unit = numbers[-1][2]
    analyte = catalogue.get(code)
    points: list[Observed] = []
    for result, value, own in numbers:
        brought = in_unit(value, own, unit, analyte)
        if brought is not None:
            points.append(_following(points, result, *brought))
    return ObservedSeries(code, unit, tuple(points), len(numbers) - len(points))


def _following(before: list[Observed], result: Result, value: Decimal, converted: bool) -> Observed:
    """Append to what was seen: carry laboratory and method forward, notice a change."""
    last = before[-1] if before else None
    lab = result.lab or (last.lab if last else None)
    method = result.method or (last.method if last else None)
    changed = last is not None and not (_agree(lab, last.lab) and _agree(method, last.method))
    stretch = last.stretch + changed if last else 0
    return Observed(result, value, lab, method, stretch, changed, converted)


def in_unit(
    value: Decimal, own: str, unit: str, analyte: Analyte | None
) -> tuple[Decimal, bool] | None:
    """Give a value in another unit, and whether a factor was used; None if no way leads there."""
    if own == unit:
        return value, False
    if analyte is None or not (analyte.knows(own) and analyte.knows(unit)):
        return None
    shift = analyte.shift(own, unit)
    if shift is not None:
        return value.scaleb(shift), False
    return _rounded(analyte.converted(value, own, unit)), True


def _rounded(value: Decimal) -> Decimal:
    if value.is_zero():
        return Decimal(0)
    step = Decimal(1).scaleb(value.adjusted() - CONVERTED_DIGITS + 1)
    return value.quantize(step, rounding=ROUND_HALF_UP)


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other
