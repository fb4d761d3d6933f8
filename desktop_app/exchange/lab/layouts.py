"""Stage a source: read it as rows of texts, each with the line that it came from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import chain, islice
from typing import TYPE_CHECKING

from desktop_app.domain.arrivals.rows import SiteProfile, Staged, StagedRow
from desktop_app.domain.errors import Cancelled, InputError
from desktop_app.exchange.lab.encodings import lines, ranked
from desktop_app.exchange.lab.shapes import FREE, HEAD, Shape, guess, guess_table
from desktop_app.exchange.lab.tables import Record, records
from desktop_app.exchange.lab.titles import item_names
from desktop_app.exchange.lab.unpivot import Rows
from desktop_app.exchange.lab.workbooks import is_workbook, read_book

if TYPE_CHECKING:
    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.exchange.lab.sources import LabSource

MOST_ROWS = 200_000
MOST_CHARACTERS = 50_000_000
PREVIEW = 20
_STEP = 256

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class _Staging:
    """Gather rows within the limits; ask now and then whether a person has had enough."""

    progress: Progress
    cancelled: Callable[[], bool]
    rows: list[StagedRow] = field(default_factory=list)
    unread: list[tuple[int, str]] = field(default_factory=list)
    sheet: str = ""
    characters: int = 0
    done: int = 0
    total: int = 0

    def count(self, line: int, raw: str) -> None:
        """Count what is kept.

        Raises:
            InputError: there is more than fits; says to split the file.
        """
        self.characters += len(raw)
        if len(self.rows) + len(self.unread) > MOST_ROWS or self.characters > MOST_CHARACTERS:
            expected = f"at most {MOST_ROWS:,} values or {MOST_CHARACTERS:,} characters: split it"
            raise InputError(f"{self.sheet}line {line}", expected)

    def tick(self) -> None:
        """Tell how far it is.

        Raises:
            Cancelled: a person stopped it.
        """
        if self.cancelled():
            raise Cancelled
        self.progress(self.done, self.total)


def stage(
    source: LabSource,
    profile: SiteProfile,
    catalogue: Catalogue,
    *,
    progress: Progress = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Staged:
    """Read a source as rows of texts; nothing is understood yet but where each text belongs.

    Args:
        progress: is told how much is done, of how much: bytes of a text, rows of a workbook.
        cancelled: is asked as often.

    Raises:
        InputError: the source cannot be read, or holds more than fits; names the place.
        Cancelled: a person stopped it.
    """
    known = item_names(catalogue)
    staging = _Staging(progress, cancelled)
    with source.open() as stream:
        start = stream.read(4096)
    if is_workbook(start):
        return _of_workbook(source, profile, known, staging)
    return _of_text(source, profile, known, staging, _words(catalogue))


def _words(catalogue: Catalogue) -> frozenset[str]:
    return frozenset(
        word for one in catalogue.analytes.values() for word in (*one.names.values(), *one.synonyms)
    )


def _of_text(
    source: LabSource,
    profile: SiteProfile,
    known: frozenset[str],
    staging: _Staging,
    words: frozenset[str],
) -> Staged:
    candidates = ranked(source.open, words)
    encoding = profile.encoding or candidates[0]
    digest = sha256()

    def seen(chunk: bytes) -> None:
        digest.update(chunk)
        staging.done += len(chunk)

    with source.open() as stream:
        staging.total = stream.seek(0, 2)
        stream.seek(0)
        text = lines(stream, encoding, seen)
        head = list(islice(text, HEAD))
        shape = guess(head, profile, known)
        every = chain(head, text)
        found = records(every, shape.delimiter) if shape.titles else _free(every)
        _gather(found, shape, Rows(shape, profile, known), staging)
    return Staged(
        source.name,
        digest.hexdigest(),
        tuple(staging.rows),
        shape.layout,
        encoding,
        candidates,
        shape.titles,
        tuple(line[:400] for line in head[:PREVIEW]),
        tuple(staging.unread),
    )


def _free(text: Iterator[str]) -> Iterator[Record]:
    for number, line in enumerate(text, 1):
        yield Record(number, line, [], exact=False)


def _gather(found: Iterator[Record], shape: Shape, make: Rows, staging: _Staging) -> None:
    of_one = make.of_record if shape.titles else make.of_line
    for place, record in enumerate(found):
        if place % _STEP == 0:
            staging.tick()
        if place == shape.header - 1:
            continue
        rows = make.above(record) if place < shape.header else of_one(record)
        if rows is None:
            staging.unread.append((record.line, make.kept))
        elif rows:
            staging.rows += rows
        else:
            continue
        staging.count(record.line, record.raw)
    staging.tick()


def _of_workbook(
    source: LabSource, profile: SiteProfile, known: frozenset[str], staging: _Staging
) -> Staged:
    digest = sha256()
    with source.open() as stream:
        book = read_book(stream, digest.update)
    staging.unread = [(0, name) for name in book.hidden]
    staging.total = sum(sheet.height for sheet in book.sheets)
    shapes: list[Shape] = []
    preview: list[str] = []
    for sheet in book.sheets:
        found = sheet.records()
        head = list(islice(found, HEAD))
        shape = guess_table(head, profile, known, strict=len(book.sheets) == 1)
        preview += [record.raw[:400] for record in head[: PREVIEW - len(preview)]]
        before = len(staging.rows)
        staging.sheet = f"sheet {sheet.name}, "
        make = Rows(shape, profile, known, f"{sheet.name}: " if len(book.sheets) > 1 else "")
        _gather(chain(head, found), shape, make, staging)
        if len(staging.rows) > before:
            shapes.append(shape)
        staging.done += sheet.height
        staging.tick()
    first = shapes[0] if shapes else FREE
    return Staged(
        source.name,
        digest.hexdigest(),
        tuple(staging.rows),
        first.layout,
        titles=first.titles,
        preview=tuple(preview),
        unread=tuple(staging.unread),
    )
