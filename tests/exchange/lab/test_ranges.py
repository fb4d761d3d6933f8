"""Test how reference ranges are read, and that what is no range stays a note."""

from __future__ import annotations

import csv
from decimal import Decimal as D
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.record import Sex
from desktop_app.exchange.lab.ranges import Limits, read_range

TRAPS = {
    "[1:20x(-)][1:20x(-)]": Limits(note="[1:20x(-)][1:20x(-)]"),
    "[Negative][]": Limits(note="[Negative][]"),
    "[][Random Urine＜ 1.9]": Limits(high=D("1.9"), note="random urine"),
    "[][plasma ≦0.04]": Limits(high=D("0.04"), note="plasma"),
    "異常，建議：請洽詢醫師": Limits(note="異常，建議：請洽詢醫師"),
    "2.9-4.9 mmol/L": Limits(D("2.9"), D("4.9")),
    "70_105": Limits(D(70), D(105)),
    "3.8-11.2": Limits(D("3.8"), D("11.2")),
    "": None,
}


@pytest.mark.shared
def test_every_range_of_real_systems_is_read(shared: Path) -> None:
    with (shared / "data/traps/real_value_strings.csv").open(encoding="utf-8-sig") as stream:
        sent = [row["reference_as_sent"] for row in csv.DictReader(stream)]

    assert {text: read_range(text, Sex.FEMALE) for text in sent} == TRAPS


@pytest.mark.parametrize(
    "text",
    ["12-16", "12~16", "12～16", "12_16", "12 – 16", "12--16", "12 to 16", "12至16", "[12][16]",
     "[ 12 ] [ 16 ]", "[12-16]", "[12-16][]", "12-16 g/dL", "12-16g/dL", "(12-16)", "12-16 %",
     "12-16 x10^9/L", "12-16 10*3/uL", "12-16 mL/min/1.73m2", "12-16 mL/min/1.73 m2", "12-16/HPF",
     "12-16 kg/m²", "12-16 mL/min/1.73 m²", "１２－１６"],
)  # fmt: skip
def test_a_range_has_two_ends_whatever_its_unit(text: str) -> None:
    assert read_range(text, Sex.UNKNOWN) == Limits(D(12), D(16))


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("<5", Limits(high=D(5))),
        ("≦ 5", Limits(high=D(5))),
        ("小於 5 mg/L", Limits(high=D(5))),
        ("5以下", Limits(high=D(5))),
        ("[][<5]", Limits(high=D(5))),
        ("[][5]", Limits(high=D(5))),
        (">60", Limits(D(60))),
        ("大於等於60", Limits(D(60))),
        ("[>60][]", Limits(D(60))),
        ("[60][]", Limits(D(60))),
        ("-2~3", Limits(D(-2), D(3))),
        ("700 - 1,600 mg/dL", Limits(D(700), D(1600))),
        ("[1,000][1,600]", Limits(D(1000), D(1600))),
        ("成人: 3.5-5.0", Limits(D("3.5"), D("5.0"), "成人")),
        ("3.5-5.0 (fasting)", Limits(D("3.5"), D("5.0"), "fasting")),
        ("serum 3-5 adults", Limits(D(3), D(5), "serum adults")),
    ],
)
def test_a_bound_or_a_remark_is_read(text: str, limits: Limits) -> None:
    assert read_range(text, Sex.UNKNOWN) == limits


@pytest.mark.parametrize(
    "text",
    ["M: 13-17 F: 12-16", "F: 12-16; M: 13-17", "男:13-17 女:12-16", "男性 13-17，女性 12-16",
     "13-17(M);12-16(F)", "Male 13-17, Female 12-16 g/dL", "Hb M: 13-17 F: 12-16", "M13-17 F12-16"],
)  # fmt: skip
def test_each_sex_has_its_range(text: str) -> None:
    assert read_range(text, Sex.FEMALE) == Limits(D(12), D(16))
    assert read_range(text, Sex.MALE) == Limits(D(13), D(17))
    assert read_range(text, Sex.UNKNOWN) == Limits(note=text)


def test_bounds_differ_by_sex_as_well() -> None:
    assert read_range("Male <1.2, Female <0.9", Sex.MALE) == Limits(high=D("1.2"))
    assert read_range("Male <1.2, Female <0.9", Sex.FEMALE) == Limits(high=D("0.9"))


def test_the_range_of_the_other_sex_is_not_taken() -> None:
    assert read_range("M: 13-17", Sex.FEMALE) == Limits(note="M: 13-17")
    assert read_range("M/F: 13-17", Sex.MALE) == Limits(note="M/F: 13-17")


@pytest.mark.parametrize(
    "text",
    ["16-12", "[16][12]", "18-60y: 5-10; >60y: 6-12", "<5 negative, 5-10 grey", "absent",
     "2026-11-22",
     "plasma <5 serum <6", "M 18-60: 13-17; M >60: 12-16", "[low][5]", "[5][<6]", "1/20", "x" * 301,
     "3-5/2-4", "12-16 (18 y)"],
)  # fmt: skip
def test_what_is_not_one_range_stays_a_note(text: str) -> None:
    assert read_range(text, Sex.MALE) == Limits(note=text)


@pytest.mark.parametrize("text", ["", "  ", "[]", "[][]", "[ ][ ]"])
def test_an_empty_range_is_none(text: str) -> None:
    assert read_range(text, Sex.MALE) is None


PIECES = st.sampled_from(
    ["M", "F:", "男", "女", "12", "1.5", "-", "~", "<", "≦", "[", "]", "(", ")", " ", "g/dL", "/",
     "%",
     "x10^9/L", "m2", ",", "以下", "小於", "²", "٣", "_"]
)  # fmt: skip


@given(st.text(max_size=2000) | st.lists(PIECES, max_size=40).map("".join), st.sampled_from(Sex))
def test_any_text_is_read_or_kept(text: str, sex: Sex) -> None:
    limits = read_range(text, sex)

    if limits is None:
        assert not text.strip(
            "[] \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0"
        ) or not text.strip().strip("[] ")
    elif limits.low is None and limits.high is None:
        assert limits.note == text.strip()
    elif limits.low is not None and limits.high is not None:
        assert limits.low <= limits.high
