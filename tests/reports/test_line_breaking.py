"""Break lines of Chinese, English and both as readers of each expect."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.reports.line_breaking import NO_END, NO_START, break_points, fill_lines, may_break
from tests.reports.sheets import mgus

CLINICAL = (
    "每 100 位患者中，約 10 位會進展；M 蛋白 0.8 g/dL（上次 <0.5 g/dL），12 個月後回診。",
    "使用 daratumumab 與 lenalidomide，血紅素 13.4 g/dL，eGFR 82 mL/min/1.73 m²，鈣 2.35 mmol/L。",
    "下次复查：2027 年 11 月 22 日前后，电话 02-2312 3456，游离轻链比值 1.42，κ 轻链 15.2 mg/L。",
    "Around 22 November 2027: M-protein 0.8 g/dL, calcium 2.35 mmol/L, 10 years, 1,384 people.",
    "「這不是癌症」——醫師說：“请放心”……（詳見下頁）100% 37℃。",
)
UNBROKEN = (
    "daratumumab", "lenalidomide", "M-protein", "mL/min/1.73", "1,384", "0.8 g/dL", "<0.5 g/dL",
    "13.4 g/dL", "2.35 mmol/L", "15.2 mg/L", "12 個月", "100 位", "10 位", "10 years",
    "1,384 people", "100%", "37℃", "2027 年", "M 蛋白", "癌症",
)  # fmt: skip
WIDEST_UNIT = 24  # em: the widest of the above with room for its mark

texts = st.sampled_from(
    CLINICAL + tuple(text for block in mgus().blocks for text in block.texts.values())
)
widths = st.floats(min_value=WIDEST_UNIT / 2, max_value=45)


def em_widths(text: str) -> list[float]:
    """Give Chinese characters one em, blanks a quarter, all others a half."""
    return [1.0 if ord(char) >= 0x2E80 else 0.25 if char == " " else 0.5 for char in text]


def lines_of(text: str, width: float, *, balanced: bool = False) -> list[str]:
    """Fill lines of so many em."""
    places = fill_lines(text, em_widths(text), width, em=1.0, balanced=balanced)
    return [text[start:end] for start, end in places]


@given(texts, widths)
def test_no_line_starts_or_ends_with_a_forbidden_mark(text: str, width: float) -> None:
    lines = lines_of(text, width)

    assert [line for line in lines[1:] if line[0] in NO_START] == []
    assert [line for line in lines[:-1] if line[-1] in NO_END] == []


@given(texts, widths)
def test_no_word_number_or_number_with_unit_is_split(text: str, width: float) -> None:
    lines = lines_of(text, width)

    for kept in UNBROKEN:
        assert sum(line.count(kept) for line in lines) == text.count(kept)
    words = re.findall(r"[A-Za-z]{2,}", text)
    assert [word for line in lines for word in re.findall(r"[A-Za-z]{2,}", line)] == words


@given(texts, widths, st.booleans())
def test_lines_hold_all_of_the_text_and_fit(text: str, width: float, balanced: bool) -> None:
    lines = lines_of(text, width, balanced=balanced)

    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(sum(em_widths(line)) <= width + 0.01 for line in lines)


@given(texts, widths)
def test_balancing_and_rescuing_a_short_last_line_cost_no_line(text: str, width: float) -> None:
    plain = fill_lines(text, em_widths(text), width)

    assert len(lines_of(text, width)) == len(plain)
    assert len(lines_of(text, width, balanced=True)) == len(plain)


def test_a_last_line_of_one_character_is_avoided() -> None:
    text = "骨髓裡有一群細胞做出這種東西來了"

    assert fill_lines(text, em_widths(text), 15)[-1] == (15, 16)
    assert [len(line) for line in lines_of(text, 15)] == [13, 3]


def test_a_heading_is_set_in_lines_of_like_length() -> None:
    first, second = lines_of("What you should know about your own results", 14, balanced=True)

    assert abs(len(first) - len(second)) <= 8


def test_a_word_wider_than_the_line_is_broken_rather_than_lost() -> None:
    lines = lines_of("a daratumumab-hyaluronidase b", 6)

    assert "".join(lines).replace(" ", "") == "adaratumumab-hyaluronidaseb"
    assert all(sum(em_widths(line)) <= 6.01 for line in lines)


def test_a_date_wider_than_the_line_parts_between_its_numbers() -> None:
    assert lines_of("2027 年 11 月 22 日", 6) == ["2027 年 11 月", "22 日"]


@pytest.mark.parametrize(
    ("before", "after", "allowed"),
    [
        ("骨", "髓", True),
        ("症", "。", False),
        ("（", "單", False),
        ("a", "b", False),
        ("骨", "M", True),
        (" ", "b", True),
        ("b", " ", False),
        (" ", '"', True),
        (" ", "–", False),
    ],
)
def test_breaking_between_two_characters(before: str, after: str, allowed: bool) -> None:
    assert may_break(before, after) is allowed


def test_empty_and_blank_texts_have_no_lines() -> None:
    assert fill_lines("", [], 10) == []
    assert fill_lines("   ", em_widths("   "), 10) == []
    assert break_points("a") == ()


def test_lines_of_equal_length_never_force_a_word_apart() -> None:
    text = "来那度胺（lenalidomide）用药安全"
    widths = [10.0 if ord(char) > 255 else 6.0 for char in text]

    lines = fill_lines(text, widths, 112.0, balanced=True)

    assert any("lenalidomide" in text[start:end] for start, end in lines)


@pytest.mark.parametrize("name", ["t(14;16)", "del(17p)", "amp(1q)"])
def test_the_name_of_a_change_in_the_chromosomes_stands_whole(name: str) -> None:
    text = f"检出 {name}"

    places = break_points(text)

    assert not [place for place in places if place > text.index(name)]
