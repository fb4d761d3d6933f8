"""Read the bibliography and the conflict ledger from ``resources/evidence``."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from desktop_app.domain.catalogue import LANGUAGES
from desktop_app.domain.errors import InputError
from desktop_app.domain.sources import Conflict, DoiStatus, Evidence, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_DOI = re.compile(r"10\.\d{4,}/\S+")
_SOURCE_KEYS = frozenset({"citation", "doi", "doi_status"})
_CONFLICT_KEYS = frozenset({"printed", "used"})


def load_evidence(resources: Path) -> Evidence:
    """Read sources and conflicts.

    Raises:
        InputError: a file is no TOML or an entry is incomplete; names file and entry.
    """
    folder = resources / "evidence"
    sources = (_source(*entry) for entry in _entries(folder / "bibliography.toml", _SOURCE_KEYS))
    conflicts = (_conflict(*entry) for entry in _entries(folder / "conflicts.toml", _CONFLICT_KEYS))
    return Evidence({each.key: each for each in sources}, {each.id: each for each in conflicts})


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


def _conflict(file: str, key: str, entry: Mapping[str, Any]) -> Conflict:
    printed, used = (_texts(file, f"{key}.{part}", entry.get(part)) for part in ("printed", "used"))
    return Conflict(key, printed, used)


def _texts(file: str, place: str, content: object) -> dict[str, str]:
    if not isinstance(content, dict) or content.keys() != set(LANGUAGES):
        raise InputError(f"{file}: {place}", f"a text in each of {', '.join(LANGUAGES)}")
    return {name: _text(file, f"{place}.{name}", content[name]) for name in LANGUAGES}


def _text(file: str, place: str, content: object) -> str:
    if not isinstance(content, str) or not content.strip():
        raise InputError(f"{file}: {place}", "a text")
    return content
