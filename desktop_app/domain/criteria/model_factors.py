"""Judge what the models beside the leading ones count, each under the model's own rule."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Input, Note
from desktop_app.domain.criteria.immunoparesis import immunoglobulin_inputs, uninvolved_low
from desktop_app.domain.criteria.light_chains import involved_ratio
from desktop_app.domain.criteria.organ_values import in_unit
from desktop_app.domain.criteria.smm_factors import m_amount
from desktop_app.domain.criterion import (
    MISSING,
    Judgement,
    Op,
    compare,
    input_of,
    judge,
    judge_all,
)
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.domain.conclusions import Evolving
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.criterion import Cut, Rule
    from desktop_app.domain.record import Result

# The code under which the trace shows the age in years.
AGE = "age"
ABERRANT = "marrow_aberrant_percent"


def m_factor(evidence: Evidence, rule: Rule, cut: Cut) -> Criterion:
    """Judge the serum M-protein; without a heavy chain it is 0 (SMM-LC-CAVEAT)."""
    judgement = m_amount(evidence, cut)
    seen = evidence.view.latest("serum_m_protein")
    return rule.answer(judgement.truth, map(input_of, seen), judgement.note)


def ratio_factor(evidence: Evidence, rule: Rule, judgement: Judgement) -> Criterion:
    """Put an answer on the light chains into the trace, with what was reported of them."""
    seen = [input_of(x) for sample in evidence.chains.samples for x in sample.results]
    return rule.answer(judgement.truth, seen, judgement.note)


def ratio_between(evidence: Evidence, rule: Rule, start: D, end: D) -> Criterion:
    """Judge whether the involved/uninvolved ratio reaches ``start`` and stays below ``end``."""
    reached = involved_ratio(evidence.view, evidence.chains, Op.GE, start)
    below = involved_ratio(evidence.view, evidence.chains, Op.LT, end)
    both = Judgement(reached.truth & below.truth, reached.note or below.note)
    return ratio_factor(evidence, rule, both)


def iga_factor(evidence: Evidence, rule: Rule) -> Criterion:
    """Judge whether the clone makes IgA; without a serum immunofixation it is not known."""
    clone = evidence.chains.clone
    seen = [x for x in clone.inputs if x.code == "serum_immunofixation"]
    if clone.serum is None:
        return rule.answer(Truth.UNKNOWN, seen, MISSING.note)
    return rule.answer(Truth.of("IgA" in clone.heavy), seen)


def marrow_factor(evidence: Evidence, rule: Rule, state: Truth) -> Criterion:
    """Put an answer on the marrow plasma cells into the trace."""
    seen = tuple(input_of(result) for result in evidence.marrow.results)
    return rule.answer(state, seen, None if seen else MISSING.note)


def immunoparesis_factor(evidence: Evidence, rule: Rule, count: int) -> Criterion:
    """Judge how many uninvolved immunoglobulins are low."""
    judgement = uninvolved_low(evidence, count)
    return rule.answer(judgement.truth, immunoglobulin_inputs(evidence), judgement.note)


def smear_above(evidence: Evidence, rule: Rule, cut: D) -> Criterion:
    """Judge the plasma cells by cytology: those of a smear, never of a core or of flow."""
    smears = [x for x in evidence.marrow.counted if not _by_core(x)]
    if evidence.marrow.polyclonal:
        return rule.answer(Truth.NOT_MET, map(input_of, smears), Note("polyclonal"))

    def above(result: Result) -> Judgement:
        if result.value is None:
            return Judgement(Truth.UNKNOWN, Note("no_number"))
        return Judgement(compare(result.value, result.comparator, Op.GT, cut))

    judgement = judge_all(smears, above)
    return rule.answer(judgement.truth, map(input_of, smears), judgement.note)


def _by_core(result: Result) -> bool:
    return result.code.endswith("_biopsy") or (result.method or "").lower() == "biopsy"


def age_reaches(evidence: Evidence, rule: Rule, years: int) -> Criterion:
    """Judge the age on the day of the assessment; a birth date that leaves it open is unknown."""
    view = evidence.view
    ages = view.ages_on(view.as_of)
    if ages is None:
        return rule.answer(Truth.UNKNOWN, (), MISSING.note)
    youngest, oldest = (Truth.of(age >= years) for age in ages)
    inputs = [Input(AGE, age, None, view.as_of.isoformat()) for age in dict.fromkeys(ages)]
    if youngest is not oldest:
        return rule.answer(Truth.UNKNOWN, inputs, Note("age_not_exact"))
    return rule.answer(oldest, inputs)


def hemoglobin_factor(evidence: Evidence, rule: Rule, cut: Cut) -> Criterion:
    """Judge haemoglobin; in mmol/L no threshold was published: converted and flagged."""
    view = evidence.view
    seen = view.latest("hemoglobin")

    def below(result: Result) -> Judgement:
        if result.unit != "mmol/L":
            return judge(result, cut, view.catalogue)
        converted = judge(in_unit(view, result, "g/dL"), cut, view.catalogue)
        return Judgement(converted.truth, Note("hemoglobin_converted"))

    judgement = judge_all(seen, below)
    return rule.answer(judgement.truth, map(input_of, seen), judgement.note)


def aberrant_factor(evidence: Evidence, rule: Rule, percent: D) -> Criterion:
    """Judge the share of the marrow plasma cells that is aberrant by flow, in percent."""
    return percent_factor(evidence, rule, ABERRANT, Op.GE, percent)


def percent_factor(evidence: Evidence, rule: Rule, code: str, op: Op, cut: D) -> Criterion:
    """Judge a finding that is a number of percent."""
    seen = evidence.view.latest_findings(code)
    inputs = [Input(x.code, x.value, "%", x.date.text) for x in seen]
    values = [D(x.value) for x in seen if isinstance(x.value, int | D)]
    states = {compare(value, None, op, cut) for value in values}
    if len(states) == 1:
        return rule.answer(states.pop(), inputs)
    return rule.answer(Truth.UNKNOWN, inputs, Note("values_disagree") if states else MISSING.note)


def evolving_factor(evolved: Iterable[Evolving], rule: Rule) -> Criterion:
    """Take over what a definition of evolving disease says, and whether a later sample confirms it.

    The definition is the one that the rule's threshold names.
    """
    entry = next((x for x in evolved if x.definition == rule.threshold), None)
    if entry is None:
        return rule.answer(Truth.UNKNOWN, (), MISSING.note)
    unconfirmed = entry.state is Truth.MET and not entry.confirmed
    return rule.answer(entry.state, (), Note("evolving_unconfirmed") if unconfirmed else None)
