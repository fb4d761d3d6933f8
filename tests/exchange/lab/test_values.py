"""Test how printed values are read: numbers, bounds, grades, titres, words, faults."""

from __future__ import annotations

import csv
from decimal import Decimal as D
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.record import Comparator
from desktop_app.exchange.lab.value_words import Word
from desktop_app.exchange.lab.values import ReadValue, read_value

TRAPS = {
    "33 (stage3:30-59)": ReadValue(D(33), note="stage3:30-59"),
    "36.3": ReadValue(D("36.3")),
    "1+ (80)": ReadValue(D(80), grade="1+", word=Word.POSITIVE),
    "4+ (2000)": ReadValue(D(2000), grade="4+", word=Word.POSITIVE),
    "2.3(  36.1%)": ReadValue(D("2.3"), percent=D("36.1")),
    "1:20(-)": ReadValue(titre="1:20", word=Word.NEGATIVE),
    "0 NIL": ReadValue(absent="0 NIL"),
    "95.2": ReadValue(D("95.2")),
    "": ReadValue(absent=""),
    "5.1": ReadValue(D("5.1")),
    "13.4": ReadValue(D("13.4")),
    "8.2": ReadValue(D("8.2")),
    "^182": ReadValue(D(182)),
    "11.8": ReadValue(D("11.8")),
    "2.1355112735275217": ReadValue(D("2.1355112735275217")),
    "72.82881062364004": ReadValue(D("72.82881062364004")),
    "Negative": ReadValue(word=Word.NEGATIVE),
}


@pytest.mark.shared
def test_every_value_of_real_systems_is_read(shared: Path) -> None:
    with (shared / "data/traps/real_value_strings.csv").open(encoding="utf-8-sig") as stream:
        sent = [row["value_as_sent"] for row in csv.DictReader(stream)]

    assert {text: read_value(text) for text in sent} == {text: TRAPS[text] for text in sent}
    assert len(sent) == 21


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("13.1", "13.1"),
        (" 13.10 ", "13.10"),
        ("１３．１", "13.1"),
        (".5", "0.5"),
        ("-3", "-3"),
        ("1,850", "1850"),
        ("1,234,567.5", "1234567.5"),
        ("1.85E+03", "1850"),
        ("2e-3", "0.002"),
        ("*3.1", "3.1"),
        ("3.1 *", "3.1"),
        ("(12)", "12"),
        ("=5", "5"),
        ("=^5", "5"),
        ("^5^", "5"),
    ],
)
def test_a_number_is_read(text: str, number: str) -> None:
    assert read_value(text) == ReadValue(D(number))
    assert f"{read_value(text).value:f}" == number


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("<5", Comparator.LT),
        ("＜ 5", Comparator.LT),
        ("小於5", Comparator.LT),
        ("Less than 5", Comparator.LT),
        ("<^5", Comparator.LT),
        ("≤5", Comparator.LE),
        ("≦ 5", Comparator.LE),
        ("=<5", Comparator.LE),
        ("小於等於5", Comparator.LE),
        ("5 以下", Comparator.LE),
        ("<=^5", Comparator.LE),
        (">5", Comparator.GT),
        ("大于5", Comparator.GT),
        ("above 5", Comparator.GT),
        ("≧5", Comparator.GE),
        ("=>5", Comparator.GE),
        ("5以上", Comparator.GE),
        ("at least 5", Comparator.GE),
    ],
)
def test_a_bound_is_kept_beside_its_number(text: str, comparator: Comparator) -> None:
    assert read_value(text) == ReadValue(D(5), comparator)


@pytest.mark.parametrize("text", ["5-10", "5 ~ 10", "5～10", "5–10", "5至10", "5 to 10", "^5^-^10"])
def test_an_interval_has_two_ends(text: str) -> None:
    assert read_value(text) == ReadValue(D(5), upper=D(10))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("13.1 g/dL", ReadValue(D("13.1"), unit="g/dL")),
        ("13.1g/dL", ReadValue(D("13.1"), unit="g/dL")),
        ("13.1 (g/dL)", ReadValue(D("13.1"), unit="g/dL")),
        ("12 %", ReadValue(D(12), unit="%")),
        ("66.7%", ReadValue(D("66.7"), unit="%")),
        ("8.2x10^9/L", ReadValue(D("8.2"), unit="x10^9/L")),
        ("8.2 G/L", ReadValue(D("8.2"), unit="G/L")),
        ("5-10 /HPF", ReadValue(D(5), upper=D(10), unit="/HPF")),
        ("<0.5 mg/L", ReadValue(D("0.5"), Comparator.LT, unit="mg/L")),
    ],
)
def test_a_unit_behind_a_number_keeps_its_spelling(text: str, read: ReadValue) -> None:
    assert read_value(text) == read


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("1850 H", Word.HIGH),
        ("H 1850", Word.HIGH),
        ("1850 ↑", Word.HIGH),
        ("1850(H)", Word.HIGH),
        ("1850H", Word.HIGH),
        ("1850 偏低", Word.LOW),
        ("1850 * L", Word.LOW),
        ("陽性 1850", Word.POSITIVE),
        ("1850 (Negative)", Word.NEGATIVE),
        ("Negative: 1850", Word.NEGATIVE),
        ("Negative (1850)", Word.NEGATIVE),
        ("Negative 1850 (-)", Word.NEGATIVE),
    ],
)
def test_a_flag_or_a_meaning_stands_beside_its_number(text: str, word: Word) -> None:
    assert read_value(text) == ReadValue(D(1850), word=word)


@pytest.mark.parametrize(
    "text", ["1850 H mg/dL", "1850 mg/dL H", "1850mg/dL (H)", "1850 mg/dL (H) *", "H 1850 mg/dL *"]
)
def test_flag_and_unit_may_stand_in_either_order(text: str) -> None:
    assert read_value(text) == ReadValue(D(1850), word=Word.HIGH, unit="mg/dL")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("NEGATIVE", Word.NEGATIVE),
        ("(-)", Word.NEGATIVE),
        ("[Negative]", Word.NEGATIVE),
        ("陰性(-)", Word.NEGATIVE),
        ("未检出", Word.NEGATIVE),
        ("not detected", Word.NEGATIVE),
        ("阳性", Word.POSITIVE),
        ("Reactive", Word.POSITIVE),
        ("正常", Word.NORMAL),
        ("WNL", Word.NORMAL),
        ("low", Word.LOW),
        ("H", Word.HIGH),
        ("偏高", Word.HIGH),
    ],
)
def test_a_result_in_words_is_read_in_three_languages(text: str, word: Word) -> None:
    assert read_value(text) == ReadValue(word=word)


@pytest.mark.parametrize(
    ("text", "grade"),
    [("1+", "1+"), ("+1", "1+"), ("+", "1+"), ("(+)", "1+"), ("＋＋", "2+"), ("4 +", "4+")],
)
def test_a_grade_of_a_dipstick_is_positive(text: str, grade: str) -> None:
    assert read_value(text) == ReadValue(grade=grade, word=Word.POSITIVE)


@pytest.mark.parametrize("text", ["trace", "±", "+/-", "微量"])
def test_a_trace_is_neither_positive_nor_negative(text: str) -> None:
    assert read_value(text) == ReadValue(grade="trace")


def test_a_trace_may_carry_its_number() -> None:
    assert read_value("Trace (15 mg/dL)") == ReadValue(D(15), grade="trace", unit="mg/dL")
    assert read_value("Trace (<15)") == ReadValue(D(15), Comparator.LT, grade="trace")


def test_a_share_in_brackets_needs_no_other_number() -> None:
    assert read_value("Positive (36.1 %)") == ReadValue(word=Word.POSITIVE, percent=D("36.1"))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (">=1:320", ReadValue(titre="1:320", comparator=Comparator.GE)),
        ("1 : 20x(-)", ReadValue(titre="1:20", word=Word.NEGATIVE)),
        ("^1^:^20", ReadValue(titre="1:20")),
    ],
)
def test_a_titre_is_no_number(text: str, read: ReadValue) -> None:
    assert read_value(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("33 (44)", ReadValue(D(33), note="44")),
        ("33 (repeated) (H)", ReadValue(D(33), word=Word.HIGH, note="repeated")),
        ("33 (a) (b)", ReadValue(D(33), note="a; b")),
        ("33 ()", ReadValue(D(33))),
        ("33 repeated", ReadValue(D(33), note="repeated")),
        ("33 重驗", ReadValue(D(33), note="重驗")),
        ("33個", ReadValue(D(33), note="個")),
        ("Negative (weak)", ReadValue(word=Word.NEGATIVE, note="weak")),
    ],
)
def test_a_remark_is_kept_as_a_note(text: str, read: ReadValue) -> None:
    assert read_value(text) == read


@pytest.mark.parametrize(
    "text",
    ["-", "---", "－", "N/A", "#VALUE!", "null", "***", "未檢測", "待測", "檢體不足", "QNS",
     "0 (溶血)",
     "Hemolysis", "Specimen clotted", "Pending", "test cancelled by ward", "0 hemolyzed",
     "溶血(+)"],
)  # fmt: skip
def test_a_fault_or_a_placeholder_is_no_result(text: str) -> None:
    read = read_value(text)

    assert (read.absent, read.value, read.word) == (text, None, None)
    assert read.understood


def test_a_number_beside_a_fault_is_kept_with_the_fault() -> None:
    assert read_value("5.2 (Hemolyzed)") == ReadValue(D("5.2"), note="Hemolyzed", quality="hemoly")
    assert read_value("5.2溶血") == ReadValue(D("5.2"), note="溶血", quality="溶血")
    assert read_value("Positive (lipemic)").quality == "lipemi"


@pytest.mark.parametrize(
    "text",
    ["1,5", "0,850", "12.3.4", "2024/01/03", "13 14", "10²", "10^3/uL", "1e99", "5e", "3-", "16-12",
     "5-10-2026", "<5-10", "1e3-5", "^1^^2", "N", "ND", "nil", "陰性(+)", "H 3 L", "3 H L",
     "H 3 (L)",
     "stage 3", "1e16", "12 stage3", "未檢測到單株蛋白", "see 5", "1+ to 2+", "<", "7" * 16,
     "x" * 201,
     "Positive Negative"],
)  # fmt: skip
def test_what_is_not_plain_is_kept_and_not_understood(text: str) -> None:
    read = read_value(text)

    assert read == ReadValue(note=text)
    assert not read.understood


def test_only_three_remarks_are_looked_for() -> None:
    assert read_value("5 (a) (b) (c) (d)") == ReadValue(D(5), note="(a); b; c; d")
    assert read_value("5 a)") == ReadValue(D(5), note="a)")


PIECES = st.sampled_from(
    ["<", "≦", "1", "13.1", ",", ".", "-", "(", ")", "[", "]", "%", "+", ":", "^", "E", " ",
     "g/dL", "H",
     "陰性", "溶血", "小於", "以下", "²", "x10", "*", "0", "/", "١", "ß", "İ"]
)  # fmt: skip


@given(st.text(max_size=2000) | st.lists(PIECES, max_size=40).map("".join))
def test_any_text_is_read_or_kept(text: str) -> None:
    read = read_value(text)

    assert read.understood or read.note == text.strip()
    assert read.value is None or read.value.is_finite()
    assert read.upper is None or (read.value is not None and read.value <= read.upper)


@given(st.decimals("-99999", "999999999", places=3), st.sampled_from(["", "<", "<=", ">", ">="]))
def test_what_is_printed_is_what_is_read(number: D, sign: str) -> None:
    read = read_value(f"{sign}{number}")

    assert (read.value, read.comparator or "") == (number, sign)
