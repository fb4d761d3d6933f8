"""Compute quantities that follow from others; each keeps apart from what a laboratory reported."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.domain.record import Sex

if TYPE_CHECKING:
    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.record import Result

_D = Decimal


def corrected_calcium(calcium: Result, albumin: Result, catalogue: Catalogue) -> Decimal | None:
    """Correct total calcium for albumin in the unit in which calcium was reported.

    CALC-CA-MG: Ca + 0.8 x (4.0 - albumin g/dL) mg/dL; CALC-CA-MMOL: Ca + 0.02 x (40 - albumin
    g/L) mmol/L (payne1973). None where a value is censored or calcium has another unit.
    """
    if calcium.value is None or calcium.comparator or albumin.comparator:
        return None
    if albumin.value is None or albumin.unit is None:
        return None
    albumin_g_l = catalogue["albumin"].converted(albumin.value, albumin.unit, "g/L")
    if calcium.unit == "mg/dL":
        return calcium.value + _D("0.8") * (_D("4.0") - albumin_g_l / 10)
    if calcium.unit == "mmol/L":
        return calcium.value + _D("0.02") * (_D("40") - albumin_g_l)
    return None


def ckd_epi_2021(creatinine_mg_dl: Decimal, age: int, sex: Sex) -> Decimal | None:
    """Estimate GFR in mL/min/1.73 m2 by CKD-EPI 2021 (CALC-CKDEPI2021, inker2021).

    None where the sex is not known or the value is not positive.
    """
    if sex is Sex.UNKNOWN or creatinine_mg_dl <= 0:
        return None
    female = sex is Sex.FEMALE
    ratio = float(creatinine_mg_dl) / (0.7 if female else 0.9)
    low = min(ratio, 1.0) ** (-0.241 if female else -0.302)
    high = max(ratio, 1.0) ** -1.200
    egfr = 142 * low * high * 0.9938**age * (1.012 if female else 1.0)
    return _D(str(round(egfr, 2)))


def ckd_epi_2009(creatinine_mg_dl: Decimal, age: int, sex: Sex) -> Decimal | None:
    """Estimate GFR in mL/min/1.73 m2 by CKD-EPI 2009, no race term (CALC-CKDEPI2009, levey2009).

    None where the sex is not known or the value is not positive.
    """
    if sex is Sex.UNKNOWN or creatinine_mg_dl <= 0:
        return None
    female = sex is Sex.FEMALE
    ratio = float(creatinine_mg_dl) / (0.7 if female else 0.9)
    low = min(ratio, 1.0) ** (-0.329 if female else -0.411)
    high = max(ratio, 1.0) ** -1.209
    egfr = 141 * low * high * 0.993**age * (1.018 if female else 1.0)
    return _D(str(round(egfr, 2)))


def mdrd_175(creatinine_mg_dl: Decimal, age: int, sex: Sex) -> Decimal | None:
    """Estimate GFR in mL/min/1.73 m2 by the later MDRD (CALC-MDRD175, levey2006)."""
    return _mdrd(175, creatinine_mg_dl, age, sex)


def mdrd_186(creatinine_mg_dl: Decimal, age: int, sex: Sex) -> Decimal | None:
    """Estimate GFR in mL/min/1.73 m2 by the first MDRD (CALC-MDRD186, levey2000)."""
    return _mdrd(186, creatinine_mg_dl, age, sex)


def _mdrd(factor: int, creatinine_mg_dl: Decimal, age: int, sex: Sex) -> Decimal | None:
    """Give nothing where the sex is not known, or value or age are not positive."""
    if sex is Sex.UNKNOWN or creatinine_mg_dl <= 0 or age < 1:
        return None
    egfr = factor * float(creatinine_mg_dl) ** -1.154 * float(age) ** -0.203
    return _D(str(round(egfr * (0.742 if sex is Sex.FEMALE else 1.0), 2)))


def cockcroft_gault(
    creatinine_mg_dl: Decimal, age: int, weight_kg: Decimal, sex: Sex
) -> Decimal | None:
    """Estimate creatinine clearance in mL/min (CALC-CG, cockcroft1976)."""
    if sex is Sex.UNKNOWN or creatinine_mg_dl <= 0:
        return None
    clearance = (140 - age) * weight_kg / (72 * creatinine_mg_dl)
    return round(clearance * (_D("0.85") if sex is Sex.FEMALE else 1), 2)
