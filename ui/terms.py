"""Put the domain's codes into the words of the interface's language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.unit_label import unit_label, with_unit

if TYPE_CHECKING:
    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.conclusions import Criterion, Input, Note
    from desktop_app.domain.truth import Truth
    from desktop_app.domain.wording import Wording

LIMITS = ".limits"  # ends the code of a missing reference limit
VALUE = "-VALUE"  # ends the ID of the part of a rule that judges the value alone
_SIGNS = {">=": "≥", "<=": "≤"}
_TOKEN = re.compile(r"[^\s;,()]+/(?:\([^)]*\)|[^\s;,()])+")


class Terms:
    """Hold one language's sentences and the catalogue's names; a code without words is shown."""

    def __init__(self, wording: Wording, catalogue: Catalogue) -> None:
        self._wording = wording
        self._catalogue = catalogue

    @property
    def language(self) -> str:
        """Give the language as a BCP 47 tag."""
        return self._wording.language

    def of(self, table: str, code: str) -> str:
        """Give the words of a code in one of the wording's tables."""
        name = f"{table}.{code}"
        return self._wording.text(name) if name in self._wording else code

    def sentence(self, table: str, note: Note) -> str:
        """Give a note's sentence with its values filled in."""
        known = f"{table}.{note.code}" in self._wording
        return self._wording.sentence(table, note) if known else note.code

    def analyte(self, code: str) -> str:
        """Give the short name of an analyte, of a finding, or of an analyte's limits."""
        if code.endswith(LIMITS):
            #: {0} is a test whose reference limits are not known
            words = QCoreApplication.translate("Terms", "{0}: laboratory's limits")
            return words.format(self.analyte(code.removesuffix(LIMITS)))
        name = self._wording.name(code)
        known = self._catalogue.get(code)
        return known.names[self.language] if name == code and known is not None else name

    def unit(self, code: str) -> str:
        """Give a unit as laboratories print it; empty for a plain ratio."""
        return unit_label(code)

    def rule(self, criterion: Criterion) -> str:
        """Give the name of a criterion, its cut-off in the unit in which the value was reported."""
        si = any(given.unit == "g/L" for given in criterion.inputs)
        table = "rule_si" if si and f"rule_si.{criterion.id}" in self._wording else "rule"
        return self.of(table, criterion.id)

    def state(self, truth: Truth) -> str:
        """Give the word for met, not met or unknown."""
        return self.of("state", truth.state)

    def threshold(self, rule: str, text: str) -> str:
        """Give a rule's cut-off in words, or as it was published with printed signs and units."""
        name = f"cut_off.{rule.removesuffix(VALUE)}"
        if name in self._wording:
            return self._wording.text(name)
        for code, sign in _SIGNS.items():
            text = text.replace(code, sign)
        return _TOKEN.sub(lambda match: unit_label(match[0]) or match[0], text)

    def isotypes(self, names: tuple[str, ...]) -> str:
        """Give the bands of an immunofixation; none is a negative one."""
        if not names:
            return self.of("isotype", "negative")
        return " + ".join(self.of("isotype", name) for name in names)

    def value(self, given: Input) -> str:
        """Give one value that a criterion used, as it was reported."""
        value = given.value
        match value:
            case bool():
                return self.of("answer", "yes" if value else "no")
            case Decimal() | int() | float():
                number = f"{value:f}" if isinstance(value, Decimal) else str(value)
                sign = given.comparator or ""
                return with_unit(f"{_SIGNS.get(sign, sign)}{number}", given.unit or "")
            case Mapping():
                return self._parts(value)
            case tuple() | list():
                return self.isotypes(tuple(str(part) for part in value))
            case None:
                return ""
        return self.of("answer", str(value))

    def _parts(self, value: Mapping[str, object]) -> str:
        return ", ".join(
            f"{self.of('part', name)} {self._part(part)}"
            for name, part in value.items()
            if part is not None
        )

    def _part(self, part: object) -> str:
        if isinstance(part, bool):
            return self.of("answer", "yes" if part else "no")
        return self.of("answer", str(part))
