"""Raise what the doctor must see beside the diagnosis: three levels, each with its rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Alert, Note
from desktop_app.domain.criteria.attribution import RULE as ATTRIBUTION
from desktop_app.domain.criteria.attribution import value_meets
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Diagnosis
    from desktop_app.domain.criteria.evidence import Evidence

INFO, WARNING, CRITICAL = "info", "warning", "critical"


def alerts(evidence: Evidence, diagnosis: Diagnosis) -> tuple[Alert, ...]:
    """Give the alerts, the gravest first."""
    found = [
        *_leukemia(evidence),
        *_amyloidosis(evidence),
        *_attribution(evidence),
        *_specialist(evidence, diagnosis),
        *_conflicts(evidence),
    ]
    order = (CRITICAL, WARNING, INFO)
    return tuple(sorted(found, key=lambda alert: order.index(alert.level)))


def _leukemia(evidence: Evidence) -> list[Alert]:
    if evidence.circulating.state is not Truth.MET:
        return []
    return [Alert("PCL-STOP", CRITICAL, Note("circulating_plasma_cells"), ("PCL-STOP",))]


def _amyloidosis(evidence: Evidence) -> list[Alert]:
    if evidence.amyloid.proven:
        return [Alert("AL-SUSPECT", CRITICAL, Note("amyloid_in_tissue"), ("AL-SUSPECT",))]
    if evidence.amyloid.suspected:
        return [Alert("AL-SUSPECT", WARNING, Note("amyloidosis_suspected"), ("AL-SUSPECT",))]
    return []


def _attribution(evidence: Evidence) -> list[Alert]:
    open_ = [
        x.id
        for x in (*evidence.organs, evidence.bone)
        if value_meets(x) is Truth.MET and x.state is Truth.UNKNOWN
    ]
    if not open_:
        return []
    return [Alert("MISS-ATTR", WARNING, Note("attribution_required"), (*open_, ATTRIBUTION.id))]


def _specialist(evidence: Evidence, diagnosis: Diagnosis) -> list[Alert]:
    found: list[Alert] = []
    if any(note.code == "bar_event_without_clone" for note in diagnosis.notes):
        found.append(Alert("MM-DX", WARNING, Note("event_without_clone"), ("MM-DX", "MM-CLONE")))
    if evidence.tumours.proven > 1:
        found.append(Alert("SP-DX", WARNING, Note("several_plasmacytomas"), ("SP-DX",)))
    if evidence.tumours.proven and diagnosis.category in ("smm", "smm_light_chain"):
        found.append(Alert("SP-MM", WARNING, Note("smouldering_with_plasmacytoma"), ("SP-MM",)))
    clone = evidence.chains.clone.heavy
    if "IgM" in clone and len(clone) > 1:
        found.append(Alert("DX-ORDER", INFO, Note("igm_with_another_class"), ("DX-ORDER",)))
    if diagnosis.category == "multiple_myeloma" and evidence.neuropathy:
        found.append(Alert("POEMS-CATEGORY", WARNING, Note("myeloma_with_neuropathy")))
    return found


def _conflicts(evidence: Evidence) -> list[Alert]:
    found: list[Alert] = []
    if evidence.marrow.polyclonal and evidence.marrow.results:
        found.append(Alert("MM-CLONE-PC", WARNING, Note("polyclonal_marrow"), ("MM-CLONE-PC",)))
    if evidence.band_conflict:
        found.append(Alert("DX-NOCLONE", WARNING, Note("band_conflict"), ("DX-NOCLONE",)))
    if evidence.chains.conflict:
        found.append(Alert("FLC-INVOLVED", WARNING, Note("light_chain_conflict")))
    if evidence.urine_conflict:
        found.append(Alert("MGUS-LC-DX", WARNING, Note("light_chain_ratio_normal")))
    return found
