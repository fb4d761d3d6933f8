"""Read the leaflets from ``resources/leaflets/*.toml`` and refuse what a reviewer must not miss."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from desktop_app.data.content.leaflet_blocks import Place, read_block, read_texts
from desktop_app.data.content.toml_lines import TomlLines
from desktop_app.domain.document import LEAFLET_KINDS, Leaflet, LeafletSource
from desktop_app.domain.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

_KEYS = frozenset({"id", "revision", "review", "title", "source", "block"})
_SOURCE_KEYS = ("key", "short", "citation")


def load_leaflets(resources: Path) -> dict[str, Leaflet]:
    """Read all leaflets by kind.

    Raises:
        InputError: a file is no leaflet; names file and line, and what was expected.
    """
    leaflets: dict[str, Leaflet] = {}
    for path in sorted((resources / "leaflets").glob("*.toml")):
        leaflet = read_leaflet(path)
        if leaflet.kind in leaflets:
            raise InputError(f"{path.name}:1", f"a kind that no other file has, not {leaflet.kind}")
        leaflets[leaflet.kind] = leaflet
    return leaflets


def read_leaflet(path: Path) -> Leaflet:
    """Read one leaflet; its hash is that of the file's bytes.

    Raises:
        InputError: the file is no leaflet; names file and line, and what was expected.
    """
    content = path.read_bytes()
    lines = TomlLines(path.name, content.decode("utf-8"))
    try:
        top = tomllib.loads(lines.text)
    except tomllib.TOMLDecodeError as error:
        raise lines.syntax(error) from error
    return _leaflet(lines, top, hashlib.sha256(content).hexdigest())


def _leaflet(lines: TomlLines, top: Mapping[str, Any], sha256: str) -> Leaflet:
    place = Place(lines, "", top)
    unknown = sorted(top.keys() - _KEYS)
    if unknown:
        raise place.refusal(unknown[0], f"no key {unknown[0]}")
    kind = top.get("id")
    if kind not in LEAFLET_KINDS:
        raise place.refusal("id", f"a leaflet kind: {', '.join(LEAFLET_KINDS)}")
    revision = read_revision(place)
    blocks = _tables(place, "block")
    return Leaflet(
        kind,
        revision,
        read_texts(Place(lines, "title", read_table(place, "title"))),
        read_review_date(place),
        _sources(lines, place),
        tuple(
            read_block(Place(lines, "block", entry, number), kind)
            for number, entry in enumerate(blocks)
        ),
        sha256,
    )


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


def _sources(lines: TomlLines, top: Place) -> tuple[LeafletSource, ...]:
    known: dict[str, LeafletSource] = {}
    for number, entry in enumerate(_tables(top, "source")):
        place = Place(lines, "source", entry, number)
        for key in _SOURCE_KEYS:
            if not isinstance(entry.get(key), str) or not entry[key].strip():
                raise place.refusal(key, f"{key} of the source")
        known[entry["key"]] = LeafletSource(*(entry[key] for key in _SOURCE_KEYS))
    keys = read_table(top, "review").get("sources")
    if not isinstance(keys, list) or not keys:
        raise top.refusal("review", "sources with at least one key")
    for key in keys:
        if key not in known:
            raise top.refusal("review", f"a [[source]] with the key {key}")
    return tuple(known[key] for key in keys)


def read_table(place: Place, key: str) -> Mapping[str, Any]:
    """Give the table under a key.

    Raises:
        InputError: there is none.
    """
    value = place.entry.get(key)
    if not isinstance(value, dict):
        raise place.refusal(key, f"a table {key}")
    return value


def _tables(place: Place, key: str) -> list[Mapping[str, Any]]:
    value = place.entry.get(key)
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise place.refusal(key, f"one or more [[{key}]]")
    return value
