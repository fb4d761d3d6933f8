"""Read files of reviewed words, a kind each: what leaflets and letters have in common."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from desktop_app.data.content.leaflet_blocks import Place
from desktop_app.data.content.toml_lines import TomlLines
from desktop_app.domain.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class _OfKind(Protocol):
    @property
    def kind(self) -> str: ...


Words = TypeVar("Words", bound=_OfKind)


@dataclass(frozen=True, slots=True)
class SheetFile:
    """Hold a file that was opened: its kind, its top table, and the hash of its bytes."""

    kind: str
    top: Place
    sha256: str


def read_folder(folder: Path, read: Callable[[Path], Words]) -> dict[str, Words]:
    """Read all files of a folder by kind.

    Raises:
        InputError: a file cannot be used, or two are of one kind; names file and line.
    """
    found: dict[str, Words] = {}
    for path in sorted(folder.glob("*.toml")):
        words = read(path)
        if words.kind in found:
            raise InputError(f"{path.name}:1", f"a kind that no other file has, not {words.kind}")
        found[words.kind] = words
    return found


def open_sheet(path: Path, keys: frozenset[str], kinds: tuple[str, ...], named: str) -> SheetFile:
    """Open one file with these keys at its top, and one of these kinds under ``id``.

    Raises:
        InputError: it is no such file; names file and line, and what was expected.
    """
    content = path.read_bytes()
    lines = TomlLines(path.name, content.decode("utf-8"))
    try:
        top = tomllib.loads(lines.text)
    except tomllib.TOMLDecodeError as error:
        raise lines.syntax(error) from error
    place = Place(lines, "", top)
    unknown = sorted(top.keys() - keys)
    if unknown:
        raise place.refusal(unknown[0], f"no key {unknown[0]}")
    kind = top.get("id")
    if kind not in kinds:
        raise place.refusal("id", f"{named}: {', '.join(kinds)}")
    return SheetFile(kind, place, hashlib.sha256(content).hexdigest())


def read_revision(place: Place) -> int:
    """Read the number of the revision.

    Raises:
        InputError: it is no whole number from 1.
    """
    revision = place.entry.get("revision")
    if not isinstance(revision, int) or isinstance(revision, bool) or revision < 1:
        raise place.refusal("revision", "a whole number from 1")
    return revision


def read_review_date(place: Place) -> date:
    """Read the day of the next review.

    Raises:
        InputError: there is none.
    """
    day = read_table(place, "review").get("next")
    if not isinstance(day, date) or isinstance(day, datetime):
        raise place.refusal("review", "the day of the next review: next = YYYY-MM-DD")
    return day


def read_table(place: Place, key: str) -> Mapping[str, Any]:
    """Give the table under a key.

    Raises:
        InputError: there is none.
    """
    value = place.entry.get(key)
    if not isinstance(value, dict):
        raise place.refusal(key, f"a table {key}")
    return value
