"""Summarise each analyte's course: baseline, nadir, latest, change, slope and doubling time.

Baseline: the first quantified value at or after diagnosis from the laboratory and method of the
latest one, never the nadir (rule EVO-ENGINE). A censored value never enters arithmetic.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import SeriesPoint, SeriesSummary
from desktop_app.domain.criterion import Rule
from desktop_app.domain.observed_series import Observed, observed_series
from desktop_app.domain.policy import PUBLISHED, Policy
from desktop_app.domain.record import Comparator
from desktop_app.domain.slope import doubling_days, slope_per_year

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.record import PatientRecord, Result

NOISE = Rule(
    "EVO-NOISE",
    "katzmann2011",
    "primary",
    "rise or fall > 22 % M, > 79 % FLC, > 99 % urine M, > 8 % Hb",
)
# Percent beyond which a change is more than analysis and biology explain: 2.77 x CV
# (rule EVO-NOISE, katzmann2011; haemoglobin "~8 %", awaiting verification).
NOISE_PERCENT: dict[str, Decimal] = {
    "serum_m_protein": Decimal(22),
    "flc_kappa": Decimal(79),
    "flc_lambda": Decimal(79),
    "urine_m_protein_24h": Decimal(99),
    "hemoglobin": Decimal(8),
}

PERCENT_DIGITS = 2  # of a change in percent, after the point
_UPWARDS = (Comparator.GE, Comparator.GT)
_DOWNWARDS = (Comparator.LE, Comparator.LT)


class Significance(StrEnum):
    """Name whether a change is more than the variation of the test."""

    BEYOND_NOISE = "beyond_noise"
    WITHIN_NOISE = "within_noise"


def noise_percent(code: str, laboratory: str | None, policy: Policy = PUBLISHED) -> Decimal | None:
    """Give the change in percent that a test shows by itself: the clinic's own, else the published.

    None where neither is known.
    """
    own = policy.noise_of(code, laboratory)
    return NOISE_PERCENT.get(code) if own is None else own


def significance(
    code: str,
    baseline: SeriesPoint,
    latest: SeriesPoint,
    *,
    policy: Policy = PUBLISHED,
    laboratory: str | None = None,
) -> Significance | None:
    """Compare a change with the noise of the test; both values stand in one unit.

    None where no noise is known, a value is censored, or the baseline is zero.
    """
    noise = noise_percent(code, laboratory, policy)
    change = _difference(baseline, latest)
    if noise is None or change is None or baseline.value <= 0:
        return None
    if abs(change) * 100 > noise * baseline.value:
        return Significance.BEYOND_NOISE
    return Significance.WITHIN_NOISE


@dataclass(frozen=True, slots=True)
class Course:
    """Hold the values of one analyte in one unit and which of them count."""

    code: str
    unit: str
    points: tuple[Observed, ...]
    baseline: Observed
    nadir: Observed
    converted: bool = False
    omitted: int = 0  # values in a unit that cannot be brought in
    policy: Policy = PUBLISHED

    @property
    def measured(self) -> str:
        """Give the code under which the laboratory reports it: a chain, of the involved chain."""
        return self.latest.result.code

    @property
    def noise(self) -> Decimal | None:
        """Give the noise of the test in percent, in the laboratory of the latest value."""
        return noise_percent(self.measured, self.latest.lab, self.policy)

    def compared(self, earlier: Observed, later: Observed) -> Significance | None:
        """Tell whether the change between two values is more than the noise of the test."""
        return significance(
            self.measured,
            as_point(earlier),
            as_point(later),
            policy=self.policy,
            laboratory=later.lab,
        )

    @property
    def first(self) -> Observed:
        """Give the first value, whatever its laboratory."""
        return self.points[0]

    @property
    def latest(self) -> Observed:
        """Give the last value."""
        return self.points[-1]

    @property
    def previous(self) -> Observed | None:
        """Give the value before the last one, if there is one."""
        return self.points[-2] if len(self.points) > 1 else None

    @property
    def change(self) -> Decimal | None:
        """Give the change since baseline; None where a value is censored."""
        return change(as_point(self.baseline), as_point(self.latest))[0]

    @property
    def percent(self) -> Decimal | None:
        """Give the change since baseline in percent; None too where the baseline is zero."""
        return change(as_point(self.baseline), as_point(self.latest))[1]

    @property
    def significance(self) -> Significance | None:
        """Tell whether the change since baseline is more than the noise of the test.

        None too where the latest value is the baseline itself.
        """
        if self.baseline is self.latest:
            return None
        return self.compared(self.baseline, self.latest)

    @property
    def outside(self) -> str | None:
        """Tell on which side the latest value leaves its laboratory's limits, as reported."""
        return outside_limits(self.latest.result)


def outside_limits(result: Result) -> str | None:
    """Give ``low`` or ``high`` where a result surely leaves its own printed limits, else None."""
    value, comparator = result.value, result.comparator
    if value is None:
        return None
    low, high = result.low, result.high
    if low is not None and value < low and comparator not in _UPWARDS:
        return "low"
    if high is not None and comparator not in _DOWNWARDS:
        above = value >= high if comparator is Comparator.GT else value > high
        return "high" if above else None
    return None


def course_of(
    record: PatientRecord,
    code: str,
    *,
    as_of: date,
    catalogue: Catalogue,
    policy: Policy = PUBLISHED,
) -> Course | None:
    """Give the course of one analyte up to a day, or None if it has no value until then."""
    results = [result for result in record.results if result.code == code]
    return course_among(code, results, as_of, catalogue, diagnosis_day(record, as_of), policy)


def courses_of(
    record: PatientRecord, as_of: date, catalogue: Catalogue, policy: Policy = PUBLISHED
) -> tuple[Course, ...]:
    """Give the course of every code with two values or more that lie on or before a day.

    A partial date that the day does not settle is left out.
    """
    by_code: dict[str, list[Result]] = {}
    for result in record.results:
        if result.value is not None and result.date.last <= as_of:
            by_code.setdefault(result.code, []).append(result)
    order = {code: place for place, code in enumerate(catalogue.analytes)}
    diagnosed = diagnosis_day(record, as_of)
    courses = (
        course_among(code, by_code[code], as_of, catalogue, diagnosed, policy)
        for code in sorted(by_code, key=lambda code: (order.get(code, len(order)), code))
    )
    return tuple(course for course in courses if course and len(course.points) > 1)


def course_among(
    code: str,
    results: Sequence[Result],
    as_of: date,
    catalogue: Catalogue,
    diagnosed: date | None,
    policy: Policy,
) -> Course | None:
    """Give the course that results make up to a day, under a name that may be another code.

    None if none of them has a value until then.
    """
    measured = results[0].code if results else code
    series = observed_series(results, measured, as_of=as_of, catalogue=catalogue)
    if series is None:
        return None
    own = [point for point in series.points if point.comparable(series.points[-1])]
    first, lowest = _baseline(own, diagnosed), min(own, key=_upper_bound)
    flags = series.converted, series.omitted
    return Course(code, series.unit, series.points, first, lowest, *flags, policy)


def diagnosis_day(record: PatientRecord, as_of: date) -> date | None:
    """Give the first possible day of the earliest dated diagnosis that may be known by a day."""
    return min(
        (x.date.first for x in record.history if x.date and x.date.first <= as_of), default=None
    )


def _baseline(own: Sequence[Observed], diagnosed: date | None) -> Observed:
    """Give the first quantified value at or after diagnosis of those comparable with the latest.

    Falls back to the first of them where nothing quantified follows the diagnosis.
    """
    quantified = [point for point in own if not point.censored]
    after = [point for point in quantified if diagnosed is None or point.on.last >= diagnosed]
    return (after or quantified or own)[0]


def as_point(observed: Observed) -> SeriesPoint:
    """Give the value as the assessment file writes it."""
    comparator = observed.result.comparator
    return SeriesPoint(observed.on.text, observed.value, comparator and comparator.value)


def change(base: SeriesPoint, latest: SeriesPoint) -> tuple[Decimal | None, Decimal | None]:
    """Give the change and its percent; None where a value is censored or the base is zero."""
    difference = _difference(base, latest)
    if difference is None or base.value.is_zero():
        return difference, None
    percent = difference * 100 / abs(base.value)
    return difference, round(percent, PERCENT_DIGITS)


def summary_of(course: Course) -> SeriesSummary:
    """Give what the assessment file says of a course."""
    baseline, nadir, latest = map(as_point, (course.baseline, course.nadir, course.latest))
    from_baseline, baseline_percent = change(baseline, latest)
    from_nadir, nadir_percent = change(nadir, latest)
    begin, last = course.baseline.on.middle, course.latest
    fitted = [
        one
        for one in course.points
        if one.on.middle >= begin and one.comparable(last) and not one.censored
    ]
    days = [one.on.middle.toordinal() for one in fitted]
    values = [one.value for one in fitted]
    slope = slope_per_year(days, values)
    return SeriesSummary(
        course.code,
        course.unit,
        baseline,
        nadir,
        latest,
        from_baseline,
        baseline_percent,
        from_nadir,
        nadir_percent,
        slope,
        doubling_days(days, values) if slope is not None and slope > 0 else None,
        tuple(point.on.text for point in course.points if point.changed),
        course.converted,
    )


def _difference(base: SeriesPoint, latest: SeriesPoint) -> Decimal | None:
    if base.comparator is not None or latest.comparator is not None:
        return None
    return latest.value - base.value


def _upper_bound(point: Observed) -> Decimal:
    """Give how high a value may be at most: ``<x`` counts as its bound."""
    return Decimal("Infinity") if point.result.comparator in _UPWARDS else point.value
