"""Collect what a leaflet says of one patient."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desktop_app.domain.document import Fact, Hole, LeafletValues, Level, Movement
from desktop_app.domain.leaflet_values import day_text
from desktop_app.domain.myeloma_conclusions import ImwgResponse, Myeloma
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Comparator, PatientRecord, Person, Result
from tests.domain.myelomas import point
from tests.reports.sheets import TAIWAN, TODAY, a_record, values_for

HB = Result(PartialDate("2026-11-22"), "hemoglobin", Decimal("13.4"), "g/dL")


OPEN = (Fact.M_PROTEIN_OPEN, Fact.ISOTYPE_OPEN, Fact.FLC_RATIO_OPEN)


def of(*results: Result) -> LeafletValues:
    """Collect the values of a record of these results."""
    return values_for(record=PatientRecord(Person(), results=results))


@pytest.mark.parametrize(
    ("m_protein", "movement", "fact"),
    [
        (("0.8", "0.9"), Movement.STEADY, Fact.TREND_STEADY),
        (("0.8", "1.2"), Movement.HIGHER, Fact.TREND_HIGHER),
        (("1.2", "0.8"), Movement.LOWER, Fact.TREND_LOWER),
        (("0.0", "0.8"), Movement.NOT_COMPARED, Fact.TREND_NOT_COMPARED),
    ],
)
def test_a_change_is_told_only_beyond_the_noise_of_the_test(
    m_protein: tuple[str, ...], movement: Movement, fact: Fact
) -> None:
    values = values_for(record=a_record(m_protein))

    assert values.results[0].movement is movement
    assert fact in values.facts
    assert set(values.charts) == {"zh-TW", "en"}
    assert values.texts["en"][Hole.FIRST_YEAR] == "2025"


@pytest.mark.parametrize(
    ("m_protein", "category", "fact"),
    [
        (("3.0", "0.4", "0.4"), "PR", Fact.TREND_LOWER),
        (("3.0", "0.4", "1.4"), "PR", Fact.TREND_NOT_COMPARED),
        (("3.0", "0.4", "0.4"), "PD", Fact.TREND_NOT_COMPARED),
        (("0.4", "0.4", "3.0"), "PD", Fact.TREND_HIGHER),
    ],
)
def test_a_fall_since_the_first_value_is_not_praised_while_the_myeloma_comes_back(
    m_protein: tuple[str, ...], category: str, fact: Fact
) -> None:
    response = ImwgResponse("IMWG 2016", current=point("2026-11", 1, category))

    values = values_for(
        record=a_record(m_protein),
        category="multiple_myeloma",
        myeloma=Myeloma(response=response),
    )

    assert {one for one in values.facts if one.value.startswith("trend")} == {fact}


def test_one_value_is_the_first_and_has_no_picture() -> None:
    values = values_for(record=a_record(("0.8",)))

    assert values.results[0].movement is Movement.FIRST
    assert values.results[0].previous is None
    assert values.charts == {}
    assert not any(fact.value.startswith("trend") for fact in values.facts)


def test_another_laboratory_is_not_compared() -> None:
    before = replace(HB, date=PartialDate("2025-11-22"), lab="A", value=Decimal(9))

    values = of(before, replace(HB, lab="B"))

    assert values.results[0].movement is Movement.NOT_COMPARED


@pytest.mark.parametrize(
    ("value", "comparator", "low", "high", "level"),
    [
        ("13", None, "12", "16", Level.NORMAL),
        ("11", None, "12", "16", Level.LOW),
        ("17", None, "12", "16", Level.HIGH),
        ("13", None, "12", None, None),
        ("13", None, None, "16", None),
        ("13", Comparator.LT, "12", "16", None),
    ],
)
def test_a_level_is_told_only_by_the_limits_of_the_report(
    value: str,
    comparator: Comparator | None,
    low: str | None,
    high: str | None,
    level: Level | None,
) -> None:
    result = replace(
        HB,
        value=Decimal(value),
        comparator=comparator,
        low=Decimal(low) if low else None,
        high=Decimal(high) if high else None,
    )

    assert of(result).results[0].level is level


def test_a_censored_value_keeps_its_sign() -> None:
    assert of(replace(HB, comparator=Comparator.LT)).results[0].latest.text == "<13.4"


def test_kidneys_are_told_by_egfr_or_else_by_creatinine() -> None:
    creatinine = Result(HB.date, "creatinine", Decimal("0.8"), "mg/dL")
    egfr = Result(HB.date, "egfr", Decimal(82), "mL/min/{1.73_m2}")

    assert [row.code for row in of(creatinine).results] == ["creatinine"]
    assert [row.code for row in of(creatinine, egfr).results] == ["egfr"]


def test_a_record_without_numbers_gives_no_table() -> None:
    values = of()

    assert values.results == ()
    assert values.facts == {Fact.NEXT_KNOWN, *OPEN}


@pytest.mark.parametrize("due", [None, TODAY, date(2026, 1, 1)])
def test_a_next_date_that_is_not_to_come_is_left_open(due: date | None) -> None:
    values = values_for(next_due=due)

    assert Fact.NEXT_OPEN in values.facts
    assert Hole.NEXT_DATE not in values.texts["en"]


def test_the_next_date_is_written_as_each_language_does() -> None:
    texts = values_for(TAIWAN).texts

    assert texts["zh-TW"][Hole.NEXT_DATE] == "2027 年 11 月 22 日"
    assert texts["en"][Hole.NEXT_DATE] == "22 November 2027"
    assert day_text(date(2026, 5, 3), "zh-CN") == "2026 年 5 月 3 日"


@pytest.mark.parametrize(
    ("languages", "number"),
    [
        (("zh-TW", "en"), "119"),
        (("zh-CN", "en"), "120"),
        (("zh-CN",), "120"),
        (("en",), "119 in Taiwan or 120 in mainland China"),
    ],
)
def test_the_emergency_number_is_that_of_the_place(languages: tuple[str, ...], number: str) -> None:
    assert values_for(languages).texts[languages[-1]][Hole.EMERGENCY] == number
