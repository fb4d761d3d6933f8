"""Settle who the people of a source are: by number, never by a name alone, never unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.arrivals.review import (
    NOBODY,
    REGISTER,
    ArrivalState,
    Decisions,
    ImportReview,
    PersonState,
)
from desktop_app.domain.errors import Refusal
from tests.arriving import CREATININE, OTHER, WHO, a_file, a_row, reviewed, states
from tests.builders import RECORD_NUMBER, a_registration
from tests.data.reading import counts

if TYPE_CHECKING:
    from desktop_app.paths import Paths
    from desktop_app.services import Services

KEY = RECORD_NUMBER.casefold()
OTHER_KEY = OTHER.partition(",")[0].casefold()


def asked(review: ImportReview) -> list[list[str]]:
    return [[question.code for question in arrival.questions] for arrival in review.arrivals]


def notes(review: ImportReview) -> list[list[str]]:
    return [[note.code for note in person.notes] for person in review.people]


def test_nobody_is_registered_unasked(services: Services, paths: Paths) -> None:
    text = a_file(a_row(), a_row(CREATININE, OTHER))

    review = reviewed(services, text)

    assert [person.state for person in review.people] == [PersonState.NEW] * 2
    assert (states(review), asked(review)) == ([ArrivalState.QUESTION] * 2, [["person"]] * 2)
    with pytest.raises(Refusal, match="nothing_to_store"):
        services.imports.store(review)
    assert counts(paths)["patient"] == 0


@pytest.mark.parametrize(
    ("decisions", "registered"),
    [
        (Decisions(register_new=True), 2),
        (Decisions(register_new=True, people={OTHER_KEY: NOBODY}), 1),
        (Decisions(people={KEY: REGISTER}), 1),
    ],
)
def test_new_people_are_registered_as_a_person_decides(
    services: Services, decisions: Decisions, registered: int
) -> None:
    text = a_file(a_row(), a_row(CREATININE, OTHER))

    imported = services.imports.store(reviewed(services, text, decisions))

    assert imported.registered == registered == services.patients.counts().all
    assert len(imported.patients) == registered


@pytest.mark.usefixtures("patient_id")
def test_what_a_person_leaves_out_is_left_out(services: Services) -> None:
    text = a_file(a_row(), a_row("Widget,1,g/dL"), a_row("Hemoglobin,hemolyzed,"))

    review = reviewed(services, text, Decisions(people={KEY: NOBODY}))

    left = ArrivalState.LEFT_OUT
    assert states(review) == [left, left, ArrivalState.ABSENT]


@pytest.mark.parametrize(
    ("who", "lacking"),
    [
        ("ZZSENTINEL0009,,1950-01-01,F", "registration_name"),
        ("ZZSENTINEL0009,ZZSENTINELNAME,2026-11-23,F", "registration_birth_date"),
    ],
)
def test_who_cannot_be_registered_is_asked_about(
    services: Services, who: str, lacking: str
) -> None:
    review = reviewed(services, a_file(a_row(who=who)), Decisions(register_new=True))

    assert notes(review) == [[lacking]]
    with pytest.raises(Refusal, match="nothing_to_store"):
        services.imports.store(review)


@pytest.mark.parametrize("who", [WHO.replace("1969-05-12", "1970-01-01"), WHO.replace(",F", ",M")])
def test_who_disagrees_with_the_register_is_blocked(
    services: Services, patient_id: int, who: str
) -> None:
    review = reviewed(services, a_file(a_row(who=who)))

    (person,) = review.people
    assert (person.state, person.patient_id) == (PersonState.BLOCKED, patient_id)
    assert asked(review) == [["person"]]


def test_a_name_alone_only_proposes(services: Services, patient_id: int) -> None:
    text = a_file(a_row(who=WHO.replace(RECORD_NUMBER, "")))

    review = reviewed(services, text)

    (person,) = review.people
    assert (person.state, person.candidates) == (PersonState.UNNUMBERED, (patient_id,))
    chosen = reviewed(services, text, Decisions(people={person.key: patient_id}))
    assert states(chosen) == [ArrivalState.NEW]
    assert services.imports.store(chosen).patients == (patient_id,)


def test_a_paste_on_a_page_is_that_patients(services: Services, patient_id: int) -> None:
    text = "2026-11-20\nHb 13.1 g/dL\nCreatinine 0.9 mg/dL\n"

    review = reviewed(services, text, patient_id=patient_id)

    assert states(review) == [ArrivalState.NEW] * 2
    assert services.imports.store(review).patients == (patient_id,)


def test_a_paste_with_the_number_of_the_page_is_taken(services: Services, patient_id: int) -> None:
    review = reviewed(services, a_file(a_row()), patient_id=patient_id)

    assert states(review) == [ArrivalState.NEW]


@pytest.mark.parametrize("registered", [True, False])
def test_a_paste_with_another_number_is_blocked_until_somebody_says_it_is_right(
    services: Services, patient_id: int, registered: bool
) -> None:
    who = WHO.replace(RECORD_NUMBER, "ZZSENTINEL0002")
    if registered:
        services.patients.register(a_registration(2))
    text = a_file(a_row(who=who))

    review = reviewed(services, text, patient_id=patient_id)

    assert review.people[0].state is PersonState.BLOCKED
    assert "other_number" in notes(review)[0]
    said = Decisions(people={"zzsentinel0002": patient_id})
    assert states(reviewed(services, text, said, patient_id=patient_id)) == [ArrivalState.NEW]


def test_a_page_of_nobody_is_refused(services: Services) -> None:
    with pytest.raises(Refusal, match="no_such_patient"):
        reviewed(services, a_file(a_row()), patient_id=7)


@pytest.mark.parametrize(
    ("number", "said"),
    [("A123456789", []), ("A123456788", ["number_misspelt"]), ("A0001", [])],
)
def test_a_check_digit_that_does_not_fit_only_warns(
    services: Services, number: str, said: list[str]
) -> None:
    somebody = f"{number},{OTHER.partition(',')[2]}"

    review = reviewed(services, a_file(a_row(CREATININE, somebody)), Decisions(register_new=True))

    assert [note for note in notes(review)[0] if note.startswith("number_miss")] == said
    assert services.imports.store(review).registered == 1
