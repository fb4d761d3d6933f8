"""Work out the period that a zoom or a move along the time axis asks for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.domain.chart import Axis

LEAST_DAYS, MOST_DAYS = 7.0, 60 * 365.25
MOVE = 0.25  # share of the period by which one step moves


def day_at(x: Axis, share: float) -> float:
    """Give the ordinal day at a share, 0 to 1, of the axis."""
    return x.low + share * (x.high - x.low)


def zoomed(x: Axis, factor: float, share: float) -> tuple[date, date]:
    """Give the period ``factor`` times as close; the day at ``share`` stays where it is."""
    span = min(max((x.high - x.low) / factor, LEAST_DAYS), MOST_DAYS)
    fixed = day_at(x, share)
    return _days(fixed - share * span, fixed + (1 - share) * span)


def moved(x: Axis, way: int) -> tuple[date, date]:
    """Give the period a step earlier (-1) or later (1)."""
    step = way * MOVE * (x.high - x.low)
    return _days(x.low + step, x.high + step)


def picked(x: Axis, one: float, other: float) -> tuple[date, date]:
    """Give the period between two shares of the axis, at least a week long."""
    low, high = sorted((day_at(x, one), day_at(x, other)))
    missing = max(LEAST_DAYS - (high - low), 0.0)
    return _days(low - missing / 2, high + missing / 2)


def _days(low: float, high: float) -> tuple[date, date]:
    least, most = date(1900, 1, 1).toordinal(), date(2200, 1, 1).toordinal()
    first = min(max(round(low), least), most)
    last = min(max(round(high), least), most)
    return date.fromordinal(first), date.fromordinal(max(last, first + 1))
