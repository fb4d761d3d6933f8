"""Test what becomes of a value beside the record and the other values of its source."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.arrivals.review import ArrivalState, Decisions, LineAnswer, Question
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Finding
from tests.domain.arriving import (
    DAY,
    arriving,
    asked,
    compared,
    immunofixation,
    known,
    value_of,
)

EARLIER = "2026-05-01"


def states(*arguments: object, **more: object) -> list[str]:
    """Give the states of what is compared."""
    return [arrival.state.value for arrival in compared(*arguments, **more)]  # type: ignore[arg-type]


def test_a_value_that_the_record_lacks_is_new() -> None:
    assert states([arriving(value_of("hemoglobin", "13.1"))]) == ["new"]


@pytest.mark.parametrize(("value", "unit"), [("13.1", "g/dL"), ("13.10", "g/dL"), ("131", "g/L")])
def test_the_same_value_is_the_same_in_any_unit(value: str, unit: str) -> None:
    record = known(value_of("hemoglobin", "13.1"))

    (arrival,) = compared([arriving(value_of("hemoglobin", value, unit=unit))], record)

    assert (arrival.state, arrival.stored) == (ArrivalState.SAME, record.results[0])


@pytest.mark.parametrize(
    ("stored", "come"),
    [
        (value_of("hemoglobin", "13.1"), value_of("hemoglobin", "13.2")),
        (value_of("hemoglobin", "13.1"), value_of("hemoglobin", "<13.1")),
        (value_of("hemoglobin", "normal"), value_of("hemoglobin", "13.1")),
        (value_of("hemoglobin", "13.1", unit="furlong"), value_of("hemoglobin", "13.1")),
        (immunofixation("IgG-kappa"), immunofixation("IgG-lambda")),
    ],
)
def test_another_value_of_the_day_is_asked_about(stored: object, come: object) -> None:
    record = known(stored)  # type: ignore[arg-type]

    (arrival,) = compared([arriving(come)], record)  # type: ignore[arg-type]

    assert "differs_from_record" in [question.code for question in arrival.questions]
    assert arrival.stored in (*record.results, *record.findings)


def test_words_that_say_the_same_are_the_same() -> None:
    record = known(value_of("hemoglobin", "low"), immunofixation("IgG-kappa"))
    come = [arriving(value_of("hemoglobin", "low")), arriving(immunofixation("IgG-kappa"))]

    assert states(come, record) == ["same", "same"]


def test_a_finding_and_a_result_are_never_the_same() -> None:
    odd = Finding(PartialDate(DAY), "hemoglobin", True)

    assert states([arriving(value_of("hemoglobin", "13"))], known(odd)) == ["question"]


def test_another_specimen_of_the_day_is_no_conflict() -> None:
    stored = replace(value_of("hemoglobin", "13"), specimen="arterial")
    come = replace(value_of("hemoglobin", "12"), specimen="venous")

    assert states([arriving(come)], known(stored)) == ["new"]


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (None, "question"),
        (LineAnswer.TAKE, "new"),
        (LineAnswer.REPLACE, "corrects"),
        (LineAnswer.LEAVE, "left_out"),
    ],
)
def test_an_answer_decides_a_conflict(answer: LineAnswer | None, state: str) -> None:
    decisions = Decisions(answers={} if answer is None else {0: answer})
    come = [arriving(value_of("hemoglobin", "13"))]

    assert states(come, known(value_of("hemoglobin", "12")), decisions) == [state]


def test_what_has_nothing_to_replace_stays_a_question() -> None:
    come = [arriving(value_of("hemoglobin", "4.9"))]

    assert states(come, decisions=Decisions(answers={0: LineAnswer.REPLACE})) == ["question"]


def test_a_row_without_an_entry_stays_open_whatever_is_answered_but_leave() -> None:
    unknown = arriving(None)
    unread = replace(unknown, state=ArrivalState.QUESTION, questions=(Question("unit"),))

    take = Decisions(answers={0: LineAnswer.TAKE})
    leave = Decisions(answers={0: LineAnswer.LEAVE})

    assert states([unread], decisions=take) == ["question"]
    assert states([unknown], decisions=take) == ["unknown"]
    assert states([unknown], decisions=leave) == ["left_out"]


def test_what_the_laboratory_corrects_takes_the_place_of_the_stored_value() -> None:
    record = known(value_of("hemoglobin", "12"))
    come = [arriving(value_of("hemoglobin", "13"), status="C")]

    assert states(come) == ["new"]
    assert states(come, record) == ["corrects"]
    assert states(come, record, Decisions(answers={0: LineAnswer.LEAVE})) == ["left_out"]


def test_a_correction_that_is_asked_about_still_corrects() -> None:
    record = known(value_of("hemoglobin", "12"))
    come = [arriving(value_of("hemoglobin", "4.9"), status="corrected")]

    assert states(come, record) == ["question"]
    assert states(come, record, Decisions(answers={0: LineAnswer.TAKE})) == ["corrects"]


def test_a_correction_of_one_of_two_stored_values_is_asked_about() -> None:
    record = known(value_of("hemoglobin", "12"), value_of("hemoglobin", "11"))

    (arrival,) = compared([arriving(value_of("hemoglobin", "13"), status="C")], record)

    assert asked([arrival]) == {"hemoglobin": ["differs_from_record"]}


def test_one_value_only_takes_the_place_of_a_stored_one() -> None:
    record = known(value_of("hemoglobin", "12"))
    come = [
        arriving(value_of("hemoglobin", value), place, minute=minute)
        for place, (value, minute) in enumerate([("13", "08:00"), ("14", "09:00")])
    ]
    replace_both = Decisions(answers=dict.fromkeys((0, 1), LineAnswer.REPLACE))

    both = compared(come, record, replace_both)
    one = states(come, record, Decisions(answers={0: LineAnswer.REPLACE, 1: LineAnswer.LEAVE}))

    assert [arrival.state for arrival in both] == [ArrivalState.QUESTION] * 2
    assert {arrival.questions[-1].code for arrival in both} == {"replaced_twice"}
    assert one == ["corrects", "left_out"]


def test_the_same_value_twice_in_a_source_comes_in_once() -> None:
    twice = [arriving(value_of("hemoglobin", "13"), place) for place in (0, 1)]

    assert states(twice) == ["new", "same"]


def test_different_values_of_one_specimen_are_both_asked_about() -> None:
    two = [arriving(value_of("hemoglobin", value), int(value)) for value in ("13", "14")]

    assert asked(compared(two)) == {"hemoglobin": ["differs_in_source"]}
    assert states(two) == ["question", "question"]


def test_values_of_two_times_of_a_day_both_come_in() -> None:
    two = [
        arriving(value_of("hemoglobin", "13"), 0, minute="08:00"),
        arriving(value_of("hemoglobin", "14"), 1, minute="14:00"),
    ]

    assert states(two) == ["new", "new"]


@pytest.mark.parametrize(("first", "then"), [("P", "F"), ("F", "C"), ("", "corrected")])
def test_a_later_report_takes_the_place_of_an_earlier_one(first: str, then: str) -> None:
    two = [
        arriving(value_of("hemoglobin", "13"), 0, status=first),
        arriving(value_of("hemoglobin", "14"), 1, status=then),
    ]

    assert states(two) == ["left_out", "new"]


def test_nothing_was_measured_before_birth() -> None:
    come = [arriving(value_of("hemoglobin", "13", "1950-01-01"))]

    assert states(come) == ["refused"]
    assert states(come, birth=None) == ["new"]


@pytest.mark.parametrize(
    ("before", "now", "question"),
    [
        ("1.2", "12", ["tenfold_of_last"]),
        ("12", "1.2", ["tenfold_of_last"]),
        ("1.2", "2.0", []),
        ("low", "1.2", []),
    ],
)
def test_a_decimal_slip_against_the_last_value_is_asked_about(
    before: str, now: str, question: list[str]
) -> None:
    record = known(value_of("creatinine", before, EARLIER))

    (arrival,) = compared([arriving(value_of("creatinine", now))], record)

    assert [x.code for x in arrival.questions] == question
    assert arrival.last == record.results[0].entry


def test_a_slip_of_a_thousand_is_asked_about() -> None:
    record = known(value_of("wbc", "4.2", EARLIER))
    slip = value_of("wbc", "0.0042")

    (arrival,) = compared([arriving(slip)], record)

    assert "thousandfold_of_last" in [question.code for question in arrival.questions]


def test_a_value_in_another_unit_is_compared_in_one() -> None:
    record = known(value_of("hemoglobin", "13", EARLIER))

    assert states([arriving(value_of("hemoglobin", "130", unit="g/L"))], record) == ["new"]


def test_the_last_value_may_be_one_of_the_source() -> None:
    earlier = arriving(value_of("creatinine", "1.2", EARLIER), 1)

    slip, _ = compared([arriving(value_of("creatinine", "12")), earlier])

    assert slip.last == earlier.entry


def test_nothing_before_is_no_last_value() -> None:
    later = known(value_of("creatinine", "1.2", "2026-09-01"))

    (arrival,) = compared([arriving(value_of("creatinine", "12"))], later)

    assert arrival.last is None


def test_an_unusual_value_is_asked_about_unless_there_is_a_reason() -> None:
    unusual = value_of("hemoglobin", "4.9")

    assert asked(compared([arriving(unusual)])) == {"hemoglobin": ["unusual"]}
    assert states([arriving(replace(unusual, confirmed=True, note="seen"))]) == ["new"]
    assert states([arriving(value_of("creatinine_clearance", "<4"))]) == ["question"]


VALUES = st.sampled_from(["13", "13.0", "14", "1.4", "<13", "low"])
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["hemoglobin", "creatinine"]),
        VALUES,
        st.sampled_from([EARLIER, DAY]),
        st.sampled_from(["", "08:00"]),
        st.sampled_from(["", "P", "C"]),
    ),
    max_size=7,
)


@given(rows=ROWS, data=st.data())
def test_the_order_of_rows_does_not_matter(
    rows: list[tuple[str, str, str, str, str]], data: st.DataObject
) -> None:
    readings = [
        arriving(value_of(code, value, day), 0, minute=minute, status=status)
        for code, value, day, minute, status in rows
    ]
    shuffled = data.draw(st.permutations(readings))
    record = known(value_of("hemoglobin", "13", EARLIER), value_of("creatinine", "1.4"))

    def told(come: list[object]) -> list[str]:
        arrivals = compared(come, record)  # type: ignore[arg-type]
        return sorted(
            f"{x.state} {x.reading.code} {_plain(x.reading.entry)} {sorted(map(str, x.questions))}"
            for x in arrivals
        )

    assert told(list(shuffled)) == told(list(readings))


def _plain(entry: object) -> str:
    """Say a value as a number, since 13 and 13.0 are one."""
    value = getattr(entry, "value", None)
    number = value.normalize() if isinstance(value, Decimal) else value
    return f"{number} {getattr(entry, 'comparator', '')} {getattr(entry, 'date', '')}"
