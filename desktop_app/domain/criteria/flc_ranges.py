"""Compare the light chain ratio with the other published ranges, beside the score (FLC-RANGE-*)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criteria.kidney import filtrations
from desktop_app.domain.criteria.light_chains import (
    RATIO_HIGH,
    RATIO_LOW,
    Edge,
    LightChains,
    ratio_beyond,
)
from desktop_app.domain.criterion import Judgement, Op, Rule, compare, input_of
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Criterion, Input
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.criteria.kidney import Filtration


@dataclass(frozen=True, slots=True)
class Band:
    """Hold a band of kidney function, in mL/min/1.73 m2, and the range of the ratio within it.

    The bands are printed in whole numbers. What lies between two of them (44 to 45, 59 to 60)
    may belong to either: both are possible there, and an answer needs that they agree.
    """

    edges: tuple[Edge, ...]
    low: D
    high: D


STANDARD = Rule("FLC-RANGE-STD", "katzmann2002", "secondary", "< 0.26 or > 1.65")
KIDNEY = Rule(
    "FLC-RANGE-CKD",
    "long2022",
    "unverified",
    "eGFR 45-59: 0.46-2.62; 30-44: 0.48-3.38; < 30: 0.54-3.30",
)
HUTCHISON = Rule("FLC-RANGE-INFO", "danish2025", "primary", "< 0.37 or > 3.10")
HUTCHISON_LOW, HUTCHISON_HIGH = D("0.37"), D("3.10")
HEALTHY = Band(((Op.GT, D(59)),), RATIO_LOW, RATIO_HIGH)
LOWEST = Band(((Op.LT, D(30)),), D("0.54"), D("3.30"))
BANDS = (
    HEALTHY,
    Band(((Op.GT, D(44)), (Op.LT, D(60))), D("0.46"), D("2.62")),
    Band(((Op.GE, D(30)), (Op.LT, D(45))), D("0.48"), D("3.38")),
    LOWEST,
)


def flc_ranges(evidence: Evidence) -> tuple[Criterion, ...]:
    """Say whether the ratio is abnormal by the usual range and by those for reduced kidneys.

    The usual range stands alone where the kidneys are known to work; without light chains there
    is nothing to compare.
    """
    chains = evidence.chains
    if not chains.samples:
        return ()
    seen = tuple(input_of(x) for sample in chains.samples for x in sample.results)
    usual = STANDARD.answer(chains.abnormal.truth, seen, chains.abnormal.note)
    functions = filtrations(evidence.view)
    if not functions:
        return (usual, KIDNEY.answer(Truth.UNKNOWN, seen, Note("egfr_missing")))
    bands = [band for band in BANDS if any(_may_lie_in(band, each) for each in functions)]
    if bands == [HEALTHY]:
        return (usual,)
    inputs = (*seen, *(shown for each in functions for shown in each.inputs))
    wide = _outside(chains, HUTCHISON_LOW, HUTCHISON_HIGH)
    return (
        usual,
        _by_kidney(chains, bands, inputs),
        HUTCHISON.answer(wide.truth, seen, wide.note),
    )


def _may_lie_in(band: Band, function: Filtration) -> bool:
    value, comparator = function.value, function.comparator
    return value is None or all(
        compare(value, comparator, *edge) is not Truth.NOT_MET for edge in band.edges
    )


def _by_kidney(chains: LightChains, bands: list[Band], inputs: tuple[Input, ...]) -> Criterion:
    """Judge by the range of the kidney function: every band that is possible must agree."""
    answers = [_outside(chains, band.low, band.high) for band in bands]
    first, band = answers[0], bands[0]
    if len(bands) == 1:
        note = first.note or (Note("range_without_dialysis") if band is LOWEST else None)
        words = f"{band.low}-{band.high}"
        return replace(KIDNEY.answer(first.truth, inputs, note), threshold=words)
    agreed = len({answer.truth for answer in answers}) == 1
    state = first.truth if agreed else Truth.UNKNOWN
    return KIDNEY.answer(state, inputs, Note("kidney_bands_open"))


def _outside(chains: LightChains, low: D, high: D) -> Judgement:
    """Tell whether the ratio lies outside a range, whose ends are normal."""
    return ratio_beyond(chains, (Op.LT, low), (Op.GT, high))
