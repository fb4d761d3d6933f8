"""Score smouldering myeloma by marrow and M-protein: Kyle 2007 and Mayo 2008, both historic."""

from __future__ import annotations

from decimal import Decimal as D
from itertools import product
from typing import TYPE_CHECKING

from desktop_app.domain.criteria.light_chains import ratio_beyond
from desktop_app.domain.criteria.model_factors import m_factor, marrow_factor, ratio_factor
from desktop_app.domain.criteria.score_model import (
    HISTORIC,
    Column,
    Model,
    answers,
    counted,
    printed,
)
from desktop_app.domain.criterion import Cut, Op, Rule

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Criterion, Score
    from desktop_app.domain.criteria.applicability import Reserve
    from desktop_app.domain.criteria.evidence import Evidence

KYLE, DISPENZIERI = "kyle2007", "dispenzieri2008"
MARROW_WORDS, M_WORDS = ">= 10 %", ">= 3 g/dL (>= 30 g/L)"
MARROW_CUT, M_CUT = D(10), Cut(Op.GE, {"g/dL": D(3)})
NOT_COVERED = "not_covered"

KYLE_MARROW = Rule("SMM-KYLE2007-PC", KYLE, "secondary", MARROW_WORDS)
KYLE_M = Rule("SMM-KYLE2007-M", KYLE, "secondary", M_WORDS)
KYLE_2007 = Model(
    "SMM-KYLE2007",
    KYLE,
    ("marrow_and_m", "marrow_only", "m_only", NOT_COVERED),
    (
        Column(60, KYLE, printed("69", "43", "15", None)),
        Column(180, KYLE, printed("87", "70", "39", None)),
    ),
    notes=(HISTORIC,),
)
# The place among the groups of "marrow, M-protein".
KYLE_PLACES = {(True, True): 0, (True, False): 1, (False, True): 2, (False, False): 3}

MAYO_MARROW = Rule("SMM-MAYO2008-PC", DISPENZIERI, "primary", MARROW_WORDS)
MAYO_M = Rule("SMM-MAYO2008-M", DISPENZIERI, "primary", M_WORDS)
MAYO_RATIO = Rule("SMM-MAYO2008-FLC", DISPENZIERI, "primary", ">= 8 or <= 0.125")
RATIO_LOW, RATIO_HIGH = (Op.LE, D("0.125")), (Op.GE, D(8))
MAYO_2008 = Model(
    "SMM-MAYO2008",
    DISPENZIERI,
    (NOT_COVERED, "factors_1", "factors_2", "factors_3"),
    (
        Column(24, DISPENZIERI, printed(None, None, None, "52")),
        Column(60, DISPENZIERI, printed(None, "25", "51", "76")),
    ),
    medians=(None, D(120), D("61.2"), D("22.8")),  # 10, 5.1 and 1.9 years
    notes=(HISTORIC,),
)


def kyle_2007(evidence: Evidence, reserve: Reserve) -> Score | None:
    """Sort by marrow and M-protein; None where neither can reach its cut."""
    members = _marrow_and_m(evidence, KYLE_MARROW, KYLE_M)
    marrow, m = (answers(member.state) for member in members)
    possible = sorted(KYLE_PLACES[both] for both in product(marrow, m))
    if KYLE_2007.groups[possible[0]] == NOT_COVERED:
        return None
    return KYLE_2007.scored(possible, members, reserve)


def mayo_2008(evidence: Evidence, reserve: Reserve) -> Score | None:
    """Count marrow, M-protein and ratio; None where none of them can be met."""
    ratio = ratio_beyond(evidence.chains, RATIO_LOW, RATIO_HIGH)
    members = (
        *_marrow_and_m(evidence, MAYO_MARROW, MAYO_M),
        ratio_factor(evidence, MAYO_RATIO, ratio),
    )
    low, high = counted(members)
    if not high:
        return None
    return MAYO_2008.scored(range(low, high + 1), members, reserve, span=(low, high))


def _marrow_and_m(evidence: Evidence, marrow: Rule, m: Rule) -> tuple[Criterion, Criterion]:
    cells = evidence.marrow.reaches(MARROW_CUT)
    return marrow_factor(evidence, marrow, cells), m_factor(evidence, m, M_CUT)
