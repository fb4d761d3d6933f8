"""Put serum and urine immunofixation, M-protein and marrow of a line together (RESP-POEMS-NOW)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal as D
from typing import TYPE_CHECKING, TypeVar

from desktop_app.domain.criteria.poems.clone_routes import (
    FLOW_CODES,
    KAPPA_ABOVE,
    LAMBDA_BELOW,
    LEAST_CELLS,
    STAIN_CODE,
)
from desktop_app.domain.criteria.spans import Span
from desktop_app.domain.criterion import Op
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.rulesets.poems.response.bands import (
    SERUM_BANDS,
    URINE_BANDS,
    Bands,
    Immunofixation,
    clone_before,
)
from desktop_app.domain.rulesets.poems.response.base import (
    Sample,
    Standing,
    after,
    baseline_of,
    before,
    samples_of,
    standings,
)
from desktop_app.domain.truth import Truth
from desktop_app.domain.view import HasDate, latest_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from desktop_app.domain.record import Finding
    from desktop_app.domain.view import RecordView

SERUM_M, UNIT = "serum_m_protein", "g/L"
MARROW = (STAIN_CODE, *FLOW_CODES)
TOGETHER_DAYS = 31
NOTHING = D(0)


Entry = TypeVar("Entry", bound=HasDate)


@dataclass(frozen=True, slots=True)
class BloodDay:
    """Hold what belongs to one day of the line; None where nothing was measured by then."""

    date: PartialDate
    m: Standing | None
    serum: Bands | None
    urine: Bands | None
    marrow: Truth  # clonal cells are left
    exposed: Truth  # to an antibody that shows as a band

    @property
    def amount(self) -> Span | None:
        """Give the serum M-protein in g/L; 0 where serum immunofixation is negative."""
        negative = self.serum is not None and self.serum.positive is Truth.NOT_MET
        span = None if self.m is None else self.m.sample.span
        if negative and (span is None or span.stands(Op.GT, NOTHING) is not Truth.MET):
            return Span.exactly(NOTHING)
        return span

    @property
    def serum_positive(self) -> Truth:
        """Tell whether serum shows a band; an M-protein above 0 is one."""
        return positive_serum(self.serum, None if self.m is None else self.m.sample, self.exposed)

    @property
    def cleared(self) -> Truth:
        """Tell whether serum and urine show no band."""
        urine = Truth.UNKNOWN if self.urine is None else self.urine.positive
        return ~self.serum_positive & ~urine


@dataclass(frozen=True, slots=True)
class BloodLine:
    """Hold the line: what it started from, its days, and all that was measured on any day."""

    positive: Truth  # immunofixation at baseline
    marrow: Truth  # clonal cells at baseline
    days: tuple[BloodDay, ...]
    measured: tuple[HasDate, ...]
    amounts: tuple[Sample, ...]
    base: Sample | None  # the last M-protein on or before the start


def positive_serum(bands: Bands | None, m: Sample | None, exposed: Truth) -> Truth:
    """Tell whether serum shows a band; where the two tests contradict each other it is open."""
    span = None if m is None else m.span
    seen = span is not None and span.stands(Op.GT, NOTHING) is Truth.MET
    above = seen and exposed is Truth.NOT_MET
    if bands is None:
        return Truth.of(True if above else None)
    if bands.positive is Truth.NOT_MET and above:
        return Truth.UNKNOWN
    return bands.positive


def blood_line(view: RecordView, start: PartialDate) -> BloodLine:
    """Gather the line that began on a day."""
    reader = Immunofixation(view, clone_before(view, start))
    bands = {code: reader.bands(code) for code in (SERUM_BANDS, URINE_BANDS)}
    since = {c: tuple(x for x in all_ if after(x.date, start)) for c, all_ in bands.items()}
    samples = samples_of(view, SERUM_M, UNIT)
    ms = tuple(standings([*_zeroed(samples, bands[SERUM_BANDS])], start))
    marrows = [x for code in MARROW for x in view.findings(code)]
    base_serum = _last(bands[SERUM_BANDS], start)
    base_urine = _last(bands[URINE_BANDS], start)
    base_m = _last(samples, start)
    exposed = Truth.UNKNOWN if base_m is None else reader.exposed(base_m.date)
    urine = Truth.UNKNOWN if base_urine is None else base_urine.positive
    positive = positive_serum(base_serum, base_m, exposed) | urine
    looks = [x for x in marrows if after(x.date, start)]
    measured = [x.date for x in ms] + [x.date for each in since.values() for x in each]
    measured += [x.date for x in looks] if positive is Truth.NOT_MET else []
    ordered = sorted({x.text: x for x in measured}.values(), key=_place)
    return BloodLine(
        positive=positive,
        marrow=clonal(before(marrows, start)),
        days=tuple(_days(ordered, ms, since, looks, reader)),
        amounts=samples,
        base=baseline_of(before(samples, start)),
        measured=(*samples, *bands[SERUM_BANDS], *bands[URINE_BANDS], *marrows),
    )


def _zeroed(samples: Sequence[Sample], serum: Sequence[Bands]) -> Iterator[Sample]:
    """Give the amounts, with 0 on every day of a negative immunofixation (RESP-POEMS-CRH)."""
    negative = {x.date.text: x for x in serum if x.positive is Truth.NOT_MET}
    for sample in samples:
        below = sample.span is None or sample.span.stands(Op.GT, NOTHING) is not Truth.MET
        zero = below and negative.pop(sample.date.text, None) is not None
        yield replace(sample, span=Span.exactly(NOTHING)) if zero else sample
    measured = {x.date.text for x in samples}
    for bands in negative.values():
        if bands.date.text not in measured:
            yield Sample(bands.date, None, Span.exactly(NOTHING))


def _last(dated: Iterable[Entry], start: PartialDate) -> Entry | None:
    """Give the last entry on or before the start; None where two may be the last."""
    newest = latest_of(before(dated, start))
    return newest[0] if len(newest) == 1 else None


def _days(
    ordered: Sequence[PartialDate],
    ms: Sequence[Standing],
    bands: Mapping[str, Sequence[Bands]],
    marrows: Sequence[Finding],
    reader: Immunofixation,
) -> Iterator[BloodDay]:
    for on, following in zip(ordered, (*ordered[1:], None), strict=False):
        until = None if following is None else following.last
        m = beside(on, [x for x in ms if x.sample.series is not None or x.date == on])
        serum = beside(on, bands[SERUM_BANDS])
        urine = beside(on, bands[URINE_BANDS])
        near = _together_with_all(x.date for x in (m, serum, urine) if x is not None)
        yield BloodDay(
            date=on,
            m=_kept(m, near),
            serum=_kept(serum, near),
            urine=_kept(urine, near),
            marrow=clonal(_known_by(marrows, until)),
            exposed=reader.exposed(on),
        )


def _together_with_all(days: Iterable[PartialDate]) -> list[PartialDate]:
    """Leave out what follows too late after another; both may be near the day between them."""
    kept: list[PartialDate] = []
    for on in sorted(days, key=_place):
        if all(_together(on, other) for other in kept):
            kept.append(on)
    return kept


def _kept(entry: Entry | None, days: Sequence[PartialDate]) -> Entry | None:
    return entry if entry is not None and entry.date in days else None


def _known_by(marrows: Sequence[Finding], until: date | None) -> list[Finding]:
    """Give the marrow that is known before the next day is judged."""
    return [x for x in marrows if until is None or x.date.last < until]


def _place(on: PartialDate) -> tuple[date, date]:
    return on.last, on.first


def beside(on: PartialDate, entries: Sequence[Entry]) -> Entry | None:
    """Give what belongs to a day: the last by then within 31 days, else the next."""
    near = sorted((x for x in entries if _together(x.date, on)), key=_at)
    by_then = [x for x in near if not _place(x.date) > _place(on)]
    if by_then:
        return by_then[-1]
    return near[0] if near else None


def _at(entry: HasDate) -> tuple[date, date]:
    return _place(entry.date)


def _together(one: PartialDate, other: PartialDate) -> bool:
    apart = max((one.last - other.first).days, (other.last - one.first).days)
    return one == other or apart <= TOGETHER_DAYS


def clonal(findings: Iterable[Finding]) -> Truth:
    """Tell whether the latest marrow shows clonal cells, by stain or flow."""
    answers = [_clonal(x) for x in latest_of(findings)]
    if Truth.MET in answers:
        return Truth.MET
    return Truth.NOT_MET if Truth.NOT_MET in answers else Truth.UNKNOWN


def _clonal(finding: Finding) -> Truth:
    if isinstance(finding.value, bool):
        return Truth.of(finding.value)
    told = finding.value if isinstance(finding.value, Mapping) else {}
    ratio, cells = told.get("ratio"), told.get("cells")
    if not isinstance(ratio, int | D) or not isinstance(cells, int) or cells < LEAST_CELLS:
        return Truth.UNKNOWN
    return Truth.of(ratio > KAPPA_ABOVE or ratio < LAMBDA_BELOW)
