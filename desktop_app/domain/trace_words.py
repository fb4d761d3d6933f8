"""Put the trace of an assessment into the words of one language: rules, values, cut-offs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.domain.catalogue import Catalogue
from desktop_app.domain.unit_label import SIGNS, bounded, percent, unit_label, with_unit
from desktop_app.domain.wording import Wording

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Criterion, Input, Note
    from desktop_app.domain.truth import Truth

_WITHOUT_NAME = frozenset({"change", "method"})
# What a finding is of, whether it is there, and of which kind: they come first and name themselves.
_FIRST = ("item", "present", "type")
# Findings that are lists of words, each with a table of its own.
_WORD_LISTS = frozenset({"skin", "endocrine"})
VALUE = "-VALUE"  # ends the ID of the part of a rule that judges the value alone
_PERCENT = re.compile(r"(\d) %")
_TOKEN = re.compile(r"[^\s;,()]+/(?:\([^)]*\)|[^\s;,()])+")


@dataclass(frozen=True, slots=True)
class TraceWords:
    """Hold one language's sentences and the catalogue's names; a code without words is shown."""

    words: Wording
    catalogue: Catalogue

    @property
    def language(self) -> str:
        """Give the language as a BCP 47 tag."""
        return self.words.language

    def of(self, table: str, code: str) -> str:
        """Give the words of a code in one of the wording's tables."""
        name = f"{table}.{code}"
        return self.words.text(name) if name in self.words else code

    def sentence(self, table: str, note: Note) -> str:
        """Give a note's sentence with its values filled in."""
        known = f"{table}.{note.code}" in self.words
        return self.words.sentence(table, note) if known else note.code

    def name(self, code: str) -> str:
        """Give the short name of an analyte, of a finding, or of an analyte's limits."""
        name = self.words.name(code)
        known = self.catalogue.get(code)
        return known.names[self.language] if name == code and known is not None else name

    def listed(self, texts: tuple[str, ...]) -> str:
        """Join names as the language does."""
        return ("; " if self.language == "en" else "、").join(dict.fromkeys(texts))

    def rule(self, criterion: Criterion) -> str:
        """Give the name of a criterion, its cut-off in the unit in which the value was reported."""
        si = any(given.unit == "g/L" for given in criterion.inputs)
        table = "rule_si" if si and f"rule_si.{criterion.id}" in self.words else "rule"
        return self.of(table, criterion.id)

    def state(self, truth: Truth) -> str:
        """Give the word for met, not met or unknown."""
        return self.of("state", truth.state)

    def threshold(self, rule: str, published: str | None) -> str:
        """Give a rule's cut-off in words, or as it was published with printed signs and units."""
        name = f"cut_off.{rule.removesuffix(VALUE)}"
        if name in self.words:
            return self.words.text(name)
        text = published or ""
        for code, sign in SIGNS.items():
            text = text.replace(code, sign)
        text = _PERCENT.sub(lambda match: percent(match[1], self.language), text)
        return _TOKEN.sub(lambda match: unit_label(match[0]) or match[0], text)

    def values(self, inputs: tuple[Input, ...]) -> str:
        """Join the values that a criterion used; where several tests gave them, with names."""
        if len({each.code for each in inputs}) < 2:
            return " · ".join(self.value(each) for each in inputs)
        return " · ".join(f"{self.name(each.code)} {self.value(each)}" for each in inputs)

    def isotypes(self, names: tuple[str, ...]) -> str:
        """Give the bands of an immunofixation; none is a negative one."""
        return " + ".join(self.of("isotype", name) for name in names or ("negative",))

    def value(self, given: Input) -> str:
        """Give one value that a criterion used, as it was reported."""
        value = given.value
        match value:
            case bool():
                return self.of("answer", "yes" if value else "no")
            case Decimal() | int() | float():
                number = f"{value:f}" if isinstance(value, Decimal) else str(value)
                return with_unit(bounded(number, given.comparator), given.unit or "", self.language)
            case Mapping():
                return self._parts(given.code, value)
            case tuple() | list() if any(isinstance(item, Mapping) for item in value):
                return self.listed(tuple(self._parts(given.code, item) for item in value))
            case tuple() | list() if given.code in _WORD_LISTS:
                words = tuple(self.of(given.code, str(word)) for word in value)
                return self.listed(words) if words else self.of("answer", "none")
            case tuple() | list():
                return self.isotypes(tuple(map(str, value)))
            case None:
                return ""
        return self.answer(given.code, str(value))

    def answer(self, code: str, word: str) -> str:
        """Give an answer's words: those of the finding's own table, else those of any answer."""
        return self.of(code if f"{code}.{word}" in self.words else "answer", word)

    def _parts(self, code: str, value: Mapping[str, object]) -> str:
        """Join the parts of a finding; what an item is, how, and with which result, says itself."""
        said: list[str] = []
        for name, part in sorted(value.items(), key=lambda each: each[0] not in _FIRST):
            if name == "negative":
                said.append(self.of("answer", "negative" if part else "positive"))
            elif name == "item":
                said.append(self.name(str(part)))
            elif name in _FIRST and part is not None:
                said.append(self.answer(code, answer_code(part)))
            elif name in _WITHOUT_NAME:
                said.append(self.of("answer", str(part)))
            elif part is not None:
                said.append(f"{self.of('part', name)} {self.answer(code, answer_code(part))}")
        return (", " if self.language == "en" else "，").join(said)


def answer_code(part: object) -> str:
    """Give the code of one part of a finding, by which it is put into words."""
    if isinstance(part, bool):
        return "yes" if part else "no"
    return f"{part:f}" if isinstance(part, Decimal) else str(part)
