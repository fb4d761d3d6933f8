"""Say, for every fact on which the category depends, which values it may still have (DX-PIN)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.criteria.bone import bone_cause, bone_lesions
from desktop_app.domain.criteria.evidence import ratio_without_clone
from desktop_app.domain.truth import Truth, any_true

if TYPE_CHECKING:
    from desktop_app.domain.criteria.evidence import Evidence

_YES_NO = ("no", "yes")
# Every value that each fact may have, as ``category`` asks for it.
VALUES = {
    "marrow": ("none", "low", "mid", "high"),
    "tumour": ("none", "hidden", "single", "several"),
    "organ": _YES_NO,
    "bone": ("none", "one", "many"),
    "slim_flc": _YES_NO,
    "slim_mri": _YES_NO,
    "isotype": ("heavy", "igm", "light", "negative"),
    "ratio": ("normal", "abnormal"),
    "urine_light": _YES_NO,
    "m_protein": _YES_NO,
    "urine": _YES_NO,
    "lymphoplasmacytic": _YES_NO,
    "igm_damage": _YES_NO,
    "t1114": _YES_NO,
    "low_clonal": _YES_NO,
    "marrow_recorded": _YES_NO,
    "event_without_clone": _YES_NO,
    "igm_recorded": _YES_NO,
    "igm_myeloma_recorded": _YES_NO,
}


def facts_of(evidence: Evidence) -> dict[str, tuple[str, ...]]:
    """Give, for every fact on which the category depends, the values it may still have."""
    translocation = evidence.view.cytogenetics("t(11;14)")
    return {
        "marrow": evidence.marrow.bins,
        "tumour": _tumour(evidence),
        "organ": _answers(any_true(x.state for x in evidence.organs)),
        "bone": _bone(evidence),
        "slim_flc": _answers(evidence.slim_flc.state),
        "slim_mri": _answers(evidence.slim_mri.state),
        "isotype": _isotype(evidence),
        "ratio": _ratio(evidence),
        "urine_light": _urine_light(evidence),
        "m_protein": _answers(evidence.m_protein.state),
        "urine": _urine(evidence),
        "lymphoplasmacytic": _answers(evidence.lymphoplasmacytic),
        "igm_damage": _answers(evidence.igm_damage.state),
        "t1114": _answers(Truth.of(translocation)),
        "low_clonal": ("yes",) if evidence.marrow.clonality_recorded else ("no", "yes"),
        "marrow_recorded": ("yes",) if evidence.marrow.results else ("no",),
        "event_without_clone": _event_without_clone(evidence),
        "igm_recorded": ("yes",) if evidence.chains.clone.heavy == {"IgM"} else ("no",),
        "igm_myeloma_recorded": ("yes",) if _igm_myeloma_recorded(evidence) else ("no",),
    }


def _answers(truth: Truth) -> tuple[str, ...]:
    return {Truth.MET: ("yes",), Truth.NOT_MET: ("no",), Truth.UNKNOWN: ("no", "yes")}[truth]


def _event_without_clone(evidence: Evidence) -> tuple[str, ...]:
    if Truth.MET in (evidence.slim_flc.state, evidence.slim_mri.state):
        return ("yes",)
    return ("no", "yes") if evidence.ratio_far else ("no",)


def _tumour(evidence: Evidence) -> tuple[str, ...]:
    tumours = evidence.tumours
    if tumours.proven:
        if tumours.proven > 1:
            return ("several",)
        return ("single", "several") if tumours.unproven else ("single",)
    match tumours.criterion.state:
        case Truth.MET:
            return ("hidden",)
        case Truth.NOT_MET:
            return ("none",)
        case _:
            if not tumours.unproven:
                return ("none", "hidden")
            return ("none", "single" if tumours.unproven == 1 else "several")


def _bone(evidence: Evidence) -> tuple[str, ...]:
    lesions, cause = bone_lesions(evidence.view), bone_cause(evidence.view).truth
    if cause is Truth.NOT_MET or lesions.count == 0:
        return ("none",)
    if lesions.count is None:
        return ("none", "one", "many")
    number = "one" if lesions.count == 1 else "many"
    return (number,) if cause is Truth.MET else ("none", number)


def _isotype(evidence: Evidence) -> tuple[str, ...]:
    clone = evidence.chains.clone
    if clone.serum is None or evidence.band_conflict:
        # DX-PIN: a measured M-protein without immunofixation is a heavy chain of unknown class.
        if evidence.m_present is Truth.MET:
            return ("heavy", "igm")
        return ("heavy", "igm", "light", "negative")
    if not clone.serum:
        return ("negative",)
    if clone.heavy:
        return ("igm",) if clone.heavy == {"IgM"} else ("heavy",)
    return ("light",)


def _ratio(evidence: Evidence) -> tuple[str, ...]:
    match evidence.chains.abnormal.truth:
        case Truth.NOT_MET:
            return ("normal",)
        case Truth.MET:
            return ("normal", "abnormal") if ratio_without_clone(evidence) else ("abnormal",)
        case _:
            return ("normal", "abnormal")


def _urine_light(evidence: Evidence) -> tuple[str, ...]:
    urine = evidence.chains.clone.urine
    if urine is None:
        return ("no", "yes")
    return ("yes",) if urine else ("no",)


def _urine(evidence: Evidence) -> tuple[str, ...]:
    if evidence.urine.state.known:
        return _answers(evidence.urine.state)
    # DX-PIN: unknown urine M counts as below the cut if urine IFE is negative or k/l normal.
    negative = evidence.chains.clone.urine == frozenset()
    return ("no",) if negative or evidence.chains.normal else ("no", "yes")


def _igm_myeloma_recorded(evidence: Evidence) -> bool:
    lesions = bone_lesions(evidence.view).count
    return (
        evidence.marrow.ten is Truth.MET
        or bool(lesions)
        or evidence.view.cytogenetics("t(11;14)") is True
    )
