"""Prove that lines copied from a report become values, whatever the report looks like."""

from __future__ import annotations

import pytest

from tests.exchange.lab.staging import rows_of, short, stage_text


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Hb 13.1 g/dL 12-16", ("Hb", "13.1", "g/dL", "12-16", "")),
        ("IgG\t1850\tmg/dL\t700-1600 H", ("IgG", "1850", "mg/dL", "700-1600", "H")),
        ("IgG\t1850 H\tmg/dL\t700-1600", ("IgG", "1850", "mg/dL", "700-1600", "H")),
        ("IgG\tH\t1850\tmg/dL", ("IgG", "1850", "mg/dL", "", "H")),
        ("IgG\t1850 mg/dL", ("IgG", "1850", "mg/dL", "", "")),
        ("IgG\tmg/dL\t1850", ("IgG", "1850", "mg/dL", "", "")),
        ("Hb (g/dL)\t13.1", ("Hb", "13.1", "g/dL", "", "")),
        ("Hb\t13.1", ("Hb", "13.1", "", "", "")),
        ("Hb: 13.1 g/dL (12-16)", ("Hb", "13.1", "g/dL", "(12-16)", "")),
        ("Hb=13.1", ("Hb", "13.1", "", "", "")),
        ("Ca 2.75 mmol/L H (2.1-2.6)", ("Ca", "2.75", "mmol/L", "(2.1-2.6)", "H")),
        ("Vitamin B12 250 pg/mL", ("Vitamin B12", "250", "pg/mL", "", "")),
        ("24h TP 300 mg/24h", ("24h TP", "300", "mg/24h", "", "")),
        ("CA 19-9 30 U/mL", ("CA 19-9", "30", "U/mL", "", "")),
        ("IgG < 10 mg/dL", ("IgG", "< 10", "mg/dL", "", "")),
        ("IgG ＜10 mg/dL", ("IgG", "＜10", "mg/dL", "", "")),
        ("eGFR 55 mL/min/1.73 m2", ("eGFR", "55", "mL/min/1.73 m2", "", "")),
        ("WBC 5.2 x10^3/uL 4.0 - 10.0", ("WBC", "5.2", "x10^3/uL", "4.0 - 10.0", "")),
        ("κ/λ 2.1 0.26-1.65 ↑", ("κ/λ", "2.1", "", "0.26-1.65", "↑")),
        ("RBC 3-5 /HPF", ("RBC", "3-5", "/HPF", "", "")),
        ("Albumin 2.3(  36.1%)", ("Albumin", "2.3(36.1%)", "", "", "")),
        ("尿蛋白 1+ (80)", ("尿蛋白", "1+ (80)", "", "", "")),
        ("OB\t-", ("OB", "-", "", "", "")),
        ("IFE 陰性", ("IFE", "陰性", "", "", "")),
        ("血紅素 H 18.1 g/dL", ("血紅素", "18.1", "g/dL", "", "H")),
        ("M-spike % 30", ("M-spike %", "30", "%", "", "")),
        ("IgG 1,850 mg/dL", ("IgG", "1,850", "mg/dL", "", "")),
        ("Hb | 13.1 | g/dL | 12-16 |", ("Hb", "13.1", "g/dL", "12-16", "")),
        ("Hb;13.1;g/dL;12-16", ("Hb", "13.1", "g/dL", "12-16", "")),
        ("Hb,13.1,g/dL,12-16", ("Hb", "13.1", "g/dL", "12-16", "")),
        ("Hb 13.1 12-16 g/dL H", ("Hb", "13.1", "g/dL", "12-16", "H")),
        ("Hb 13.1 g/dL 參考值: 12-16", ("Hb", "13.1", "g/dL", "12-16", "")),
        ("Hb\t13.1\tg/dL\t參考值：12-16", ("Hb", "13.1", "g/dL", "12-16", "")),
        ("IFE IgG kappa band", ("IFE", "IgG kappa band", "", "", "")),
        ("血清免疫固定電泳: IgG κ 單株", ("血清免疫固定電泳", "IgG κ 單株", "", "", "")),
        ("免疫固定電泳\tIgG kappa", ("免疫固定電泳", "IgG kappa", "", "", "")),
    ],
)
def test_line_without_header_is_read(line: str, expected: tuple[str, ...]) -> None:
    assert short(line) == [expected]


@pytest.mark.parametrize(
    "line",
    [
        "Hb 9.8, Plt 120, Cr 1.9",
        "Hb: 9.8; Plt: 120; Cr: 1.9",
        "Hb: 9.8\tPlt: 120\tCr: 1.9",
        "Hb  9.8  Plt  120  Cr  1.9",
    ],
)
def test_several_values_of_one_line_are_parted(line: str) -> None:
    found = [row[:2] for row in short(line)]

    assert found == [("Hb", "9.8"), ("Plt", "120"), ("Cr", "1.9")]


def test_day_above_applies_until_the_next_one() -> None:
    text = "2026/11/20\nHb 13.1\nCa 2.3\n115/11/21 08:30 生化\nHb 12.9\n2026-11-22 Hb 12.5\n"

    days = [(row["item_name"], row["value"], row["collected_at"]) for row in rows_of(text)]

    assert days == [
        ("Hb", "13.1", "2026/11/20"),
        ("Ca", "2.3", "2026/11/20"),
        ("Hb", "12.9", "115/11/21 08:30"),
        ("Hb", "12.5", "2026-11-22"),
    ]


def test_person_above_applies_to_the_values() -> None:
    text = "病歷號: 0012345  姓名: ZZSENTINEL 甲  性別: 女  採檢日期: 2026/11/20\nHb 13.1\n"

    (row,) = rows_of(text)

    assert row == {
        "patient_id": "0012345",
        "name": "ZZSENTINEL 甲",
        "sex": "女",
        "collected_at": "2026/11/20",
        "item_name": "Hb",
        "value": "13.1",
    }


def test_another_person_takes_nothing_from_the_one_before() -> None:
    text = "MRN: 1\nSex: F\nDate: 2026/1/1\nHb 13\nMRN: 2\nHb 12\nMRN: 2\nHb 11\n"

    people = [(row.patient_id, row.sex, row.collected_at) for row in stage_text(text).rows]

    assert people == [("1", "F", "2026/1/1"), ("2", "", ""), ("2", "", "")]


def test_heading_of_a_sample_applies_until_another_heading() -> None:
    text = "Hb 13\n【尿液】\nRBC 3-5 /HPF\n生化檢驗\nCa 2.3\n"
    staged = stage_text(text)

    assert [row.specimen for row in staged.rows] == ["", "尿液", ""]
    assert staged.unread == ((4, "生化檢驗"),)


def test_cells_without_titles_are_told_by_their_looks() -> None:
    (row,) = rows_of("2026/11/20\t09065B\tSPEP M-spike\t1.9\tg/dL\t血清\t重覆檢驗\t已確認")

    assert row == {
        "collected_at": "2026/11/20",
        "item_code": "09065B",
        "item_name": "SPEP M-spike",
        "value": "1.9",
        "unit": "g/dL",
        "specimen": "血清",
        "comment": "重覆檢驗; 已確認",
    }


def test_code_before_the_name_is_kept_apart() -> None:
    (row,) = rows_of("12025B IgG 1850 mg/dL")

    assert (row["item_code"], row["item_name"], row["value"]) == ("12025B", "IgG", "1850")


def test_words_behind_the_limits_stay_with_them() -> None:
    assert rows_of("Hb 13.1 g/dL M:13-17 F:12-16 recheck")[0]["ref_text"] == (
        "M:13-17 F:12-16 recheck"
    )
    assert rows_of("Hb 13.1 g/dL recheck please")[0]["comment"] == "recheck please"


def test_text_without_a_value_is_listed_and_not_dropped() -> None:
    staged = stage_text("Laboratory of ZZSENTINEL\nHb 13.1\nsee page 2 of the report\n")

    assert [row.item_name for row in staged.rows][:1] == ["Hb"]
    assert (1, "Laboratory of ZZSENTINEL") in staged.unread


def test_line_is_kept_as_it_came() -> None:
    (row,) = stage_text("\n  IgG   1850 H \n").rows

    assert (row.line, row.raw) == (2, "  IgG   1850 H ")


def test_endless_words_are_no_value() -> None:
    assert rows_of("x" * 5000 + " " + "9" * 5000) == []
