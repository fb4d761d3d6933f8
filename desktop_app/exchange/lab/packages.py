"""Look into the zip of an xlsx or ods workbook before a library unpacks it.

The library keeps a sheet as a full rectangle: one stray cell in the last corner of an otherwise
empty sheet took 10 GB and half a minute. It also reads the mistakes of formulas as empty cells, and
a cell that shows "30%" as 0.3. All three are seen here by a quick pass over the packed text.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO
from xml.etree import ElementTree

from desktop_app.domain.errors import InputError

THE_FILE = "the file"
MOST_UNPACKED = 400_000_000
MOST_CELLS = 5_000_000
_CHUNK = 1 << 20
_WHOLE = "a whole workbook (xls, xlsx, ods)"
_LARGE = f"a sheet of at most {MOST_CELLS:,} cells, corner to corner"
_REFERENCE = re.compile(rb"\br\s*=\s*[\"']([A-Z]{1,3})?(\d{1,7})[\"']")
_MISTAKE = re.compile(
    rb"<(?:\w+:)?c(?=[^>]*\br=\"([A-Z]{1,3})(\d{1,7})\")(?=[^>]*\bt=\"e\")[^>]*>"
    rb".{0,2000}?<(?:\w+:)?v>(#[^<]{1,20})<",
    re.DOTALL,
)
_OPEN_TAG = re.compile(
    rb"<(/?)table:(table-row|table-cell|covered-table-cell|table)(?=[\s/>])([^>]*)>"
)
_REPEATED = re.compile(rb"number-(?:rows|columns)-repeated\s*=\s*[\"'](\d{1,9})")
_TABLE_NAME = re.compile(rb"table:name\s*=\s*\"([^\"]*)")
_NAMESPACE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

_PERCENT_FORMATS = frozenset({"9", "10"})  # built in: 0% and 0.00%
_QUOTED = re.compile(r'"[^"]*"|\\.')
_MOST_OF_A_LIST = 20_000_000


@dataclass(slots=True)
class Marks:
    """Hold what the library does not tell of a sheet's cells, by row and column from 0."""

    mistakes: dict[tuple[int, int], str] = field(default_factory=dict)
    percents: set[tuple[int, int]] = field(default_factory=set)


def percent_formats() -> set[str]:
    """Give the numbers of the formats that show percents in every workbook of Excel."""
    return set(_PERCENT_FORMATS)


def look_into(content: bytes) -> dict[str, Marks]:
    """Refuse what would fill the memory; give the marks of each sheet's cells.

    Raises:
        InputError: too large, damaged, encrypted, or no workbook at all.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return _look(package)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise InputError(THE_FILE, _WHOLE) from error
    except (ElementTree.ParseError, RuntimeError, ValueError, KeyError, UnicodeError) as error:
        raise InputError(THE_FILE, _WHOLE) from error


def _look(package: zipfile.ZipFile) -> dict[str, Marks]:
    parts = package.infolist()
    names = {part.filename for part in parts}
    if any(part.flag_bits & 1 for part in parts):
        raise InputError(THE_FILE, "a workbook without a password")
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise InputError(THE_FILE, f"at most {MOST_UNPACKED // 1_000_000} MB when unpacked")
    if "content.xml" in names:
        if b"encryption-data" in package.read("META-INF/manifest.xml"):
            raise InputError(THE_FILE, "a workbook without a password")
        with package.open("content.xml") as stream:
            return _measure_document(stream)
    if "xl/workbook.xml" not in names:
        raise InputError(THE_FILE, "a workbook (xls, xlsx, ods); save another kind as xlsx")
    shown = _percent_cells(package) if "xl/styles.xml" in names else None
    marks = {}
    for part in parts:
        with package.open(part) as stream:
            marks[part.filename] = _measure_sheet(stream, shown)
    return {name: marks[part] for name, part in _sheets(package) if part in marks}


def _tree(package: zipfile.ZipFile, name: str) -> ElementTree.Element:
    if package.getinfo(name).file_size > _MOST_OF_A_LIST:
        raise InputError(THE_FILE, _WHOLE)
    # expat stops entities that grow, and nothing outside is ever fetched.
    return ElementTree.fromstring(package.read(name))  # noqa: S314


def _percent_cells(package: zipfile.ZipFile) -> re.Pattern[bytes] | None:
    """Make a search for the cells whose style shows a hundredth as a percent."""
    formats, styles = percent_formats(), []
    for one in _tree(package, "xl/styles.xml").iter():
        if one.tag.endswith("}numFmt") and "%" in _QUOTED.sub("", one.get("formatCode") or ""):
            formats.add(one.get("numFmtId") or "")
        elif one.tag.endswith("}cellXfs"):
            styles = [style.get("numFmtId") for style in one]
    shown = "|".join(str(place) for place, style in enumerate(styles) if style in formats)
    if not shown:
        return None
    return re.compile(
        rb"<(?:\w+:)?c(?=[^>]*\br=\"([A-Z]{1,3})(\d{1,7})\")(?=[^>]*\bs=\"(?:%b)\")"
        % shown.encode()
    )


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    """Give the text in pieces that break no cell; reading to the end proves the sizes told."""
    rest = b""
    while chunk := stream.read(_CHUNK):
        text = rest + chunk
        end = text.rfind(b"<c")
        end = end if end > 0 else text.rfind(b">") + 1
        if not end and len(text) > 4 * _CHUNK:
            raise InputError(THE_FILE, _WHOLE)
        yield text[:end]
        rest = text[end:]
    yield rest


def _measure_sheet(stream: IO[bytes], shown: re.Pattern[bytes] | None) -> Marks:
    columns: set[bytes] = set()
    height, marks = 0, Marks()
    for text in _chunks(stream):
        if b"\0" in text:
            raise InputError(THE_FILE, "a workbook with its parts in UTF-8")
        for column, row in _REFERENCE.findall(text):
            columns.add(column)
            height = max(height, int(row))
        if b't="e"' in text:
            for column, row, message in _MISTAKE.findall(text):
                place = int(row) - 1, _number(column) - 1
                marks.mistakes[place] = message.decode("ascii", "replace")
        for column, row in shown.findall(text) if shown else ():
            marks.percents.add((int(row) - 1, _number(column) - 1))
    if height * max(map(_number, columns), default=0) > MOST_CELLS:
        raise InputError(THE_FILE, _LARGE)
    return marks


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _measure_document(stream: IO[bytes]) -> dict[str, Marks]:
    marks: dict[str, Marks] = {}
    sheet = Marks()
    row = column = height = width = 0
    row_repeat, filled = 1, False
    percents: list[int] = []
    for text in _chunks(stream):
        for end, name, attributes in _OPEN_TAG.findall(text):
            repeated = _REPEATED.search(attributes)
            count = int(repeated[1]) if repeated else 1
            if name.endswith(b"table-cell") and not end:
                column += count
                if b"value-type" in attributes:
                    width, filled = max(width, column), True
                    if b"percentage" in attributes and column <= MOST_CELLS:
                        percents += range(column - count, column)
            elif name == b"table-row" and not end:
                column, row_repeat, filled, percents = 0, count, False, []
            if name == b"table-row" and (end or attributes.endswith(b"/")):
                if len(percents) * row_repeat <= MOST_CELLS:
                    rows = range(row, row + row_repeat if percents else row)
                    sheet.percents.update((one, place) for one in rows for place in percents)
                row += row_repeat
                height = row if filled else height
            if name == b"table":
                row = height = width = 0
                titled = _TABLE_NAME.search(attributes)
                if titled:
                    sheet = marks.setdefault(html.unescape(titled[1].decode()), Marks())
            if height * width > MOST_CELLS:
                raise InputError(THE_FILE, _LARGE)
    return marks


def _sheets(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Lead from the sheets' names to the parts that hold them."""
    targets = {
        one.get("Id"): (one.get("Target") or "").removeprefix("/xl/")
        for one in _tree(package, "xl/_rels/workbook.xml.rels")
    }
    for one in _tree(package, "xl/workbook.xml").iter():
        if one.tag.endswith("}sheet"):
            yield one.get("name") or "", f"xl/{targets.get(one.get(_NAMESPACE))}"
