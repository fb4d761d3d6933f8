"""Test who the people of a source are, and that a name alone never makes a match."""

from __future__ import annotations

import pytest

from desktop_app.domain.arrivals.known import KnownPerson
from desktop_app.domain.arrivals.matching import key_of, matched, people, read_sex
from desktop_app.domain.arrivals.review import ArrivingPerson, PersonState
from desktop_app.domain.arrivals.rows import StagedRow
from desktop_app.domain.arrivals.status import ReportStatus, status_of
from desktop_app.domain.conclusions import Note
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Sex
from tests.domain.arriving import arriving

KNOWN = KnownPerson(7, "0012", "ZZSENTINEL One", PartialDate("1960-03"), Sex.FEMALE)
GIVEN = {"patient_id": "0012", "name": "ZZSENTINEL One", "birth_date": "1960-03-04", "sex": "F"}


def born(text: str) -> PartialDate | None:
    """Read an ISO date."""
    try:
        return PartialDate(text)
    except ValueError:
        return None


def everybody(*rows: dict[str, str]) -> tuple[ArrivingPerson, ...]:
    """Give the people of rows."""
    return people([arriving(None, place, **row) for place, row in enumerate(rows)], born)


def codes(person: ArrivingPerson) -> list[str]:
    """Give the codes of what is noted of a person."""
    return [note.code for note in person.notes]


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ({"patient_id": "００12 ", "name": "A"}, "0012"),
        ({"patient_id": "A 12"}, "a12"),
        ({"name": " Chen  Li ", "birth_date": "1960-1-1"}, "chen li|1960-1-1"),
        ({"birth_date": "1960-1-1"}, ""),
        ({"patient_id": " "}, ""),
    ],
)
def test_a_person_is_known_by_number_else_by_name_and_birth_date(
    row: dict[str, str], key: str
) -> None:
    assert key_of(StagedRow(1, "", **row)) == key


def test_rows_of_one_number_are_one_person() -> None:
    (person,) = everybody(GIVEN, {"patient_id": "0012"}, GIVEN)

    assert person == ArrivingPerson(
        "0012", "0012", "ZZSENTINEL One", "1960-03-04", Sex.FEMALE, PersonState.NEW
    )


def test_who_has_no_number_is_nobody_yet() -> None:
    named, nameless = everybody({"name": "ZZSENTINEL"}, {})

    assert named.state is nameless.state is PersonState.UNNUMBERED
    assert (named.name, nameless.name, nameless.birth_date) == ("ZZSENTINEL", "", "")


@pytest.mark.parametrize(
    ("more", "state", "note"),
    [
        ({"birth_date": "1961-03-04"}, PersonState.BLOCKED, "two_birth_dates"),
        ({"sex": "男"}, PersonState.BLOCKED, "two_sexes"),
        ({"name": "ZZSENTINEL Two"}, PersonState.NEW, "two_names"),
        ({"birth_date": "1960-02-30"}, PersonState.NEW, "birth_date_unread"),
    ],
)
def test_a_source_that_contradicts_itself_says_so(
    more: dict[str, str], state: PersonState, note: str
) -> None:
    (person,) = everybody(GIVEN, GIVEN | more)

    assert (person.state, codes(person)) == (state, [note])


def test_spelling_makes_no_second_name() -> None:
    (person,) = everybody(GIVEN, GIVEN | {"name": "zzsentinel  one"})

    assert codes(person) == []


def test_a_remark_on_a_number_only_warns() -> None:
    rows = [arriving(None, **GIVEN)]

    (person,) = people(rows, born, lambda _: (Note("number_misspelt"),))

    assert (person.state, codes(person)) == (PersonState.NEW, ["number_misspelt"])


@pytest.mark.parametrize(
    ("more", "note"),
    [
        ({}, []),
        ({"birth_date": "1961-03-04"}, ["other_birth_date"]),
        ({"sex": "M"}, ["other_sex"]),
        ({"patient_id": "13"}, ["other_number"]),
        ({"name": "ZZSENTINEL Two"}, ["other_name"]),
        ({"birth_date": "", "sex": "", "name": "", "patient_id": ""}, []),
    ],
)
def test_a_match_is_blocked_where_birth_date_or_sex_or_number_disagrees(
    more: dict[str, str], note: list[str]
) -> None:
    (person,) = everybody(GIVEN | more)

    found = matched(person, KNOWN)

    agrees = not note or note == ["other_name"]
    assert found.state is (PersonState.MATCHED if agrees else PersonState.BLOCKED)
    assert (found.patient_id, codes(found)) == (7, note)


def test_a_chosen_patient_may_have_another_number_but_no_other_sex() -> None:
    (number,) = everybody(GIVEN | {"patient_id": "13"})
    (sex,) = everybody(GIVEN | {"patient_id": "13", "sex": "M"})

    assert matched(number, KNOWN, chosen=True).state is PersonState.MATCHED
    assert matched(sex, KNOWN, chosen=True).state is PersonState.BLOCKED


def test_who_is_described_in_two_ways_matches_nobody() -> None:
    (person,) = everybody(GIVEN, GIVEN | {"birth_date": "1961-03-04"})

    assert matched(person, KNOWN).state is PersonState.BLOCKED


def test_an_unknown_birth_date_speaks_for_nothing() -> None:
    (person,) = everybody(GIVEN)
    bare = KnownPerson(7, "0012", "ZZSENTINEL One", None, Sex.UNKNOWN)

    assert matched(person, bare).state is PersonState.MATCHED


def test_a_name_alone_only_proposes() -> None:
    (person,) = everybody({"name": "ZZSENTINEL One"})

    found = matched(person, None, (KNOWN,))

    assert (found.state, found.patient_id, found.candidates) == (PersonState.UNNUMBERED, None, (7,))


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("F", Sex.FEMALE),
        (" 女 ", Sex.FEMALE),
        ("1", Sex.MALE),
        ("", Sex.UNKNOWN),
        ("?", Sex.UNKNOWN),
    ],
)
def test_a_sex_is_read_as_laboratories_write_it(text: str, sex: Sex) -> None:
    assert read_sex(text) is sex


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("", ReportStatus.FINAL),
        (" ", ReportStatus.FINAL),
        ("F", ReportStatus.FINAL),
        ("preliminary", ReportStatus.PROVISIONAL),
        ("C", ReportStatus.CORRECTED),
        ("entered-in-error", ReportStatus.WITHDRAWN),
        ("I", ReportStatus.AWAITED),
        ("Z9", ReportStatus.UNREAD),
    ],
)
def test_a_status_is_read_from_letters_and_words(text: str, status: ReportStatus) -> None:
    assert status_of(text) is status
