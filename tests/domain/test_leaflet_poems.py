"""Collect what the leaflet on POEMS says of one patient."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal as D

import pytest

from desktop_app.domain.document import Fact, Hole, LeafletValues, Level, Movement, OwnResult
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.poems_conclusions import Poems
from desktop_app.domain.record import PatientRecord, Person, Result
from tests.poems_picture import FIRST, PICTURE, RESPONSE, SECOND, THIRD, VEGF, WATCH, a_poems_record
from tests.poems_picture import picture as a_picture
from tests.reports.sheets import values_for

TODAY_DUE = date(2026, 12, 1)


def values(record: PatientRecord | None = None, poems: Poems | None = PICTURE) -> LeafletValues:
    """Collect the values of a patient with POEMS."""
    return values_for(
        record=record or a_poems_record(), category="poems", poems=poems, next_due=None
    )


def of(*results: Result, poems: Poems | None = None) -> LeafletValues:
    """Collect the values of a record of these results."""
    return values(PatientRecord(Person(), results=results), poems)


def serum(day: str, value: str, code: str = "vegf_serum", **changes: object) -> Result:
    """Give a VEGF."""
    made = Result(PartialDate(day), code, D(value), "pg/mL")
    return replace(made, **changes)  # type: ignore[arg-type]


def onls(day: str, arm: str, leg: str, mode: str | None = None) -> tuple[Result, Result]:
    """Give both grades of a day."""
    made = Result(PartialDate(day), "onls_arm", D(arm), "{score}", method=mode)
    return made, replace(made, code="onls_leg", value=D(leg))


def row(found: LeafletValues, code: str) -> OwnResult:
    """Give a row of the table."""
    return next(one for one in found.results if one.code == code)


def trend(found: LeafletValues) -> set[Fact]:
    """Give what is told of the trend."""
    return {fact for fact in found.facts if fact.value.startswith("trend")}


def test_serum_and_plasma_stand_in_rows_of_their_own() -> None:
    found = values()

    assert [one.code for one in found.results] == [
        *("vegf_serum", "vegf_plasma", "serum_m_protein", "onls_total", "platelets"),
    ]
    assert row(found, "vegf_plasma").previous is None
    assert row(found, "vegf_serum").first is not None


def test_the_total_of_onls_is_made_of_both_grades_of_a_day_asked_in_one_way() -> None:
    observed = Result(PartialDate(THIRD), "onls_arm", D(0), "{score}", method="observed")
    words = replace(observed, date=PartialDate("2026-01-05"), method=None, value=None)
    found = of(*onls(FIRST, "2", "3"), *onls(SECOND, "1", "2"), observed, words)

    total = row(found, "onls_total")
    assert (total.latest.text, total.movement) == ("3", Movement.LOWER)
    assert total.latest.day.text == SECOND


@pytest.mark.parametrize(
    ("first", "second", "movement"),
    [
        (("2", "3"), ("2", "3"), Movement.STEADY),
        (("2", "3"), ("3", "3"), Movement.HIGHER),
        (("0", "0"), ("0", "1"), Movement.HIGHER),
    ],
)
def test_a_point_of_onls_is_a_change(
    first: tuple[str, str], second: tuple[str, str], movement: Movement
) -> None:
    found = of(*onls(FIRST, *first), *onls(SECOND, *second))

    assert row(found, "onls_total").movement is movement


def test_onls_asked_in_another_way_is_not_compared() -> None:
    found = of(*onls(FIRST, "2", "3", "interview"), *onls(SECOND, "1", "1", "observed"))

    assert row(found, "onls_total").movement is Movement.NOT_COMPARED


def test_the_total_of_onls_is_the_one_that_the_response_reads() -> None:
    # RESP-POEMS-BASE: a mode that is not stated is the same.
    arm, leg = onls(SECOND, "1", "1")
    half_named = replace(arm, method="observed"), leg
    found = of(*onls(FIRST, "2", "3", "observed"), *half_named)

    total = row(found, "onls_total")
    assert (total.latest.text, total.movement) == ("2", Movement.LOWER)


@pytest.mark.parametrize(
    ("before", "after", "movement", "fact"),
    [
        ("1000", "500", Movement.LOWER, Fact.TREND_LOWER),
        ("1000", "501", Movement.NOT_COMPARED, Fact.TREND_NOT_COMPARED),
        ("1000", "1499", Movement.NOT_COMPARED, Fact.TREND_NOT_COMPARED),
        ("1000", "1500", Movement.HIGHER, Fact.TREND_HIGHER),
    ],
)
def test_vegf_has_moved_by_half_or_more(
    before: str, after: str, movement: Movement, fact: Fact
) -> None:
    found = of(serum(FIRST, before), serum(SECOND, after))

    assert row(found, "vegf_serum").movement is movement
    assert trend(found) == {fact}


def test_a_level_is_told_by_the_limit_of_the_laboratory() -> None:
    assert row(of(serum(FIRST, "900", high=D(600))), "vegf_serum").level is Level.HIGH
    assert row(of(serum(FIRST, "500", high=D(600))), "vegf_serum").level is None


def test_the_picture_shows_the_specimen_that_was_followed_longest() -> None:
    plasma = (serum(FIRST, "900", "vegf_plasma"), serum(SECOND, "80", "vegf_plasma"))

    assert "serum" in values().charts["en"].panels[0].y.label
    assert "plasma" in of(serum(FIRST, "4000"), *plasma).charts["en"].panels[0].y.label
    assert of(*onls(FIRST, "2", "3")).charts == {}
    assert values().texts["en"][Hole.FIRST_DAY] == FIRST


def test_a_fall_is_not_praised_while_vegf_comes_back() -> None:
    rising = replace(VEGF, current="PD_V")
    waiting = replace(VEGF, pending=True)

    def told(axis: object) -> set[Fact]:
        response = replace(RESPONSE, axes=(axis,))  # type: ignore[arg-type]
        return trend(values(poems=a_picture(response=response)))

    assert trend(values()) == {Fact.TREND_LOWER}
    assert told(rising) == told(waiting) == {Fact.TREND_NOT_COMPARED}
    assert trend(values(poems=a_picture(response=None))) == {Fact.TREND_LOWER}


def test_a_fall_is_not_praised_where_the_last_value_rose() -> None:
    found = of(serum(FIRST, "5000"), serum(SECOND, "400"), serum(THIRD, "900"))

    assert trend(found) == {Fact.TREND_NOT_COMPARED}


def test_the_next_day_is_the_first_of_what_is_watched() -> None:
    later = (replace(WATCH[0], due="2027-03-19"), *WATCH[1:])

    found = values(poems=a_picture(watch=later))

    assert found.texts["en"][Hole.NEXT_DATE] == "19 December 2026"


def test_while_something_is_overdue_or_undated_the_next_day_is_left_open() -> None:
    assert Fact.NEXT_OPEN in values().facts
    assert Fact.NEXT_OPEN in values(poems=None).facts
    assert Fact.NEXT_OPEN in values(poems=a_picture(watch=WATCH[2:])).facts


def test_what_is_watched_is_told_to_patients_with_poems_alone() -> None:
    other = values_for(category="smm", poems=PICTURE, next_due=None)

    assert Fact.NEXT_OPEN in other.facts


def test_the_plan_of_the_doctor_comes_before_what_is_watched() -> None:
    planned = values_for(
        record=a_poems_record(), category="poems", poems=PICTURE, next_due=TODAY_DUE
    )

    assert planned.texts["en"][Hole.NEXT_DATE] == "1 December 2026"
