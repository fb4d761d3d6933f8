"""Fit a line to values over time by least squares: slope a year and doubling time."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from math import fsum, log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

DAYS_A_YEAR = 365.25
_PLACES = Decimal("0.0001")


def slope_per_year(days: Sequence[int], values: Sequence[Decimal]) -> Decimal | None:
    """Give the change a year, to four decimals; None with fewer than two days."""
    slope = _slope(days, [float(value) for value in values])
    if slope is None:
        return None
    return Decimal(slope * DAYS_A_YEAR).quantize(_PLACES, rounding=ROUND_HALF_UP)


def doubling_days(days: Sequence[int], values: Sequence[Decimal]) -> int | None:
    """Give the days in which a rising value doubles, from the slope of its logarithm.

    None where it does not rise, or with fewer than two days of values above zero.
    """
    above = [(day, log(value)) for day, value in zip(days, values, strict=True) if value > 0]
    slope = _slope([day for day, _ in above], [value for _, value in above])
    return round(log(2) / slope) if slope is not None and slope > 0 else None


def _slope(days: Sequence[int], values: Sequence[float]) -> float | None:
    if len(set(days)) < 2:
        return None
    mean_day, mean = fsum(days) / len(days), fsum(values) / len(values)
    apart = [day - mean_day for day in days]
    rise = fsum(one * (value - mean) for one, value in zip(apart, values, strict=True))
    return rise / fsum(one * one for one in apart)
