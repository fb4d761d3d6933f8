"""Say when the risk models may be used at all, the same for every model of one disease."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.criteria.evidence import Evidence

SCORED_MGUS = frozenset({"mgus_non_igm", "mgus_igm"})
SCORED_SMM = frozenset({"smm", "smm_light_chain"})
LIGHT_CHAIN_CAVEAT = Note("smm_light_chain_caveat")


@dataclass(frozen=True, slots=True)
class Reserve:
    """Hold the condition under which a score holds, if any, and what else must be said of it."""

    reason: Note | None = None
    notes: tuple[Note, ...] = ()


def bars_mgus(evidence: Evidence, possible: tuple[str, ...]) -> Note | None:
    """Say what forbids every model of MGUS; None where they apply."""
    barred = _bars_all(evidence)
    if barred is not None:
        return barred
    if SCORED_MGUS & set(possible):
        return Note("risk_not_with_smm_arm") if Truth.MET in _smm_arms(evidence) else None
    if "mgus_light_chain" in possible:
        return Note("risk_light_chain_mgus")
    return Note("risk_only_for_mgus")


def bars_smm(evidence: Evidence, myeloma: Truth) -> Note | None:
    """Say what forbids every model of smouldering myeloma; None where they apply.

    Args:
        evidence: the criteria of the record.
        myeloma: whether MM-DX is met.
    """
    barred = _bars_all(evidence)
    if barred is not None:
        return barred
    igm = evidence.chains.clone.heavy == {"IgM"}
    if Truth.MET not in _smm_arms(evidence) or myeloma is Truth.MET or igm:
        return Note("risk_only_for_smm")
    return None if evidence.marrow.results else Note("risk_needs_marrow")


def reserve_mgus(category: str | None) -> Reserve:
    """Say that a model holds only if MGUS is confirmed, unless it is."""
    return Reserve(None if category in SCORED_MGUS else Note("valid_only_if_mgus"))


def reserve_smm(evidence: Evidence, category: str | None) -> Reserve:
    """Say that a model holds only if SMM is confirmed, unless it is.

    Light chains alone are said of every model, as its reason or beside it (SMM-LC-CAVEAT).
    """
    alone = light_chain_only(evidence)
    if category in SCORED_SMM:
        return Reserve(LIGHT_CHAIN_CAVEAT if alone else None)
    return Reserve(Note("valid_only_if_smm"), (LIGHT_CHAIN_CAVEAT,) if alone else ())


def light_chain_only(evidence: Evidence) -> bool:
    """Tell whether serum immunofixation shows no heavy chain (SMM-LC-CAVEAT)."""
    clone = evidence.chains.clone
    return clone.serum is not None and not clone.heavy


def _bars_all(evidence: Evidence) -> Note | None:
    if evidence.circulating.state is Truth.MET:
        return Note("risk_not_with_circulating_cells")
    if evidence.crab_open is Truth.MET:
        return Note("risk_not_with_crab_value")
    return None


def _smm_arms(evidence: Evidence) -> tuple[Truth, Truth, Truth]:
    return evidence.m_protein.state, evidence.urine.state, evidence.marrow.ten
