"""Axes, thinning and zoom: what every chart rests on, whatever the values."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.chart import Point
from desktop_app.domain.chart_period import LEAST_DAYS, moved, picked, zoomed
from desktop_app.domain.decimation import decimated, visible
from desktop_app.domain.ticks import linear_axis, log_axis, time_axis

numbers = st.floats(-1e6, 1e6).filter(lambda x: x == 0 or abs(x) > 1e-6)
positive = st.floats(1e-6, 1e6)


@given(one=numbers, other=numbers, intervals=st.integers(2, 6))
def test_linear_ticks_cover_the_data(one: float, other: float, intervals: int) -> None:
    low, high = min(one, other), max(one, other)
    axis = linear_axis("", low, high, intervals)

    assert axis.low <= low
    assert axis.high >= high
    assert axis.low < axis.high
    assert 2 <= len(axis.ticks) <= intervals + 3
    assert all(a.at < b.at for a, b in pairwise(axis.ticks))
    assert axis.ticks[0].at <= axis.low + (axis.high - axis.low) * 1e-9


@given(one=positive, other=positive, zero=st.booleans())
def test_log_ticks_cover_the_data(one: float, other: float, zero: bool) -> None:
    low, high = min(one, other), max(one, other)
    axis = log_axis("", low, high, floor_label="0" if zero else None)

    assert 0 < axis.low <= low
    assert axis.high >= high
    assert 0 <= axis.place(low) <= axis.place(high) <= 1
    assert all(axis.low <= tick.at <= axis.high for tick in axis.ticks)
    assert all(a.at < b.at for a, b in pairwise(axis.ticks))
    assert not zero or axis.low < low


@given(first=st.dates(date(1950, 1, 1), date(2060, 1, 1)), days=st.integers(0, 25_000))
def test_time_ticks_lie_inside_the_period_in_order(first: date, days: int) -> None:
    axis = time_axis(first, first + timedelta(days=days))

    assert axis.low < first.toordinal() <= first.toordinal() + days < axis.high
    assert all(axis.low <= tick.at <= axis.high for tick in axis.ticks)
    assert all(a.at < b.at for a, b in pairwise(axis.ticks))
    assert 1 <= len(axis.ticks) <= 10
    assert len({tick.label for tick in axis.ticks}) == len(axis.ticks)


def test_time_ticks_stand_at_whole_years_over_twenty_years() -> None:
    axis = time_axis(date(2006, 6, 1), date(2026, 6, 1))

    assert [tick.label for tick in axis.ticks] == ["2010", "2015", "2020", "2025"]
    assert axis.ticks[0].at == date(2010, 1, 1).toordinal()


@given(st.lists(st.floats(0, 100), min_size=5, max_size=3000), st.integers(1, 50))
def test_decimation_loses_no_extreme(values: list[float], buckets: int) -> None:
    points = [a_point(float(day), value) for day, value in enumerate(values)]
    kept = decimated(points, buckets)

    assert {min(values), max(values)} <= {point.y for point in kept}
    assert {points[0], points[-1]} <= set(kept)
    assert len(kept) <= max(4 * (buckets + 1), 4 * buckets)
    assert list(kept) == sorted(kept, key=lambda point: point.x)


def test_decimation_keeps_every_change_of_laboratory() -> None:
    points = [a_point(float(day), 1.0, joined=day != 777) for day in range(2000)]

    assert points[777] in decimated(points, 10)


def test_the_neighbours_beyond_the_period_are_kept() -> None:
    points = [a_point(float(day), 1.0) for day in range(10)]

    assert [point.x for point in visible(points, 4.5, 6.5)] == [4.0, 5.0, 6.0, 7.0]
    assert [point.x for point in visible(points, 4.2, 4.8)] == [4.0, 5.0]


def test_zoom_keeps_the_day_under_the_pointer_and_a_week_at_least() -> None:
    x = time_axis(date(2020, 1, 1), date(2021, 1, 1))
    first, last = zoomed(x, 2, 0.25)
    fixed = x.low + 0.25 * (x.high - x.low)

    assert (fixed - first.toordinal()) / (last - first).days == pytest.approx(0.25, abs=0.01)
    assert (last - first).days == pytest.approx((x.high - x.low) / 2, abs=1)
    for first, last in (zoomed(x, 1e9, 0.5), picked(x, 0.5, 0.5)):
        assert LEAST_DAYS <= (last - first).days <= LEAST_DAYS + 1


def test_a_move_keeps_the_length_of_the_period() -> None:
    x = time_axis(date(2020, 1, 1), date(2021, 1, 1))
    first, last = moved(x, -1)

    assert (last - first).days == pytest.approx(x.high - x.low, abs=1)
    assert first < date(2019, 11, 1)


def a_point(x: float, y: float, *, joined: bool = True) -> Point:
    return Point(x, y, "", "", x, x, joined=joined)
