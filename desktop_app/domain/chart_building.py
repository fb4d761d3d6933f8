"""Build the specification of a trend chart from a record."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from desktop_app.domain.chart import ChartSpec
from desktop_app.domain.chart_events import lanes_of, moments, pins_of
from desktop_app.domain.chart_panels import Window, build_panel
from desktop_app.domain.chart_words import ChartWords
from desktop_app.domain.ticks import time_axis
from desktop_app.domain.trend import Course, course_of
from desktop_app.domain.unit_label import unit_label

if TYPE_CHECKING:
    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.chart import ChartRequest, Panel
    from desktop_app.domain.record import PatientRecord
    from desktop_app.domain.wording import Wording

# What is charted where nobody chose, most telling first; one tuple a panel.
USUAL_PANELS = (
    ("serum_m_protein",),
    ("flc_kappa", "flc_lambda"),
    ("vegf_plasma",),
    ("vegf_serum",),
    ("vegf_unspecified",),
    ("hemoglobin",),
    ("flc_ratio",),
    ("urine_m_protein_24h",),
    ("creatinine",),
)
MOST_PANELS = 4


def usual_panels(
    record: PatientRecord, as_of: date, catalogue: Catalogue
) -> tuple[tuple[str, ...], ...]:
    """Choose what to chart: analytes that were followed first, then those with a single value.

    Where nothing usual was measured, whatever was.
    """
    usual = _most_followed(USUAL_PANELS, record, as_of, catalogue)
    if usual:
        return usual
    measured = tuple(dict.fromkeys((result.code,) for result in record.results))
    return _most_followed(measured, record, as_of, catalogue)


def _most_followed(
    panels: tuple[tuple[str, ...], ...], record: PatientRecord, as_of: date, catalogue: Catalogue
) -> tuple[tuple[str, ...], ...]:
    def most(panel: tuple[str, ...]) -> int:
        courses = (course_of(record, code, as_of=as_of, catalogue=catalogue) for code in panel)
        return max(len(course.points) if course else 0 for course in courses)

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
) -> ChartSpec:
    """Build a chart of the codes asked for, up to ``as_of``; codes without values are left out.

    Codes of one panel whose units differ are split into panels of their own. ``draft_day`` is the
    day of the visit on the screen, whose points are marked.
    """
    worded = ChartWords(words, catalogue)
    groups = _groups(record, request, as_of, catalogue)
    courses = [course for group in groups for course in group]
    x = time_axis(*_period(record, courses, request, as_of))
    window = Window(x, draft_day, request.log, request.pixels, worded)
    panels: list[Panel] = []
    for group in groups:
        panels.append(build_panel(group, sum(len(panel.series) for panel in panels), window))
    return ChartSpec(
        title=worded.text("title"),
        patient_label=patient_label,
        x=x,
        panels=tuple(panels),
        lanes=lanes_of(record, as_of, x, worded),
        pins=pins_of(record, courses, as_of, x, worded),
        lane_label=worded.text("treatment"),
        lane_empty=worded.text("no_treatment"),
        notes=_notes(courses, worded),
        no_room=words.sentences["chart.no_room"],
        summary=_summary(courses, worded),
    )


def _summary(courses: list[Course], words: ChartWords) -> str:
    sentences = [words.sentence(course) for course in courses]
    return words.text("between_sentences").join(sentences) or words.text("empty")


def _groups(
    record: PatientRecord, request: ChartRequest, as_of: date, catalogue: Catalogue
) -> list[list[Course]]:
    groups: list[list[Course]] = []
    for codes in request.panels or usual_panels(record, as_of, catalogue):
        found = (course_of(record, code, as_of=as_of, catalogue=catalogue) for code in codes)
        courses = [course for course in found if course is not None]
        groups += [list(one) for _, one in groupby(courses, lambda one: unit_label(one.unit))]
    return groups


def _period(
    record: PatientRecord, courses: list[Course], request: ChartRequest, as_of: date
) -> tuple[date, date]:
    """Give the days to show: what was asked for, else all values and what happened around them."""
    days = [one.on.middle for course in courses for one in course.points] or [as_of]
    first, last = min(days), max(*days, as_of)
    reach = max((last - first) // 2, timedelta(days=365))
    near = [day for day in moments(record, as_of) if first - reach <= day]
    start = request.start or min([first, *near])
    end = request.end or max([last, *near])
    return (start, end) if start <= end else (end, start)


def _notes(courses: list[Course], words: ChartWords) -> tuple[str, ...]:
    notes = [
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
