"""Hold the clinical sentences of one language, keyed by code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Note

# Holes that carry codes of the catalogue or the contract.
_CODED = frozenset({"code", "codes", "drugs", "lesion"})


@dataclass(frozen=True, slots=True)
class Wording:
    """Hold one language's sentences; holes are ``{name}``."""

    language: str
    sentences: Mapping[str, str]

    def __contains__(self, code: object) -> bool:
        return code in self.sentences

    def sentence(self, table: str, note: Note) -> str:
        """Give the sentence of a note; codes among its values are named, not shown.

        Raises:
            KeyError: the note has no sentence.
        """
        values = [
            (hole, self._names(value) if hole in _CODED else value) for hole, value in note.values
        ]
        return self.text(f"{table}.{note.code}", values)

    def name(self, code: str) -> str:
        """Give the short name of whatever a code stands for; the code where there is none."""
        for table in ("analyte", "finding", "answer", "input", "abnormality", "drug"):
            if f"{table}.{code}" in self.sentences:
                return self.sentences[f"{table}.{code}"]
        return code

    def _names(self, codes: str) -> str:
        separator = "; " if self.language == "en" else "、"
        return separator.join(self.name(code) for code in codes.split(","))

    def text(self, code: str, values: Iterable[tuple[str, str]] = ()) -> str:
        """Give the sentence of a code with its holes filled.

        Raises:
            KeyError: the code has no sentence (a test makes sure that every code has one).
        """
        return self.sentences[code].format(**dict(values))
