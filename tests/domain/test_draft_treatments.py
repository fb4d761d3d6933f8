"""Test how the treatments and events of a draft are checked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop_app.domain.drafts import KnownPart, checked_visit, known_part
from desktop_app.domain.errors import FieldErrors
from desktop_app.domain.finding_codes import EVENTS, STOP_REASONS
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import ClinicalEvent, PatientRecord, Person, Treatment
from desktop_app.domain.visit import DraftEvent, DraftTreatment, VisitDraft
from tests.domain.cases import catalogue

TODAY = date(2026, 11, 22)
BORN = PartialDate("1969-05")
RD = DraftTreatment("Rd", start="2024-05")
BROKEN = DraftEvent("fracture", "2024-05")


def known(**parts: Any) -> KnownPart:
    draft = VisitDraft(7, "2026-11-20", **parts)
    return known_part(draft, today=TODAY, birth=BORN, catalogue=catalogue())


def errors(**parts: Any) -> list[tuple[str, str]]:
    return [(error.field, error.code) for error in known(**parts).errors]


def test_a_treatment_keeps_its_days_and_what_was_answered() -> None:
    entered = (
        DraftTreatment(
            "  V  Rd ", (" bortezomib ", "", "Lenalidomide", "lenalidomide "), "2022-07",
            " 2022/10/3 ", cycles=" ４ ", cycle_days="21", stop_reason="planned", sequence="1",
            note=" split dose ",
        ),
        RD,
    )  # fmt: skip

    assert known(treatments=entered).treatments == (
        Treatment(
            "V Rd", PartialDate("2022-07"), ("bortezomib", "lenalidomide"),
            PartialDate("2022-10-03"), 4, "planned", 1, "split dose", 21,
        ),
        Treatment("Rd", PartialDate("2024-05")),
    )  # fmt: skip
    assert errors(treatments=entered) == []


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"regimen": " "}, "regimen", "required"),
        ({"start": " "}, "start", "required"),
        ({"start": "spring"}, "start", "not_a_partial_date"),
        ({"start": "2026-12"}, "start", "in_the_future"),
        ({"start": "1969-04"}, "start", "before_birth"),
        ({"stop": "spring"}, "stop", "not_a_partial_date"),
        ({"stop": "2027"}, "stop", "in_the_future"),
        ({"stop": "2024-04"}, "stop", "stop_before_start"),
        ({"stop_reason": "planned"}, "stop", "required"),
        ({"stop": "2024-06", "stop_reason": "bored"}, "stop_reason", "answer_not_understood"),
        ({"cycles": "-1"}, "cycles", "not_a_whole_number"),
        ({"cycles": "3.5"}, "cycles", "not_a_whole_number"),
        ({"cycles": "301"}, "cycles", "not_a_whole_number"),
        ({"cycle_days": "0"}, "cycle_days", "not_a_whole_number"),
        ({"cycle_days": "121"}, "cycle_days", "not_a_whole_number"),
        ({"sequence": "0"}, "sequence", "not_a_whole_number"),
        ({"sequence": "31"}, "sequence", "not_a_whole_number"),
    ],
)
def test_a_treatment_that_cannot_be_taken(changes: dict[str, str], field: str, code: str) -> None:
    entered = (replace(RD, **changes), RD)

    assert errors(treatments=entered) == [(f"treatments.0.{field}", code)]
    assert known(treatments=entered).treatments == (Treatment("Rd", PartialDate("2024-05")),)


@pytest.mark.parametrize(
    "changes",
    [
        {"cycles": "0"},
        {"cycles": "300"},
        {"cycle_days": "1"},
        {"cycle_days": "120"},
        {"sequence": "1"},
        {"sequence": "30"},
        {"stop": "2024"},
        {"stop": "2024-05-01"},
        {"start": "2026"},
        {"start": "1969"},
    ],
)
def test_what_may_still_be_right_is_taken(changes: dict[str, str]) -> None:
    assert errors(treatments=(replace(RD, **changes),)) == []


def test_a_count_that_is_none_says_what_was_expected() -> None:
    (error,) = known(treatments=(replace(RD, cycle_days=" monthly "),)).errors

    assert error.values == (("text", "monthly"), ("low", "1"), ("high", "120"))


@pytest.mark.parametrize("reason", sorted(STOP_REASONS))
def test_every_reason_to_stop_is_understood(reason: str) -> None:
    stopped = replace(RD, stop="2024-09", stop_reason=reason)

    assert known(treatments=(stopped,)).treatments[0].stop_reason == reason


def test_a_regimen_begins_once_on_a_day_but_may_be_given_again() -> None:
    given = (RD, replace(RD, regimen="rd"), replace(RD, start="2025"))

    assert errors(treatments=given) == [("treatments.1.regimen", "entered_twice")]
    assert [x.start.text for x in known(treatments=given).treatments] == ["2024-05", "2025"]


@pytest.mark.parametrize("code", sorted(EVENTS))
def test_every_event_of_the_contract_is_taken_with_its_partial_day(code: str) -> None:
    entered = DraftEvent(code, " 2023/1 ", sequence="2", note=" tandem ")

    assert known(events=(entered,)).events == (
        ClinicalEvent(PartialDate("2023-01"), code, 2, "tandem"),
    )


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"code": ""}, "code", "required"),
        ({"code": "birthday"}, "code", "answer_not_understood"),
        ({"date": ""}, "date", "required"),
        ({"date": "spring"}, "date", "not_a_partial_date"),
        ({"date": "2026-11-23"}, "date", "in_the_future"),
        ({"date": "1968"}, "date", "before_birth"),
        ({"sequence": "first"}, "sequence", "not_a_whole_number"),
        ({"sequence": "0"}, "sequence", "not_a_whole_number"),
    ],
)
def test_an_event_that_cannot_be_taken(changes: dict[str, str], field: str, code: str) -> None:
    entered = (replace(BROKEN, **changes), BROKEN)

    assert errors(events=entered) == [(f"events.0.{field}", code)]
    assert known(events=entered).events == (ClinicalEvent(PartialDate("2024-05"), "fracture"),)


def test_an_event_that_says_the_same_is_entered_twice_but_may_happen_again() -> None:
    happened = (BROKEN, BROKEN, replace(BROKEN, note="T12"))

    assert errors(events=happened) == [("events.1.code", "entered_twice")]
    assert [x.note for x in known(events=happened).events] == [None, "T12"]


def test_rows_in_which_nothing_stands_are_left_out() -> None:
    draft = VisitDraft(7, "2026-11-20", treatments=(DraftTreatment(""),), events=(DraftEvent(""),))

    with pytest.raises(FieldErrors) as refused:
        checked_visit(draft, today=TODAY, birth=None, catalogue=catalogue())

    assert [error.code for error in refused.value.errors] == ["empty_visit"]


@pytest.mark.parametrize("parts", [{"treatments": (RD,)}, {"events": (BROKEN,)}])
def test_each_part_alone_is_a_visit(parts: dict[str, Any]) -> None:
    draft = VisitDraft(7, "2026-11-20", **parts)

    visit = checked_visit(draft, today=TODAY, birth=None, catalogue=catalogue())

    (name,) = parts
    assert len(getattr(visit, name)) == 1


def test_what_is_known_joins_the_record_behind_what_it_holds() -> None:
    record = PatientRecord(
        Person(),
        treatments=(Treatment("VCd", PartialDate("2022")),),
        events=(ClinicalEvent(PartialDate("2022"), "infection"),),
    )

    joined = known(treatments=(RD,), events=(BROKEN,)).joined(record)

    assert [x.regimen for x in joined.treatments] == ["VCd", "Rd"]
    assert [x.code for x in joined.events] == ["infection", "fracture"]
