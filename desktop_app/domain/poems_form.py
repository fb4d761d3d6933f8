"""Say what a visit for POEMS asks: what is looked at anew, and what may be carried over.

This holds no rule. Scans and histology are asked too, but are never carried over: taken over from
an earlier visit they would look like a new examination.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.record import FindingValue

NEUROPATHY, NEUROPATHY_TYPES = (
    "polyneuropathy",
    ("sensorimotor", "demyelinating", "axonal", "mixed"),
)
FLUID = ("edema", "pleural_effusion", "ascites", "pericardial_effusion", "papilledema")
ORGANS = ("hepatomegaly", "splenomegaly", "lymphadenopathy")
HEART_AND_LUNGS = ("pulmonary_hypertension", "restrictive_lung_disease")
ALSO = (
    *("clubbing", "hyperhidrosis", "diarrhea", "thrombosis", "budd_chiari"),
    *("thrombocytosis", "polycythemia", "neuropathy_refractory_to_immunotherapy"),
)
TESTED = ("hhv8", "mass_clonal")
CASTLEMAN, CASTLEMAN_ANSWERS = (
    "castleman",
    ("no", "hyaline_vascular", "plasma_cell", "mixed", "unspecified"),
)
WORDS: Mapping[str, tuple[str, ...]] = {
    "skin": (
        *("hyperpigmentation", "hypertrichosis", "glomeruloid_hemangioma", "plethora"),
        *("acrocyanosis", "flushing", "white_nails", "other"),
    ),
    "endocrine": ("gonadal", "adrenal", "pituitary", "parathyroid", "thyroid", "glucose"),
}
SCLEROTIC, UPTAKE = "bone_sclerotic", "fdg_uptake"
# Each against the baseline of the line, not against the last visit (RESP-POEMS-C).
CHANGE, CHANGES = "clinical_change", ("better", "same", "worse")
CHANGE_ITEMS = (
    *("polyneuropathy", "edema", "pleural_effusion", "ascites", "papilledema"),
    *("organomegaly", "skin", "endocrine", "pulmonary_hypertension", "weight"),
)
# VEGF of serum and plasma is never converted nor mixed (POEMS-VEGF-RULES).
SPECIMENS: Mapping[str, str] = {
    "serum": "vegf_serum",
    "plasma": "vegf_plasma",
    "": "vegf_unspecified",
}
NERVE_RESULTS = ("onls_arm", "onls_leg", "modified_rankin")
VISIT_RESULTS = ("weight", "platelets")
HEART_AND_LUNG_RESULTS = ("pasp", "dlco")
# Every finding that the form asks for.
ASKED = (
    *(NEUROPATHY, *FLUID, *ORGANS, *HEART_AND_LUNGS, *ALSO, *TESTED),
    *(CASTLEMAN, *WORDS, SCLEROTIC, UPTAKE, CHANGE),
)


def words_value(chosen: tuple[str, ...], *, none: bool) -> FindingValue | None:
    """Give a list of words; "none of these" is an empty one, nothing chosen is no answer."""
    return chosen if chosen or none else None


def neuropathy_value(answer: Truth, kind: str) -> FindingValue | None:
    """Give the finding of a neuropathy with its type, if one is told; None while not answered."""
    if not answer.known:
        return None
    present = answer is Truth.MET
    return {"present": present, "type": kind} if present and kind else {"present": present}
