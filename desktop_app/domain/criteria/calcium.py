"""Judge calcium, corrected for albumin, if the clone causes it (MM-CRAB-CA)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Note
from desktop_app.domain.criteria.attribution import attributed, attribution
from desktop_app.domain.criteria.organ_values import (
    NO_LIMIT,
    became_worse,
    beyond_limit,
    either,
    moved,
)
from desktop_app.domain.criterion import Cut, Judgement, Op, Rule, input_of, judge, judge_all
from desktop_app.domain.derived import corrected_calcium
from desktop_app.domain.record import Interpretation
from desktop_app.domain.truth import Truth
from desktop_app.domain.view import latest_of

if TYPE_CHECKING:
    from desktop_app.domain.record import Finding, Result
    from desktop_app.domain.view import RecordView

CALCIUM = Rule(
    "MM-CRAB-CA",
    "rajkumar2014",
    "secondary",
    "> 11 mg/dL or > ULN + 1 mg/dL; > 2.75 mmol/L or > ULN + 0.25 mmol/L",
)

CALCIUM_CUT = Cut(Op.GT, {"mg/dL": D(11), "mmol/L": D("2.75"), "mEq/L": D("5.5")})
CALCIUM_OVER_ULN = {"mg/dL": D(1), "mmol/L": D("0.25"), "mEq/L": D("0.5")}
# MM-CRAB-NOLIMIT and MM-CRAB-CA: at or below this no usual limit, nor albumin, could change "no".
CALCIUM_SAFE = Cut(Op.LE, {"mg/dL": D(10), "mmol/L": D("2.50"), "mEq/L": D("5.00")})
# MM-ATTR: an answer covers later values that are not worse than by this.
_WORSE = {"mg/dL": D("0.5"), "mmol/L": D("0.12"), "mEq/L": D("0.24")}


def calcium(view: RecordView) -> Criterion:
    """Judge calcium: reported corrected, else corrected with its albumin, else as measured."""
    results = _calcium_results(view)
    judgement = judge_all(results, lambda result: _calcium(view, result))
    used = [x for result in results for x in (result, *(a for _, a in _corrections(view, result)))]
    value = CALCIUM.answer(judgement.truth, map(input_of, used), judgement.note)

    def risen(old: Result, new: Result) -> bool:
        return moved(view, old, new, _WORSE, falling=False)

    def worse(answer: Finding) -> bool:
        return became_worse(view, answer, _as_judged, risen)

    return attributed(value, attribution(view, "calcium", worse))


def _calcium_results(view: RecordView) -> tuple[Result, ...]:
    latest = view.latest("calcium_corrected", "calcium")
    reported = {x.date.text for x in latest if x.code == "calcium_corrected"}
    return tuple(x for x in latest if x.code == "calcium_corrected" or x.date.text not in reported)


def _as_judged(view: RecordView) -> tuple[Result, ...]:
    judged: list[Result] = []
    for result in _calcium_results(view):
        corrected = [replace(result, value=value) for value, _ in _corrections(view, result)]
        judged += corrected or [result]
    return tuple(judged)


def _calcium(view: RecordView, result: Result) -> Judgement:
    if result.value is None:
        high = result.interpretation is Interpretation.HIGH
        return Judgement(Truth.UNKNOWN if high else Truth.NOT_MET, Note("interpretation_only"))
    if result.code == "calcium_corrected":
        return _compared(view, result, None)
    corrected = [replace(result, value=value) for value, _ in _corrections(view, result)]
    if corrected:
        return judge_all(corrected, lambda x: _compared(view, x, Note("calcium_computed")))
    return _compared(view, result, Note("not_corrected"))


def _compared(view: RecordView, result: Result, note: Note | None) -> Judgement:
    absolute = judge(result, CALCIUM_CUT, view.catalogue)
    relative = beyond_limit(view, result, result.high, CALCIUM_OVER_ULN, Op.GT, sign=1)
    safe = judge(result, CALCIUM_SAFE, view.catalogue).truth is Truth.MET
    if relative == NO_LIMIT and safe:
        relative = Judgement(Truth.NOT_MET, Note("limit_not_needed"))  # MM-CRAB-NOLIMIT
    verdict = either(absolute, relative, note)
    if note == Note("not_corrected") and verdict.truth is Truth.NOT_MET and not safe:
        return Judgement(Truth.UNKNOWN, note)
    if verdict.truth is Truth.MET and _ionised_normal(view, result):
        return Judgement(Truth.UNKNOWN, Note("ionised_normal"))
    return verdict


def _corrections(view: RecordView, result: Result) -> list[tuple[D, Result]]:
    """Correct with every albumin of the day; more than one must lead to one answer."""
    if result.code != "calcium":
        return []
    of_day = [x for x in view.results("albumin") if x.date == result.date]
    values = [(corrected_calcium(result, x, view.catalogue), x) for x in of_day]
    return [(value, albumin) for value, albumin in values if value is not None]


def _ionised_normal(view: RecordView, result: Result) -> bool:
    for ionised in latest_of(view.results("calcium_ionized")):
        if ionised.date.first < result.date.first:
            continue
        if ionised.interpretation is Interpretation.NORMAL:
            return True
        value, low, high = ionised.value, ionised.low, ionised.high
        if value is not None and low is not None and high is not None and not ionised.comparator:
            return low <= value <= high
    return False
