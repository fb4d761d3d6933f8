"""Choose axis limits and ticks: round numbers, decades, and calendar days.

Limits always cover the data that they were asked to cover.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from math import ceil, floor, log10
from typing import TYPE_CHECKING

from desktop_app.domain.chart import Axis, Scale, Tick
from desktop_app.domain.partial_date import add_months

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_STEPS = (1.0, 2.0, 5.0)
_LOG_STEPS = (1, 2, 5)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240)
_DAY_STEPS = (1, 2, 7, 14)
TIME_MARGIN = 0.02  # share of the span kept free on either side, so that no mark is cut


def linear_axis(label: str, low: float, high: float, intervals: int = 4) -> Axis:
    """Give an axis from the round number at or below ``low`` to the one at or above ``high``."""
    if high <= low:
        spread = abs(low) * 0.1 or 1.0
        low, high = (low - spread if low else 0.0), high + spread
    step = _best_step(low, high, intervals)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    digits = max(0, -int(Decimal(f"{step:g}").normalize().as_tuple().exponent))
    places = [round(k * step, digits) for k in range(first, last + 1)]
    ticks = tuple(Tick(place, number_label(place, digits)) for place in places)
    return Axis(label, min(places[0], low), max(places[-1], high), ticks)


def log_axis(
    label: str, smallest: float, high: float, *, floor_label: str | None, most: int = 6
) -> Axis:
    """Give a log axis from a round number at or below the smallest positive value.

    ``floor_label`` names the floor where zero is drawn; the floor then lies a step below.
    """
    powers = _log_grid(smallest, max(high, smallest))
    if floor_label is not None or len(powers) == 1:
        powers.insert(0, _log_below(powers[0]))
    shown = _thinned(powers, most)
    ticks = [Tick(place, f"{Decimal(f'{place:.6g}'):f}") for place in shown]
    if floor_label is not None:
        ticks = [Tick(powers[0], floor_label), *(tick for tick in ticks if tick.at > powers[0])]
    low, top = min(powers[0], smallest), max(powers[-1], high)
    return Axis(label, low, top, tuple(ticks), Scale.LOG)


def time_axis(first: date, last: date, *, most: int = 7, margin: float = TIME_MARGIN) -> Axis:
    """Give a true time axis (ordinal days) with ticks at whole years, months or days."""
    span = max((last - first).days, 1)
    pad = max(span * margin, 0.5)
    low, high = first.toordinal() - pad, last.toordinal() + pad
    return Axis("", low, high, tuple(_calendar_ticks(low, high, most)))


def number_label(value: float, digits: int) -> str:
    """Write a tick with a fixed number of decimals, minus as a real minus sign."""
    text = f"{value:.{digits}f}"
    return text.replace("-", "−") if float(text) else text.lstrip("-")


def _best_step(low: float, high: float, intervals: int) -> float:
    """Give the round step that wastes least of the axis, with about so many intervals."""
    power = 10.0 ** floor(log10((high - low) / intervals))
    fitting = []
    for step in (part * scale for scale in (power / 10, power, power * 10) for part in _STEPS):
        first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
        if intervals - 1 <= last - first <= intervals + (2 if intervals > 3 else 1):
            fitting.append(((last - first) * step, last - first, step))
    return min(fitting)[2] if fitting else power * 10


def _log_grid(low: float, high: float) -> list[float]:
    """Give 1-2-5 places from the last one at or below ``low`` to the first at or above ``high``."""
    exponent = floor(log10(low) + 1e-12)
    places = [
        float(f"{step}e{exponent + decade}")
        for decade in range(ceil(log10(high / low)) + 3)
        for step in _LOG_STEPS
    ]
    start = max((place for place in places if place <= low * (1 + 1e-9)), default=places[0])
    end = next(place for place in places if place >= high)
    return [place for place in places if start <= place <= end]


def _log_below(place: float) -> float:
    exponent = floor(log10(place) + 1e-12)
    digit = round(place / 10.0**exponent)
    return float(f"{ {1: 5, 2: 1, 5: 2}[digit] }e{exponent - (digit == 1)}")


def _thinned(places: Sequence[float], most: int) -> list[float]:
    """Keep all 1-2-5 places if few, else decades, else every n-th decade."""
    if len(places) <= most:
        return list(places)
    decades = [place for place in places if f"{place:e}".startswith("1.000000e")]
    every = max(1, ceil(len(decades) / most))
    return decades[::every]


def _calendar_ticks(low: float, high: float, most: int) -> list[Tick]:
    first, last = date.fromordinal(ceil(low)), date.fromordinal(floor(high))
    days = (last - first).days
    for step in _DAY_STEPS:
        if days / step <= most - 1:
            return [_day_tick(day) for day in _days(first, last, step)]
    months = days / 30.44
    step = next((one for one in _MONTH_STEPS if months / one <= most), _MONTH_STEPS[-1])
    ticks = [_month_tick(day, step) for day in _months(first, last, step)]
    return ticks or [_day_tick(first), _day_tick(last)]


def _days(first: date, last: date, step: int) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day += timedelta(days=step)


def _months(first: date, last: date, step: int) -> Iterator[date]:
    index = -(-(first.year * 12 + first.month - 1 + (first.day > 1)) // step) * step
    day = date(index // 12, index % 12 + 1, 1)
    while day <= last:
        yield day
        day = add_months(day, step)


def _day_tick(day: date) -> Tick:
    return Tick(float(day.toordinal()), day.isoformat())


def _month_tick(day: date, step: int) -> Tick:
    label = f"{day.year}" if step >= 12 else f"{day.year}-{day.month:02d}"
    return Tick(float(day.toordinal()), label)
