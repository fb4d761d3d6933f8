"""Score smouldering myeloma by the proliferative index of its plasma cells (aljama2018)."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.criteria.model_factors import percent_factor
from desktop_app.domain.criteria.score_model import Column, Model, counted, printed
from desktop_app.domain.criterion import Op, Rule

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Score
    from desktop_app.domain.criteria.applicability import Reserve
    from desktop_app.domain.criteria.evidence import Evidence

SOURCE = "aljama2018"
INDEX = "proliferative_index"
HIGH = Rule("SMM-PCPI", SOURCE, "primary", "> 0.5 %")
HIGH_CUT = D("0.5")
PCPI = Model(
    "SMM-PCPI", SOURCE, ("pcpi_low", "pcpi_high"), (Column(24, SOURCE, printed("20", "49")),)
)


def proliferation(evidence: Evidence, reserve: Reserve) -> Score | None:
    """Sort by the index; None where it was never measured, as in most clinics."""
    if not evidence.view.findings(INDEX):
        return None
    member = percent_factor(evidence, HIGH, INDEX, Op.GT, HIGH_CUT)
    span = counted((member,))
    return PCPI.scored(range(span[0], span[1] + 1), (member,), reserve)
