"""Find on a chart what the definitions of evolving disease rest on: from baseline to value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.chart import Evolution
from desktop_app.domain.criteria.light_chain_course import INVOLVED_RATIO
from desktop_app.domain.light_chain_series import RATIO
from desktop_app.domain.observed_series import Observed
from desktop_app.domain.trend import Significance
from desktop_app.domain.truth import Truth
from desktop_app.domain.unit_label import with_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop_app.domain.chart import Axis
    from desktop_app.domain.chart_words import ChartWords
    from desktop_app.domain.conclusions import Criterion, Evolving, Input
    from desktop_app.domain.trend import Course

_SHOWN_AS = {INVOLVED_RATIO: RATIO}  # kappa/lambda is charted, and turned over for lambda
_UNCONFIRMED = ("evolving_unconfirmed", "evolving_not_agreed")
_SUSPENDED = "laboratory_changed"


@dataclass(frozen=True, slots=True)
class Step:
    """Hold a change from baseline to value, and the names of the definitions that count it.

    ``firm`` where one of them is confirmed and the change is no mere variation of the test.
    """

    base: Observed
    now: Observed
    names: str
    firm: bool


def steps_of(course: Course, evolving: Iterable[Evolving], words: ChartWords) -> tuple[Step, ...]:
    """Give each change of a course that a definition counts as met."""
    found: dict[tuple[Observed, Observed], dict[str, bool]] = {}
    for entry in evolving:
        for criterion in entry.criteria if entry.state is Truth.MET else ():
            values = _values(course, criterion)
            if values is not None and criterion.state is Truth.MET:
                name, sure = words.text(f"definition_{entry.definition}"), _sure(entry, criterion)
                said = name if sure else words.text("evolving_unconfirmed", name=name)
                found.setdefault(values, {})[said] = sure
    return tuple(
        Step(base, now, " · ".join(names), any(names.values()) and _real(course, base, now))
        for (base, now), names in found.items()
    )


def evolution(step: Step, axis: Axis) -> Evolution:
    """Give the mark of a change, at the places of its two values."""
    start, end = (
        (float(one.on.middle.toordinal()), max(float(one.value), axis.low))
        for one in (step.base, step.now)
    )
    return Evolution(start, end, step.names, step.firm)


def said_at(one: Observed, steps: Iterable[Step], words: ChartWords) -> str:
    """Say at a value which definitions it meets, and against which baseline."""
    met = [
        words.text(
            "evolving_here",
            names=step.names,
            baseline=words.number(step.base),
            date=step.base.on.text,
        )
        for step in steps
        if step.now is one
    ]
    return " ".join(met)


def sentences(course: Course, evolving: Iterable[Evolving], words: ChartWords) -> Iterator[str]:
    """Say what a course meets, for those who read or hear the chart."""
    for step in steps_of(course, evolving, words):
        yield words.text(
            "summary_evolving",
            name=words.name(course.code),
            names=step.names,
            baseline=words.number(step.base),
            value=with_unit(words.number(step.now), course.unit, words.words.language),
            date=step.now.on.text,
        )


def suspended(course: Course, evolving: Iterable[Evolving]) -> bool:
    """Tell whether definitions wait for more values of a new laboratory or method."""
    return any(
        _named(course, given)
        for entry in evolving
        for criterion in entry.criteria
        for given in criterion.inputs
        if any(note.code == _SUSPENDED for note in (*entry.notes, criterion.note) if note)
    )


def _values(course: Course, criterion: Criterion) -> tuple[Observed, Observed] | None:
    """Give baseline and value of a criterion that follows this course."""
    match criterion.inputs:
        case (before, after) if _named(course, before) and _named(course, after):
            base, now = _seen(course, before), _seen(course, after)
            return None if base is None or now is None else (base, now)
    return None


def _named(course: Course, given: Input) -> bool:
    return course.code == _SHOWN_AS.get(given.code, given.code)


def _seen(course: Course, given: Input) -> Observed | None:
    of_day = [one for one in course.points if one.on.text == given.date]
    same = [one for one in of_day if one.result.value == given.value]
    return next(iter(same or of_day), None)


def _sure(entry: Evolving, criterion: Criterion) -> bool:
    waits = criterion.note is not None and criterion.note.code in _UNCONFIRMED
    return entry.confirmed and not waits


def _real(course: Course, base: Observed, now: Observed) -> bool:
    return course.compared(base, now) is not Significance.WITHIN_NOISE
