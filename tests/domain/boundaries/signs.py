"""Give the boundaries of the signs of AL amyloidosis and of IgM organ damage (AL-SUSPECT)."""

from __future__ import annotations

from desktop_app.domain.criteria.warning_signs import amyloidosis, lymphoplasmacytic
from tests.domain.asking import rows
from tests.domain.boundaries import Vector
from tests.domain.cases import finding, result, view, words


def suspected(*entries: object) -> bool:
    return amyloidosis(view(*entries)).suspected


def measured(code: str, value: object, unit: str) -> bool:
    return suspected(result(code, value, unit))


def over_limit(code: str, value: object, unit: str, high: object) -> bool:
    return suspected(result(code, value, unit, high=high))


def said(code: str, interpretation: str) -> bool:
    return suspected(words(code, interpretation))


def beside_albumin(protein: object, *albumin: object) -> bool:
    """Judge UPCR in mg/g beside UACR."""
    return suspected(result("upcr", protein), *(result("uacr", value) for value in albumin))


def beside_two_proteins(one: object, other: object, albumin: object) -> bool:
    return suspected(result("upcr", one), result("upcr", other), result("uacr", albumin))


def infiltration(value: object) -> str:
    return lymphoplasmacytic(view(finding("lymphoplasmacytic_infiltration", value))).truth.state


VECTORS: tuple[Vector, ...] = (
    *rows(
        "sign measured", "AL-SUSPECT", measured,
        ("urine_protein_24h", "499", "mg/(24.h)", False),
        ("urine_protein_24h", "500", "mg/(24.h)", True),
        ("urine_protein_24h", "0.499", "g/(24.h)", False),
        ("urine_protein_24h", "0.5", "g/(24.h)", True),
        ("upcr", "499", "mg/g", False), ("upcr", "500", "mg/g", True),
        ("upcr", "49.9", "mg/mmol", False), ("upcr", "50", "mg/mmol", True),
        ("nt_probnp", "332", "ng/L", False), ("nt_probnp", "333", "ng/L", True),
    ),
    *rows(
        "sign over its limit", "AL-SUSPECT", over_limit,
        ("alp", "150", "U/L", "100", False), ("alp", "150.1", "U/L", "100", True),
        ("alp", "149", "U/L", "100", False), ("alp", "151", "U/L", "100", True),
        ("troponin_t", "14", "ng/L", "14", False), ("troponin_t", "14.1", "ng/L", "14", True),
        ("troponin_i", "26", "ng/L", "26", False), ("troponin_i", "26.1", "ng/L", "26", True),
    ),
    *rows(
        "sign in words", "AL-SUSPECT", said,
        ("troponin_t", "high", True), ("troponin_t", "normal", False), ("alp", "high", False),
    ),
    *rows(
        "proteinuria of little albumin is cleared", "AL-SUSPECT", beside_albumin,
        ("1000", "500", False), ("1000", "501", True), ("1000", "499", False), ("1000", True),
        ("1000", "400", "450", True),
    ),
    *rows(
        "proteinuria of two values", "AL-SUSPECT", beside_two_proteins,
        ("1000", "1100", "100", True), ("1000", "1000", "100", False),
    ),
    *rows(
        "lymphoplasmacytic marrow", "IGM-SWM-MAYO MGUS-IGM-DX", infiltration,
        (9, "no"), (10, "yes"), (11, "yes"),
    ),
)  # fmt: skip
