"""Read how fit the patient is for treatment: performance status and creatinine clearance."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal as D
from itertools import product
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Input
from desktop_app.domain.criteria.organ_values import in_unit
from desktop_app.domain.criterion import Cut, Op, Rule, input_of, judge, judge_all
from desktop_app.domain.derived import cockcroft_gault
from desktop_app.domain.record import Comparator

if TYPE_CHECKING:
    from desktop_app.domain.record import Result
    from desktop_app.domain.view import RecordView

ECOG_CUT = Cut(Op.LE, {"{score}": D(1)})
# The code under which the trace shows our own estimate.
COMPUTED_CLEARANCE = "clearance_computed"
_MILLILITRES = "mL/min"


def ecog(view: RecordView, rule: Rule) -> Criterion:
    """Judge the performance status: 0 or 1."""
    seen = view.latest("ecog")
    judgement = judge_all(seen, lambda x: judge(x, ECOG_CUT, view.catalogue))
    return rule.answer(judgement.truth, map(input_of, seen), judgement.note)


@dataclass(frozen=True, slots=True)
class Clearance:
    """Hold one creatinine clearance in mL/min with what it rests on; the report may bound it."""

    value: D
    comparator: Comparator | None
    inputs: tuple[Input, ...]


def clearances(view: RecordView) -> tuple[Clearance, ...]:
    """Give every clearance that may be the latest: as reported, else by Cockcroft-Gault.

    None comes back where age, sex, weight or creatinine is missing: eGFR does not stand in, because
    the labels dose by Cockcroft-Gault.
    """
    latest = view.latest("creatinine_clearance", "creatinine")
    reported = [x for x in latest if x.code == "creatinine_clearance"]
    if reported:
        return tuple(each for x in reported for each in _reported(view, x))
    return tuple(
        each
        for creatinine, weight in product(latest, view.latest("weight"))
        for each in _estimated(view, creatinine, weight)
    )


def _reported(view: RecordView, result: Result) -> tuple[Clearance, ...]:
    """Take over a reported clearance; in a unit without a threshold it is none (UNIT-COMPARE)."""
    if result.value is None or result.unit is None:
        return ()
    if view.catalogue[result.code].shift(result.unit, _MILLILITRES) is None:
        return ()
    return (Clearance(result.value, result.comparator, (input_of(result),)),)


def _estimated(view: RecordView, creatinine: Result, weight: Result) -> list[Clearance]:
    ages = view.ages_on(creatinine.date.last)
    milligrams, kilograms = (
        in_unit(view, creatinine, "mg/dL").value,
        in_unit(view, weight, "kg").value,
    )
    bounded = creatinine.comparator is not None or weight.comparator is not None
    if ages is None or milligrams is None or kilograms is None or bounded:
        return []
    found: list[Clearance] = []
    for age in dict.fromkeys(ages):
        value = cockcroft_gault(milligrams, age, kilograms, view.sex)
        if value is not None:
            shown = Input(COMPUTED_CLEARANCE, round(value), _MILLILITRES, creatinine.date.text)
            found.append(Clearance(value, None, (input_of(creatinine), input_of(weight), shown)))
    return found
