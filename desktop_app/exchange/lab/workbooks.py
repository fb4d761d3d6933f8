"""Read the sheets of an xls, xlsx or ods workbook as texts."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import BinaryIO

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from desktop_app.domain.errors import InputError
from desktop_app.exchange.lab.old_workbooks import MAGIC, look_into_old
from desktop_app.exchange.lab.packages import THE_FILE, Marks, look_into
from desktop_app.exchange.lab.tables import Record

_ZIP = b"PK\x03\x04"
_PDF, _WEB = b"%PDF-", (b"<html", b"<!doctype html", b"<table")
MOST_BYTES = 50_000_000

Cell = int | float | str | bool | date | datetime | time | timedelta


@dataclass(frozen=True, slots=True)
class Sheet:
    """Hold one sheet: its name, how many rows it has, and a way to read them."""

    name: str
    height: int
    records: Callable[[], Iterator[Record]]


@dataclass(frozen=True, slots=True)
class Book:
    """Hold the bytes' sheets in their order; ``hidden`` names those that nobody sees."""

    sheets: tuple[Sheet, ...]
    hidden: tuple[str, ...]


def is_workbook(start: bytes) -> bool:
    """Tell by the first bytes, since names of files lie.

    Raises:
        InputError: the bytes are something else that is no text either.
    """
    if start.startswith((_ZIP, MAGIC)):
        return True
    if start.startswith(_PDF):
        raise InputError(THE_FILE, "text or a workbook, not PDF")
    if start.lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(_WEB):
        raise InputError(THE_FILE, "text or a workbook, not a web page: save it as xlsx or csv")
    if b"\0" in start and not start.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError(THE_FILE, "text or a workbook (xls, xlsx, ods)")
    return False


def read_book(stream: BinaryIO, seen: Callable[[bytes], None] = lambda _bytes: None) -> Book:
    """Open a workbook; ``seen`` is told its bytes.

    Raises:
        InputError: it is damaged, encrypted, too large, or of another kind.
    """
    content = stream.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise InputError(THE_FILE, f"a workbook of at most {MOST_BYTES // 1_000_000} MB: split it")
    seen(content)
    marks: dict[str, Marks] = {}
    in_order: list[Marks] = []
    if content.startswith(_ZIP):
        marks = look_into(content)
    else:
        content, in_order = look_into_old(content)
    with _named(THE_FILE):
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        metadata = book.sheets_metadata
    found, hidden = [], []
    for place, about in enumerate(metadata):
        if about.typ is not SheetTypeEnum.WorkSheet:
            continue
        if about.visible is not SheetVisibleEnum.Visible:
            hidden.append(about.name)
            continue
        mine = in_order[place] if place < len(in_order) else marks.get(about.name, Marks())
        found.append(_sheet(book, place, about.name, mine))
    return Book(tuple(found), tuple(hidden))


def _sheet(book: CalamineWorkbook, place: int, name: str, marks: Marks) -> Sheet:
    with _named(f"sheet {name}"):
        sheet = book.get_sheet_by_index(place)

    def records() -> Iterator[Record]:
        with _named(f"sheet {name}"):
            for row, cells in enumerate(sheet.iter_rows()):
                texts = [_text(cell) for cell in cells]
                if marks.mistakes or marks.percents:
                    _mark(texts, row, cells, marks)
                if any(texts):
                    while not texts[-1]:
                        texts.pop()
                    yield Record(row + 1, "\t".join(texts), texts)

    return Sheet(name, sheet.total_height, records)


def _mark(texts: list[str], row: int, cells: Sequence[Cell], marks: Marks) -> None:
    """Write failed formulas and percents as they are shown."""
    for column, cell in enumerate(cells):
        number = isinstance(cell, int | float) and not isinstance(cell, bool)
        if number and (row, column) in marks.percents:
            texts[column] = f"{float(texts[column]) * 100:.15g}%"
        elif (row, column) in marks.mistakes:
            texts[column] = marks.mistakes[row, column]


@contextmanager
def _named(place: str) -> Iterator[None]:
    """Turn what the library raises into a place and an expectation.

    Raises:
        InputError: the library could not read it.
    """
    try:
        yield
    except PasswordError as error:
        raise InputError(place, "a workbook without a password") from error
    except (CalamineError, OSError, ValueError) as error:
        raise InputError(place, "a whole workbook (xls, xlsx, ods)") from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # the library's own: no Exception
            raise
        raise InputError(place, "a whole workbook (xls, xlsx, ods)") from error


def _text(cell: Cell) -> str:
    """Write a cell as a person sees it; numbers with the 15 figures that a spreadsheet keeps."""
    match cell:
        case str():
            return cell.strip()
        case bool():
            return "TRUE" if cell else "FALSE"
        case int() | float():
            return f"{cell:.15g}"
        case datetime():
            if cell.time() == time():
                return cell.date().isoformat()
            return cell.isoformat(" ", "minutes" if not cell.second else "seconds")
        case time():
            return cell.isoformat("minutes" if not cell.second else "seconds")
        case date():
            return cell.isoformat()
    minutes = round(cell.total_seconds() / 60)
    return f"{minutes // 60}:{minutes % 60:02}"
