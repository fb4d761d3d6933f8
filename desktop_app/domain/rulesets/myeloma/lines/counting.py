"""Count lines of therapy by the definition of 2015 (LINE-DEF, LINE-NEW, LINE-SAME)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Input, Note
from desktop_app.domain.criteria.regimens import in_order
from desktop_app.domain.criteria.treatment_lines import CountedLine
from desktop_app.domain.myeloma_conclusions import LinePart
from desktop_app.domain.rulesets.myeloma.lines.given import (
    REGIMEN,
    TRANSPLANTS,
    Given,
    all_given,
)
from desktop_app.domain.rulesets.myeloma.lines.plan import (
    DEFINED,
    OPEN,
    SAME,
    Step,
    after_progression,
    step,
)
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from desktop_app.domain.conclusions import Criterion
    from desktop_app.domain.partial_date import PartialDate
    from desktop_app.domain.record import ClinicalEvent
    from desktop_app.domain.rulesets.myeloma.lines.together import Phase
    from desktop_app.domain.view import RecordView

# The trace shows what was given under this code.
SHOWN = "regimen"
RADIOTHERAPY = "radiotherapy"
FIRST = Step(Truth.MET, DEFINED, Note("line_started"))
FEWER = Step(Truth.NOT_MET, SAME, Note("line_drugs_stopped"))


@dataclass(slots=True)
class _Draft:
    """Gather one line: what was given in it, each with why it belongs there."""

    numbers: tuple[int, ...]
    items: list[Given] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)

    def add(self, item: Given, why: Step) -> None:
        self.items.append(item)
        self.steps.append(why)


def counted_lines(
    view: RecordView, progressed: frozenset[int] = frozenset()
) -> tuple[CountedLine, ...]:
    """Give the lines up to the view's day, in order of time.

    Where the plan leaves open whether a line is a new one it stands by itself, with every number
    that it may have. ``progressed`` are the places of lines in which progression was confirmed:
    what follows them was not planned. The places are the same with and without it.
    """
    if not (view.antimyeloma or view.record.events):
        return ()
    items = all_given(view)
    drafts: list[_Draft] = []
    for place, item in enumerate(items):
        if not drafts:
            drafts.append(_Draft((1,)))
            drafts[-1].add(item, FIRST)
            continue
        line = drafts[-1]
        earlier = any(x.kind in TRANSPLANTS for x in items[:place])
        why = step(line.items, earlier, item, items[place + 1 :])
        if why is OPEN and len(drafts) - 1 in progressed:
            why = after_progression(line.items[-1], item)
        if why.new is not Truth.NOT_MET:
            drafts.append(_Draft(_after(line.numbers, why.new)))
        drafts[-1].add(item, why)
    return tuple(_counted(draft, view) for draft in drafts)


def _after(numbers: tuple[int, ...], new: Truth) -> tuple[int, ...]:
    """Give the numbers of a line that follows: one more each, or the same where that is open."""
    same = () if new is Truth.MET else numbers
    return tuple(sorted({*same, *(number + 1 for number in numbers)}))


def _counted(draft: _Draft, view: RecordView) -> CountedLine:
    pairs = list(zip(draft.items, draft.steps, strict=True))
    line = CountedLine(
        draft.numbers,
        tuple(treatment for item in draft.items for treatment in item.treatments),
        tuple(item.event for item in draft.items if item.event is not None),
        draft.steps[0].reason,
    )
    parts = [each for item, why in pairs for each in _parts(item, why, view.as_of)]
    parts += [(x.date.first, _beside(x)) for x in _radiotherapy(line, view)]
    ordered = tuple(part for _, part in sorted(parts, key=lambda each: each[0]))
    criteria = tuple(each for item, why in pairs for each in _told(item, why))
    return CountedLine(line.numbers, line.treatments, line.events, line.reason, ordered, criteria)


def _told(item: Given, why: Step) -> Iterator[Criterion]:
    """Put a step into the trace: LINE-SAME is met where no new line begins."""
    shown = Input(SHOWN, item.title, None, item.start.text)
    state = Truth.MET if why.new is Truth.NOT_MET else why.new
    yield why.rule.answer(state, (shown,), why.reason)
    for phase in item.phases:
        if phase.fewer:
            shown = Input(SHOWN, phase.title, None, phase.start.text)
            yield FEWER.rule.answer(Truth.MET, (shown,), FEWER.reason)


def _parts(item: Given, why: Step, as_of: date) -> Iterator[tuple[date, LinePart]]:
    """Give what is shown of an item: a regimen goes on as another where drugs were stopped."""
    if item.kind != REGIMEN:
        stop = None if item.stop is None else item.stop.text
        drugs = in_order(item.drugs or ())
        yield (
            item.start.first,
            LinePart(item.title, item.kind, item.start.text, stop, drugs, reason=why.reason),
        )
    for phase in item.phases:
        cycle, day = _cycle(phase, item.start, as_of)
        part = LinePart(
            name=phase.title,
            kind=item.kind,
            start=phase.start.text,
            stop=None if phase.stop is None else phase.stop.text,
            drugs=phase.drugs,
            cycles=phase.cycles,
            stop_reason=phase.stop_reason,
            reason=FEWER.reason if phase.fewer else why.reason,
            cycle=cycle,
            cycle_day=day,
        )
        yield max(item.start.first, phase.start.first), part


def _cycle(phase: Phase, start: PartialDate, as_of: date) -> tuple[int | None, int | None]:
    """Give the cycle and its day by the calendar, of what is still given since a whole day."""
    length = phase.cycle_days
    if length is None or phase.stop is not None or not start.whole:
        return None, None
    cycle, day = divmod((as_of - start.first).days, length)
    return cycle + 1, day + 1


def _radiotherapy(line: CountedLine, view: RecordView) -> list[ClinicalEvent]:
    """Give the radiotherapy during a line: shown with it, and no line by itself."""
    end = view.as_of if line.stop is None else min(line.stop.last, view.as_of)
    return [
        x
        for x in view.record.events
        if x.code == RADIOTHERAPY and line.start.first <= x.date.first <= end
    ]


def _beside(event: ClinicalEvent) -> LinePart:
    day = event.date.text
    return LinePart(event.code, event.code, day, day, reason=Note("line_radiotherapy"))
