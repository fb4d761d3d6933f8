"""Judge what the models of smouldering myeloma count: marrow, M-protein, light chains, FISH."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Input, Note
from desktop_app.domain.criteria import m_protein
from desktop_app.domain.criteria.applicability import LIGHT_CHAIN_CAVEAT, light_chain_only
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
    """Tell whether serum M-protein is above a value in g/dL."""
    return m_amount(evidence, Cut(Op.GT, {"g/dL": grams}))


def m_amount(evidence: Evidence, cut: Cut) -> Judgement:
    """Compare serum M-protein; without a heavy chain it is 0 (SMM-LC-CAVEAT)."""
    if light_chain_only(evidence) and not evidence.view.latest("serum_m_protein"):
        return Judgement(Truth.NOT_MET, LIGHT_CHAIN_CAVEAT)
    return m_protein.serum_amount(evidence.view, cut)


def fish(
    evidence: Evidence, rule: Rule = FISH_RULE, looked_for: tuple[tuple[str, ...], ...] = FISH
) -> Criterion:
    """Judge abnormalities: yes if one was found, no only if all were tested.

    The four of SMM-IMWG2020-FISH, unless another rule and its abnormalities are given.
    """
    view = evidence.view
    answers = [_found([view.cytogenetics(name) for name in names]) for names in looked_for]
    inputs = [
        Input(test.abnormality, test.detected, None, test.date.text)
        for test in view.record.cytogenetics
        if test.date.last <= view.as_of and any(test.abnormality in names for names in looked_for)
    ]
    state = any_true(answers)
    note = None if inputs else Note("missing")
    if rule is FISH_RULE and view.cytogenetics("del(17p)"):
        note = Note("del17p_not_in_model")
    return rule.answer(state, inputs, note)


def _found(answers: list[bool | None]) -> Truth:
    """Read an abnormality by its names, the widest first: only that one's absence is a no.

    Without ``amp(1q)``, four copies or more, there may still be three.
    """
    return Truth.MET if any(answers) else Truth.of(answers[0])
