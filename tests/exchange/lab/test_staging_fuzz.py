"""Prove that no bytes crash or hang the reading: they become rows, or a named mistake."""

from __future__ import annotations

import io
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from desktop_app.domain.arrivals.rows import SiteProfile, Staged
from desktop_app.domain.errors import InputError
from desktop_app.exchange.lab.layouts import stage
from desktop_app.exchange.lab.sources import LabSource
from tests.exchange.lab.staging import CATALOGUE, PLAIN, stage_text
from tests.exchange.lab.workbook_files import ods_parts, ods_row, packed, xls, xlsx

ROWS = (("病歷號", "日期", "項目", "結果"), ("0012", "115/11/20", "Hb", 13.1))
TEXT = (
    "病歷號,採檢日期,檢驗項目,結果,單位\n"
    "0012,115/11/20,血紅素,13.1,g/dL\n0012,115/11/20,鈣,2.3,mmol/L\n"
)
GOOD = (
    TEXT.encode(),
    TEXT.encode("cp950"),
    TEXT.replace(",", "\t").encode("utf-16"),
    "IgG 1850 mg/dL 700-1600 H\n姓名: 甲 病歷號: 1\nHb: 9, Plt: 120\n".encode("gb18030"),
    xlsx(*ROWS),
    xls(ROWS),
    packed(ods_parts("".join(map(ods_row, ROWS)))),
)
PIECES = st.sampled_from(
    [
        *("Hb", "IgG", " ", "  ", "\t", "\n", ":", ",", ";", "|", '"', "13.1", "12-16", "< 5", "H"),
        *("(", ")", "病歷號", "項目", "結果", "日期", "2026/11/20", "115.1", "\u3000", "-", "1+"),
        *("IFE", "negative", "0" * 40, "\0", "\u2028", "血清", "[", "1,850", "/", "10^3", "g/dL"),
        *("%", "κ/λ"),
    ]
)
FUZZ = settings(deadline=2000, suppress_health_check=[HealthCheck.too_slow])


def read(content: bytes, profile: SiteProfile = PLAIN) -> Staged | None:
    """Stage bytes; only a named mistake may come of it."""
    with suppress(InputError):
        return stage(LabSource("f", lambda: io.BytesIO(content)), profile, CATALOGUE)
    return None


@FUZZ
@given(st.binary(max_size=3000))
@example(b"PK\x03\x04")
@example(b"\xff\xfe\n")
@example(b"\xef\xbb\xbf")
@example(b"\r\r\r\n\n")
def test_any_bytes(content: bytes) -> None:
    read(content)


@FUZZ
@given(st.sampled_from(GOOD), st.lists(st.tuples(st.integers(0, 10**6), st.binary(max_size=4))))
def test_good_files_with_changed_bytes(good: bytes, changes: list[tuple[int, bytes]]) -> None:
    content = bytearray(good)
    for place, piece in changes:
        start = place % max(len(content), 1)
        content[start : start + len(piece)] = piece

    read(bytes(content))


@FUZZ
@given(st.sampled_from(GOOD), st.integers(0, 10**6))
def test_good_files_cut_off(good: bytes, end: int) -> None:
    read(good[: end % len(good)])


@FUZZ
@given(st.lists(PIECES, max_size=80).map("".join))
def test_any_text_keeps_every_line_that_says_something(text: str) -> None:
    staged = read(text.encode())

    if staged is not None:
        lines = {row.line for row in staged.rows} | {line for line, _ in staged.unread}
        assert all(0 < line <= len(text.splitlines()) + 1 for line in lines)
        assert all(row.value == row.value.strip() for row in staged.rows)


@FUZZ
@given(
    st.lists(PIECES, max_size=40).map("".join),
    st.builds(
        SiteProfile,
        name=st.just("x"),
        encoding=st.sampled_from([None, "cp950", "gb18030", "utf-16", "cp1252"]),
        delimiter=st.sampled_from([None, ",", "|", "  ", ":"]),
        header_row=st.integers(0, 3),
        columns=st.dictionaries(
            st.sampled_from(["項目", "1", "2", "結果", "Hb"]),
            st.sampled_from(["item_name", "value", "age", "-", "collected_at"]),
        ),
        number_is_line=st.booleans(),
    ),
)
def test_any_profile_on_any_text(text: str, profile: SiteProfile) -> None:
    read(text.encode(), profile)


@pytest.mark.parametrize(
    "unit",
    ["1 ", "Hb ", "( ", "1,", "a:", "1-", "+", "《", "  ", "\t", "Hb:1 ", "病歷號:", "1\t", "H"],
)
def test_long_lines_take_no_more_than_their_length(unit: str) -> None:
    stage_text(unit * 20_000)  # the suite's time limit is the proof
