"""Score smouldering myeloma: Mayo 20/2/20, and the IMWG 2020 models, each kept apart."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal as D
from itertools import product
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Note, RiskFigure, Score
from desktop_app.domain.criteria.light_chains import involved_ratio
from desktop_app.domain.criteria.smm_factors import fish, m_above, mayo_2018
from desktop_app.domain.criterion import Op, Rule
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop_app.domain.criteria.evidence import Evidence


@dataclass(frozen=True, slots=True)
class _Bins:
    """Hold the bins of a part: the highest value and the points of each, and those beyond."""

    closed: tuple[tuple[D, int], ...]
    beyond: int


# The contract's names of the scores, in the order in which they are given.
MODELS = ("mayo_20_2_20", "imwg_2020_factors", "imwg_2020_points")
LAKSHMAN, MATEOS = "lakshman2018", "mateos2020"
MAYO_GROUPS = ("low", "intermediate", "high")
IMWG_GROUPS = ("low", "low_intermediate", "intermediate", "high")
# 20/2/20: two years and five in the derivation, two years in the IMWG cohort without FISH.
_MAYO_RISKS = (
    (24, (D("9.7"), D("26.3"), D("47.4")), LAKSHMAN),
    (60, (D("22.5"), D("46.7"), D("81.5")), LAKSHMAN),
    (24, (D(6), D(18), D(44)), MATEOS),
)
_COUNT_RISKS = ((24, (D(6), D(23), D(46), D(63)), MATEOS),)
_POINT_RISKS = ((24, (D("3.8"), D(26), D(51), D(73)), MATEOS),)
# SMM-IMWG2020-POINTS: (a, b] bins; the highest value of a bin and its points.
RATIO_BINS = _Bins(((D(10), 0), (D(25), 2), (D(40), 3)), beyond=5)
M_BINS = _Bins(((D("1.5"), 0), (D(3), 3)), beyond=4)
MARROW_BINS = _Bins(((D(15), 0), (D(20), 2), (D(30), 3), (D(40), 5)), beyond=6)
FISH_POINTS = 2
POINT_GROUP_ENDS = (4, 8, 12)
POINT_RULES = tuple(
    Rule(f"SMM-IMWG2020-POINTS-{part}", MATEOS, "secondary", words)
    for part, words in (
        ("FLC", "<= 10: 0, <= 25: 2, <= 40: 3, > 40: 5"),
        ("M", "<= 1.5 g/dL: 0, <= 3: 3, > 3: 4"),
        ("PC", "<= 15 %: 0, <= 20: 2, <= 30: 3, <= 40: 5, > 40: 6"),
        ("FISH", "present: 2"),
    )
)
_Risks = tuple[tuple[int, tuple[D, ...], str], ...]


def smm_scores(
    evidence: Evidence, myeloma: Truth, category: str | None
) -> tuple[Score, Score, Score]:
    """Score Mayo 20/2/20, the IMWG 2020 count and the IMWG 2020 points.

    Args:
        evidence: the criteria of the record.
        myeloma: whether MM-DX is met.
        category: the category if confirmed or presumed; without smouldering myeloma the scores
            carry the reason "valid only if SMM is confirmed".
    """
    reason = _not_applicable(evidence, myeloma)
    factors = mayo_2018(evidence)
    cytogenetics = fish(evidence)
    if reason is not None:
        none = Score(applicable=False, reason=reason)
        return none, none, none
    valid = _validity(evidence, category)
    return (
        _counted(factors, MAYO_GROUPS, 2, _MAYO_RISKS, valid),
        _counted((*factors, cytogenetics), IMWG_GROUPS, 3, _COUNT_RISKS, valid),
        _points(evidence, cytogenetics, valid),
    )


def _not_applicable(evidence: Evidence, myeloma: Truth) -> Note | None:
    if evidence.circulating.state is Truth.MET:
        return Note("risk_not_with_circulating_cells")
    if evidence.crab_open is Truth.MET:
        return Note("risk_not_with_crab_value")
    arms = (evidence.m_protein.state, evidence.urine.state, evidence.marrow.ten)
    igm = evidence.chains.clone.heavy == {"IgM"}
    if Truth.MET not in arms or myeloma is Truth.MET or igm:
        return Note("risk_only_for_smm")
    return None if evidence.marrow.results else Note("risk_needs_marrow")


def _validity(evidence: Evidence, category: str | None) -> Note | None:
    if category not in ("smm", "smm_light_chain"):
        return Note("valid_only_if_smm")
    heavy = evidence.chains.clone.heavy
    return None if heavy or evidence.chains.clone.serum is None else Note("smm_light_chain_caveat")


def _counted(
    members: tuple[Criterion, ...],
    groups: tuple[str, ...],
    most: int,
    risks: _Risks,
    reason: Note | None,
) -> Score:
    """Count the factors that are met; ``most`` or more of them are the highest group."""
    low = sum(member.state is Truth.MET for member in members)
    high = low + sum(member.state is Truth.UNKNOWN for member in members)
    places = range(min(low, most), min(high, most) + 1)
    return _score((low, high), groups, places, risks, members, reason)


def _points(evidence: Evidence, cytogenetics: Criterion, reason: Note | None) -> Score:
    """Add the points of each part; a part that is not settled keeps every bin it may fall into."""
    parts = (
        _allowed(
            RATIO_BINS,
            lambda cut: involved_ratio(evidence.view, evidence.chains, Op.GT, cut).truth,
        ),
        _allowed(M_BINS, lambda cut: m_above(evidence, cut).truth),
        _allowed(MARROW_BINS, evidence.marrow.above),
        _fish_points(cytogenetics.state),
    )
    totals = sorted({sum(points) for points in product(*parts)})
    places = sorted({_place(total) for total in totals})
    inputs = (*(x.inputs for x in _reordered(mayo_2018(evidence))), cytogenetics.inputs)
    members = tuple(
        rule.answer(_weight(points), seen, Note("points", (("points", _span(points)),)))
        for rule, points, seen in zip(POINT_RULES, parts, inputs, strict=True)
    )
    return _score((totals[0], totals[-1]), IMWG_GROUPS, places, _POINT_RISKS, members, reason)


def _reordered(factors: tuple[Criterion, Criterion, Criterion]) -> tuple[Criterion, ...]:
    marrow, m, ratio = factors
    return ratio, m, marrow


def _allowed(bins: _Bins, above: Callable[[D], Truth]) -> tuple[int, ...]:
    """Give the points of every bin in which the value may lie."""
    points: list[int] = []
    for end, worth in bins.closed:
        inside = ~above(end)
        if inside is not Truth.NOT_MET:
            points.append(worth)
        if inside is Truth.MET:
            return tuple(points)
    return (*points, bins.beyond)


def _fish_points(state: Truth) -> tuple[int, ...]:
    return {
        Truth.MET: (FISH_POINTS,),
        Truth.NOT_MET: (0,),
        Truth.UNKNOWN: (0, FISH_POINTS),
    }[state]


def _weight(points: tuple[int, ...]) -> Truth:
    return Truth.of(points[0] > 0) if len(points) == 1 else Truth.UNKNOWN


def _span(points: tuple[int, ...]) -> str:
    return str(points[0]) if len(points) == 1 else f"{points[0]}–{points[-1]}"


def _place(total: int) -> int:
    return sum(total > end for end in POINT_GROUP_ENDS)


def _score(
    span: tuple[int, int],
    groups: tuple[str, ...],
    places: Iterable[int],
    risks: _Risks,
    members: tuple[Criterion, ...],
    reason: Note | None,
) -> Score:
    possible = tuple(places)
    return Score(
        applicable=True,
        reason=reason,
        score=span[0] if span[0] == span[1] else None,
        score_range=span,
        group=groups[possible[0]] if len(possible) == 1 else None,
        possible_groups=tuple(groups[place] for place in possible),
        risks=tuple(
            RiskFigure(months, percents[place], "progression", False, source, groups[place])
            for place in possible
            for months, percents, source in risks
        ),
        criteria=members,
    )
