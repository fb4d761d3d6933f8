"""Give A or B of Durie-Salmon as the Chinese guideline of 2020 does (MM-DS-AB-CN2020)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Input, Note
from desktop_app.domain.criterion import Cut, Judgement, Op, Rule, compare, input_of
from desktop_app.domain.derived import ckd_epi_2021
from desktop_app.domain.rulesets.myeloma.staging.bands import Place, Scale, between, place
from desktop_app.domain.rulesets.myeloma.staging.derived_values import (
    CLEARANCE_UNIT,
    EGFR_UNIT,
    Kidney,
    kidney,
)
from desktop_app.domain.rulesets.myeloma.staging.figures import only

if TYPE_CHECKING:
    from desktop_app.domain.myeloma_conclusions import SystemStage
    from desktop_app.domain.rulesets.myeloma.staging.anchor import Window

SOURCE = "cn2020"
CREATININE = Rule("MM-DS-AB-CN2020-CR", SOURCE, "secondary", "B: >= 177 umol/L")
CLEARANCE = Rule("MM-DS-AB-CN2020-CRCL", SOURCE, "secondary", "B: <= 40 mL/min")
CREATININE_SCALE = Scale((Cut(Op.GE, {"umol/L": D(177), "mg/dL": D(2)}),), ("A", "B"), "A")
CLEARANCE_SCALE = Scale((Cut(Op.GT, {CLEARANCE_UNIT: D(40), EGFR_UNIT: D(40)}),), ("B", "A"))
COMPUTED_CLEARANCE, COMPUTED_EGFR = "clearance_computed", "egfr_computed"


def china_2020(original: SystemStage, window: Window) -> SystemStage:
    """Give the stage of the original with the Chinese A or B; the two may disagree."""
    creatinine = place(window.results("creatinine"), CREATININE_SCALE, window.view)
    clearance = _clearance(window)
    suffixes = tuple(sorted(creatinine.possible | clearance.possible))
    disagree = creatinine.possible.isdisjoint(clearance.possible)
    rows = (
        CREATININE.answer(creatinine.within("B"), creatinine.inputs, creatinine.note),
        CLEARANCE.answer(clearance.within("B"), clearance.inputs, clearance.note),
    )
    return replace(
        original,
        suffix=only(suffixes),
        possible_suffixes=suffixes,
        criteria=rows,
        notes=(Note("ds_ab_conflict"),) if disagree else (),
    )


def _clearance(window: Window) -> Place:
    """Place the measured clearance, else Cockcroft-Gault, else eGFR in its place."""
    measured = window.results("creatinine_clearance")
    if measured.entries:
        return place(measured, CLEARANCE_SCALE, window.view)
    known = kidney(window)
    gault = () if known is None else known.clearances()
    if known is not None and gault:
        return _computed(known, gault, COMPUTED_CLEARANCE, CLEARANCE_UNIT)
    egfr = window.results("egfr")
    if egfr.entries:
        found = place(egfr, CLEARANCE_SCALE, window.view)
        return replace(found, note=found.note or Note("egfr_for_clearance"))
    estimates = () if known is None else known.estimates(ckd_epi_2021)
    if known is not None and estimates:
        found = _computed(known, estimates, COMPUTED_EGFR, EGFR_UNIT)
        return replace(found, note=Note("egfr_for_clearance"))
    return place(measured, CLEARANCE_SCALE, window.view)


def _computed(known: Kidney, values: tuple[D, ...], code: str, unit: str) -> Place:
    """Place our own estimates: one for every age that is possible."""
    (cut,) = CLEARANCE_SCALE.cuts
    possible = frozenset[str]().union(
        *(
            between([Judgement(compare(x, None, cut.op, cut.at[unit]))], CLEARANCE_SCALE.places)
            for x in values
        )
    )
    day = known.creatinine.date.text
    return Place(possible, (input_of(known.creatinine), Input(code, round(values[0]), unit, day)))
