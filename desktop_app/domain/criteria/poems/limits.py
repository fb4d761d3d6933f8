"""Compare a value with the laboratory's own limit, in the unit reported."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criterion import Judgement, Op, compare
from desktop_app.domain.record import Interpretation
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.record import Result

NO_LIMIT = Judgement(Truth.UNKNOWN, Note("limit_missing"))
ONCE = D(1)


def above(result: Result, times: D = ONCE) -> Judgement:
    """Tell whether a value is above the upper limit, or a multiple of it.

    A result in words answers the limit itself; of a multiple "high" says nothing.
    """
    if result.value is None:
        high = result.interpretation is Interpretation.HIGH
        open_ = high and times != ONCE
        return Judgement(Truth.of(None if open_ else high), Note("interpretation_only"))
    if result.high is None:
        return NO_LIMIT
    return Judgement(compare(result.value, result.comparator, Op.GT, result.high * times))


def below(result: Result) -> Judgement:
    """Tell whether a value is below the lower limit."""
    if result.value is None:
        low = result.interpretation is Interpretation.LOW
        return Judgement(Truth.of(low), Note("interpretation_only"))
    if result.low is None:
        return NO_LIMIT
    return Judgement(compare(result.value, result.comparator, Op.LT, result.low))
