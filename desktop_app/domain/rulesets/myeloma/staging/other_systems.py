"""Give the systems beside the headline: hits by mSMART, and the Danish RW-ISS."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Input, Note
from desktop_app.domain.criterion import Cut, Op, Rule
from desktop_app.domain.myeloma_conclusions import SystemStage
from desktop_app.domain.rulesets.myeloma.staging.bands import Scale, place
from desktop_app.domain.rulesets.myeloma.staging.cytogenetics import (
    DEL_1P32,
    DEL_17P,
    T4_14,
    T14_16,
    T14_20,
    TP53,
    found,
    gain_1q,
)
from desktop_app.domain.rulesets.myeloma.staging.figures import only, outcomes
from desktop_app.domain.rulesets.myeloma.staging.points import (
    Part,
    groups,
    in_points,
    total,
    weight,
    weights,
)
from desktop_app.domain.rulesets.myeloma.staging.r_iss import ldh_high
from desktop_app.domain.truth import Truth, at_least

if TYPE_CHECKING:
    from desktop_app.domain.rulesets.myeloma.staging.anchor import Window
    from desktop_app.domain.rulesets.myeloma.staging.iss import Iss

HITS = Rule("MM-MSMART-COUNT", "msmart", "unverified", ">= 1")
COUNTED = (T4_14, T14_16, T14_20, DEL_17P, TP53, DEL_1P32)
HIT_GROUPS = ("no_hit", "single_hit", "double_hit", "triple_hit")
RWISS_SOURCE = "rwiss2025"
RWISS_RULES = tuple(
    Rule(f"MM-RWISS-{part}", RWISS_SOURCE, "primary", words)
    for part, words in (
        ("AGE", "> 70: 2"),
        ("PS", "> 1: 2, 1: 1"),
        ("T1416", "1"),
        ("ISS", "III: 1, II: 0.5"),
        ("LDH", "> ULN: 0.5"),
        ("DEL17P", "0.5"),
    )
)
# MM-RWISS in half-points.
AGE_HALVES, T14_16_HALVES, LDH_HALVES, DEL_17P_HALVES = 4, 2, 1, 1
STATUS_HALVES = {"one": 2, "more": 4}
ISS_HALVES = {"II": 1, "III": 2}
OLD = 70
STATUS_SCALE = Scale(
    (Cut(Op.GE, {"{score}": D(1)}), Cut(Op.GT, {"{score}": D(1)})), ("none", "one", "more")
)
# II from 2.5 points, III from 3.5, IV from 5.
STARTS = (5, 7, 10)


def msmart(window: Window) -> SystemStage:
    """Count the high-risk abnormalities; what was not tested may still be one."""
    tested = [*(found(window, name) for name in COUNTED), gain_1q(window)]
    states = [x.state for x in tested]
    least = states.count(Truth.MET)
    most = least + states.count(Truth.UNKNOWN)
    last = len(HIT_GROUPS) - 1
    possible = HIT_GROUPS[min(least, last) : min(most, last) + 1]
    more = least and most > least
    open_ = (Note("msmart_at_least", (("count", str(least)),)),) if more else ()
    inputs = [shown for x in tested for shown in x.inputs]
    criterion = HITS.answer(at_least(1, states), inputs)
    return SystemStage(
        only(possible),
        possible,
        points=(D(least), D(most)),
        criteria=(criterion,),
        notes=(*open_, Note("msmart_undated")),
    )


def rwiss(window: Window, iss: Iss) -> SystemStage:
    """Stage by the Danish registry's points; with points missing, the groups within their range."""
    status = place(window.results("ecog"), STATUS_SCALE, window.view)
    translocation, deletion = found(window, T14_16), found(window, DEL_17P)
    lactate = ldh_high(window)
    worth = (
        _age(window),
        (weights(tuple(status.possible), STATUS_HALVES), status.inputs),
        (weight(translocation.state, T14_16_HALVES), translocation.inputs),
        (weights(iss.possible, ISS_HALVES), iss.inputs),
        (weight(lactate.state, LDH_HALVES), lactate.inputs),
        (weight(deletion.state, DEL_17P_HALVES), deletion.inputs),
    )
    parts = tuple(Part(rule, *given) for rule, given in zip(RWISS_RULES, worth, strict=True))
    span = total(parts)
    possible = groups(span, STARTS)
    return SystemStage(
        only(possible),
        possible,
        points=(in_points(span[0]), in_points(span[1])),
        outcomes=outcomes(RWISS_SOURCE, only(possible)),
        criteria=tuple(part.criterion for part in parts),
    )


def _age(window: Window) -> tuple[frozenset[int], tuple[Input, ...]]:
    """Give the half-points of every age that the record allows on the day of diagnosis."""
    ages = ages_at(window)
    if not ages:
        return weight(Truth.UNKNOWN, AGE_HALVES), ()
    old = {age > OLD for age in ages}
    state = Truth.of(old.pop()) if len(old) == 1 else Truth.UNKNOWN
    return weight(state, AGE_HALVES), (Input("age", ages[0]),)


def ages_at(window: Window) -> tuple[int, ...]:
    """Give every age in years on the day of diagnosis, the youngest first."""
    if window.anchor is None:
        return ()
    day = window.anchor.day
    spans = [window.view.ages_on(each) for each in (day.first, day.last)]
    ages = {age for span in spans if span is not None for age in span}
    return tuple(sorted(ages))
