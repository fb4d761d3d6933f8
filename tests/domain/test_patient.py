"""Check a registration: what is required, which birth dates can be, and how old that makes one."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.domain.errors import FieldErrors
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.patient import EARLIEST_BIRTH_YEAR, Registration, age_on

TODAY = date(2026, 11, 22)


def refused(registration: Registration) -> set[tuple[str, str]]:
    """Give field and code of every error."""
    with pytest.raises(FieldErrors) as caught:
        registration.checked(TODAY)
    return {(error.field, error.code) for error in caught.value.errors}


def test_number_and_name_are_required_and_said_together() -> None:
    assert refused(Registration(" ", "\u3000")) == {
        ("record_number", "required"),
        ("name", "required"),
    }


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1955-02-30", "not_a_date"),
        ("soon", "not_a_date"),
        ("2026-11-23", "in_the_future"),
        (f"{EARLIEST_BIRTH_YEAR - 1}-12-31", "too_long_ago"),
    ],
)
def test_an_impossible_birth_date_is_refused(text: str, code: str) -> None:
    assert refused(Registration("1", "A", text)) == {("birth_date", code)}


@pytest.mark.parametrize("text", ["2026-11-22", f"{EARLIEST_BIRTH_YEAR}", "1955-03", ""])
def test_a_possible_birth_date_is_taken_as_far_as_it_is_known(text: str) -> None:
    identity = Registration("1", "A", text).checked(TODAY)

    assert identity.birth_date == (PartialDate(text) if text else None)


def test_full_width_characters_are_folded_and_spaces_trimmed() -> None:
    identity = Registration("\uff11\uff12 ", " 王  小明 ", "\uff11\uff19\uff15\uff15").checked(
        TODAY
    )

    assert (identity.record_number, identity.name) == ("12", "王 小明")
    assert identity.birth_date == PartialDate("1955")


@pytest.mark.parametrize(
    ("birth", "age"),
    [("1955-11-22", 71), ("1955-11-23", 70), ("1955-11", None), ("1955-12", 70), ("1955", None)],
)
def test_an_age_that_the_birth_date_leaves_open_is_not_guessed(birth: str, age: int | None) -> None:
    assert age_on(PartialDate(birth), TODAY) == age
