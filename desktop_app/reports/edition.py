"""Hold in which languages, sizes and words a sheet is printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.domain.wording import Wording
from desktop_app.reports.styles import StyleSheet


@dataclass(frozen=True, slots=True)
class Edition:
    """Hold the languages that stand side by side, their stylesheet, and the fixed words.

    ``all_languages`` are those of the whole sheet: in large print one language follows the other,
    so that each part stands alone while head and foot carry both.
    """

    languages: tuple[str, ...]
    all_languages: tuple[str, ...]
    style: StyleSheet
    wordings: Mapping[str, Wording]

    @property
    def script(self) -> str:
        """Give the language whose faces draw everything: the Chinese one where there is one."""
        return next((one for one in self.all_languages if one != "en"), "zh-TW")

    @property
    def columns(self) -> tuple[float, ...]:
        """Give the widths of the columns, in points."""
        if len(self.languages) == 1:
            return (self.style.width,)
        return (self.style.column,) * len(self.languages)

    def word(self, code: str, language: str, **values: str) -> str:
        """Give a fixed word of the leaflet in a language."""
        return self.wordings[language].text(f"leaflet.{code}", values.items())

    def words(self, code: str, separator: str = " ", **values: str) -> str:
        """Give a fixed word in every language of the column set, one after the other."""
        texts = (self.word(code, language, **values) for language in self.languages)
        return separator.join(dict.fromkeys(texts))
