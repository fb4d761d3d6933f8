"""Write ranges, points and risks in digits, the same on the screen, on paper and in plain text."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.domain.criteria.score_tables import SMM_MODELS
from desktop_app.domain.criteria.smm_points import FISH_POINTS, M_BINS, MARROW_BINS, RATIO_BINS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.conclusions import RiskFigure, Score

MONTHS_A_YEAR = 12
# The highest total of a model whose parts count more than one point each.
_MOST = {
    SMM_MODELS[2]: sum(bins.beyond for bins in (RATIO_BINS, M_BINS, MARROW_BINS)) + FISH_POINTS
}


def range_text(low: Decimal | int, high: Decimal | int) -> str:
    """Write a range with a dash between its ends, or the one number that it is."""
    return _digits(low) if low == high else f"{_digits(low)}–{_digits(high)}"


def points_text(name: str, score: Score) -> str:
    """Write the points of a model as far as known, and of how many; empty where it has none."""
    if score.score_range is None:
        return ""
    return f"{range_text(*score.score_range)}/{_MOST.get(name, len(score.criteria))}"


def percent_text(figures: Sequence[RiskFigure]) -> str:
    """Write the least and the greatest percent; ``?`` where nothing was printed."""
    if not figures:
        return "?"
    percents = [figure.percent for figure in figures]
    return range_text(min(percents), max(percents))


def interval_text(figures: Sequence[RiskFigure]) -> str:
    """Write the 95 % confidence interval of a lone figure; empty where none is printed."""
    if len(figures) != 1:
        return ""
    low, high = figures[0].low, figures[0].high
    return "" if low is None or high is None else f"{low:f}–{high:f}"


def years_text(months: int) -> str:
    """Write months as years."""
    return f"{months / MONTHS_A_YEAR:g}"


def _digits(number: Decimal | int) -> str:
    return f"{number:f}" if isinstance(number, Decimal) else str(number)
