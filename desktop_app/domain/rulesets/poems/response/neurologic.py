"""Judge the nerves by the ONLS total, each mode by itself (RESP-POEMS-N)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Input, Note
from desktop_app.domain.criteria.spans import Span
from desktop_app.domain.criterion import Rule, input_of
from desktop_app.domain.rulesets.poems.response.base import (
    BASE,
    Sample,
    Standing,
    baseline_of,
    before,
    filled,
    lowest_now,
    old,
    standings,
    unplaced,
)
from desktop_app.domain.rulesets.poems.response.holding import NE, Levels, Reading, Shown, axis_of
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.partial_date import PartialDate
    from desktop_app.domain.poems_conclusions import ResponseAxis
    from desktop_app.domain.record import Result
    from desktop_app.domain.view import RecordView

NERVES = Rule("RESP-POEMS-N", "poems2025", "source-doc", ">= 1")
ARM, LEG, RANKIN = "onls_arm", "onls_leg", "modified_rankin"
TOTAL = "onls_total"
IMPROVED, STABLE, PROGRESSED = "improved", "stable", "progressed"
LEVELS = Levels("neurologic", (IMPROVED, STABLE), worse=PROGRESSED)


def totals(view: RecordView) -> tuple[Sample, ...]:
    """Give the totals of arm and leg of one day and mode; without both there is none."""
    arms, legs = view.results(ARM), view.results(LEG)
    pairs = [(arm, leg) for arm in arms for leg in legs if _same_visit(arm, leg)]
    modes = filled([arm.method or leg.method for arm, leg in pairs])
    return tuple(
        Sample(arm.date, (mode,), Span.exactly(arm.value + leg.value), results=(arm, leg))
        for (arm, leg), mode in zip(pairs, modes, strict=True)
        if arm.value is not None and leg.value is not None
    )


def _same_visit(arm: Result, leg: Result) -> bool:
    plain = arm.comparator is None and leg.comparator is None
    modes = {arm.method, leg.method} - {None}
    return plain and arm.date == leg.date and len(modes) < 2


def neurologic(view: RecordView, start: PartialDate) -> ResponseAxis:
    """Give the axis of the nerves in the line that began on a day; each day is judged anew."""
    samples = totals(view)
    found = tuple(standings(samples, start))
    readings = [Reading(x.date, frozenset({_level(x)}), notes=_notes(x)) for x in found]
    notes = tuple(Note("poems_day_not_placed", (("date", x),)) for x in unplaced(samples, start))
    if not found:
        incomplete = any(view.results(code) for code in (ARM, LEG))
        base = baseline_of(before(samples, start))
        reason = Note("poems_onls_incomplete") if incomplete and not samples else None
        return axis_of((), LEVELS, Shown(reason=reason, baseline=_total(base), notes=notes))
    last = found[-1]
    base, lowest = last.base, lowest_now(last)
    reason = None
    if base is None:
        elsewhere = bool(before(samples, start))
        reason = Note("poems_other_mode") if elsewhere else Note("poems_no_baseline")
    elif old(base, start):
        notes += (Note("poems_baseline_old"),)
    shown = (*last.sample.inputs, *map(input_of, view.latest(RANKIN)))
    base_inputs = () if base is None else base.inputs
    return axis_of(
        readings,
        LEVELS,
        Shown(
            evaluable=base is not None,
            reason=reason,
            baseline=_total(base),
            nadir=_total(lowest),
            value=_total(last.sample),
            criteria=(
                BASE.answer(Truth.of(base is not None), base_inputs),
                NERVES.answer(Truth.of(_level(last) == PROGRESSED), shown),
            ),
            notes=notes,
        ),
    )


def _level(standing: Standing) -> str:
    """Tell worse from the lowest of the line, else better or the same from baseline."""
    now, base, nadir = (
        None if span is None else span.number
        for span in (
            standing.sample.span,
            None if standing.base is None else standing.base.span,
            standing.nadir,
        )
    )
    assert now is not None
    if nadir is not None and now > nadir:
        return PROGRESSED
    if base is None:
        return NE
    return IMPROVED if now < base else STABLE


def _notes(standing: Standing) -> tuple[Note, ...]:
    return (Note("poems_ask_drug_neuropathy"),) if _level(standing) == PROGRESSED else ()


def _total(sample: Sample | None) -> Input | None:
    if sample is None or sample.span is None:
        return None
    return Input(TOTAL, sample.span.number, "{score}", sample.date.text)
