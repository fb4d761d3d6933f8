"""Read from the response which lines progressed, when, and what each line reached at best."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.partial_date import PartialDate

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.domain.criteria.treatment_lines import CountedLine
    from desktop_app.domain.myeloma_conclusions import ImwgResponse, ResponsePoint

# The best first.
LEVELS = ("sCR", "CR", "VGPR", "PR", "MR", "SD", "PD")
MINIMAL = ("sCR", "CR", "VGPR", "PR", "MR")
PROGRESSION = "PD"


@dataclass(frozen=True, slots=True)
class Progression:
    """Hold one progression: its day, whether it is certain, and the line by its place."""

    day: PartialDate
    line: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """Hold what was read of a line by its place: every day on which the response was judged."""

    day: PartialDate
    line: int
    category: str
    confirmed: bool


def seen(lines: tuple[CountedLine, ...], response: ImwgResponse | None) -> tuple[Seen, ...]:
    """Give the judged days of every line in order of time; what is not evaluable tells nothing."""
    points = () if response is None else response.timeline
    return tuple(
        Seen(PartialDate(x.date), place, x.category, x.confirmed)
        for x in points
        if x.category in LEVELS
        if (place := _place(lines, x)) is not None
    )


def _place(lines: tuple[CountedLine, ...], point: ResponsePoint) -> int | None:
    """Find the line of a point; of several that may have one number the day decides."""
    day = PartialDate(point.date)
    fitting = [n for n, line in enumerate(lines) if line.numbers[0] == point.line]
    begun = [n for n in fitting if lines[n].start.first <= day.last]
    return next(iter(begun[::-1] or fitting), None)


def progressed(lines: tuple[CountedLine, ...], response: ImwgResponse | None) -> frozenset[int]:
    """Give the places of the lines in which progression was confirmed."""
    points = seen(lines, response)
    return frozenset(x.line for x in points if x.category == PROGRESSION and x.confirmed)


def progressions(
    lines: tuple[CountedLine, ...], points: tuple[Seen, ...]
) -> tuple[Progression, ...]:
    """Give every progression: as judged, and as the doctor states by the reason of a stop."""
    judged = [Progression(x.day, x.line, x.confirmed) for x in points if x.category == PROGRESSION]
    stated = [
        Progression(treatment.stop, place, sure=True)
        for place, line in enumerate(lines)
        for treatment in line.treatments
        if treatment.stop is not None and treatment.stop_reason == "progression"
    ]
    return tuple(sorted((*judged, *stated), key=lambda x: (x.day.first, x.day.last, not x.sure)))


def on_treatment(line: CountedLine, points: tuple[Seen, ...], place: int) -> tuple[Seen, ...]:
    """Give the judged days of a line up to its last dose."""
    stop = line.stop
    return tuple(x for x in points if x.line == place and (stop is None or _by(x.day, stop.last)))


def _by(day: PartialDate, last: date) -> bool:
    return day.last <= last


def best_of(line: CountedLine, points: tuple[Seen, ...], place: int) -> tuple[str | None, bool]:
    """Give the best level of a line and whether it is confirmed; progression after it is none."""
    responses = [x for x in points if x.line == place and x.category != PROGRESSION]
    confirmed = [x for x in responses if x.confirmed]
    chosen = confirmed or responses or on_treatment(line, points, place)
    levels = [LEVELS.index(x.category) for x in chosen]
    return (LEVELS[min(levels)], any(x.confirmed for x in chosen)) if levels else (None, False)
