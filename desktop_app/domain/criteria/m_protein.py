"""Judge the amount of M-protein in serum and urine."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.criterion import (
    Cut,
    Judgement,
    Op,
    Rule,
    input_of,
    judge,
    judge_all,
)
from desktop_app.domain.record import Interpretation
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Criterion
    from desktop_app.domain.record import Result
    from desktop_app.domain.view import RecordView

SERUM = Rule("SMM-DX-M", "rajkumar2014", "secondary", ">= 3 g/dL (>= 30 g/L)")
URINE = Rule("SMM-DX-URINE", "rajkumar2014", "secondary", ">= 500 mg/24 h")
SERUM_CUT = Cut(Op.GE, {"g/dL": D(3)})
URINE_CUT = Cut(Op.GE, {"mg/(24.h)": D(500)})
PRESENT_CUT = Cut(Op.GT, {"g/dL": D(0)})


def serum_amount(view: RecordView, cut: Cut) -> Judgement:
    """Compare the latest serum M-protein with a cut."""
    return judge_all(view.latest("serum_m_protein"), lambda result: _judge(view, result, cut))


def serum(view: RecordView, rule: Rule = SERUM, cut: Cut = SERUM_CUT) -> Criterion:
    """Judge the serum M-protein under a rule; that of SMM-DX unless another is given."""
    judgement = serum_amount(view, cut)
    return rule.answer(
        judgement.truth, map(input_of, view.latest("serum_m_protein")), judgement.note
    )


def urine(view: RecordView, rule: Rule = URINE, cut: Cut = URINE_CUT) -> Criterion:
    """Judge the 24-hour urine M-protein under a rule; that of SMM-DX unless another is given."""
    results = view.latest("urine_m_protein_24h")
    judgement = judge_all(results, lambda result: _judge(view, result, cut))
    return rule.answer(judgement.truth, map(input_of, results), judgement.note)


def ever(view: RecordView) -> bool:
    """Tell whether any M-protein of serum or urine up to the day reaches its cut by itself."""
    cuts = {"serum_m_protein": SERUM_CUT, "urine_m_protein_24h": URINE_CUT}
    truths = (_judge(view, x, cut).truth for code, cut in cuts.items() for x in view.results(code))
    return Truth.MET in truths


def _judge(view: RecordView, result: Result, cut: Cut) -> Judgement:
    if result.value is None:
        # Reported in words: "normal" means that none was found.
        none = result.interpretation is Interpretation.NORMAL
        return Judgement(Truth.NOT_MET if none else Truth.UNKNOWN)
    return judge(result, cut, view.catalogue)
