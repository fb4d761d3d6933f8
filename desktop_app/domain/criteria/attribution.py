"""Decide whether an organ value counts: only if the clone causes it (MM-ATTR)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Input, Note
from desktop_app.domain.criterion import Rule
from desktop_app.domain.record import Finding
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.domain.view import RecordView

# The part of an organ criterion that is the value by itself, whatever its cause.
VALUE = "-VALUE"
RULE = Rule("MM-ATTR", "rajkumar2014", "secondary", "attribution = clone")
BIOPSY = "renal_biopsy"
_ANSWERS = {"clone": Truth.MET, "other": Truth.NOT_MET}
# Codes of renal_biopsy that the contract lists; anything else is free text.
RENAL_LESIONS = frozenset(
    {
        "cast_nephropathy",
        "al",
        "midd",
        "pgnmid",
        "proximal_tubulopathy",
        "c3g",
        "cryoglobulinemic",
        "other_mgrs",
        "unrelated",
    }
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Hold whether the clone causes an organ value, and where the answer comes from."""

    truth: Truth
    finding: Finding | None = None
    note: Note | None = None


def attribution(
    view: RecordView, organ: str, worse_since: Callable[[Finding], bool] | None = None
) -> Attribution:
    """Give the doctor's answer for an organ, or what a biopsy says, whichever is later.

    Args:
        view: the record as of a day.
        organ: ``calcium``, ``renal``, ``anemia`` or ``bone``.
        worse_since: tells whether the organ has become worse since the answer; then it is asked
            again.
    """
    finding = view.latest_finding(f"attribution_{organ}")
    biopsy = view.latest_finding(BIOPSY) if organ == "renal" else None
    if biopsy is not None and (finding is None or finding.date.last <= biopsy.date.last):
        finding = biopsy
    elif biopsy is not None and finding is not None and _contradicts(biopsy, finding):
        return Attribution(Truth.UNKNOWN, finding, Note("attribution_conflict"))
    if finding is None:
        return Attribution(Truth.UNKNOWN, None, Note("attribution_missing"))
    if finding.code == BIOPSY and finding.value not in RENAL_LESIONS:
        return Attribution(Truth.UNKNOWN, finding, Note("renal_biopsy_free_text"))
    truth = _answer(finding)
    proven = finding.code == BIOPSY and truth is Truth.MET  # tissue does not expire
    if truth.known and not proven and worse_since is not None and worse_since(finding):
        return Attribution(Truth.UNKNOWN, finding, Note("attribution_outdated"))
    return Attribution(truth, finding)


def _contradicts(biopsy: Finding, later: Finding) -> bool:
    """Tell whether an answer denies what tissue has shown: a person must settle it."""
    return _answer(biopsy) is Truth.MET and _answer(later) is Truth.NOT_MET


def _answer(finding: Finding) -> Truth:
    if finding.code == BIOPSY:
        return Truth.of(finding.value == "cast_nephropathy")
    return _ANSWERS.get(str(finding.value), Truth.UNKNOWN)


def attributed(value: Criterion, cause: Attribution) -> Criterion:
    """Combine an organ value with its cause: below its cut no, else as the cause says.

    A value that is missing or unsettled is no where the cause is another one, else unknown. The
    trace keeps both parts: the value by itself, and the cause where it is asked for.
    """
    own = replace(value, id=f"{value.id}{VALUE}")
    if value.state is Truth.NOT_MET:
        return replace(value, criteria=(own,))
    inputs = [] if cause.finding is None else [_input(cause.finding)]
    answer = RULE.answer(cause.truth, inputs, cause.note)
    state = Truth.NOT_MET if cause.truth is Truth.NOT_MET else value.state & cause.truth
    return replace(value, state=state, criteria=(own, answer))


def value_meets(criterion: Criterion) -> Truth:
    """Tell whether an organ value meets its cut and is not put down to another cause."""
    own = next((x for x in criterion.criteria if x.id == f"{criterion.id}{VALUE}"), None)
    cause = next((x for x in criterion.criteria if x.id == RULE.id), None)
    if own is None or cause is None or cause.state is Truth.NOT_MET:
        return Truth.NOT_MET
    return own.state


def _input(finding: Finding) -> Input:
    return Input(finding.code, finding.value, None, finding.date.text)
