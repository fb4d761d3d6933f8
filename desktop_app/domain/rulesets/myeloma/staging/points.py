"""Add the points of a system, in halves, from the least to the most that is possible."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from desktop_app.domain.conclusions import Criterion, Input, Note
from desktop_app.domain.criterion import Rule
from desktop_app.domain.rulesets.myeloma.staging.figures import STAGES
from desktop_app.domain.truth import Truth


@dataclass(frozen=True, slots=True)
class Part:
    """Hold a rule with every number of half-points that it may give."""

    rule: Rule
    halves: frozenset[int]
    inputs: tuple[Input, ...] = ()

    @property
    def criterion(self) -> Criterion:
        """Put the part into the trace: yes where it gives points."""
        least, most = min(self.halves), max(self.halves)
        maybe = Truth.UNKNOWN if most else Truth.NOT_MET
        span = in_points(least) if least == most else f"{in_points(least)}–{in_points(most)}"
        state = Truth.MET if least else maybe
        return self.rule.answer(state, self.inputs, Note("points", (("points", str(span)),)))


def in_points(halves: int) -> Decimal:
    """Turn half-points into points."""
    return Decimal(halves) / 2


def weight(state: Truth, halves: int) -> frozenset[int]:
    """Give the half-points of a yes-or-no part."""
    known = {Truth.MET: {halves}, Truth.NOT_MET: {0}, Truth.UNKNOWN: {0, halves}}
    return frozenset(known[state])


def weights(possible: tuple[str, ...], table: Mapping[str, int]) -> frozenset[int]:
    """Give the half-points of a part with several places."""
    return frozenset(table.get(name, 0) for name in possible)


def total(parts: tuple[Part, ...]) -> tuple[int, int]:
    """Add up the least and the most half-points."""
    return sum(min(x.halves) for x in parts), sum(max(x.halves) for x in parts)


def groups(span: tuple[int, int], starts: tuple[int, ...]) -> tuple[str, ...]:
    """Give the groups in a range; ``starts`` are the half-points at which each later one begins."""
    low, high = (sum(reached >= start for start in starts) for reached in span)
    return STAGES[low : high + 1]
