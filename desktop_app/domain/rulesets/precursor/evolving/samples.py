"""Part an analyte's values by laboratory and method, and find the baseline (EVO-ENGINE)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.domain.catalogue import Analyte
from desktop_app.domain.observed_series import Observed, observed_series
from desktop_app.domain.partial_date import PartialDate, add_months
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from decimal import Decimal

    from desktop_app.domain.record import Result
    from desktop_app.domain.trend import Course
    from desktop_app.domain.view import RecordView

    Judge = Callable[[Observed, Observed], Truth]

# After a change of laboratory or method nothing is said until it has given this many values.
VALUES_OF_A_NEW_LABORATORY = 2


@dataclass(frozen=True, slots=True)
class Sample:
    """Hold what one day reported; more than one value where the reports differ."""

    on: PartialDate
    values: tuple[Observed, ...]
    quantified: bool  # every value is a plain number above zero


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hold the samples that one laboratory measured by one method, oldest first, in one unit."""

    code: str
    unit: str
    analyte: Analyte | None
    samples: tuple[Sample, ...]
    baselines: tuple[Sample, ...]  # more than one where dates leave open which it is
    first: bool  # whether the record begins with it
    # By the day of each baseline: what may have been taken later, and whether it surely was.
    later: Mapping[str, tuple[tuple[Sample, Truth], ...]]

    def in_unit(self, limits: Iterable[tuple[str, Decimal]]) -> Decimal | None:
        """Give the limit of the stretch's unit, shifted by a power of ten; None if there is none.

        Units that differ by a power of ten share a threshold (UNIT-COMPARE).
        """
        for unit, limit in limits:
            if unit == self.unit:
                return limit
            shift = self.analyte.shift(unit, self.unit) if self.analyte else None
            if shift is not None:
                return limit.scaleb(shift)
        return None


@dataclass(frozen=True, slots=True)
class Followed:
    """Hold the stretches of one analyte, the one of the latest value first."""

    stretches: tuple[Stretch, ...]

    @property
    def current(self) -> Stretch:
        """Give the stretch of the latest value."""
        return self.stretches[0]

    @property
    def suspended(self) -> bool:
        """Tell whether the laboratory or method changed and has given too few values since."""
        counted = sum(sample.quantified for sample in self.current.samples)
        return len(self.stretches) > 1 and counted < VALUES_OF_A_NEW_LABORATORY


@dataclass(frozen=True, slots=True)
class Window:
    """Hold until when a window of calendar months is surely, and may be, open; ends included."""

    surely: date
    perhaps: date

    @classmethod
    def of(cls, start: PartialDate, months: int) -> Window:
        """Open a window on a day, or on an interval in which the day lies."""
        return cls(add_months(start.first, months), add_months(start.last, months))

    def holds(self, on: PartialDate) -> Truth:
        """Tell whether a day lies at or before the end."""
        if on.last <= self.surely:
            return Truth.MET
        return Truth.NOT_MET if on.first > self.perhaps else Truth.UNKNOWN

    def reached(self, on: PartialDate) -> Truth:
        """Tell whether a day lies at or after the end."""
        if on.first >= self.perhaps:
            return Truth.MET
        return Truth.NOT_MET if on.last < self.surely else Truth.UNKNOWN


def followed(
    view: RecordView, course: Course, diagnosed: PartialDate | None, unit: str | None = None
) -> Followed:
    """Part a course by what can be compared, and find the baselines.

    Its unit is the latest reported one, unless that is no power of ten away from ``unit``, in
    which the thresholds are printed: then the values are converted, and marked so.
    """
    analyte = view.catalogue.get(course.code)
    if unit and analyte and analyte.shift(course.unit, unit) is None:
        converted = observed_series(
            view.results(course.code),
            course.code,
            as_of=view.as_of,
            catalogue=view.catalogue,
            unit=unit,
        )
        if converted is not None and converted.points:
            return _parted(view, course.code, unit, converted.points, diagnosed)
    return _parted(view, course.code, course.unit, course.points, diagnosed)


def computed(
    view: RecordView, code: str, results: Sequence[Result], diagnosed: PartialDate | None
) -> Followed | None:
    """Part values that were computed from results; None where there are none."""
    series = observed_series(results, code, as_of=view.as_of, catalogue=view.catalogue)
    return None if series is None else _parted(view, code, series.unit, series.points, diagnosed)


def _parted(
    view: RecordView,
    code: str,
    unit: str,
    points: Sequence[Observed],
    diagnosed: PartialDate | None,
) -> Followed:
    groups: dict[int, list[Observed]] = {}
    for point in points:
        groups.setdefault(point.group, []).append(point)
    begins, last = points[0].group, points[-1].group
    analyte = view.catalogue.get(code)
    stretches: list[Stretch] = []
    for group in dict.fromkeys((last, *groups)):
        samples = _samples(groups[group])
        bases = _baselines(samples, diagnosed)
        later = {base.on.text: _later(base, samples) for base in bases}
        stretches.append(Stretch(code, unit, analyte, samples, bases, group == begins, later))
    return Followed(tuple(stretches))


def _samples(points: Iterable[Observed]) -> tuple[Sample, ...]:
    """Put the values of one day together; one that was entered twice is one."""
    by_day: dict[str, list[Observed]] = {}
    for point in points:
        by_day.setdefault(point.result.date.text, []).append(point)
    return tuple(map(_sample, by_day.values()))


def _sample(points: Sequence[Observed]) -> Sample:
    first, *others = points
    values = {(x.value, x.result.comparator): x for x in points}.values() if others else (first,)
    bounded = [x for x in values if x.result.comparator or x.value <= 0]
    return Sample(first.result.date, tuple(values), not bounded)


def _baselines(samples: Iterable[Sample], diagnosed: PartialDate | None) -> tuple[Sample, ...]:
    """Give the first quantified sample at or after diagnosis, never the lowest (EVO-ENGINE).

    A sample that may lie at or after the diagnosis counts as such.
    """
    pool = [
        sample
        for sample in samples
        if sample.quantified and (diagnosed is None or sample.on.last >= diagnosed.first)
    ]
    soonest = min((sample.on.last for sample in pool), default=None)
    return tuple(x for x in pool if soonest is not None and x.on.first <= soonest)


def _later(base: Sample, samples: Iterable[Sample]) -> tuple[tuple[Sample, Truth], ...]:
    others = ((x, _after(base, x)) for x in samples if x is not base)
    return tuple((x, later) for x, later in others if later is not Truth.NOT_MET)


def _after(earlier: Sample, later: Sample) -> Truth:
    """Tell whether a sample was taken on a later day than another."""
    if later.on.first > earlier.on.last:
        return Truth.MET
    return Truth.NOT_MET if later.on.last <= earlier.on.first else Truth.UNKNOWN


def every(earlier: Sample, later: Sample, judge: Judge) -> Truth:
    """Judge all values of one day against all of another: they must agree, else unknown."""
    truth, *others = [judge(one, other) for one in earlier.values for other in later.values]
    return truth if others.count(truth) == len(others) else Truth.UNKNOWN
