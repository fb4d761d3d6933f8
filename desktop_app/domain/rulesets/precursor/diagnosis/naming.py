"""Name the diagnosis: what is possible, what is confirmed or presumed, and why (DX-ORDER)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Diagnosis, Note
from desktop_app.domain.criteria.evidence import Evidence, gather, myeloma
from desktop_app.domain.criteria.kidney_signs import UNRELATED, kidney_signs
from desktop_app.domain.criteria.poems.tier import poems_tier
from desktop_app.domain.criteria.poems.tier_logic import (
    ATYPICAL,
    NEGATIVE,
    PROBABLE,
    SUSPECTED,
    UNRESOLVED,
)
from desktop_app.domain.poems_conclusions import PoemsTier
from desktop_app.domain.rulesets.precursor.diagnosis.categories import (
    MYELOMA,
    ORDER,
    PRECURSORS,
    category,
)
from desktop_app.domain.rulesets.precursor.diagnosis.facts import facts_of
from desktop_app.domain.rulesets.precursor.diagnosis.presumption import presumed
from desktop_app.domain.rulesets.precursor.diagnosis.settled import (
    LEUKEMIAS,
    established,
    heavier_before,
    leukemia,
    leukemia_name,
    myeloma_since,
    rests_on_lesions,
    smouldering_since,
)
from desktop_app.domain.truth import Truth
from desktop_app.domain.worlds import Outcomes, possible_outcomes

if TYPE_CHECKING:
    from desktop_app.domain.view import RecordView

CONFIRMED, PRESUMED, UNDETERMINED = "confirmed", "presumed", "undetermined"
# DX-TIME: a precursor does not step down to the lighter form of the same clone.
_HEAVIER = {
    "mgus_non_igm": "smm",
    "mgus_light_chain": "smm_light_chain",
    "mgus_igm": "smoldering_waldenstrom",
}
_NON_SECRETORY = Note("bar_non_secretory")
_CAST = Note("bar_cast_nephropathy")
# POEMS-CATEGORY: at these tiers POEMS is possible, and no precursor is confirmed.
POEMS_OPEN = frozenset({PROBABLE, UNRESOLVED, NEGATIVE, SUSPECTED})
_POEMS = "poems"


@dataclass(frozen=True, slots=True)
class Conclusion:
    """Hold the diagnosis with what it rests on, for the rules that come after it."""

    diagnosis: Diagnosis
    evidence: Evidence
    outcomes: Outcomes
    poems: PoemsTier | None


def diagnose(view: RecordView) -> Conclusion:
    """Name the category of a record as of the view's day, with everything that is possible."""
    evidence = gather(view)
    outcomes = possible_outcomes(category, facts_of(evidence))
    dx = myeloma(evidence)
    met = myeloma_since(view, evidence)
    known = MYELOMA in established(view)
    since = date.min if known else met
    tier = poems_tier(evidence)
    named = _settled(evidence, outcomes, dx, since, tier) or _open(evidence, outcomes, tier)
    chosen, possible, status, notes = named
    ordered = tuple(sorted(possible, key=ORDER.index))
    trace = (dx, *_arms(evidence, possible))
    seen = None if known else met
    smouldering = smouldering_since(evidence, since)
    diagnosis = Diagnosis(chosen, ordered, status, trace, notes, seen, smouldering, met)
    return Conclusion(diagnosis, evidence, outcomes, tier)


_Named = tuple[str | None, frozenset[str], str, tuple[Note, ...]]


def _settled(
    evidence: Evidence,
    outcomes: Outcomes,
    dx: Criterion,
    since: date | None,
    tier: PoemsTier | None,
) -> _Named | None:
    """Give a diagnosis that stays once it was certain: leukaemia, myeloma, POEMS (DX-TIME)."""
    view = evidence.view
    earlier = established(view)
    for name in LEUKEMIAS:
        if name in earlier:
            return name, frozenset({name}), CONFIRMED, (Note("settled_in_history"),)
    poems = _poems(evidence, dx, tier)
    if since is not None:
        name = leukemia(view, since) or MYELOMA
        # DX-ORDER 2: not where a plasmacytoma and bone lesions are all that speaks of myeloma.
        if poems is not None and name == MYELOMA and rests_on_lesions(evidence, since):
            return poems
        certain = outcomes.possible == {MYELOMA} and dx.state is Truth.MET
        notes = () if certain else (Note("settled_earlier"),)
        return name, frozenset({name}), CONFIRMED, notes
    if evidence.circulating.state is Truth.MET and outcomes.possible != {"no_clone"}:
        return _circulating(evidence, outcomes, poems)
    return poems


def _poems(evidence: Evidence, dx: Criterion, tier: PoemsTier | None) -> _Named | None:
    """Give POEMS where POEMS-DX is met, even while myeloma is open (DX-ORDER 3, POEMS-CATEGORY)."""
    if tier is None or tier.met is not Truth.MET:
        return None
    known = _POEMS in established(evidence.view)
    notes = (Note("settled_in_history"),) if known else ()
    if dx.state is Truth.UNKNOWN and not known:
        notes = (Note("poems_myeloma_open"),)
    # The category of the history stays (DX-TIME); what is atypical is never confirmed.
    status = PRESUMED if tier.tier == ATYPICAL else CONFIRMED
    return _POEMS, frozenset({_POEMS}), status, notes


def _circulating(evidence: Evidence, outcomes: Outcomes, poems: _Named | None) -> _Named:
    """Apply PCL-STOP without certain myeloma: leukaemia heads what is possible."""
    left = outcomes.possible - PRECURSORS - {"no_clone", "waldenstrom_suspected", MYELOMA}
    solitary = (evidence.tumours.proven and left) or frozenset()
    kept = frozenset[str]() if poems is None else poems[1]
    possible = {leukemia_name(evidence.view, None)} | solitary | kept
    return None, frozenset(possible), UNDETERMINED, (Note("circulating_not_settled"),)


def _open(evidence: Evidence, outcomes: Outcomes, tier: PoemsTier | None) -> _Named:
    possible, stepped = _held_up(evidence.view, outcomes.possible)
    if tier is not None and tier.tier in POEMS_OPEN:
        possible |= {_POEMS}
    notes = (Note("does_not_step_down"),) if stepped else ()
    if evidence.amyloid.unsettled and possible & PRECURSORS:
        notes = (*notes, Note("al_value_unsettled"))
    barred = _bars(evidence, possible)
    if {_NON_SECRETORY, _CAST} & set(barred):
        possible |= {MYELOMA}
    if barred:
        return None, possible, UNDETERMINED, (*notes, *barred)
    # SP-DX: where some completion has no name, as with a second plasmacytoma, none is settled.
    if len(possible) == 1 and all(world.outcome for world in outcomes.worlds):
        (only,) = possible
        # AL-SUSPECT: negative tissue, or a value that is not settled, does not exclude
        # amyloidosis; presumed at best.
        amyloid = evidence.amyloid
        open_ = only in PRECURSORS and (amyloid.tissue_negative or amyloid.unsettled)
        if only == "waldenstrom_suspected" or open_ or stepped:
            return only, possible, PRESUMED, notes
        return only, possible, CONFIRMED, notes
    guess = presumed(evidence.view, evidence, possible)
    if guess is not None:
        return guess.category, possible, PRESUMED, (*notes, guess.note)
    return None, possible, UNDETERMINED, notes


def _held_up(view: RecordView, possible: frozenset[str]) -> tuple[frozenset[str], bool]:
    if not possible & _HEAVIER.keys():
        return possible, False
    earlier = heavier_before(view)
    kept = frozenset(
        heavier if (heavier := _HEAVIER.get(name, "")) in earlier else name for name in possible
    )
    return kept, kept != possible


def _bars(evidence: Evidence, possible: frozenset[str]) -> tuple[Note, ...]:
    """Give what forbids any category: a sign or conflict that a person must settle first."""
    bars: list[Note] = []
    if evidence.amyloid.suspected and possible & PRECURSORS:
        bars.append(Note("bar_amyloidosis"))
    if evidence.cast_nephropathy and possible & PRECURSORS:
        bars.append(_CAST)
    if evidence.band_conflict:
        bars.append(Note("bar_band_conflict"))
    if evidence.urine_conflict:
        bars.append(Note("bar_light_chain_ratio_normal"))
    no_clone = evidence.marrow.ten is Truth.NOT_MET and (
        evidence.tumours.criterion.state is not Truth.MET
    )
    if evidence.event_recorded and no_clone:
        bars.append(Note("bar_event_without_clone"))
    if evidence.several_plasmacytomas and MYELOMA not in possible:
        bars.append(Note("bar_several_plasmacytomas"))
    if evidence.screen_negative and possible & {"mgus_non_igm"}:
        bars.append(Note("bar_cells_without_protein"))
    if "no_clone" in possible and _organ_sign(evidence, possible):
        bars.append(_NON_SECRETORY)
    return tuple(bars)


def _organ_sign(evidence: Evidence, possible: frozenset[str]) -> bool:
    """Tell whether a sign forbids "no clone" (DX-NOCLONE): non-secretory myeloma stays possible."""
    lytic = evidence.bone.criteria[0].state is Truth.MET
    amyloid = possible == {"no_clone"} and evidence.amyloid.suspected
    return evidence.crab_open is Truth.MET or lytic or amyloid or _kidney_sign(evidence.view)


def _kidney_sign(view: RecordView) -> bool:
    """Tell whether the kidney or its biopsy speaks for a clone (MGRS-PROMPT)."""
    signs = kidney_signs(view)
    related = signs.biopsy.taken and signs.biopsy.lesion != UNRELATED
    return related or signs.prompt.state is Truth.MET


def _arms(evidence: Evidence, possible: frozenset[str]) -> tuple[Criterion, ...]:
    arms = (
        evidence.m_protein,
        evidence.urine,
        evidence.circulating,
        evidence.amyloid.criterion,
    )
    igm = {"mgus_igm", "smoldering_waldenstrom", "waldenstrom_suspected"} & possible
    return (*arms, evidence.igm_damage) if igm else arms
