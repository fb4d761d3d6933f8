"""Decide whether what was given next begins a new line (LINE-DEF, LINE-NEW, LINE-SAME)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criteria.regimens import CAR_T, STEROIDS, in_order
from desktop_app.domain.criterion import Rule
from desktop_app.domain.partial_date import add_months
from desktop_app.domain.rulesets.myeloma.lines.given import REGIMEN, TRANSPLANTS
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.rulesets.myeloma.lines.given import Given

DEFINED = Rule("LINE-DEF", "rajkumar2015line", "primary", ">= 1 cycle or one planned sequence")
NEW = Rule("LINE-NEW", "rajkumar2015line", "primary", "any of the three")
SAME = Rule("LINE-SAME", "rajkumar2015line", "primary", "drugs stopped, dose changed or planned")
RESTARTED = Rule(
    "LINE-SAME-RESTART", "rajkumar2015line", "unverified", "same drugs and no other between"
)
PRESUMED = Rule(
    "LINE-DEF-PRESUMED", "rajkumar2015line", "decision", "planned stop and <= 12 months"
)
UNPLANNED = frozenset({"progression", "toxicity", "choice", "other"})
# Our limits, where the paper gives none: drugs given again after a longer gap were stopped before,
# a transplant longer after its induction is not presumed to be planned, nor a second one a tandem.
PAUSE_DAYS = 60
INDUCTION_MONTHS = 12
TANDEM_MONTHS = 6


@dataclass(frozen=True, slots=True)
class Step:
    """Hold whether a new line begins, by which rule, and why."""

    new: Truth
    rule: Rule
    reason: Note


OPEN = Step(Truth.UNKNOWN, NEW, Note("line_plan_open"))


def step(line: Sequence[Given], earlier: bool, item: Given, later: Sequence[Given]) -> Step:
    """Decide for one item, given the line so far and what follows.

    Args:
        line: what the line holds, not empty.
        earlier: whether a transplant was done before this item.
        item: what was given next.
        later: what was given after it.
    """
    whole = [x for x in line if not x.without_cycle]
    if item.without_cycle or not whole:
        return Step(Truth.NOT_MET, DEFINED, Note("line_no_cycle"))
    own = {x.sequence for x in line} - {None}
    if own and item.sequence is not None:
        if item.sequence in own:
            return Step(Truth.NOT_MET, SAME, Note("line_planned"))
        return Step(Truth.MET, NEW, _change(line[-1], item))
    if any(x.sequence in own for x in later):
        return Step(Truth.NOT_MET, PRESUMED, Note("line_between"))
    if item.kind in TRANSPLANTS:
        return _transplant(whole, earlier, item)
    why = _therapy(whole[-1], item)
    return _therapy(line[-1], item) if why is OPEN else why


def after_progression(last: Given, item: Given) -> Step:
    """Give the step where progression came before what follows: that was not planned."""
    return Step(Truth.MET, NEW, _change(last, item))


def _transplant(line: Sequence[Given], earlier: bool, item: Given) -> Step:
    last = line[-1]
    if any(x.kind in TRANSPLANTS for x in line):
        tandem = item.start.first <= add_months(last.start.last, TANDEM_MONTHS)
        if last.kind in TRANSPLANTS and tandem:
            return Step(Truth.UNKNOWN, NEW, Note("line_tandem_open"))
        return Step(Truth.MET, NEW, Note("line_further_transplant"))
    if last.stop_reason == "progression":
        return Step(Truth.MET, NEW, Note("line_different"))
    if last.stop_reason != "planned" or last.stop is None or earlier:
        return OPEN
    if item.start.first > add_months(last.stop.last, INDUCTION_MONTHS):
        return OPEN
    return Step(Truth.NOT_MET, PRESUMED, Note("line_transplant_presumed"))


def _therapy(last: Given, item: Given) -> Step:
    if last.kind != REGIMEN:
        return OPEN
    left = last.drugs_at_end
    if item.kind != REGIMEN or left is None or item.drugs is None:
        return _otherwise(last, item)
    if item.drugs == left:
        if _paused(last, item) is Truth.NOT_MET:
            return Step(Truth.NOT_MET, SAME, Note("line_same_drugs"))
        return Step(Truth.NOT_MET, RESTARTED, Note("line_restarted"))
    if item.drugs.issubset(left) and _paused(last, item) is not Truth.MET:
        return Step(Truth.NOT_MET, SAME, Note("line_drugs_stopped"))
    return _otherwise(last, item)


def _otherwise(last: Given, item: Given) -> Step:
    """Decide for another regimen: unplanned where the last one was stopped for a reason."""
    if last.stop_reason not in UNPLANNED:
        return OPEN
    if item.kind == REGIMEN and (last.drugs is None or item.drugs is None):
        return Step(Truth.UNKNOWN, NEW, Note("line_drugs_unknown"))
    return Step(Truth.MET, NEW, _change(last, item))


def _paused(last: Given, item: Given) -> Truth:
    """Tell whether the drugs were away for longer than a pause between cycles may be."""
    if last.stop is None:
        return Truth.NOT_MET
    gap = timedelta(days=PAUSE_DAYS)
    if item.start.first > last.stop.last + gap:
        return Truth.MET
    return Truth.UNKNOWN if item.start.last > last.stop.first + gap else Truth.NOT_MET


def _change(last: Given, item: Given) -> Note:
    """Say what made the line a new one."""
    if item.kind in TRANSPLANTS:
        return Note("line_new_transplant")
    if item.kind == CAR_T:
        return Note("line_cell_therapy")
    before, now = _without_steroids(last.drugs_at_end), _without_steroids(item.drugs)
    added = (("drugs", ",".join(in_order(now - before))),)
    if not now or not before & now:
        return Note("line_different")
    if not now - before:
        return Note("line_other_sequence")
    return (
        Note("line_drug_added", added) if before.issubset(now) else Note("line_substituted", added)
    )


def _without_steroids(drugs: frozenset[str] | None) -> frozenset[str]:
    return (drugs or frozenset()) - frozenset(STEROIDS)
