"""Judge EVO-FERNANDEZ: a rise in six months of a high M-protein, yearly rises of a low one."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criterion import Cut, Op, Rule
from desktop_app.domain.rulesets.precursor.evolving.baseline import high_m
from desktop_app.domain.rulesets.precursor.evolving.outcomes import (
    CONFIRMED_AFTER_DAYS,
    Outcome,
    above,
    answered,
    changed,
    gated,
    rises,
)
from desktop_app.domain.rulesets.precursor.evolving.samples import Sample, Stretch, Window, every
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.rulesets.precursor.evolving.series import Series

FERNANDEZ = Rule(
    "EVO-FERNANDEZ",
    "fernandez2018",
    "secondary",
    "M >= 3 g/dL (30 g/L): rise >= 10 % in 6 months; below: any rise at each of 3 yearly values",
)

HALF_YEAR = 6
FERNANDEZ_RISE = Cut(Op.GE, {"%": D(10)})
# "Yearly": four values, each this many months after the last (D).
YEARLY_FROM, YEARLY_TO, YEARLY_STEPS = 9, 15, 3


def fernandez(series: Series) -> Outcome | None:
    """Judge EVO-FERNANDEZ: one rule for a high baseline, another for a low one."""
    return answered(series.m, _fernandez)


def _fernandez(stretch: Stretch, base: Sample) -> Outcome | None:
    high = high_m(stretch, base)
    soon = changed(stretch, base, rises(FERNANDEZ_RISE), Window.of(base.on, HALF_YEAR))
    if high is Truth.NOT_MET and soon is not None:
        return _yearly(stretch, base)
    return gated(high, soon)


def _yearly(stretch: Stretch, base: Sample) -> Outcome:
    """Look for four values 9 to 15 months apart, each above the last, from the baseline on."""
    whole = Window.of(base.on, YEARLY_TO * YEARLY_STEPS)
    members = [x for x in stretch.samples if whole.holds(x.on) is not Truth.NOT_MET]
    state, chain = _chain(members, (base,))
    last = chain[-1]
    confirmed = state is Truth.MET and any(
        every(chain[-2], x, above) is Truth.MET
        and (x.on.first - last.on.last).days >= CONFIRMED_AFTER_DAYS
        for x in stretch.samples
    )
    note = Note("evolving_yearly") if state is Truth.UNKNOWN else None
    if state is Truth.MET and not confirmed:
        note = Note("evolving_unconfirmed")
    shown = last if len(chain) > 1 else stretch.samples[-1]
    return Outcome(state, stretch, base.values[0], shown.values[0], confirmed, note)


def _chain(
    members: Sequence[Sample], chain: tuple[Sample, ...]
) -> tuple[Truth, tuple[Sample, ...]]:
    """Follow a chain to its end: the best answer, and the samples that lead there soonest."""
    if len(chain) > YEARLY_STEPS:
        return Truth.MET, chain
    last = chain[-1]
    early, late = Window.of(last.on, YEARLY_FROM), Window.of(last.on, YEARLY_TO)
    found = [(Truth.UNKNOWN, chain)]
    for sample in members:
        apart = early.reached(sample.on) & late.holds(sample.on)
        if apart is Truth.NOT_MET:
            continue
        found = found if found[0][1] is not chain else []
        higher = every(last, sample, above)
        if Truth.UNKNOWN in (apart, higher):
            found.append((Truth.UNKNOWN, (*chain, sample)))
        elif higher is Truth.NOT_MET:
            found.append((Truth.NOT_MET, (*chain, sample)))
        else:
            found.append(_chain(members, (*chain, sample)))
    return max(found, key=lambda x: (x[0].value, -x[1][-1].on.last.toordinal()))
