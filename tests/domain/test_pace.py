"""Test what is said of the pace of a rising course, and of which courses nothing is said."""

from __future__ import annotations

import pytest

from desktop_app.domain.conclusions import Note
from desktop_app.domain.pace import paces
from tests.domain.cases import assessed, result, serum

IGG = serum("IgG-kappa")


def said(code: str, *values: tuple[str, object]) -> list[Note]:
    """Give the notes on a course of values by day."""
    return list(paces(assessed(IGG, *(result(code, x, on=day) for day, x in values)).series))


def test_a_value_that_doubled_in_a_year_doubles_in_twelve_months() -> None:
    (note,) = said("serum_m_protein", ("2024-06-01", "1.0"), ("2025-06-01", "2.0"))

    assert dict(note.values) == {
        "code": "serum_m_protein",
        "slope": "+1.00 g/dL",
        "start": "2024-06-01",
        "end": "2025-06-01",
        "months": "12",
    }


@pytest.mark.parametrize(
    ("code", "later"), [("serum_m_protein", "1.0"), ("serum_m_protein", "0.9"), ("creatinine", "2")]
)
def test_nothing_is_said_of_what_does_not_rise_or_is_not_made_by_the_clone(
    code: str, later: str
) -> None:
    assert said(code, ("2024-06-01", "1.0"), ("2025-06-01", later)) == []


def test_a_single_value_has_no_pace() -> None:
    assert said("serum_m_protein", ("2025-06-01", "1.0")) == []
