"""Test what a person's answers in a review add up to, and how one is taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from desktop_app.domain.arrivals import deciding
from desktop_app.domain.arrivals.change import percent_from
from desktop_app.domain.arrivals.review import (
    Arrival,
    ArrivalState,
    Decisions,
    ImportReview,
    LineAnswer,
    Question,
    Reading,
)
from desktop_app.domain.arrivals.rows import Layout, SiteProfile, Staged, StagedRow
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Comparator, Result

ROW = StagedRow(2, "Hb 13.1", item_name="Hb", value="13.1")
HB = Arrival(Reading(ROW, 4, "hb", ArrivalState.QUESTION), ArrivalState.QUESTION)


def test_answers_of_every_kind_are_kept_beside_each_other() -> None:
    made = deciding.with_item(Decisions(), "hb", "hemoglobin")
    made = deciding.with_unit(made, "hb", "g/dL")
    made = deciding.with_answer(made, 4, LineAnswer.TAKE)
    made = deciding.with_reason(made, 5, "measured twice")
    made = deciding.with_person(made, "0012345", 7)
    made = deciding.with_item(made, "wbc", "wbc")

    assert made == Decisions(
        items={"hb": "hemoglobin", "wbc": "wbc"},
        units={"hb": "g/dL"},
        answers={4: LineAnswer.TAKE},
        reasons={5: "measured twice"},
        people={"0012345": 7},
    )


def test_a_value_is_asked_anew_without_touching_the_others() -> None:
    made = Decisions(
        items={"hb": "hemoglobin", "hba": "x"},
        units={"hb": "g/dL", "hb[gr%]": "g/dL", "hba[gr%]": "g/L"},
        answers={4: LineAnswer.LEAVE, 5: LineAnswer.TAKE},
        reasons={4: "so", 6: "so"},
    )

    assert deciding.decided_about(made, HB)
    assert deciding.forgotten(made, HB) == Decisions(
        items={"hba": "x"},
        units={"hba[gr%]": "g/L"},
        answers={5: LineAnswer.TAKE},
        reasons={6: "so"},
    )
    assert not deciding.decided_about(deciding.forgotten(made, HB), HB)


def test_the_day_is_asked_while_a_row_lacks_one_and_stays_open_to_change() -> None:
    staged = Staged("paste", "", (ROW,), Layout.LONG)
    review = ImportReview(staged, SiteProfile(""), Decisions(), (HB,), ())
    lacking = replace(HB, questions=(Question(deciding.DAY),))
    read_without = replace(HB, reading=replace(HB.reading, questions=(Question("day"),)))

    assert not deciding.asks_for_day(review)
    assert deciding.asks_for_day(replace(review, arrivals=(HB, lacking)))
    assert deciding.asks_for_day(replace(review, arrivals=(read_without,)))
    assert deciding.asks_for_day(replace(review, decisions=Decisions(day=date(2026, 11, 22))))


def result(value: str | None, unit: str = "g/dL", comparator: Comparator | None = None) -> Result:
    """Give a haemoglobin."""
    number = None if value is None else Decimal(value)
    return Result(PartialDate("2026-11-20"), "hemoglobin", number, unit, comparator)


def test_a_change_is_told_in_whole_percent_of_the_last_value() -> None:
    assert percent_from(result("0.8"), result("0.9")) == 13
    assert percent_from(result("12"), result("9")) == -25
    assert percent_from(result("-2"), result("-1")) == 50


def test_no_change_is_told_between_values_that_do_not_compare() -> None:
    assert percent_from(result("12"), result("120", "g/L")) is None
    assert percent_from(result("12", comparator=Comparator.LT), result("9")) is None
    assert percent_from(result("12"), result("9", comparator=Comparator.GT)) is None
    assert percent_from(result("0"), result("9")) is None
    assert percent_from(result(None), result("9")) is None
    assert percent_from(result("12"), result(None)) is None
