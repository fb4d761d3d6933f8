"""Score the risk of venous thrombosis (VTE-IMPEDE, VTE-SAVED, VTE-PRISM)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal as D
from itertools import product
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Input, Score
from desktop_app.domain.criteria.model_factors import AGE
from desktop_app.domain.criteria.organ_values import in_unit
from desktop_app.domain.criteria.regimens import IMID
from desktop_app.domain.criterion import Rule, input_of
from desktop_app.domain.rulesets.myeloma.care.item_points import (
    Item,
    PointModel,
    of_choice,
    of_flag,
    of_truth,
    shown,
)
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.record import Result
    from desktop_app.domain.rulesets.myeloma.care.current import Current
    from desktop_app.domain.view import RecordView

SANFILIPPO, ASH = "sanfilippo2019", "ash2021"
IMPEDE = Rule("VTE-IMPEDE", SANFILIPPO, "secondary", "<= 3; 4-7; >= 8")
SAVED = Rule("VTE-SAVED", ASH, "secondary", "< 2; >= 2")
PRISM = Rule("VTE-PRISM", ASH, "secondary", "0; 1-6; >= 7")
RISKS = ("low", "intermediate", "high")
IMPEDE_MODEL = PointModel(SANFILIPPO, RISKS, (3, 7), 6, (D("3.3"), D("8.3"), D("15.2")))
SAVED_MODEL = PointModel(ASH, ("low", "high"), (1,))
PRISM_MODEL = PointModel(ASH, RISKS, (0, 6), 12, (D("6.4"), D("10.7"), D("23.8")))
IMPEDE_IMID = Rule("VTE-IMPEDE-IMID", SANFILIPPO, "secondary", "+4")
IMPEDE_BMI = Rule("VTE-IMPEDE-BMI", SANFILIPPO, "secondary", ">= 25 kg/m2")
IMPEDE_FRACTURE = Rule("VTE-IMPEDE-FRACTURE", SANFILIPPO, "secondary", "+4")
IMPEDE_ESA = Rule("VTE-IMPEDE-ESA", SANFILIPPO, "secondary", "+1")
IMPEDE_DEX = Rule("VTE-IMPEDE-DEX", SANFILIPPO, "secondary", "+2; +4")
IMPEDE_DOXORUBICIN = Rule("VTE-IMPEDE-DOXORUBICIN", SANFILIPPO, "secondary", "+3")
IMPEDE_ASIAN = Rule("VTE-IMPEDE-ASIAN", SANFILIPPO, "secondary", "-3")
IMPEDE_VTE = Rule("VTE-IMPEDE-VTE", SANFILIPPO, "secondary", "+5")
IMPEDE_LINE = Rule("VTE-IMPEDE-LINE", SANFILIPPO, "secondary", "+2")
IMPEDE_ANTICOAGULATION = Rule("VTE-IMPEDE-ANTICOAGULATION", SANFILIPPO, "secondary", "-3; -4")
SAVED_SURGERY = Rule("VTE-SAVED-SURGERY", ASH, "secondary", "+2")
SAVED_ASIAN = Rule("VTE-SAVED-ASIAN", ASH, "secondary", "-3")
SAVED_VTE = Rule("VTE-SAVED-VTE", ASH, "secondary", "+3")
SAVED_AGE = Rule("VTE-SAVED-AGE", ASH, "secondary", ">= 80")
SAVED_DEX = Rule("VTE-SAVED-DEX", ASH, "secondary", "+1; +2")
PRISM_VTE = Rule("VTE-PRISM-VTE", ASH, "secondary", "+8")
PRISM_BLACK = Rule("VTE-PRISM-BLACK", ASH, "secondary", "+1")
PRISM_IMID = Rule("VTE-PRISM-IMID", ASH, "secondary", "+2")
PRISM_SURGERY = Rule("VTE-PRISM-SURGERY", ASH, "secondary", "+5")
PRISM_CELLS = Rule("VTE-PRISM-METAPHASES", ASH, "secondary", "+2")
BMI_CUT = D(25)
SAVED_YEARS = 80
IMPEDE_DOSES: Mapping[str, int] = {"none": 0, "low": 2, "high": 4}
SAVED_DOSES: Mapping[str, int] = {"none": 0, "low": 1, "high": 2}
# T-VTE: a textbook prints -5 for the therapeutic dose, and the ASH table leaves out doxorubicin.
ANTICOAGULATION: Mapping[str, int] = {"none": 0, "prophylactic": -3, "therapeutic": -4}


def impede(view: RecordView, now: Current) -> Score:
    """Score VTE-IMPEDE: 6-month risk."""
    return IMPEDE_MODEL.scored(
        (
            of_truth(IMPEDE_IMID, now.of(IMID), 4),
            _bmi(view),
            of_flag(view, IMPEDE_FRACTURE, "fracture_pelvis_hip_femur", 4),
            of_flag(view, IMPEDE_ESA, "erythropoietin", 1),
            _dexamethasone(view, now, IMPEDE_DEX, IMPEDE_DOSES),
            of_truth(IMPEDE_DOXORUBICIN, now.has("doxorubicin"), 3),
            of_flag(view, IMPEDE_ASIAN, "asian_ancestry", -3),
            of_flag(view, IMPEDE_VTE, "prior_vte", 5),
            of_flag(view, IMPEDE_LINE, "tunnelled_line", 2),
            of_choice(view, IMPEDE_ANTICOAGULATION, "anticoagulation", ANTICOAGULATION),
        )
    )


def saved(view: RecordView, now: Current) -> Score:
    """Score VTE-SAVED: no risk is printed for its groups."""
    return SAVED_MODEL.scored(
        (
            of_flag(view, SAVED_SURGERY, "surgery_90_days", 2),
            of_flag(view, SAVED_ASIAN, "asian_ancestry", -3),
            of_flag(view, SAVED_VTE, "prior_vte", 3),
            _age(view),
            _dexamethasone(view, now, SAVED_DEX, SAVED_DOSES),
        )
    )


def prism(view: RecordView, now: Current) -> Score:
    """Score VTE-PRISM: 12-month risk."""
    return PRISM_MODEL.scored(
        (
            of_flag(view, PRISM_VTE, "prior_vte", 8),
            of_flag(view, PRISM_BLACK, "black_ancestry", 1),
            of_truth(PRISM_IMID, now.of(IMID), 2),
            of_flag(view, PRISM_SURGERY, "surgery_90_days", 5),
            of_flag(view, PRISM_CELLS, "abnormal_metaphases", 2),
        )
    )


def _bmi(view: RecordView) -> Item:
    heights, weights = view.latest("height"), view.latest("weight")
    found = {_heavy(view, *pair) for pair in product(heights, weights)}
    state = found.pop() if len(found) == 1 else Truth.UNKNOWN
    return of_truth(IMPEDE_BMI, state, 1, tuple(map(input_of, (*heights, *weights))))


def _heavy(view: RecordView, height: Result, weight: Result) -> Truth:
    """Compare the body mass index; a bounded height or weight leaves it open."""
    metres, kilograms = in_unit(view, height, "m").value, in_unit(view, weight, "kg").value
    if metres is None or kilograms is None or height.comparator or weight.comparator:
        return Truth.UNKNOWN
    return Truth.of(kilograms >= BMI_CUT * metres * metres)


def _age(view: RecordView) -> Item:
    ages = view.ages_on(view.as_of) or ()
    found = {Truth.of(age >= SAVED_YEARS) for age in ages}
    state = found.pop() if len(found) == 1 else Truth.UNKNOWN
    told = tuple(Input(AGE, age, None, view.as_of.isoformat()) for age in dict.fromkeys(ages))
    return of_truth(SAVED_AGE, state, 1, told)


def _dexamethasone(view: RecordView, now: Current, rule: Rule, doses: Mapping[str, int]) -> Item:
    """Score the dose as said; else by whether it is given at all."""
    if view.latest_finding("dexamethasone_dose") is not None:
        return of_choice(view, rule, "dexamethasone_dose", doses)
    given = now.has("dexamethasone")
    left = {Truth.MET: ("low", "high"), Truth.NOT_MET: ("none",), Truth.UNKNOWN: tuple(doses)}
    points = tuple(doses[dose] for dose in left[given])
    return Item(rule, points, shown(view, "dexamethasone_dose"))
