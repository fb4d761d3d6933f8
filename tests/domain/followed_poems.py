"""Build a fictional patient with POEMS who was followed on all that a chart of it shows."""

from __future__ import annotations

from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import ClinicalEvent, PatientRecord, Result, Treatment
from tests.domain.cases import finding, record, result

FIRST, SECOND, THIRD = "2025-03-10", "2025-09-12", "2026-06-19"
DAYS = (FIRST, SECOND, THIRD)
SERUM, PLASMA = "vegf_serum", "vegf_plasma"
_VALUES = (
    (SERUM, "pg/mL", (4800, 980, 510), None, 600),
    (PLASMA, "pg/mL", (610, 140, 88), None, "96.2"),
    ("serum_m_protein", "g/L", (8, "0.6", 0), None, None),
    ("platelets", "10*9/L", (612, 380, 260), 150, 400),
    ("albumin", "g/dL", ("2.9", "3.6", "4.2"), "3.5", "5.2"),
    ("pasp", "mm[Hg]", (54, 41, 33), None, None),
    ("dlco", "%", (38, 61, 72), 80, None),
)


def grades(arm: int, leg: int, on: str, mode: str | None = None) -> tuple[Result, Result]:
    """Give the ONLS grades of arm and leg of one day."""
    return (
        result("onls_arm", arm, "{score}", on=on, method=mode),
        result("onls_leg", leg, "{score}", on=on, method=mode),
    )


def followed_poems(*more: object) -> PatientRecord:
    """Give a record that meets POEMS-DX, treated after the first of its three days."""
    results = (
        result(code, value, unit, on=on, low=low, high=high)
        for code, unit, values, low, high in _VALUES
        for on, value in zip(DAYS, values, strict=True)
    )
    nerves = (*grades(2, 4, FIRST), *grades(2, 3, SECOND), *grades(1, 2, THIRD))
    drugs = ("lenalidomide", "dexamethasone")
    return record(
        *results,
        *nerves,
        finding("polyneuropathy", {"present": True, "type": "mixed"}, FIRST),
        finding("serum_immunofixation", ["IgA-lambda"], FIRST),
        finding("edema", True, FIRST),
        Treatment("Rd", PartialDate("2025-04-01"), drugs, PartialDate("2025-08-30"), 4),
        ClinicalEvent(PartialDate("2025-09-05"), "infection"),
        *more,
    )
