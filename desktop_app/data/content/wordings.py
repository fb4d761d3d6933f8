"""Read the clinical sentences of each language from ``resources/wording/<lang>.toml``."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from desktop_app.domain.catalogue import LANGUAGES
from desktop_app.domain.errors import InputError
from desktop_app.domain.wording import Wording

if TYPE_CHECKING:
    from pathlib import Path


def load_wordings(resources: Path) -> dict[str, Wording]:
    """Read all languages; table and key make the code, as in ``category.smm``.

    Raises:
        InputError: a file is no TOML or an entry is no sentence; names file and entry.
    """
    return {language: _wording(resources / "wording", language) for language in LANGUAGES}


def _wording(folder: Path, language: str) -> Wording:
    path = folder / f"{language}.toml"
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise InputError(path.name, str(error)) from error
    sentences: dict[str, str] = {}
    for table, entries in tables.items():
        if not isinstance(entries, dict):
            raise InputError(f"{path.name}: {table}", "a table of sentences")
        for key, sentence in entries.items():
            if not isinstance(sentence, str):
                raise InputError(f"{path.name}: {table}.{key}", "a sentence")
            sentences[f"{table}.{key}"] = sentence
    return Wording(language, sentences)
