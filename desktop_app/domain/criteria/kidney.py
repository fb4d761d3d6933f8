"""Judge the kidney: clearance or creatinine, if cast nephropathy causes it (MM-CRAB-RENAL)."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Input, Note
from desktop_app.domain.criteria.attribution import attributed, attribution
from desktop_app.domain.criteria.organ_values import became_worse, grown, in_unit
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
from desktop_app.domain.derived import ckd_epi_2021, cockcroft_gault
from desktop_app.domain.record import Interpretation
from desktop_app.domain.truth import Truth, any_true

if TYPE_CHECKING:
    from desktop_app.domain.record import Finding, Result
    from desktop_app.domain.view import RecordView

RENAL = Rule(
    "MM-CRAB-RENAL",
    "rajkumar2014",
    "primary",
    "CrCl < 40 mL/min or creatinine > 2 mg/dL (> 177 umol/L)",
)
CLEARANCE = Rule("MM-CRAB-RENAL-CRCL", "rajkumar2014", "primary", "< 40 mL/min")
CREATININE = Rule("MM-CRAB-RENAL-CR", "rajkumar2014", "primary", "> 2 mg/dL; > 177 umol/L")

CLEARANCE_CUT = Cut(Op.LT, {"mL/min": D(40), "mL/min/{1.73_m2}": D(40)})
CREATININE_CUT = Cut(Op.GT, {"mg/dL": D(2), "umol/L": D(177)})
CREATININE_SAFE = Cut(Op.LE, {"mg/dL": D("1.1"), "umol/L": D(97)})
# The code under which the trace shows our own estimate.
COMPUTED_EGFR = "egfr_computed"
# MM-ATTR: an answer covers later values that have not risen beyond this factor.
_WORSE = D("1.25")


def renal(view: RecordView) -> Criterion:
    """Judge the kidney: clearance or creatinine, and whether cast nephropathy is the cause."""
    creatinines = view.latest("creatinine")
    by_creatinine = judge_all(creatinines, lambda result: _creatinine(view, result))
    arms = (
        _clearance(view, creatinines),
        CREATININE.answer(by_creatinine.truth, map(input_of, creatinines), by_creatinine.note),
    )
    state = any_true(arm.state for arm in arms)
    inputs = tuple(dict.fromkeys(x for arm in arms for x in arm.inputs))
    value = RENAL.answer(state, inputs, None, arms)

    def risen(old: Result, new: Result) -> bool:
        return grown(view, old, new, _WORSE)

    def worse(answer: Finding) -> bool:
        return became_worse(view, answer, lambda at: at.latest("creatinine"), risen)

    return attributed(value, attribution(view, "renal", worse))


def _creatinine(view: RecordView, result: Result) -> Judgement:
    if result.value is None:
        high = result.interpretation is Interpretation.HIGH
        return Judgement(Truth.UNKNOWN if high else Truth.NOT_MET, Note("interpretation_only"))
    return judge(result, CREATININE_CUT, view.catalogue)


def _clearance(view: RecordView, creatinines: tuple[Result, ...]) -> Criterion:
    """Use the latest of measured clearance, reported eGFR and our own CKD-EPI 2021."""
    latest = view.latest("creatinine_clearance", "egfr", "creatinine")
    for code in ("creatinine_clearance", "egfr"):
        reported = tuple(x for x in latest if x.code == code and x.value is not None)
        if reported:
            judgement = judge_all(reported, lambda x: judge(x, CLEARANCE_CUT, view.catalogue))
            note = judgement.note
            if code == "egfr" and note is None:
                beside = (_disagreement(view, x, judgement.truth) for x in creatinines)
                note = next((each for each in beside if each), None)
            return CLEARANCE.answer(judgement.truth, map(input_of, reported), note)
    judgement = judge_all(creatinines, lambda result: _estimated(view, result))
    inputs = [input_of(x) for x in creatinines]
    inputs += [each for x in creatinines for each in _estimate_inputs(view, x)]
    return CLEARANCE.answer(judgement.truth, inputs, judgement.note)


def _estimated(view: RecordView, result: Result) -> Judgement:
    if result.value is None:
        return Judgement(Truth.UNKNOWN, Note("interpretation_only"))
    estimates = _estimates(view, result)
    if not estimates or result.comparator is not None:
        safe = judge(result, CREATININE_SAFE, view.catalogue).truth is Truth.MET
        if safe:
            return Judgement(Truth.NOT_MET, Note("creatinine_low_without_age"))
        return Judgement(Truth.UNKNOWN, Note("age_or_sex_missing"))
    truths = {compare(x, None, Op.LT, CLEARANCE_CUT.at["mL/min"]) for x in estimates}
    if len(truths) > 1:
        return Judgement(Truth.UNKNOWN, Note("age_not_exact"))
    truth = truths.pop()
    return Judgement(truth, _disagreement(view, result, truth) or Note("egfr_computed"))


def _estimates(view: RecordView, result: Result) -> tuple[D, ...]:
    ages, milligrams = view.ages_on(result.date.last), in_unit(view, result, "mg/dL").value
    if ages is None or milligrams is None:
        return ()
    values = [ckd_epi_2021(milligrams, age, view.sex) for age in dict.fromkeys(ages)]
    return tuple(value for value in values if value is not None)


def filtration(view: RecordView) -> tuple[D, ...]:
    """Give the latest eGFR in mL/min/1.73 m2: reported, else every own estimate that age allows."""
    latest = view.latest("egfr", "creatinine")
    reported = [x.value for x in latest if x.code == "egfr" and x.value is not None]
    if reported:
        return tuple(reported)
    return tuple(value for x in latest for value in _estimates(view, x))


def _estimate_inputs(view: RecordView, result: Result) -> list[Input]:
    estimates = _estimates(view, result)
    if not estimates:
        return []
    return [Input(COMPUTED_EGFR, round(estimates[0]), "mL/min/{1.73_m2}", result.date.text)]


def _disagreement(view: RecordView, result: Result, truth: Truth) -> Note | None:
    ages, weights = view.ages_on(result.date.last), view.latest("weight")
    milligrams = in_unit(view, result, "mg/dL").value
    if ages is None or len(weights) != 1 or milligrams is None:
        return None
    weight = in_unit(view, weights[0], "kg").value
    if weight is None:
        return None
    other = cockcroft_gault(milligrams, ages[0], weight, view.sex)
    if other is None or Truth.of(other < CLEARANCE_CUT.at["mL/min"]) is truth:
        return None
    return Note("cockcroft_gault_disagrees", (("value", str(round(other))),))
