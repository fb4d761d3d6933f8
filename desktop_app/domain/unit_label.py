"""Say a UCUM unit code the way a report prints it."""

from __future__ import annotations

SIGNS = {">=": "≥", "<=": "≤"}
MAINLAND = "zh-CN"
_PRINTED = {
    "1": "",
    "{ratio}": "",
    "{score}": "",
    "mg/(24.h)": "mg/24 h",
    "g/(24.h)": "g/24 h",
    "mL/min/{1.73_m2}": "mL/min/1.73 m²",
    "mg/g{creat}": "mg/g",
    "g/mL{SUVbw}": "g/mL",
    "10*9/L": "10⁹/L",
    "10*12/L": "10¹²/L",
    "umol/L": "µmol/L",
    "ug/mL": "µg/mL",
    "ug/L": "µg/L",
    "ug/dL": "µg/dL",
    "mm[Hg]": "mmHg",
    "m[IU]/L": "mIU/L",
    "[IU]/L": "IU/L",
}


def unit_label(unit: str) -> str:
    """Give the printed form of a unit; a ratio or a score has none (an empty text)."""
    return _PRINTED.get(unit, unit)


def percent(number: str, language: str) -> str:
    """Put the percent sign behind a number: without a space on the mainland, else with one."""
    return f"{number}%" if language == MAINLAND else f"{number} %"


def bounded(number: str, comparator: str | None) -> str:
    """Put the printed sign of a comparator, if there is one, before a number."""
    return f"{SIGNS.get(comparator, comparator)}{number}" if comparator else number


def with_unit(text: str, unit: str, language: str = "") -> str:
    """Put the printed unit behind a number, if there is one, as a language does."""
    if unit == "%":
        return percent(text, language)
    printed = unit_label(unit)
    return f"{text} {printed}" if printed else text
