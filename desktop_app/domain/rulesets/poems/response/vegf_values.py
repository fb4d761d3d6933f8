"""Judge one value of VEGF against its baseline and its nadir (RESP-POEMS-V-EVAL to -PDV)."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.criteria.poems.vegf import raised as raised_by_specimen
from desktop_app.domain.criterion import Op, Rule, judge_all
from desktop_app.domain.record import Interpretation
from desktop_app.domain.rulesets.poems.response.holding import NE, Levels
from desktop_app.domain.truth import Truth
from desktop_app.domain.worlds import possible_outcomes

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.domain.rulesets.poems.response.base import Sample, Standing
    from desktop_app.domain.view import RecordView

EVALUABLE = Rule("RESP-POEMS-V-EVAL", "poems2025", "decision", "> ULN")
CR = Rule("RESP-POEMS-CRV", "poems2025", "source-doc", "<= ULN")
PR = Rule("RESP-POEMS-PRV", "poems2025", "source-doc", "fall >= 50 %")
NR = Rule("RESP-POEMS-NRV", "poems2025", "source-doc", "not PRV")
PD = Rule("RESP-POEMS-PDV", "poems2025", "source-doc", "2 samples and >= 28 d")
CR_V, PR_V, NR_V, PD_V = "CR_V", "PR_V", "NR_V", "PD_V"
LEVELS = Levels("vegf", (CR_V, PR_V, NR_V), frozenset({CR_V, PR_V}), PD_V)
RULES = {CR_V: CR, PR_V: PR, NR_V: NR}
SERUM, PLASMA = "vegf_serum", "vegf_plasma"
# In the order in which they decide where several were drawn on a day.
CODES = (SERUM, PLASMA, "vegf_unspecified")
PUMCH_NORMAL, PUMCH_BASE = D(600), D(1200)
HALF, RISE, NONE = D("0.5"), D("1.5"), D(0)
CONSENSUS, PUMCH, MAYO = "consensus", "pumch", "mayo"
_STATES = {Truth.MET: ("yes",), Truth.NOT_MET: ("no",), Truth.UNKNOWN: ("yes", "no")}


def raised(view: RecordView, sample: Sample) -> Truth:
    """Tell whether VEGF is above the limit, or where none is stated raised by POEMS-VEGF-*."""
    if sample.span is None:
        return _said(sample, Interpretation.HIGH)
    if sample.limit is not None:
        return sample.span.stands(Op.GT, sample.limit)
    return judge_all(sample.results, lambda x: raised_by_specimen(view, x)).truth


def normal(view: RecordView, sample: Sample, preset: str) -> Truth:
    """Tell whether VEGF is normal (RESP-POEMS-CRV)."""
    own_cut = preset == PUMCH and code_of(sample) == SERUM
    if sample.span is None:
        high = _said(sample, Interpretation.HIGH)
        # A word tells of the laboratory's limit alone: what is above it may be below 600.
        return Truth.UNKNOWN if own_cut and high is Truth.MET else ~high
    if own_cut:
        return sample.span.stands(Op.LT, PUMCH_NORMAL)
    if sample.limit is not None:
        return sample.span.stands(Op.LE, sample.limit)
    return Truth.NOT_MET if raised(view, sample) is Truth.MET else Truth.UNKNOWN


def _said(sample: Sample, word: Interpretation) -> Truth:
    return Truth.UNKNOWN if sample.word is None else Truth.of(sample.word is word)


def code_of(sample: Sample) -> str:
    """Give the code of the specimen."""
    return sample.results[0].code


def fallen(sample: Sample, base: Sample, preset: str) -> Truth:
    """Tell whether VEGF fell by half or more (RESP-POEMS-PRV)."""
    if sample.span is None or base.span is None:
        return Truth.UNKNOWN
    half = sample.span.minus(base.span, HALF).stands(Op.LE, NONE)
    if preset == PUMCH and code_of(sample) == SERUM:
        return half & base.span.stands(Op.GT, PUMCH_BASE)
    return half


def levels_of(view: RecordView, standing: Standing, preset: str) -> frozenset[str]:
    """Give every level that is possible, progression apart."""
    base, sample = standing.base, standing.sample
    if base is None:
        return frozenset({NE})
    facts = {
        "evaluable": _STATES[raised(view, base)],
        "normal": _STATES[normal(view, sample, preset)],
        "half": _STATES[fallen(sample, base, preset)],
    }
    return possible_outcomes(_decide, facts).possible


def _decide(ask: Callable[[str], str]) -> frozenset[str]:
    if ask("evaluable") == "no":
        return frozenset({NE})
    if ask("normal") == "yes":
        return frozenset({CR_V})
    return frozenset({PR_V if ask("half") == "yes" else NR_V})


def qualifies(view: RecordView, standing: Standing, limit: D, after_cr: Truth) -> Truth:
    """Tell whether a sample counts for progression (RESP-POEMS-PDV)."""
    sample, over = standing.sample, raised(view, standing.sample)
    if sample.span is None:
        return over & Truth.UNKNOWN
    risen = Truth.NOT_MET
    if standing.nadir is not None:
        risen = sample.span.minus(standing.nadir, RISE).stands(Op.GE, NONE)
    if code_of(sample) == SERUM:
        risen |= after_cr & sample.span.stands(Op.GE, limit)
    return over & risen


def by_mayo(view: RecordView, standing: Standing) -> frozenset[str]:
    """Give the levels of Mayo's set, which is for plasma: for display only."""
    sample, nadir = standing.sample, standing.nadir
    if sample.span is not None and nadir is not None:
        risen = sample.span.minus(nadir, RISE).stands(Op.GT, NONE)
        if risen is Truth.MET:
            return frozenset({PD_V})
    return levels_of(view, standing, CONSENSUS)
