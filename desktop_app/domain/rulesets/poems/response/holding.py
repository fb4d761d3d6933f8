"""Tell what holds of an axis: the category of a day, progression that stays, and the best."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Input, Note
from desktop_app.domain.criterion import Rule
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.poems_conclusions import AxisPoint, ResponseAxis
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


NOW = Rule("RESP-POEMS-NOW", "poems2025", "decision", "serum, urine and M <= 31 d apart")
HOLD = Rule("RESP-POEMS-HOLD", "poems2025", "decision", "PDH and PDR until a new line")
BOUNDARY = Rule("RESP-POEMS-BOUNDARY", "poems2025", "decision", "exactly 90, 50, 25 or 30 %")
BEST = Rule("RESP-POEMS-BEST", "poems2025", "decision", "best before progression")
# What a day says where its levels cannot be judged.
NE = "NE"


@dataclass(frozen=True, slots=True)
class Levels:
    """Hold the words of one axis: from the best to the least, and which are responses.

    ``worse`` is its progression; ``stays`` tells that it holds until a new line.
    """

    axis: str
    order: tuple[str, ...]
    responses: frozenset[str] = frozenset()
    worse: str | None = None
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold what one day by itself says: every level that is possible, progression first.

    ``waits`` tells of a progression to be repeated, ``pending`` of a response that lacks a test.
    """

    date: PartialDate
    possible: frozenset[str]
    waits: bool = False
    pending: bool = False
    boundary: bool = False
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """Hold what is shown beside the levels: what they rest on, and the trace of the last day."""

    evaluable: bool = False
    reason: Note | None = None
    baseline: Input | None = None
    nadir: Input | None = None
    value: Input | None = None
    presets: tuple[tuple[str, str], ...] = ()
    criteria: tuple[Criterion, ...] = ()
    notes: tuple[Note, ...] = ()


def settled(possible: frozenset[str], levels: Levels) -> str:
    """Give the category: the lowest level possible if it is a response, or the only one."""
    only, *others = possible
    if not others:
        return only
    if NE in possible or levels.worse in possible:
        return NE
    lowest = max(possible, key=levels.order.index)
    return lowest if lowest in levels.responses else NE


def held(readings: Sequence[Reading], levels: Levels) -> list[Reading]:
    """Let a progression stay from the day on which it was certain (RESP-POEMS-HOLD)."""
    found: list[Reading] = []
    worse = frozenset({levels.worse} if levels.worse else ())
    for reading in readings:
        stays = levels.stays and bool(found) and found[-1].possible == worse
        if stays and reading.possible != worse:
            notes = (Note("poems_progression_stays"), *reading.notes)
            reading = replace(
                reading, possible=worse, waits=False, pending=False, boundary=False, notes=notes
            )
        found.append(reading)
    return found


def axis_of(readings: Sequence[Reading], levels: Levels, shown: Shown) -> ResponseAxis:
    """Give the axis of the current line from the readings of its days."""
    kept = held(readings, levels)
    points = tuple(_point(each, levels) for each in kept)
    last = points[-1] if points else None
    current = None if last is None or last.category == NE else last.category
    best = _best(points, levels)
    reason = shown.reason
    if reason is None and current is None:
        reason = Note("poems_levels_open") if points else Note("poems_no_value")
    return ResponseAxis(
        axis=levels.axis,
        evaluable=shown.evaluable,
        reason=reason,
        baseline=shown.baseline,
        nadir=shown.nadir,
        value=shown.value,
        current=current,
        possible=() if last is None else last.possible,
        confirmed=last is None or last.confirmed,
        pending=bool(kept) and kept[-1].pending,
        boundary=last is not None and last.boundary,
        best=None if best is None else best.category,
        best_on=None if best is None else best.date,
        timeline=points,
        presets=shown.presets,
        criteria=(*shown.criteria, *_trace(kept, levels, best)),
        notes=(*shown.notes, *(() if last is None else last.notes)),
    )


def rows(
    rules: dict[str, Rule], possible: frozenset[str], inputs: Iterable[Input]
) -> tuple[Criterion, ...]:
    """Put the levels of a day into the trace: the only one left is met."""
    one = possible in map(frozenset, ((level,) for level in rules))
    open_ = Truth.of(one or None)
    other = Truth.UNKNOWN if NE in possible else Truth.NOT_MET
    shown = tuple(inputs)
    return tuple(
        rule.answer(open_ if level in possible else other, shown) for level, rule in rules.items()
    )


def _point(reading: Reading, levels: Levels) -> AxisPoint:
    order = (*([levels.worse] if levels.worse else []), *levels.order)
    return AxisPoint(
        reading.date.text,
        settled(reading.possible, levels),
        tuple(level for level in order if level in reading.possible),
        not reading.waits,
        reading.boundary,
        reading.notes,
    )


def _best(points: Sequence[AxisPoint], levels: Levels) -> AxisPoint | None:
    """Give the best day before a progression (RESP-POEMS-BEST); the first of equal ones."""
    graded: list[AxisPoint] = []
    for point in points:
        if point.category == levels.worse:
            break
        if point.category in levels.order:
            graded.append(point)
    return min(graded, key=lambda point: levels.order.index(point.category), default=None)


def _trace(
    kept: Sequence[Reading], levels: Levels, best: AxisPoint | None
) -> tuple[Criterion, ...]:
    if not kept:
        return ()
    last = kept[-1]
    one = settled(last.possible, levels) != NE
    found = [NOW.answer(Truth.of(one or None))]
    if levels.stays and last.possible == frozenset({levels.worse}):
        found.append(HOLD.answer(Truth.MET))
    if last.boundary:
        found.append(BOUNDARY.answer(Truth.MET))
    if best is not None:
        found.append(BEST.answer(Truth.MET, (Input("date", best.date, None, best.date),)))
    return tuple(found)
