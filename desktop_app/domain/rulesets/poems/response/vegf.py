"""Follow VEGF through a line, each specimen by itself: levels, and rises that last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criteria.poems.acute_illness import ill
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.rulesets.poems.response.base import (
    BASE,
    Standing,
    before,
    last_before,
    lowest_now,
    old,
    samples_of,
    standings,
    unplaced,
)
from desktop_app.domain.rulesets.poems.response.holding import (
    NE,
    Reading,
    Shown,
    axis_of,
    rows,
    settled,
)
from desktop_app.domain.rulesets.poems.response.vegf_values import (
    CODES,
    CONSENSUS,
    CR_V,
    EVALUABLE,
    LEVELS,
    MAYO,
    PD,
    PD_V,
    PLASMA,
    PUMCH,
    RULES,
    SERUM,
    by_mayo,
    code_of,
    levels_of,
    qualifies,
    raised,
)
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop_app.domain.conclusions import Criterion
    from desktop_app.domain.poems_conclusions import ResponseAxis
    from desktop_app.domain.policy import Policy
    from desktop_app.domain.rulesets.poems.response.base import Sample
    from desktop_app.domain.view import RecordView

UNIT = "pg/mL"
SPAN_DAYS = 28


@dataclass(slots=True)
class _Run:
    """Gather the consecutive samples of one series that count for progression.

    ``certain`` are those of every reading of what is open, ``possible`` those of any.
    """

    certain: tuple[PartialDate, ...] = ()
    possible: tuple[PartialDate, ...] = ()

    def add(self, on: PartialDate, counts: Truth, sick: Truth) -> None:
        """Take the next sample in; one drawn in illness neither counts nor breaks the run."""
        if sick is Truth.MET:
            return
        may_count, must_count = counts is not Truth.NOT_MET, counts is Truth.MET
        well = sick is Truth.NOT_MET
        if not must_count:
            self.certain = ()
        elif well:
            self.certain = (*self.certain, on)
        if may_count:
            self.possible = (*self.possible, on)
        elif well:
            self.possible = ()

    @property
    def state(self) -> Truth:
        """Tell whether the run makes a progression: two samples, from first to last 28 days."""
        if any((self.certain[-1].first - x.last).days >= SPAN_DAYS for x in self.certain[:-1]):
            return Truth.MET
        lasts = any(
            (self.possible[-1].last - x.first).days >= SPAN_DAYS for x in self.possible[:-1]
        )
        return Truth.UNKNOWN if lasts else Truth.NOT_MET


def vegf(view: RecordView, start: PartialDate, policy: Policy) -> ResponseAxis:
    """Give the axis of VEGF in the line that began on a day."""
    samples = [sample for code in CODES for sample in samples_of(view, code, UNIT)]
    found = sorted(standings(samples, start), key=_place)
    runs: dict[object, _Run] = {}
    by_day: dict[str, tuple[Standing, Reading]] = {}
    complete: dict[str, Truth] = {}
    for standing in found:
        code = code_of(standing.sample)
        run = runs.setdefault(standing.sample.series, _Run())
        after_cr = complete.get(code, Truth.NOT_MET)
        reading = _read(view, standing, run, policy, after_cr)
        complete[code] = after_cr | _reached(reading.possible)
        kept = by_day.get(standing.date.text)
        # The series with the greater say comes last; a progression has it before all.
        if kept is None or kept[1].possible != frozenset({PD_V}):
            by_day[standing.date.text] = standing, reading
    readings = [reading for _, reading in by_day.values()]
    last = next(reversed(by_day.values()), None)
    return axis_of(readings, LEVELS, _shown(view, last, samples, start, policy))


def _place(standing: Standing) -> tuple[object, ...]:
    on = standing.date
    return on.last, on.first, -CODES.index(code_of(standing.sample)), standing.sample.series


def _reached(possible: frozenset[str]) -> Truth:
    if CR_V not in possible:
        return Truth.NOT_MET
    return Truth.of(not possible - {CR_V} or None)


def _read(
    view: RecordView, standing: Standing, run: _Run, policy: Policy, after_cr: Truth
) -> Reading:
    on, sick = standing.date, ill(view, standing.date)
    counts = qualifies(view, standing, policy.poems_vegf_limit, after_cr)
    before = run.state
    run.add(on, counts, sick)
    worse = run.state
    levels = levels_of(view, standing, policy.poems_preset)
    notes: list[Note] = []
    waits = False
    if worse is Truth.MET:
        levels = frozenset({PD_V})
    elif worse is Truth.UNKNOWN:
        levels |= {PD_V}
    if before is Truth.MET and worse is Truth.NOT_MET:
        notes.append(Note("poems_vegf_not_sustained"))
    if sick is not Truth.NOT_MET and counts is not Truth.NOT_MET:
        notes.append(Note("poems_vegf_repeat_after_illness"))
    elif counts is Truth.MET and worse is not Truth.MET:
        waits = True
        notes.append(Note("poems_vegf_rise_confirm"))
    elif (
        after_cr is Truth.MET
        and counts is Truth.NOT_MET
        and raised(view, standing.sample) is Truth.MET
    ):
        notes.append(Note("poems_vegf_above_limit"))
    return Reading(on, levels, waits, notes=tuple(notes))


def _shown(
    view: RecordView,
    last: tuple[Standing, Reading] | None,
    samples: Sequence[Sample],
    start: PartialDate,
    policy: Policy,
) -> Shown:
    notes = tuple(Note("poems_day_not_placed", (("date", x),)) for x in unplaced(samples, start))
    if last is None:
        return Shown(baseline=last_before(samples, start), notes=notes)
    standing, reading = last
    base, sample, lowest = standing.base, standing.sample, lowest_now(standing)
    able = Truth.UNKNOWN if base is None else raised(view, base)
    reason = None
    if base is None:
        elsewhere = bool(before(samples, start))
        reason = Note("poems_other_series") if elsewhere else Note("poems_no_baseline")
    elif able is Truth.NOT_MET:
        reason = Note("poems_vegf_baseline_not_raised")
    if base is not None and old(base, start):
        notes += (Note("poems_baseline_old"),)
    return Shown(
        evaluable=able is Truth.MET,
        reason=reason,
        baseline=None if base is None else base.input,
        nadir=None if lowest is None else lowest.input,
        value=sample.input,
        presets=tuple(_presets(view, standing, reading, policy)),
        criteria=_criteria(standing, reading, able),
        notes=notes,
    )


def _presets(
    view: RecordView, standing: Standing, reading: Reading, policy: Policy
) -> Iterator[tuple[str, str]]:
    """Give what the other sets say of the last value, where they say one thing."""
    said: dict[str, frozenset[str]] = {}
    code = code_of(standing.sample)
    if code == SERUM and PD_V not in reading.possible:
        said = {
            x: levels_of(view, standing, x) for x in (CONSENSUS, PUMCH) if x != policy.poems_preset
        }
    elif code == PLASMA:
        said = {MAYO: by_mayo(view, standing)}
    for name, possible in said.items():
        level = settled(possible, LEVELS)
        if level != NE:
            yield name, level


def _criteria(standing: Standing, reading: Reading, able: Truth) -> tuple[Criterion, ...]:
    base = () if standing.base is None else standing.base.inputs
    now = standing.sample.inputs
    worse = Truth.of(None if PD_V in reading.possible else False)
    if reading.possible == frozenset({PD_V}):
        worse = Truth.MET
    return (
        BASE.answer(Truth.of(bool(base)), base),
        EVALUABLE.answer(able, base),
        *rows(RULES, reading.possible, (*base, *now)),
        PD.answer(worse, now),
    )
