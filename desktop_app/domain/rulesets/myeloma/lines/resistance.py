"""Judge which drugs, classes and regimens of a line are refractory (REF-DRUG, REF-REGIMEN)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Input, Note
from desktop_app.domain.criteria.regimens import CLASSES, drugs_of, in_order, of_class
from desktop_app.domain.criteria.treatment_lines import CountedLine
from desktop_app.domain.criterion import Rule
from desktop_app.domain.myeloma_conclusions import Refractoriness
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.rulesets.myeloma.lines.given import conditioning
from desktop_app.domain.rulesets.myeloma.lines.progress import (
    MINIMAL,
    Progression,
    Seen,
    on_treatment,
)
from desktop_app.domain.truth import Truth, any_true

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.domain.conclusions import Criterion
    from desktop_app.domain.record import Treatment

REGIMEN_RULE = Rule("REF-REGIMEN", "rajkumar2011", "primary", "any of the two")
NO_RESPONSE = Rule("REF-REGIMEN-MR", "rajkumar2011", "primary", "< MR")
WINDOW = Rule("REF-REGIMEN-PD", "rajkumar2011", "primary", "<= 60 d")
DRUG_RULE = Rule("REF-DRUG", "rajkumar2011", "unverified", "<= 60 d")
AFTER_DAYS = 60
DAY_SHOWN = "progression"


@dataclass(frozen=True, slots=True)
class Course:
    """Hold what is known of the course: the lines, the days judged, and every progression."""

    lines: tuple[CountedLine, ...]
    points: tuple[Seen, ...]
    progressions: tuple[Progression, ...]


@dataclass(frozen=True, slots=True)
class Use:
    """Hold from when to when something was given, and the place of its line."""

    start: PartialDate
    stop: PartialDate | None
    line: int
    stated: bool  # stopped for progression, as the doctor says


def use_of(treatment: Treatment, line: int) -> Use:
    """Give the days of a treatment."""
    return Use(treatment.start, treatment.stop, line, treatment.stop_reason == "progression")


def progressed_on(course: Course, use: Use) -> Truth:
    """Tell whether progression came on it or within 60 days of its last dose.

    Every day that a partial date allows must agree. "No" needs a day on which the patient was
    judged after that time in the same line, or, of what is still given, one since its start.
    """
    if use.stated:
        return Truth.MET
    found = any_true(_in_window(x, use) for x in course.progressions if x.line >= use.line)
    if found is Truth.NOT_MET and not _followed(course, use):
        return Truth.UNKNOWN
    return found


def _in_window(progression: Progression, use: Use) -> Truth:
    day = progression.day
    after = _later(day, use.start, timedelta()) if progression.line == use.line else Truth.MET
    before = Truth.MET if use.stop is None else ~_later(day, use.stop, _window())
    sure = Truth.MET if progression.sure else Truth.UNKNOWN
    return after & before & sure


def _later(day: PartialDate, start: PartialDate, gap: timedelta) -> Truth:
    """Tell whether a day lies more than a time after another."""
    if day.first > start.last + gap:
        return Truth.MET
    return Truth.UNKNOWN if day.last > start.first + gap else Truth.NOT_MET


def _window() -> timedelta:
    return timedelta(days=AFTER_DAYS)


def _followed(course: Course, use: Use) -> bool:
    days = [x.day for x in course.points if x.line == use.line]
    days += [x.day for x in course.progressions if x.line == use.line]
    if use.stop is None:
        return any(_later(day, use.start, timedelta()) is Truth.MET for day in days)
    return any(_later(day, use.stop, _window()) is Truth.MET for day in days)


def reached_minimal(course: Course, place: int) -> bool:
    """Tell whether a line reached MR or better, be it seen only after its last dose.

    What is seen after its progression is no response of it.
    """
    failed = [x.day.last for x in course.progressions if x.line == place and x.sure]
    return any(
        x.line == place and x.category in MINIMAL and all(x.day.last <= day for day in failed)
        for x in course.points
    )


def of_drugs(course: Course, place: int) -> tuple[Refractoriness, ...]:
    """Judge every drug of a line, then every class of which a drug was given."""
    line = course.lines[place]
    given: dict[str, list[Use]] = {}
    for treatment in line.treatments:
        if conditioning(treatment, line.events):
            continue
        for drug in drugs_of(treatment) or ():
            given.setdefault(drug, []).append(use_of(treatment, place))
    drugs = tuple(_drug(course, drug, given[drug]) for drug in in_order(given))
    states = {each.name: each.state for each in drugs}
    classes = tuple(
        Refractoriness(name, "class", any_true(states[drug] for drug in members))
        for name, listed in CLASSES.items()
        if (members := of_class(states, listed))
    )
    return (*drugs, *classes)


def _drug(course: Course, drug: str, uses: list[Use]) -> Refractoriness:
    state = any_true(progressed_on(course, use) for use in uses)
    note = _why(state, uses)
    told = DRUG_RULE.answer(state, _days(course, uses), note)
    return Refractoriness(drug, "drug", state, note, (told,))


def _why(state: Truth, uses: Iterable[Use]) -> Note:
    if state is Truth.UNKNOWN:
        return Note("ref_open")
    if state is Truth.NOT_MET:
        return Note("ref_exposed")
    return Note("ref_stated") if any(use.stated for use in uses) else Note("ref_progressed")


def _days(course: Course, uses: list[Use]) -> tuple[Input, ...]:
    """Give the first progression since the first dose, for the trace."""
    first = min(use.line for use in uses)
    days = [x.day.text for x in course.progressions if x.line >= first]
    return tuple(Input(DAY_SHOWN, day, None, day) for day in days[:1])


def of_line(course: Course, place: int) -> Criterion:
    """Judge a line as a regimen: less than MR while on it, or progression on it or soon after."""
    line = course.lines[place]
    uses = [use_of(x, place) for x in line.treatments]
    uses += [Use(x.date, x.date, place, stated=False) for x in line.events]
    window = any_true(progressed_on(course, use) for use in uses)
    parts = (
        _no_response(course, place),
        WINDOW.answer(window, _days(course, uses), _why(window, uses)),
    )
    return REGIMEN_RULE.answer(any_true(x.state for x in parts), (), None, parts)


def _no_response(course: Course, place: int) -> Criterion:
    """Judge whether MR was never reached while on it.

    Where no response is known, a line that ended as planned is presumed to have responded.
    """
    line = course.lines[place]
    if reached_minimal(course, place):
        return NO_RESPONSE.answer(Truth.NOT_MET)
    judged = on_treatment(line, course.points, place)
    if judged and line.stop is not None:
        return NO_RESPONSE.answer(Truth.MET, (), Note("ref_no_response"))
    planned = bool(line.treatments) and all(x.stop_reason == "planned" for x in line.treatments)
    if planned and not judged:
        return NO_RESPONSE.answer(Truth.NOT_MET, (), Note("ref_planned_stop"))
    return NO_RESPONSE.answer(Truth.UNKNOWN, (), Note("ref_response_open"))
