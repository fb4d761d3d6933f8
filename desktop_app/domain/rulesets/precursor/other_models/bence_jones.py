"""Score smouldering myeloma by the M-protein in urine (bjp2016)."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.criteria import m_protein
from desktop_app.domain.criteria.score_model import Column, Model, printed
from desktop_app.domain.criterion import Cut, Op, Rule
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Criterion, Score
    from desktop_app.domain.criteria.applicability import Reserve
    from desktop_app.domain.criteria.evidence import Evidence

SOURCE = "bjp2016"
AMOUNT = Rule("SMM-BJP-500", SOURCE, "primary", ">= 500 mg/24 h")
PRESENT = Rule("SMM-BJP-PRESENT", SOURCE, "primary", "> 0 mg/24 h")
AMOUNT_CUT = Cut(Op.GE, {"mg/(24.h)": D(500)})
PRESENT_CUT = Cut(Op.GT, {"mg/(24.h)": D(0)})
BJP = Model(
    "SMM-BJP",
    SOURCE,
    ("urine_none", "urine_below_500", "urine_500"),
    (Column(24, SOURCE, printed(None, None, "51")),),
    medians=(D(88), D(37), D(13)),
)


def bence_jones(evidence: Evidence, reserve: Reserve) -> Score:
    """Sort by urine M-protein: none, less than 500 mg in 24 hours, or more."""
    amount = m_protein.urine(evidence.view, AMOUNT, AMOUNT_CUT)
    present = _present(evidence)
    if present.state is Truth.NOT_MET and not amount.state.known:
        amount = AMOUNT.answer(Truth.NOT_MET, amount.inputs)
    least = (present.state is Truth.MET) + (amount.state is Truth.MET)
    most = (present.state is not Truth.NOT_MET) + (amount.state is not Truth.NOT_MET)
    return BJP.scored(range(least, most + 1), (amount, present), reserve)


def _present(evidence: Evidence) -> Criterion:
    """Tell whether there is any: measured, else seen or not seen on urine immunofixation."""
    measured = m_protein.urine(evidence.view, PRESENT, PRESENT_CUT)
    bands = evidence.chains.clone.urine
    seen = tuple(x for x in evidence.chains.clone.inputs if x.code == "urine_immunofixation")
    if bands is None or measured.state is Truth.MET:
        return measured
    # Immunofixation sees less than electrophoresis measures; a band beside "none" stays open.
    state = Truth.UNKNOWN if bands and measured.state is Truth.NOT_MET else Truth.of(bool(bands))
    return PRESENT.answer(state, (*measured.inputs, *seen))
