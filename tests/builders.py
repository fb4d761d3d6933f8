"""Build readable test data whose identities can be hunted in logs and files."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from desktop_app.domain.patient import Registration
from desktop_app.domain.record import Sex
from desktop_app.domain.visit import DraftFinding, DraftResult, VisitDraft

SENTINEL = "ZZSENTINEL"
NAME = f"{SENTINEL}NAME 林小美"
RECORD_NUMBER = f"{SENTINEL}0001"
NOTE = f"{SENTINEL}NOTE 疲倦兩週"

# IgG kappa below 3 g/dL, few plasma cells, no organ value: nothing is open for IMWG 2014.
MGUS_RESULTS = (
    DraftResult("serum_m_protein", "1.2", "g/dL", lab=f"{SENTINEL}LAB"),
    DraftResult("igg", "1620", "mg/dL"),
    DraftResult("flc_kappa", "31.5", "mg/L"),
    DraftResult("flc_lambda", "14.2", "mg/L"),
    DraftResult("hemoglobin", "13.50", "g/dL", low="12.0", high="16.0"),
    DraftResult("calcium", "9.2", "mg/dL", low="8.6", high="10.3"),
    DraftResult("creatinine", "0.8", "mg/dL"),
    DraftResult("marrow_plasma_cells", "4", "%", method="aspirate"),
)
MGUS_FINDINGS = (
    DraftFinding("serum_immunofixation", ("IgG-kappa",)),
    DraftFinding("bone_lytic_ct", {"count": 0}),
    DraftFinding("mri_focal_lesions", {"count": 0, "extent": "whole_body"}),
    DraftFinding("allergy", ("penicillin",)),
)


def a_registration(number: int = 1, **changes: Any) -> Registration:
    """Give a woman born in May 1969; ``number`` makes another person of her."""
    registration = Registration(
        record_number=f"{SENTINEL}{number:04}",
        name=NAME if number == 1 else f"{NAME} {number}",
        birth_date="1969-05-12",
        sex=Sex.FEMALE,
    )
    return replace(registration, **changes)


def a_draft(patient_id: int, observed_on: str = "2026-11-22", **changes: Any) -> VisitDraft:
    """Give a complete visit of a patient with MGUS."""
    draft = VisitDraft(
        patient_id=patient_id,
        observed_on=observed_on,
        results=MGUS_RESULTS,
        findings=MGUS_FINDINGS,
        note=NOTE,
    )
    return replace(draft, **changes)


def one_result(patient_id: int, value: str, observed_on: str = "2026-11-22") -> VisitDraft:
    """Give a visit with nothing but a serum M-protein in g/dL."""
    result = DraftResult("serum_m_protein", value, "g/dL")
    return VisitDraft(patient_id, observed_on, results=(result,))
