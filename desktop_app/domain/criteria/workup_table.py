"""Hold the table of the work-up: every test, what answers it, and what asks for it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.criteria.poems.opening import CLONE_AND_NERVE
from desktop_app.domain.criterion import Rule

LIN = Rule(
    "WORKUP-LIN",
    "lin2026",
    "source-doc",
    "SPEP and IFE; FLC; 24-h UPEP and IFE; CBC, Ca, Cr, albumin, LDH, beta2-M",
)
ADD = Rule("WORKUP-ADD", "lin2026", "decision", "IgG, IgA, IgM and urine albumin")
TABLE = Rule("WORKUP-TABLE", "web", "decision", "by diagnosis and risk, or symptoms")
# What the marrow is tested for; each tuple names one abnormality.
FISH = (
    ("t(4;14)",),
    ("t(14;16)",),
    ("t(11;14)",),
    ("gain(1q)", "amp(1q)"),
    ("del(13q)",),
    ("del(17p)",),
    ("del(1p32)",),
)
MARROW = (
    "marrow_plasma_cells",
    "marrow_plasma_cells_aspirate",
    "marrow_plasma_cells_biopsy",
    "marrow_plasma_cells_flow",
)
MARROW_WHEN = ("smm", "igm", "mgrs", "amyloid", "crab", "ratio_far", "factor")
URINE_WHEN = ("smm", "igm", "light_chain", "proteinuria", "mgrs", "amyloid", "flc", "m_protein")
HEART_WHEN = ("smm", "igm", "light_chain", "mgrs", "amyloid", "flc")


@dataclass(frozen=True, slots=True)
class Test:
    """Hold a test of the table: of each group of codes one entry is needed.

    ``when`` are the conditions of which one asks for it, the first that holds being its reason;
    none asks always.
    """

    item: str
    rule: Rule
    groups: tuple[tuple[str, ...], ...]
    when: tuple[str, ...] = ()


TESTS = (
    Test("cbc", LIN, (("hemoglobin",),)),
    Test("smear", TABLE, (("circulating_plasma_cells", "circulating_plasma_cells_absolute"),)),
    Test("calcium", LIN, (("calcium", "calcium_corrected", "calcium_ionized"),)),
    Test("creatinine", LIN, (("creatinine", "egfr"),)),
    Test("spep", LIN, (("serum_m_protein",),)),
    Test("serum_ife", LIN, (("serum_immunofixation",),)),
    Test("immunoglobulins", ADD, (("igg",), ("iga",), ("igm",))),
    Test("flc", LIN, (("flc_ratio", "flc_kappa"), ("flc_ratio", "flc_lambda"))),
    Test("anemia_cause", TABLE, (("ferritin",), ("vitamin_b12",)), ("anemia",)),
    Test("calcium_cause", TABLE, (("pth",), ("calcium_ionized",)), ("calcium",)),
    Test("kidney_cause", TABLE, (("hba1c", "glucose_fasting"),), ("renal",)),
    Test("urine_albumin", ADD, (("uacr",),)),
    Test("upep", LIN, (("urine_m_protein_24h",),)),
    Test("urine_ife", LIN, (("urine_immunofixation",),)),
    Test("urine_protein", TABLE, (("urine_protein_24h", "upcr"),), URINE_WHEN),
    Test("albumin", LIN, (("albumin",),)),
    Test("ldh", LIN, (("ldh",),)),
    Test("beta2", LIN, (("beta2_microglobulin",),)),
    Test("neuropathy", CLONE_AND_NERVE, (("polyneuropathy",),)),
    Test("marrow", TABLE, (MARROW,), MARROW_WHEN),
    Test(
        "marrow_clonality",
        TABLE,
        (("marrow_clonality", "marrow_flow_clonal", "marrow_ihc_kappa_lambda"),),
        MARROW_WHEN,
    ),
    Test("fish", TABLE, (("fish",),), MARROW_WHEN),
    Test("myd88", TABLE, (("myd88_l265p",),), ("igm",)),
    Test("congo_red", TABLE, (("congo_red",),), ("mgrs", "amyloid")),
    Test(
        "low_dose_ct",
        TABLE,
        (("bone_lytic_ct", "bone_lytic_pet_ct"),),
        ("smm", "light_chain", "factor"),
    ),
    Test("body_ct", TABLE, (), ("igm",)),
    Test("mri", TABLE, (("mri_focal_lesions",),), ("smm",)),
    Test("nt_probnp", TABLE, (("nt_probnp",),), HEART_WHEN),
    Test("troponin", TABLE, (("troponin_t", "troponin_i"),), HEART_WHEN),
    Test("kidney_biopsy", TABLE, (("renal_biopsy",),), ("mgrs", "amyloid_kidney")),
    Test("anti_mag", TABLE, (("anti_mag",),), ("igm", "neuropathy")),
    Test(
        "vegf", TABLE, (("vegf_serum", "vegf_plasma", "vegf_unspecified"),), ("igm", "neuropathy")
    ),
    Test("viscosity", TABLE, (), ("igm",)),
    Test("cryoglobulin", TABLE, (), ("igm", "mgrs")),
    Test("cold_agglutinin", TABLE, (), ("igm",)),
    Test("coombs", TABLE, (), ("igm",)),
)
