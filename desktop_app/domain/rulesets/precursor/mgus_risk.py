"""Score the risk of MGUS by the Mayo model, with and without competing death (rajkumar2005)."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note, RiskFigure, Score
from desktop_app.domain.criteria.mayo_factors import SOURCE, factors
from desktop_app.domain.truth import Truth, at_least

if TYPE_CHECKING:
    from desktop_app.domain.criteria.evidence import Evidence

GROUPS = ("low", "low_intermediate", "high_intermediate", "high")
HORIZON_MONTHS = 240
# 20-year risk of progression by number of factors: death ignored, death competing.
_IGNORED = (D(5), D(21), D(37), D(58))
_COMPETING = (D(2), D(10), D(18), D(27))


def mayo_mgus(evidence: Evidence, possible: tuple[str, ...], category: str | None) -> Score:
    """Score the Mayo model, as a range where factors are missing.

    Args:
        evidence: the criteria of the record.
        possible: the categories that are possible.
        category: the category if confirmed or presumed; without one the score carries the reason
            "valid only if MGUS is confirmed".
    """
    members = factors(evidence)
    reason = _not_applicable(evidence, possible)
    if reason is not None:
        return Score(applicable=False, reason=reason, criteria=members)
    states = [member.state for member in members]
    low = sum(state is Truth.MET for state in states)
    high = low + sum(state is Truth.UNKNOWN for state in states)
    scores = [n for n in range(low, high + 1) if _reachable(states, n)]
    settled = low == high
    mgus = category in ("mgus_non_igm", "mgus_igm")
    return Score(
        applicable=True,
        reason=None if mgus else Note("valid_only_if_mgus"),
        score=low if settled else None,
        score_range=(low, high),
        group=GROUPS[low] if settled else None,
        possible_groups=tuple(GROUPS[n] for n in scores),
        risks=tuple(figure for n in scores for figure in _figures(n)),
        criteria=members,
    )


def _reachable(states: list[Truth], score: int) -> bool:
    enough, more = at_least(score, states), at_least(score + 1, states)
    return enough is not Truth.NOT_MET and more is not Truth.MET


def _figures(score: int) -> tuple[RiskFigure, RiskFigure]:
    group = GROUPS[score]
    return (
        RiskFigure(HORIZON_MONTHS, _IGNORED[score], "progression", False, SOURCE, group),
        RiskFigure(HORIZON_MONTHS, _COMPETING[score], "progression", True, SOURCE, group),
    )


def _not_applicable(evidence: Evidence, possible: tuple[str, ...]) -> Note | None:
    if evidence.circulating.state is Truth.MET:
        return Note("risk_not_with_circulating_cells")
    if evidence.crab_open is Truth.MET:
        return Note("risk_not_with_crab_value")
    if {"mgus_non_igm", "mgus_igm"} & set(possible):
        smm = (evidence.m_protein.state, evidence.urine.state, evidence.marrow.ten)
        return Note("risk_not_with_smm_arm") if Truth.MET in smm else None
    if "mgus_light_chain" in possible:
        return Note("risk_light_chain_mgus")
    return Note("risk_only_for_mgus")
