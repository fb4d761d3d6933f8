"""Part text into records and cells, and keep each record as it came."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.domain.errors import InputError

DELIMITERS = ("\t", ",", ";", "|")
SPACES = "  "  # two or more: how a report looks when it is copied from a window
MOST_LINES = 100  # in one record: a mark left open must not swallow the results after it
_OPEN_QUOTE = "a quotation mark at the end of the cell that begins with one"
_RUNS = re.compile(r"\t| {2,}|\u3000+")


@dataclass(frozen=True, slots=True)
class Record:
    """Hold one row of a table: its line, its text as it came, its cells.

    ``exact`` tells that every cell stands in its column, also where cells before it are empty.
    """

    line: int
    raw: str
    cells: list[str]
    exact: bool = True


def records(lines: Iterator[str], delimiter: str, first: int = 1) -> Iterator[Record]:
    """Part lines into records; a quoted cell may go over several lines.

    Raises:
        InputError: a cell is too long, or a quotation mark is never closed.
    """
    return _spaced(lines, first) if delimiter == SPACES else _quoted(lines, delimiter, first)


def _spaced(lines: Iterator[str], first: int) -> Iterator[Record]:
    for number, line in enumerate(lines, first):
        yield Record(number, line, _RUNS.split(line.strip()), exact=False)


def _quoted(lines: Iterator[str], delimiter: str, first: int) -> Iterator[Record]:
    taken: list[str] = []

    def feed() -> Iterator[str]:
        for line in lines:
            taken.append(line)
            yield line + "\n"

    number = first
    reader = csv.reader(feed(), delimiter=delimiter, skipinitialspace=delimiter != "\t")
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise InputError(f"line {number}", _OPEN_QUOTE) from error
        if cells is None:
            return
        raw = "\n".join(taken)
        if len(taken) > 1 and (len(taken) > MOST_LINES or raw.count('"') % 2):
            raise InputError(f"line {number}", _OPEN_QUOTE)
        yield Record(number, raw, cells)
        number += len(taken)
        taken.clear()
