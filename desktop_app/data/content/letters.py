"""Read the words of letters from ``resources/letters/*.toml``, complete in every language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desktop_app.data.content.leaflet_blocks import Place, read_texts
from desktop_app.data.content.sheet_files import (
    open_sheet,
    read_folder,
    read_review_date,
    read_revision,
    read_table,
)
from desktop_app.domain.letter import LetterTexts
from desktop_app.domain.letter_phrases import PHRASES

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.data.content.toml_lines import TomlLines

_KEYS = frozenset({"id", "revision", "review", "title", "text"})


def load_letters(resources: Path) -> dict[str, LetterTexts]:
    """Read the words of all letters by kind.

    Raises:
        InputError: a file is no letter; names file and line, and what was expected.
    """
    return read_folder(resources / "letters", read_letter)


def read_letter(path: Path) -> LetterTexts:
    """Read the words of one letter; its hash is that of the file's bytes.

    Raises:
        InputError: the file is no letter; names file and line, and what was expected.
    """
    sheet = open_sheet(path, _KEYS, tuple(PHRASES), "a letter kind")
    place = sheet.top
    return LetterTexts(
        sheet.kind,
        read_revision(place),
        read_review_date(place),
        read_texts(Place(place.lines, "title", read_table(place, "title")), frozenset()),
        _phrases(place.lines, read_table(place, "text"), PHRASES[sheet.kind]),
        sheet.sha256,
    )


def _phrases(
    lines: TomlLines, table: Mapping[str, Any], wanted: Mapping[str, frozenset[str]]
) -> dict[str, dict[str, str]]:
    """Read every sentence that a letter needs, and no other, with exactly its placeholders."""
    place = Place(lines, "text", table)
    unknown = sorted(table.keys() - wanted.keys())
    if unknown:
        raise place.refusal(unknown[0], f"no text {unknown[0]}")
    phrases: dict[str, dict[str, str]] = {}
    for code, holes in wanted.items():
        entry = Place(lines, f"text.{code}", read_table(place, code))
        texts = read_texts(entry, holes)
        for hole in sorted(holes):
            if f"{{{hole}}}" not in texts["en"]:
                raise entry.refusal("en", f"the placeholder {{{hole}}}")
        phrases[code] = texts
    return phrases
