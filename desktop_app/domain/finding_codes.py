"""Name the contract's findings with the shape of each value, and its other closed words."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.domain.record import FindingValue

ISOTYPES = frozenset(
    {f"Ig{heavy}-{light}" for heavy in "GAMDE" for light in ("kappa", "lambda")}
    | {f"Ig{heavy}" for heavy in "GAMDE"}
    | {"kappa", "lambda"}
)
CHOICES: Mapping[str, frozenset[str]] = {
    **{
        f"attribution_{organ}": frozenset({"clone", "other", "unknown"})
        for organ in ("calcium", "renal", "anemia", "bone")
    },
    # Our codes: the contract has none for thrombosis and frailty (VTE-*, FRAIL-IMWG).
    "anticoagulation": frozenset({"none", "prophylactic", "therapeutic"}),
    "dexamethasone_dose": frozenset({"none", "low", "high"}),
    "castleman": frozenset({"no", "hyaline_vascular", "plasma_cell", "mixed", "unspecified"}),
}
EXTENTS = frozenset({"whole_body", "spine_pelvis", "partial"})
GRADES = ("0", "1", "2", "3", "4", "5")  # CTCAE, as texts beside the word for what it is


class Shape(Enum):
    """Name the shape of a finding's value, with the words that ask for it."""

    FLAG = "true or false"
    NUMBER = "a number"
    WORD = "a word"
    CHOICE = "one of the contract's words for this code"
    ISOTYPES = 'a list of isotypes such as "IgG-kappa", "kappa", or [] for negative'
    WORDS = "a list of words"
    COUNT = 'an object with "count" and perhaps "largest_mm" and "extent"'
    RATIO = 'an object with "ratio" and perhaps "cells"'
    RESIDUAL = 'an object with "negative", true or false, and perhaps "method" and "sensitivity"'
    GRADES = 'a list of objects with "item" and a "grade" from "0" to "5"'
    OBJECT = "an object"
    OBJECTS = "a list of objects"


_FLAGS = """marrow_clonality marrow_flow_clonal congo_red myd88_l265p osteoporotic_fracture
    pet_focal_uptake_without_lysis hematuria splenomegaly hepatomegaly lymphadenopathy edema
    pleural_effusion ascites pericardial_effusion papilledema thrombocytosis polycythemia
    clubbing weight_loss hyperhidrosis diarrhea thrombosis budd_chiari anti_mag hhv8
    neuropathy_refractory_to_immunotherapy pulmonary_hypertension restrictive_lung_disease
    macroglossia periorbital_purpura carpal_tunnel_bilateral autonomic_neuropathy
    heart_failure_preserved_ef hyperviscosity constitutional_symptoms bone_pain fatigue
    recurrent_infection numbness hbsag anti_hbc hbv_dna_detectable pregnancy_possible prior_vte
    thalidomide_allergy transplant_eligible"""
# Our codes: the contract has none for these inputs of VTE-*, INF-2022, BONE-2021 and REC-EMM.
_OUR_FLAGS = """ fracture_pelvis_hip_femur erythropoietin tunnelled_line surgery_90_days
    asian_ancestry black_ancestry abnormal_metaphases prophylaxis_vte prophylaxis_zoster
    prophylaxis_pjp bone_agent dental_check pregnancy_prevention high_risk_myeloma
    mrd_signals_relapse mass_clonal"""


def _shapes() -> dict[str, Shape]:
    return {
        **dict.fromkeys((_FLAGS + _OUR_FLAGS).split(), Shape.FLAG),
        **dict.fromkeys(CHOICES, Shape.CHOICE),
        "serum_immunofixation": Shape.ISOTYPES,
        "urine_immunofixation": Shape.ISOTYPES,
        "marrow_ihc_kappa_lambda": Shape.RATIO,
        "marrow_aberrant_percent": Shape.NUMBER,
        "cd34_dose": Shape.NUMBER,  # our code: cells of the graft, in 10^6 for each kg
        "adl": Shape.NUMBER,  # our codes: activities of daily living, and Charlson's index
        "iadl": Shape.NUMBER,
        "charlson": Shape.NUMBER,
        "toxicity": Shape.GRADES,  # our code
        "proliferative_index": Shape.NUMBER,  # our code: the contract has none for SMM-PCPI
        "mrd": Shape.RESIDUAL,
        "lymphoplasmacytic_infiltration": Shape.NUMBER,
        "bone_lytic_xray": Shape.COUNT,
        "bone_lytic_ct": Shape.COUNT,
        "bone_lytic_pet_ct": Shape.COUNT,
        "mri_focal_lesions": Shape.COUNT,
        "bone_sclerotic": Shape.COUNT,
        # Free text beside the contract's codes is kept and answered "unknown" (MM-ATTR).
        "renal_biopsy": Shape.WORD,
        "polyneuropathy": Shape.OBJECT,
        "endocrine": Shape.WORDS,
        "skin": Shape.WORDS,
        "fdg_uptake": Shape.OBJECT,
        "clinical_change": Shape.OBJECTS,
        "neuropathy_grade": Shape.NUMBER,
        "allergy": Shape.WORDS,
    }


SHAPES: Mapping[str, Shape] = _shapes()
EVENTS = frozenset(
    [
        "auto_hsct",
        "allo_hsct",
        "car_t",
        "radiotherapy",
        "fracture",
        "infection",
        "transfusion",
        "death",
    ]
)
# The scales of these scores end there; the others have no end that a clinic would meet.
GREATEST: Mapping[str, int] = {"neuropathy_grade": 4, "adl": 6, "iadl": 8}
ABNORMALITIES = frozenset(
    [
        "t(4;14)",
        "t(14;16)",
        "t(14;20)",
        "t(11;14)",
        "gain(1q)",
        "amp(1q)",
        "del(1p32)",
        "del(13q)",
        "del(17p)",
        "TP53_mutation",
        "hyperdiploidy",
        "complex_karyotype",
    ]
)
LESION_KINDS = frozenset({"plasmacytoma", "effusion", "csf", "bone"})
STOP_REASONS = frozenset({"planned", "progression", "toxicity", "choice", "other"})


def expected(code: str) -> str:
    """Say what the value of a finding must be.

    Raises:
        KeyError: the code is not one of the contract.
    """
    most = f" up to {GREATEST[code]}" if code in GREATEST else ""
    return SHAPES[code].value + most


def fits(code: str, value: FindingValue) -> bool:
    """Tell whether a value has the shape of its finding.

    Raises:
        KeyError: the code is not one of the contract.
    """
    match SHAPES[code]:
        case Shape.FLAG:
            return isinstance(value, bool)
        case Shape.NUMBER:
            return _number(value) and not _beyond(code, value)
        case Shape.WORD:
            return _word(value)
        case Shape.CHOICE:
            return isinstance(value, str) and value in CHOICES[code]
        case Shape.ISOTYPES:
            return isinstance(value, tuple) and all(band in ISOTYPES for band in value)
        case Shape.WORDS:
            return isinstance(value, tuple) and all(isinstance(word, str) for word in value)
        case Shape.COUNT:
            return isinstance(value, Mapping) and _count(value)
        case Shape.RATIO:
            return isinstance(value, Mapping) and _ratio(value)
        case Shape.RESIDUAL:
            return isinstance(value, Mapping) and _residual(value)
        case Shape.GRADES:
            return isinstance(value, tuple) and all(map(_grade, value))
        case Shape.OBJECT:
            return isinstance(value, Mapping)
        case _:  # Shape.OBJECTS, the last
            return isinstance(value, tuple) and all(isinstance(x, Mapping) for x in value)


def _beyond(code: str, value: object) -> bool:
    return code in GREATEST and isinstance(value, int | Decimal) and value > GREATEST[code]


def _number(value: object) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool) and value >= 0


def _count(value: Mapping[str, object]) -> bool:
    largest, extent = value.get("largest_mm"), value.get("extent")
    return (
        _whole(value.get("count"))
        and (largest is None or _number(largest))
        and (extent is None or extent in EXTENTS)
    )


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _ratio(value: Mapping[str, object]) -> bool:
    cells = value.get("cells")
    return _number(value.get("ratio")) and (cells is None or _whole(cells))


def _residual(value: Mapping[str, object]) -> bool:
    """Tell whether a test for residual disease says its result; sensitivity is a share of cells."""
    method, least = value.get("method"), value.get("sensitivity")
    return (
        isinstance(value.get("negative"), bool)
        and (method is None or _word(method))
        and (least is None or (isinstance(least, Decimal) and 0 < least < 1))
    )


def _grade(value: object) -> bool:
    return isinstance(value, Mapping) and _word(value.get("item")) and value.get("grade") in GRADES


def _word(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
