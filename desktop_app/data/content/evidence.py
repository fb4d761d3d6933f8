"""Read bibliography, conflict ledger and cards from ``resources/evidence``."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from desktop_app.domain.catalogue import LANGUAGES
from desktop_app.domain.errors import InputError
from desktop_app.domain.sources import Card, Conflict, DoiStatus, Evidence, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_DOI = re.compile(r"10\.\d{4,}/\S+")
_SOURCE_KEYS = frozenset({"citation", "doi", "doi_status"})
_CONFLICT_KEYS = frozenset({"printed", "used", "document"})
_DOCUMENT = "lin2026"  # what an entry of the ledger is about, where it does not say
_CARD_NEEDS = frozenset({"kind", "status", "source", "title", "points"})
_CARD_KEYS = _CARD_NEEDS | {"categories", "rules"}
CARD_KINDS = ("trial", "approval", "drug", "figure", "uncertainty", "pearl")
STATUSES = ("primary", "secondary", "source-doc", "unverified", "decision")


def load_evidence(resources: Path) -> Evidence:
    """Read sources, conflicts and cards.

    Raises:
        InputError: a file is no TOML or an entry is incomplete; names file and entry.
    """
    folder = resources / "evidence"
    sources = (_source(*entry) for entry in _entries(folder / "bibliography.toml", _SOURCE_KEYS))
    known = {each.key: each for each in sources}
    ledger = _entries(folder / "conflicts.toml", _CONFLICT_KEYS)
    conflicts = (_conflict(known, *entry) for entry in ledger)
    cards = (_card(known, *entry) for entry in _entries(folder / "cards.toml", _CARD_KEYS))
    return Evidence(known, {each.id: each for each in conflicts}, {each.id: each for each in cards})


def _entries(path: Path, keys: frozenset[str]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Give file name, key and content of every entry, which may hold no other keys than these."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise InputError(path.name, str(error)) from error
    for key, entry in tables.items():
        if not isinstance(entry, dict):
            raise InputError(f"{path.name}: {key}", "a table")
        unknown = sorted(entry.keys() - keys)
        if unknown:
            raise InputError(f"{path.name}: {key}.{unknown[0]}", f"no key {unknown[0]}")
        yield path.name, key, entry


def _source(file: str, key: str, entry: Mapping[str, Any]) -> Source:
    status, doi = entry.get("doi_status"), entry.get("doi")
    if status not in list(DoiStatus):
        raise InputError(f"{file}: {key}.doi_status", ", ".join(DoiStatus))
    if status == DoiStatus.NONE:
        if doi is not None:
            raise InputError(f"{file}: {key}.doi", "no DOI beside the status none")
    elif not isinstance(doi, str) or not _DOI.fullmatch(doi):
        raise InputError(f"{file}: {key}.doi", "a DOI such as 10.1038/leu.2010.60")
    return Source(
        key, _text(file, f"{key}.citation", entry.get("citation")), doi, DoiStatus(status)
    )


def _conflict(
    sources: Mapping[str, Source], file: str, key: str, entry: Mapping[str, Any]
) -> Conflict:
    document = entry.get("document", _DOCUMENT)
    if document not in tuple(sources):
        raise InputError(f"{file}: {key}.document", "a key of the bibliography")
    printed, used = (_texts(file, f"{key}.{part}", entry.get(part)) for part in ("printed", "used"))
    return Conflict(key, printed, used, document)


def _card(sources: Mapping[str, Source], file: str, key: str, entry: Mapping[str, Any]) -> Card:
    missing = sorted(_CARD_NEEDS - entry.keys())
    if missing:
        raise InputError(f"{file}: {key}.{missing[0]}", "an entry")
    for part, allowed in (("kind", CARD_KINDS), ("status", STATUSES), ("source", tuple(sources))):
        if entry[part] not in allowed:
            expected = "a key of the bibliography" if part == "source" else ", ".join(allowed)
            raise InputError(f"{file}: {key}.{part}", expected)
    points = entry["points"]
    if not isinstance(points, list) or not points:
        raise InputError(f"{file}: {key}.points", "at least one point")
    return Card(
        key,
        entry["kind"],
        entry["status"],
        entry["source"],
        _texts(file, f"{key}.title", entry["title"]),
        tuple(_texts(file, f"{key}.points.{n}", point) for n, point in enumerate(points)),
        _names(file, f"{key}.categories", entry.get("categories", [])),
        _names(file, f"{key}.rules", entry.get("rules", [])),
    )


def _names(file: str, place: str, content: object) -> frozenset[str]:
    if not isinstance(content, list) or not all(isinstance(name, str) for name in content):
        raise InputError(f"{file}: {place}", "a list of names")
    return frozenset(content)


def _texts(file: str, place: str, content: object) -> dict[str, str]:
    if not isinstance(content, dict) or content.keys() != set(LANGUAGES):
        raise InputError(f"{file}: {place}", f"a text in each of {', '.join(LANGUAGES)}")
    return {name: _text(file, f"{place}.{name}", content[name]) for name in LANGUAGES}


def _text(file: str, place: str, content: object) -> str:
    if not isinstance(content, str) or not content.strip():
        raise InputError(f"{file}: {place}", "a text")
    return content
