"""Prove that a score of care is said where enough is known, and what is missing where it is not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desktop_app.data.content.wordings import load_wordings
from desktop_app.domain.care_words import care_remarks, care_text
from desktop_app.domain.catalogue import Catalogue
from desktop_app.domain.conclusions import Criterion, Note, RiskFigure, Score
from desktop_app.domain.trace_words import TraceWords
from desktop_app.domain.truth import Truth
from tests.domain.cases import RESOURCES

ITEMS = "VTE-SAVED-SURGERY", "VTE-SAVED-ASIAN", "VTE-SAVED-VTE", "VTE-SAVED-AGE"


WORDS = TraceWords(load_wordings(RESOURCES)["en"], Catalogue({}))
RISKS = tuple(
    RiskFigure(6, Decimal(percent), "venous_thrombosis", False, "sanfilippo2019", group)
    for percent, group in (("3.3", "low"), ("8.3", "intermediate"))
)


def score(known: int, groups: tuple[str, ...], points: tuple[int, int] = (0, 3)) -> Score:
    """Build a score of four items, the first of them known, with the risks of two groups."""
    items = tuple(
        Criterion(name, Truth.MET if place < known else Truth.UNKNOWN)
        for place, name in enumerate(ITEMS)
    )
    group = groups[0] if len(groups) == 1 else None
    notes = (Note("frail_age_75"),)
    return Score(True, None, None, points, group, groups, RISKS, items, notes=notes)


@pytest.mark.parametrize(
    ("known", "groups", "points", "said"),
    [
        (2, ("low", "high"), (-1, 3), "−1–3, low risk–high risk"),
        (1, ("high",), (2, 6), "2–6, high risk"),
        (
            *(1, ("low", "high"), (0, 6)),
            "less than half is known; missing: Asian ancestry; Earlier thrombosis; Age",
        ),
    ],
)
def test_points_are_said_where_half_is_known_or_the_group_is_settled(
    known: int, groups: tuple[str, ...], points: tuple[int, int], said: str
) -> None:
    text = care_text("VTE-SAVED", score(known, groups, points), WORDS)

    assert text == f"Thrombosis (SAVED): {said}"


def test_the_risk_is_said_beside_points_only_and_notes_always() -> None:
    told, open_ = (care_remarks(score(known, ("low", "high")), WORDS) for known in (2, 1))

    assert told[0] == "Thrombosis within 6 months: 3.3–8.3 % (Sanfilippo 2019)"
    assert [len(each) for each in (told, open_)] == [2, 1]
    assert open_[0].startswith("Exactly 75")
