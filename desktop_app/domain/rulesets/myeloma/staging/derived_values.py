"""Compute what follows from the values at diagnosis, apart from what was reported (CALC-*)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Input, Note
from desktop_app.domain.criteria.organ_values import in_unit
from desktop_app.domain.criterion import Rule, input_of
from desktop_app.domain.derived import (
    ckd_epi_2009,
    ckd_epi_2021,
    cockcroft_gault,
    mdrd_175,
    mdrd_186,
)
from desktop_app.domain.myeloma_conclusions import Derived
from desktop_app.domain.record import Result, Sex
from desktop_app.domain.rulesets.myeloma.staging.ds_calcium import corrections

if TYPE_CHECKING:
    from desktop_app.domain.rulesets.myeloma.staging.anchor import Window

CALCIUM = {
    "mg/dL": Rule("CALC-CA-MG", "payne1973", "secondary", "Ca + 0.8 × (4.0 − Alb g/dL)"),
    "mmol/L": Rule("CALC-CA-MMOL", "payne1973", "secondary", "Ca + 0.02 × (40 − Alb g/L)"),
}
CKD_2021 = Rule(
    "CALC-CKDEPI2021",
    "inker2021",
    "secondary",
    "142 × min(S/k, 1)^a × max(S/k, 1)^−1.200 × 0.9938^age × 1.012 [F]",
)
CKD_2009 = Rule(
    "CALC-CKDEPI2009",
    "levey2009",
    "secondary",
    "141 × min(S/k, 1)^a × max(S/k, 1)^−1.209 × 0.993^age × 1.018 [F]",
)
MDRD_175 = Rule("CALC-MDRD175", "levey2006", "secondary", "175 × S^−1.154 × age^−0.203 × 0.742 [F]")
MDRD_186 = Rule(
    "CALC-MDRD186", "levey2000", "unverified", "186 × S^−1.154 × age^−0.203 × 0.742 [F]"
)
GAULT = Rule("CALC-CG", "cockcroft1976", "unverified", "(140 − age) × kg / (72 × S) × 0.85 [F]")
EGFR_UNIT, CLEARANCE_UNIT = "mL/min/{1.73_m2}", "mL/min"
# CALC-CA-CAVEAT: a paraprotein that binds calcium raises it falsely; the ionised one decides.
CAVEAT = Note("calcium_binding_caveat")
Formula = Callable[[Decimal, int, Sex], Decimal | None]
_FORMULAS: tuple[tuple[Rule, Formula], ...] = (
    (CKD_2021, ckd_epi_2021),
    (CKD_2009, ckd_epi_2009),
    (MDRD_175, mdrd_175),
    (MDRD_186, mdrd_186),
)


@dataclass(frozen=True, slots=True)
class Kidney:
    """Hold the creatinine at diagnosis in mg/dL, the ages it may belong to, and the weight."""

    creatinine: Result
    milligrams: Decimal
    ages: tuple[int, ...]
    sex: Sex
    weight: Result | None
    kilograms: Decimal | None

    def estimates(self, formula: Formula) -> tuple[Decimal, ...]:
        """Estimate by a formula, once for every age; nothing where an input is missing."""
        values = (formula(self.milligrams, age, self.sex) for age in self.ages)
        return tuple(value for value in values if value is not None)

    def clearances(self) -> tuple[Decimal, ...]:
        """Estimate by Cockcroft and Gault, in mL/min."""
        kilograms = self.kilograms
        if kilograms is None:
            return ()
        return self.estimates(
            lambda milligrams, age, sex: cockcroft_gault(milligrams, age, kilograms, sex)
        )


def kidney(window: Window) -> Kidney | None:
    """Give the creatinine at diagnosis; None where it is no single plain number."""
    creatinine = _single(window.results("creatinine").entries)
    if creatinine is None:
        return None
    milligrams = in_unit(window.view, creatinine, "mg/dL").value
    assert milligrams is not None
    weight = _single(window.results("weight").entries)
    kilograms = None if weight is None else in_unit(window.view, weight, "kg").value
    ages = tuple(dict.fromkeys(window.view.ages_on(creatinine.date.last) or ()))
    return Kidney(creatinine, milligrams, ages, window.view.sex, weight, kilograms)


def derived(window: Window) -> tuple[Derived, ...]:
    """Give corrected calcium, and every estimate of the kidney that the record allows."""
    return (*_calcium(window), *_filtration(window))


def _calcium(window: Window) -> tuple[Derived, ...]:
    near = window.results("calcium")
    measured = _single(near.entries)
    pairs = corrections(window.view, measured) if measured is not None else []
    if measured is None or len(pairs) != 1:
        return ()
    ((value, albumin),) = pairs
    assert value.value is not None
    assert value.unit is not None
    return (
        Derived(
            CALCIUM[value.unit].id,
            "calcium_corrected",
            value.value,
            value.unit,
            (input_of(measured), input_of(albumin)),
            _reported(window, "calcium_corrected"),
            CAVEAT,
        ),
    )


def _filtration(window: Window) -> tuple[Derived, ...]:
    known = kidney(window)
    if known is None:
        return ()
    egfr, measured = _reported(window, "egfr"), _reported(window, "creatinine_clearance")
    formula = _formula_note(window)
    base = (input_of(known.creatinine),)
    found = [
        _row(rule, "egfr", EGFR_UNIT, known, known.estimates(by), base) for rule, by in _FORMULAS
    ]
    weight = () if known.weight is None else (input_of(known.weight),)
    gault = _row(
        GAULT, "creatinine_clearance", CLEARANCE_UNIT, known, known.clearances(), (*base, *weight)
    )
    beside = {CKD_2021.id: (egfr, formula), GAULT.id: (measured, None)}
    return tuple(
        _with(row, *beside.get(row.rule, (None, None)))
        for row in (*found, gault)
        if row is not None
    )


def _row(
    rule: Rule,
    code: str,
    unit: str,
    known: Kidney,
    values: tuple[Decimal, ...],
    inputs: tuple[Input, ...],
) -> Derived | None:
    """Show the estimate of the youngest age; the note gives that of the oldest."""
    if not values:
        return None
    youngest, oldest = known.ages[0], known.ages[-1]
    open_ = Note("derived_other_age", (("age", str(oldest)), ("value", f"{values[-1]:f}")))
    note = open_ if youngest != oldest else None
    return Derived(rule.id, code, values[0], unit, (*inputs, Input("age", youngest)), None, note)


def _with(row: Derived, reported: Input | None, note: Note | None) -> Derived:
    return Derived(row.rule, row.code, row.value, row.unit, row.inputs, reported, note or row.note)


def _formula_note(window: Window) -> Note | None:
    """Name the formula of a reported eGFR, which stays apart from ours (CALC-EGFR-REPORTED)."""
    result = _single(window.results("egfr").entries)
    if result is None or not result.method:
        return None
    return Note("egfr_reported_by", (("formula", result.method),))


def _reported(window: Window, code: str) -> Input | None:
    result = _single(window.results(code).entries)
    return None if result is None else input_of(result)


def _single(results: tuple[Result, ...]) -> Result | None:
    """Give the one result that is a plain number; None where there are more, or it is no number."""
    if len(results) != 1:
        return None
    (only,) = results
    return None if only.value is None or only.comparator is not None else only
