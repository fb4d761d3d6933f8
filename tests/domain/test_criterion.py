"""Test the comparison of reported results with thresholds."""

from __future__ import annotations

from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criteria.calcium import CALCIUM_CUT
from desktop_app.domain.criteria.hemoglobin import HEMOGLOBIN_CUT
from desktop_app.domain.criteria.kidney import CREATININE_CUT
from desktop_app.domain.criteria.m_protein import SERUM_CUT
from desktop_app.domain.criterion import (
    MISSING,
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
from desktop_app.domain.record import Comparator, Interpretation, Result
from desktop_app.domain.truth import Truth
from tests.domain.cases import DAY, catalogue, result

# Half steps around the cut: between two reported numbers there is always a true value.
numbers = st.integers(min_value=-6, max_value=6)
comparators = st.sampled_from([None, *Comparator])
CLOSE = Note("within_rounding")


def _consistent(value: int, comparator: Comparator | None) -> list[D]:
    """Give true values, on a half-step grid wider than any cut, that a report allows."""
    grid = [D(n) / 2 for n in range(-40, 41)]
    match comparator:
        case None:
            return [D(value)]
        case Comparator.LT:
            return [x for x in grid if x < value]
        case Comparator.LE:
            return [x for x in grid if x <= value]
        case Comparator.GE:
            return [x for x in grid if x >= value]
        case Comparator.GT:
            return [x for x in grid if x > value]


def _meets(value: D, op: Op, cut: D) -> bool:
    return {Op.LT: value < cut, Op.LE: value <= cut, Op.GE: value >= cut, Op.GT: value > cut}[op]


@given(numbers, comparators, st.sampled_from(Op), numbers)
def test_comparison_is_sound_and_tight(
    value: int, comparator: Comparator | None, op: Op, cut: int
) -> None:
    answers = {_meets(x, op, D(cut)) for x in _consistent(value, comparator)}
    expected = Truth.of(answers.pop()) if len(answers) == 1 else Truth.UNKNOWN

    assert compare(D(value), comparator, op, D(cut)) is expected


@pytest.mark.parametrize(
    ("code", "cut", "given_", "truth", "note"),
    [
        ("creatinine", CREATININE_CUT, ("177", "umol/L"), Truth.NOT_MET, CLOSE),
        ("creatinine", CREATININE_CUT, ("176", "umol/L"), Truth.NOT_MET, None),
        ("creatinine", CREATININE_CUT, ("2", "mg/dL"), Truth.NOT_MET, None),
        ("creatinine", CREATININE_CUT, ("2.001", "mg/dL"), Truth.MET, CLOSE),
        ("creatinine", CREATININE_CUT, ("2.01", "mg/dL"), Truth.MET, None),
        ("calcium", CALCIUM_CUT, ("2.75", "mmol/L"), Truth.NOT_MET, CLOSE),
        ("calcium", CALCIUM_CUT, ("2.76", "mmol/L"), Truth.MET, None),
        ("calcium", CALCIUM_CUT, ("11", "mg/dL"), Truth.NOT_MET, None),
        ("calcium", CALCIUM_CUT, ("11.02", "mg/dL"), Truth.MET, CLOSE),
        ("calcium", CALCIUM_CUT, ("5.5", "mEq/L"), Truth.NOT_MET, CLOSE),
        ("calcium", CALCIUM_CUT, ("5.52", "mEq/L"), Truth.MET, None),
    ],
)
def test_each_unit_has_its_own_threshold_and_says_where_the_other_would_differ(
    code: str, cut: Cut, given_: tuple[str, str], truth: Truth, note: Note | None
) -> None:
    judgement = judge(result(code, *given_), cut, catalogue())

    assert judgement == Judgement(truth, note)


@pytest.mark.parametrize(
    ("value", "unit", "truth"),
    [
        ("3", "g/dL", Truth.MET),
        ("2.9", "g/dL", Truth.NOT_MET),
        ("30", "g/L", Truth.MET),
        ("29.9", "g/L", Truth.NOT_MET),
        ("3000", "mg/dL", Truth.MET),
        ("2999", "mg/dL", Truth.NOT_MET),
    ],
)
def test_units_that_differ_by_a_power_of_ten_share_a_threshold(
    value: str, unit: str, truth: Truth
) -> None:
    assert judge(result("serum_m_protein", value, unit), SERUM_CUT, catalogue()).truth is truth


@given(st.decimals(min_value=0, max_value=9, places=3), comparators)
def test_grams_per_litre_and_per_decilitre_never_disagree(
    value: D, comparator: Comparator | None
) -> None:
    sign = comparator.value if comparator else ""
    decilitre = judge(result("serum_m_protein", f"{sign}{value}", "g/dL"), SERUM_CUT, catalogue())
    litre = judge(result("serum_m_protein", f"{sign}{value * 10}", "g/L"), SERUM_CUT, catalogue())

    assert decilitre == litre


def test_a_unit_without_a_threshold_is_unknown_never_converted() -> None:
    judgement = judge(result("hemoglobin", "5", "mmol/L"), HEMOGLOBIN_CUT, catalogue())

    assert judgement == Judgement(Truth.UNKNOWN, Note("unit_not_covered", (("unit", "mmol/L"),)))


def test_a_result_in_words_has_no_number_to_compare() -> None:
    word = Result(PartialDate(DAY), "hemoglobin", interpretation=Interpretation.LOW)

    assert judge(word, HEMOGLOBIN_CUT, catalogue()).truth is Truth.UNKNOWN
    assert input_of(word).value == "low"


def test_results_that_may_all_be_the_latest_must_agree() -> None:
    low, high = result("hemoglobin", 8), result("hemoglobin", 12)

    def judged(*results: Result) -> Judgement:
        return judge_all(results, lambda x: judge(x, HEMOGLOBIN_CUT, catalogue()))

    assert judged() == MISSING
    assert judged(low).truth is Truth.MET
    assert judged(low, result("hemoglobin", 9)).truth is Truth.MET
    assert judged(low, high) == Judgement(Truth.UNKNOWN, Note("values_disagree"))


def test_the_trace_shows_a_result_as_it_was_reported() -> None:
    shown = input_of(result("flc_kappa", "<0.50", "mg/dL"))

    assert (shown.code, str(shown.value), shown.unit, shown.date, shown.comparator) == (
        "flc_kappa",
        "0.50",
        "mg/dL",
        DAY,
        "<",
    )


def test_an_answer_carries_the_rule_it_answers() -> None:
    rule = Rule("MM-X", "rajkumar2014", "secondary", "> 1")

    answer = rule.answer(Truth.MET)

    assert (answer.id, answer.threshold, answer.source, answer.status) == (
        "MM-X",
        "> 1",
        "rajkumar2014",
        "secondary",
    )
