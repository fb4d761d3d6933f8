"""Build what a chart shows of the response to treatment: stairs, and levels of each line."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from desktop_app.domain.chart import Line, Role, Stairs, Step
from desktop_app.domain.chart_words import plain
from desktop_app.domain.myeloma_words import point_text
from desktop_app.domain.observed_series import in_unit
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.trace_words import TraceWords

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from desktop_app.domain.chart import Axis
    from desktop_app.domain.chart_words import ChartWords
    from desktop_app.domain.myeloma_conclusions import Myeloma, ResponseMark, ResponsePoint
    from desktop_app.domain.trend import Course

LEVELS = ("sCR", "CR", "VGPR", "PR", "MR", "SD", "PD", "NE")
PROGRESSION, NOT_EVALUABLE = "PD", "NE"
_ROLES = {role.value: role for role in (Role.BASELINE, Role.NADIR, Role.PROGRESSION)}


def stairs_of(myeloma: Myeloma | None, as_of: date, x: Axis, words: ChartWords) -> Stairs | None:
    """Give the response over time, one step for each change; None where there is none to show."""
    if myeloma is None or myeloma.response is None:
        return None
    points = _changes(myeloma.response.timeline)
    ends = _ends(points, [_day(line.start) for line in myeloma.lines], float(as_of.toordinal()))
    shown = [
        (point, start, end)
        for point, start, end in zip(points, map(_middle, points), ends, strict=True)
        if start <= x.high and end >= x.low
    ]
    levels = tuple(level for level in LEVELS if any(one.category == level for one, _, _ in shown))
    if not levels:
        return None
    steps = tuple(
        _step(point, (max(start, x.low), min(end, x.high)), levels, words)
        for point, start, end in shown
    )
    return Stairs(words.text("response"), levels, steps)


def response_sentence(myeloma: Myeloma | None, words: ChartWords) -> str:
    """Say the steps of the response, for those who read or hear the chart."""
    points = _changes(myeloma.response.timeline) if myeloma and myeloma.response else []
    if not points:
        return ""
    trace = TraceWords(words.words, words.catalogue)
    listed = trace.listed(tuple(_told("summary_step", one, words) for one in points))
    return words.text("summary_response", steps=listed)


def mark_lines(
    course: Course, marks: Sequence[ResponseMark], x: Axis, words: ChartWords
) -> Iterator[Line]:
    """Give baseline, nadir and the level where progression begins, each in the days of its line."""
    analyte = words.catalogue.get(course.measured)
    for mark in marks:
        brought = in_unit(mark.value, mark.unit, course.unit, analyte)
        start, end = _day(mark.start), None if mark.stop is None else _day(mark.stop)
        if brought is None or start > x.high or (end is not None and end < x.low):
            continue
        # What is computed has digits that nobody reported.
        computed = mark.role == Role.PROGRESSION.value
        value = brought[0].normalize() if computed else brought[0]
        label = words.text(f"line_{mark.role}", line=str(mark.line), value=plain(value))
        yield Line(float(brought[0]), _ROLES[mark.role], label, start, end)


def _day(text: str) -> float:
    return float(PartialDate(text).middle.toordinal())


def _middle(point: ResponsePoint) -> float:
    return _day(point.date)


def _changes(points: Sequence[ResponsePoint]) -> list[ResponsePoint]:
    """Leave out what says the same as the point before it."""

    def said(point: ResponsePoint) -> tuple[object, ...]:
        return point.line, point.category, point.confirmed, point.pending

    first = list(points[:1])
    return first + [now for before, now in pairwise(points) if said(now) != said(before)]


def _ends(points: Sequence[ResponsePoint], starts: Sequence[float], last: float) -> list[float]:
    """Give the day until which each step lasts: the next one, or the start of another line."""
    following = [*map(_middle, points[1:]), last]
    return [
        max(_middle(point), min([end, *(day for day in starts if _middle(point) < day)]))
        for point, end in zip(points, following, strict=False)
    ]


def _step(
    point: ResponsePoint, days: tuple[float, float], levels: Sequence[str], words: ChartWords
) -> Step:
    read = point.category != NOT_EVALUABLE
    firm = read and point.confirmed and not point.pending
    waits = words.text("step_pending" if point.pending else "step_unconfirmed")
    return Step(
        *days,
        level=levels.index(point.category),
        label=_told("step", point, words),
        firm=firm,
        short=waits if read and not firm else "",
        worse=point.category == PROGRESSION,
    )


def _told(code: str, point: ResponsePoint, words: ChartWords) -> str:
    said = point_text(point, TraceWords(words.words, words.catalogue))
    return words.text(code, date=point.date, line=str(point.line), response=said)
