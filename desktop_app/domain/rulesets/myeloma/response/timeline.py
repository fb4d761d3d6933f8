"""Put the visits of a line into its timeline: what is confirmed, what waits (RESP-ALG-HOLD)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Note
from desktop_app.domain.criteria.spans import Span
from desktop_app.domain.criterion import Rule
from desktop_app.domain.myeloma_conclusions import ResponsePoint
from desktop_app.domain.rulesets.myeloma.response.confirmation import (
    RESPONSES,
    Visit,
    better,
    confirmed_levels,
    following,
)
from desktop_app.domain.rulesets.myeloma.response.days import Day, place
from desktop_app.domain.rulesets.myeloma.response.levels import LEVELS, NE, PD
from desktop_app.domain.rulesets.myeloma.response.masses import Masses
from desktop_app.domain.rulesets.myeloma.response.measurable import Base
from desktop_app.domain.rulesets.myeloma.response.reading import (
    Reader,
    Reading,
    without_baseline,
)
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop_app.domain.criteria.treatment_lines import CountedLine
    from desktop_app.domain.view import RecordView

CONFIRM = Rule(
    "RESP-ALG-CONFIRM", "kumar2016", "secondary", "next visit not lower, before new therapy"
)
CONFIRM_PD = Rule(
    "RESP-ALG-CONFIRM-PD", "kumar2016", "secondary", "second sample; imaging, marrow or death: none"
)
# What a note on a death must say, by itself, for it to be one from myeloma (D): the record has
# no cause of death, and a sentence may deny it.
MYELOMA_DEATHS = (
    "myeloma",
    "multiple myeloma",
    "mm",
    "骨髓瘤",
    "多發性骨髓瘤",
    "多发性骨髓瘤",
)


@dataclass(frozen=True, slots=True)
class LineCourse:
    """Hold one line: baseline, days, how each visit reads, what holds, and where it ended.

    ``nadirs`` are the lowest confirmed values by marker; ``masses`` what the imaging last said.
    """

    base: Base
    days: tuple[Day, ...]
    readings: tuple[Reading, ...]
    points: tuple[ResponsePoint, ...]
    nadirs: Mapping[str, Span | None]
    masses: Masses

    def of(self, line: CountedLine) -> LineCourse:
        """Give the same course of a line that is counted anew."""
        if line == self.base.line:
            return self
        number = min(line.numbers)
        points = tuple(replace(point, line=number) for point in self.points)
        return replace(self, base=replace(self.base, line=line), points=points)


@dataclass(frozen=True, slots=True)
class _Holding:
    """Hold what is shown at a visit: a level, whether it is confirmed, or waits for a value."""

    level: str = NE
    confirmed: bool = False
    pending: bool = False


def with_deaths(view: RecordView, days: tuple[Day, ...]) -> tuple[Day, ...]:
    """Add the day of a death from myeloma: it is a progression."""
    deaths = [
        event.date
        for event in view.record.events
        if event.code == "death"
        and (event.note or "").strip().casefold() in MYELOMA_DEATHS
        and event.date.on_or_before(view.as_of) is Truth.MET
    ]
    if not deaths:
        return days
    known = {day.on: day for day in days}
    died = {on: replace(known.get(on, Day(on)), died=True) for on in deaths}
    return tuple(sorted((known | died).values(), key=place))


def line_course(
    view: RecordView, base: Base, days: tuple[Day, ...], beyond: tuple[Day, ...], *, closed: bool
) -> LineCourse:
    """Give the course of one line.

    Args:
        view: the record.
        base: the baseline of the line.
        days: the days of the line.
        beyond: the days of the next line, in which a progression may still be confirmed.
        closed: whether another line has begun.
    """
    own = tuple(without_baseline(base, day) for day in days)
    reader = Reader(view, base)
    found = tuple(reading for reading in map(reader.read, own) if reading is not None)
    nadirs = {marker: nadir.confirmed for marker, nadir in reader.nadirs.items()}
    masses = reader.masses
    visits = [_visit(reading) for reading in found]
    for day in beyond if _waits(visits) else ():
        reading = reader.read(day)
        if reading is not None:
            visits.append(replace(_visit(reading), treated=True))
            if not _waits(visits):
                break
    points = tuple(_points(min(base.line.numbers), found, visits, closed=closed))
    return LineCourse(base, own, found, points, nadirs, masses)


def _visit(reading: Reading) -> Visit:
    return Visit(reading.level, reading.certain, between=reading.between)


def _waits(visits: Sequence[Visit]) -> bool:
    """Tell whether a progression by the laboratory still awaits its second sample."""
    at = next((at for at in reversed(range(len(visits))) if visits[at].read != NE), None)
    if at is None or visits[at].read != PD or visits[at].certain or visits[at].treated:
        return False
    return following(visits, at) is None


def _points(
    number: int, found: Sequence[Reading], visits: Sequence[Visit], *, closed: bool
) -> Iterator[ResponsePoint]:
    levels = confirmed_levels(visits)
    holding, held = _Holding(), NE
    for at, (reading, level) in enumerate(zip(found, levels, strict=False)):
        known = visits[at].level
        if known != NE:
            final = reading.certain or (closed and known != PD)
            after = following(visits, at)
            waits = after is None and not final and _is_news(known, held)
            holding = _Holding(known, pending=True) if waits else _Holding(level, level != NE)
        shown = holding if reading.settled else _beside(reading, holding)
        yield _point(number, reading, shown)
        held = level


def _is_news(read: str, held: str) -> bool:
    """Tell whether a last visit says what does not hold yet; then it awaits a second value."""
    if read == PD:
        return held != PD
    return read in RESPONSES and better(held, read) != held


def _beside(reading: Reading, holding: _Holding) -> _Holding:
    """Tell what is shown where a visit lacks a marker: what holds, unless it may be better."""
    headline = reading.headline
    if holding.level == PD or better(holding.level, headline) == holding.level:
        return holding
    return _Holding(headline)


def _point(number: int, reading: Reading, shown: _Holding) -> ResponsePoint:
    rule = CONFIRM_PD if reading.level == PD else CONFIRM
    alike = Truth.of(shown.level == reading.level)
    state = alike if shown.confirmed else Truth.UNKNOWN
    note = Note("awaits_second_value") if shown.pending else None
    confirmation = (rule.answer(state, (), note),) if reading.settled else ()
    criteria: tuple[Criterion, ...] = (*reading.criteria, *confirmation)
    return ResponsePoint(
        reading.day.on.text,
        number,
        shown.level,
        shown.confirmed,
        reading.level if reading.settled else reading.headline,
        reading.possible,
        reading.at_least,
        shown.pending,
        criteria,
        reading.notes,
    )


def best_of(points: Iterable[ResponsePoint]) -> ResponsePoint | None:
    """Give the best point of a line: confirmed, else as read; after a progression none counts (D).

    D: the baseline is reset at a progression, so that what comes after it belongs to another one.
    """
    before: list[ResponsePoint] = []
    for point in points:
        if point.category == PD and point.confirmed:
            return _best(before) or point
        before.append(point)
    return _best(before)


def _best(points: list[ResponsePoint]) -> ResponsePoint | None:
    graded = [point for point in points if point.category in LEVELS]
    pool = [point for point in graded if point.confirmed] or graded
    return max(pool, key=lambda point: LEVELS.index(point.category), default=None)
