"""Prove that an xls is looked into: shown as in the window, and never trusted with the memory."""

from __future__ import annotations

import struct

import pytest

from desktop_app.domain.errors import InputError
from desktop_app.exchange.lab import old_workbooks
from desktop_app.exchange.lab.old_workbooks import look_into_old
from tests.exchange.lab.staging import stage_bytes
from tests.exchange.lab.workbook_files import xls

TITLES = ("date", "Hb", "BMPC", "PC%", "Ca", "IgG")


def record(kind: int, pattern: str, *values: float) -> bytes:
    body = struct.pack(pattern, *values)
    return struct.pack("<HH", kind, len(body)) + body


def test_percents_and_failed_formulas_are_as_shown() -> None:
    cells = b"".join(
        (
            record(0x203, "<HHHd", 1, 2, 2, 0.3),
            record(0xBD, "<HHHIHIH", 1, 2, 2, 30 << 2 | 3, 3, 361 << 2 | 2, 3),
            record(0x205, "<HHHBB", 1, 4, 0, 7, 1),
            record(0x06, "<HHHBBBBHHHII", 1, 5, 0, 2, 0, 42, 0, 0, 0xFFFF, 0, 0, 0),
        )
    )

    staged = stage_bytes(xls((TITLES, ("2026/1/1", 12.0)), after=cells))

    found = {row.item_name: row.value for row in staged.rows}
    assert found["Hb"] == "12"
    assert found["BMPC"] == "30%"
    assert found["PC%"] == "36100%"
    assert (found["Ca"], found["IgG"]) == ("#DIV/0!", "#N/A")


def test_chart_inside_a_sheet_is_none_of_its_cells() -> None:
    chart = record(0x809, "<HHHHII", 0x600, 0x20, 0, 0, 0, 6)
    chart += record(0x203, "<HHHd", 1, 1, 2, 0.3) + record(0x0A, "")
    _, (marks,) = look_into_old(xls((TITLES, ("2026/1/1", 12.0)), after=chart))

    assert marks.percents == set()


def test_long_workbook_is_packed_anew() -> None:
    content, _ = look_into_old(xls([("x" * 100, 1.0)] * 250))
    again, _ = look_into_old(content)

    assert again == content
    assert len(stage_bytes(content).rows) == 250


def test_workbook_that_no_container_holds_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(old_workbooks, "_walk", lambda _book: [])
    monkeypatch.setattr(old_workbooks, "_streams", lambda _content: {"Workbook": bytes(8_000_000)})

    with pytest.raises(InputError, match="an xls of at most 7 MB"):
        look_into_old(b"")


@pytest.mark.parametrize(
    "after",
    [
        record(0x200, "<IIHHH", 9, 3, 0, 3, 0),
        record(0x200, "<IIHHH", 0, 2**31, 0, 3, 0),
        record(0x200, "<HHHHH", 9, 3, 0, 3, 0),
        record(0xFC, "<II", 1, 2**31),
        record(0x85, "<IBB", 77, 0, 0),
        record(0x203, "<H", 1),
        struct.pack("<HH", 0x203, 60_000),
    ],
)
def test_numbers_that_cannot_be_are_refused(after: bytes) -> None:
    with pytest.raises(InputError, match="the file: a whole workbook"):
        stage_bytes(xls((TITLES,), after=after))


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (record(0x203, "<HHHd", 65535, 255, 0, 1.0), "a sheet of at most 5,000,000 cells"),
        (record(0x809, "<HHHHII", 0x500, 5, 0, 0, 0, 6), "Excel 97 or later"),
    ],
)
def test_what_is_too_large_or_too_old_is_named(after: bytes, expected: str) -> None:
    with pytest.raises(InputError, match=expected):
        stage_bytes(xls((TITLES,), after=after))


def test_other_compound_files_are_named() -> None:
    content = xls((TITLES,)).replace("Workbook".encode("utf-16-le"), "WordDocu".encode("utf-16-le"))

    with pytest.raises(InputError, match="the file: a workbook of Excel 97 or later"):
        stage_bytes(content)


@pytest.mark.parametrize(
    ("place", "number"), [(30, 7), (48, 900), (512 + 8, 2), (1024 + 116, 900), (76, 900), (68, 1)]
)
def test_damaged_container_is_named(place: int, number: int) -> None:
    content = bytearray(xls((TITLES,)))
    struct.pack_into("<H", content, place, number)
    struct.pack_into("<H", content, place + 2, 0)

    try:
        stage_bytes(bytes(content))
    except InputError as error:
        named = error.place
    else:
        named = "the file"

    assert named == "the file"
