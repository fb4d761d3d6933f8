"""Read the analyte catalogue from ``resources/analytes.csv``."""

from __future__ import annotations

import csv
import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from desktop_app.domain.catalogue import Analyte, Catalogue, Conversion
from desktop_app.domain.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

_MEASURED = frozenset({"quantity", "score"})
_AFFINE = re.compile(r"([\d.]+) then \+([\d.]+)")
_LOINC = re.compile(r"\b\d{1,7}-\d\b")


def load_catalogue(resources: Path) -> Catalogue:
    """Read the catalogue.

    Raises:
        InputError: a row's factor or limit is no number; names file and line.
    """
    path = resources / "analytes.csv"
    analytes: dict[str, Analyte] = {}
    with path.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.DictReader(stream)
        for row in reader:
            try:
                analytes[row["code"]] = _analyte(row)
            except (InvalidOperation, ValueError) as error:
                place = f"{path.name}:{reader.line_num}"
                raise InputError(place, f"a number in {row['code']}") from error
    return Catalogue(analytes)


def _analyte(row: dict[str, str]) -> Analyte:
    unit = row["ucum_canonical"]
    return Analyte(
        code=row["code"],
        group=row["group"],
        names={"en": row["name_en"], "zh-TW": row["name_zh_tw"], "zh-CN": row["name_zh_cn"]},
        value_type=row["value_type"],
        specimen=row["specimen"],
        canonical_unit=unit,
        units=_units(unit, row["unit_aliases_factor_to_canonical"])
        if row["value_type"] in _MEASURED
        else {},
        loinc=row["loinc_primary"] or None,
        soft_low=_number(row["soft_low"]),
        soft_high=_number(row["soft_high"]),
        hard_low=_number(row["hard_low"]),
        hard_high=_number(row["hard_high"]),
        decimals=int(row["decimals"]) if row["decimals"] else None,
        synonyms=tuple(name for name in row["synonyms"].split("|") if name),
        loinc_accept=_loinc(row["loinc_primary"] + ";" + row["loinc_accept"])
        - _loinc(row["loinc_accept_unverified"]),
        loinc_reject=_loinc(row["loinc_reject_lookalikes"]),
        orders=frozenset(filter(None, row["nhi_order_codes"].split(";"))),
    )


def _loinc(text: str) -> frozenset[str]:
    """Give the LOINC codes among the remarks of a column."""
    return frozenset(_LOINC.findall(text))


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def _units(canonical: str, text: str) -> dict[str, Conversion]:
    units = {canonical: Conversion(Decimal(1))} if canonical else {}
    for entry in filter(None, text.split(";")):
        name, _, factor = entry.rpartition("=")
        if not name:  # the catalogue writes "=1" for a result without a unit
            continue
        affine = _AFFINE.fullmatch(factor)
        if affine:
            units[name] = Conversion(Decimal(affine[1]), Decimal(affine[2]))
        else:
            units[name] = Conversion(Decimal(factor))
    if canonical == "{ratio}":
        units["1"] = Conversion(Decimal(1))
    return units
