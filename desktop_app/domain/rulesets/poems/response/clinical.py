"""Judge what the doctor coded against baseline: better, same or worse (RESP-POEMS-C)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Input, Note
from desktop_app.domain.criterion import Rule
from desktop_app.domain.rulesets.poems.response.base import after, unplaced
from desktop_app.domain.rulesets.poems.response.holding import NE, Levels, Reading, Shown, axis_of
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.partial_date import PartialDate
    from desktop_app.domain.poems_conclusions import ResponseAxis
    from desktop_app.domain.view import RecordView

CODED = Rule("RESP-POEMS-C", "poems2025", "source-doc", "better, worse or same")
CHANGE = "clinical_change"
BETTER, SAME, WORSE = "better", "same", "worse"
IMPROVED, PROGRESSED, MIXED, STABLE = "Ci", "Cp", "Cm", "Cs"
LEVELS = Levels("clinical", (IMPROVED, STABLE, MIXED, PROGRESSED))


def clinical(view: RecordView, start: PartialDate) -> ResponseAxis:
    """Give the clinical axis of the line that began on a day; each day is judged anew."""
    coded: dict[str, tuple[PartialDate, set[str]]] = {}
    for finding in view.findings(CHANGE):
        if isinstance(finding.value, tuple) and after(finding.date, start):
            _, changes = coded.setdefault(finding.date.text, (finding.date, set()))
            changes |= {str(x.get("change")) for x in finding.value if isinstance(x, Mapping)}
    readings = [Reading(on, _levels(said)) for on, said in coded.values()]
    days = unplaced(view.findings(CHANGE), start)
    notes = tuple(Note("poems_day_not_placed", (("date", x),)) for x in days)
    if not readings:
        return axis_of((), LEVELS, Shown(reason=Note("poems_nothing_coded"), notes=notes))
    latest = readings[-1].date.text
    inputs = [
        Input(CHANGE, x.value, None, latest) for x in view.findings(CHANGE) if x.date.text == latest
    ]
    known = not readings[-1].possible & {NE}
    return axis_of(
        readings,
        LEVELS,
        Shown(
            evaluable=known,
            reason=None if known else Note("poems_nothing_coded"),
            value=inputs[0],
            criteria=(CODED.answer(Truth.of(known or None), inputs),),
            notes=notes,
        ),
    )


def _levels(changes: set[str]) -> frozenset[str]:
    """Give every level that is possible: beside others, a change that cannot be read may be any."""
    told = changes & {BETTER, SAME, WORSE}
    if not told or told == changes:
        return frozenset({_level(told)})
    return frozenset(_level({*told, other}) for other in (BETTER, SAME, WORSE))


def _level(changes: set[str]) -> str:
    if WORSE in changes:
        return MIXED if BETTER in changes else PROGRESSED
    if BETTER in changes:
        return IMPROVED
    return STABLE if SAME in changes else NE
