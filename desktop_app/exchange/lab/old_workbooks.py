"""Look into an xls of Excel 97 or later before a library reads it.

The library trusts the numbers in the file: one damaged byte made it ask for 518 GB, which ends the
program. So the workbook's records are taken out, walked, and packed anew in a sound container. On
the way failed formulas and percents are seen, which the library does not tell.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from desktop_app.domain.errors import InputError
from desktop_app.exchange.lab.packages import MOST_CELLS, THE_FILE, Marks, percent_formats

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END, _FREE, _TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_BOF, _PASS, _STYLE, _FORMAT, _STRINGS = 0x809, 0x2F, 0xE0, 0x41E, 0xFC
_SIZE, _SHEET, _EOF = 0x200, 0x85, 0x0A
_FORMULA, _NUMBER, _RK, _MANY_RK, _BOOL_OR_ERROR = 0x06, 0x203, 0x27E, 0xBD, 0x205
_CELLS = frozenset(
    {_FORMULA, _NUMBER, _RK, _MANY_RK, _BOOL_OR_ERROR, 0xBE, 0xFD, 0x201, 0x204, 0xD6}
)
_MISTAKES = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!"}
_WHOLE = "a whole workbook (xls, xlsx, ods)"
_NO_PASSWORD = "a workbook without a password"  # noqa: S105 - part of a sentence


def look_into_old(content: bytes) -> tuple[bytes, list[Marks]]:
    """Give a sound container with the same workbook, and the marks of its sheets in their order.

    Raises:
        InputError: damaged, too large, too old or encrypted.
    """
    try:
        streams = _streams(content)
        if "EncryptedPackage" in streams:
            raise InputError(THE_FILE, _NO_PASSWORD)
        if "Workbook" not in streams:
            raise InputError(THE_FILE, "a workbook of Excel 97 or later")
        book = streams["Workbook"]
        return _container(book), _walk(book)
    except (struct.error, IndexError, ValueError, KeyError) as error:
        raise InputError(THE_FILE, _WHOLE) from error


def _streams(content: bytes) -> dict[str, bytes]:
    """Take the streams that matter out of a compound file."""
    power, mini_power = struct.unpack_from("<HH", content, 30)
    first_entry, _, cutoff, first_mini = struct.unpack_from("<4I", content, 48)
    if power not in {9, 12} or mini_power != 6:
        raise ValueError("sector size")
    size = 1 << power
    sectors = [content[at : at + size] for at in range(size, len(content), size)]
    places = [at for at in struct.unpack_from("<109I", content, 76) if at < _TABLE]
    more = struct.unpack_from("<I", content, 68)[0]
    for _ in range(len(sectors)):
        if more >= _TABLE - 1:
            break
        *listed, more = struct.unpack(f"<{size // 4}I", sectors[more])
        places += [at for at in listed if at < _TABLE]
    if len(places) > len(sectors):
        raise ValueError("sectors")
    table = [number for at in places for number in _numbers(sectors[at])]
    directory = _chain(first_entry, table, sectors)
    entries = [directory[at : at + 128] for at in range(0, len(directory) - 127, 128)]
    root = _chain(struct.unpack_from("<I", entries[0], 116)[0], table, sectors)
    minis = [root[at : at + 64] for at in range(0, len(root), 64)]
    mini_table = _numbers(_chain(first_mini, table, sectors))
    found = {}
    for entry in entries[1:]:
        length, kind = struct.unpack_from("<HB", entry, 64)
        name = entry[: max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
        if kind == 2 and name in {"Workbook", "EncryptedPackage"}:
            start, count = struct.unpack_from("<II", entry, 116)
            small = count < cutoff
            chain = _chain(start, *((mini_table, minis) if small else (table, sectors)))
            found[name] = chain[:count]
    return found


def _numbers(content: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4]))


def _chain(start: int, table: list[int], sectors: list[bytes]) -> bytes:
    found: list[bytes] = []
    while start < _TABLE - 1:
        found.append(sectors[start])
        if len(found) > len(sectors):
            raise ValueError("a chain without end")
        start = table[start]
    return b"".join(found)


def _records(book: bytes) -> Iterator[tuple[int, int, bytes]]:
    at = 0
    while at + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, at)
        if at + 4 + length > len(book):
            raise ValueError("a record without end")
        yield at, kind, book[at + 4 : at + 4 + length]
        at += 4 + length


def _walk(book: bytes) -> list[Marks]:
    """Refuse sizes that cannot be; give what each sheet's cells are shown as."""
    formats, styles = percent_formats(), list[str]()
    order: list[int] = []
    sheets: dict[int, Marks] = {}
    sheet = Marks()
    height = width = depth = 0
    for at, kind, body in _records(book):
        if kind == _PASS:
            raise InputError(THE_FILE, _NO_PASSWORD)
        if kind == _BOF:
            if struct.unpack_from("<H", body)[0] != 0x600:
                raise InputError(THE_FILE, "a workbook of Excel 97 or later")
            depth += 1
            if depth == 1:  # a chart inside a sheet is none of its cells
                height = width = 0
                sheet = sheets[at] = Marks()
        elif kind == _EOF:
            depth -= 1
        elif kind == _SHEET:
            order.append(struct.unpack_from("<I", body)[0])
        elif kind == _FORMAT and b"%" in body[5:]:
            formats.add(str(struct.unpack_from("<H", body)[0]))
        elif kind == _STYLE:
            styles.append(str(struct.unpack_from("<H", body, 2)[0]))
        elif kind == _STRINGS and struct.unpack_from("<I", body, 4)[0] > len(book):
            raise ValueError("strings")
        elif kind == _SIZE:
            top, rows, left, columns = struct.unpack_from("<IIHH", body)
            if len(body) != 14 or not (top <= rows <= 65536 and left <= columns <= 256):
                raise ValueError("size")
            height, width = max(height, rows), max(width, columns)
        elif kind in _CELLS:
            row, column = struct.unpack_from("<HH", body)
            height, width = max(height, row + 1), max(width, column + 1)
            if depth == 1:
                _mark(sheet, kind, body, (row, column), (styles, formats))
        if height * width > MOST_CELLS:
            raise InputError(THE_FILE, f"a sheet of at most {MOST_CELLS:,} cells, corner to corner")
    return [sheets[at] for at in order]  # one that begins inside a record is damage: KeyError


def _mark(
    sheet: Marks,
    kind: int,
    body: bytes,
    place: tuple[int, int],
    shown: tuple[list[str], set[str]],
) -> None:
    styles, formats = shown
    row, column = place
    cells = [struct.unpack_from("<H", body, 4)[0]]
    if kind == _MANY_RK:
        cells = [struct.unpack_from("<H", body, at)[0] for at in range(4, len(body) - 5, 6)]
    for place_in, style in enumerate(cells):
        if style < len(styles) and styles[style] in formats:
            sheet.percents.add((row, column + place_in))
    if kind == _BOOL_OR_ERROR and body[7]:
        sheet.mistakes[place] = _MISTAKES.get(body[6], "#N/A")
    elif kind == _FORMULA and body[12:14] == b"\xff\xff" and body[6] == 2:
        sheet.mistakes[place] = _MISTAKES.get(body[8], "#N/A")


def _container(book: bytes) -> bytes:
    """Pack the workbook's records as the only stream of a compound file."""
    book += bytes(max(4096, -(-len(book) // 512) * 512) - len(book))
    count = len(book) // 512
    tables = 1
    while tables * 128 < tables + 1 + count:
        tables += 1
    if tables > 109:
        raise InputError(THE_FILE, "an xls of at most 7 MB: save it as xlsx")
    first = tables + 1
    chain = [_TABLE] * tables + [_END, *range(first + 1, first + count), _END]
    chain += [_FREE] * (tables * 128 - len(chain))

    def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
        raw = name.encode("utf-16-le") + b"\0\0"
        about = struct.pack("<HBBIII", len(raw), kind, 1, _FREE, _FREE, child)
        return raw.ljust(64, b"\0") + about + bytes(36) + struct.pack("<IQ", start, size)

    directory = entry("Root Entry", 5, 1, _END, 0) + entry("Workbook", 2, _FREE, first, len(book))
    head = MAGIC + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<9I", 0, tables, tables, 0, 4096, _END, 0, _END, 0)
    head += struct.pack("<109I", *range(tables), *[_FREE] * (109 - tables))
    table = struct.pack(f"<{tables * 128}I", *chain)
    return head + table + directory + bytes(512 - len(directory)) + book
