"""Judge the SLiM criteria: sixty per cent plasma cells, light chain ratio, MRI lesions."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Input, Note
from desktop_app.domain.criteria import clone
from desktop_app.domain.criteria.bone import MRI_WHOLE, counted
from desktop_app.domain.criteria.light_chains import (
    PRINTED_NEAR_CUT,
    LightChains,
    involved_ratio,
)
from desktop_app.domain.criterion import Cut, Judgement, Op, Rule, input_of, judge, judge_all
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.record import Result
    from desktop_app.domain.view import RecordView

FLC = Rule(
    "MM-SLIM-FLC",
    "rajkumar2014",
    "secondary",
    "involved/uninvolved >= 100 and involved chain >= 100 mg/L",
)
MRI = Rule("MM-SLIM-MRI", "rajkumar2014", "primary", "> 1 focal lesion, each >= 5 mm, on MRI")
RATIO_CUT = D(100)
CHAIN_CUT = Cut(Op.GE, {"mg/L": D(100)})
FOCAL_CUT = 1
NOT_MEASURED = Note("involved_chain_not_measured")
# What is said where the ratio may reach its cut and the chain, or a digit, is missing.
FAR = (NOT_MEASURED, PRINTED_NEAR_CUT)


def free_light_chains(view: RecordView, chains: LightChains) -> Criterion:
    """Judge MM-SLIM-FLC; a printed ratio whose rounding crosses the cut leaves it unknown."""
    ratio = involved_ratio(view, chains, Op.GE, RATIO_CUT)
    if ratio.note == PRINTED_NEAR_CUT:
        ratio = Judgement(Truth.UNKNOWN, PRINTED_NEAR_CUT)
    level = _level(view, chains) if ratio.truth is not Truth.NOT_MET else Judgement(Truth.UNKNOWN)
    inputs = [input_of(x) for sample in chains.samples for x in sample.results]
    first, second = (level, ratio) if level.truth is Truth.UNKNOWN else (ratio, level)
    return FLC.answer(ratio.truth & level.truth, inputs, first.note or second.note)


def _level(view: RecordView, chains: LightChains) -> Judgement:
    if chains.involved is None or chains.conflict:
        return Judgement(Truth.UNKNOWN)
    results: list[Result] = []
    for sample in chains.samples:
        chain = sample.kappa if chains.involved == "kappa" else sample.lambda_
        if chain is not None:
            results.append(chain)
    if len(results) < len(chains.samples):
        return Judgement(Truth.UNKNOWN, NOT_MEASURED)
    return judge_all(results, lambda result: judge(result, CHAIN_CUT, view.catalogue))


def ever(view: RecordView) -> bool:
    """Tell whether any value up to the day lets one of the three be met by itself."""
    chains = (x for code in ("flc_kappa", "flc_lambda") for x in view.results(code))
    looks = (mri(view.at(x.date.last)).state for x in view.findings("mri_focal_lesions"))
    return (
        clone.ever(view, clone.SIXTY_PERCENT)
        or Truth.MET in looks
        or Truth.MET in (judge(x, CHAIN_CUT, view.catalogue).truth for x in chains)
    )


def mri(view: RecordView) -> Criterion:
    """Judge MM-SLIM-MRI: more than one is yes; no needs whole body or spine and pelvis."""
    finding = view.latest_finding("mri_focal_lesions")
    count = counted(finding)
    if finding is None or count is None or not isinstance(finding.value, dict):
        return MRI.answer(Truth.UNKNOWN, (), Note("missing"))
    inputs = (Input(finding.code, finding.value, None, finding.date.text),)
    if count > FOCAL_CUT:
        return MRI.answer(Truth.MET, inputs)
    if finding.value.get("extent") not in MRI_WHOLE:
        return MRI.answer(Truth.UNKNOWN, inputs, Note("mri_partial"))
    return MRI.answer(Truth.NOT_MET, inputs, Note("mri_repeat") if count == 1 else None)
