"""Test dates that may lack their day or month."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.partial_date import PartialDate, add_months
from desktop_app.domain.truth import Truth

days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last", "whole"),
    [
        ("2022-07-10", date(2022, 7, 10), date(2022, 7, 10), True),
        ("2022-07", date(2022, 7, 1), date(2022, 7, 31), False),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), False),
        ("2022", date(2022, 1, 1), date(2022, 12, 31), False),
    ],
)
def test_a_partial_date_is_its_interval(text: str, first: date, last: date, whole: bool) -> None:
    partial = PartialDate(text)

    assert (partial.first, partial.last, partial.whole) == (first, last, whole)
    assert str(partial) == text
    assert first <= partial.middle <= last


@pytest.mark.parametrize(
    "text",
    ["", "22", "2022-7", "2022-13", "2022-00", "2022-02-30", "2022-07-10T00:00", "10/07/2022",
     "0000", "0000-01-01", "２０２２", "2022-07-", " 2022",
     "0999-12-31", "3001", "9999-12-31", "2022-W10-1", "20220710"],
)  # fmt: skip
def test_a_text_that_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"no such|not an ISO|day is out of range"):
        PartialDate(text)


@given(st.sampled_from(["2022", "2022-07", "2022-07-10"]), days)
def test_order_to_a_day_is_unknown_only_where_the_interval_straddles_it(
    text: str, day: date
) -> None:
    partial = PartialDate(text)
    span = (partial.last - partial.first).days
    answers = {partial.first + timedelta(n) <= day for n in (0, span)}

    expected = Truth.of(answers.pop()) if len(answers) == 1 else Truth.UNKNOWN

    assert partial.on_or_before(day) is expected


@given(days)
def test_a_whole_day_is_itself(day: date) -> None:
    partial = PartialDate.of(day)

    assert partial.whole
    assert partial.first == partial.middle == day


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2026, 6, 30), 6, date(2026, 12, 30)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
    ],
)
def test_months_are_calendar_months(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


@given(days, st.integers(min_value=0, max_value=60), st.integers(min_value=0, max_value=60))
def test_more_months_never_give_an_earlier_day(day: date, fewer: int, more: int) -> None:
    assert add_months(day, fewer) <= add_months(day, fewer + more)
