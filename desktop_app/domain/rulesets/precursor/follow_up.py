"""Propose when to come back and whether to refer (kyle2010; REFER-LIN of lin2026)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, FollowUp, Note, Score
from desktop_app.domain.criteria.attribution import RENAL_LESIONS
from desktop_app.domain.partial_date import add_months
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.domain.criteria.evidence import Evidence

# Months, by rule ID. The first check comes early; then the interval of the group.
FIRST_CHECK = (6, 6)
LOW_STABLE = (24, 36)
LATER = (12, 12)
_SMM_START, _SMM_FIRST_YEAR, _SMM_LATER = (2, 3), (4, 6), (6, 12)
EARLY_MONTHS = 6
LEUKEMIAS = ("primary_plasma_cell_leukemia", "secondary_plasma_cell_leukemia")
_CHECKS = ("serum_m_protein", "flc_ratio", "hemoglobin", "calcium", "creatinine")
_DUE_BY_ID = {
    "low": "FU-MGUS-LOW",
    "low_intermediate": "FU-MGUS-1",
    "high_intermediate": "FU-MGUS-2",
    "high": "FU-MGUS-3",
}


@dataclass(frozen=True, slots=True)
class Known:
    """Hold what the diagnosis and the risk concluded, for the interval to rest on."""

    category: str | None
    possible: tuple[str, ...]
    risk: Score
    factors: tuple[Criterion, ...]
    stable: Truth


def follow_up(evidence: Evidence, known: Known, first: date | None) -> FollowUp:
    """Propose the interval in months, the day it falls due, and referral.

    Args:
        evidence: the criteria of the record.
        known: what was concluded before.
        first: the day of the first M-protein or of the diagnosis in the history.
    """
    refer = referral(evidence, known)
    urgent = [note for note in refer if note.code in _URGENT]
    if urgent:
        return FollowUp(None, None, _CHECKS, refer=True, reasons=tuple(refer))
    # Counted from the last visit: a visit that is overdue must not move while nobody comes.
    start = evidence.view.last_day() or evidence.view.as_of
    named = _interval(known, first, start)
    if named is None:
        return FollowUp(None, None, (), refer=bool(refer), reasons=tuple(refer))
    rule, months = named
    reasons = (Note(rule), *refer)
    return FollowUp(months, add_months(start, months[0]), _CHECKS, bool(refer), reasons)


_URGENT = frozenset(
    {
        "refer_amyloidosis",
        "refer_myeloma",
        "refer_myeloma_open",
        "refer_leukemia",
        "refer_poems",
        "refer_waldenstrom",
        "refer_event_without_clone",
    }
)


def _interval(known: Known, first: date | None, start: date) -> tuple[str, tuple[int, int]] | None:
    early = first is None or start < add_months(first, EARLY_MONTHS)
    match known.category:
        case "mgus_non_igm" | "mgus_igm":
            return _mgus(known, early=early)
        case "mgus_light_chain":
            return "FU-LC", FIRST_CHECK if early else LATER
        case "smm" | "smm_light_chain":
            return "FU-SMM", _smm(first, start)
        case None:
            return _shortest(known, first, start)
        case _:
            return None


def _shortest(known: Known, first: date | None, start: date) -> tuple[str, tuple[int, int]] | None:
    """Take the shortest interval that a possible category asks for, while none is settled."""
    if {"smm", "smm_light_chain"} & set(known.possible):
        return "FU-SMM", _smm(first, start)
    if any(name.startswith("mgus") for name in known.possible):
        return "FU-MGUS-3", FIRST_CHECK
    return None


def _mgus(known: Known, *, early: bool) -> tuple[str, tuple[int, int]]:
    """Take the shortest interval that a still possible group asks for."""
    group = known.risk.possible_groups[-1] if known.risk.possible_groups else "high"
    rule = _DUE_BY_ID[group]
    if early:
        return rule, FIRST_CHECK
    if rule != "FU-MGUS-LOW":
        return rule, LATER
    return rule, LOW_STABLE if known.stable is Truth.MET else FIRST_CHECK


def _smm(first: date | None, start: date) -> tuple[int, int]:
    if first is None or start < add_months(first, _SMM_START[1]):
        return _SMM_START
    year = add_months(first, _SMM_START[1] + 12)
    return _SMM_FIRST_YEAR if start < year else _SMM_LATER


def referral(evidence: Evidence, known: Known) -> list[Note]:
    """Give every reason to refer: the urgent ones first, then those of REFER-LIN."""
    reasons: list[Note] = []
    if evidence.circulating.state is Truth.MET or known.category in LEUKEMIAS:
        reasons.append(Note("refer_leukemia"))
    if known.category == "poems":
        reasons.append(Note("refer_poems"))
    if known.category == "multiple_myeloma":
        reasons.append(Note("refer_myeloma"))
    elif "multiple_myeloma" in known.possible and _recorded_event(evidence):
        without = evidence.marrow.ten is Truth.NOT_MET
        reasons.append(Note("refer_event_without_clone" if without else "refer_myeloma_open"))
    if evidence.amyloid.suspected:
        reasons.append(Note("refer_amyloidosis"))
    igm = evidence.chains.clone.heavy == {"IgM"}
    damage = evidence.igm_damage.state is Truth.MET or (igm and evidence.crab_open is Truth.MET)
    if "waldenstrom_suspected" in known.possible and damage:
        reasons.append(Note("refer_waldenstrom"))
    biopsy = evidence.view.latest_finding("renal_biopsy")
    if biopsy is not None and biopsy.value != "unrelated":
        lesion = biopsy.value if biopsy.value in RENAL_LESIONS else "free_text"
        reasons.append(Note("refer_kidney_biopsy", (("lesion", str(lesion)),)))
    if evidence.tumours.proven or evidence.tumours.unproven:
        reasons.append(Note("refer_tumour"))
    if known.category in ("smm", "smm_light_chain", "smoldering_waldenstrom"):
        reasons.append(Note("refer_smouldering"))
    reasons += [Note(f"refer_{x.id}") for x in known.factors if x.state is Truth.MET]
    return reasons


def _recorded_event(evidence: Evidence) -> bool:
    lesion = evidence.tumours.unproven > 0
    return evidence.crab_open is Truth.MET or evidence.event_recorded or lesion
