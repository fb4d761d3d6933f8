"""Read every clinical text that ships, for the tests of words and of characters."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Iterator
from functools import cache

from desktop_app.data.content.evidence import load_evidence
from desktop_app.domain.catalogue import LANGUAGES
from desktop_app.paths import resource_root


@cache
def files() -> dict[str, dict[str, dict[str, str]]]:
    """Read the file of every language, by table and key."""
    folder = resource_root() / "wording"
    return {name: tomllib.loads((folder / f"{name}.toml").read_text("utf-8")) for name in LANGUAGES}


def sentences(language: str) -> Iterator[tuple[str, str]]:
    """Give every code with its sentence."""
    for table, entries in files()[language].items():
        for key, sentence in entries.items():
            yield f"{table}.{key}", sentence


def all_texts(language: str) -> Iterator[tuple[str, str]]:
    """Give sentences, cards, and the conflict ledger but for its entry about odd spellings."""
    yield from sentences(language)
    for card in load_evidence(resource_root()).cards.values():
        for place, text in enumerate((card.titles, *card.points)):
            yield f"{card.id}.{place}", text[language]
    for conflict in load_evidence(resource_root()).conflicts.values():
        if conflict.id != "C-SPELLING":
            yield f"{conflict.id}.printed", conflict.printed[language]
            yield f"{conflict.id}.used", conflict.used[language]


def holes(sentence: str) -> set[str]:
    """Give the names of a sentence's holes."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}
