"""Prompt for a kidney disease that the clone may cause; never for treatment without a biopsy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Mgrs, Note
from desktop_app.domain.criteria.kidney_signs import (
    CAST,
    UNRELATED,
    albumin_share,
    kidney_signs,
)
from desktop_app.domain.criterion import Rule
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Criterion, Diagnosis
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.criteria.kidney_signs import KidneyBiopsy, KidneySigns

DISEASE = Rule(
    "MGRS-DX", "leung2019", "primary", "clone, no malignancy to treat, and a lesion by biopsy"
)
LESION = Rule("MGRS-LESIONS", "leung2019", "unverified", "any lesion of the MGRS spectrum")
GATE = Rule("MGRS-GATE", "leung2019", "decision", "lesion proven by biopsy")
DEFER = Rule("MGRS-IKMG", "leung2019", "unverified", "biopsy when suspected")
# MGRS-DX: with one of these the kidney belongs to the malignancy, or there is no clone.
ENDED_BY = frozenset(
    {"multiple_myeloma", "primary_plasma_cell_leukemia", "secondary_plasma_cell_leukemia"}
)
WITHOUT_CLONE = "no_clone"
MALIGNANT = ENDED_BY | {"waldenstrom_suspected"}


def mgrs(evidence: Evidence, diagnosis: Diagnosis) -> Mgrs:
    """Judge MGRS-PROMPT and say what a kidney biopsy found.

    It overlays every category but myeloma, plasma cell leukaemia and "no clone". A biopsy is
    advised only while none is recorded.
    """
    signs = kidney_signs(evidence.view)
    if diagnosis.category in ENDED_BY or diagnosis.category == WITHOUT_CLONE:
        return _ended(signs.biopsy, diagnosis)
    suspected = _suspected(signs)
    met = suspected is Truth.MET
    criteria: list[Criterion] = [signs.prompt]
    if met or signs.biopsy.taken:
        criteria += _biopsied(signs.biopsy, diagnosis)
    advised = met and not signs.biopsy.taken
    if advised:
        criteria.append(DEFER.answer(Truth.MET, note=Note("mgrs_may_wait")))
    reasons = (*_reasons(signs), *(_shares(evidence, signs) if advised else ()))
    return Mgrs(suspected, reasons, advised, signs.biopsy.lesion, tuple(criteria))


def _ended(biopsy: KidneyBiopsy, diagnosis: Diagnosis) -> Mgrs:
    if not biopsy.taken:
        return Mgrs(Truth.NOT_MET)
    myeloma = diagnosis.category in ENDED_BY
    reason = Note("mgrs_ended" if myeloma else "mgrs_without_clone")
    return Mgrs(Truth.NOT_MET, (reason,), lesion=biopsy.lesion)


def _suspected(signs: KidneySigns) -> Truth:
    """Let the biopsy answer where it can; one in free text settles nothing."""
    biopsy = signs.biopsy
    if biopsy.lesion == CAST:
        return Truth.NOT_MET
    if biopsy.lesion == UNRELATED or not biopsy.taken:
        return signs.prompt.state
    return biopsy.related | (signs.prompt.state | Truth.UNKNOWN)


def _biopsied(biopsy: KidneyBiopsy, diagnosis: Diagnosis) -> tuple[Criterion, ...]:
    lesion = LESION.answer(biopsy.related, biopsy.inputs)
    possible = set(diagnosis.possible)
    clone = ~Truth.of(None if WITHOUT_CLONE in possible else False)
    harmless = ~Truth.of(None if MALIGNANT & possible else False)
    return (
        DISEASE.answer(lesion.state & clone & harmless, biopsy.inputs),
        lesion,
        GATE.answer(biopsy.related, biopsy.inputs, Note("mgrs_gate")),
    )


def _reasons(signs: KidneySigns) -> list[Note]:
    """Say which signs are met, and what the biopsy adds."""
    named = (
        (signs.protein, Note("mgrs_proteinuria")),
        (signs.blood, Note("mgrs_hematuria")),
        (signs.fall, Note("mgrs_egfr_fall")),
    )
    reasons = [note for part, note in named if part.state is Truth.MET]
    biopsy = signs.biopsy
    if biopsy.lesion in (UNRELATED, CAST):
        reasons.append(Note("mgrs_unrelated" if biopsy.lesion == UNRELATED else "mgrs_cast"))
    elif biopsy.lesion is not None:
        reasons.append(Note("mgrs_lesion", (("lesion", biopsy.lesion),)))
    elif biopsy.taken:
        reasons.append(Note("renal_biopsy_free_text"))
    return reasons


def _shares(evidence: Evidence, signs: KidneySigns) -> tuple[Note, ...]:
    """Ask whether the protein is albumin or light chains, and say how often MGRS is found."""
    often = Note("MGRS-FREQ")
    if signs.protein.state is not Truth.MET:
        return (often,)
    match albumin_share(evidence.view):
        case Truth.MET:
            return Note("mgrs_mostly_albumin"), often
        case Truth.NOT_MET:
            return Note("mgrs_little_albumin"), often
        case _:
            return Note("mgrs_albumin_open"), often
