"""Hold what the organ values of CRAB share: limits, units, and whether a value became worse."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criterion import Judgement, Op, compare
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop_app.domain.record import Finding, Result
    from desktop_app.domain.view import RecordView

NO_LIMIT = Judgement(Truth.UNKNOWN, Note("limit_missing"))


def either(absolute: Judgement, relative: Judgement, note: Note | None) -> Judgement:
    """Combine the arm with a fixed cut and the arm beside the laboratory's limit.

    An arm's own note counts only where the other arm does not settle the answer.
    """
    truth = absolute.truth | relative.truth
    if truth is Truth.UNKNOWN and absolute.truth is Truth.NOT_MET and relative == NO_LIMIT:
        return Judgement(truth, NO_LIMIT.note)
    close = absolute.note if relative.truth is not Truth.MET else None
    if close is None and absolute.truth is not Truth.MET and relative != NO_LIMIT:
        close = relative.note
    return Judgement(truth, note or close)


def beyond_limit(
    view: RecordView, result: Result, limit: D | None, beyond: Mapping[str, D], op: Op, *, sign: int
) -> Judgement:
    """Judge a value against the laboratory's limit moved by a distance, in the unit reported.

    Where the distance of another unit would answer differently, the note says so (UNIT-COMPARE).
    """
    if limit is None or result.value is None or result.unit is None:
        return NO_LIMIT
    analyte = view.catalogue[result.code]
    value, unit = result.value, result.unit
    own: list[Truth] = []
    others: set[Truth] = set()
    for other, distance in beyond.items():
        shift = analyte.shift(other, unit)
        if shift is not None:
            cut = limit + sign * distance.scaleb(shift)
            own.append(compare(value, result.comparator, op, cut))
        else:
            cut = analyte.converted(limit, unit, other) + sign * distance
            there = analyte.converted(value, unit, other)
            others.add(compare(there, result.comparator, op, cut))
    if not own:
        return NO_LIMIT
    close = bool(others - {own[0]})
    return Judgement(own[0], Note("within_rounding") if close else None)


def became_worse(
    view: RecordView,
    answer: Finding,
    read: Callable[[RecordView], tuple[Result, ...]],
    worse: Callable[[Result, Result], bool],
) -> bool:
    """Tell whether values are later than an answer and worse than those that it was about.

    An answer about no value covers no later one, and values that cannot be compared count as
    worse: the question is asked again (MM-ATTR).
    """
    before = read(view.at(answer.date.last))
    later = [result for result in read(view) if result not in before]
    if not later:
        return False
    return not before or any(worse(old, new) for old in before for new in later)


def moved(
    view: RecordView, old: Result, new: Result, distances: Mapping[str, D], *, falling: bool
) -> bool:
    """Tell whether a value has moved by a distance or more, in the unit of the new one."""
    if old.value is None or new.value is None or new.unit is None:
        return True
    analyte = view.catalogue[new.code]
    fitting = (unit for unit in distances if analyte.shift(new.unit, unit) is not None)
    unit = next(fitting, next(iter(distances)))
    then, now = in_unit(view, old, unit).value, in_unit(view, new, unit).value
    return then is None or now is None or (then - now if falling else now - then) >= distances[unit]


def grown(view: RecordView, old: Result, new: Result, factor: D) -> bool:
    """Tell whether a value has risen by more than a factor."""
    if old.value is None or new.value is None or old.unit is None or new.unit is None:
        return True
    analyte = view.catalogue[new.code]
    then = analyte.canonical(old.value, old.unit)
    return analyte.canonical(new.value, new.unit) > then * factor


def in_unit(view: RecordView, result: Result, unit: str) -> Result:
    """Give a result and its limits in another unit, for estimates and flagged comparisons only."""
    if result.value is None or result.unit is None or result.unit == unit:
        return result
    analyte, reported = view.catalogue[result.code], result.unit

    def converted(value: D | None) -> D | None:
        return None if value is None else analyte.converted(value, reported, unit)

    return replace(
        result,
        value=converted(result.value),
        unit=unit,
        low=converted(result.low),
        high=converted(result.high),
    )
