"""Build the specification of a trend chart from a record."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from desktop_app.domain.chart import ChartSpec
from desktop_app.domain.chart_events import lanes_of, moments, pins_of, shades_of
from desktop_app.domain.chart_evolving import sentences, suspended
from desktop_app.domain.chart_panels import Window, build_panel
from desktop_app.domain.chart_presets import (
    POEMS_PANELS,
    TREATED_PANELS,
    USUAL_PANELS,
    known_panels,
)
from desktop_app.domain.chart_response import response_sentence, stairs_of
from desktop_app.domain.chart_words import ChartWords
from desktop_app.domain.courses import Courses
from desktop_app.domain.criteria.light_chain_course import DIFFERENCE
from desktop_app.domain.criteria.poems.tier_logic import CONFIRMED
from desktop_app.domain.policy import PUBLISHED
from desktop_app.domain.ticks import time_axis
from desktop_app.domain.truth import Truth
from desktop_app.domain.unit_label import unit_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.chart import ChartRequest, Panel
    from desktop_app.domain.chart_presets import Panels
    from desktop_app.domain.conclusions import Evolving
    from desktop_app.domain.myeloma_conclusions import Myeloma, ResponseMark
    from desktop_app.domain.poems_conclusions import Poems
    from desktop_app.domain.policy import Policy
    from desktop_app.domain.record import PatientRecord
    from desktop_app.domain.trend import Course
    from desktop_app.domain.wording import Wording

MOST_PANELS = 4


def usual_panels(
    record: PatientRecord,
    as_of: date,
    catalogue: Catalogue,
    myeloma: Myeloma | None = None,
    poems: Poems | None = None,
) -> Panels:
    """Choose what to chart: analytes that were followed first, then those with a single value.

    Where nothing usual was measured, whatever was. ``myeloma`` and ``poems`` are what was
    concluded of the same record: its response may be read from the difference of the light chains.
    """
    courses = Courses.of(record, as_of, catalogue)
    return _usual(courses, _marks(_read(myeloma, poems)), _met(poems))


def _marks(myeloma: Myeloma | None) -> tuple[ResponseMark, ...]:
    return myeloma.response.marks if myeloma and myeloma.response else ()


def _read(myeloma: Myeloma | None, poems: Poems | None) -> Myeloma | None:
    """Leave out the response by IMWG of who has POEMS without a sign of myeloma."""
    return None if poems is not None and poems.tier.tier == CONFIRMED else myeloma


def _met(poems: Poems | None) -> bool:
    return poems is not None and poems.tier.met is Truth.MET


def _usual(courses: Courses, marks: Sequence[ResponseMark], poems: bool) -> Panels:
    """Leave out where nothing was ever found, such as the M-protein of a light chain clone."""
    by_difference = any(mark.code == DIFFERENCE for mark in marks)
    usual = TREATED_PANELS if by_difference else USUAL_PANELS
    if poems:
        usual = POEMS_PANELS
    panels = known_panels(usual, involved=courses.involved is not None)
    telling = tuple(panel for panel in panels if any(_found(courses, code) for code in panel))
    measured = tuple((code,) for code in courses.results)
    return _most_followed(telling, courses) or _most_followed(measured, courses)


def _found(courses: Courses, code: str) -> bool:
    course = courses.course(code)
    return course is not None and any(one.value for one in course.points)


def _most_followed(panels: Panels, courses: Courses) -> Panels:
    def most(panel: tuple[str, ...]) -> int:
        found = map(courses.course, panel)
        return max(len(course.points) if course else 0 for course in found)

    counts = {panel: most(panel) for panel in panels}
    followed = [panel for panel in panels if counts[panel] > 1]
    single = [panel for panel in panels if counts[panel] == 1]
    chosen = (followed + single)[:MOST_PANELS]
    return tuple(panel for panel in panels if panel in chosen)


def build_chart(
    record: PatientRecord,
    request: ChartRequest,
    *,
    as_of: date,
    catalogue: Catalogue,
    words: Wording,
    patient_label: str,
    draft_day: date | None = None,
    policy: Policy = PUBLISHED,
    evolving: Sequence[Evolving] = (),
    myeloma: Myeloma | None = None,
    poems: Poems | None = None,
) -> ChartSpec:
    """Build a chart of the codes asked for, up to ``as_of``; codes without values are left out.

    Codes of one panel whose units differ get panels of their own. ``draft_day`` marks the points of
    the visit on the screen; ``evolving``, ``myeloma``, ``poems`` were concluded of the same values.
    """
    worded, read = ChartWords(words, catalogue), _read(myeloma, poems)
    marks, met = _marks(read), _met(poems)
    groups = _groups(Courses.of(record, as_of, catalogue, policy), request.panels, marks, met)
    courses = [course for group in groups for course in group]
    x = time_axis(*_period(record, courses, request, as_of))
    shades = shades_of(record, as_of, x, worded)
    window = Window(x, draft_day, request.log, request.pixels, worded, evolving, marks, shades, met)
    return ChartSpec(
        title=worded.text("title"),
        patient_label=patient_label,
        x=x,
        panels=_panels(groups, window),
        lanes=lanes_of(record, as_of, x, worded, myeloma.lines if myeloma else ()),
        pins=pins_of(record, courses, as_of, x, worded),
        lane_label=worded.text("treatment"),
        lane_empty=worded.text("no_treatment"),
        notes=_notes(courses, evolving, worded),
        no_room=words.sentences["chart.no_room"],
        summary=_summary(courses, evolving, worded, response_sentence(read, worded)),
        stairs=stairs_of(read, as_of, x, worded),
    )


def _panels(groups: list[list[Course]], window: Window) -> tuple[Panel, ...]:
    panels: list[Panel] = []
    for group in groups:
        panels.append(build_panel(group, sum(len(panel.series) for panel in panels), window))
    return tuple(panels)


def _summary(
    courses: list[Course], evolving: Sequence[Evolving], words: ChartWords, response: str
) -> str:
    said = [
        sentence
        for course in courses
        for sentence in (words.sentence(course), *sentences(course, evolving, words))
    ]
    if response:
        said.append(response)
    return words.text("between_sentences").join(said) or words.text("empty")


def _groups(
    courses: Courses, panels: Panels, marks: Sequence[ResponseMark], met: bool
) -> list[list[Course]]:
    groups: list[list[Course]] = []
    known = courses.involved is not None
    for codes in known_panels(panels, involved=known) or _usual(courses, marks, met):
        found = [course for course in map(courses.course, codes) if course is not None]
        groups += [list(one) for _, one in groupby(found, lambda one: unit_label(one.unit))]
    return groups


def _period(
    record: PatientRecord, courses: list[Course], request: ChartRequest, as_of: date
) -> tuple[date, date]:
    """Give the days to show: what was asked for, else all values and what happened around them."""
    days = [one.on.middle for course in courses for one in course.points]
    days = days or [*moments(record, as_of)] or [as_of]
    first, last = min(days), max(*days, as_of)
    reach = max((last - first) // 2, timedelta(days=365))
    near = [day for day in moments(record, as_of) if first - reach <= day]
    start = request.start or min([first, *near])
    end = request.end or max([last, *near])
    return (start, end) if start <= end else (end, start)


def _notes(
    courses: list[Course], evolving: Sequence[Evolving], words: ChartWords
) -> tuple[str, ...]:
    waiting = [words.name(course.code) for course in courses if suspended(course, evolving)]
    notes = [words.text("evolving_suspended", names=" · ".join(waiting))] if waiting else []
    notes += [
        words.text("converted", name=words.name(course.code), unit=unit_label(course.unit))
        for course in courses
        if course.converted
    ]
    notes += [
        words.text("omitted", name=words.name(course.code), count=str(course.omitted))
        for course in courses
        if course.omitted
    ]
    return tuple(notes)
