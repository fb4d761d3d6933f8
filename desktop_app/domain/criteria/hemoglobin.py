"""Judge haemoglobin: below 10 g/dL or 2 below the limit, if the clone causes it (MM-CRAB-HB)."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Note
from desktop_app.domain.criteria.attribution import attributed, attribution
from desktop_app.domain.criteria.organ_values import (
    NO_LIMIT,
    became_worse,
    beyond_limit,
    either,
    in_unit,
    moved,
)
from desktop_app.domain.criterion import Cut, Judgement, Op, Rule, input_of, judge, judge_all
from desktop_app.domain.record import Interpretation
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.record import Finding, Result
    from desktop_app.domain.view import RecordView

HEMOGLOBIN = Rule(
    "MM-CRAB-HB",
    "rajkumar2014",
    "secondary",
    "< 10 g/dL or < LLN - 2 g/dL; < 100 g/L or < LLN - 20 g/L",
)

HEMOGLOBIN_CUT = Cut(Op.LT, {"g/dL": D(10)})
HEMOGLOBIN_UNDER_LLN = {"g/dL": D(2)}
HEMOGLOBIN_SAFE = Cut(Op.GE, {"g/dL": D(13)})
# MM-ATTR: an answer covers later values that are not worse than by this.
_WORSE = {"g/dL": D(1)}


def hemoglobin(view: RecordView) -> Criterion:
    """Judge haemoglobin: either arm, and whether the clone causes it."""
    results = view.latest("hemoglobin")
    judgement = judge_all(results, lambda result: _hemoglobin(view, result))
    value = HEMOGLOBIN.answer(judgement.truth, map(input_of, results), judgement.note)

    def fallen(old: Result, new: Result) -> bool:
        return moved(view, old, new, _WORSE, falling=True)

    def worse(answer: Finding) -> bool:
        return became_worse(view, answer, lambda at: at.latest("hemoglobin"), fallen)

    return attributed(value, attribution(view, "anemia", worse))


def _hemoglobin(view: RecordView, result: Result) -> Judgement:
    if result.value is None:
        low = result.interpretation is Interpretation.LOW
        return Judgement(Truth.UNKNOWN if low else Truth.NOT_MET, Note("interpretation_only"))
    note = None
    if result.unit == "mmol/L":
        # UNIT-COMPARE: Hb in mmol/L has no published threshold: convert, flag.
        result, note = in_unit(view, result, "g/dL"), Note("hemoglobin_converted")
    absolute = judge(result, HEMOGLOBIN_CUT, view.catalogue)
    relative = beyond_limit(view, result, result.low, HEMOGLOBIN_UNDER_LLN, Op.LT, sign=-1)
    safe = judge(result, HEMOGLOBIN_SAFE, view.catalogue).truth is Truth.MET
    if relative == NO_LIMIT and safe:
        relative = Judgement(Truth.NOT_MET, Note("limit_not_needed"))  # MM-CRAB-NOLIMIT
    return either(absolute, relative, note)
