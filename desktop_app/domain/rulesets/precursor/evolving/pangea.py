"""Judge EVO-PANGEA: M-protein, light chain ratio, creatinine and haemoglobin since baseline."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criteria.light_chain_course import ratios_normal
from desktop_app.domain.criteria.light_chains import PRINTED_NEAR_CUT, RATIO_HIGH, RATIO_LOW
from desktop_app.domain.criterion import Cut, Op, Rule, compare
from desktop_app.domain.rulesets.precursor.evolving.outcomes import (
    Outcome,
    followed_change,
    moves,
    rises,
)
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Criterion
    from desktop_app.domain.observed_series import Observed
    from desktop_app.domain.rulesets.precursor.evolving.series import Series

PANGEA = Rule("EVO-PANGEA", "pangea2026", "primary", "any of the four")
PANGEA_M = Rule("EVO-PANGEA-M", "pangea2026", "primary", "rise >= 0.2 g/dL (2 g/L)")
PANGEA_IU = Rule("EVO-PANGEA-IU", "pangea2026", "primary", "rise >= 20")
PANGEA_CR = Rule("EVO-PANGEA-CR", "pangea2026", "primary", "rise > 25 %")
PANGEA_HB = Rule("EVO-PANGEA-HB", "pangea2026", "primary", "fall >= 1.5 g/dL (15 g/L)")
PANGEA_PARTS = (PANGEA_M, PANGEA_IU, PANGEA_CR, PANGEA_HB)

PANGEA_M_RISE = Cut(Op.GE, {"g/dL": D("0.2")})
PANGEA_IU_RISE = Cut(Op.GE, {"1": D(20)})
PANGEA_CR_RISE = Cut(Op.GT, {"%": D(25)})
PANGEA_HB_FALL = Cut(Op.GE, {"g/dL": D("1.5")})


def pangea_m(series: Series) -> Outcome | None:
    """Judge the rise of the M-protein since baseline."""
    return followed_change(series.m, lambda x: moves(x, PANGEA_M_RISE))


def pangea_hb(series: Series) -> Outcome | None:
    """Judge the fall of haemoglobin since baseline."""
    return followed_change(
        series.hemoglobin,
        lambda x: moves(x, PANGEA_HB_FALL, falling=True),
        falling=True,
    )


def pangea_cr(series: Series) -> Outcome | None:
    """Judge the rise of creatinine since baseline, in percent."""
    return followed_change(series.creatinine, lambda _: rises(PANGEA_CR_RISE))


def pangea_iu(series: Series) -> Outcome | None:
    """Judge the absolute rise of the involved/uninvolved ratio since baseline."""
    outcome = followed_change(series.ratio, lambda x: moves(x, PANGEA_IU_RISE))
    if outcome is None or not _crosses(series, outcome):
        return outcome
    return replace(outcome, note=PRINTED_NEAR_CUT)


def _crosses(series: Series, outcome: Outcome) -> bool:
    """Tell whether the rounding of printed ratios crosses the cut."""
    if outcome.baseline is None or outcome.value is None:
        return False
    bases, values = (_ends(series, x) for x in (outcome.baseline, outcome.value))
    rise, op = PANGEA_IU_RISE.at["1"], PANGEA_IU_RISE.op
    truths = {
        compare(value, outcome.value.result.comparator, op, base + rise)
        for base in bases
        for value in values
    }
    return len(truths) > 1


def _ends(series: Series, one: Observed) -> tuple[D, ...]:
    return series.light.spans.get(one.result, (one.value,))


def ratio_open(series: Series) -> Criterion:
    """Say why there is no involved/uninvolved ratio; normal ratios are a no (FLC-INVOLVED)."""
    chains = series.evidence.chains
    if chains.conflict:
        return PANGEA_IU.answer(Truth.UNKNOWN, (), Note("light_chain_conflict"))
    if chains.involved is None and ratios_normal(
        series.evidence.view, series.samples, RATIO_LOW, RATIO_HIGH
    ):
        return PANGEA_IU.answer(Truth.NOT_MET, (), Note("ratio_normal"))
    open_ = chains.involved is None and chains.samples
    note = Note("involved_chain_unknown" if open_ else "missing")
    return PANGEA_IU.answer(Truth.UNKNOWN, (), note)
