"""Prove that workbooks are read as a person sees them, and that none can fill the memory."""

from __future__ import annotations

import io
import zipfile

import pytest

from desktop_app.domain.arrivals.rows import Layout
from desktop_app.domain.errors import InputError
from desktop_app.exchange.lab import packages, workbooks
from tests.exchange.lab.staging import said, stage_bytes
from tests.exchange.lab.workbook_files import (
    locked_xlsx,
    ods_parts,
    ods_row,
    packed,
    xls,
    xlsx,
    xlsx_parts,
    xlsx_row,
)

TITLES = ("病歷號", "採檢日期", "項目", "結果", "單位")
ROWS = (TITLES, ("0012", "115/11/20", "Hb", 13.1, "g/dL"), ("0012", "115/11/20", "IgG", 1850.0, ""))


@pytest.mark.parametrize(
    "content",
    [xlsx(*ROWS), xls(ROWS), packed(ods_parts("".join(map(ods_row, ROWS))))],
    ids=["xlsx", "xls", "ods"],
)
def test_long_sheet_is_read_in_each_format(content: bytes) -> None:
    staged = stage_bytes(content)

    assert [said(row) for row in staged.rows] == [
        {
            "patient_id": "0012",
            "collected_at": "115/11/20",
            "item_name": "Hb",
            "value": "13.1",
            "unit": "g/dL",
        },
        {"patient_id": "0012", "collected_at": "115/11/20", "item_name": "IgG", "value": "1850"},
    ]
    assert staged.rows[0].raw == "0012\t115/11/20\tHb\t13.1\tg/dL"
    assert [row.line for row in staged.rows] == [2, 3]
    assert staged.titles == TITLES


def test_wide_sheet_below_empty_rows_keeps_the_numbers_of_its_rows() -> None:
    staged = stage_bytes(xlsx((), (), ("date", "Hb (g/dL)", "Ca"), ("2026/1/1", 13.1, 2.3)))

    assert staged.layout is Layout.WIDE
    assert [(row.line, row.item_name, row.unit) for row in staged.rows] == [
        (4, "Hb", "g/dL"),
        (4, "Ca", ""),
    ]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("007", "007"),
        (0.1 + 0.2, "0.3"),
        (1e20, "1e+20"),
        ('< s="1"><v>46000</v>', "2025-12-09"),
        ('< s="2"><v>46000</v>', "2025-12-09"),
        ('< s="2"><v>46000.354166667</v>', "2025-12-09 08:30"),
        ('< s="2"><v>46000.3543287037</v>', "2025-12-09 08:30:14"),
        ('< s="3"><v>1.5</v>', "36:00"),
        ('< s="4"><v>0.3</v>', "30%"),
        ('< s="5"><v>0.361</v>', "36.1%"),
        ('< s="6"><v>36</v>', "36"),
        ('< s="7"><v>0.354166667</v>', "08:30"),
        ('< t="b"><v>1</v>', "TRUE"),
        ('< t="b"><v>0</v>', "FALSE"),
        ('< t="e"><v>#DIV/0!</v>', "#DIV/0!"),
        ('< t="e"><f>1/0</f><v>#N/A</v>', "#N/A"),
        ('< t="str"><f>"a"</f><v>a</v>', "a"),
    ],
)
def test_cell_is_the_text_that_a_person_sees(cell: str | float, expected: str) -> None:
    staged = stage_bytes(xlsx(("item", "value", "comment"), ("Hb", cell, "x")))

    assert staged.rows[0].value == expected


def test_day_of_an_old_workbook_is_a_day() -> None:
    staged = stage_bytes(xls((("item", "value", "date"), ("Hb", 13.1, 46000.0)), days=[(1, 2)]))

    assert staged.rows[0].collected_at == "2025-12-09"


def test_percent_of_a_document_is_what_is_shown() -> None:
    percent = (
        '<table:table-cell office:value-type="percentage" office:value="0.3" '
        'table:number-columns-repeated="2"><text:p>30%</text:p></table:table-cell></table:table-row>'
    )
    row = ods_row(("2026/1/1", 12.0)).replace("</table:table-row>", percent)

    staged = stage_bytes(packed(ods_parts(ods_row(("date", "Hb", "BMPC", "PC%")) + row)))

    assert [row.value for row in staged.rows] == ["12", "30%", "30%"]


def test_every_sheet_is_read_and_hidden_ones_are_named() -> None:
    first = xlsx_row(1, ("item", "value")) + xlsx_row(2, ("Hb", 13.0))
    second = xlsx_row(1, ("date", "Hb", "Ca")) + xlsx_row(2, ("2026/1/1", 12.0, 2.3))
    third = xlsx_row(1, ("IgG 1850 mg/dL",)) + xlsx_row(2, ("a note",))
    sheets = {"A": first, "B": second, "C": third, "Empty": "", "Lists": first}

    staged = stage_bytes(packed(xlsx_parts(sheets, hidden=["Lists"])))

    assert [(row.raw, row.value) for row in staged.rows] == [
        ("A: Hb\t13", "13"),
        ("B: 2026/1/1\t12\t2.3", "12"),
        ("B: 2026/1/1\t12\t2.3", "2.3"),
        ("C: IgG 1850 mg/dL", "1850"),
    ]
    assert staged.unread == ((0, "Lists"), (2, "C: a note"))


def test_too_many_values_name_sheet_and_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.exchange.lab.layouts.MOST_ROWS", 1)

    with pytest.raises(InputError, match="sheet Sheet1, line 3: at most 1 values"):
        stage_bytes(xlsx(*ROWS))


def far(reference: str, row: int) -> bytes:
    near = xlsx_row(1, ("item",))
    return packed(xlsx_parts({"S": f'{near}<row r="{row}"><c r="{reference}"><v>5</v></c></row>'}))


def test_cell_in_the_last_corner_is_refused_before_it_fills_the_memory() -> None:
    with pytest.raises(InputError, match="the file: a sheet of at most 5,000,000 cells"):
        stage_bytes(far("XFD1048576", 1048576))


def test_cell_far_down_alone_is_no_trouble() -> None:
    assert stage_bytes(far("B90000", 90000)).unread == ((1, "item"), (90000, "\t5"))


@pytest.mark.parametrize(
    "rows",
    [
        ods_row(("a",) * 100, repeated=100_000),
        '<table:table-row table:number-rows-repeated="1048575"/>' + ods_row(("a",) * 9),
    ],
)
def test_repeated_cells_are_refused_before_they_fill_the_memory(rows: str) -> None:
    with pytest.raises(InputError, match="the file: a sheet of at most 5,000,000 cells"):
        stage_bytes(packed(ods_parts(rows)))


def test_empty_rows_to_the_end_of_the_sheet_are_no_trouble() -> None:
    empty = (
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )

    staged = stage_bytes(packed(ods_parts("".join(map(ods_row, ROWS)) + empty)))

    assert len(staged.rows) == 2


def test_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "MOST_UNPACKED", 1_000_000)
    bomb = {**xlsx_parts({"S": ""}), "xl/sharedStrings.xml": b" " * 2_000_000}

    with pytest.raises(InputError, match="at most 1 MB when unpacked"):
        stage_bytes(packed(bomb))


def test_bomb_that_lies_about_its_size_is_refused() -> None:
    parts = {**xlsx_parts({"S": ""}), "xl/sharedStrings.xml": b" " * 2_000_000}
    content = packed(parts).replace((2_000_000).to_bytes(4, "little"), (100).to_bytes(4, "little"))

    with pytest.raises(InputError, match="the file: a whole workbook"):
        stage_bytes(content)


def test_tag_without_end_is_refused() -> None:
    parts = {**xlsx_parts({"S": ""}), "xl/worksheets/sheet1.xml": b"<" * 6_000_000}

    with pytest.raises(InputError, match="the file: a whole workbook"):
        stage_bytes(packed(parts))


def test_large_workbook_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "MOST_BYTES", 100)

    with pytest.raises(InputError, match="the file: a workbook of at most"):
        stage_bytes(xlsx(*ROWS))


def locked_ods() -> bytes:
    manifest = {"META-INF/manifest.xml": "<manifest:encryption-data/>"}
    return packed({**ods_parts(""), **manifest})


def locked_zip() -> bytes:
    content = bytearray(xlsx(*ROWS))
    stream = io.BytesIO(content)
    with zipfile.ZipFile(stream) as package:
        start = package.start_dir
    content[start + 8] |= 1
    return bytes(content)


LOCKED_XLS = xls(ROWS, before=b"\x2f\0\x36\0\1\0\1\0\1\0" + bytes(48))  # FILEPASS, RC4


@pytest.mark.parametrize("content", [locked_xlsx(), locked_ods(), locked_zip(), LOCKED_XLS])
def test_password_is_named(content: bytes) -> None:
    with pytest.raises(InputError, match="the file: a workbook without a password"):
        stage_bytes(content)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"%PDF-1.7\n", "not PDF"),
        (b"\xef\xbb\xbf <HTML><table>", "not a web page"),
        (b"\x89PNG\r\n\0\0", "text or a workbook"),
        (b"PK\x03\x04 and no more", "a whole workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a whole workbook"),
        (packed({"word/document.xml": "<x/>"}), "a workbook .xls, xlsx, ods."),
        (packed({**xlsx_parts({"S": ""}), "xl/workbook.xml": "<x"}), "a whole workbook"),
        (packed({**xlsx_parts({"S": ""}), "xl/worksheets/sheet1.xml": "<a>\0</a>"}), "UTF-8"),
        (xls(ROWS)[:1400], "a whole workbook"),
    ],
)
def test_what_cannot_be_read_is_named(content: bytes, expected: str) -> None:
    with pytest.raises(InputError, match=f"the file: .*{expected}"):
        stage_bytes(content)


def test_damaged_sheet_is_named() -> None:
    parts = xlsx_parts({"S": '<row r="1"><c r="A1"><v>1</v></c></row'})

    with pytest.raises(InputError, match="sheet S: a whole workbook"):
        stage_bytes(packed(parts))
