"""Give what units do: compared as reported, flagged near a cut, converted for display (UNIT-*)."""

from __future__ import annotations

from decimal import Decimal as D

from desktop_app.domain.criteria.calcium import calcium
from desktop_app.domain.criteria.hemoglobin import hemoglobin
from desktop_app.domain.criteria.kidney import renal
from tests.domain.asking import rows, state, value_of
from tests.domain.boundaries import Vector
from tests.domain.cases import catalogue, gathered, note_of, part, result, view


def creatinine(value: object, unit: str) -> tuple[str, str | None]:
    arm = part(value_of(renal(view(result("creatinine", value, unit)))), "MM-CRAB-RENAL-CR")
    return state(arm), note_of(arm)


def corrected(value: object, unit: str, high: object) -> tuple[str, str | None]:
    arm = value_of(calcium(view(result("calcium_corrected", value, unit, high=high))))
    return state(arm), note_of(arm)


def blood(value: object, unit: str, low: object) -> tuple[str, str | None]:
    arm = value_of(hemoglobin(view(result("hemoglobin", value, unit, low=low))))
    return state(arm), note_of(arm)


def converted(code: str, value: str, unit: str, other: str) -> D:
    """Convert for display, to three decimals."""
    return round(catalogue()[code].converted(D(value), unit, other), 3)


def spike_of(code: str, value: object, unit: str) -> str:
    """Judge the M-protein where another quantity was reported."""
    return state(gathered(result(code, value, unit)).m_protein)


CLOSE = "within_rounding"
VECTORS: tuple[Vector, ...] = (
    *rows(
        "creatinine near the cut of the other unit", "UNIT-COMPARE", creatinine,
        ("177", "umol/L", ("no", CLOSE)), ("2", "mg/dL", ("no", None)),
        ("2.002", "mg/dL", ("yes", CLOSE)), ("178", "umol/L", ("yes", None)),
    ),
    *rows(
        "calcium near the cut of the other unit", "UNIT-COMPARE", corrected,
        ("2.75", "mmol/L", "2.6", ("no", CLOSE)), ("11", "mg/dL", "10.5", ("no", None)),
        ("2.70", "mmol/L", "2.6", ("no", None)),
    ),
    *rows(
        "haemoglobin without a threshold in its unit", "UNIT-COMPARE", blood,
        ("6.2", "mmol/L", "7", ("yes", "hemoglobin_converted")),
        ("6.3", "mmol/L", "7", ("no", "hemoglobin_converted")), ("100", "g/L", "110", ("no", None)),
    ),
    *rows(
        "conversion", "UNIT-CONV", converted,
        ("calcium", "10", "mg/dL", "mmol/L", D("2.495")),
        ("creatinine", "1", "mg/dL", "umol/L", D("88.4")),
        ("hemoglobin", "10", "g/dL", "g/L", D(100)),
        ("hemoglobin", "10", "g/dL", "mmol/L", D("6.206")),
        ("serum_m_protein", "3", "g/dL", "g/L", D(30)), ("albumin", "4", "g/dL", "g/L", D(40)),
        ("iga", "450", "mg/dL", "g/L", D("4.5")), ("flc_kappa", "40", "mg/dL", "mg/L", D(400)),
    ),
    *rows(
        "the spike is not the total", "M-METHOD", spike_of,
        ("iga", 3500, "mg/dL", "unknown"), ("igg", 3500, "mg/dL", "unknown"),
        ("serum_m_protein", "0.466", "g/dL", "no"), ("serum_m_protein", "3", "g/dL", "yes"),
    ),
)  # fmt: skip
