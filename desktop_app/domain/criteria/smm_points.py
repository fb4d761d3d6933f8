"""Hold the bins of the IMWG 2020 point score and say which points a record allows."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal as D
from itertools import product
from typing import TYPE_CHECKING

from desktop_app.domain.criteria.light_chains import involved_ratio
from desktop_app.domain.criteria.smm_factors import m_above
from desktop_app.domain.criterion import Op
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop_app.domain.criteria.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Bins:
    """Hold the bins of a part: the highest value and the points of each, and those beyond."""

    closed: tuple[tuple[D, int], ...]
    beyond: int


# SMM-IMWG2020-POINTS: (a, b] bins; the highest value of a bin and its points.
RATIO_BINS = Bins(((D(10), 0), (D(25), 2), (D(40), 3)), beyond=5)
M_BINS = Bins(((D("1.5"), 0), (D(3), 3)), beyond=4)
MARROW_BINS = Bins(((D(15), 0), (D(20), 2), (D(30), 3), (D(40), 5)), beyond=6)
FISH_POINTS = 2
POINT_GROUP_ENDS = (4, 8, 12)
Points = tuple[int, ...]


def parts(evidence: Evidence, cytogenetics: Truth) -> tuple[Points, Points, Points, Points]:
    """Give the points that light chains, M-protein, marrow and FISH allow, the least first.

    FISH that was not tested may give its points or none (MISS-FISH).
    """
    view, chains = evidence.view, evidence.chains
    return (
        allowed(RATIO_BINS, lambda cut: involved_ratio(view, chains, Op.GT, cut).truth),
        allowed(M_BINS, lambda cut: m_above(evidence, cut).truth),
        allowed(MARROW_BINS, evidence.marrow.above),
        _fish_points(cytogenetics),
    )


def allowed(bins: Bins, above: Callable[[D], Truth]) -> Points:
    """Give the points of every bin in which the value may lie."""
    points: list[int] = []
    for end, worth in bins.closed:
        inside = ~above(end)
        if inside is not Truth.NOT_MET:
            points.append(worth)
        if inside is Truth.MET:
            return tuple(points)
    return (*points, bins.beyond)


def totals(points: Iterable[Points]) -> tuple[int, ...]:
    """Give every total that the parts allow, the least first."""
    return tuple(sorted({sum(chosen) for chosen in product(*points)}))


def point_places(sums: Iterable[int]) -> tuple[int, ...]:
    """Give the places among the groups in which totals lie, the least first."""
    return tuple(sorted({sum(total > end for end in POINT_GROUP_ENDS) for total in sums}))


def _fish_points(state: Truth) -> Points:
    return {
        Truth.MET: (FISH_POINTS,),
        Truth.NOT_MET: (0,),
        Truth.UNKNOWN: (0, FISH_POINTS),
    }[state]
