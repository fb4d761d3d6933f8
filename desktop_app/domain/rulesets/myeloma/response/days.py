"""Gather what each day of a record says of the disease: the samples and looks of response."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Input
from desktop_app.domain.criteria.light_chains import (
    RATIO_HIGH,
    RATIO_LOW,
    Sample,
    samples_among,
)
from desktop_app.domain.criteria.spans import Span, higher, hull, span_of
from desktop_app.domain.criterion import Op, compare, input_of
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Comparator, Finding, Interpretation, Lesion, Result
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.domain.view import RecordView

# The unit in which each amount is reckoned: reached by a power of ten alone (UNIT-COMPARE).
UNITS: Mapping[str, str] = {
    "serum_m_protein": "g/dL",
    "urine_m_protein_24h": "mg/(24.h)",
    "flc_kappa": "mg/L",
    "flc_lambda": "mg/L",
    "marrow_plasma_cells": "%",
    "marrow_plasma_cells_aspirate": "%",
    "marrow_plasma_cells_biopsy": "%",
    "circulating_plasma_cells_absolute": "10*9/L",
}
SERUM, URINE, BLOOD = (
    "serum_m_protein",
    "urine_m_protein_24h",
    "circulating_plasma_cells_absolute",
)
SMEAR = "circulating_plasma_cells"
KAPPA, LAMBDA, RATIO = "flc_kappa", "flc_lambda", "flc_ratio"
CHAINS = (KAPPA, LAMBDA, RATIO)
MARROW = ("marrow_plasma_cells", "marrow_plasma_cells_aspirate", "marrow_plasma_cells_biopsy")
SERUM_BANDS, URINE_BANDS = "serum_immunofixation", "urine_immunofixation"
CELLS = ("marrow_ihc_kappa_lambda", "marrow_flow_clonal")
CODES: Mapping[str, tuple[str, ...]] = {
    "serum": (SERUM,),
    "urine": (URINE,),
    "flc": CHAINS,
    "marrow": MARROW,
    "blood": (BLOOD, SMEAR),
}
_RESULTS = (SERUM, URINE, *CHAINS, *MARROW, BLOOD, SMEAR)
_FINDINGS = (SERUM_BANDS, URINE_BANDS, *CELLS)
_BY_FLOW = "flow"
_UNSEEN = (Comparator.LT, Comparator.LE)
_NONE = D(0)


@dataclass(frozen=True, slots=True)
class Amount:
    """Hold one amount of a day; ``unseen`` where the electrophoresis shows nothing.

    RESP-BASE (D): 0, or below the limit, is not seen; so is what immunofixation does not show.
    """

    span: Span
    unseen: bool = False
    results: tuple[Result, ...] = ()


@dataclass(frozen=True, slots=True)
class Day:
    """Hold what one day says; None, or unknown, where the day does not tell."""

    on: PartialDate
    serum: Amount | None = None
    urine: Amount | None = None
    kappa: Span | None = None
    lambda_: Span | None = None
    normal_ratio: Truth = Truth.UNKNOWN
    side: str | None = None  # the chain to which an abnormal ratio points
    marrow: Amount | None = None
    blood: Amount | None = None
    serum_bands: frozenset[str] | None = None
    urine_bands: frozenset[str] | None = None
    cells: tuple[Finding, ...] = ()
    lesions: tuple[Lesion, ...] = ()
    results: Mapping[str, tuple[Result, ...]] | None = None
    died: bool = False  # of myeloma

    @property
    def is_visit(self) -> bool:
        """Tell whether the day has anything by which a response is read (D)."""
        bands = self.serum_bands is not None or self.urine_bands is not None
        return bool(self.results or self.lesions or bands or self.died)

    @property
    def has_chains(self) -> bool:
        """Tell whether any free light chain was measured."""
        return any(code in (self.results or {}) for code in CHAINS)

    @property
    def chain_results(self) -> tuple[Result, ...]:
        """Give what was reported of the free light chains."""
        return tuple(x for code in CHAINS for x in (self.results or {}).get(code, ()))

    def chain(self, involved: str | None) -> Span | None:
        """Give the involved free light chain in mg/L."""
        return {"kappa": self.kappa, "lambda": self.lambda_}.get(involved or "")

    def difference(self, involved: str | None) -> Span | None:
        """Give the involved minus the uninvolved chain (dFLC); None where one is missing."""
        if self.kappa is None or self.lambda_ is None or involved is None:
            return None
        own, other = self.kappa, self.lambda_
        return own.minus(other) if involved == "kappa" else other.minus(own)

    def inputs(self, *markers: str) -> tuple[Input, ...]:
        """Show what was reported of the markers on the day; ``bands`` is immunofixation."""
        return tuple(each for marker in markers for each in self._inputs(marker))

    def _inputs(self, marker: str) -> Iterable[Input]:
        if marker == "lesions":
            return (Input("lesion", x.lesion, None, self.on.text) for x in self.lesions)
        if marker == "bands":
            seen = ((SERUM_BANDS, self.serum_bands), (URINE_BANDS, self.urine_bands))
            return (
                Input(code, tuple(sorted(bands)), None, self.on.text)
                for code, bands in seen
                if bands is not None
            )
        return (input_of(x) for code in CODES[marker] for x in (self.results or {}).get(code, ()))


def reported_in(view: RecordView, day: Day, marker: str) -> tuple[str, int]:
    """Give the unit in which a marker was reported on a day, and the power of ten to it."""
    for code in CODES[marker]:
        own = UNITS.get(code)
        for result in (day.results or {}).get(code, ()):
            unit = result.unit
            shift = view.catalogue[code].shift(own, unit) if own and unit else None
            if unit and shift is not None:
                return unit, shift
    return UNITS[CODES[marker][0]], 0


def days_of(view: RecordView) -> tuple[Day, ...]:
    """Give every day on which the disease was measured or looked at, in order of time.

    Partial days stand at their end (D).
    """
    gathered: dict[str, _Gathered] = {}
    for code in _RESULTS:
        for result in view.results(code):
            own = gathered.setdefault(result.date.text, _Gathered(result.date))
            own.results.setdefault(code, []).append(result)
    for code in _FINDINGS:
        for finding in view.findings(code):
            own = gathered.setdefault(finding.date.text, _Gathered(finding.date))
            own.findings.setdefault(code, []).append(finding)
    for lesion in view.lesions():
        gathered.setdefault(lesion.date.text, _Gathered(lesion.date)).lesions.append(lesion)
    return tuple(sorted((_day(each, view) for each in gathered.values()), key=place))


@dataclass(slots=True)
class _Gathered:
    """Hold the entries of a day, by code."""

    on: PartialDate
    results: dict[str, list[Result]] = field(default_factory=dict)
    findings: dict[str, list[Finding]] = field(default_factory=dict)
    lesions: list[Lesion] = field(default_factory=list)


def place(day: Day) -> tuple[object, object]:
    """Give by what days are put in order."""
    return day.on.last, day.on.first


def _day(entries: _Gathered, view: RecordView) -> Day:
    results, findings = entries.results, entries.findings
    normal, side = _ratio([x for code in CHAINS for x in results.get(code, ())], view)
    serum_bands = _bands(findings.get(SERUM_BANDS, ()))
    urine_bands = _bands(findings.get(URINE_BANDS, ()))
    return Day(
        entries.on,
        _spike(results.get(SERUM, ()), view, serum_bands),
        _spike(results.get(URINE, ()), view, urine_bands),
        hull(_spans(results.get(KAPPA, ()), view)),
        hull(_spans(results.get(LAMBDA, ()), view)),
        normal,
        side,
        _marrow([x for code in MARROW for x in results.get(code, ())], view),
        _plain(results.get(BLOOD, ()), view),
        serum_bands,
        urine_bands,
        tuple(x for code in CELLS for x in findings.get(code, ())),
        tuple(entries.lesions),
        {code: tuple(found) for code, found in results.items()},
    )


def _bands(findings: Iterable[Finding]) -> frozenset[str] | None:
    """Give the bands of the day; None where two immunofixations of it differ."""
    said = {frozenset(map(str, x.value)) for x in findings if isinstance(x.value, tuple)}
    return said.pop() if len(said) == 1 else None


def _spans(results: Iterable[Result], view: RecordView) -> list[Span]:
    spans = []
    for result in results:
        analyte, unit = view.catalogue[result.code], result.unit
        shift = None if unit is None else analyte.shift(unit, UNITS[result.code])
        span = None if shift is None else span_of(result, shift)
        if span is not None:
            spans.append(span)
    return spans


def _plain(results: Iterable[Result], view: RecordView) -> Amount | None:
    found = tuple(results)
    span = hull(_spans(found, view))
    return None if span is None else Amount(span, results=found)


def _spike(
    results: Iterable[Result], view: RecordView, bands: frozenset[str] | None
) -> Amount | None:
    """Give the M-protein of a day; a negative immunofixation says that there is none (D)."""
    found = tuple(results)
    spans = _spans(found, view)
    spans += [Span.exactly(_NONE) for x in found if x.interpretation is Interpretation.NORMAL]
    span = hull(spans)
    if span is None:
        return Amount(Span.exactly(_NONE), unseen=True) if bands is not None and not bands else None
    return Amount(span, all(map(_is_unseen, found)), found)


def _is_unseen(result: Result) -> bool:
    return result.comparator in _UNSEEN or not (result.value or result.comparator)


def _marrow(results: list[Result], view: RecordView) -> Amount | None:
    """Give the higher of aspirate and core; flow is diluted and shows no percentage."""
    counted = tuple(x for x in results if (x.method or "").lower() != _BY_FLOW)
    spans = _spans(counted, view)
    if not spans:
        return None
    span = spans[0]
    for other in spans[1:]:
        span = higher(span, other)
    return Amount(span, results=counted)


def _ratio(chains: list[Result], view: RecordView) -> tuple[Truth, str | None]:
    """Tell whether the ratio is normal, and to which chain it points where it is not.

    The range is the laboratory's own, where the report prints it (RESP-IMWG-MEAS-F).
    """
    sides = {_side(sample, view) for sample in samples_among(chains)} if chains else ()
    if len(sides) != 1:
        return Truth.UNKNOWN, None
    (side,) = sides
    if side is None:
        return Truth.UNKNOWN, None
    return Truth.of(side == "normal"), side if side in ("kappa", "lambda") else None


def _side(sample: Sample, view: RecordView) -> str | None:
    """Give ``normal``, the chain to which the ratio points, or ``abnormal`` where it says none."""
    printed, ratio = sample.printed, sample.ratio(view)
    if ratio is None:
        said = None if printed is None else printed.interpretation
        return {Interpretation.NORMAL: "normal", None: None}.get(said, "abnormal")
    low = printed.low if printed and printed.low is not None else RATIO_LOW
    high = printed.high if printed and printed.high is not None else RATIO_HIGH
    below = compare(ratio.value, ratio.comparator, Op.LT, low)
    above = compare(ratio.value, ratio.comparator, Op.GT, high)
    answers = {"lambda": below, "kappa": above, "normal": ~(below | above)}
    return next((side for side, answer in answers.items() if answer is Truth.MET), None)
