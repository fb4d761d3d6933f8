"""Score POEMS-PUMCH at the new diagnosis, as the range that missing inputs leave."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Input, Note, RiskFigure, Score
from desktop_app.domain.criteria.kidney import COMPUTED_EGFR, estimates
from desktop_app.domain.criterion import (
    Cut,
    Judgement,
    Op,
    Rule,
    compare,
    input_of,
    judge,
    judge_all,
)
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.rulesets.poems.prognosis.at_diagnosis import AtDiagnosis
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.domain.conclusions import Criterion
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.poems_conclusions import PoemsTier
    from desktop_app.domain.record import Finding, Result
    from desktop_app.domain.view import RecordView

SOURCE = "poems2025"
AGE = Rule("POEMS-PUMCH-AGE", SOURCE, "source-doc", "> 50 years")
EFFUSION = Rule("POEMS-PUMCH-EFF", SOURCE, "source-doc", "any pleural effusion")
PRESSURE = Rule("POEMS-PUMCH-PH", "li2013", "decision", ">= 50 mmHg")
KIDNEY = Rule("POEMS-PUMCH-EGFR", SOURCE, "source-doc", "< 30 mL/min/{1.73_m2}")
AGE_CUT = 50
PRESSURE_CUT = Cut(Op.GE, {"mm[Hg]": D(50)})
KIDNEY_CUT = Cut(Op.LT, {"mL/min/{1.73_m2}": D(30)})
POINTS = {AGE.id: 1, EFFUSION.id: 1, PRESSURE.id: 1, KIDNEY.id: 2}
# POEMS-PUMCH-GROUP: each group with the percent alive at ten years; from how many points on the
# second and the third begin.
GROUPS = (("low", D(98)), ("intermediate", D(75)), ("high", D(50)))
STARTS = (1, 2)
HORIZON_MONTHS = 120


def pumch(evidence: Evidence, tier: PoemsTier) -> Score | None:
    """Score the four inputs at the new diagnosis; None where POEMS-DX is not met.

    A diagnosis in the history alone has no day to which the values could belong.
    """
    if tier.met is not Truth.MET:
        return None
    if tier.since is None:
        return Score(applicable=False, reason=Note("pumch_day_unknown"))
    at = AtDiagnosis(evidence.view, PartialDate(tier.since))
    criteria = (_age(at), _effusion(at), _pressure(at), _kidney(at))
    least, most = _span(criteria)
    possible = GROUPS[_place(least) : _place(most) + 1]
    return Score(
        applicable=True,
        score=least if least == most else None,
        score_range=(least, most),
        group=possible[0][0] if len(possible) == 1 else None,
        possible_groups=tuple(name for name, _ in possible),
        risks=tuple(
            RiskFigure(
                HORIZON_MONTHS, percent, "survival", competing_risk=False, source=SOURCE, group=name
            )
            for name, percent in possible
        ),
        criteria=criteria,
        notes=(Note("pumch_by_consensus"),),
    )


def _span(criteria: Iterable[Criterion]) -> tuple[int, int]:
    """Count the points: at least, and at most."""
    points = [(POINTS[x.id], x.state) for x in criteria]
    least = sum(point for point, state in points if state is Truth.MET)
    return least, sum(point for point, state in points if state is not Truth.NOT_MET)


def _place(points: int) -> int:
    """Give the place of the group to which points belong."""
    return sum(points >= start for start in STARTS)


def _age(at: AtDiagnosis) -> Criterion:
    """Judge the age in completed years, which a partial day or birth date may leave open."""
    ages = [at.view.ages_on(day) for day in (at.day.first, at.day.last)]
    known = sorted({age for each in ages if each is not None for age in each})
    shown = [Input("age", age, None, at.day.text) for age in known]
    if not known:
        return AGE.answer(Truth.UNKNOWN, (), Note("missing"))
    answers = {Truth.of(age > AGE_CUT) for age in known}
    if len(answers) > 1:
        return AGE.answer(Truth.UNKNOWN, shown, Note("age_not_exact"))
    return AGE.answer(answers.pop(), shown)


def _effusion(at: AtDiagnosis) -> Criterion:
    seen = at.findings("pleural_effusion")
    note = None if seen else Note("pumch_no_value")
    return EFFUSION.answer(_stated(seen), map(_shown, seen), note)


def _pressure(at: AtDiagnosis) -> Criterion:
    return pressure(PRESSURE, at.view, at.findings("pulmonary_hypertension"), at.results("pasp"))


def pressure(
    rule: Rule, view: RecordView, stated: tuple[Finding, ...], seen: tuple[Result, ...]
) -> Criterion:
    """Judge pulmonary hypertension: stated by a cardiologist, or by the systolic pressure.

    A lower pressure decides no only where nobody states it (C-P-PH).
    """
    measured = judge_all(seen, lambda x: judge(x, PRESSURE_CUT, view.catalogue))
    state = measured.truth if seen else _stated(stated)
    if seen and stated:
        state = measured.truth | _stated(stated)
    inputs = (*map(input_of, seen), *map(_shown, stated))
    return rule.answer(state, inputs, measured.note if state is Truth.UNKNOWN else None)


def _kidney(at: AtDiagnosis) -> Criterion:
    seen = at.results("egfr", "creatinine")
    reported = tuple(x for x in seen if x.code == "egfr")
    return kidney(KIDNEY, KIDNEY_CUT, at.view, reported or seen)


def kidney(rule: Rule, cut: Cut, view: RecordView, seen: tuple[Result, ...]) -> Criterion:
    """Judge the eGFR as reported, else by our own estimate of every age that is possible."""
    answer = judge_all(seen, lambda x: _filtered(x, cut, view))
    inputs = [input_of(x) for x in seen]
    inputs += [
        Input(COMPUTED_EGFR, round(value), "mL/min/{1.73_m2}", x.date.text)
        for x in seen
        if x.code == "creatinine" and x.comparator is None
        for value in estimates(view, x)
    ]
    return rule.answer(answer.truth, dict.fromkeys(inputs), answer.note)


def _filtered(result: Result, cut: Cut, view: RecordView) -> Judgement:
    if result.code == "egfr":
        return judge(result, cut, view.catalogue)
    found = estimates(view, result) if result.comparator is None else ()
    if not found:
        return Judgement(Truth.UNKNOWN, Note("age_or_sex_missing"))
    (limit,) = cut.at.values()
    truths = {compare(value, None, cut.op, limit) for value in found}
    if len(truths) > 1:
        return Judgement(Truth.UNKNOWN, Note("age_not_exact"))
    return Judgement(truths.pop(), Note("egfr_computed"))


def _stated(seen: tuple[Finding, ...]) -> Truth:
    """Give the answer on which all findings that may count agree."""
    answers = {x.value for x in seen if isinstance(x.value, bool)}
    return Truth.of(answers.pop()) if len(answers) == 1 else Truth.UNKNOWN


def _shown(finding: Finding) -> Input:
    return Input(finding.code, finding.value, None, finding.date.text)
