"""Say what treatment of POEMS rests on (POEMS-TX-*): options and prompts, never orders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Input, Note
from desktop_app.domain.criterion import Rule
from desktop_app.domain.rulesets.poems.care.features import lesion_counts, marrow_clone, shown
from desktop_app.domain.rulesets.poems.care.given_drugs import NERVE, THROMBOSIS, Given, given
from desktop_app.domain.rulesets.poems.care.harvest import graft, stem_cells
from desktop_app.domain.truth import Truth, any_true

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Criterion, Score
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.criteria.treatment_lines import CountedLine
    from desktop_app.domain.poems_conclusions import PoemsResponse, PoemsTier, ResponseAxis
    from desktop_app.domain.view import RecordView

SOURCE, STATUS = "poems2025", "source-doc"
GOAL = Rule("POEMS-TX-GOAL", SOURCE, STATUS, "any patient")
INPUT = Rule("POEMS-TX-INPUT", SOURCE, STATUS, "any patient")
ASCT = Rule("POEMS-TX-ASCT", SOURCE, STATUS, "eligible, and not transplanted yet")
INDUCTION = Rule("POEMS-TX-IND", SOURCE, STATUS, "eligible, and not transplanted yet")
CONDITIONING = Rule("POEMS-TX-COND", SOURCE, STATUS, "eligible, and not transplanted yet")
AFTERWARDS = Rule("POEMS-TX-POST", SOURCE, STATUS, "not (CR_H and CR_V)")
INELIGIBLE = Rule("POEMS-TX-INEL", SOURCE, STATUS, "not eligible, not transplanted")
RELAPSE = Rule("POEMS-TX-REL", SOURCE, STATUS, "any of PD_H, PD_V, PD_R")
SUPPORT = Rule("POEMS-TX-SUPP", SOURCE, STATUS, "any patient")
LOCAL = Rule("POEMS-TX-LOCAL", "humeniuk2013", "decision", "1-3 bone lesions, no clone in marrow")
SAFETY = Rule("POEMS-TX-SAFETY", SOURCE, "decision", "any of the three")
VTE = Rule(
    "POEMS-TX-SAFETY-VTE", SOURCE, "decision", "lenalidomide, pomalidomide or thalidomide now"
)
NEUROTOXIC = Rule("POEMS-TX-SAFETY-PN", SOURCE, "decision", "bortezomib or thalidomide now")
ENGRAFTMENT = Rule(
    "POEMS-TX-SAFETY-ES", "zhao2019", "primary", "transplant planned, or in the last line"
)
FEWEST, MOST = 1, 3  # bone lesions that radiotherapy may be discussed for
PREFERRED = frozenset({"intermediate", "high"})
FLUID = ("pleural_effusion", "ascites")
COMPLETE = {"hematologic": "CR_H", "vegf": "CR_V"}
WORSE = frozenset({"PD_H", "PD_V", "PD_R"})


def treatment_prompts(
    evidence: Evidence,
    tier: PoemsTier,
    lines: tuple[CountedLine, ...],
    response: PoemsResponse | None,
    score: Score | None = None,
) -> tuple[Criterion, ...]:
    """Give the options that apply or may apply; ``score`` is POEMS-PUMCH."""
    if tier.met is not Truth.MET:
        return ()
    view, now = evidence.view, given(lines)
    before = Truth.of(not now.transplanted)
    fit = Truth.of(view.flag("transplant_eligible"))
    every = (
        GOAL.answer(Truth.MET, (), Note("tx_goal")),
        INPUT.answer(Truth.MET, (), Note("tx_input")),
        _transplant(view, before & fit, score),
        INDUCTION.answer(before & fit, (), Note("tx_induction")),
        stem_cells(view, before & fit),
        graft(view, before & fit),
        CONDITIONING.answer(before & fit, (), Note("tx_conditioning")),
        _afterwards(now, response),
        _ineligible(view, before & ~fit),
        _relapse(now, response),
        SUPPORT.answer(Truth.MET, (), Note("tx_support")),
        _local(view, tier),
        _safety(now, fit),
    )
    return tuple(each for each in every if each.state is not Truth.NOT_MET)


def _transplant(view: RecordView, state: Truth, score: Score | None) -> Criterion:
    """Prefer transplant more strongly where no lower group than intermediate is possible."""
    groups = set(score.possible_groups) if score is not None else set[str]()
    stronger = bool(groups) and groups <= PREFERRED
    note = Note("tx_asct_preferred") if stronger else Note("tx_asct")
    return ASCT.answer(state, shown(view, "transplant_eligible"), note)


def _afterwards(now: Given, response: PoemsResponse | None) -> Criterion:
    """Ask to discuss consolidation after transplant unless blood and VEGF remit (C-P-ANDOR)."""
    axes = {x.axis: x for x in response.axes} if response is not None else {}
    missing = any_true(~_reached(axes.get(name), level) for name, level in COMPLETE.items())
    return AFTERWARDS.answer(Truth.of(now.transplanted_last) & missing, (), Note("tx_post"))


def _reached(axis: ResponseAxis | None, level: str) -> Truth:
    if axis is None or axis.pending or axis.current is None:
        return Truth.UNKNOWN
    if axis.current == level:
        return Truth.MET
    return Truth.UNKNOWN if level in axis.possible else Truth.NOT_MET


def _ineligible(view: RecordView, state: Truth) -> Criterion:
    """Name what fits a mild, a critical or a middle course by oedema and effusions."""
    swollen = Truth.of(view.flag("edema"))
    fluid = any_true(Truth.of(view.flag(code)) for code in FLUID)
    inputs = shown(view, "transplant_eligible", "edema", *FLUID)
    if Truth.UNKNOWN in (swollen, fluid):
        return INELIGIBLE.answer(state, inputs, Note("tx_inel_open"))
    if swollen is not fluid:
        return INELIGIBLE.answer(state, inputs, Note("tx_inel_between"))
    note = Note("tx_inel_critical") if swollen is Truth.MET else Note("tx_inel_mild")
    return INELIGIBLE.answer(state, inputs, note)


def _relapse(now: Given, response: PoemsResponse | None) -> Criterion:
    """Offer what is left at progression on any axis, with what was given before."""
    axes = response.axes if response is not None else ()
    worse = any(axis.current in WORSE for axis in axes)
    inputs = [Input("regimen", title, None, on) for title, on in now.titles]
    return RELAPSE.answer(Truth.of(worse), inputs, Note("tx_relapse"))


def _local(view: RecordView, tier: PoemsTier) -> Criterion:
    """Ask to discuss radiotherapy with 1 to 3 bone lesions and a marrow without the clone."""
    count, whole = lesion_counts(view)
    few = Truth.of(count >= FEWEST if whole else None) & Truth.of(count <= MOST)
    codes = ("bone_sclerotic", "bone_lytic_ct", "bone_lytic_pet_ct", "bone_lytic_xray")
    return LOCAL.answer(few & ~marrow_clone(tier), shown(view, *codes), Note("tx_local"))


def _safety(now: Given, fit: Truth) -> Criterion:
    parts = (
        VTE.answer(now.of(*THROMBOSIS), (), Note("tx_vte")),
        NEUROTOXIC.answer(now.of(*NERVE), (), Note("tx_neurotoxic")),
        ENGRAFTMENT.answer(fit | Truth.of(now.transplanted_last), (), Note("tx_engraftment")),
    )
    asked = tuple(each for each in parts if each.state is not Truth.NOT_MET)
    return SAFETY.answer(any_true(x.state for x in parts), (), None, asked)
