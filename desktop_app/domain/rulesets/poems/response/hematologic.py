"""Give the axis of blood: levels day by day, and a progression that was repeated."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Input, Note
from desktop_app.domain.criterion import Op
from desktop_app.domain.rulesets.poems.response.bands import IFE, SERUM_BANDS, Bands
from desktop_app.domain.rulesets.poems.response.base import (
    BASE,
    Standing,
    last_before,
    lowest_now,
    old,
    unplaced,
)
from desktop_app.domain.rulesets.poems.response.blood_days import (
    BloodDay,
    BloodLine,
    blood_line,
)
from desktop_app.domain.rulesets.poems.response.blood_levels import (
    HALVED,
    LEVELS,
    MIDDLE,
    NR_H,
    PD,
    PD_H,
    RULES,
    VGPR_LEAST,
    at_edge,
    base_span,
    by_mayo,
    complete,
    fall,
    levels_of,
    risen,
    size,
)
from desktop_app.domain.rulesets.poems.response.holding import (
    NE,
    Reading,
    Shown,
    axis_of,
    rows,
    settled,
)
from desktop_app.domain.truth import Truth, any_true

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.conclusions import Criterion
    from desktop_app.domain.partial_date import PartialDate
    from desktop_app.domain.poems_conclusions import ResponseAxis
    from desktop_app.domain.view import RecordView

MAYO = "mayo"
AMOUNT, EITHER = "amount", "either fluid"
# What is repeated: an amount in its series, or a band in a fluid.
Kind = tuple[str, tuple[str, ...] | None]


@dataclass(slots=True)
class _Repeats:
    """Remember what the last sample of each kind said: progression takes two in a row."""

    last: dict[Kind, Truth] = field(default_factory=dict)

    def add(self, kind: Kind, counts: Truth) -> Truth:
        """Take a sample in, and tell whether it repeats the one before it."""
        again = self.last.get(kind, Truth.NOT_MET) & counts
        if kind == (AMOUNT, None):
            # Without a band the amount is 0 in every laboratory.
            self.last = {x: said for x, said in self.last.items() if x[0] != AMOUNT}
        self.last[kind] = counts
        return again


def hematologic(view: RecordView, start: PartialDate) -> ResponseAxis:
    """Give the axis of blood in the line that began on a day."""
    line = blood_line(view, start)
    repeats = _Repeats()
    readings: list[Reading] = []
    reached = Truth.NOT_MET
    for day in line.days:
        readings.append(_read(line, day, repeats, reached))
        reached |= _reached(line, day)
    return axis_of(readings, LEVELS, _shown(line, start, readings))


def _reached(line: BloodLine, day: BloodDay) -> Truth:
    """Tell whether a day is a CRH, one that waits for marrow with it; an M-protein of 0 tells
    nothing by itself."""
    if pending(line, day):
        return Truth.MET
    return complete(line, day) if day.serum_positive is Truth.NOT_MET else Truth.NOT_MET


def pending(line: BloodLine, day: BloodDay) -> bool:
    """Tell whether only the marrow is missing for a CRH."""
    cleared = day.cleared is Truth.MET and line.positive is Truth.MET
    return cleared and complete(line, day) is Truth.UNKNOWN


def _read(line: BloodLine, day: BloodDay, repeats: _Repeats, after_cr: Truth) -> Reading:
    said = dict(_counting(day, after_cr))
    again = any_true(repeats.add(kind, counts) for kind, counts in said.items())
    possible = levels_of(line, day, Op.LT)
    if again is Truth.MET:
        possible = frozenset({PD_H})
    elif again is Truth.UNKNOWN:
        possible |= {PD_H}
    waits = Truth.MET in said.values() and again is not Truth.MET
    wanting = pending(line, day) and again is not Truth.MET
    return Reading(
        day.date,
        possible,
        waits,
        wanting,
        at_edge(line, day),
        tuple(_notes(line, day, possible, waits=waits, wanting=wanting)),
    )


def _counting(day: BloodDay, after_cr: Truth) -> Iterator[tuple[Kind, Truth]]:
    """Give what each sample of the very day says of progression; what is open is left out."""
    on = day.date.text
    m = day.m if day.m is not None and day.m.date.text == on else None
    if m is not None and m.sample.span is not None:
        nadir = m.nadir
        rose = Truth.NOT_MET if nadir is None else risen(m.sample.span, nadir, Op.GT)
        yield (AMOUNT, m.sample.series), rose
    seen = dict(_seen(day, m))
    for code, own in seen.items():
        yield (code, None), own & after_cr
    if seen:
        # Back in serum on one day and in urine on the next is back on both.
        yield (EITHER, None), any_true(seen.values()) & after_cr


def _seen(day: BloodDay, m: Standing | None) -> Iterator[tuple[str, Truth]]:
    """Tell of each fluid that was tested on the very day whether the clone's band is in it."""
    for bands in (day.serum, day.urine):
        if bands is not None and bands.date == day.date and bands.own is not Truth.UNKNOWN:
            yield bands.code, bands.own
    if day.serum is None and m is not None and day.serum_positive is Truth.MET:
        yield SERUM_BANDS, Truth.MET


def _notes(
    line: BloodLine, day: BloodDay, possible: frozenset[str], *, waits: bool, wanting: bool
) -> Iterator[Note]:
    if waits:
        yield Note("poems_m_rise_confirm")
    if wanting:
        yield Note("poems_cr_pending_marrow")
    base = base_span(line, day)
    halved = size(base) == (MIDDLE,) and fall(day.amount, base, Op.LT) == (HALVED,)
    if halved and possible == frozenset({NR_H}):
        yield Note("poems_pr_not_assessable")
    for bands in (day.serum, day.urine):
        if bands is not None and bands.drug:
            yield Note("poems_antibody_band_ignored")
        if bands is not None and bands.hidden:
            yield Note("poems_antibody_band_open")
        if bands is not None and bands.other:
            seen = ", ".join(sorted(bands.seen))
            yield Note("poems_new_band_review", (("bands", seen),))


def _shown(line: BloodLine, start: PartialDate, readings: list[Reading]) -> Shown:
    days = unplaced(line.measured, start)
    notes = tuple(Note("poems_day_not_placed", (("date", x),)) for x in days)
    if not line.days:
        return Shown(baseline=last_before(line.amounts, start), notes=notes)
    day, reading = line.days[-1], readings[-1]
    m = day.m
    base = None if m is None else m.base
    reason = None
    if line.positive is Truth.NOT_MET and NE in reading.possible:
        reason = Note("poems_no_band_at_baseline")
    elif line.positive is Truth.UNKNOWN and base is None:
        reason = Note("poems_no_baseline")
    if base is not None and old(base, start):
        notes += (Note("poems_baseline_old"),)
    span = base_span(line, day)
    if span is not None and span.stands(Op.LT, VGPR_LEAST) is Truth.MET:
        notes += (Note("poems_small_rises_not_measurable"),)
    lowest = None if m is None else lowest_now(m)
    level = settled(by_mayo(line, day), LEVELS)
    return Shown(
        evaluable=reason is None,
        reason=reason,
        baseline=None if base is None else base.input,
        nadir=None if lowest is None else lowest.input,
        value=None if m is None else m.sample.input,
        presets=() if level == NE else ((MAYO, level),),
        criteria=_criteria(line, day, reading),
        notes=notes,
    )


def _criteria(line: BloodLine, day: BloodDay, reading: Reading) -> tuple[Criterion, ...]:
    base = () if day.m is None or day.m.base is None else day.m.base.inputs
    bands = [x for x in (day.serum, day.urine) if x is not None]
    now = () if day.m is None else day.m.sample.inputs
    shown = (*now, *map(_input, bands))
    worse = Truth.of(None if PD_H in reading.possible else False)
    if reading.possible == frozenset({PD_H}):
        worse = Truth.MET
    antibody = Truth.of(any(x.drug or x.hidden for x in bands))
    return (
        BASE.answer(Truth.of(bool(base) or line.positive.known), base),
        *rows(RULES, reading.possible, (*base, *shown)),
        PD.answer(worse, shown),
        IFE.answer(antibody, map(_input, bands)),
    )


def _input(bands: Bands) -> Input:
    return Input(bands.code, tuple(sorted(bands.seen)), None, bands.date.text)
