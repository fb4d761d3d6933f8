"""Propose when to come back and whether to refer (kyle2010; REFER-LIN of lin2026)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import FollowUp, Mgrs, Note, Schedule, Score
from desktop_app.domain.criteria.attribution import RENAL_LESIONS
from desktop_app.domain.criteria.intervals import (
    FIRST,
    HIGH_RISK,
    LIGHT_CHAIN,
    LOW,
    ONE,
    SMOULDERING,
    THEN,
    THREE,
    TWO,
    WALDENSTROM,
    Plan,
    planned,
    steps_of,
)
from desktop_app.domain.criteria.myeloma_names import ACTIVE, MYELOMA, POEMS
from desktop_app.domain.criteria.next_tests import next_tests
from desktop_app.domain.criteria.smm_factors import mayo_2018
from desktop_app.domain.criterion import Rule
from desktop_app.domain.partial_date import add_months
from desktop_app.domain.policy import PUBLISHED, Policy
from desktop_app.domain.truth import Truth, at_least

if TYPE_CHECKING:
    from desktop_app.domain.criteria.evidence import Evidence

REFER_LIN = Rule(
    "REFER-LIN", "lin2026", "source-doc", "M >= 1.5 g/dL, non-IgG, or abnormal kappa/lambda"
)
LEUKEMIAS = ("primary_plasma_cell_leukemia", "secondary_plasma_cell_leukemia")
# FU-SMM: the second step lasts this long after the first check.
FIRST_YEAR_MONTHS = 12
# 20/2/20 high: this many of its three factors.
HIGH_FROM = 2
_OF_GROUP = {"low": LOW, "low_intermediate": ONE, "high_intermediate": TWO, "high": THREE}
_SMM = frozenset({"smm", "smm_light_chain"})


@dataclass(frozen=True, slots=True)
class Known:
    """Hold what was concluded before, for the interval to rest on.

    ``first`` is the day of the first M-protein, or of the diagnosis in the history.
    """

    category: str | None
    possible: tuple[str, ...]
    risk: Score
    stable: Truth
    first: date | None
    mgrs: Mgrs


def follow_up(evidence: Evidence, known: Known, policy: Policy = PUBLISHED) -> FollowUp:
    """Propose the interval in months, the day it falls due, and referral.

    Args:
        evidence: the criteria of the record.
        known: what was concluded before.
        policy: the clinic's own intervals.
    """
    if known.category in (MYELOMA, POEMS) and evidence.view.treated:
        return _on_treatment(evidence, known)
    refer = tuple(referral(evidence, known))
    without = _without_interval(evidence, known, refer)
    if without is not None:
        return without
    # Counted from the last visit: a visit that is overdue must not move while nobody comes.
    start = evidence.view.last_day() or evidence.view.as_of
    plans = _plans(evidence, known, start, policy)
    if not plans:
        return FollowUp(None, None, (), refer=bool(refer), reasons=refer)
    # Shortest possible interval; of equal ones that of the higher risk, which stands later.
    plan = min(reversed(plans), key=lambda each: each.months)
    due, rule = add_months(start, plan.months[0]), plan.schedule.rule
    return FollowUp(
        plan.months,
        due,
        next_tests(evidence, known.category, known.mgrs.suspected, due),
        bool(refer),
        (Note(rule), *refer),
        plan.schedule,
        # What others propose for a state says nothing while the state is not settled.
        plan.beside if known.category is not None else (),
    )


def _without_interval(evidence: Evidence, known: Known, refer: tuple[Note, ...]) -> FollowUp | None:
    """Give what follows where a specialist is asked now, or no visit; None where one falls due."""
    suspected = known.mgrs.suspected
    # SP-DX: a biopsied plasmacytoma without a name is for the specialist.
    unnamed_tumour = known.category is None and bool(evidence.tumours.proven)
    if unnamed_tumour or _URGENT & {note.code for note in refer}:
        tests = next_tests(evidence, known.category, suspected, evidence.view.as_of)
        return FollowUp(None, None, tests, refer=True, reasons=refer)
    if known.category == "smoldering_waldenstrom":
        tests = next_tests(evidence, known.category, suspected, evidence.view.as_of)
        by = Schedule(WALDENSTROM.id, WALDENSTROM.source, None, Note("FU-SWM"))
        return FollowUp(None, None, tests, refer=True, reasons=refer, schedule=by)
    if evidence.nothing_found and suspected is not Truth.MET:
        # No marrow is done after a negative screen: what it might show asks for no visits.
        return FollowUp(None, None, (), bool(refer), (Note("screen_negative"), *refer))
    return None


def _on_treatment(evidence: Evidence, known: Known) -> FollowUp:
    """Give what follows while myeloma or POEMS is treated, which is with the specialist.

    D: no interval for myeloma is printed, and POEMS-FU watches series by series: the regimen sets
    the visits.
    """
    day, suspected = evidence.view.as_of, known.mgrs.suspected
    tests = next_tests(evidence, known.category, suspected, day)
    return FollowUp(None, None, tests, reasons=(Note("regimen_sets_visits"),))


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


def _plans(evidence: Evidence, known: Known, start: date, policy: Policy) -> list[Plan]:
    """Give the plan of every category and group that is still possible, the lowest risk first."""
    named = {known.category} if known.category is not None else set(known.possible)
    plans: list[Plan] = []
    if {"mgus_non_igm", "mgus_igm"} & named:
        plans += _mgus(known, start, policy)
    if "mgus_light_chain" in named:
        plans.append(_checked_then(LIGHT_CHAIN, known, start, policy))
    if _SMM & named:
        plans += _smouldering(evidence, known.first, start, policy)
    return plans


def _mgus(known: Known, start: date, policy: Policy) -> list[Plan]:
    if known.category is None:
        return [_checked_then(THREE, known, start, policy)]
    plans: list[Plan] = []
    for group in known.risk.possible_groups or _OF_GROUP:
        rule = _OF_GROUP[group]
        unstable = rule is LOW and known.stable is not Truth.MET
        plan = _checked_then(rule, known, start, policy)
        plans.append(planned(rule.id, FIRST, policy) if unstable else plan)
    return plans


def _checked_then(rule: Rule, known: Known, start: date, policy: Policy) -> Plan:
    """Give the first check, also while nothing is settled; then the interval of the group."""
    soon = steps_of(rule.id, policy)[0][1]
    first = None if known.category is None else known.first
    early = first is None or start < add_months(first, soon)
    return planned(rule.id, FIRST if early else THEN, policy)


def _smouldering(evidence: Evidence, first: date | None, start: date, policy: Policy) -> list[Plan]:
    """Give the plan by the time since the diagnosis, and that of high risk, where possible."""
    high = at_least(HIGH_FROM, (factor.state for factor in mayo_2018(evidence)))
    plans: list[Plan] = []
    if high is not Truth.MET:
        soon = steps_of(SMOULDERING.id, policy)[0][1]
        ends = (soon, soon + FIRST_YEAR_MONTHS)
        passed = (first is not None and start >= add_months(first, end) for end in ends)
        plans.append(planned(SMOULDERING.id, sum(passed), policy))
    if high is not Truth.NOT_MET:
        plans.append(planned(HIGH_RISK.id, FIRST, policy))
    return plans


def referral(evidence: Evidence, known: Known) -> list[Note]:
    """Give every reason to refer: the urgent ones first, then those of REFER-LIN."""
    reasons: list[Note] = []
    if evidence.circulating.state is Truth.MET or known.category in LEUKEMIAS:
        reasons.append(Note("refer_leukemia"))
    if known.category == "poems":
        reasons.append(Note("refer_poems"))
    if known.category == MYELOMA:
        reasons.append(Note("refer_myeloma"))
    elif MYELOMA in known.possible and _recorded_event(evidence):
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
    if known.category is None and evidence.screen_negative and "mgus_non_igm" in known.possible:
        reasons.append(Note("refer_cells_without_protein"))
    if evidence.tumours.proven or evidence.tumours.unproven:
        reasons.append(Note("refer_tumour"))
    if known.mgrs.biopsy_advised:
        reasons.append(Note("refer_mgrs"))
    if known.category in ("smm", "smm_light_chain", "smoldering_waldenstrom"):
        reasons.append(Note("refer_smouldering"))
    if known.category in ACTIVE:
        return reasons  # REFER-LIN is for MGUS
    met = (x.id for x in known.risk.criteria if x.state is Truth.MET)
    reasons += [Note(f"refer_{name}", (("rule", REFER_LIN.id),)) for name in met]
    return reasons


def _recorded_event(evidence: Evidence) -> bool:
    lesion = evidence.tumours.unproven > 0
    value = evidence.crab_open is Truth.MET or evidence.event_recorded or evidence.ratio_far
    return value or lesion or evidence.cast_nephropathy
