"""Test what identity numbers say, and that a check digit which fails only warns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Sex
from desktop_app.exchange.lab.person_numbers import NumberCheck, NumberKind, check_number


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("A123456789", NumberCheck(NumberKind.TAIWAN_ID, True, Sex.MALE)),
        ("Ａ１２３４５６７８９", NumberCheck(NumberKind.TAIWAN_ID, True, Sex.MALE)),
        (" a123456789 ", NumberCheck(NumberKind.TAIWAN_ID, True, Sex.MALE)),
        ("F131104093", NumberCheck(NumberKind.TAIWAN_ID, True, Sex.MALE)),
        ("B142610160", NumberCheck(NumberKind.TAIWAN_ID, True, Sex.MALE)),
        ("A223456781", NumberCheck(NumberKind.TAIWAN_ID, True, Sex.FEMALE)),
        ("A123456788", NumberCheck(NumberKind.TAIWAN_ID, False, Sex.MALE)),
        ("A800000014", NumberCheck(NumberKind.TAIWAN_RESIDENT, True, Sex.MALE)),
        ("A900000016", NumberCheck(NumberKind.TAIWAN_RESIDENT, True, Sex.FEMALE)),
        # An official guide prints this one, although its check digit fails.
        ("AB12345678", NumberCheck(NumberKind.TAIWAN_RESIDENT_OLD, False, Sex.FEMALE)),
        ("AC01234567", NumberCheck(NumberKind.TAIWAN_RESIDENT_OLD, True, Sex.MALE)),
        # The two examples of the national standard GB 11643.
        (
            "11010519491231002X",
            NumberCheck(NumberKind.CHINA_ID, True, Sex.FEMALE, PartialDate("1949-12-31")),
        ),
        (
            "440524188001010014",
            NumberCheck(NumberKind.CHINA_ID, True, Sex.MALE, PartialDate("1880-01-01")),
        ),
        (
            "11010519491231002x",
            NumberCheck(NumberKind.CHINA_ID, True, Sex.FEMALE, PartialDate("1949-12-31")),
        ),
        (
            "110105194912310021",
            NumberCheck(NumberKind.CHINA_ID, False, Sex.FEMALE, PartialDate("1949-12-31")),
        ),
        ("110105194913310021", NumberCheck(NumberKind.CHINA_ID, False, Sex.FEMALE)),
    ],
)
def test_a_number_says_its_kind_and_sex(text: str, check: NumberCheck) -> None:
    assert check_number(text) == check


@pytest.mark.parametrize("text", ["", "0012345", "A12345678", "A323456789", "AE12345678", "1" * 41])
def test_a_chart_number_says_nothing(text: str) -> None:
    assert check_number(text) is None


@given(st.from_regex(r"[A-Z][12][0-9]{7}", fullmatch=True))
def test_one_of_ten_check_digits_fits(start: str) -> None:
    checks = [check_number(f"{start[:9]}{digit}") for digit in range(10)]

    assert sum(check is not None and check.fits for check in checks) == 1


@given(st.text(max_size=2000) | st.from_regex(r"\d{17}[\dX]", fullmatch=True))
def test_any_text_is_checked(text: str) -> None:
    check = check_number(text)

    assert check is None or check.kind in NumberKind
