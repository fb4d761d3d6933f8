"""Give the response by IMWG 2016, line by line (RESP-*, REL-*)."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.myeloma_conclusions import ImwgResponse
from desktop_app.domain.rulesets.myeloma.response.days import days_of
from desktop_app.domain.rulesets.myeloma.response.endpoints import endpoints
from desktop_app.domain.rulesets.myeloma.response.marks import marks_of
from desktop_app.domain.rulesets.myeloma.response.measurable import base_of, shown
from desktop_app.domain.rulesets.myeloma.response.placing import days_within, sides_of
from desktop_app.domain.rulesets.myeloma.response.timeline import (
    LineCourse,
    best_of,
    line_course,
    with_deaths,
)
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.criteria.treatment_lines import CountedLine
    from desktop_app.domain.myeloma_conclusions import ResponsePoint
    from desktop_app.domain.rulesets.myeloma.response.days import Day

VERSION = "IMWG 2016"


def imwg_response(evidence: Evidence, lines: tuple[CountedLine, ...]) -> ImwgResponse | None:
    """Give baselines, timeline, best and current; None where nothing was ever treated."""
    return ResponseJudge(evidence).judge(lines)


class ResponseJudge:
    """Judge the lines of a record; what was read between the same days is kept.

    The lines may be counted anew once their progressions are known: most of them stay as they are.
    """

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._days: tuple[Day, ...] | None = None
        self._courses: dict[tuple[str, ...], LineCourse] = {}

    def judge(self, lines: tuple[CountedLine, ...]) -> ImwgResponse | None:
        """Give the response of the lines.

        D: ``current`` is the last visit of all, ``best`` the best of the line to which it belongs.
        """
        if not lines:
            return None
        view = self._evidence.view
        if self._days is None:
            self._days = with_deaths(view, days_of(view))
        sides = [sides_of(self._days, line.start) for line in lines]
        courses = self._of(self._days, lines, sides)
        nexts = (*lines[1:], None)
        last = next((course for course in reversed(courses) if course.points), courses[-1])
        points = tuple(point for course in courses for point in course.points)
        current: ResponsePoint | None = last.points[-1] if last.points else None
        return ImwgResponse(
            VERSION,
            tuple(shown(course.base) for course in courses),
            points,
            best_of(last.points),
            current,
            endpoints(self._evidence, last),
            tuple(
                mark
                for course, after in zip(courses, nexts, strict=True)
                for mark in marks_of(view, course, after)
            ),
            _notes(self._days, sides),
        )

    def _of(
        self, days: tuple[Day, ...], lines: tuple[CountedLine, ...], sides: list[tuple[Truth, ...]]
    ) -> list[LineCourse]:
        """Give the course of every line; a known one under the number that the line has now."""
        ends = (*sides[1:], None)
        within = [days_within(days, side, end) for side, end in zip(sides, ends, strict=True)]
        courses: list[LineCourse] = []
        for at, (line, own) in enumerate(zip(lines, within, strict=True)):
            starts = tuple(each.start.text for each in lines[at:])
            known = self._courses.get(starts)
            if known is None:
                beyond = tuple(chain.from_iterable(within[at + 1 :]))
                base = base_of(self._evidence.view, days, sides[at], line)
                closed = line is not lines[-1]
                known = line_course(self._evidence.view, base, own, beyond, closed=closed)
                self._courses[starts] = known
            courses.append(known.of(line))
        return courses


def _notes(days: tuple[Day, ...], sides: list[tuple[Truth, ...]]) -> tuple[Note, ...]:
    """Name the days that a partial date leaves on either side of a line's start."""
    unplaced = [
        day.on.text
        for day, of_lines in zip(days, zip(*sides, strict=True), strict=True)
        if Truth.UNKNOWN in of_lines
    ]
    if not unplaced:
        return ()
    return (Note("response_days_not_placed", (("dates", ", ".join(unplaced)),)),)
