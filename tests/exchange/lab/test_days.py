"""Test how days and times are read, of either calendar, and which of them are left open."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.arrivals.rows import DateStyle
from desktop_app.domain.partial_date import PartialDate
from desktop_app.exchange.lab.days import Moment, ambiguous, read_moment

AUTO = DateStyle.AUTO


@pytest.mark.parametrize(
    "text",
    ["2026-11-22", "2026/11/22", "2026.11.22", "20261122", "2026年11月22日", "2026年11月22號",
     "1151122",
     "115/11/22", "115.11.22", "115-11-22", "0115/11/22", "民國115年11月22日",
     "中華民國 115 年 11 月 22 日",
     "ROC 115/11/22", "２０２６／１１／２２", "22/11/2026", "11/22/2026", "22.11.2026",
     "22-Nov-2026",
     "22 November 2026", "Nov 22, 2026", "NOV. 22 2026", "22NOV2026", "2026/11/22 (日)",
     "2026/11/22(Sun)",
     " 2026-11-22 ", "2026-11-22 00:00:00", "202611220000", "2026/11/22 0:00"],
)  # fmt: skip
def test_a_day_is_read_in_each_of_its_spellings(text: str) -> None:
    assert read_moment(text, AUTO) == Moment(PartialDate("2026-11-22"))
    assert not ambiguous(text)


@pytest.mark.parametrize(
    "text",
    ["2026-11-22 09:05", "2026-11-22T09:05:33", "2026-11-22 09:05:33.123",
     "2026-11-22T09:05:33+08:00",
     "2026-11-22T09:05Z", "2026/11/22 9:05", "2026/11/22 0905", "2026/11/22 090533", "202611220905",
     "20261122090533+0800", "20261122090533.5", "11511220905", "1151122090533", "1151122 0905",
     "115/11/22 09:05", "2026/11/22 上午 9:05", "2026/11/22 9:05 AM", "2026年11月22日09時05分",
     "2026年11月22日 上午9时5分33秒", "22 Nov 2026 09:05", "2026/11/22 (日) 09:05",
     "2026/11/22上午09:05"],
)  # fmt: skip
def test_the_minute_is_read_as_printed(text: str) -> None:
    assert read_moment(text, AUTO) == Moment(PartialDate("2026-11-22"), "09:05")


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("2026/11/22 下午 9:05", "21:05"),
        ("2026/11/22 9:05 pm", "21:05"),
        ("2026/11/22 12:05 AM", "00:05"),
        ("2026/11/22 12:05 p.m.", "12:05"),
        ("2026/11/22 23:59", "23:59"),
    ],
)
def test_halves_of_the_day_are_told_apart(text: str, minute: str) -> None:
    assert read_moment(text, AUTO) == Moment(PartialDate("2026-11-22"), minute)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026", "2026"),
        ("2026年", "2026"),
        ("民國115", "2026"),
        ("115年", "2026"),
        ("2026-11", "2026-11"),
        ("2026/11", "2026-11"),
        ("2026年11月", "2026-11"),
        ("民國115年11月", "2026-11"),
        ("115/11", "2026-11"),
        ("11/2026", "2026-11"),
        ("0880101", "1999-01-01"),
        ("民國88年1月1日", "1999-01-01"),
        ("民國1年1月1日", "1912-01-01"),
        ("150/12/31", "2061-12-31"),
        ("2028-02-29", "2028-02-29"),
        ("117/2/29", "2028-02-29"),
        ("5/5/2026", "2026-05-05"),
    ],
)
def test_parts_of_a_day_and_roc_years_are_read(text: str, day: str) -> None:
    assert read_moment(text, AUTO) == Moment(PartialDate(day))


@pytest.mark.parametrize(
    "text",
    ["", "115/2/29", "2026-02-29", "2026/13/01", "2026/11/00", "2026-11-22 24:00",
     "2026-11-22 09:60",
     "2026/11/22 13:05 pm", "2026/11/22 0:05 am", "13.1", "115.11", "2026.11", "2026-",
     "2026/11/22/1",
     "45000", "1850", "1879-12-31", "3026/1/1", "151/1/1", "1511122", "0000101", "民國2026",
     "22-Xyz-2026",
     "22-Nov-26", "26-11", "11/12", "11.2026", "31/04/2026", "today", "30/02/2026", "x" * 65,
     "00880101", "26-11-",
     "2026-11-22T25:05"],
)  # fmt: skip
def test_what_is_no_day_is_none_in_every_style(text: str) -> None:
    assert all(read_moment(text, style) is None for style in DateStyle)
    assert not ambiguous(text)


@pytest.mark.parametrize(
    ("text", "style", "day"),
    [
        ("03/04/2026", DateStyle.DAY_FIRST, "2026-04-03"),
        ("03/04/2026", DateStyle.MONTH_FIRST, "2026-03-04"),
        ("88/1/1", DateStyle.ROC, "1999-01-01"),
        ("99.1.1", DateStyle.ROC, "2010-01-01"),
        ("99年1月1日", DateStyle.ROC, "2010-01-01"),
        ("115", DateStyle.ROC, "2026"),
    ],
)
def test_what_the_digits_leave_open_is_told_by_the_style(
    text: str, style: DateStyle, day: str
) -> None:
    assert read_moment(text, AUTO) is None
    assert read_moment(text, style) == Moment(PartialDate(day))
    assert ambiguous(text)


def test_a_year_of_two_digits_that_was_filled_up_is_not_guessed() -> None:
    assert read_moment("0026/1/1", AUTO) is None


def test_a_day_against_the_style_is_no_day() -> None:
    assert read_moment("11/22/2026", DateStyle.DAY_FIRST) is None
    assert read_moment("22/11/2026", DateStyle.MONTH_FIRST) is None


@given(st.dates(date(1912, 1, 1), date(2061, 12, 31)), st.sampled_from(DateStyle))
def test_every_day_is_read_back(day: date, style: DateStyle) -> None:
    moment = Moment(PartialDate.of(day))
    roc = day.year - 1911

    assert read_moment(day.isoformat(), style) == moment
    assert read_moment(f"{day:%Y%m%d}", style) == moment
    assert read_moment(f"{roc:03}{day:%m%d}", style) == moment
    assert read_moment(f"民國{roc}年{day.month}月{day.day}日", style) == moment
    assert read_moment(f"{roc:03}/{day.month}/{day.day}", style) == moment


@given(st.dates(date(1912, 1, 1), date(2061, 12, 31)), st.times())
def test_every_minute_is_read_back(day: date, clock: time) -> None:
    minute = f"{clock:%H:%M}" if clock.hour or clock.minute else ""
    read = Moment(PartialDate.of(day), minute)

    assert read_moment(f"{day} {clock:%H:%M:%S}", AUTO) == read
    assert read_moment(f"{day:%Y%m%d}{clock:%H%M}", AUTO) == read
    assert read_moment(f"{day:%Y/%m/%d} {clock.hour}:{clock:%M}", AUTO) == read


PIECES = st.sampled_from(
    ["2026", "115", "11", "1", "-", "/", ".", "年", "月", "日", "民國", " ", "T", ":", "05",
     "上午", "pm",
     "Nov", "(日)", "+08:00", "٣", "²"]
)  # fmt: skip


@given(
    st.text(max_size=2000) | st.lists(PIECES, max_size=14).map("".join), st.sampled_from(DateStyle)
)
def test_any_text_is_a_moment_or_none(text: str, style: DateStyle) -> None:
    read = read_moment(text, style)

    if read is not None:
        assert date(1880, 1, 1) <= read.day.first <= date(2150, 12, 31)
        assert read.minute == "" or f"{time.fromisoformat(read.minute):%H:%M}" == read.minute
