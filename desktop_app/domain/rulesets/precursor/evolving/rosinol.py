"""Name the pattern of EVO-ROSINOL where the values plainly show one, and nothing else."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criterion import Rule
from desktop_app.domain.partial_date import add_months
from desktop_app.domain.rulesets.precursor.evolving.outcomes import Outcome, above, answered
from desktop_app.domain.rulesets.precursor.evolving.samples import Sample, Stretch, every
from desktop_app.domain.trend import Significance, as_point, significance
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.observed_series import Observed
    from desktop_app.domain.rulesets.precursor.evolving.outcomes import Ask
    from desktop_app.domain.rulesets.precursor.evolving.series import Series

ROSINOL = Rule(
    "EVO-ROSINOL", "rosinol2003", "unverified", "progressive rise, not stable and then abrupt"
)

# It has no numbers; a pattern is only named from this many values over this many months.
PATTERN_VALUES, PATTERN_MONTHS = 4, 12


def rosinol(series: Series) -> Outcome | None:
    """Name the pattern of EVO-ROSINOL where the values plainly show one, else unknown."""
    return answered(series.m, _rosinol(series))


def _rosinol(series: Series) -> Ask:
    def verdict(base: Observed, now: Observed) -> Significance | None:
        return significance(
            now.result.code,
            as_point(base),
            as_point(now),
            policy=series.policy,
            laboratory=now.lab,
        )

    def risen(base: Observed, now: Observed) -> Truth:
        higher = above(base, now) is Truth.MET
        return Truth.of(higher and verdict(base, now) is Significance.BEYOND_NOISE)

    def steady(base: Observed, now: Observed) -> Truth:
        return Truth.of(verdict(base, now) is Significance.WITHIN_NOISE)

    def ask(stretch: Stretch, base: Sample) -> Outcome | None:
        members = stretch.samples[stretch.samples.index(base) :]
        long_after = add_months(base.on.last, PATTERN_MONTHS)
        for count in range(PATTERN_VALUES, len(members) + 1):
            *before, last = members[:count]
            if last.on.first < long_after or every(base, last, risen) is not Truth.MET:
                continue
            if all(every(*pair, above) is Truth.MET for pair in pairwise(members[:count])):
                return _pattern(stretch, base, last, Truth.MET, Note("rosinol_progressive"))
            if all(every(base, x, steady) is Truth.MET for x in before):
                return _pattern(stretch, base, last, Truth.NOT_MET, Note("rosinol_abrupt"))
        if len(members) == 1:
            return None
        return _pattern(stretch, base, members[-1], Truth.UNKNOWN, Note("rosinol_open"))

    return ask


def _pattern(stretch: Stretch, base: Sample, last: Sample, state: Truth, note: Note) -> Outcome:
    return Outcome(state, stretch, base.values[0], last.values[0], note=note)
