"""Score the risk of MGUS by the Mayo model, with and without competing death (rajkumar2005)."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import RiskFigure, Score
from desktop_app.domain.criteria.applicability import bars_mgus, reserve_mgus
from desktop_app.domain.criteria.mayo_factors import SOURCE, factors
from desktop_app.domain.criteria.score_tables import MGUS_GROUPS
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.criteria.evidence import Evidence

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
    reason = bars_mgus(evidence, possible)
    if reason is not None:
        return Score(applicable=False, reason=reason, criteria=members)
    states = [member.state for member in members]
    low = sum(state is Truth.MET for state in states)
    high = low + sum(state is Truth.UNKNOWN for state in states)
    scores = range(low, high + 1)
    settled = low == high
    return Score(
        applicable=True,
        reason=reserve_mgus(category).reason,
        score=low if settled else None,
        score_range=(low, high),
        group=MGUS_GROUPS[low] if settled else None,
        possible_groups=tuple(MGUS_GROUPS[n] for n in scores),
        risks=tuple(figure for n in scores for figure in _figures(n)),
        criteria=members,
    )


def _figures(score: int) -> tuple[RiskFigure, RiskFigure]:
    group = MGUS_GROUPS[score]
    return (
        RiskFigure(HORIZON_MONTHS, _IGNORED[score], "progression", False, SOURCE, group),
        RiskFigure(HORIZON_MONTHS, _COMPETING[score], "progression", True, SOURCE, group),
    )
