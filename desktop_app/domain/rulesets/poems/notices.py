"""Raise what the doctor must see of POEMS, what is missing, and which conflicts touch it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Alert, Missing, Note
from desktop_app.domain.criteria.evidence import myeloma
from desktop_app.domain.criteria.poems.clone_treatment import clone_treatments
from desktop_app.domain.criteria.poems.opening import CLONE_AND_NERVE, NOT_HELPED
from desktop_app.domain.criteria.poems.settling_tests import RISK
from desktop_app.domain.criteria.poems.tier_logic import (
    ATYPICAL,
    CONFIRMED,
    NEGATIVE,
    NOT_ASSESSED,
    NOT_SUPPORTED,
    PROBABLE,
    SUSPECTED,
    UNCLASSIFIED,
    UNRESOLVED,
    VARIANT,
)
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.poems_conclusions import Poems, PoemsTier

INFO, WARNING = "info", "warning"
TIER, PUMCH = "poems_tier", "pumch"
SETTLES = frozenset({TIER, PUMCH})
MET = frozenset({CONFIRMED, ATYPICAL})
# Tiers at which tests still decide, and those of them at which the panel is asked for.
PANEL = frozenset({UNRESOLVED, PROBABLE, SUSPECTED, UNCLASSIFIED})
OPEN = PANEL | {NEGATIVE, NOT_ASSESSED}
DX, REPEAT, TAFRO = "POEMS-DX", "POEMS-VEGF-REPEAT", "POEMS-CD-TAFRO"
REVIEW, NODE = "POEMS-CLONE-REVIEW", "POEMS-DX-CD"
BY_CLONE, BY_REFRACTORY = "poems_opened_clone", "poems_opened_refractory"
OTHER_MAJORS = ("POEMS-DX-CD", "POEMS-DX-BONE")
# Entries of the ledger about an input that is yes, or recorded at all.
ON_YES: Mapping[str, tuple[str, ...]] = {
    "POEMS-DX-SKIN": ("C-P-SKIN",),
    "POEMS-DX-CBC": ("C-P-CBC",),
}
ON_VALUE: Mapping[str, tuple[str, ...]] = {"POEMS-DX-VEGF": ("C-P-SPECIMEN", "C-P-CUTOFF")}
ON_FLAG: Mapping[str, str] = {
    "ATYPICAL_KAPPA": "C-P-LAMBDA",
    "BICLONAL": "C-P-LAMBDA",
    "WEAK_CLONE": "C-P-FLC",
    "PERICARDIAL": "C-P-PERIC",
}
ON_TIER: Mapping[str, str] = {NEGATIVE: "C-P-CLONENEG", VARIANT: "C-P-CDVAR"}
ON_SCORE = ("C-P-SCORE", "C-P-PH", "C-P-AGE", "C-P-NUM")
ON_TREATMENT: Mapping[str, tuple[str, ...]] = {
    "POEMS-TX-ASCT": ("C-P-CIBMTR", "C-P-EBMT", "C-P-FIRST", "C-P-INDPFS", "C-P-PUMCH"),
    "POEMS-TX-IND": ("C-P-VCD",),
    "POEMS-TX-STEM": ("C-P-VCD",),
    "POEMS-TX-MOB": ("C-P-MOB",),
    "POEMS-TX-POST": ("C-P-ANDOR",),
    "POEMS-TX-INEL": ("C-P-MAINT",),
    "POEMS-TX-LOCAL": ("C-P-RT",),
}
ON_AXIS: Mapping[str, tuple[str, ...]] = {
    "hematologic": ("C-P-PDH", "C-P-OPS", "C-P-NOSD"),
    "vegf": ("C-P-771", "C-P-GAP", "C-P-PRV", "C-P-NADIR"),
    "radiologic": ("C-P-NRR", "C-P-SUV"),
    "clinical": ("C-P-CLIN",),
    "neurologic": ("C-P-NADIR",),
}
ON_RESPONSE = ("C-P-STD", "C-P-LAG")
_NERVE, _HORMONES, _VEGF = "POEMS-DX-PN", "POEMS-DX-ENDO", "POEMS-DX-VEGF"
_RENAL = "poems_renal_ratio"


def poems_alerts(evidence: Evidence, picture: Poems) -> tuple[Alert, ...]:
    """Give the alerts of the chapter, the gravest first."""
    tier = picture.tier
    return (*_of_poems(evidence, tier), *_of_panel(tier), *_of_nodes(tier), *_of_clone(tier))


def _of_poems(evidence: Evidence, tier: PoemsTier) -> Iterator[Alert]:
    if tier.tier not in MET:
        return
    if tier.tier == ATYPICAL:
        yield Alert("POEMS-TIER", WARNING, Note("poems_atypical"), (DX,))
    if myeloma(evidence).state is Truth.MET:
        yield Alert("DX-ORDER", WARNING, Note("poems_with_myeloma"), (DX, "MM-DX"))
    alone = all(_state(tier, major) is not Truth.MET for major in OTHER_MAJORS)
    if alone and _state(tier, REPEAT) is Truth.MET:
        yield Alert(REPEAT, WARNING, Note("poems_repeat_vegf_first"), (REPEAT,))
    elif not clone_treatments(evidence.view):
        rule = CLONE_AND_NERVE.id
        yield Alert(rule, WARNING, Note("poems_treat_at_once"), (DX,))


def _of_panel(tier: PoemsTier) -> Iterator[Alert]:
    """Ask for the full panel where it opened by itself and is not settled."""
    if tier.tier == NEGATIVE:
        yield Alert(REVIEW, WARNING, Note("poems_clone_negative"), (DX,))
    if tier.tier == UNRESOLVED:
        yield Alert(REVIEW, INFO, Note("poems_clone_open"), (DX,))
    if tier.opened is None or tier.tier not in PANEL:
        return
    if tier.opened.code == BY_CLONE:
        yield Alert(CLONE_AND_NERVE.id, WARNING, Note("poems_panel"), (DX,))
    if tier.opened.code == BY_REFRACTORY:
        yield Alert(NOT_HELPED.id, WARNING, Note("poems_panel_not_helped"), (DX,))


def _of_nodes(tier: PoemsTier) -> Iterator[Alert]:
    if tier.tafro_suspected is Truth.MET:
        yield Alert(TAFRO, WARNING, Note("poems_tafro"), (TAFRO,))
    if tier.tier == VARIANT:
        rule = "POEMS-CD-VARIANT"
        yield Alert(rule, INFO, Note("poems_castleman_variant"), (rule,))
    if tier.tier == NOT_SUPPORTED and _state(tier, NODE) is Truth.MET:
        yield Alert(NODE, INFO, Note("poems_castleman_alone"), (NODE,))


def _of_clone(tier: PoemsTier) -> Iterator[Alert]:
    flags = {note.code for note in tier.flags}
    if "ATYPICAL_IGM" in flags:
        yield Alert("POEMS-CLONE-ATYP", INFO, Note("poems_igm"), ("POEMS-DX-CLONE",))
    if "REPEAT_VEGF" in flags and tier.tier not in MET:
        yield Alert(REPEAT, INFO, Note("poems_repeat_vegf"), (REPEAT,))


def _state(tier: PoemsTier, rule: str) -> Truth:
    return next(x.state for x in tier.criteria if x.id == rule)


def poems_missing(evidence: Evidence, picture: Poems) -> tuple[Missing, ...]:
    """Give the tests that would settle the tier, most useful first; once met, the risk."""
    del evidence
    tier = picture.tier
    if tier.tier in OPEN:
        return tuple(Missing(code, (TIER,)) for code in tier.next_tests)
    asked = [code for code in tier.next_tests if code in RISK] if tier.tier in MET else []
    return tuple(Missing(code, (PUMCH,)) for code in asked)


def poems_conflicts(evidence: Evidence, picture: Poems) -> tuple[str, ...]:
    """Give the entries of the chapter's conflict ledger that touch what is shown."""
    tier = picture.tier
    found = {*_on_inputs(tier), *_on_conclusions(evidence, tier), *_on_care(picture)}
    return tuple(sorted(found))


def _on_inputs(tier: PoemsTier) -> Iterator[str]:
    for each in tier.criteria:
        if each.state is Truth.MET:
            yield from ON_YES.get(each.id, ())
        if each.inputs:
            yield from ON_VALUE.get(each.id, ())
            if each.id == _HORMONES and each.state is Truth.NOT_MET:
                yield "C-P-ENDO"
            if each.id == _NERVE:
                yield "C-P-DEMYEL"
        notes = {part.note.code for part in each.criteria if part.note is not None}
        if _RENAL in notes:
            yield "C-P-FLC"
    for note in tier.flags:
        if note.code in ON_FLAG:
            yield ON_FLAG[note.code]


def _on_conclusions(evidence: Evidence, tier: PoemsTier) -> Iterator[str]:
    if tier.tier in ON_TIER:
        yield ON_TIER[tier.tier]
    nerve = _state(tier, _NERVE)
    if nerve is not Truth.MET and tier.tier in (SUSPECTED, UNCLASSIFIED):
        yield "C-P-PN60"
    if nerve is Truth.MET and _state(tier, _VEGF) is Truth.NOT_MET:
        yield "C-P-CIDPVEGF"
    known = any(x.diagnosis.startswith(("mgus", "smm")) for x in evidence.view.history())
    if known and tier.tier in MET:
        yield "C-P-SMMTX"


def _on_care(picture: Poems) -> Iterator[str]:
    if picture.pumch is not None and picture.pumch.applicable:
        yield from ON_SCORE
    if picture.adverse:
        yield "C-P-ALB"
    for prompt in picture.treatment:
        if prompt.state is Truth.MET:
            yield from ON_TREATMENT.get(prompt.id, ())
    if picture.response is not None:
        yield from ON_RESPONSE
        for axis in picture.response.axes:
            yield from ON_AXIS[axis.axis]
