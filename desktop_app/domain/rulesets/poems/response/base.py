"""Find baseline and nadir of a line, series by series (RESP-POEMS-BASE)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from desktop_app.domain.criteria.spans import Span, hull, lower, span_of
from desktop_app.domain.criteria.treatment_lines import before_dose
from desktop_app.domain.criterion import Rule, input_of
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Interpretation, Result
from desktop_app.domain.truth import Truth
from desktop_app.domain.view import HasDate, latest_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop_app.domain.conclusions import Input
    from desktop_app.domain.view import RecordView

BASE = Rule("RESP-POEMS-BASE", "poems2025", "decision", "<= 90 d")
OLD_DAYS = 90
Placed = TypeVar("Placed", bound=HasDate)
# What a value may be that is told in words, or in a unit of no use.
ANY = Span(None, None)
# Specimen, laboratory and method: what makes values one series.
Series = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """Hold one value of a series; ``series`` None where it stands in each, as no band does.

    ``limit`` is the laboratory's upper limit; ``word`` what was reported instead of a number.
    """

    date: PartialDate
    series: Series | None
    span: Span | None
    limit: Decimal | None = None
    word: Interpretation | None = None
    results: tuple[Result, ...] = ()

    @property
    def inputs(self) -> tuple[Input, ...]:
        """Show what was reported."""
        return tuple(map(input_of, self.results))

    @property
    def input(self) -> Input | None:
        """Show the first of what was reported; None where a band stands for the value."""
        return next(iter(self.inputs), None)


@dataclass(frozen=True, slots=True)
class Standing:
    """Hold a sample of a line with its baseline, and the nadir as it stood before it."""

    sample: Sample
    base: Sample | None
    nadir: Span | None
    lowest: Sample | None = None

    @property
    def date(self) -> PartialDate:
        """Give the day of the sample."""
        return self.sample.date


def samples_of(view: RecordView, code: str, unit: str) -> tuple[Sample, ...]:
    """Give the samples of a code in order of time; several of one day and series are one."""
    results = view.results(code)
    labs = filled([x.lab for x in results])
    methods = filled([x.method for x in results])
    grouped: dict[tuple[str, Series], list[Result]] = {}
    for result, lab, method in zip(results, labs, methods, strict=True):
        grouped.setdefault((result.date.text, (code, lab, method)), []).append(result)
    found = [_sample(view, key[1], tuple(group), unit) for key, group in grouped.items()]
    return tuple(_with_limits(found))


def filled(names: Sequence[str | None]) -> list[str]:
    """Carry what was stated on, and back to the first: what is not stated is the same."""
    last = next((name for name in names if name), "")
    filled = []
    for name in names:
        last = name or last
        filled.append(last)
    return filled


def _sample(view: RecordView, series: Series, results: tuple[Result, ...], unit: str) -> Sample:
    analyte = view.catalogue[series[0]]
    spans: list[Span | None] = []
    limits: list[Decimal] = []
    for result in results:
        shift = None if result.unit is None else analyte.shift(result.unit, unit)
        spans.append(None if shift is None else span_of(result, shift))
        if shift is not None and result.high is not None:
            limits.append(result.high.scaleb(shift))
    words = {x.interpretation for x in results if x.value is None}
    known = [x for x in spans if x is not None]
    return Sample(
        date=results[0].date,
        series=series,
        span=hull(known) if len(known) == len(spans) else None,
        limit=max(limits, default=None),
        word=words.pop() if len(words) == 1 and not known else None,
        results=results,
    )


def _with_limits(samples: list[Sample]) -> Iterator[Sample]:
    """Give each sample a limit: its own, else the last stated in its series, else the first."""
    stated: dict[Series | None, Decimal] = {}
    for sample in samples:
        if sample.limit is not None:
            stated.setdefault(sample.series, sample.limit)
    for sample in samples:
        if sample.limit is not None:
            stated[sample.series] = sample.limit
        yield replace(sample, limit=stated.get(sample.series))


def alike(one: Sample, other: Sample) -> bool:
    """Tell whether two samples are of one series."""
    return None in (one.series, other.series) or one.series == other.series


def before(dated: Iterable[Placed], start: PartialDate) -> list[Placed]:
    """Give what certainly lies on or before the start of a line."""
    return [x for x in dated if before_dose(x.date, start) is Truth.MET]


def after(on: PartialDate, start: PartialDate) -> bool:
    """Tell whether a day certainly lies after the start of a line."""
    return before_dose(on, start) is Truth.NOT_MET


def baseline_of(samples: Iterable[Sample]) -> Sample | None:
    """Give the last sample; where it is open which is the last, what any of them allows."""
    newest = latest_of(samples)
    if not newest[1:]:
        return next(iter(newest), None)
    spans = [x.span for x in newest if x.span is not None]
    whole = hull(spans) if len(spans) == len(newest) else None
    return replace(newest[-1], span=whole, results=tuple(y for x in newest for y in x.results))


def last_before(samples: Iterable[Sample], start: PartialDate) -> Input | None:
    """Show the last value before the start, where no value has followed it yet."""
    base = baseline_of(before(samples, start))
    return None if base is None else base.input


def standings(samples: Sequence[Sample], start: PartialDate) -> Iterator[Standing]:
    """Give every sample after the start with its own baseline and nadir, baseline included."""
    earlier = before(samples, start)
    since: list[Sample] = []
    for sample in sorted(samples, key=lambda x: (x.date.last, x.date.first)):
        if not after(sample.date, start):
            continue
        base = baseline_of(x for x in earlier if alike(x, sample))
        told = [x for x in (base, *since) if x is not None and alike(x, sample)]
        nadir, lowest = _lowest(told)
        yield Standing(sample, base, nadir, lowest)
        since.append(sample)


def _lowest(samples: Iterable[Sample]) -> tuple[Span | None, Sample | None]:
    nadir: Span | None = None
    lowest: Sample | None = None
    for sample in samples:
        span = ANY if sample.span is None else sample.span
        least = span if nadir is None else lower(nadir, span)
        if least != nadir and sample.span is not None:
            lowest = sample
        nadir = least
    return nadir, lowest


def lowest_now(standing: Standing) -> Sample | None:
    """Give the sample of the nadir with the standing's own sample included."""
    return _lowest([x for x in (standing.lowest, standing.sample) if x is not None])[1]


def old(base: HasDate, start: PartialDate) -> bool:
    """Tell whether a baseline surely is older than 90 days."""
    return (start.first - base.date.last).days > OLD_DAYS


def unplaced(dated: Iterable[HasDate], start: PartialDate) -> tuple[str, ...]:
    """Name the days that a partial date leaves on either side of the start."""
    days = {x.date.text for x in dated if before_dose(x.date, start) is Truth.UNKNOWN}
    return tuple(sorted(days))
