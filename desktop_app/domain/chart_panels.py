"""Build one plot of a chart: its points, its axis, bands and lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.domain.chart import Axis, Band, Line, Panel, Point, Role, Scale, Series, Shade
from desktop_app.domain.chart_evolving import evolution, said_at, steps_of
from desktop_app.domain.chart_response import mark_lines
from desktop_app.domain.chart_thresholds import thresholds_in
from desktop_app.domain.chart_words import ChartWords, plain
from desktop_app.domain.conclusions import Evolving
from desktop_app.domain.criteria.light_chain_course import DIFFERENCE
from desktop_app.domain.decimation import MOST_MARKS, decimated, visible
from desktop_app.domain.light_chain_series import INVOLVED
from desktop_app.domain.myeloma_conclusions import ResponseMark
from desktop_app.domain.observed_series import SPIKE, in_unit
from desktop_app.domain.onls_series import SCORE
from desktop_app.domain.ticks import linear_axis, log_axis
from desktop_app.domain.trend import Significance
from desktop_app.domain.unit_label import unit_label, with_unit

if TYPE_CHECKING:
    from desktop_app.domain.chart_evolving import Step
    from desktop_app.domain.observed_series import Observed
    from desktop_app.domain.trend import Course

FROM_ZERO = (
    "mprotein",
    "flc",
    "urine",
    "immunoglobulin",
    "poems",
)  # groups whose axis begins at zero
NOISE_BAND = ("serum_m_protein", INVOLVED)
FALL_IS_WORSE = ("hemoglobin",)
NEAR_THRESHOLD = 2.5  # a threshold is drawn up to this multiple of the highest value
LEAST_SPAN = 0.2  # share of the value that an axis spans at least, so that noise looks small
HEADROOM = 1.04  # room above a line, so that it does not lie on the edge
CLOSE = 0.07  # share of the axis within which two lines could not be told apart
_ROLES = (Role.PRIMARY, Role.SECONDARY, Role.TERTIARY, Role.QUATERNARY)


@dataclass(frozen=True, slots=True)
class Window:
    """Hold what all panels share: the time axis, today's day, scale, pixels, and the words."""

    x: Axis
    marked_day: date | None
    log: bool
    pixels: int
    words: ChartWords
    evolving: Sequence[Evolving] = ()
    marks: Sequence[ResponseMark] = ()
    shades: tuple[Shade, ...] = ()
    poems: bool = False  # its limits are drawn, those of a precursor are not

    def marks_of(self, course: Course) -> list[ResponseMark]:
        """Give the levels of the response that stand in a course, line by line."""
        return [mark for mark in self.marks if mark.code == course.code]


def build_panel(courses: Sequence[Course], first_role: int, window: Window) -> Panel:
    """Build the plot of courses in one unit; the first panel also names baseline and nadir."""
    main = first_role == 0
    lead = courses[0]
    shown = [_seen(course, window) for course in courses]
    bands = _bands(courses, window)
    lines = _lines(courses, window, full=main)
    axis = _axis(courses, shown, (bands, lines), window, intervals=4 if main else 2)
    steps = [steps_of(course, window.evolving, window.words) for course in courses]
    series = tuple(
        _series(one, axis, _ROLES[(first_role + place) % len(_ROLES)], window)
        for place, one in enumerate(zip(courses, shown, steps, strict=True))
    )
    kept = tuple(line for line in lines if axis.low <= line.y <= axis.high)
    drawn = tuple(_clipped(band, axis) for band in bands if _crosses(band, axis))
    if main and len(courses) == 1 and not window.marks_of(lead):
        kept += _course_lines(lead, axis, window, bool(drawn and drawn[0].role is Role.NOISE))
    marks = tuple(evolution(step, axis) for found in steps for step in found)
    shades = window.shades if any(course.code == SPIKE for course in courses) else ()
    return Panel(axis, series, drawn, kept, unit_label(lead.unit), marks, shades)


def _seen(course: Course, window: Window) -> tuple[Observed, ...]:
    low, high = window.x.low, window.x.high
    return tuple(one for one in course.points if low <= one.on.middle.toordinal() <= high)


def _series(
    shown: tuple[Course, Sequence[Observed], Sequence[Step]], axis: Axis, role: Role, window: Window
) -> Series:
    course, inside, steps = shown
    marked = _marked(course, window.marked_day)
    points = tuple(
        replace(
            _point(course, one, axis, window.words, latest=one is marked),
            evolving=said_at(one, steps, window.words),
        )
        for one in course.points
    )
    marks = len(inside) <= MOST_MARKS
    points = visible(points, window.x.low, window.x.high)
    if not marks:
        points = decimated(points, window.pixels)
    name = window.words.name(course.code)
    return Series(name, role, points, course.code, marks, steps=course.unit == SCORE)


def _marked(course: Course, day: date | None) -> Observed:
    """Give today's point: the one of the draft's day, else the latest."""
    todays = [one for one in course.points if one.on.whole and one.on.first == day]
    return todays[-1] if todays else course.latest


def _point(course: Course, one: Observed, axis: Axis, words: ChartWords, *, latest: bool) -> Point:
    value = float(one.value)
    floored = axis.scale is Scale.LOG and value <= 0
    state = words.state(one, course.code)
    label = words.value(one, course.unit)
    return Point(
        x=float(one.on.middle.toordinal()),
        y=axis.low if floored else value,
        label=f"{label} · {state}" if state else label,
        date_label=one.on.text,
        first=float(one.on.first.toordinal()),
        last=float(one.on.last.toordinal()),
        comparator=one.result.comparator.value if one.result.comparator else None,
        joined=not one.changed,
        latest=latest,
        short=words.number(one),
        state=state or "",
        change=words.change(course, one),
        floored=floored,
        worse=_worse(course, one),
    )


def _worse(course: Course, one: Observed) -> bool:
    """Tell whether a value is worse than the baseline by more than the variation of the test."""
    base = course.baseline
    if one is base or not one.comparable(base):
        return False
    verdict = course.compared(base, one)
    worse = one.value < base.value if course.code in FALL_IS_WORSE else one.value > base.value
    return worse and verdict is Significance.BEYOND_NOISE


def _axis(
    courses: Sequence[Course],
    shown: Sequence[Sequence[Observed]],
    drawn: tuple[Sequence[Band], Sequence[Line]],
    window: Window,
    *,
    intervals: int,
) -> Axis:
    values = [float(one.value) for points in shown for one in points]
    values = values or [float(one.value) for course in courses for one in course.points]
    low, high = min(values), max(values)
    from_zero = _from_zero(courses[0], window.words)
    label = _axis_label(courses, window.words)
    reach = _reach(low, high, drawn, from_zero=from_zero)
    if window.log:
        smallest = min((value for value in values if value > 0), default=1.0)
        zero = window.words.text("zero") if low <= 0 else None
        return log_axis(label, smallest, max([high, *reach]), floor_label=zero)
    low, high = min([low, *reach]), max([high, *reach])
    if from_zero:
        return linear_axis(label, min(low, 0.0), high, intervals)
    missing = max(LEAST_SPAN * abs(high + low) / 2 - (high - low), 0.0)
    return linear_axis(label, low - missing / 2, high + missing / 2, intervals)


def _reach(
    low: float, high: float, drawn: tuple[Sequence[Band], Sequence[Line]], *, from_zero: bool
) -> list[float]:
    """Give the edges of bands and the thresholds that are near enough to be worth the room.

    The edge of the reference band that lies nearest to the values is always shown.
    """
    bands, lines = drawn
    edges = [edge for band in bands for edge in (band.low, band.high) if band.role is Role.NOISE]
    top = max([high, *edges])
    room = top * (NEAR_THRESHOLD - 1) if from_zero else max(high - low, abs(high) * 0.2)
    others = [edge for band in bands for edge in (band.low, band.high)]
    edges += [
        min((band.low, band.high), key=lambda edge: abs(edge - (low + high) / 2))
        for band in bands
        if band.role is Role.REFERENCE
    ]
    others += [line.y * HEADROOM for line in lines]
    return edges + [y for y in others if low - room <= y <= top + room]


def _axis_label(courses: Sequence[Course], words: ChartWords) -> str:
    names = " · ".join(words.name(course.code) for course in courses)
    unit = unit_label(courses[0].unit)
    return words.text("axis", name=names, unit=unit) if unit else names


def _from_zero(course: Course, words: ChartWords) -> bool:
    analyte = words.catalogue.get(course.measured)
    derived = course.code == DIFFERENCE or course.unit == SCORE
    return derived or (analyte is not None and analyte.group in FROM_ZERO)


def _bands(courses: Sequence[Course], window: Window) -> tuple[Band, ...]:
    """Give the noise around the baseline and the laboratory's latest limits, of a lone series."""
    if len(courses) > 1:
        return ()
    course, words = courses[0], window.words
    bands = []
    followed = course.code in NOISE_BAND and not window.marks_of(course)
    base, noise = course.baseline, course.noise if followed else None
    if noise is not None and not base.censored and base.value > 0:
        spread = base.value * noise / 100
        label = words.text("noise", percent=plain(noise), baseline=plain(base.value))
        start = None if base is course.first else float(base.on.middle.toordinal())
        edges = float(base.value - spread), float(base.value + spread)
        bands.append(Band(*edges, Role.NOISE, label, start))
    reference = _reference(course, words)
    return (*bands, reference) if reference else tuple(bands)


def _reference(course: Course, words: ChartWords) -> Band | None:
    """Give the band of the latest limits that the laboratory printed, in the unit shown."""
    printed = [one for one in course.points if (one.result.low, one.result.high) != (None, None)]
    if not printed:
        return None
    last = printed[-1]
    low, high = (
        _shown(limit, last, course, words) for limit in (last.result.low, last.result.high)
    )
    if low is not None and high is not None:
        label = words.text("reference", low=plain(low), high=plain(high))
    elif low is not None:
        label = words.text("reference_low", low=plain(low))
    else:
        label = words.text("reference_high", high=plain(high or Decimal(0)))
    top = float("inf") if high is None else float(high)
    return Band(float("-inf") if low is None else float(low), top, Role.REFERENCE, label)


def _shown(
    limit: Decimal | None, one: Observed, course: Course, words: ChartWords
) -> Decimal | None:
    """Bring a printed limit into the unit shown, as its value was."""
    if limit is None:
        return None
    own = one.result.unit or course.unit
    brought = in_unit(limit, own, course.unit, words.catalogue.get(course.measured))
    return brought[0] if brought else None


def _lines(courses: Sequence[Course], window: Window, *, full: bool) -> tuple[Line, ...]:
    """Give thresholds; in their place, where a response is read, the levels of each line."""
    words = window.words
    lines: list[Line] = []
    for course in courses:
        if marks := window.marks_of(course):
            lines += mark_lines(course, marks, window.x, words)
            continue
        for threshold, value in thresholds_in(course, words.catalogue, poems=window.poems):
            number = with_unit(plain(value.normalize()), course.unit, words.words.language)
            name = words.words.text(threshold.wording, {"value": number}.items())
            lines.append(Line(float(value), Role.THRESHOLD, name if full else number))
    return tuple(dict.fromkeys(lines))


def _course_lines(course: Course, axis: Axis, window: Window, has_noise: bool) -> tuple[Line, ...]:
    """Name baseline and nadir on lines, where they can be told apart from each other."""
    if course.baseline.censored or len(course.points) < 3:
        return ()
    words, lines = window.words, []
    base = max(float(course.baseline.value), axis.low)
    label = "" if has_noise else words.text("baseline", value=plain(course.baseline.value))
    if course.baseline.value and axis.low <= base <= axis.high:
        lines.append(Line(base, Role.BASELINE, label))
    low = float(course.nadir.value)
    apart = (base, float(course.latest.value))
    if not course.nadir.censored and axis.low < low <= axis.high:
        distances = (abs(axis.place(low) - axis.place(max(y, axis.low))) for y in apart)
        if min(distances) > CLOSE:
            lines.append(
                Line(low, Role.NADIR, words.text("nadir", value=plain(course.nadir.value)))
            )
    return tuple(lines)


def _crosses(band: Band, axis: Axis) -> bool:
    return band.low < axis.high and band.high > axis.low


def _clipped(band: Band, axis: Axis) -> Band:
    low, high = max(band.low, axis.low), min(band.high, axis.high)
    return Band(low, high, band.role, band.label, band.start)
