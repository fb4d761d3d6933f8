"""Prove that a doubtful paste is asked about or listed, never stored under a wrong name or day."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.domain.arrivals.comparing import compare
from desktop_app.domain.arrivals.known import Known
from desktop_app.domain.arrivals.review import Arrival, ArrivalState, Decisions
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Finding, Result, Sex
from desktop_app.exchange.lab.readings import read_rows
from tests.exchange.lab.staging import CATALOGUE, PLAIN, stage_text

TODAY = Decisions(day=date(2026, 11, 22))


def arrivals(text: str) -> tuple[Arrival, ...]:
    """Give what a paste brings to a woman whose record is empty."""
    readings = read_rows(stage_text(text), PLAIN, TODAY, CATALOGUE, date(2026, 11, 22), Sex.FEMALE)
    born = PartialDate("1960-01-01")
    return compare(readings, 0, Known(), TODAY, CATALOGUE, Sex.FEMALE, born)


def ready(text: str) -> list[tuple[str, str, str]]:
    """Give code, value and day of what would be stored without a question."""
    entries = [each.reading.entry for each in arrivals(text) if each.state is ArrivalState.NEW]
    return [(x.code, f"{x.value}", x.date.text) for x in entries if isinstance(x, Result)]


def unread(text: str) -> list[str]:
    """Give the lines that nobody could read."""
    return [line for _, line in stage_text(text).unread]


def questions(text: str) -> list[str]:
    """Give the codes of all that is asked."""
    return [question.code for each in arrivals(text) for question in each.questions]


DAYS = "          2026/09/01  2026/10/01  2026/11/01\n"


@pytest.mark.parametrize("title", ["", "項目", "Test"])
def test_several_days_above_lines_are_the_days_of_their_values(title: str) -> None:
    text = title + DAYS + "Hb g/dL   9.8         10.2 L      11.0\n"

    assert ready(text) == [
        ("hemoglobin", "9.8", "2026-09-01"),
        ("hemoglobin", "10.2", "2026-10-01"),
        ("hemoglobin", "11.0", "2026-11-01"),
    ]


@pytest.mark.parametrize("title", ["", "項目"])
def test_a_line_with_fewer_values_than_days_is_listed(title: str) -> None:
    line = "Cr mg/dL  1.4                     1.2"

    assert ready(title + DAYS + line) == []
    assert unread(title + DAYS + line) == [line]


@pytest.mark.parametrize(
    "line",
    ["Hb 9.8 10.2 11.0 g/dL", "Hb 9.8 g/dL 10.2 g/dL 11.0 g/dL", "Hb 9.8 L 10.2 ↓ 11.0 g/dL"],
)
def test_units_and_marks_between_the_values_of_days_are_read(line: str) -> None:
    assert [value for _, value, _ in ready(DAYS + line)] == ["9.8", "10.2", "11.0"]


@pytest.mark.parametrize("line", ["Comment", "Hb 9.8 ? 10.2 11.0", "Hb 9.8 g/dL 10.2 g/L 11.0"])
def test_a_line_below_days_that_says_anything_else_is_listed(line: str) -> None:
    assert unread(DAYS + line) == [line]


def test_days_above_hold_until_another_person_or_day_is_named() -> None:
    text = DAYS + "病歷號: 7\nHb 9.8 g/dL\n" + DAYS + "採檢日期: 2026/11/20\nCr 1.2 mg/dL\n"

    assert [(code, day) for code, _, day in ready(text)] == [
        ("hemoglobin", "2026-11-22"),
        ("creatinine", "2026-11-20"),
    ]


def test_days_side_by_side_end_where_another_day_begins() -> None:
    text = DAYS + "Hb g/dL 9.8 10.2 11.0\n2026/11/20\nCr 1.2 mg/dL\n"

    assert ready(text)[-1] == ("creatinine", "1.2", "2026-11-20")


def test_a_unit_behind_the_item_of_a_table_of_days_is_read() -> None:
    text = "\t2026/09/01\t2026/10/01\nHb (g/dL)\t9.8\t\nIgG mg/dL\t\t1800\n"

    assert ready(text) == [("hemoglobin", "9.8", "2026-09-01"), ("igg", "1800", "2026-10-01")]


def test_a_result_behind_a_labelled_day_is_not_swallowed() -> None:
    text = "Date: 2026/09/01 Hb 9.8 g/dL Cr 1.2 mg/dL\n"

    assert ready(text) == [
        ("hemoglobin", "9.8", "2026-09-01"),
        ("creatinine", "1.2", "2026-09-01"),
    ]


def test_a_day_without_a_year_before_an_item_is_listed() -> None:
    assert unread("9/1 Hb 9.1 g/dL") == ["9/1 Hb 9.1 g/dL"]


@pytest.mark.parametrize(
    "line",
    [
        "Hb 9.8 g/dL 10.2 11.0",
        "Hb 9.8 g/dL 10.2 g/dL",
        "Hb\t9.8\tg/dL\t10.2",
        "M-protein 2.8 → 1.5 g/dL",
        "M-protein 2.8 -> 1.5 g/dL",
        "M-protein 1 1.2 g/dL",
    ],
)
def test_several_numbers_in_one_line_are_asked_about(line: str) -> None:
    assert (ready(line), questions(line)) == ([], ["several_numbers"])


@pytest.mark.parametrize(
    "line", ["Hb 9.8 g/dL 12-16", "eGFR 55 mL/min/1.73m2 >60", "Hb 9.8 g/dL (M: 13-17 F: 12-16)"]
)
def test_a_range_behind_a_number_is_not_asked_about(line: str) -> None:
    assert questions(line) == []


def test_several_results_of_one_line_are_all_read() -> None:
    text = "Hb 9.8 g/dL WBC 4.5 10^3/uL PLT 128 10^3/uL, Free kappa 25 mg/L free lambda 13 mg/L"

    assert [code for code, *_ in ready(text)] == [
        *("hemoglobin", "wbc", "platelets", "flc_kappa", "flc_lambda"),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("IgG 4520 mg/dL  700-1600", ("igg", "4520")),
        ("IgG 4520  mg/dL  700-1600 H", ("igg", "4520")),
        ("White Blood Cell Count 4.51 x10E3/uL   3.4-10.8", ("wbc", "4.51")),
        ("1 白细胞计数 5.21 10^9/L 3.5-9.5", ("wbc", "5.21")),
        ("2. 肌酐 145 μmol/L ↑ 41-73", ("creatinine", "145")),
        ("β2-MG ※5.6 mg/L", ("beta2_microglobulin", "5.6")),
        ("Hb *9.8 g/dL", ("hemoglobin", "9.8")),
        ("Hb ▼9.8 g/dL", ("hemoglobin", "9.8")),
        ("Creatinine, Serum  1.45 mg/dL  0.57-1.00  High", ("creatinine", "1.45")),
    ],
)
def test_a_range_is_never_taken_for_the_value(line: str, expected: tuple[str, str]) -> None:
    assert [(code, value) for code, value, _ in ready(line)] == [expected]


@pytest.mark.parametrize(
    "heading",
    [
        "尿液蛋白電泳",
        "[尿液生化]",
        "Urine Protein Electrophoresis",
        "=== UPEP ===",
        "尿液生化\t\t",
        "24小時尿液",
        "Urinalysis",
    ],
)
def test_what_stands_below_a_heading_of_urine_is_not_of_serum(heading: str) -> None:
    text = f"{heading}\nM-spike 0.2 g/dL\nFree kappa 85 mg/L\n"

    assert ready(text) == []


def test_a_heading_of_urine_inside_a_table_holds_for_its_rows() -> None:
    text = "項目\t結果\t單位\n尿液生化\t\t\nM-spike\t0.2\tg/dL\n血清\t\t\nIgG\t1800\tmg/dL\n"

    assert [code for code, *_ in ready(text)] == ["igg"]


def test_a_heading_of_serum_ends_that_of_urine() -> None:
    text = "尿液生化\nFree kappa 85 mg/L\n血清生化\nFree kappa 25 mg/L\n"

    assert [(code, value) for code, value, _ in ready(text)] == [("flc_kappa", "25")]


@pytest.mark.parametrize(
    "name", ["Free Kappa Lt Chains,Ur", "Free kappa (U)", "Creatinine (U)", "U-Cr", "IgG, urine"]
)
def test_a_mark_of_urine_behind_a_name_is_seen(name: str) -> None:
    assert ready(f"{name}\t85\tmg/L") == []


KAPPA = "κ轻链 12.50 g/L\n"
LAMBDA = "λ轻链 3.10 g/L\n"


@pytest.mark.parametrize("name", ["κ/λ", "Kappa/Lambda", "κ/λ比值", "K/L ratio"])
@pytest.mark.parametrize("above", ["", KAPPA + LAMBDA, "IgG 18 g/L\n"])
def test_a_ratio_without_the_word_free_or_its_chains_is_asked(name: str, above: str) -> None:
    assert "ratio_of_total" in questions(f"{above}{name} 4.03")
    assert "flc_ratio" not in [code for code, *_ in ready(f"{above}{name} 4.03")]


@pytest.mark.parametrize(
    "text",
    [
        "Free κ 25.3 mg/L\nFree λ 13.3 mg/L\nκ/λ 1.9\n",
        "FLC ratio 1.9",
        "游離κ/λ比值 1.9",
        "κ/λ 1.9 0.26-1.65",
        "κ/λ 1.9 (0.37~3.10)",
    ],
)
def test_a_ratio_of_free_chains_is_taken(text: str) -> None:
    assert ("flc_ratio", "1.9", "2026-11-22") in ready(text)


@pytest.mark.parametrize("limits", ["1.53-3.29", "1.35-2.65", "1.17-2.93"])
def test_limits_of_the_total_ratio_are_asked_about(limits: str) -> None:
    assert questions(f"Kappa/Lambda 2.02 {limits}") == ["ratio_of_total"]


@pytest.mark.parametrize(
    "line",
    [
        "IFE\tIgG lambda, urine free lambda",
        "IFE\tNegative\tweak IgG kappa",
    ],
)
def test_an_immunofixation_that_says_two_things_is_asked_about(line: str) -> None:
    assert questions(line) == ["immunofixation"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Immunofixation: No monoclonal band detected", ()),
        ("IFE: IgG kappa monoclonal band detected", ("IgG-kappa",)),
    ],
)
def test_an_answer_in_words_is_read_whole(line: str, expected: tuple[str, ...]) -> None:
    (arrival,) = arrivals(line)

    assert isinstance(arrival.reading.entry, Finding)
    assert arrival.reading.entry.value == expected


def test_what_was_found_before_is_not_what_is_found_now() -> None:
    states = {each.state for each in arrivals("IFE: previously IgG kappa, now negative")}

    assert ArrivalState.NEW not in states


@pytest.mark.parametrize("line", ["Hb\t13.1 溶血\tg/dL", "Hb 13.1 g/dL hemolysed"])
def test_a_number_of_a_specimen_at_fault_is_asked_about(line: str) -> None:
    assert questions(line) == ["quality"]


@pytest.mark.parametrize("line", ["M-protein\t0 NIL\tg/dL", "M-protein 0 NIL g/dL"])
def test_zero_nil_is_no_result(line: str) -> None:
    assert [each.state for each in arrivals(line)] == [ArrivalState.ABSENT]


def test_another_name_without_a_number_does_not_keep_the_number_of_the_first() -> None:
    text = "病歷號: 123 姓名: 王小明\nHb 9.8 g/dL\n姓名: 李大同\nHb 12.1 g/dL\n"

    assert [(row.patient_id, row.name) for row in stage_text(text).rows] == [
        ("123", "王小明"),
        ("", "李大同"),
    ]


def test_a_name_below_its_number_is_of_the_same_person() -> None:
    rows = stage_text("病歷號: 123\n姓名: 王小明\n生日: 1960/1/1\nHb 9.8 g/dL\n").rows

    assert [(row.patient_id, row.name, row.birth_date) for row in rows] == [
        ("123", "王小明", "1960/1/1")
    ]


def test_two_columns_of_results_are_asked_about() -> None:
    text = "項目\t結果\t單位\t結果\nHb\t9.8\tg/dL\t10.2\nIgG\t1800\tmg/dL\t\n"

    assert [code for code, *_ in ready(text)] == ["igg"]
    assert questions(text) == ["several_numbers"]
