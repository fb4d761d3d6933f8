"""Judge what the models of smouldering myeloma count: marrow, M-protein, light chains, FISH."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Input, Note
from desktop_app.domain.criteria import m_protein
from desktop_app.domain.criteria.light_chains import involved_ratio
from desktop_app.domain.criterion import Cut, Judgement, Op, Rule, input_of
from desktop_app.domain.truth import Truth, any_true

if TYPE_CHECKING:
    from desktop_app.domain.criteria.evidence import Evidence

MARROW_RULE = Rule("SMM-MAYO2018-PC", "lakshman2018", "primary", "> 20 %")
M_RULE = Rule("SMM-MAYO2018-M", "lakshman2018", "primary", "> 2 g/dL (> 20 g/L)")
RATIO_RULE = Rule("SMM-MAYO2018-FLC", "lakshman2018", "primary", "involved/uninvolved > 20")
FISH_RULE = Rule("SMM-IMWG2020-FISH", "mateos2020", "primary", "any of the four")
MARROW_CUT, M_CUT, RATIO_CUT = D(20), D(2), D(20)
# SMM-IMWG2020-FISH: one of these is enough; "+1q" is three copies or more.
FISH = (("t(4;14)",), ("t(14;16)",), ("gain(1q)", "amp(1q)"), ("del(13q)",))


def mayo_2018(evidence: Evidence) -> tuple[Criterion, Criterion, Criterion]:
    """Judge the three factors of Mayo 20/2/20."""
    marrow = evidence.marrow.above(MARROW_CUT)
    cells = [input_of(result) for result in evidence.marrow.results]
    m = m_above(evidence, M_CUT)
    ratio = involved_ratio(evidence.view, evidence.chains, Op.GT, RATIO_CUT)
    return (
        MARROW_RULE.answer(marrow, cells, None if cells else Note("missing")),
        M_RULE.answer(m.truth, map(input_of, evidence.view.latest("serum_m_protein")), m.note),
        RATIO_RULE.answer(
            ratio.truth,
            [input_of(x) for sample in evidence.chains.samples for x in sample.results],
            ratio.note,
        ),
    )


def m_above(evidence: Evidence, grams: D) -> Judgement:
    """Tell whether serum M-protein is above g/dL; without a heavy chain it is 0 (SMM-LC-CAVEAT)."""
    clone = evidence.chains.clone
    measured = bool(evidence.view.latest("serum_m_protein"))
    if not measured and clone.serum is not None and not clone.heavy:
        return Judgement(Truth.NOT_MET, Note("smm_light_chain_caveat"))
    return m_protein.serum_amount(evidence.view, Cut(Op.GT, {"g/dL": grams}))


def fish(evidence: Evidence) -> Criterion:
    """Judge the four abnormalities: yes if one was found, no only if all four were tested."""
    view = evidence.view
    answers = [_found([view.cytogenetics(name) for name in names]) for names in FISH]
    inputs = [
        Input(test.abnormality, test.detected, None, test.date.text)
        for test in view.record.cytogenetics
        if test.date.last <= view.as_of and any(test.abnormality in names for names in FISH)
    ]
    state = any_true(answers)
    return FISH_RULE.answer(state, inputs, None if inputs else Note("missing"))


def _found(answers: list[bool | None]) -> Truth:
    """Read an abnormality that has several names: tested under one of them is tested."""
    if any(answers):
        return Truth.MET
    return Truth.UNKNOWN if all(answer is None for answer in answers) else Truth.NOT_MET
