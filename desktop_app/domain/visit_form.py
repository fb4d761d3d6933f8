"""Say what the form of a visit asks: its rows, units, questions, and how an answer is stored.

This is the form of the precursor clinic; it holds no rule. Which question is due is said by the
assessment's ``missing``, which thresholds count by the rule sets.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.record import FindingValue

MAINLAND = "zh-CN"


@dataclass(frozen=True, slots=True)
class FormRow:
    """Name one row: the analyte's code and the units that a report may print.

    The first unit is the one of the Taiwan preset, ``mainland_unit`` the one of the mainland's;
    a row without units is an immunofixation.
    """

    code: str
    units: tuple[str, ...] = ()
    mainland_unit: str = ""

    def unit_for(self, language: str) -> str:
        """Give the unit that a clinic of that language expects when nothing was reported yet."""
        if language == MAINLAND and self.mainland_unit:
            return self.mainland_unit
        return self.units[0] if self.units else ""


ROWS = (
    FormRow("serum_m_protein", ("g/dL", "g/L", "mg/dL"), "g/L"),
    FormRow("serum_immunofixation"),
    FormRow("flc_kappa", ("mg/L", "mg/dL")),
    FormRow("flc_lambda", ("mg/L", "mg/dL")),
    FormRow("flc_ratio", ("1",)),
    FormRow("hemoglobin", ("g/dL", "g/L", "mmol/L"), "g/L"),
    FormRow("calcium", ("mg/dL", "mmol/L"), "mmol/L"),
    FormRow("albumin", ("g/dL", "g/L"), "g/L"),
    FormRow("creatinine", ("mg/dL", "umol/L"), "umol/L"),
    FormRow("ldh", ("U/L",)),
    FormRow("urine_protein_24h", ("mg/(24.h)", "g/(24.h)")),
    FormRow("upcr", ("mg/g", "mg/mmol"), "mg/mmol"),
    FormRow("urine_immunofixation"),
    FormRow("marrow_plasma_cells", ("%",)),
)

IMMUNOFIXATIONS = ("serum_immunofixation", "urine_immunofixation")

SYMPTOMS = (
    "bone_pain",
    "constitutional_symptoms",
    "weight_loss",
    "recurrent_infection",
    "numbness",
)

# Signs of AL amyloidosis and of the organ damage that forbids "MGUS" (AL-SUSPECT, MGUS-IGM-DX).
SIGNS = (
    "macroglossia",
    "periorbital_purpura",
    "carpal_tunnel_bilateral",
    "polyneuropathy",
    "autonomic_neuropathy",
    "heart_failure_preserved_ef",
    "hepatomegaly",
    "splenomegaly",
    "lymphadenopathy",
    "hyperviscosity",
)

ATTRIBUTIONS = (
    "attribution_calcium",
    "attribution_renal",
    "attribution_anemia",
    "attribution_bone",
)
ATTRIBUTION_ANSWERS = ("clone", "other", "unknown")

LYTIC_IMAGING = ("bone_lytic_ct", "bone_lytic_pet_ct", "bone_lytic_xray")
MRI = "mri_focal_lesions"
MRI_EXTENTS = ("whole_body", "spine_pelvis", "partial")

ISOTYPES = (
    *(f"{heavy}-{light}" for heavy in ("IgG", "IgA", "IgM") for light in ("kappa", "lambda")),
    "kappa",
    "lambda",
    *(f"{heavy}-{light}" for heavy in ("IgD", "IgE") for light in ("kappa", "lambda")),
    "IgG",
    "IgA",
    "IgM",
)

# What a doctor may conclude in place of the program's category: the contract's list.
CATEGORIES = (
    "no_clone",
    "mgus_non_igm",
    "mgus_igm",
    "mgus_light_chain",
    "smm",
    "smm_light_chain",
    "smoldering_waldenstrom",
    "waldenstrom_suspected",
    "multiple_myeloma",
    "solitary_plasmacytoma",
    "solitary_plasmacytoma_minimal_marrow",
    "primary_plasma_cell_leukemia",
    "secondary_plasma_cell_leukemia",
    "poems",
)

_PRESENT = "present"
_WITH_PRESENCE = frozenset({"polyneuropathy"})


def row_of(code: str) -> FormRow | None:
    """Give the form's row of a code, or None where the form has none."""
    return next((row for row in ROWS if row.code == code), None)


def answer_value(code: str, answer: Truth) -> FindingValue | None:
    """Give the finding's value for yes or no in the contract's shape; None while not answered."""
    if not answer.known:
        return None
    yes = answer is Truth.MET
    return {_PRESENT: yes} if code in _WITH_PRESENCE else yes


def answer_of(value: object) -> Truth:
    """Read yes or no back from a finding's value; anything else is not answered."""
    if isinstance(value, Mapping):
        value = value.get(_PRESENT)
    return Truth.of(value) if isinstance(value, bool) else Truth.UNKNOWN
