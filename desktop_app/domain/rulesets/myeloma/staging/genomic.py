"""Sort by the genomic consensus of 2025: high risk if one of four is met (MM-IMS2025)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Note
from desktop_app.domain.criterion import Rule
from desktop_app.domain.myeloma_conclusions import SystemStage
from desktop_app.domain.rulesets.myeloma.staging.bands import place
from desktop_app.domain.rulesets.myeloma.staging.cytogenetics import (
    DEL_1P32,
    DEL_17P,
    T4_14,
    T14_16,
    T14_20,
    TP53,
    Abnormality,
    found,
    gain_1q,
)
from desktop_app.domain.rulesets.myeloma.staging.iss import CREATININE_SCALE
from desktop_app.domain.truth import Truth, any_true

if TYPE_CHECKING:
    from desktop_app.domain.record import Cytogenetic
    from desktop_app.domain.rulesets.myeloma.staging.anchor import Window
    from desktop_app.domain.rulesets.myeloma.staging.iss import Iss

SOURCE = "avet2025"
HIGH, STANDARD = "high_risk", "standard_risk"
CGS1 = Rule("MM-CGS1", SOURCE, "primary", "del(17p) > 20 %; TP53")
CGS1_DELETION = Rule("MM-CGS1-DEL17P", SOURCE, "primary", "> 20 %")
CGS1_MUTATION = Rule("MM-CGS1-TP53", SOURCE, "primary", "TP53")
CGS2 = Rule("MM-CGS2", SOURCE, "primary", "t(4;14) / t(14;16) / t(14;20) + 1q21+ / del(1p32)")
CGS3 = Rule("MM-CGS3", SOURCE, "primary", "del(1p32) + 1q21+; del(1p32) × 2")
CGS4 = Rule("MM-CGS4", SOURCE, "primary", "β2-M >= 5.5 mg/L; Cr < 1.2 mg/dL (< 106 umol/L)")
CLONE_PERCENT = D(20)


@dataclass(frozen=True, slots=True)
class _Chromosomes:
    """Hold the abnormalities that CGS2 and CGS3 combine."""

    translocations: tuple[Abnormality, ...]
    gain: Abnormality
    loss: Abnormality


def ims_2025(window: Window, iss: Iss) -> SystemStage:
    """Sort into high or standard risk; standard needs all four to be no."""
    has = _Chromosomes(
        tuple(found(window, name) for name in (T4_14, T14_16, T14_20)),
        gain_1q(window),
        found(window, DEL_1P32),
    )
    deleted = _first(window)
    criteria = (deleted, _second(has), _third(has), _fourth(window, iss))
    high = any_true(x.state for x in criteria)
    possible = {Truth.MET: (HIGH,), Truth.NOT_MET: (STANDARD,)}.get(high, (STANDARD, HIGH))
    stage = possible[0] if high.known else None
    return SystemStage(stage, possible, criteria=criteria, notes=_notes(high, criteria))


def _notes(high: Truth, criteria: tuple[Criterion, ...]) -> tuple[Note, ...]:
    if high is Truth.MET:
        return (Note("ims_registry"),)
    deletion, mutation = criteria[0].criteria
    untested = mutation.state is Truth.UNKNOWN and deletion.state is Truth.NOT_MET
    if untested and all(x.state is Truth.NOT_MET for x in criteria[1:]):
        return (Note("ims_standard_by_fish"),)
    return ()


def _first(window: Window) -> Criterion:
    deletion, mutation = found(window, DEL_17P), found(window, TP53)
    cells = deletion.state
    if cells is Truth.MET:
        shares = {_above(test) for test in deletion.tests}
        cells = shares.pop() if len(shares) == 1 else Truth.UNKNOWN
    note = Note("cgs1_cells_open") if deletion.state is Truth.MET and not cells.known else None
    parts = (
        CGS1_DELETION.answer(cells, deletion.inputs, note or deletion.note),
        CGS1_MUTATION.answer(mutation.state, mutation.inputs, mutation.note),
    )
    return CGS1.answer(any_true(x.state for x in parts), criteria=parts)


def _above(test: Cytogenetic) -> Truth:
    """Judge the share of cells; a lay page prints "20 % or more", so that 20 is not settled."""
    percent = test.clone_percent
    if percent is None:
        return Truth.UNKNOWN
    if percent > CLONE_PERCENT:
        return Truth.MET
    return Truth.UNKNOWN if percent >= CLONE_PERCENT else Truth.NOT_MET


def _second(has: _Chromosomes) -> Criterion:
    translocation = any_true(x.state for x in has.translocations)
    state = translocation & (has.gain.state | has.loss.state)
    inputs = [x for each in has.translocations for x in each.inputs]
    return CGS2.answer(state, (*inputs, *has.gain.inputs, *has.loss.inputs))


def _third(has: _Chromosomes) -> Criterion:
    both = {test.biallelic for test in has.loss.tests if test.detected}
    alleles = Truth.of(both.pop()) if len(both) == 1 else Truth.UNKNOWN
    state = has.loss.state & (has.gain.state | alleles)
    open_ = has.loss.state is Truth.MET and not state.known and not alleles.known
    note = Note("cgs3_alleles_open") if open_ else None
    return CGS3.answer(state, (*has.loss.inputs, *has.gain.inputs), note)


def _fourth(window: Window, iss: Iss) -> Criterion:
    creatinine = place(window.results("creatinine"), CREATININE_SCALE, window.view)
    state = iss.microglobulin.within("high") & creatinine.within("low")
    inputs = (*iss.microglobulin.inputs, *creatinine.inputs)
    return CGS4.answer(state, inputs, iss.microglobulin.note or creatinine.note)
