"""Warn before stem cells are collected, and judge the graft (POEMS-TX-STEM, POEMS-TX-MOB)."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Input, Note
from desktop_app.domain.criteria.regimens import drugs_of, title_of
from desktop_app.domain.criterion import Rule
from desktop_app.domain.rulesets.poems.care.features import shown
from desktop_app.domain.rulesets.poems.care.given_drugs import before_harvest
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.view import RecordView

SOURCE, STATUS = "poems2025", "source-doc"
STEM = Rule("POEMS-TX-STEM", SOURCE, STATUS, "eligible, and not transplanted yet")
CYCLES = Rule("POEMS-TX-STEM-LEN", SOURCE, STATUS, "> 4")
ALKYLATORS = Rule("POEMS-TX-STEM-VCD", SOURCE, STATUS, "melphalan or cyclophosphamide")
GRAFT = Rule("POEMS-TX-MOB", SOURCE, STATUS, "eligible, and not transplanted yet")
TOO_FEW = Rule("POEMS-TX-MOB-LOW", SOURCE, STATUS, "< 2.0 x 10^6/kg")
BELOW_IDEAL = Rule("POEMS-TX-MOB-IDEAL", SOURCE, STATUS, "< 5.0 x 10^6/kg")
MOST_CYCLES = 4
LENALIDOMIDE = "lenalidomide"
AVOIDED = ("melphalan", "cyclophosphamide")
COLLECTED = "cd34_dose"
ENOUGH, IDEAL = D("2.0"), D("5.0")


def stem_cells(view: RecordView, planned: Truth) -> Criterion:
    """Warn of more than four cycles of lenalidomide, and of drugs that harm the collection.

    VCD is allowed and warned of (C-P-VCD).
    """
    parts = (_cycles(view), _alkylators(view))
    asked = tuple(each for each in parts if each.state is not Truth.NOT_MET)
    return STEM.answer(planned, (), Note("tx_stem"), asked)


def _cycles(view: RecordView) -> Criterion:
    with_it = [x for x in before_harvest(view) if LENALIDOMIDE in (drugs_of(x) or ())]
    inputs = [Input("regimen", title_of(x), None, x.start.text) for x in with_it]
    known = sum(x.cycles for x in with_it if x.cycles is not None)
    state = Truth.of(known > MOST_CYCLES)
    if state is Truth.NOT_MET and any(x.cycles is None for x in with_it):
        state = Truth.UNKNOWN
    return CYCLES.answer(state, inputs, Note("tx_len_cycles", (("count", str(known)),)))


def _alkylators(view: RecordView) -> Criterion:
    found = [x for x in before_harvest(view) if set(AVOIDED) & set(drugs_of(x) or ())]
    inputs = [Input("regimen", title_of(x), None, x.start.text) for x in found]
    return ALKYLATORS.answer(Truth.of(bool(found)), inputs, Note("tx_vcd"))


def graft(view: RecordView, planned: Truth) -> Criterion:
    """Judge the CD34 cells of one graft, in 10^6/kg; without a count it is information."""
    finding = view.latest_finding(COLLECTED)
    value = None if finding is None or isinstance(finding.value, bool) else finding.value
    if not isinstance(value, int | D):
        return GRAFT.answer(planned, (), Note("tx_mobilisation"))
    inputs = shown(view, COLLECTED)
    parts = (
        TOO_FEW.answer(Truth.of(value < ENOUGH), inputs, Note("tx_graft_low")),
        BELOW_IDEAL.answer(Truth.of(value < IDEAL), inputs, Note("tx_graft_ideal")),
    )
    asked = tuple(each for each in parts if each.state is Truth.MET)
    return GRAFT.answer(planned, inputs, Note("tx_mobilisation"), asked[:1])
