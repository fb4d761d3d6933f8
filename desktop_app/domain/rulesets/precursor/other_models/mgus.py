"""Score MGUS by the models beside Mayo's: Kyle's two factors, and the Czech Myeloma Group."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.criteria import m_protein, model_factors
from desktop_app.domain.criteria.applicability import bars_mgus, reserve_mgus
from desktop_app.domain.criteria.immunoparesis import AT_LEAST
from desktop_app.domain.criteria.score_model import Column, Model, counted, printed
from desktop_app.domain.criterion import Cut, Op, Rule

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Score
    from desktop_app.domain.criteria.evidence import Evidence

KYLE_SOURCE, CMG_SOURCE = "kyle2018", "sandecka2017"
M_WORDS, RATIO_WORDS = ">= 1.5 g/dL (>= 15 g/L)", "< 0.26 or > 1.65"
M_CUT = Cut(Op.GE, {"g/dL": D("1.5")})
# MGUS-KYLE-2F: IgM first, then the other classes; by number of factors.
KYLE_M = Rule("MGUS-KYLE-2F-M", KYLE_SOURCE, "primary", M_WORDS)
KYLE_RATIO = Rule("MGUS-KYLE-2F-FLC", KYLE_SOURCE, "primary", RATIO_WORDS)
KYLE = Model(
    "MGUS-KYLE-2F",
    KYLE_SOURCE,
    (
        *("igm_factors_0", "igm_factors_1", "igm_factors_2"),
        *("non_igm_factors_0", "non_igm_factors_1", "non_igm_factors_2"),
    ),
    (Column(240, KYLE_SOURCE, printed("19", "41", "55", "7", "20", "30")),),
)
KYLE_CLASSES = 3  # places of one class
CMG_M = Rule("MGUS-CMG-M", CMG_SOURCE, "primary", M_WORDS)
CMG_RATIO = Rule("MGUS-CMG-FLC", CMG_SOURCE, "primary", RATIO_WORDS)
CMG_MARROW = Rule("MGUS-CMG-PC", CMG_SOURCE, "primary", "> 5 %")
CMG_IG = Rule("MGUS-CMG-IG", CMG_SOURCE, "primary", "any uninvolved immunoglobulin < LLN")
CMG_AGE = Rule("MGUS-CMG-AGE", CMG_SOURCE, "primary", ">= 69")
CMG_HB = Rule("MGUS-CMG-HB", CMG_SOURCE, "primary", "< 12.0 g/dL (< 120 g/L)")
CMG_MARROW_CUT, CMG_YEARS = D(5), 69
CMG_HB_CUT = Cut(Op.LT, {"g/dL": D("12.0")})
# Nobody in the table had six factors: that group has no figure.
CMG = Model(
    "MGUS-CMG",
    CMG_SOURCE,
    ("factors_0", "factors_1", "factors_2", "factors_3", "factors_4_5", "factors_6"),
    (Column(120, CMG_SOURCE, printed("1.6", "16.9", "22.9", "39.4", "52.3", None)),),
)
# The place of each number of factors among the groups.
CMG_PLACES = (0, 1, 2, 3, 4, 4, 5)
MODELS = (KYLE, CMG)


def mgus_models(
    evidence: Evidence, possible: tuple[str, ...], category: str | None
) -> tuple[tuple[str, Score], ...]:
    """Give the models of MGUS under the conditions of the Mayo model; nothing where it is barred.

    Args:
        evidence: the criteria of the record.
        possible: the categories that are possible.
        category: the category if confirmed or presumed.
    """
    if bars_mgus(evidence, possible) is not None:
        return ()
    return (KYLE.id, _kyle(evidence, category)), (CMG.id, _cmg(evidence, category))


def _kyle(evidence: Evidence, category: str | None) -> Score:
    members = (
        m_protein.serum(evidence.view, KYLE_M, M_CUT),
        model_factors.ratio_factor(evidence, KYLE_RATIO, evidence.chains.abnormal),
    )
    low, high = counted(members)
    possible = [
        start + number for start in _kyle_starts(evidence) for number in range(low, high + 1)
    ]
    return KYLE.scored(possible, members, reserve_mgus(category), span=(low, high))


def _kyle_starts(evidence: Evidence) -> tuple[int, ...]:
    """Give where the columns begin that the class leaves open; IgM beside another class is both."""
    heavy = evidence.chains.clone.heavy
    if heavy == {"IgM"}:
        return (0,)
    if heavy and "IgM" not in heavy:
        return (KYLE_CLASSES,)
    return (0, KYLE_CLASSES)


def _cmg(evidence: Evidence, category: str | None) -> Score:
    members = (
        m_protein.serum(evidence.view, CMG_M, M_CUT),
        model_factors.ratio_factor(evidence, CMG_RATIO, evidence.chains.abnormal),
        model_factors.smear_above(evidence, CMG_MARROW, CMG_MARROW_CUT),
        model_factors.immunoparesis_factor(evidence, CMG_IG, AT_LEAST),
        model_factors.age_reaches(evidence, CMG_AGE, CMG_YEARS),
        model_factors.hemoglobin_factor(evidence, CMG_HB, CMG_HB_CUT),
    )
    low, high = counted(members)
    possible = dict.fromkeys(CMG_PLACES[low : high + 1])
    return CMG.scored(possible, members, reserve_mgus(category), span=(low, high))
