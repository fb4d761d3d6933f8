"""Write ranges, points and risks in digits."""

from __future__ import annotations

from decimal import Decimal as D

import pytest

from desktop_app.domain.conclusions import Criterion, RiskFigure, Score
from desktop_app.domain.risk_text import (
    interval_text,
    percent_text,
    points_text,
    range_text,
    years_text,
)
from desktop_app.domain.truth import Truth


def figure(percent: str, low: str | None = None, high: str | None = None) -> RiskFigure:
    """Give a risk in two years."""
    ends = [None if end is None else D(end) for end in (low, high)]
    return RiskFigure(24, D(percent), "progression", False, "lakshman2018", "low", *ends)


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(3, 3, "3"), (3, 6, "3–6"), (D("1.50"), D("1.50"), "1.50"), (D("1E+1"), D(12), "10–12")],
)
def test_a_range_of_one_number_is_that_number(low: D | int, high: D | int, said: str) -> None:
    assert range_text(low, high) == said


def test_points_are_said_of_how_many() -> None:
    factors = tuple(Criterion(f"F{place}", Truth.MET) for place in range(3))
    known = Score(True, score_range=(2, 2), criteria=factors)

    assert points_text("mayo_20_2_20", known) == "2/3"
    assert points_text("imwg_2020_points", Score(True, score_range=(3, 5))) == "3–5/17"
    assert points_text("mayo_mgus", Score(True, criteria=factors)) == ""


def test_risks_of_several_groups_are_a_range_without_an_interval() -> None:
    several = (figure("26.3", "18.4", "36.2"), figure("9.7", "5.3", "17.1"))

    assert (percent_text(several), interval_text(several)) == ("9.7–26.3", "")
    assert (percent_text(several[1:]), interval_text(several[1:])) == ("9.7", "5.3–17.1")


def test_an_interval_that_begins_at_zero_is_said() -> None:
    assert interval_text((figure("1", "0", "4"),)) == "0–4"
    assert interval_text((figure("1"),)) == interval_text((figure("1", "0"),)) == ""


def test_where_nothing_is_printed_it_is_not_known() -> None:
    assert (percent_text(()), interval_text(())) == ("?", "")


@pytest.mark.parametrize(("months", "said"), [(24, "2"), (240, "20"), (18, "1.5")])
def test_months_are_said_as_years(months: int, said: str) -> None:
    assert years_text(months) == said
