"""Read allergies: none is hidden, and no answer is not "none"."""

from __future__ import annotations

import pytest

from desktop_app.domain.allergies import allergies_of
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Finding

Answer = tuple[str, tuple[str, ...]]


@pytest.mark.parametrize(
    ("answers", "known"),
    [
        ((), None),
        ((("2026-01-01", ()),), ()),
        ((("2026-01-01", ("penicillin",)),), ("penicillin",)),
        ((("2026-01-01", ("penicillin",)), ("2026-03-01", ())), ()),
        ((("2026-03-01", ("iodine",)), ("2026-01-01", ("penicillin",))), ("iodine",)),
        ((("2026-01-01", ("penicillin",)), ("2026-01-01", ())), ("penicillin",)),
        ((("2026", ("penicillin",)), ("2026-03", ("iodine", "penicillin"))),
         ("penicillin", "iodine")),
    ],
)  # fmt: skip
def test_the_latest_answers_count(
    answers: tuple[Answer, ...], known: tuple[str, ...] | None
) -> None:
    found = [Finding(PartialDate(on), "allergy", names) for on, names in answers]

    assert allergies_of([Finding(PartialDate("2026-12-01"), "bone_pain", True), *found]) == known


def test_an_answer_of_another_shape_says_nothing() -> None:
    assert allergies_of([Finding(PartialDate("2026"), "allergy", "penicillin")]) is None
