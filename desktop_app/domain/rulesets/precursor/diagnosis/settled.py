"""Find what was certain once: it stays, whatever later values say (DX-TIME, PCL-STOP)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop_app.domain.criteria import clone, m_protein, slim
from desktop_app.domain.criteria.clone import TEN, marrow
from desktop_app.domain.criteria.evidence import circulating_cells, gather, myeloma
from desktop_app.domain.criteria.light_chains import light_chains
from desktop_app.domain.criteria.warning_signs import lymphoplasmacytic
from desktop_app.domain.record import Result
from desktop_app.domain.rulesets.precursor.diagnosis.categories import MYELOMA, category
from desktop_app.domain.rulesets.precursor.diagnosis.facts import facts_of
from desktop_app.domain.truth import Truth
from desktop_app.domain.view import observed_entries
from desktop_app.domain.worlds import possible_outcomes

if TYPE_CHECKING:
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.view import RecordView

PRIMARY_LEUKEMIA = "primary_plasma_cell_leukemia"
SECONDARY_LEUKEMIA = "secondary_plasma_cell_leukemia"
LEUKEMIAS = (PRIMARY_LEUKEMIA, SECONDARY_LEUKEMIA)
_MARROW = (
    "marrow_plasma_cells",
    "marrow_plasma_cells_aspirate",
    "marrow_plasma_cells_biopsy",
    "marrow_plasma_cells_flow",
)
# Codes whose new value may make multiple myeloma certain.
_DECISIVE = (
    *_MARROW,
    "hemoglobin",
    "calcium",
    "calcium_corrected",
    "creatinine",
    "creatinine_clearance",
    "egfr",
    "flc_kappa",
    "flc_lambda",
    "flc_ratio",
)
_ORGANS = ("calcium", "renal", "anemia", "bone")
_SMEAR = "circulating_plasma_cells"
# Codes whose value may lift a precursor over its cut.
_AMOUNTS = (*_MARROW, "serum_m_protein", "urine_m_protein_24h")
_HEAVY = frozenset({"smm", "smm_light_chain", "smoldering_waldenstrom"})
SMOULDERING = (frozenset({"smm"}), frozenset({"smm_light_chain"}))


def established(view: RecordView) -> frozenset[str]:
    """Give the diagnoses of the history."""
    return frozenset(x.diagnosis for x in view.history())


def heavier_before(view: RecordView) -> frozenset[str]:
    """Give the smouldering diseases that were certain on an earlier day, or are in the history."""
    found = set(established(view) & _HEAVY)
    for then in map(view.at, _days_of_amounts(view) - {view.as_of}):
        if _smouldering_arm(then):
            possible = possible_outcomes(category, facts_of(gather(then))).possible
            found |= possible if len(possible) == 1 else set()
    return frozenset(found & _HEAVY)


def smouldering_since(evidence: Evidence, since: date | None) -> date | None:
    """Give the first day on which smouldering myeloma was certain, before an event came up.

    Without myeloma and without a CRAB value that waits for its cause nobody asks (SMM-PROG).
    """
    view = evidence.view
    if since is None and evidence.crab_open is not Truth.MET:
        return None
    before = view if since is None else view.at(since)
    days = sorted(_days_of_amounts(before))
    return next((day for day in days if _smouldering(view.at(day))), None)


def _smouldering(view: RecordView) -> bool:
    if not _smouldering_arm(view):
        return False
    possible = possible_outcomes(category, facts_of(gather(view))).possible
    return possible in SMOULDERING


def _days_of_amounts(view: RecordView) -> set[date]:
    """Give the days on which an amount is new; none where not one reaches its cut by itself."""
    cells = view.findings("lymphoplasmacytic_infiltration")
    if not (cells or m_protein.ever(view) or clone.ever(view, TEN)):
        return set()
    amounts = [x.date.last for code in _AMOUNTS for x in view.results(code)]
    return {*amounts, *(x.date.last for x in cells)}


def _smouldering_arm(view: RecordView) -> bool:
    """Tell whether an amount reaches smouldering disease; else the day need not be judged."""
    amounts = (
        m_protein.serum(view).state,
        m_protein.urine(view).state,
        marrow(view).ten,
        lymphoplasmacytic(view).truth,
    )
    return Truth.MET in amounts


def myeloma_since(view: RecordView, evidence: Evidence) -> date | None:
    """Give the first day on which the record itself met MM-DX; no relapse of what was known."""
    if not _clone_ever(view):
        return None
    now, caused = facts_of(evidence), _cause_ever(view)
    # Of the seven events three need no cause: without any, no day need be judged as a whole.
    if not (caused or slim.ever(view)):
        return None
    limit = _known_by(view)
    days = (day for day in _days(view) if day <= limit and (caused or _slim(view.at(day))))
    return next((day for day in days if _certain(view.at(day), now)), None)


def rests_on_lesions(evidence: Evidence, since: date) -> bool:
    """Tell whether myeloma rests on a plasmacytoma and bone lesions alone (DX-ORDER 2).

    That is with fewer than 10 % plasma cells and no other event, now and on every day since the
    record met MM-DX; myeloma of the history rests on what is not told here.
    """
    view = evidence.view
    if since == date.min or evidence.marrow.ten is not Truth.NOT_MET:
        return False
    days = (day for day in _days(view) if day >= since)
    return all(_lesions_alone(gather(view.at(day))) for day in days)


def _lesions_alone(evidence: Evidence) -> bool:
    others = [x.state for x in evidence.myeloma_events if x.id != evidence.bone.id]
    return evidence.marrow.ten is not Truth.MET and Truth.MET not in others


def _known_by(view: RecordView) -> date:
    """Give the last day on which myeloma of the history may still have been new."""
    told = [x.date for x in view.history() if x.diagnosis == MYELOMA]
    if not told:
        return view.as_of
    days = [x.last for x in (*told, *(x.start for x in view.antimyeloma)) if x is not None]
    return min(days, default=view.as_of)


def _days(view: RecordView) -> list[date]:
    decisive = (
        x for x in observed_entries(view.record) if not isinstance(x, Result) or x.code in _DECISIVE
    )
    return sorted({x.date.last for x in decisive if x.date.last <= view.as_of})


def _clone_ever(view: RecordView) -> bool:
    return clone.ever(view, TEN) or any(x.biopsy_proven for x in view.lesions())


def _cause_ever(view: RecordView) -> bool:
    """Tell whether anything says that the clone causes an organ value (MM-ATTR)."""
    answers = (x for organ in _ORGANS for x in view.findings(f"attribution_{organ}"))
    return (
        any(answer.value == "clone" for answer in answers)
        or any(x.value == "cast_nephropathy" for x in view.findings("renal_biopsy"))
        or any(lesion.biopsy_proven for lesion in view.lesions())
    )


def _slim(view: RecordView) -> bool:
    """Tell whether one of the three events that need no cause is certain."""
    return (
        marrow(view).sixty is Truth.MET
        or slim.mri(view).state is Truth.MET
        or slim.free_light_chains(view, light_chains(view)).state is Truth.MET
    )


def _certain(view: RecordView, now: dict[str, tuple[str, ...]]) -> bool:
    """Tell whether myeloma was certain on a day; a class that was not known then is that of now."""
    evidence = gather(view)
    if myeloma(evidence).state is not Truth.MET:
        return False
    facts = facts_of(evidence)
    if evidence.chains.clone.serum is None:
        facts |= {key: now[key] for key in ("isotype", "igm_recorded")}
    return possible_outcomes(category, facts).possible == {MYELOMA}


def leukemia(view: RecordView, since: date) -> str | None:
    """Give the leukaemia that was certain on a day on which myeloma was known, or None."""
    days = (since, *(x.date.last for x in view.results(_SMEAR)))
    if any(circulates(view.at(day)) for day in days if day >= since):
        return leukemia_name(view, since)
    return None


def circulates(view: RecordView) -> bool:
    """Tell whether the latest smear has 5 % plasma cells or more."""
    return circulating_cells(view).state is Truth.MET


def leukemia_name(view: RecordView, since: date | None) -> str:
    """Name leukaemia secondary if myeloma was known, or treated, before the first such smear."""
    smears = [x for x in view.results(_SMEAR) if circulates(view.at(x.date.last))]
    first = min((x.date.first for x in smears), default=view.as_of)
    treated = any(x.start.last < first for x in view.antimyeloma)
    return SECONDARY_LEUKEMIA if treated or (since and since < first) else PRIMARY_LEUKEMIA
