"""Say a UCUM unit code the way a report prints it."""

from __future__ import annotations

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


def with_unit(text: str, unit: str) -> str:
    """Put the printed unit behind a number, if there is one."""
    printed = unit_label(unit)
    return f"{text} {printed}" if printed else text
