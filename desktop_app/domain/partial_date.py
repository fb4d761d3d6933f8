"""Hold dates that may lack their day or month: an interval from first to last day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from desktop_app.domain.truth import Truth

# The calendar of Python ends at 9999: intervals and axes need room beyond every day of a record.
FIRST_YEAR, LAST_YEAR = 1000, 3000
_IN_EVERY_MONTH = 28

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """Hold ``2022``, ``2022-07`` or ``2022-07-10`` with its first and last possible day.

    ``middle`` is that of the interval, where a chart puts the point.
    """

    text: str
    first: date = field(init=False, compare=False, repr=False)
    last: date = field(init=False, compare=False, repr=False)
    middle: date = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Parse the text.

        Raises:
            ValueError: the text is not ISO 8601 or no such day exists.
        """
        first, last, middle = _interval(self.text)
        object.__setattr__(self, "first", first)
        object.__setattr__(self, "last", last)
        object.__setattr__(self, "middle", middle)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """Wrap a whole day."""
        return cls(day.isoformat())

    @property
    def whole(self) -> bool:
        """Tell whether the day is known."""
        return self.first == self.last

    def on_or_before(self, day: date) -> Truth:
        """Tell whether it lies on or before a day; unknown where the interval straddles it."""
        if self.last <= day:
            return Truth.MET
        return Truth.NOT_MET if self.first > day else Truth.UNKNOWN

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=16384)
def _interval(text: str) -> tuple[date, date, date]:
    first, last = _ends(text)
    return first, last, first + timedelta(days=(last - first).days // 2)


def _ends(text: str) -> tuple[date, date]:
    match = _SHAPE.fullmatch(text)
    if match is None:
        raise ValueError(f"not an ISO 8601 date: {text!r}")
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"no such year: {text!r}")
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if not 1 <= month <= 12:
        raise ValueError(f"no such month: {text!r}")
    if day is None:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    whole = date(year, month, day)
    return whole, whole


def add_months(day: date, months: int) -> date:
    """Go ``months`` calendar months on; a day that the month lacks becomes its last day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if day.day <= _IN_EVERY_MONTH:
        return date(year, month + 1, day.day)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def months_between(start: PartialDate, end: PartialDate) -> tuple[int, int]:
    """Give least and most months: whole months between days, else the difference of the months."""
    if start.whole and end.whole:
        whole = _months(start.first, end.first) - (end.first.day < start.first.day)
        return whole, whole
    return _months(start.last, end.first), _months(start.first, end.last)


def _months(start: date, end: date) -> int:
    return (end.year - start.year) * 12 + end.month - start.month
