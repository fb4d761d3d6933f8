"""Test how codes become words in the window."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.domain.errors import FieldError, FieldErrors, Refusal, StorageError
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Sex
from desktop_app.domain.wording import Wording
from ui.wording import Words, age_text, day_text, sex_text

pytestmark = pytest.mark.usefixtures("dressed")
WORDS = Words(
    Wording(
        "en",
        {
            "error.not_a_number": "{text} is no number",
            "error.outside": "Outside 0 to 7 {unit}. Why?",
            "error.disk_full": "disk full",
            "refusal.reason_required": "say why",
        },
    )
)


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (
            FieldErrors((FieldError("hemoglobin", "not_a_number", (("text", "1e2"),)),)),
            "1e2 is no number",
        ),
        (Refusal("reason_required"), "say why"),
        (StorageError("disk_full"), "disk full"),
    ],
)
def test_every_problem_is_put_into_words(
    problem: FieldErrors | Refusal | StorageError, words: str
) -> None:
    assert WORDS.problem(problem) == words


@pytest.mark.parametrize(
    ("unit", "said"), [("", "Outside 0 to 7. Why?"), ("kg", "Outside 0 to 7 kg. Why?")]
)
def test_a_test_without_a_unit_leaves_no_gap(unit: str, said: str) -> None:
    assert WORDS.field_error(FieldError("onls_leg", "outside", (("unit", unit),))) == said


def test_a_code_without_a_sentence_is_shown_as_it_is() -> None:
    assert WORDS.category("new_category") == "new_category"


def test_what_is_not_known_of_a_person_is_said_or_left_out() -> None:
    assert sex_text(Sex.UNKNOWN) == "sex unknown"
    assert sex_text(Sex.FEMALE) == "F"
    assert sex_text(Sex.MALE) == "M"
    assert age_text(None) == ""
    assert age_text(67) == "67"


def test_days_are_shown_as_far_as_they_are_known() -> None:
    assert day_text(PartialDate("1959-03")) == "1959-03"
    assert day_text(date(2026, 11, 22)) == "2026-11-22"
    assert day_text(None) == ""
