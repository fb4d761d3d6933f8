"""Raise what the doctor must see beside the diagnosis: three levels, each with its rule."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Alert, Note
from desktop_app.domain.criteria.applicability import light_chain_only
from desktop_app.domain.criteria.attribution import RULE as ATTRIBUTION
from desktop_app.domain.criteria.attribution import value_meets
from desktop_app.domain.criteria.kidney_signs import CAST, LESIONS
from desktop_app.domain.criteria.myeloma_names import ACTIVE, LEUKEMIAS
from desktop_app.domain.criterion import Cut, Op, judge, judge_all
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Diagnosis, Evolving, Mgrs
    from desktop_app.domain.criteria.evidence import Evidence

INFO, WARNING, CRITICAL = "info", "warning", "critical"
# MM-CRAB-RENAL: below this much of the involved chain cast nephropathy is unlikely.
CAST_CHAIN_CUT = Cut(Op.LT, {"mg/L": D(500)})
# SMM-LC-DX: Bence Jones proteinuria from here up to the cut of smouldering myeloma.
BENCE_JONES_CUT = Cut(Op.GE, {"mg/(24.h)": D(200)})
# SMM-DX: the criteria name IgG and IgA only.
UNNAMED = frozenset({"IgD", "IgE"})


def alerts(
    evidence: Evidence, diagnosis: Diagnosis, mgrs: Mgrs, evolved: tuple[Evolving, ...]
) -> tuple[Alert, ...]:
    """Give the alerts, the gravest first.

    Args:
        evidence: the criteria of the record.
        diagnosis: what was concluded.
        mgrs: whether a kidney disease by the clone is suspected, or proven.
        evolved: the answer of every definition of evolving disease.
    """
    found = [
        *_leukemia(evidence, diagnosis),
        *_amyloidosis(evidence),
        *_attribution(evidence),
        *_kidney(evidence, diagnosis, mgrs),
        *_specialist(evidence, diagnosis),
        *_conflicts(evidence),
        *_evolving(diagnosis, evolved),
        *_isotype(evidence, diagnosis),
    ]
    order = (CRITICAL, WARNING, INFO)
    return tuple(sorted(found, key=lambda alert: order.index(alert.level)))


def _leukemia(evidence: Evidence, diagnosis: Diagnosis) -> list[Alert]:
    if evidence.circulating.state is not Truth.MET:
        return []
    named = diagnosis.category in LEUKEMIAS
    said = Note("leukemia_circulates" if named else "circulating_plasma_cells")
    return [Alert("PCL-STOP", CRITICAL, said, ("PCL-STOP",))]


def _amyloidosis(evidence: Evidence) -> list[Alert]:
    if evidence.amyloid.proven:
        return [Alert("AL-SUSPECT", CRITICAL, Note("amyloid_in_tissue"), ("AL-SUSPECT",))]
    if evidence.amyloid.suspected:
        return [Alert("AL-SUSPECT", WARNING, Note("amyloidosis_suspected"), ("AL-SUSPECT",))]
    return []


def _attribution(evidence: Evidence) -> list[Alert]:
    """Ask for the cause of an organ value, unless myeloma was established before."""
    if any(x.diagnosis in ACTIVE for x in evidence.view.history()):
        return []
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
    if evidence.several_plasmacytomas:
        found.append(Alert("SP-DX", WARNING, Note("several_plasmacytomas"), ("SP-DX",)))
    if evidence.tumours.proven and diagnosis.category in ("smm", "smm_light_chain"):
        found.append(Alert("SP-MM", WARNING, Note("smouldering_with_plasmacytoma"), ("SP-MM",)))
    clone = evidence.chains.clone.heavy
    if "IgM" in clone and len(clone) > 1:
        found.append(Alert("DX-ORDER", INFO, Note("igm_with_another_class"), ("DX-ORDER",)))
    if diagnosis.category == "multiple_myeloma" and evidence.neuropathy:
        found.append(Alert("POEMS-CATEGORY", WARNING, Note("myeloma_with_neuropathy")))
    return found + _borders(evidence, diagnosis)


def _borders(evidence: Evidence, diagnosis: Diagnosis) -> list[Alert]:
    """Name what stands on a border: IgM myeloma or Waldenström, and myeloma by SLiM alone."""
    found: list[Alert] = []
    possible = diagnosis.possible
    both = "multiple_myeloma" in possible and "waldenstrom_suspected" in possible
    event = evidence.event_recorded or evidence.crab_open is Truth.MET
    if (
        both
        and event
        and evidence.chains.clone.heavy == {"IgM"}
        and evidence.marrow.ten is Truth.MET
    ):
        mutated = evidence.view.flag("myd88_l265p") is True
        note = Note("igm_with_myd88" if mutated else "igm_myeloma_or_waldenstrom")
        found.append(Alert("IGM-MYELOMA", WARNING, note, ("IGM-MYELOMA",)))
    slim = (evidence.slim_flc.state, evidence.marrow.sixty)
    crab = {x.state for x in (*evidence.organs, evidence.bone)}
    named = diagnosis.category == "multiple_myeloma"
    alone = Truth.MET in slim and Truth.MET not in crab and not _attribution(evidence)
    if named and alone:
        found.append(Alert("MM-SLIM-CAVEAT", INFO, Note("slim_only"), ("MM-SLIM-CAVEAT",)))
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


def _kidney(evidence: Evidence, diagnosis: Diagnosis, mgrs: Mgrs) -> list[Alert]:
    found: list[Alert] = []
    if mgrs.lesion == CAST and diagnosis.category not in ACTIVE:
        found.append(Alert("MGRS-DX", CRITICAL, Note("cast_nephropathy"), ("MGRS-DX",)))
    if mgrs.suspected is Truth.MET:
        if mgrs.lesion in LESIONS:
            found.append(Alert("MGRS-DX", WARNING, Note("mgrs_proven"), ("MGRS-DX",)))
        else:
            found.append(Alert("MGRS-PROMPT", WARNING, Note("mgrs_suspected"), ("MGRS-PROMPT",)))
        found.append(Alert("MGRS-GATE", INFO, Note("mgrs_gate"), ("MGRS-GATE",)))
    renal = evidence.renal
    if value_meets(renal) is Truth.MET and mgrs.lesion is None and _little_chain(evidence):
        found.append(Alert(renal.id, WARNING, Note("cast_nephropathy_unlikely"), (renal.id,)))
    return found


def _little_chain(evidence: Evidence) -> bool:
    """Tell whether the involved light chain is certainly too low for cast nephropathy."""
    involved, view = evidence.chains.involved, evidence.view
    if involved is None:
        return False
    seen = view.latest(f"flc_{involved}")
    return judge_all(seen, lambda x: judge(x, CAST_CHAIN_CUT, view.catalogue)).truth is Truth.MET


def _evolving(diagnosis: Diagnosis, evolved: tuple[Evolving, ...]) -> list[Alert]:
    """Say that the disease evolves: as information until a later sample confirms it."""
    if diagnosis.category in ACTIVE:
        return []
    met = [entry for entry in evolved if entry.state is Truth.MET]
    sure = tuple(entry.definition for entry in met if entry.confirmed)
    open_ = tuple(entry.definition for entry in met if not entry.confirmed)
    found: list[Alert] = []
    if sure:
        found.append(Alert("EVO-ENGINE", WARNING, Note("evolving_confirmed"), sure))
    if open_:
        found.append(Alert("EVO-ENGINE", INFO, Note("evolving_unconfirmed"), open_))
    return found


def _isotype(evidence: Evidence, diagnosis: Diagnosis) -> list[Alert]:
    found: list[Alert] = []
    if UNNAMED & evidence.chains.clone.heavy:
        found.append(Alert("SMM-DX", INFO, Note("isotype_not_named")))
    light_chains = {"mgus_light_chain", "smm_light_chain"} & set(diagnosis.possible)
    if light_chains and evidence.chains.clone.serum is not None:
        found.append(Alert("MGUS-LC-DX", INFO, Note("igd_ige_tested")))
    if light_chain_only(evidence) and _bence_jones(evidence):
        found.append(Alert("SMM-LC-DX", INFO, Note("bence_jones_below_cut"), ("SMM-LC-DX",)))
    return found


def _bence_jones(evidence: Evidence) -> bool:
    view = evidence.view
    seen = view.latest("urine_m_protein_24h")
    some = judge_all(seen, lambda x: judge(x, BENCE_JONES_CUT, view.catalogue)).truth
    below = ~evidence.urine.state & ~evidence.marrow.ten
    return some & below is Truth.MET
