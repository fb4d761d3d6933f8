"""Read the words of letters from ``resources/letters/*.toml``, complete in every language."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desktop_app.data.content.leaflet_blocks import Place, read_texts
from desktop_app.data.content.leaflets import read_review_date, read_revision, read_table
from desktop_app.data.content.toml_lines import TomlLines
from desktop_app.domain.document import LETTER_KINDS
from desktop_app.domain.errors import InputError
from desktop_app.domain.letter import PHRASES, LetterTexts

if TYPE_CHECKING:
    from pathlib import Path

_KEYS = frozenset({"id", "revision", "review", "title", "text"})


def load_letters(resources: Path) -> dict[str, LetterTexts]:
    """Read the words of all letters by kind.

    Raises:
        InputError: a file is no letter; names file and line, and what was expected.
    """
    found: dict[str, LetterTexts] = {}
    for path in sorted((resources / "letters").glob("*.toml")):
        texts = read_letter(path)
        if texts.kind in found:
            raise InputError(f"{path.name}:1", f"a kind that no other file has, not {texts.kind}")
        found[texts.kind] = texts
    return found


def read_letter(path: Path) -> LetterTexts:
    """Read the words of one letter; its hash is that of the file's bytes.

    Raises:
        InputError: the file is no letter; names file and line, and what was expected.
    """
    content = path.read_bytes()
    lines = TomlLines(path.name, content.decode("utf-8"))
    try:
        top = tomllib.loads(lines.text)
    except tomllib.TOMLDecodeError as error:
        raise lines.syntax(error) from error
    place = Place(lines, "", top)
    unknown = sorted(top.keys() - _KEYS)
    if unknown:
        raise place.refusal(unknown[0], f"no key {unknown[0]}")
    kind = top.get("id")
    if kind not in LETTER_KINDS:
        raise place.refusal("id", f"a letter kind: {', '.join(LETTER_KINDS)}")
    return LetterTexts(
        kind,
        read_revision(place),
        read_review_date(place),
        read_texts(Place(lines, "title", read_table(place, "title")), frozenset()),
        _phrases(lines, read_table(place, "text")),
        hashlib.sha256(content).hexdigest(),
    )


def _phrases(lines: TomlLines, table: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Read every sentence that a letter needs, and no other, with exactly its placeholders."""
    place = Place(lines, "text", table)
    unknown = sorted(table.keys() - PHRASES.keys())
    if unknown:
        raise place.refusal(unknown[0], f"no text {unknown[0]}")
    phrases: dict[str, dict[str, str]] = {}
    for code, holes in PHRASES.items():
        entry = Place(lines, f"text.{code}", read_table(place, code))
        texts = read_texts(entry, holes)
        for hole in sorted(holes):
            if f"{{{hole}}}" not in texts["en"]:
                raise entry.refusal("en", f"the placeholder {{{hole}}}")
        phrases[code] = texts
    return phrases
