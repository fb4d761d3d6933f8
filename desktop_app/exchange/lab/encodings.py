"""Find out how a file's text is encoded, and decode it line by line.

The ladder: byte order mark, strict UTF-8, then the Chinese encodings (and Windows' western one)
scored by words that laboratories write. ``cp950`` and not ``big5``: the latter lacks characters
that Taiwan's systems write. A person sees the candidates beside a preview and may choose another.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from desktop_app.domain.errors import InputError

CHUNK = 1 << 18
MOST_SNIFFED = 1 << 26  # a file whose first Chinese character comes later is none of ours
MOST_LINE = 1_000_000
ENCODINGS = ("utf-8", "cp950", "big5hkscs", "gb18030", "cp1252", "utf-16")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The rows of each encoding that hold its frequent characters: they decide between files in which
# no known word occurs, such as a list of names.
_FREQUENT = {"cp950": (0xA4, 0xC6), "big5hkscs": (0xA4, 0xC6), "gb18030": (0xB0, 0xD7)}
_WESTERN = ("µl", "µg", "µm", "µi", "µk", "µu", "m²", "10³", "±", "°c")
_LANGUAGE = (
    *("檢驗", "檢體", "報告", "單位", "參考", "結果", "項目", "醫院", "陰性", "陽性", "男", "女"),
    *("检验", "标本", "报告", "单位", "参考", "结果", "项目", "医院", "阴性", "阳性", "未检出"),
)


def ranked(open_: Callable[[], BinaryIO], words: Iterable[str]) -> tuple[str, ...]:
    """Give the encodings that the bytes allow, likeliest first; ``words`` are the catalogue's."""
    with open_() as stream:
        head = stream.read(CHUNK)
        for mark, name in _MARKS:
            if head.startswith(mark):
                return (name,)
        sample = head
        while sample.isascii() and stream.tell() < MOST_SNIFFED and (more := stream.read(CHUNK)):
            sample = more
    if sample.isascii():
        return ("utf-8",)
    known = frozenset(_LANGUAGE) | {word for word in words if len(word) > 1 and word > "\u2e80"}
    texts = {name: text for name in ENCODINGS[:5] if (text := _decoded(sample, name)) is not None}
    scores = {name: _score(name, texts[name], sample, known) for name in texts if name != "utf-8"}
    order = sorted(scores, key=lambda name: -scores[name])
    if "utf-8" not in texts:
        # UTF-8 with a damaged byte must not turn into nonsense that decodes: the byte is named.
        damaged = _count(sample.decode("utf-8", "replace"), known)
        if order and damaged <= scores[order[0]]:
            return tuple(order)
    return ("utf-8", *order)


def _decoded(sample: bytes, encoding: str) -> str | None:
    try:
        return codecs.getincrementaldecoder(encoding)("strict").decode(sample)
    except UnicodeDecodeError:
        return None


def _score(encoding: str, text: str, sample: bytes, words: frozenset[str]) -> float:
    if encoding == "cp1252":
        low = text.lower()
        return sum(low.count(word) for word in _WESTERN)
    low_end, high_end = _FREQUENT[encoding]
    leads = _leads(sample)
    common = sum(low_end <= lead <= high_end for lead in leads) / max(len(leads), 1)
    return _count(text, words) + common / 2


def _count(text: str, words: frozenset[str]) -> int:
    return sum(text.count(word) for word in words)


def _leads(sample: bytes) -> list[int]:
    """Give the first bytes of the double-byte characters."""
    found, place, end = [], 0, len(sample)
    while place < end:
        if sample[place] < 0x80:
            place += 1
        else:
            found.append(sample[place])
            place += 2
    return found


def lines(
    stream: BinaryIO, encoding: str, seen: Callable[[bytes], None] = lambda _chunk: None
) -> Iterator[str]:
    """Decode a stream line by line, without line ends; ``seen`` is told every chunk of bytes.

    Raises:
        InputError: a byte does not belong to the encoding, or a line is too long; names the line.
    """
    try:
        inner = codecs.getincrementaldecoder(encoding)("strict")
    except LookupError as error:
        raise InputError("the profile", f"one of the encodings {', '.join(ENCODINGS)}") from error
    decoder = io.IncrementalNewlineDecoder(inner, translate=True)
    rest, count = "", 0
    while True:
        chunk = stream.read(CHUNK)
        seen(chunk)
        try:
            text = decoder.decode(chunk, final=not chunk)
        except UnicodeError as error:
            raise _undecodable(error, encoding, count) from error
        whole = (rest + text).split("\n")
        rest = whole.pop()
        if len(rest) > MOST_LINE:
            raise InputError(f"line {count + len(whole) + 1}", f"at most {MOST_LINE:,} characters")
        yield from whole
        count += len(whole)
        if not chunk:
            break
    if rest:
        yield rest


def _undecodable(error: UnicodeError, encoding: str, count: int) -> InputError:
    before = error.object[: error.start] if isinstance(error, UnicodeDecodeError) else b""
    text = before.decode(encoding, "replace").replace("\r\n", "\n").replace("\r", "\n")
    return InputError(f"line {count + text.count(chr(10)) + 1}", f"text in {encoding}")
