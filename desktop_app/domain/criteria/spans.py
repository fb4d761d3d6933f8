"""Hold measured amounts as far as their reports bound them, and reckon with them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.criterion import Op, compare
from desktop_app.domain.record import Comparator
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.domain.record import Result

# An end of a span: the number, and whether the true value may be that number itself.
End = tuple[Decimal, bool]
_ABOVE = {True: Comparator.GE, False: Comparator.GT}
_BELOW = {True: Comparator.LE, False: Comparator.LT}
_UPWARD = {Comparator.GE: True, Comparator.GT: False}
_DOWNWARD = {Comparator.LE: True, Comparator.LT: False}


class Span(NamedTuple):
    """Hold the lowest and the highest true value; None where there is no such end.

    A tuple, since a long record makes thousands of them.
    """

    low: End | None
    high: End | None

    @classmethod
    def exactly(cls, value: Decimal) -> Span:
        """Hold a plain number."""
        end = (value, True)
        return cls(end, end)

    @property
    def number(self) -> Decimal | None:
        """Give the plain number; None where the report only bounds it."""
        return self.low[0] if self.low is not None and self.low == self.high else None

    def stands(self, op: Op, cut: Decimal) -> Truth:
        """Compare with a cut: unknown where true values on both sides of it are possible."""
        if self.low is not None and self.low is self.high:
            return compare(self.low[0], None, op, cut)
        answers = []
        if self.low is not None:
            answers.append(compare(self.low[0], _ABOVE[self.low[1]], op, cut))
        if self.high is not None:
            answers.append(compare(self.high[0], _BELOW[self.high[1]], op, cut))
        return next((answer for answer in answers if answer.known), Truth.UNKNOWN)

    def minus(self, other: Span, times: Decimal | None = None) -> Span:
        """Subtract another span, or so many times of it."""
        if self.low is self.high and other.low is other.high:
            end = _less(self.low, other.low, times)
            return Span(end, end)
        return Span(_less(self.low, other.high, times), _less(self.high, other.low, times))


def _less(one: End | None, other: End | None, times: Decimal | None) -> End | None:
    if one is None or other is None:
        return None
    taken = other[0] if times is None else other[0] * times
    return one[0] - taken, one[1] and other[1]


def span_of(result: Result, shift: int) -> Span | None:
    """Give what a report allows, moved by a power of ten; None where it has no number.

    No amount is below zero.
    """
    if result.value is None:
        return None
    value, comparator = result.value.scaleb(shift) if shift else result.value, result.comparator
    if comparator in _UPWARD:
        return Span((value, _UPWARD[comparator]), None)
    if comparator in _DOWNWARD:
        return Span((value * 0, True), (value, _DOWNWARD[comparator]))
    return Span.exactly(value)


def hull(spans: Iterable[Span]) -> Span | None:
    """Give what any of several reports of one day allows; None of none."""
    found = list(spans)
    if not found[1:]:
        return found[0] if found else None
    return Span(_least([x.low for x in found]), _most([x.high for x in found]))


def higher(one: Span, other: Span) -> Span:
    """Give the higher of two amounts."""
    if one.number is not None and other.number is not None:
        return max(one, other)
    return Span(_raised(one.low, other.low), _most([one.high, other.high]))


def lower(one: Span, other: Span) -> Span:
    """Give the lower of two amounts."""
    if one.number is not None and other.number is not None:
        return min(one, other)
    return Span(_least([one.low, other.low]), _lowered(one.high, other.high))


def _least(ends: list[End | None]) -> End | None:
    known = [end for end in ends if end is not None]
    return min(known, key=lambda end: (end[0], not end[1])) if len(known) == len(ends) else None


def _most(ends: list[End | None]) -> End | None:
    known = [end for end in ends if end is not None]
    return max(known) if len(known) == len(ends) else None


def _raised(one: End | None, other: End | None) -> End | None:
    known = [end for end in (one, other) if end is not None]
    return max(known, key=lambda end: (end[0], not end[1]), default=None)


def _lowered(one: End | None, other: End | None) -> End | None:
    known = [end for end in (one, other) if end is not None]
    return min(known, default=None)
