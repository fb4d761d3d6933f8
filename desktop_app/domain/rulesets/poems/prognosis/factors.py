"""List what is adverse or favourable, unweighted (POEMS-ADV-LIST, POEMS-FAV-MAYO)."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Input, Note
from desktop_app.domain.criteria.poems.limits import NO_LIMIT, above, below
from desktop_app.domain.criteria.poems.vegf import SPECIMENS, raised
from desktop_app.domain.criterion import (
    Cut,
    Judgement,
    Op,
    Rule,
    input_of,
    judge,
    judge_all,
)
from desktop_app.domain.rulesets.poems.prognosis.score import kidney, pressure
from desktop_app.domain.truth import Truth, any_true

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Criterion
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.poems_conclusions import PoemsResponse, PoemsTier
    from desktop_app.domain.record import Result
    from desktop_app.domain.view import RecordView

SOURCE, STATUS = "poems2025", "source-doc"
MAYO = "kourelis2016"  # C-P-ALB: what the consensus cites for it says something else
AGE = Rule("POEMS-ADV-LIST-AGE", SOURCE, STATUS, "> 50 years")
ALBUMIN = Rule("POEMS-ADV-LIST-ALB", MAYO, STATUS, "< 3.2 g/dL (< 32 g/L)")
CLUBBING = Rule("POEMS-ADV-LIST-CLUB", SOURCE, STATUS, "any clubbing")
OVERLOAD = Rule("POEMS-ADV-LIST-FLUID", SOURCE, STATUS, "any oedema, ascites or pleural effusion")
PRESSURE = Rule("POEMS-ADV-LIST-PH", SOURCE, STATUS, ">= 50 mmHg")
DIFFUSION = Rule("POEMS-ADV-LIST-DLCO", SOURCE, STATUS, "< 40 %")
PAPILLEDEMA = Rule("POEMS-ADV-LIST-PAP", SOURCE, STATUS, "any papilloedema")
KIDNEY = Rule("POEMS-ADV-LIST-EGFR", SOURCE, STATUS, "< 60 mL/min/{1.73_m2}")
CASTLEMAN = Rule("POEMS-ADV-LIST-CD", SOURCE, STATUS, "any node with Castleman disease")
VEGF = Rule("POEMS-ADV-LIST-VEGF", SOURCE, STATUS, "> ULN, or raised")
GOOD_ALBUMIN = Rule("POEMS-FAV-MAYO-ALB", MAYO, STATUS, "> 3.2 g/dL (> 32 g/L)")
YOUNG = Rule("POEMS-FAV-MAYO-AGE", SOURCE, STATUS, "<= 50 years")
REMISSION = Rule("POEMS-FAV-MAYO-CRH", MAYO, STATUS, "not only partial: CR_H")
LOW_ALBUMIN = Cut(Op.LT, {"g/L": D(32)})
HIGH_ALBUMIN = Cut(Op.GT, {"g/L": D(32)})
# D: the consensus prints no number for age, diffusion and kidney. The age is that of POEMS-PUMCH,
# the diffusion that of POEMS-FU, the kidney what is called impaired elsewhere.
AGE_CUT = 50
DIFFUSION_CUT = Cut(Op.LT, {"%": D(40)})
KIDNEY_CUT = Cut(Op.LT, {"mL/min/{1.73_m2}": D(60)})
FLUIDS = ("edema", "ascites", "pleural_effusion")
COMPLETE = "CR_H"


def adverse(
    evidence: Evidence, tier: PoemsTier, response: PoemsResponse | None = None
) -> tuple[Criterion, ...]:
    """Give the adverse and the favourable factors that are met or unknown, unweighted."""
    if tier.met is not Truth.MET:
        return ()
    view = evidence.view
    every = (
        _aged(view, AGE),
        _albumin(view, ALBUMIN, LOW_ALBUMIN),
        _flag(view, CLUBBING, "clubbing"),
        _fluid(view),
        pressure(
            PRESSURE, view, view.latest_findings("pulmonary_hypertension"), view.latest("pasp")
        ),
        _diffusion(view),
        _flag(view, PAPILLEDEMA, "papilledema"),
        _kidney(view),
        _castleman(view),
        _vegf(view),
        _albumin(view, GOOD_ALBUMIN, HIGH_ALBUMIN),
        _aged(view, YOUNG),
        _remission(response),
    )
    return tuple(each for each in every if each.state is not Truth.NOT_MET)


def _aged(view: RecordView, rule: Rule) -> Criterion:
    """Judge the age; of one that is not exact both ends must agree."""
    ages = dict.fromkeys(view.ages_on(view.as_of) or ())
    if not ages:
        return rule.answer(Truth.UNKNOWN, (), Note("missing"))
    above_it = [age > AGE_CUT for age in ages]
    old = Truth.of(all(above_it) if all(above_it) or not any(above_it) else None)
    inputs = [Input("age", age) for age in ages]
    return rule.answer(~old if rule is YOUNG else old, inputs, Note("poems_age_endpoint"))


def _albumin(view: RecordView, rule: Rule, cut: Cut) -> Criterion:
    seen = view.latest("albumin")
    judgement = judge_all(seen, lambda x: judge(x, cut, view.catalogue))
    return rule.answer(judgement.truth, map(input_of, seen), judgement.note)


def _flag(view: RecordView, rule: Rule, code: str) -> Criterion:
    inputs = _shown(view, code)
    return rule.answer(Truth.of(view.flag(code)), inputs, None if inputs else Note("missing"))


def _fluid(view: RecordView) -> Criterion:
    inputs = [x for code in FLUIDS for x in _shown(view, code)]
    state = any_true(Truth.of(view.flag(code)) for code in FLUIDS)
    return OVERLOAD.answer(state, inputs, None if inputs else Note("missing"))


def _shown(view: RecordView, code: str) -> list[Input]:
    return [Input(x.code, x.value, None, x.date.text) for x in view.latest_findings(code)]


def _diffusion(view: RecordView) -> Criterion:
    """Judge low diffusion: below the laboratory's limit, or below what POEMS-FU warns of."""
    seen = view.latest("dlco")
    judgement = judge_all(seen, lambda x: _low(x, view))
    return DIFFUSION.answer(judgement.truth, map(input_of, seen), judgement.note)


def _low(result: Result, view: RecordView) -> Judgement:
    fixed = judge(result, DIFFUSION_CUT, view.catalogue)
    return fixed if fixed.truth is Truth.MET else below(result)


def _kidney(view: RecordView) -> Criterion:
    seen = view.latest("egfr", "creatinine")
    reported = tuple(x for x in seen if x.code == "egfr")
    found = kidney(KIDNEY, KIDNEY_CUT, view, reported or seen)
    return KIDNEY.answer(found.state, found.inputs, found.note or Note("poems_egfr_survival"))


def _castleman(view: RecordView) -> Criterion:
    """Judge Castleman disease: once seen in a node it stays (POEMS-DX-TIME)."""
    seen = view.findings("castleman")
    inputs = [Input(x.code, x.value, None, x.date.text) for x in seen]
    if not seen:
        return CASTLEMAN.answer(Truth.UNKNOWN, (), Note("missing"))
    return CASTLEMAN.answer(Truth.of({x.value for x in seen} != {"no"}), inputs)


def _vegf(view: RecordView) -> Criterion:
    """Judge whether the latest VEGF is above the limit of its laboratory."""
    seen = view.latest(*SPECIMENS)
    judgement = judge_all(seen, lambda x: _raised(x, view))
    return VEGF.answer(judgement.truth, map(input_of, seen), judgement.note)


def _raised(result: Result, view: RecordView) -> Judgement:
    """Judge by the limit, without one by the cut-offs of 2.3."""
    by_limit = above(result)
    return raised(view, result) if by_limit == NO_LIMIT else by_limit


def _remission(response: PoemsResponse | None) -> Criterion:
    """Judge the remission of the blood in the current line; untreated there is none to judge."""
    levels = {x.axis: x for x in response.axes} if response is not None else {}
    axis = levels.get("hematologic")
    if axis is None or not (axis.possible or axis.current):
        return REMISSION.answer(Truth.UNKNOWN, (), Note("missing"))
    if axis.current == COMPLETE and not axis.pending:
        return REMISSION.answer(Truth.MET)
    open_ = axis.pending or COMPLETE in axis.possible
    return REMISSION.answer(Truth.UNKNOWN if open_ else Truth.NOT_MET)
