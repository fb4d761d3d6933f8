"""Presume a diagnosis while data are missing: only where the missing-data table allows it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criteria.attribution import value_meets
from desktop_app.domain.criteria.evidence import ratio_without_clone
from desktop_app.domain.criteria.mayo_factors import factors
from desktop_app.domain.criterion import Op, compare
from desktop_app.domain.rulesets.precursor.diagnosis.categories import PRECURSORS
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.view import RecordView

_LC_LOW, _LC_HIGH = D("0.125"), D(8)
_SYMPTOMS = (
    "bone_pain",
    "fatigue",
    "recurrent_infection",
    "numbness",
    "constitutional_symptoms",
    "weight_loss",
)


@dataclass(frozen=True, slots=True)
class Presumed:
    """Hold a presumed category and the row of the table that allows it."""

    category: str
    note: Note


def presumed(view: RecordView, evidence: Evidence, possible: frozenset[str]) -> Presumed | None:
    """Give the category that may be presumed among those possible, or None."""
    from_history = _from_history(view, evidence, possible)
    if from_history is not None:
        return from_history
    if not _quiet(view, evidence):
        return None
    if not evidence.marrow.results:
        return _without_marrow(view, evidence, possible)
    if evidence.marrow.ten is Truth.MET:
        return _bone_not_assessed(evidence, possible)
    if evidence.marrow.ten is Truth.NOT_MET:
        return _urine_missing(evidence, possible)
    return None


def _from_history(
    view: RecordView, evidence: Evidence, possible: frozenset[str]
) -> Presumed | None:
    """Presume a precursor of the history that is still possible (DX-TIME)."""
    disturbed = (
        evidence.crab_open is Truth.MET
        or evidence.event_recorded
        or _unbiopsied(evidence)
        or evidence.amyloid.suspected
        or evidence.ratio_far
        or bool(evidence.tumours.proven)
    )
    if disturbed:
        return None
    earlier = [x.diagnosis for x in view.history() if x.diagnosis in PRECURSORS & possible]
    return Presumed(earlier[-1], Note("DX-TIME")) if earlier else None


def _unbiopsied(evidence: Evidence) -> bool:
    criterion = evidence.tumours.criterion
    unproven = criterion.note is not None and criterion.note.code == "lesion_not_biopsied"
    return unproven or bool(evidence.tumours.unproven)


def _quiet(view: RecordView, evidence: Evidence) -> bool:
    """Tell whether the conditions that stand before every row of the table hold.

    Haemoglobin, calcium and creatinine must be known (MISS-LABS).
    """
    return (
        all(x.state is Truth.NOT_MET for x in evidence.organs)
        and not evidence.event_recorded
        and value_meets(evidence.bone) is not Truth.MET
        and view.flag("bone_pain") is not True
        and not _unbiopsied(evidence)
        and not evidence.amyloid.suspected
    )


def _without_marrow(
    view: RecordView, evidence: Evidence, possible: frozenset[str]
) -> Presumed | None:
    """Apply MISS-MARROW-LOW and MISS-MARROW.

    The table is silent on a ratio of 100 without its chain; the safe thing is not to presume.
    """
    clone = evidence.chains.clone
    if evidence.ratio_far:
        return None
    if clone.serum is None or (evidence.m_protein.state is not Truth.NOT_MET and clone.heavy):
        return None
    if "mgus_non_igm" in possible and clone.heavy - {"IgM"}:
        return _non_igm_without_marrow(view, evidence)
    if "mgus_igm" in possible and clone.heavy == {"IgM"}:
        return Presumed("mgus_igm", Note("MISS-MARROW"))
    if "mgus_light_chain" in possible and _light_chain_low(evidence):
        return Presumed("mgus_light_chain", Note("MISS-MARROW"))
    return None


def _non_igm_without_marrow(view: RecordView, evidence: Evidence) -> Presumed | None:
    # No factor met also says that the M-protein is below 1.5 g/dL (MISS-MARROW-LOW).
    risk = [x.state for x in factors(evidence)]
    if any(state is not Truth.NOT_MET for state in risk):
        return Presumed("mgus_non_igm", Note("MISS-MARROW"))
    if not any(view.flag(code) for code in _SYMPTOMS):
        return Presumed("mgus_non_igm", Note("MISS-MARROW-LOW"))
    return None


def _light_chain_low(evidence: Evidence) -> bool:
    ratios = evidence.chains.ratios
    near = bool(ratios) and all(
        ratio is not None
        and compare(ratio.value, ratio.comparator, Op.GE, _LC_LOW) is Truth.MET
        and compare(ratio.value, ratio.comparator, Op.LE, _LC_HIGH) is Truth.MET
        for ratio in ratios
    )
    no_urine = evidence.chains.clone.urine == frozenset()
    near = near and not ratio_without_clone(evidence)
    return near and (evidence.urine.state is Truth.NOT_MET or no_urine)


def _bone_not_assessed(evidence: Evidence, possible: frozenset[str]) -> Presumed | None:
    """Apply MISS-BONE: 10 to 59 % plasma cells, light chains measured, imaging missing.

    Without light chains nothing is presumed (MISS-FLC): they may be a myeloma-defining event.
    """
    if evidence.tumours.proven:
        return None  # SP-MM: were it lytic, it would be an event
    if evidence.slim_flc.state is not Truth.NOT_MET or evidence.marrow.sixty is not Truth.NOT_MET:
        return None
    for category in ("smm", "smm_light_chain"):
        if category in possible and possible <= {category, "multiple_myeloma"}:
            return Presumed(category, Note("MISS-BONE"))
    return None


def _urine_missing(evidence: Evidence, possible: frozenset[str]) -> Presumed | None:
    """Apply MISS-URINE: plasma cells below 10 %, light chain ratio not normal, urine missing."""
    missing = not evidence.urine.state.known and not evidence.chains.normal
    if missing and "mgus_non_igm" in possible and possible <= {"mgus_non_igm", "smm"}:
        return Presumed("mgus_non_igm", Note("MISS-URINE"))
    return None
