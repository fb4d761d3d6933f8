"""Test the short words in which POEMS is told in window, letter and prose."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal as D

import pytest

from desktop_app.domain import poems_words as said
from desktop_app.domain.conclusions import Score
from desktop_app.domain.poems_conclusions import AxisPoint, Poems, PoemsTier, ResponseAxis
from tests.poems_picture import (
    BLOOD,
    CLINICAL,
    FIRST,
    NOTE,
    PUMCH,
    TIER,
    VEGF,
    WATCH,
    picture,
    vegf,
)
from tests.ui.words import terms

NOT_YET = ResponseAxis("vegf", evaluable=False, current="NE", confirmed=False)


def level(code: str) -> str:
    """Name a level."""
    return terms().of("axis_level", code)


def test_the_tier_is_told_with_the_day_on_which_the_criteria_were_met() -> None:
    name = terms().of("poems_tier", "confirmed")

    assert said.tier_text(TIER, terms()) == f"{name}, criteria met since {FIRST}"
    assert said.tier_text(PoemsTier("confirmed"), terms()) == name


def test_an_axis_is_told_with_how_firm_it_is_and_what_stays_possible() -> None:
    named = terms().of("axis", "vegf")

    assert said.axis_text(VEGF, terms()) == f"{named}: {level('CR_V')}, unconfirmed"
    assert said.axis_level_text(BLOOD, terms()) == (
        f"{level('VGPR_H')}, to be confirmed (possible: CRH/VGPRH)"
    )
    assert said.axis_level_text(CLINICAL, terms()) == level("Cm")


@pytest.mark.parametrize("axis", [NOT_YET, replace(NOT_YET, current=None)])
def test_what_cannot_be_judged_is_not_called_unconfirmed(axis: ResponseAxis) -> None:
    assert said.axis_level_text(axis, terms()) == level("NE")


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        (AxisPoint("2026", "NR_V"), "{NR_V}"),
        (AxisPoint("2026", "PD_V", confirmed=False), "{PD_V}, unconfirmed"),
        (
            AxisPoint("2026", "NE", ("PR_V", "NR_V"), confirmed=False),
            "{NE} (possible: PRV/NRV)",
        ),
    ],
)
def test_a_day_of_an_axis_is_told_the_same_way(point: AxisPoint, expected: str) -> None:
    names = {code: level(code) for code in ("NR_V", "PD_V", "NE")}

    assert said.axis_point_text(point, terms()) == expected.format(**names)


def test_the_best_level_is_told_with_its_day_where_it_is_known() -> None:
    assert said.axis_best_text(VEGF, terms()) == f"{level('CR_V')} (2025-09-12)"
    assert said.axis_best_text(CLINICAL, terms()) == level("Ci")
    assert said.axis_best_text(NOT_YET, terms()) == ""


def test_the_values_of_an_axis_are_baseline_lowest_and_now() -> None:
    assert said.axis_values_text(VEGF, terms()) == (
        "baseline 4800 pg/mL (2025-03-10) · lowest 420 pg/mL (2025-09-12)"
        " · now 510 pg/mL (2026-06-19)"
    )
    undated = replace(VEGF, baseline=None, nadir=None, value=replace(vegf("510", ""), date=None))
    assert said.axis_values_text(undated, terms()) == "now 510 pg/mL"
    assert said.axis_values_text(CLINICAL, terms()) == ""


@pytest.mark.parametrize(
    ("arm", "leg", "expected"),
    [
        (D(2), D(3), "arm 2 + leg 3 = 5"),
        (D(2), None, "arm 2 + leg – = –"),
        (None, D(3), "arm – + leg 3 = –"),
    ],
)
def test_onls_has_a_total_only_of_both_grades(arm: D | None, leg: D | None, expected: str) -> None:
    assert said.onls_text(arm, leg, terms()) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"present": True, "type": "demyelinating"}, "yes · {demyelinating}"),
        ({"present": True, "type": "small fibre"}, "yes · small fibre"),
        ({"present": False}, "no"),
        ({"type": "axonal"}, "{axonal}"),
        (True, "yes"),
        ({}, "–"),
    ],
)
def test_the_neuropathy_is_told_with_its_type(value: object, expected: str) -> None:
    names = {kind: terms().of("polyneuropathy", kind) for kind in ("axonal", "demyelinating")}

    assert said.neuropathy_text(value, terms()) == expected.format(**names)


def test_the_score_is_a_range_with_every_group_that_stays_possible() -> None:
    low, high = terms().of("risk_group", "intermediate"), terms().of("risk_group", "high")
    settled = replace(PUMCH, score_range=(1, 1), possible_groups=("intermediate",))

    assert said.pumch_text(PUMCH, terms()) == f"PUMCH 1–2/5 points: {low}–{high}"
    assert said.pumch_text(settled, terms()) == f"PUMCH 1/5 points: {low}"


def test_a_score_that_does_not_apply_says_why() -> None:
    assert said.pumch_text(Score(applicable=False, reason=NOTE), terms()) == "Not recorded."
    assert said.pumch_text(Score(applicable=False), terms()) == ""


def test_a_row_of_follow_up_says_how_often_when_last_and_when_next() -> None:
    measured, _, lungs = WATCH

    assert said.watch_text(measured, terms()) == (
        "Not recorded. · last 2026-06-19 · due 2026-09-19"
    )
    assert said.watch_text(lungs, terms()) == "Not recorded. · not done yet"


def test_the_picture_is_told_by_tier_risk_and_the_axes_that_can_be_judged() -> None:
    tier, risk, axes = said.picture_lines(picture(), terms())

    assert tier == said.tier_text(TIER, terms())
    assert risk == said.pumch_text(PUMCH, terms())
    assert axes.count(" · ") == 3
    assert said.picture_lines(Poems(PoemsTier("suspected")), terms()) == (
        terms().of("poems_tier", "suspected"),
    )
