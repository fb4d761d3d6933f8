"""Read one analyte's values of a record into one unit, in order of time."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from desktop_app.domain.record import Result

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from desktop_app.domain.catalogue import Analyte, Catalogue
    from desktop_app.domain.partial_date import PartialDate

    _Number = tuple[Result, Decimal, str]

CONVERTED_DIGITS = 4  # significant digits of a value that was converted by a factor
# M-METHOD: the M-protein is the spike of the electrophoresis; what is not stated is taken as it.
SPIKE = "serum_m_protein"
_NOT_THE_SPIKE = ("neph", "turbid", "\u6fc1", "\u6d4a")


@dataclass(frozen=True, slots=True)
class Observed:
    """Hold one value in the unit of its series, and how far it can be compared.

    ``lab`` and ``method`` are carried forward over results that do not state them; ``changed``
    tells that either differs from the value before. ``group`` numbers what was measured alike: a
    laboratory that comes back is the group that it was.
    """

    result: Result
    value: Decimal
    lab: str | None
    method: str | None
    group: int = 0
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

        What is not stated counts as the same only while nothing changed.
        """
        return self.group == other.group


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
    results: Iterable[Result],
    code: str,
    *,
    as_of: date,
    catalogue: Catalogue,
    unit: str | None = None,
) -> ObservedSeries | None:
    """Give one code's values that may lie on or before a day, in the latest reported unit.

    Units that differ by a power of ten are shifted exactly; others that the catalogue knows are
    converted and marked so (rule UNIT-CONV: for display only). ``unit`` asks for another unit than
    the latest. In which order the results come changes nothing.
    """
    numbers = _in_order(
        (result, result.value, result.unit)
        for result in results
        if result.value is not None and result.unit is not None and result.date.first <= as_of
    )
    if not numbers:
        return None
    unit = unit or numbers[-1][2]
    analyte = catalogue.get(code)
    points: list[Observed] = []
    groups: dict[tuple[str | None, str | None], int] = {}
    for result, value, own in numbers:
        brought = in_unit(value, own, unit, analyte)
        if brought is not None:
            points.append(_following(points, groups, result, *brought))
    return ObservedSeries(code, unit, tuple(points), len(numbers) - len(points))


def _in_order(numbers: Iterable[_Number]) -> list[_Number]:
    """Order by time; what ties, by what it says, so that the order of entry changes nothing."""
    ordered = sorted(numbers, key=lambda number: (number[0].date.middle, number[0].date.last))
    if len({number[0].date.text for number in ordered}) == len(ordered):
        return ordered
    return sorted(ordered, key=_place)


def _place(number: _Number) -> tuple[object, ...]:
    result, value, unit = number
    said = result.lab or "", result.method or "", unit, value, result.comparator or ""
    return result.date.middle, result.date.last, *said


def _following(
    before: list[Observed],
    groups: dict[tuple[str | None, str | None], int],
    result: Result,
    value: Decimal,
    converted: bool,
) -> Observed:
    """Append to what was seen: carry laboratory and method forward, notice a change."""
    if not before:
        groups[result.lab, result.method] = 0
        return Observed(result, value, result.lab, result.method, converted=converted)
    last = before[-1]
    lab = result.lab or last.lab
    method = result.method or (last.method and _carried(last.result.code, last.method))
    if lab == last.lab and method == last.method:
        return Observed(result, value, lab, method, last.group, False, converted)
    changed = not (_agree(lab, last.lab) and _same_method(method, last))
    group = groups.get((lab, method), len(before)) if changed else last.group
    groups.setdefault((lab, method), group)
    return Observed(result, value, lab, method, group, changed, converted)


def _carried(code: str, method: str) -> str | None:
    return None if _not_the_spike(code, method) else method


def _same_method(method: str | None, last: Observed) -> bool:
    code = last.result.code
    if _not_the_spike(code, method) is not _not_the_spike(code, last.method):
        return False
    return _agree(method, last.method)


def _not_the_spike(code: str, method: str | None) -> bool:
    """Tell whether an M-protein was measured otherwise than on the electrophoresis."""
    return code == SPIKE and any(sign in (method or "").lower() for sign in _NOT_THE_SPIKE)


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
