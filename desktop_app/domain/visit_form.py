"""Say what the form of a visit asks: its rows, units, questions, and how an answer is stored.

This is the form of the precursor clinic; it holds no rule. Which question is due is said by the
assessment's ``missing``, which thresholds count by the rule sets.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from desktop_app.domain.criteria.regimens import REGIMENS as REGIMENS  # the window reads it here
from desktop_app.domain.criteria.regimens import Regimen as Regimen
from desktop_app.domain.truth import Truth
from desktop_app.domain.unit_label import MAINLAND

if TYPE_CHECKING:
    from desktop_app.domain.record import FindingValue


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
    "fatigue",
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


class Topic(Enum):
    """Name what the rarer questions are about."""

    KIDNEY = "kidney"
    MARROW = "marrow"
    BONE = "bone"
    TREATMENT = "treatment"


FURTHER: Mapping[Topic, tuple[str, ...]] = {
    Topic.KIDNEY: ("hematuria", "edema"),
    Topic.MARROW: (
        *("marrow_clonality", "marrow_flow_clonal", "congo_red"),
        *("myd88_l265p", "anti_mag"),
    ),
    Topic.BONE: ("osteoporotic_fracture", "pet_focal_uptake_without_lysis"),
    Topic.TREATMENT: ("pregnancy_possible", "prior_vte", "thalidomide_allergy"),
}
FURTHER_PERCENTS: Mapping[Topic, tuple[str, ...]] = {
    Topic.MARROW: (
        *("marrow_aberrant_percent", "lymphoplasmacytic_infiltration", "proliferative_index"),
    ),
}
STAIN = "marrow_ihc_kappa_lambda"
RENAL_BIOPSY = "renal_biopsy"
RENAL_BIOPSIES = (
    "cast_nephropathy",
    "al",
    "midd",
    "pgnmid",
    "proximal_tubulopathy",
    "c3g",
    "cryoglobulinemic",
    "other_mgrs",
    "unrelated",
)

# The model of SMM-IMWG2020-FISH asks the first four; one key answers them all.
MODEL_ABNORMALITIES = ("t(4;14)", "t(14;16)", "gain(1q)", "del(13q)")
ABNORMALITIES = (
    *MODEL_ABNORMALITIES,
    "amp(1q)",
    "del(17p)",
    "t(11;14)",
    "t(14;20)",
    "del(1p32)",
    "TP53_mutation",
    "hyperdiploidy",
    "complex_karyotype",
)
# Of which a report counts the copies, and where it can say that both alleles are lost.
COUNTED_ABNORMALITIES = ("gain(1q)", "amp(1q)")
PAIRED_ABNORMALITIES = ("del(17p)", "del(1p32)")
# How an abnormality is looked for where it is not by FISH.
TEST_METHODS: Mapping[str, str] = {
    "TP53_mutation": "sequencing",
    "complex_karyotype": "karyotype",
}


STOP_REASONS = ("planned", "progression", "toxicity", "choice", "other")
EVENTS = (
    *("auto_hsct", "allo_hsct", "car_t", "radiotherapy"),
    *("fracture", "infection", "transfusion", "death"),
)
# Only what is given to the patient can be part of a planned sequence (LINE-DEF).
PLANNED_EVENTS = EVENTS[:4]

TOXICITY, TOXICITY_GRADES = "toxicity", ("1", "2", "3", "4", "5")
NEUROPATHY, NEUROPATHY_GRADES = "neuropathy_grade", ("0", "1", "2", "3", "4")
PROTECTION = (
    *("prophylaxis_vte", "prophylaxis_zoster", "prophylaxis_pjp"),
    *("bone_agent", "dental_check", "pregnancy_prevention"),
)
HEPATITIS = ("hbsag", "anti_hbc", "hbv_dna_detectable")
FRAILTY_SCORES = ("adl", "iadl", "charlson")
VTE_CHOICES: Mapping[str, tuple[str, ...]] = {
    "anticoagulation": ("none", "prophylactic", "therapeutic"),
    "dexamethasone_dose": ("none", "low", "high"),
}
VTE_FACTORS = (
    *("fracture_pelvis_hip_femur", "surgery_90_days", "tunnelled_line"),
    *("erythropoietin", "abnormal_metaphases"),
)
ANCESTRY = ("asian_ancestry", "black_ancestry")
ELIGIBILITY = ("transplant_eligible",)
MYELOMA_RISK = ("high_risk_myeloma", "mrd_signals_relapse")
MRD, MRD_METHODS = "mrd", ("ngf", "ngs", "flow")
MRD_SENSITIVITIES = ("0.0001", "0.00001", "0.000001")

LESION_KINDS = ("plasmacytoma", "bone", "effusion", "csf")
MODALITIES = ("ct", "pet_ct", "mri", "xray", "ultrasound")

# Words of the contract for how marrow was taken; every other method is the laboratory's own word.
MARROW_METHODS = ("aspirate", "biopsy", "flow")
_ASSAYS = ("Freelite", "N Latex", "Sebia", "Seralite")
METHODS: Mapping[str, tuple[str, ...]] = {
    "serum_m_protein": ("SPEP", "CZE"),
    "flc_kappa": _ASSAYS,
    "flc_lambda": _ASSAYS,
    "flc_ratio": _ASSAYS,
    "marrow_plasma_cells": MARROW_METHODS,
}
# Tests of one sample are of one assay.
SAME_ASSAY = ("flc_kappa", "flc_lambda", "flc_ratio")

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
