"""Read the leaflets from ``resources/leaflets/*.toml`` and refuse what a reviewer must not miss."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desktop_app.data.content.leaflet_blocks import Place, read_block, read_texts
from desktop_app.data.content.sheet_files import (
    open_sheet,
    read_folder,
    read_review_date,
    read_revision,
    read_table,
)
from desktop_app.domain.document import LEAFLET_KINDS, Leaflet, LeafletSource

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.data.content.toml_lines import TomlLines

_KEYS = frozenset({"id", "revision", "review", "title", "source", "block"})
_SOURCE_KEYS = ("key", "short", "citation")


def load_leaflets(resources: Path) -> dict[str, Leaflet]:
    """Read all leaflets by kind.

    Raises:
        InputError: a file is no leaflet; names file and line, and what was expected.
    """
    return read_folder(resources / "leaflets", read_leaflet)


def read_leaflet(path: Path) -> Leaflet:
    """Read one leaflet; its hash is that of the file's bytes.

    Raises:
        InputError: the file is no leaflet; names file and line, and what was expected.
    """
    sheet = open_sheet(path, _KEYS, LEAFLET_KINDS, "a leaflet kind")
    place = sheet.top
    lines = place.lines
    revision = read_revision(place)
    blocks = _tables(place, "block")
    return Leaflet(
        sheet.kind,
        revision,
        read_texts(Place(lines, "title", read_table(place, "title"))),
        read_review_date(place),
        _sources(lines, place),
        tuple(
            read_block(Place(lines, "block", entry, number), sheet.kind)
            for number, entry in enumerate(blocks)
        ),
        sheet.sha256,
    )


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


def _tables(place: Place, key: str) -> list[Mapping[str, Any]]:
    value = place.entry.get(key)
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise place.refusal(key, f"one or more [[{key}]]")
    return value
