"""Test how sizes, shares and partial dates are read; numbers stand in test_drafts.py."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.typed_values import (
    parse_partial_date,
    parse_percent,
    parse_plain_number,
    parse_sizes,
    parse_whole_number,
    sizes_text,
)


@pytest.mark.parametrize(
    ("text", "share"),
    [("0", "0"), ("60", "60"), (" 60 % ", "60"), ("６０．５％", "60.5"), ("100", "100")],
)
def test_a_share_is_read_with_or_without_its_sign(text: str, share: str) -> None:
    assert parse_percent(text) == Decimal(share)


@pytest.mark.parametrize("text", ["", "%", "100.1", "101", "-1", "<5", "sixty", "60 % of", "6%0"])
def test_what_is_no_share_from_0_to_100_is_refused(text: str) -> None:
    assert parse_percent(text) is None


@pytest.mark.parametrize(("text", "number"), [("0", 0), (" 4 ", 4), ("２８", 28), ("4.0", 4)])
def test_a_whole_number_is_read(text: str, number: int) -> None:
    assert parse_whole_number(text) == number


@pytest.mark.parametrize("text", ["", "4.5", "<4", "-1", "four", "4 x"])
def test_what_is_no_whole_number_is_refused(text: str) -> None:
    assert parse_whole_number(text) is None


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("42", ("42",)),
        ("42 x 30", ("42", "30")),
        ("42X30", ("42", "30")),
        ("42 × 30 × 18.5 mm", ("42", "30", "18.5")),
        ("４２＊３０", ("42", "30")),
        ("42*30 MM", ("42", "30")),
        ("４２ｘ３０", ("42", "30")),
        ("42Ｘ30 X 18", ("42", "30", "18")),
    ],
)
def test_one_to_three_diameters_are_read(text: str, sizes: tuple[str, ...]) -> None:
    assert parse_sizes(text) == tuple(map(Decimal, sizes))


@pytest.mark.parametrize(
    "text",
    ["", "x", "42 x", "x 30", "42 x 0", "0", "42 30", "4.2 cm", "1x2x3x4", "<42", "42 by 30"],
)
def test_what_is_no_size_is_refused(text: str) -> None:
    assert parse_sizes(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019", "2019"),
        ("2019-05", "2019-05"),
        ("2019-5-3", "2019-05-03"),
        (" 2019/05/03 ", "2019-05-03"),
        ("２０１９．５", "2019-05"),
    ],
)
def test_a_date_may_lack_its_day_or_month(text: str, day: str) -> None:
    found = parse_partial_date(text)

    assert found is not None
    assert found.text == day


@pytest.mark.parametrize(
    "text", ["", "19", "2019-13", "2019-02-30", "5/2019", "2019-05-03-01", "0019", "May 2019"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    assert parse_partial_date(text) is None


def test_a_plain_number_has_no_comparator() -> None:
    assert parse_plain_number("９．１") == Decimal("9.1")
    assert parse_plain_number("<9.1") is None


@given(st.text(max_size=14))
def test_any_text_is_read_or_refused(text: str) -> None:
    sizes, share, day = parse_sizes(text), parse_percent(text), parse_partial_date(text)

    assert sizes is None or all(size > 0 for size in sizes)
    assert sizes is None or parse_sizes(sizes_text(sizes)) == sizes
    assert share is None or 0 <= share <= 100
    assert day is None or day.first <= day.last
