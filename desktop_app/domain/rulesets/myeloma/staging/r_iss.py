"""Stage by the revised ISS: ISS, high-risk chromosomes and LDH (MM-RISS, MM-HRCA)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Note
from desktop_app.domain.criterion import Op, Rule, compare, input_of
from desktop_app.domain.myeloma_conclusions import SystemStage
from desktop_app.domain.record import Interpretation
from desktop_app.domain.rulesets.myeloma.staging.cytogenetics import (
    DEL_17P,
    T4_14,
    T14_16,
    found,
)
from desktop_app.domain.rulesets.myeloma.staging.figures import only, ordered, outcomes
from desktop_app.domain.truth import Truth, any_true
from desktop_app.domain.worlds import possible_outcomes

if TYPE_CHECKING:
    from desktop_app.domain.record import Result
    from desktop_app.domain.rulesets.myeloma.staging.anchor import Window
    from desktop_app.domain.rulesets.myeloma.staging.iss import Iss

SOURCE = "palumbo2015r"
HIGH_RISK = Rule("MM-HRCA", SOURCE, "primary", "del(17p), t(4;14), t(14;16)")
LDH = Rule("MM-RISS-LDH", SOURCE, "primary", "> ULN")
# Not counted: 1q, t(14;20), del(1p), del(13q), a complex karyotype.
ABNORMALITIES = (DEL_17P, T4_14, T14_16)
ANSWERS = {Truth.MET: ("yes",), Truth.NOT_MET: ("no",), Truth.UNKNOWN: ("no", "yes")}
COHORT = Note("r_iss_cohort")
# Every value that a fact of the decision may have.
VALUES = {
    "iss": ("I", "II", "III"),
    "chromosomes": ANSWERS[Truth.UNKNOWN],
    "ldh": ANSWERS[Truth.UNKNOWN],
}


def stage(ask: Callable[[str], str]) -> frozenset[str]:
    """Give the stage from ISS, high-risk chromosomes and high LDH."""
    match ask("iss"):
        case "III":
            worse = ask("chromosomes") == "yes" or ask("ldh") == "yes"
            return frozenset({"III" if worse else "II"})
        case "I":
            worse = ask("chromosomes") == "yes" or ask("ldh") == "yes"
            return frozenset({"II" if worse else "I"})
        case _:
            return frozenset({"II"})


def r_iss(window: Window, iss: Iss) -> SystemStage:
    """Stage by the values at diagnosis."""
    chromosomes, lactate = high_risk_chromosomes(window), ldh_high(window)
    facts = {
        "iss": iss.possible,
        "chromosomes": ANSWERS[chromosomes.state],
        "ldh": ANSWERS[lactate.state],
    }
    possible = ordered(possible_outcomes(stage, facts).possible)
    return SystemStage(
        only(possible),
        possible,
        outcomes=outcomes(SOURCE, only(possible)),
        criteria=(*iss.system.criteria, chromosomes, lactate),
        notes=(COHORT,),
    )


def high_risk_chromosomes(window: Window) -> Criterion:
    """Judge MM-HRCA: one found is a yes, and only all three tested and absent are a no."""
    each = [found(window, name) for name in ABNORMALITIES]
    note = next((x.note for x in each if x.note), None)
    state = any_true(x.state for x in each)
    inputs = [shown for x in each for shown in x.inputs]
    return HIGH_RISK.answer(state, inputs, None if state.known else note)


def ldh_high(window: Window, rule: Rule = LDH) -> Criterion:
    """Tell whether LDH is above that laboratory's upper limit."""
    near = window.results("ldh")
    answers = {_above_limit(result) for result in near.entries}
    inputs = [input_of(result) for result in near.entries]
    if len(answers) > 1:
        return rule.answer(Truth.UNKNOWN, inputs, Note("values_disagree"))
    state = answers.pop() if answers else Truth.UNKNOWN
    no_limit = any(x.value is not None and x.high is None for x in near.entries)
    return rule.answer(state, inputs, Note("limit_missing") if no_limit else near.note)


def _above_limit(result: Result) -> Truth:
    if result.value is None:
        return Truth.of(result.interpretation is Interpretation.HIGH)
    if result.high is None:
        return Truth.UNKNOWN
    return compare(result.value, result.comparator, Op.GT, result.high)
