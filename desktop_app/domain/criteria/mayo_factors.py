"""Judge the three factors of the Mayo MGUS score (rajkumar2005)."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Note
from desktop_app.domain.criteria import m_protein
from desktop_app.domain.criterion import Cut, Op, Rule, input_of
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.criteria.evidence import Evidence

SOURCE = "rajkumar2005"
M_RULE = Rule("MGUS-MAYO-M", SOURCE, "primary", ">= 1.5 g/dL (>= 15 g/L)")
ISOTYPE_RULE = Rule("MGUS-MAYO-ISO", SOURCE, "primary", "not IgG")
RATIO_RULE = Rule("MGUS-MAYO-FLC", SOURCE, "primary", "< 0.26 or > 1.65")
M_CUT = Cut(Op.GE, {"g/dL": D("1.5")})


def factors(evidence: Evidence) -> tuple[Criterion, Criterion, Criterion]:
    """Judge the three factors."""
    chains = evidence.chains
    shown = [(x.printed,) if x.printed else x.results for x in chains.samples]
    inputs = [input_of(result) for results in shown for result in results]
    return (
        m_protein.serum(evidence.view, M_RULE, M_CUT),
        _isotype(evidence),
        RATIO_RULE.answer(chains.abnormal.truth, inputs, chains.abnormal.note),
    )


def _isotype(evidence: Evidence) -> Criterion:
    clone = evidence.chains.clone
    serum = [x for x in clone.inputs if x.code == "serum_immunofixation"]
    if clone.serum is None:
        return ISOTYPE_RULE.answer(Truth.UNKNOWN, (), Note("missing"))
    if not clone.heavy:
        return ISOTYPE_RULE.answer(Truth.UNKNOWN, serum, Note("no_heavy_chain"))
    biclonal = len(clone.heavy) > 1
    note = Note("biclonal") if biclonal else None
    return ISOTYPE_RULE.answer(Truth.of(clone.heavy != {"IgG"}), serum, note)
