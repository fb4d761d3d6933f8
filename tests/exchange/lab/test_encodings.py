"""Prove that text is decoded as it was meant. The cp950 and GB18030 files are written here."""

from __future__ import annotations

import io

import pytest

from desktop_app.domain.arrivals.rows import SiteProfile
from desktop_app.domain.errors import InputError
from desktop_app.exchange.lab import encodings
from desktop_app.exchange.lab.encodings import lines, ranked
from tests.exchange.lab.staging import stage_bytes

TAIWAN = "病歷號,姓名,採檢日期,檢驗項目,結果,單位\n0012,陳碁銘,115/11/20,血紅素,13.1,g/dL\n"
CHINA = "病历号,姓名,采样时间,检验项目,结果,单位\n0012,张伟,2026-11-20,血红蛋白,131,g/L\n"


def ranking(content: bytes) -> tuple[str, ...]:
    return ranked(lambda: io.BytesIO(content), ())


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        (TAIWAN, "cp950", "cp950"),
        (TAIWAN, "utf-8", "utf-8"),
        (TAIWAN, "utf-8-sig", "utf-8-sig"),
        (TAIWAN, "utf-16", "utf-16"),
        (CHINA, "gb18030", "gb18030"),
        (CHINA, "gbk", "gb18030"),
        (CHINA, "utf-8", "utf-8"),
        (CHINA, "utf-16", "utf-16"),
    ],
)
def test_file_is_read_in_its_encoding(text: str, encoding: str, expected: str) -> None:
    staged = stage_bytes(text.encode(encoding))

    assert staged.encoding == staged.encodings[0] == expected
    assert staged.rows[0].name == text.splitlines()[1].split(",")[1]
    assert staged.rows[0].raw == text.splitlines()[1]


@pytest.mark.parametrize(
    ("encoding", "names"), [("cp950", "陳家玲,林志明"), ("gb18030", "张伟,李娜")]
)
def test_names_alone_tell_the_encoding(encoding: str, names: str) -> None:
    assert ranking(names.encode(encoding))[0] == encoding


def test_hong_kong_characters_leave_big5hkscs() -> None:
    assert ranking("姓名,檢驗,啲嘅\n".encode("big5hkscs"))[0] == "big5hkscs"


def test_western_unit_is_no_chinese_character() -> None:
    assert ranking("item,value,unit\nWBC,5.2,10³/µL\n".encode("cp1252"))[0] == "cp1252"


def test_other_encodings_are_offered() -> None:
    assert set(ranking(TAIWAN.encode("cp950"))) >= {"cp950", "big5hkscs"}


def test_chinese_that_comes_late_is_still_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encodings, "CHUNK", 64)

    assert ranking(b"item,value\n" * 50 + "檢驗結果\n".encode("cp950"))[0] == "cp950"


def test_person_may_choose_the_encoding() -> None:
    staged = stage_bytes(TAIWAN.encode("cp950"), SiteProfile("x", encoding="big5hkscs"))

    assert staged.encoding == "big5hkscs"
    assert staged.encodings[0] == "cp950"


def test_unknown_encoding_is_refused() -> None:
    with pytest.raises(InputError, match="the profile: one of the encodings"):
        stage_bytes(b"Hb 13", SiteProfile("x", encoding="klingon"))


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_byte_that_does_not_belong_names_its_line(end: bytes) -> None:
    content = end.join([b"item,value", "血紅素,13".encode(), b"Hb,\xff13", b"Ca,2.3"])

    with pytest.raises(InputError, match="line 3: text in utf-8"):
        stage_bytes(content, SiteProfile("x", encoding="utf-8"))


def test_damaged_utf_8_is_named_and_not_read_as_something_else() -> None:
    content = bytearray(TAIWAN.encode() * 3)
    content[content.rindex("血".encode())] = ord("?")

    with pytest.raises(InputError, match="line 6: text in utf-8"):
        stage_bytes(bytes(content))


@pytest.mark.parametrize("content", [b"\x81\x01", b"\xff\x81"])
def test_bytes_of_no_encoding_are_refused(content: bytes) -> None:
    with pytest.raises(InputError, match="line 1: text in utf-8"):
        stage_bytes(content)


def test_cut_off_character_at_the_end_names_its_line() -> None:
    with pytest.raises(InputError, match="line 2: text in utf-8"):
        list(lines(io.BytesIO("a\n血".encode()[:-1]), "utf-8"))


def test_utf_16_of_odd_length_names_its_line() -> None:
    with pytest.raises(InputError, match="line 2: text in utf-16"):
        list(lines(io.BytesIO("a\nb".encode("utf-16") + b"x"), "utf-16"))


def test_line_without_end_is_refused_before_it_fills_the_memory() -> None:
    with pytest.raises(InputError, match="line 2: at most 1,000,000 characters"):
        list(lines(io.BytesIO(b"a\n" + b"x" * 3_000_000), "utf-8"))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_ends_of_lines_are_told_and_other_separators_kept(
    end: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encodings, "CHUNK", 3)

    found = list(lines(io.BytesIO(end.join(["a\x0bb", "c\u2028d", "", "e"]).encode()), "utf-8"))

    assert found == ["a\x0bb", "c\u2028d", "", "e"]
