"""Prove that tables become rows: long, wide, by day, with the text of every row kept."""

from __future__ import annotations

import pytest

from desktop_app.domain.arrivals.rows import Layout, SiteProfile
from desktop_app.domain.errors import Cancelled, InputError
from desktop_app.exchange.lab import layouts
from desktop_app.exchange.lab.layouts import stage
from desktop_app.exchange.lab.sources import pasted
from tests.exchange.lab.staging import CATALOGUE, rows_of, said, short, stage_bytes, stage_text

LONG = "patient_id,collected_at,item_name,value,unit,ref_text,comment\n"


def test_long_table_gives_a_row_for_each_line() -> None:
    staged = stage_text(LONG + "001,2026/1/1,Hb,13.1,g/dL,12-16,\n001,2026/1/1,Ca,2.3,mmol/L,,\n")

    assert (staged.layout, len(staged.rows)) == (Layout.LONG, 2)
    assert said(staged.rows[0]) == {
        "patient_id": "001",
        "collected_at": "2026/1/1",
        "item_name": "Hb",
        "value": "13.1",
        "unit": "g/dL",
        "ref_text": "12-16",
    }
    assert staged.titles[:2] == ("patient_id", "collected_at")
    assert staged.preview[1] == "001,2026/1/1,Hb,13.1,g/dL,12-16,"


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|", "  "])
@pytest.mark.parametrize(
    "titles",
    [
        ("病歷號", "採檢日期", "檢驗項目", "結果", "單位"),
        ("病历号", "采样时间", "项目名称", "检验结果", "单位"),
        ("MRN", "Collection Date", "Test Name", "Result", "Units"),
    ],
)
def test_titles_are_known_in_three_languages(delimiter: str, titles: tuple[str, ...]) -> None:
    lines = [delimiter.join(titles), delimiter.join(["007", "2026/11/20", "Hb", "13.1", "g/dL"])]

    (row,) = rows_of("\n".join(lines))

    assert row == {
        "patient_id": "007",
        "collected_at": "2026/11/20",
        "item_name": "Hb",
        "value": "13.1",
        "unit": "g/dL",
    }


def test_quoted_cell_may_go_over_lines_and_is_kept_whole() -> None:
    staged = stage_text(LONG + '1,2026,Hb,13,g/dL,,"a, b\nc"\n1,2026,Ca,2.3,mmol/L,,\n')

    assert [row.line for row in staged.rows] == [2, 4]
    assert staged.rows[0].comment == "a, b\nc"
    assert staged.rows[0].raw == '1,2026,Hb,13,g/dL,,"a, b\nc"'


@pytest.mark.parametrize("after", [3, 300])
def test_open_quotation_mark_swallows_nothing_unseen(after: int) -> None:
    text = LONG + '1,2026,Hb,13,g/dL,,"open\n' + "1,2026,Ca,2.3,mmol/L,,\n" * after

    with pytest.raises(InputError, match="line 2: a quotation mark"):
        stage_text(text)


def test_cell_without_end_is_refused() -> None:
    with pytest.raises(InputError, match="line 2: a quotation mark"):
        stage_text(LONG + '1,2026,Hb,13,g/dL,,"' + "x" * 200_000 + '"\n')


def test_row_with_too_many_cells_is_listed_and_not_read() -> None:
    staged = stage_text("item,value,unit\nHb,13,1,g/dL\nCa,2.3,mmol/L,,\n")

    assert [row.item_name for row in staged.rows] == ["Ca"]
    assert staged.unread == ((2, "Hb,13,1,g/dL"),)


def test_row_of_report_without_a_unit_keeps_its_limits_apart() -> None:
    text = "項目  結果  單位  參考值\nHb  13.1  g/dL  12-16\nκ/λ  2.1  0.26-1.65\n"

    assert short(text) == [
        ("Hb", "13.1", "g/dL", "12-16", ""),
        ("κ/λ", "2.1", "", "0.26-1.65", ""),
    ]


def test_lines_above_the_header_name_person_day_and_the_rest_is_listed() -> None:
    staged = stage_text(
        "甲醫院檢驗報告\n病歷號: 0012\n採檢日期: 115/11/20\nWBC 5.2\n\n項目,結果\nHb,13.1\n,\n"
    )

    assert [(row.item_name, row.patient_id, row.collected_at) for row in staged.rows] == [
        ("WBC", "0012", "115/11/20"),
        ("Hb", "0012", "115/11/20"),
    ]
    assert staged.unread == ((1, "甲醫院檢驗報告"),)


def test_footer_is_listed_and_a_repeated_header_is_not() -> None:
    staged = stage_text("item,value,status\nHb,13,F\nitem,value,status\n,,printed by ZZSENTINEL\n")

    assert [row.item_name for row in staged.rows] == ["Hb"]
    assert staged.unread == ((4, ",,printed by ZZSENTINEL"),)


def test_day_and_time_in_two_columns_are_joined() -> None:
    rows = rows_of("日期,時間,項目,結果\n2026/1/1,08:30,Hb,13\n2026/1/2,,Hb,12\n,2026/1/3,Hb,11\n")

    assert [row["collected_at"] for row in rows] == ["2026/1/1 08:30", "2026/1/2", "2026/1/3"]


def test_mark_on_a_value_is_taken_off() -> None:
    assert short("item,value,flag\nIgG,1850 H,\nCa,2.3,L\nPRO,1+,\nHb,9.1*,\n") == [
        ("IgG", "1850", "", "", "H"),
        ("Ca", "2.3", "", "", "L"),
        ("PRO", "1+", "", "", ""),
        ("Hb", "9.1", "", "", "*"),
    ]


def test_wide_table_gives_a_row_for_each_filled_cell() -> None:
    staged = stage_text(
        "日期,病歷號,Hb (g/dL),WBC 10^3/uL,M-spike %,IgG[mg/dL],κ轻链(游离),\n"
        "2026/1/1,001,13.1,5.2,30,1850,,x\n2026/2/1,001,13.0 L,,,,3,\n,,,,,,,\n2026/3/1,2,,,,,,\n"
    )

    found = [(row.line, row.item_name, row.value, row.unit, row.flag) for row in staged.rows]

    assert staged.layout is Layout.WIDE
    assert found == [
        (2, "Hb", "13.1", "g/dL", ""),
        (2, "WBC", "5.2", "10^3/uL", ""),
        (2, "M-spike %", "30", "%", ""),
        (2, "IgG", "1850", "mg/dL", ""),
        (2, "#8", "x", "", ""),
        (3, "Hb", "13.0", "g/dL", "L"),
        (3, "κ轻链(游离)", "3", "", ""),
    ]
    assert {row.collected_at for row in staged.rows if row.line == 3} == {"2026/2/1"}
    assert staged.unread == ((5, "2026/3/1,2,,,,,,"),)


def test_days_as_columns_give_a_row_for_each_day() -> None:
    staged = stage_text("項目\t單位\t115/01/05\t115/02/03\nHb\tg/dL\t13.1\t12.8\nIgG\tmg/dL\t18\n")

    found = [(row.item_name, row.unit, row.collected_at, row.value) for row in staged.rows]

    assert (staged.layout, staged.titles[0]) == (Layout.WIDE, "項目")
    assert found == [
        ("Hb", "g/dL", "115/01/05", "13.1"),
        ("Hb", "g/dL", "115/02/03", "12.8"),
        ("IgG", "mg/dL", "115/01/05", "18"),
    ]


def test_days_as_columns_need_no_title_for_the_items() -> None:
    rows = rows_of("\t2026/01/05\t2026/02/03\nHb\t13.1\t12.8\n")

    assert [(row["item_name"], row["collected_at"]) for row in rows] == [
        ("Hb", "2026/01/05"),
        ("Hb", "2026/02/03"),
    ]


def test_two_names_in_one_line_are_no_header() -> None:
    assert short("IFE\tIgG\nHb\t13.1\n") == [("IFE", "IgG", "", "", ""), ("Hb", "13.1", "", "", "")]


def test_profile_names_columns_and_what_is_the_same_in_every_row() -> None:
    profile = SiteProfile(
        "cohort",
        layout=Layout.WIDE,
        columns={"id": "patient_id", "dxyr": "collected_at", "age": "age", "death": "-"},
        fixed={"specimen": "serum", "sex": "F"},
        number_prefix="C-",
        name_is_number=True,
    )

    rows = rows_of("id,age,dxyr,hgb,death\n1,88,1981,13.1,1\n2,x,1968,11,0\n", profile)

    assert rows[0] == {
        "patient_id": "C-1",
        "name": "C-1",
        "birth_date": "1893",
        "sex": "F",
        "collected_at": "1981",
        "item_name": "hgb",
        "value": "13.1",
        "specimen": "serum",
    }
    assert [row["item_name"] for row in rows] == ["hgb", "hgb"]
    assert "birth_date" not in rows[1]


def test_profile_may_number_people_by_line() -> None:
    profile = SiteProfile("x", columns={"yr": "collected_at"}, number_is_line=True)

    rows = rows_of("yr,kappa\n1997,5.7\n1998,2\n", profile)

    assert [(row["patient_id"], row["item_name"]) for row in rows] == [
        ("2", "kappa"),
        ("3", "kappa"),
    ]


def test_profile_may_name_columns_by_number_or_a_later_header() -> None:
    bare = SiteProfile("x", header_row=0, delimiter=",", columns={"1": "item_name", "3": "value"})
    later = SiteProfile("x", header_row=3, layout=Layout.LONG)

    assert rows_of("Hb,g/dL,13\n", bare) == [{"item_name": "Hb", "value": "13"}]
    assert rows_of("item,value\nx,y\n項目,結果\nHb,13\n", later)[-1]["value"] == "13"


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        (SiteProfile("x", layout=Layout.LONG), "line 1: columns for an item and a value"),
        (SiteProfile("x", layout=Layout.WIDE, header_row=9), "line 9: columns for"),
        (
            SiteProfile("x", layout=Layout.LONG, delimiter=";", columns={"Wert": "value"}),
            "line 1: columns for Wert",
        ),
    ],
)
def test_profile_of_another_file_is_refused(profile: SiteProfile, expected: str) -> None:
    with pytest.raises(InputError, match=expected):
        stage_text("a;b\nc;d\n", profile)


def test_more_values_than_fit_are_refused_with_the_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layouts, "MOST_ROWS", 5)

    with pytest.raises(InputError, match=r"line 7: at most 5 values.* split it"):
        stage_text("item,value\n" + "Hb,13\n" * 9)


def test_more_text_than_fits_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layouts, "MOST_CHARACTERS", 100)

    with pytest.raises(InputError, match="line 2: at most"):
        stage_text("item,value,comment\nHb,13," + "x" * 200)


def test_reading_tells_how_far_it_is_and_can_be_stopped() -> None:
    told: list[tuple[int, int]] = []
    text = "item,value\n" + "Hb,13\n" * 5000
    source = pasted(text)

    stage(source, SiteProfile("x"), CATALOGUE, progress=lambda *done: told.append(done))

    assert told[-1] == (len(text), len(text))
    assert len(told) > 3
    with pytest.raises(Cancelled):
        stage(source, SiteProfile("x"), CATALOGUE, cancelled=lambda: True)


def test_same_bytes_have_the_same_name_whatever_they_are_called() -> None:
    one = stage_text("item,value\nHb,13\n")

    assert one.sha256 == stage_bytes(b"item,value\nHb,13\n").sha256
    assert one.sha256 != stage_bytes(b"item,value\nHb,14\n").sha256


def test_nothing_gives_nothing() -> None:
    staged = stage_text("")

    assert (staged.rows, staged.unread, staged.encoding) == ((), (), "utf-8")


def test_half_a_surrogate_from_the_clipboard_is_no_crash() -> None:
    assert short("Hb\ud800\t13") == [("Hb?", "13", "", "", "")]
