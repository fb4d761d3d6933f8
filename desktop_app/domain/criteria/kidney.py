"""Judge the kidney: clearance or creatinine, if cast nephropathy causes it (MM-CRAB-RENAL)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Input, Note
from desktop_app.domain.criteria.attribution import BIOPSY, attributed, attribution
from desktop_app.domain.criteria.organ_values import grown, in_unit
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
from desktop_app.domain.partial_date import add_months
from desktop_app.domain.record import Comparator, Interpretation
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
# MM-ATTR: an answer covers a creatinine that has not risen, and a clearance that has not
# fallen, beyond this factor; the rule book names creatinine only.
_WORSE = D("1.25")
# A biopsy without a value of its time stands for the first one within this time after it.
BIOPSY_MONTHS = 3
_CLEARANCES = ("egfr", "creatinine_clearance")
_KINDS = ("creatinine", *_CLEARANCES)


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

    return attributed(value, attribution(view, "renal", lambda answer: _worse_since(view, answer)))


def _worse_since(view: RecordView, answer: Finding) -> bool:
    """Tell whether the kidney is worse than when the answer was given (MM-ATTR).

    Each kind of value is compared with its own kind. An answer about no value covers no later
    one, but a biopsy stands for the first value soon after it; values of another kind than those
    that the answer was about cannot be compared, and count as worse.
    """
    told = [_worse(view, answer, code) for code in _KINDS if _later(view, answer, code)]
    known = [worse for worse in told if worse is not None]
    return any(known) if known else bool(told)


def _later(view: RecordView, answer: Finding, code: str) -> list[Result]:
    before = view.at(answer.date.last).latest(code)
    return [x for x in view.latest(code) if x not in before]


def _worse(view: RecordView, answer: Finding, code: str) -> bool | None:
    """Compare later values of a kind with those of the answer; None where it had none."""
    before = view.at(answer.date.last).latest(code)
    if not before and answer.code == BIOPSY:
        before = _first_after(view, answer, code)
    if not before:
        return None
    worse = _fallen if code in _CLEARANCES else _risen
    later = _later(view, answer, code)
    return any(worse(view, old, new) for old in before for new in later if new != old)


def _first_after(view: RecordView, biopsy: Finding, code: str) -> tuple[Result, ...]:
    """Give the values of the first day after a biopsy, as long as they may be those of its time."""
    end = add_months(biopsy.date.last, BIOPSY_MONTHS)
    after = [x for x in view.results(code) if x.date.last <= end]
    return tuple(x for x in after if x.date == after[0].date)


def _risen(view: RecordView, old: Result, new: Result) -> bool:
    return grown(view, old, new, _WORSE)


def _fallen(view: RecordView, old: Result, new: Result) -> bool:
    return grown(view, new, old, _WORSE)


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
    found = estimates(view, result)
    if not found or result.comparator is not None:
        safe = judge(result, CREATININE_SAFE, view.catalogue).truth is Truth.MET
        if safe:
            return Judgement(Truth.NOT_MET, Note("creatinine_low_without_age"))
        return Judgement(Truth.UNKNOWN, Note("age_or_sex_missing"))
    truths = {compare(x, None, Op.LT, CLEARANCE_CUT.at["mL/min"]) for x in found}
    if len(truths) > 1:
        return Judgement(Truth.UNKNOWN, Note("age_not_exact"))
    truth = truths.pop()
    return Judgement(truth, _disagreement(view, result, truth) or Note("egfr_computed"))


def estimates(view: RecordView, result: Result) -> tuple[D, ...]:
    """Estimate GFR of a creatinine in mL/min/1.73 m2, once for every age that is possible."""
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
    return tuple(value for x in latest for value in estimates(view, x))


@dataclass(frozen=True, slots=True)
class Filtration:
    """Hold one eGFR in mL/min/1.73 m2; no value where a report does not say it.

    ``comparator`` is that of the report, such as "<15"; ``inputs`` are what the trace shows.
    """

    value: D | None
    comparator: Comparator | None
    inputs: tuple[Input, ...]


def filtrations(view: RecordView) -> tuple[Filtration, ...]:
    """Give every eGFR that may be the latest: as reported, else our own estimates of it."""
    latest = view.latest("egfr", "creatinine")
    reported = [x for x in latest if x.code == "egfr"]
    if reported:
        return tuple(Filtration(x.value, x.comparator, (input_of(x),)) for x in reported)
    found: list[Filtration] = []
    for result in latest:
        exact = estimates(view, result) if result.comparator is None else ()
        shown = (input_of(result), *(_estimate_inputs(view, result) if exact else ()))
        found += [Filtration(value, None, shown) for value in exact or (None,)]
    return tuple(found)


def _estimate_inputs(view: RecordView, result: Result) -> list[Input]:
    found = estimates(view, result)
    if not found:
        return []
    return [Input(COMPUTED_EGFR, round(found[0]), "mL/min/{1.73_m2}", result.date.text)]


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
