"""Hold the analyte catalogue: units and their factors, limits, and names in three languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

LANGUAGES = ("en", "zh-TW", "zh-CN")


@dataclass(frozen=True, slots=True)
class Conversion:
    """Turn a value of one unit into the canonical one: ``value * factor + offset``."""

    factor: Decimal
    offset: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Analyte:
    """Hold one row of the catalogue; limits are in the canonical unit.

    ``loinc_accept`` holds the primary code too; ``loinc_reject`` are codes that look alike and mean
    something else; ``orders`` are codes under which the insurance pays for the test, and others.
    """

    code: str
    group: str
    names: Mapping[str, str]
    value_type: str
    specimen: str
    canonical_unit: str
    units: Mapping[str, Conversion]
    loinc: str | None = None
    soft_low: Decimal | None = None
    soft_high: Decimal | None = None
    hard_low: Decimal | None = None
    hard_high: Decimal | None = None
    decimals: int | None = None
    synonyms: tuple[str, ...] = ()
    loinc_accept: frozenset[str] = frozenset()
    loinc_reject: frozenset[str] = frozenset()
    orders: frozenset[str] = frozenset()

    @property
    def is_scale(self) -> bool:
        """Tell whether it is a score of whole numbers between fixed ends."""
        return self.value_type == "score"

    def knows(self, unit: str) -> bool:
        """Tell whether the unit, in one of its spellings, belongs to this analyte."""
        return unit in self.units

    def canonical(self, value: Decimal, unit: str) -> Decimal:
        """Turn a reported value into the canonical unit, for limits and display only.

        Raises:
            KeyError: the unit does not belong to this analyte.
        """
        conversion = self.units[unit]
        return value * conversion.factor + conversion.offset

    def converted(self, value: Decimal, unit: str, target: str) -> Decimal:
        """Turn a value from one unit of the analyte into another, for display only.

        Raises:
            KeyError: one of the units does not belong to this analyte.
        """
        to = self.units[target]
        return (self.canonical(value, unit) - to.offset) / to.factor

    def shift(self, unit: str, target: str) -> int | None:
        """Give the power of ten that leads from ``unit`` to ``target``, or None if there is none.

        Units that differ by a power of ten share a threshold (rule UNIT-COMPARE).
        """
        here, there = self.units.get(unit), self.units.get(target)
        if here is None or there is None or here.offset or there.offset:
            return None
        if here.factor == there.factor:
            return 0
        ratio = (here.factor / there.factor).normalize()
        sign, digits, exponent = ratio.as_tuple()
        return int(exponent) if (sign, digits) == (0, (1,)) else None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Hold all analytes by code."""

    analytes: Mapping[str, Analyte]

    def get(self, code: str) -> Analyte | None:
        """Give the analyte of a code, or None if the code is not known."""
        return self.analytes.get(code)

    def __getitem__(self, code: str) -> Analyte:
        return self.analytes[code]
