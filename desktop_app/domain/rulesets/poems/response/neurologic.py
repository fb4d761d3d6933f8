"""Judge the nerves by the ONLS total, each mode by itself (RESP-POEMS-N)."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Input, Note
from desktop_app.domain.criteria.spans import Span, hull, span_of
from desktop_app.domain.criterion import Op, Rule, input_of
from desktop_app.domain.record import Result
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
    from collections.abc import Sequence
    from datetime import date

    from desktop_app.domain.partial_date import PartialDate
    from desktop_app.domain.poems_conclusions import ResponseAxis
    from desktop_app.domain.view import RecordView

NERVES = Rule("RESP-POEMS-N", "poems2025", "source-doc", ">= 1")
ARM, LEG, RANKIN = "onls_arm", "onls_leg", "modified_rankin"
TOTAL = "onls_total"
IMPROVED, STABLE, PROGRESSED = "improved", "stable", "progressed"
NONE = D(0)
# Arm and leg of one visit, or the total alone.
Visit = tuple[Result, ...]
LEVELS = Levels("neurologic", (IMPROVED, STABLE), worse=PROGRESSED)


def totals(view: RecordView) -> tuple[Sample, ...]:
    """Give the totals of each day and mode: of arm and leg, or as recorded; without both none."""
    arms, legs = view.results(ARM), view.results(LEG)
    visits: list[Visit] = [(arm, leg) for arm in arms for leg in legs if _same_visit(arm, leg)]
    visits += [(total,) for total in view.results(TOTAL) if total.value is not None]
    visits.sort(key=_place)
    modes = filled([next((x.method for x in visit if x.method), None) for visit in visits])
    by_day: dict[tuple[str, str], list[Visit]] = {}
    for visit, mode in zip(visits, modes, strict=True):
        by_day.setdefault((visit[0].date.text, mode), []).append(visit)
    return tuple(_sample(mode, found) for (_, mode), found in by_day.items())


def _same_visit(arm: Result, leg: Result) -> bool:
    plain = all(x.value is not None and x.comparator is None for x in (arm, leg))
    modes = {arm.method, leg.method} - {None}
    return plain and arm.date == leg.date and len(modes) < 2


def _place(visit: Visit) -> tuple[date, date]:
    return visit[0].date.last, visit[0].date.first


def _sample(mode: str, visits: Sequence[Visit]) -> Sample:
    """Put the totals of a day together: where two differ, any of them may be the one."""
    spans = [_sum(visit) for visit in visits]
    results = dict.fromkeys(x for visit in visits for x in visit)
    return Sample(visits[0][0].date, (mode,), hull(spans), results=tuple(results))


def _sum(visit: Visit) -> Span:
    first, *others = (span_of(x, 0) for x in visit)
    assert first is not None
    return first if not others else Span.exactly(sum((x.value or NONE for x in visit), NONE))


def neurologic(view: RecordView, start: PartialDate) -> ResponseAxis:
    """Give the axis of the nerves in the line that began on a day; each day is judged anew."""
    samples = totals(view)
    found = tuple(standings(samples, start))
    readings = [Reading(x.date, _levels(x), notes=_notes(x)) for x in found]
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
                NERVES.answer(_worse(_levels(last)), shown),
            ),
            notes=notes,
        ),
    )


def _levels(standing: Standing) -> frozenset[str]:
    """Tell worse from the lowest of the line, else better or the same from baseline."""
    now = standing.sample.span
    base = None if standing.base is None else standing.base.span
    worse = Truth.NOT_MET
    if now is not None and standing.nadir is not None:
        worse = now.minus(standing.nadir).stands(Op.GT, NONE)
    if worse is Truth.MET:
        return frozenset({PROGRESSED})
    found = {NE} if now is None or base is None else _against(now, base)
    return frozenset(found if worse is Truth.NOT_MET else {*found, PROGRESSED})


def _worse(possible: frozenset[str]) -> Truth:
    if PROGRESSED not in possible:
        return Truth.NOT_MET
    return Truth.of(not possible - {PROGRESSED} or None)


def _against(now: Span, base: Span) -> set[str]:
    better = base.minus(now).stands(Op.GT, NONE)
    if better is Truth.UNKNOWN:
        return {IMPROVED, STABLE}
    return {IMPROVED if better is Truth.MET else STABLE}


def _notes(standing: Standing) -> tuple[Note, ...]:
    worse = _levels(standing) == {PROGRESSED}
    return (Note("poems_ask_drug_neuropathy"),) if worse else ()


def _total(sample: Sample | None) -> Input | None:
    if sample is None or sample.span is None:
        return None
    return Input(TOTAL, sample.span.number, "{score}", sample.date.text)
