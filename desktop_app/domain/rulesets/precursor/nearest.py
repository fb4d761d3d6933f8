"""Find the single values that would move a leading model to another group, the closest first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import NearestChange
from desktop_app.domain.criteria import light_chains, mayo_factors, smm_factors
from desktop_app.domain.criteria.light_chains import Edge
from desktop_app.domain.criteria.measures import Kind, Measure, back, measured
from desktop_app.domain.criteria.score_model import counted
from desktop_app.domain.criteria.score_tables import (
    IMWG_GROUPS,
    MAYO_GROUPS,
    MGUS_GROUPS,
    MGUS_MODEL,
    SMM_MODELS,
    places,
)
from desktop_app.domain.criteria.smm_points import (
    M_BINS,
    MARROW_BINS,
    RATIO_BINS,
    Bins,
    parts,
    point_places,
    totals,
)
from desktop_app.domain.criterion import Op
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from desktop_app.domain.conclusions import Score
    from desktop_app.domain.criteria.evidence import Evidence

    _Known = Mapping[Kind, Measure | None]

_COUNTED: Mapping[str, tuple[str, ...]] = {
    MGUS_MODEL: MGUS_GROUPS,
    SMM_MODELS[0]: MAYO_GROUPS,
    SMM_MODELS[1]: IMWG_GROUPS,
}
# What each factor measures, and the edges beyond which it is met. Class and FISH are no values.
_FACTORS: Mapping[str, tuple[Kind, tuple[Edge, ...]]] = {
    mayo_factors.M_RULE.id: (
        Kind.SERUM_M,
        ((mayo_factors.M_CUT.op, mayo_factors.M_CUT.at["g/dL"]),),
    ),
    mayo_factors.RATIO_RULE.id: (
        Kind.RATIO,
        ((Op.LT, light_chains.RATIO_LOW), (Op.GT, light_chains.RATIO_HIGH)),
    ),
    smm_factors.MARROW_RULE.id: (Kind.MARROW, ((Op.GT, smm_factors.MARROW_CUT),)),
    smm_factors.M_RULE.id: (Kind.SERUM_M, ((Op.GT, smm_factors.M_CUT),)),
    smm_factors.RATIO_RULE.id: (Kind.INVOLVED, ((Op.GT, smm_factors.RATIO_CUT),)),
}
_PARTS: tuple[tuple[Kind, Bins], ...] = (
    (Kind.INVOLVED, RATIO_BINS),
    (Kind.SERUM_M, M_BINS),
    (Kind.MARROW, MARROW_BINS),
)


@dataclass(frozen=True, slots=True)
class _Step:
    """Hold one value that crosses one edge, and the group in which the model is then."""

    criterion: str
    measure: Measure
    edge: Edge
    to_group: str

    @property
    def distance(self) -> Decimal:
        """Give the change needed in percent of the value now."""
        return self.measure.distance(self.edge)


def nearest(evidence: Evidence, scores: tuple[tuple[str, Score], ...]) -> tuple[NearestChange, ...]:
    """Give every single value that would move a model out of its settled group, up or down.

    Sorted by the change needed in percent of the value now; a value of zero, from which no
    percent leads away, comes last.

    Args:
        evidence: the criteria of the record.
        scores: the leading models by the contract's name.
    """
    settled = [each for each in scores if each[1].applicable and each[1].group is not None]
    known = {kind: measured(kind, evidence) for kind in Kind} if settled else {}
    found = [
        (name, step) for name, score in settled for step in _steps(name, score, evidence, known)
    ]
    found.sort(key=lambda each: each[1].distance)
    return tuple(_change(name, step) for name, step in found)


def _change(model: str, step: _Step) -> NearestChange:
    measure, distance = step.measure, step.distance
    return NearestChange(
        model,
        step.criterion,
        measure.code,
        step.to_group,
        measure.shown(),
        measure.threshold(step.edge),
        None if distance.is_infinite() else round(distance, 1),
    )


def _steps(name: str, score: Score, evidence: Evidence, known: _Known) -> Iterator[_Step]:
    if name in _COUNTED:
        return _counted_steps(score, _COUNTED[name], known)
    return _point_steps(score, evidence, known)


def _counted_steps(score: Score, groups: tuple[str, ...], known: _Known) -> Iterator[_Step]:
    for place, member in enumerate(score.criteria):
        if member.id not in _FACTORS:
            continue
        kind, edges = _FACTORS[member.id]
        measure = known[kind]
        if measure is None:
            continue
        for edge, then in _crossings(measure, edges, member.state):
            changed = list(score.criteria)
            changed[place] = replace(member, state=then)
            possible = [groups[x] for x in places(*counted(changed), groups)]
            if len(possible) == 1 and possible[0] != score.group:
                yield _Step(member.id, measure, edge, possible[0])


def _crossings(measure: Measure, edges: tuple[Edge, ...], state: Truth) -> list[tuple[Edge, Truth]]:
    """Give the edges that lead to the other answer; none where another value than this decides."""
    beyond = [edge for edge in edges if measure.meets(edge)]
    if Truth.of(bool(beyond)) is not state:
        return []
    if beyond:
        return [(back(edge), Truth.NOT_MET) for edge in beyond]
    return [(edge, Truth.MET) for edge in edges]


def _point_steps(score: Score, evidence: Evidence, known: _Known) -> Iterator[_Step]:
    points = parts(evidence, score.criteria[-1].state)
    for place, (kind, bins) in enumerate(_PARTS):
        measure = known[kind]
        if measure is None or points[place] != (_worth(bins, _bin_of(measure, bins)),):
            continue
        for ladder in _ladders(measure, bins):
            for edge, worth in ladder:
                changed = (*points[:place], (worth,), *points[place + 1 :])
                possible = [IMWG_GROUPS[x] for x in point_places(totals(changed))]
                if len(possible) == 1 and possible[0] != score.group:
                    yield _Step(score.criteria[place].id, measure, edge, possible[0])
                    break  # the nearest bin of this direction that leads elsewhere


def _bin_of(measure: Measure, bins: Bins) -> int:
    return sum(measure.meets((Op.GT, end)) for end, _ in bins.closed)


def _worth(bins: Bins, place: int) -> int:
    return bins.closed[place][1] if place < len(bins.closed) else bins.beyond


def _ladders(measure: Measure, bins: Bins) -> tuple[list[tuple[Edge, int]], ...]:
    """Give the edges upwards, then downwards, each from the nearest on, with the points beyond."""
    here, last = _bin_of(measure, bins), len(bins.closed)
    upwards = [
        ((Op.GT, bins.closed[place][0]), _worth(bins, place + 1)) for place in range(here, last)
    ]
    downwards = [
        ((Op.LE, bins.closed[place][0]), _worth(bins, place)) for place in reversed(range(here))
    ]
    return upwards, downwards
