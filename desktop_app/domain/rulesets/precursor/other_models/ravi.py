"""Score smouldering myeloma by marrow and evolving values (ravi2016)."""

from __future__ import annotations

from decimal import Decimal as D
from itertools import product
from typing import TYPE_CHECKING

from desktop_app.domain.criteria.model_factors import evolving_factor, marrow_factor
from desktop_app.domain.criteria.score_model import Column, Model, answers, counted, printed
from desktop_app.domain.criterion import Rule

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Evolving, Score
    from desktop_app.domain.criteria.applicability import Reserve
    from desktop_app.domain.criteria.evidence import Evidence

RAVI = "ravi2016"
MARROW = Rule("SMM-RAVI-PC", RAVI, "primary", ">= 20 %")
M = Rule("SMM-RAVI-EMP", RAVI, "primary", "EVO-RAVI-EMP")
HEMOGLOBIN = Rule("SMM-RAVI-EHB", RAVI, "primary", "EVO-RAVI-EHB")
MARROW_CUT = D(20)
# Two factors have a printed risk only where they are the two evolving ones.
RAVI_2016 = Model(
    "SMM-RAVI",
    RAVI,
    ("factors_0", "factors_1", "factors_2", "factors_evolving", "factors_3"),
    (Column(24, RAVI, printed(None, None, None, "81.5", "90.5")),),
    medians=(D("147.6"), D("61.2"), D(24), D(24), D(12)),  # 12.3, 5.1, 2.0 and 1.0 years
)


def ravi(evidence: Evidence, evolved: tuple[Evolving, ...], reserve: Reserve) -> Score:
    """Count marrow, evolving M-protein and evolving haemoglobin."""
    members = (
        marrow_factor(evidence, MARROW, evidence.marrow.reaches(MARROW_CUT)),
        evolving_factor(evolved, M),
        evolving_factor(evolved, HEMOGLOBIN),
    )
    possible = sorted({_place(*x) for x in product(*(answers(y.state) for y in members))})
    return RAVI_2016.scored(possible, members, reserve, span=counted(members))


def _place(marrow: bool, m: bool, hemoglobin: bool) -> int:
    if not (m and hemoglobin):
        return marrow + m + hemoglobin
    return RAVI_2016.groups.index("factors_3" if marrow else "factors_evolving")
