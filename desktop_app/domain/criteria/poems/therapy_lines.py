"""Count radiotherapy alone as a line of POEMS beside the counted lines (RESP-POEMS-BASE)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.criteria.treatment_lines import CountedLine
from desktop_app.domain.record import ClinicalEvent

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.domain.partial_date import PartialDate
    from desktop_app.domain.view import RecordView

RADIOTHERAPY = "radiotherapy"
# D: fields irradiated this close to each other are one course, as is what one plan names.
COURSE_DAYS = 31


@dataclass(frozen=True, slots=True)
class TherapyLine:
    """Hold one line: a counted one, or radiotherapy with no drug beside it.

    ``numbers`` are all that the plan leaves possible, least first.
    """

    numbers: tuple[int, ...]
    counted: CountedLine | None = None
    radiotherapy: tuple[ClinicalEvent, ...] = ()

    @property
    def start(self) -> PartialDate:
        """Give the day on which the line began."""
        return self.radiotherapy[0].date if self.counted is None else self.counted.start

    @property
    def stop(self) -> PartialDate | None:
        """Give the last day of the line; None while anything of it is still given."""
        return self.radiotherapy[-1].date if self.counted is None else self.counted.stop

    @property
    def number(self) -> int | None:
        """Give its number; None where the plan leaves it open."""
        return None if self.numbers[1:] else self.numbers[0]


def poems_lines(view: RecordView, lines: tuple[CountedLine, ...]) -> tuple[TherapyLine, ...]:
    """Give the lines with those of radiotherapy alone, in order of time.

    D: immunoglobulin or a steroid alone are no line of POEMS, as in POEMS-DX-TIME; ``lines`` are
    counted without them.
    """
    alone = [x for x in _radiotherapy(view) if not any(_within(x, y, view.as_of) for y in lines)]
    begun: list[tuple[date, CountedLine | ClinicalEvent]] = [(x.start.first, x) for x in lines]
    begun += [(x.date.first, x) for x in alone]
    found: list[TherapyLine] = []
    beside = 0
    for _, item in sorted(begun, key=lambda each: each[0]):
        if isinstance(item, CountedLine):
            found.append(TherapyLine(tuple(number + beside for number in item.numbers), item))
        elif found and _same_course(found[-1], item):
            last = found.pop()
            found.append(TherapyLine(last.numbers, None, (*last.radiotherapy, item)))
        else:
            beside += 1
            before = found[-1].numbers if found else (0,)
            found.append(TherapyLine(tuple(number + 1 for number in before), None, (item,)))
    return tuple(found)


def _radiotherapy(view: RecordView) -> list[ClinicalEvent]:
    events = view.record.events
    return [x for x in events if x.code == RADIOTHERAPY and x.date.first <= view.as_of]


def _within(event: ClinicalEvent, line: CountedLine, as_of: date) -> bool:
    """Tell whether radiotherapy belongs to a line: planned with it, or given while it ran."""
    planned = {x.sequence for x in line.treatments} | {x.sequence for x in line.events}
    end = as_of if line.stop is None else line.stop.last
    return event.sequence in planned - {None} or line.start.first <= event.date.first <= end


def _same_course(line: TherapyLine, event: ClinicalEvent) -> bool:
    if not line.radiotherapy:
        return False
    last = line.radiotherapy[-1]
    if event.sequence is not None and event.sequence == last.sequence:
        return True
    return (event.date.first - last.date.last).days <= COURSE_DAYS
