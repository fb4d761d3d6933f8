"""Choose the values at diagnosis: nearest its day, not after treatment began (MM-STAGE-BASE)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING, Generic, TypeVar

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criteria.myeloma_names import ACTIVE, MYELOMA, PRIMARY
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.truth import Truth
from desktop_app.domain.view import HasDate, RecordView, observed_entries

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from desktop_app.domain.conclusions import Diagnosis
    from desktop_app.domain.record import Cytogenetic, Finding, Result

Dated = TypeVar("Dated", bound=HasDate)
WINDOW_DAYS = 90
# Of the history only what dates the diagnosis itself: secondary leukaemia comes later.
_DIAGNOSED = frozenset({MYELOMA, PRIMARY})
# Events that end the time before treatment; radiotherapy to one place does not.
_TREATING = frozenset({"auto_hsct", "allo_hsct", "car_t"})
_FIRST_VALUES = (
    "beta2_microglobulin",
    "hemoglobin",
    "calcium",
    "calcium_corrected",
    "creatinine",
    "creatinine_clearance",
    "egfr",
)
_FIRST_FINDINGS = ("bone_lytic_xray", "bone_lytic_ct", "bone_lytic_pet_ct")
_MONTH = len("2022-07")


@dataclass(frozen=True, slots=True)
class Anchor:
    """Hold the day of diagnosis, as far as it is known, and where it comes from."""

    day: PartialDate
    basis: Note


@dataclass(frozen=True, slots=True)
class Near(Generic[Dated]):
    """Hold the entries of which one is that at diagnosis; without any, the note says why."""

    entries: tuple[Dated, ...] = ()
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """Hold a record with the day of diagnosis and the days on which treatments began."""

    view: RecordView
    anchor: Anchor | None
    treated: tuple[PartialDate, ...]

    def results(self, *codes: str) -> Near[Result]:
        """Give the results of some codes that may be those at diagnosis."""
        return self.nearest(x for code in codes for x in self.view.results(code))

    def findings(self, code: str) -> Near[Finding]:
        """Give the findings of a code that may be those at diagnosis."""
        return self.nearest(self.view.findings(code))

    def tests(self, abnormality: str) -> Near[Cytogenetic]:
        """Give the tests for an abnormality that may be those at diagnosis.

        A karyotype needs dividing cells: what it does not show may still be there (MM-HRCA).
        """
        return self.nearest(
            test
            for test in self.view.record.cytogenetics
            if test.abnormality == abnormality and test.date.last <= self.view.as_of
            if test.detected or "karyotype" not in (test.method or "").lower()
        )

    def nearest(self, entries: Iterable[Dated]) -> Near[Dated]:
        """Give the entries that may be nearest the day of diagnosis, if one surely counts."""
        seen = tuple(entries)
        possible = [x for x in seen if self._counts(x) is not Truth.NOT_MET]
        if not possible:
            return Near(note=Note("staging_not_near" if seen else "missing"))
        certain = [x for x in possible if self._counts(x) is Truth.MET]
        if not certain:
            return Near(note=Note("staging_date_open"))
        bound = min(self._distance(x)[1] for x in certain)
        return Near(tuple(x for x in possible if self._distance(x)[0] <= bound))

    def _counts(self, entry: HasDate) -> Truth:
        if self.anchor is None:
            return Truth.NOT_MET
        least, most = self._distance(entry)
        if least > WINDOW_DAYS:
            return Truth.NOT_MET
        near = Truth.MET if most <= WINDOW_DAYS else Truth.UNKNOWN
        return reduce(and_, (_not_after(entry.date, start) for start in self.treated), near)

    def _distance(self, entry: HasDate) -> tuple[int, int]:
        """Give the least and the most days from diagnosis; the same date as entered is one day.

        Where the intervals overlap the least is not positive.
        """
        assert self.anchor is not None
        day, other = self.anchor.day, entry.date
        if day == other:
            day = other = PartialDate.of(day.first)
        return (
            max((other.first - day.last).days, (day.first - other.last).days),
            max((other.last - day.first).days, (day.last - other.first).days),
        )


def _not_after(day: PartialDate, start: PartialDate) -> Truth:
    """Tell whether a day is not after a start; where one lacks its day, the same month counts."""
    if day.text[:_MONTH] == start.text[:_MONTH] and not (day.whole and start.whole):
        return Truth.MET
    if day.last <= start.first:
        return Truth.MET
    return Truth.NOT_MET if day.first > start.last else Truth.UNKNOWN


def window_of(view: RecordView, diagnosis: Diagnosis) -> Window:
    """Find the day of diagnosis, and when treatments began."""
    starts = [x.start for x in view.antimyeloma]
    starts += [x.date for x in view.record.events if x.code in _TREATING]
    treated = tuple(sorted((x for x in starts if x.last <= view.as_of), key=_order))
    return Window(view, _anchor(view, diagnosis, treated), treated)


def _anchor(
    view: RecordView, diagnosis: Diagnosis, treated: tuple[PartialDate, ...]
) -> Anchor | None:
    earlier = [x for x in view.history() if x.diagnosis in ACTIVE]
    told = [x.date for x in earlier if x.diagnosis in _DIAGNOSED and x.date is not None]
    known = [x.date for x in earlier if x.date is not None]
    # Of a disease known before, criteria met later than that tell of a relapse.
    limits = (*known, *treated) if earlier else ()
    if diagnosis.met is not None and all(diagnosis.met <= x.last for x in limits):
        return Anchor(_as_entered(view, diagnosis.met), Note("anchor_diagnosis"))
    if told:
        return Anchor(min(told, key=_order), Note("anchor_history"))
    if treated:
        return Anchor(treated[0], Note("anchor_treatment"))
    days = [x.date for code in _FIRST_VALUES for x in view.results(code)]
    days += [x.date for code in _FIRST_FINDINGS for x in view.findings(code)]
    return Anchor(min(days, key=_order), Note("anchor_values")) if days else None


def _as_entered(view: RecordView, day: date) -> PartialDate:
    """Give the date of what was known on a day as it was entered, the least exact one."""
    dates = (x.date for x in observed_entries(view.record) if x.date.last == day)
    return min(dates, key=_order)


def _order(day: PartialDate) -> tuple[date, date]:
    return day.last, day.first
