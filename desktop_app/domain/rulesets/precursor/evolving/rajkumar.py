"""Judge EVO-RAJKUMAR: two successive values, both a quarter above the first, in six months."""

from __future__ import annotations

from decimal import Decimal as D
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criterion import Cut, Op, Rule
from desktop_app.domain.rulesets.precursor.evolving.outcomes import (
    Outcome,
    answered,
    changed,
    rises,
)
from desktop_app.domain.rulesets.precursor.evolving.samples import (
    Sample,
    Stretch,
    Window,
    every,
)
from desktop_app.domain.truth import Truth, any_true

if TYPE_CHECKING:
    from desktop_app.domain.rulesets.precursor.evolving.series import Series

RAJKUMAR = Rule(
    "EVO-RAJKUMAR",
    "rajkumar2015",
    "primary",
    "rise >= 25 % at two successive values in 6 months",
)

HALF_YEAR = 6
RAJKUMAR_RISE = Cut(Op.GE, {"%": D(25)})


def rajkumar(series: Series) -> Outcome | None:
    """Judge EVO-RAJKUMAR: two successive values, both in six months of the first value (D)."""
    return answered(series.m, _rajkumar)


def _rajkumar(stretch: Stretch, base: Sample) -> Outcome | None:
    meets, window = rises(RAJKUMAR_RISE), Window.of(base.on, HALF_YEAR)
    single = changed(stretch, base, meets, window)
    if single is None or single.state is Truth.NOT_MET:
        return single
    near = [(x, surely, window.holds(x.on)) for x, surely in stretch.later[base.on.text]]
    answers = [surely & held & every(base, x, meets) for x, surely, held in near]
    pairs = [one & two for one, two in pairwise(answers)]
    inside = sum(held is not Truth.NOT_MET for _, _, held in near)
    state = any_true(pairs)
    if state is Truth.MET:
        return single
    if state is Truth.NOT_MET and inside > 1:
        return Outcome(state, stretch, single.baseline, single.value)
    few = inside < 2 and single.state is Truth.MET
    note = Note("evolving_one_value") if few else single.note
    return Outcome(Truth.UNKNOWN, stretch, single.baseline, single.value, note=note)
