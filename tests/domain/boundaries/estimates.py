"""Give what the formulas compute: corrected calcium, CKD-EPI 2021, Cockcroft-Gault (CALC-*)."""

from __future__ import annotations

from decimal import Decimal as D

from desktop_app.domain.derived import ckd_epi_2021, cockcroft_gault, corrected_calcium
from desktop_app.domain.record import Sex
from tests.domain.asking import rows
from tests.domain.boundaries import Vector
from tests.domain.cases import catalogue, result


def exact(value: D | None) -> str | None:
    return None if value is None else format(value.normalize(), "f")


def corrected(calcium: str, unit: str, albumin: str, albumin_unit: str) -> str | None:
    """Correct calcium for albumin."""
    measured, beside = result("calcium", calcium, unit), result("albumin", albumin, albumin_unit)
    return exact(corrected_calcium(measured, beside, catalogue()))


def filtration(creatinine: str, age: int, sex: str) -> str | None:
    return exact(ckd_epi_2021(D(creatinine), age, Sex(sex)))


def clearance(creatinine: str, age: int, weight: str, sex: str) -> str | None:
    return exact(cockcroft_gault(D(creatinine), age, D(weight), Sex(sex)))


VECTORS: tuple[Vector, ...] = (
    *rows(
        "calcium corrected for albumin", "CALC-CA-MG CALC-CA-MMOL", corrected,
        ("9.0", "mg/dL", "4.0", "g/dL", "9"), ("9.0", "mg/dL", "3.0", "g/dL", "9.8"),
        ("9.0", "mg/dL", "30", "g/L", "9.8"), ("9.0", "mg/dL", "4.5", "g/dL", "8.6"),
        ("2.20", "mmol/L", "40", "g/L", "2.2"), ("2.20", "mmol/L", "30", "g/L", "2.4"),
        ("2.20", "mmol/L", "4.5", "g/dL", "2.1"),
    ),
    # The published formula, computed apart; both sides of each sex's knot (0.7 and 0.9 mg/dL).
    *rows(
        "CKD-EPI 2021", "CALC-CKDEPI2021", filtration,
        ("0.4", 50, "female", "120.5"), ("0.7", 50, "female", "105.3"),
        ("1.6", 66, "female", "35.35"), ("0.01", 50, "female", "293.15"),
        ("0.5", 30, "male", "140.72"), ("0.9", 30, "male", "117.83"),
        ("0.87", 40, "male", "111.87"), ("2.3", 71, "male", "29.62"),
        ("0", 50, "female", None), ("1", 50, "unknown", None),
    ),
    *rows(
        "Cockcroft-Gault", "CALC-CG", clearance,
        ("1.0", 70, "72", "male", "70"), ("1.0", 70, "72", "female", "59.5"),
        ("1.3", 61, "71.3", "male", "60.18"), ("0.01", 70, "72", "male", "7000"),
        ("0", 70, "72", "male", None), ("1", 70, "72", "unknown", None),
    ),
)  # fmt: skip
