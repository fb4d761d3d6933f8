"""Hold the treatments of a record counted into lines, for every rule that asks for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Note
from desktop_app.domain.myeloma_conclusions import LinePart
from desktop_app.domain.record import ClinicalEvent, Treatment
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class CountedLine:
    """Hold one line of therapy (LINE-DEF), in order of time.

    ``numbers`` are all that the plan leaves possible, least first; ``reason`` why it began;
    ``parts`` the same treatments and events as they are shown, ``criteria`` the trace of both.
    """

    numbers: tuple[int, ...]
    treatments: tuple[Treatment, ...]
    events: tuple[ClinicalEvent, ...]
    reason: Note
    parts: tuple[LinePart, ...] = ()
    criteria: tuple[Criterion, ...] = ()

    @property
    def start(self) -> PartialDate:
        """Give the day on which the line began."""
        days = [x.start for x in self.treatments] + [x.date for x in self.events]
        return min(days, key=lambda day: (day.first, day.last))

    @property
    def stop(self) -> PartialDate | None:
        """Give the last day of the line; None while anything of it is still given."""
        if any(x.stop is None for x in self.treatments):
            return None
        days = [x.stop for x in self.treatments if x.stop is not None]
        days += [x.date for x in self.events]
        return max(days, key=lambda day: (day.last, day.first))


def before_dose(on: PartialDate, start: PartialDate) -> Truth:
    """Tell whether a day lies on or before the first day of a line.

    The same month counts where a date is partial (RESP-BASE); a year alone settles nothing.
    """
    surely = on.on_or_before(start.first)
    if surely is Truth.MET:
        return surely
    if on.on_or_before(start.last) is Truth.NOT_MET:
        return Truth.NOT_MET
    same_month = "-" in start.text and on.text[:7] == start.text[:7]
    return Truth.MET if same_month else Truth.UNKNOWN
