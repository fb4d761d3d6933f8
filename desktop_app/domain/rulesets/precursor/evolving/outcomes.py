"""Compare the samples of a window with the baseline, and wait for the second (EVO-ENGINE)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criteria.light_chains import MIRROR
from desktop_app.domain.criterion import Cut, Op, compare
from desktop_app.domain.observed_series import Observed
from desktop_app.domain.rulesets.precursor.evolving.samples import (
    Followed,
    Sample,
    Stretch,
    Window,
    every,
)
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from desktop_app.domain.rulesets.precursor.evolving.samples import Judge

# "Unconfirmed" until a sample this many days later agrees: four weeks.
CONFIRMED_AFTER_DAYS = 28


@dataclass(frozen=True, slots=True)
class Outcome:
    """Hold what a definition says of one analyte, and the two values on which that rests."""

    state: Truth
    stretch: Stretch
    baseline: Observed | None = None
    value: Observed | None = None
    confirmed: bool = False
    note: Note | None = None

    @property
    def rank(self) -> tuple[int, bool]:
        """Order by answer, a confirmed yes highest."""
        return self.state.value, self.confirmed


if TYPE_CHECKING:
    Ask = Callable[[Stretch, Sample], Outcome | None]


def rises(percent: Cut) -> Judge:
    """Give the question whether a value has risen by a share of the baseline."""
    share = 100 + percent.at["%"]

    def judge(base: Observed, now: Observed) -> Truth:
        return compare(now.value, now.result.comparator, percent.op, base.value * share / 100)

    return judge


def moves(stretch: Stretch, distance: Cut, *, falling: bool = False) -> Judge:
    """Give the question whether a value has risen, or fallen, by a distance."""
    step = stretch.in_unit(distance.at.items())

    def judge(base: Observed, now: Observed) -> Truth:
        if step is None:
            return Truth.UNKNOWN
        comparator = now.result.comparator
        if falling:
            turned = MIRROR[comparator] if comparator else None
            return compare(base.value - now.value, turned, distance.op, step)
        return compare(now.value - base.value, comparator, distance.op, step)

    return judge


def above(one: Observed, other: Observed) -> Truth:
    """Tell whether a value is higher than another; unknown where that one is only bounded."""
    if one.censored:
        return Truth.UNKNOWN
    return compare(other.value, other.result.comparator, Op.GT, one.value)


def changed(
    stretch: Stretch,
    base: Sample,
    meets: Judge,
    window: Window | None = None,
    *,
    falling: bool = False,
) -> Outcome | None:
    """Judge every sample after the baseline inside a window: one that meets it is a yes.

    A no needs a sample that surely lies in the window, and none that may meet it. None where no
    sample follows the baseline at all.
    """
    later = stretch.later[base.on.text]
    if not later:
        return None
    near = [(x, surely & window.holds(x.on) if window else surely) for x, surely in later]
    answers = [(x, held, every(base, x, meets)) for x, held in near if held is not Truth.NOT_MET]
    met = [x for x, held, answer in answers if held is Truth.MET and answer is Truth.MET]
    if met:
        again = _again(met, [(x, every(base, x, meets)) for x, _ in later])
        return _outcome(Truth.MET, stretch, base, met[0], note=again)
    shown = _furthest([x for x, _, _ in answers], falling=falling) if answers else later[-1][0]
    note = _open([(held, answer) for _, held, answer in answers])
    return _outcome(Truth.UNKNOWN if note else Truth.NOT_MET, stretch, base, shown, note=note)


def _again(met: Iterable[Sample], later: Iterable[tuple[Sample, Truth]]) -> Note | None:
    """Say that no sample four weeks later or more agrees yet, inside the window or after it."""
    soonest = min(x.on.last for x in met)
    since = {answer for x, answer in later if (x.on.first - soonest).days >= CONFIRMED_AFTER_DAYS}
    if Truth.MET in since:
        return None
    return Note("evolving_not_agreed" if Truth.NOT_MET in since else "evolving_unconfirmed")


def _open(near: Sequence[tuple[Truth, Truth]]) -> Note | None:
    """Say why a window does not settle it: whether each sample lies in it, and whether it meets.

    None where a sample surely lies in it and none that may lie in it may meet.
    """
    if not near:
        return Note("evolving_no_value")
    undecided = [held for held, answer in near if answer is not Truth.NOT_MET]
    if not undecided:
        return None if any(held is Truth.MET for held, _ in near) else Note("evolving_date_open")
    return Note("evolving_date_open" if Truth.UNKNOWN in undecided else "evolving_value_open")


def _furthest(samples: Iterable[Sample], *, falling: bool) -> Sample:
    """Give the sample that comes nearest to the definition: if it does not meet it, none does."""
    nearest = min if falling else max
    return nearest(samples, key=lambda x: nearest(value.value for value in x.values))


def _outcome(
    state: Truth,
    stretch: Stretch,
    base: Sample,
    shown: Sample,
    *,
    note: Note | None = None,
) -> Outcome:
    confirmed = state is Truth.MET and note is None
    return Outcome(state, stretch, base.values[0], shown.values[0], confirmed, note)


def answered(followed: Followed | None, ask: Ask) -> Outcome | None:
    """Answer for the present laboratory and method; None where there is nothing to compare.

    After a change the answer is suspended until the new one has given two values, and then counts
    from the first of them. What another laboratory has confirmed stays.
    """
    if followed is None:
        return None
    current, *others = followed.stretches
    if followed.suspended:
        latest = current.samples[-1].values[-1]
        now: Outcome | None = Outcome(
            Truth.UNKNOWN, current, None, latest, note=Note("laboratory_changed")
        )
    else:
        now = _agreed(current, ask)
    if now is not None and now.rank == (Truth.MET.value, True):
        return now
    earlier = (_agreed(stretch, ask) for stretch in others)
    return next((x for x in earlier if x and x.state is Truth.MET and x.confirmed), now)


def followed_change(
    followed: Followed | None,
    question: Callable[[Stretch], Judge],
    months: int | None = None,
    *,
    falling: bool = False,
) -> Outcome | None:
    """Answer one question about every value since baseline, or within months of it."""

    def ask(stretch: Stretch, base: Sample) -> Outcome | None:
        window = None if months is None else Window.of(base.on, months)
        return changed(stretch, base, question(stretch), window, falling=falling)

    return answered(followed, ask)


def _agreed(stretch: Stretch, ask: Ask) -> Outcome | None:
    """Ask with every sample that may be the baseline: all must agree."""
    found = [ask(stretch, base) for base in stretch.baselines]
    outcomes = [outcome for outcome in found if outcome is not None]
    if not outcomes:
        return None
    least = min(outcomes, key=lambda x: x.rank)
    if len({outcome.state for outcome in outcomes}) > 1:
        return replace(least, state=Truth.UNKNOWN, confirmed=False, note=Note("values_disagree"))
    return least


def either(outcomes: Iterable[Outcome | None]) -> Outcome | None:
    """Combine with "or"; what was not measured is left out."""
    return max((x for x in outcomes if x is not None), key=lambda x: x.rank, default=None)


def gated(gate: Truth, outcome: Outcome | None) -> Outcome | None:
    """Combine a condition on the baseline with what a definition says, with "and"."""
    if outcome is None:
        return None
    state = gate & outcome.state
    if state is outcome.state:
        return outcome
    note = Note("evolving_value_open") if state is Truth.UNKNOWN else None
    return replace(outcome, state=state, confirmed=False, note=note)
