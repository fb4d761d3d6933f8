"""Choose the values at a new diagnosis of POEMS, which then stay as they are (POEMS-PUMCH)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from desktop_app.domain.criteria.poems.clone_treatment import clone_treatments
from desktop_app.domain.criteria.treatment_lines import before_dose
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.truth import Truth
from desktop_app.domain.view import HasDate, RecordView, latest_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.domain.record import Finding, Result

Dated = TypeVar("Dated", bound=HasDate)
WINDOW_DAYS = 60


@dataclass(frozen=True, slots=True)
class AtDiagnosis:
    """Hold a record with the first day on which POEMS-DX was met."""

    view: RecordView
    day: PartialDate

    def results(self, *codes: str) -> tuple[Result, ...]:
        """Give the results of some codes of which one is that at diagnosis."""
        return self._chosen(x for code in codes for x in self.view.results(code))

    def findings(self, code: str) -> tuple[Finding, ...]:
        """Give the findings of a code of which one is that at diagnosis."""
        return self._chosen(self.view.findings(code))

    def _chosen(self, entries: Iterable[Dated]) -> tuple[Dated, ...]:
        """Give the last on or before the day, else the nearest after it.

        What a partial date leaves open stands beside them: a rule answers only if all agree.
        Without one that certainly counts there is none.
        """
        seen = tuple(entries)
        before = [x for x in seen if x.date.last <= self.day.last]
        straddling = [x for x in seen if x.date.first <= self.day.last < x.date.last]
        if before:
            return (*latest_of(before), *straddling)
        later = (*straddling, *(x for x in seen if x.date.first > self.day.last))
        possible = [x for x in later if self._near(x) is not Truth.NOT_MET]
        bound = min((x.date.last for x in possible if self._near(x) is Truth.MET), default=None)
        return () if bound is None else tuple(x for x in possible if x.date.first <= bound)

    def _near(self, entry: HasDate) -> Truth:
        """Tell whether a later entry is near enough, and not after treatment began."""
        near = entry.date.on_or_before(self.day.last + timedelta(days=WINDOW_DAYS))
        starts = clone_treatments(self.view)
        return near & before_dose(entry.date, starts[0]) if starts else near
