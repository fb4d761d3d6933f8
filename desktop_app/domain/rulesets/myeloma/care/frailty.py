"""Score frailty by age, daily activities and comorbidity (FRAIL-IMWG, FRAIL-OUT)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Input, Note, Score
from desktop_app.domain.criteria.model_factors import AGE
from desktop_app.domain.criterion import Op, Rule, compare
from desktop_app.domain.rulesets.myeloma.care.item_points import Item, PointModel, of_truth, shown
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.view import RecordView

SOURCE = "palumbo2015f"
FRAILTY = Rule("FRAIL-IMWG", SOURCE, "unverified", "0; 1; >= 2")
BY_AGE = Rule("FRAIL-IMWG-AGE", SOURCE, "unverified", "<= 75: 0; 76-80: 1; > 80: 2")
BY_ADL = Rule("FRAIL-IMWG-ADL", SOURCE, "unverified", "<= 4: 1")
BY_IADL = Rule("FRAIL-IMWG-IADL", SOURCE, "unverified", "<= 5: 1")
BY_CHARLSON = Rule("FRAIL-IMWG-CHARLSON", SOURCE, "unverified", ">= 2: 1")
MODEL = PointModel(SOURCE, ("fit", "intermediate_fit", "frail"), (0, 1))
AGE_ENDS = (75, 80)
# The paper's table prints <75, 75-80 and >80.
AGE_FLAGGED = 75
ADL, IADL, CHARLSON = (Op.LE, D(4)), (Op.LE, D(5)), (Op.GE, D(2))
# FRAIL-OUT by group: nobody computes with it.
OUTCOMES: Mapping[str, Note] = {
    "fit": Note("frail_out_fit"),
    "intermediate_fit": Note("frail_out_intermediate"),
    "frail": Note("frail_out_frail"),
}


def frailty(view: RecordView) -> Score:
    """Give the range of the points, the groups, and what was printed of each; not of all three."""
    ages = dict.fromkeys(view.ages_on(view.as_of) or ())
    told = tuple(Input(AGE, age, None, view.as_of.isoformat()) for age in ages)
    points = tuple(sorted({sum(age > end for end in AGE_ENDS) for age in ages}))
    score = MODEL.scored(
        (
            Item(BY_AGE, points or tuple(range(len(MODEL.groups))), told),
            _number(view, BY_ADL, "adl", ADL),
            _number(view, BY_IADL, "iadl", IADL),
            _number(view, BY_CHARLSON, "charlson", CHARLSON),
        )
    )
    flagged = (Note("frail_age_75"),) if AGE_FLAGGED in ages else ()
    narrowed = score.possible_groups != MODEL.groups
    outcomes = (OUTCOMES[group] for group in score.possible_groups if narrowed)
    return replace(score, notes=(*flagged, *outcomes))


def _number(view: RecordView, rule: Rule, code: str, cut: tuple[Op, D]) -> Item:
    found = {
        compare(D(x.value), None, *cut)
        for x in view.latest_findings(code)
        if isinstance(x.value, int | D)
    }
    state = found.pop() if len(found) == 1 else Truth.UNKNOWN
    return of_truth(rule, state, 1, shown(view, code))
