"""Look at a record as of a day: nothing dated later is seen, and the latest value counts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, Protocol, TypeVar

from desktop_app.domain.catalogue import Catalogue
from desktop_app.domain.criteria.regimens import supportive
from desktop_app.domain.record import (
    EarlierDiagnosis,
    Finding,
    Lesion,
    PatientRecord,
    Result,
    Sex,
    Treatment,
)
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from desktop_app.domain.partial_date import PartialDate


class HasDate(Protocol):
    """Name what every entry of a record has."""

    @property
    def date(self) -> PartialDate:
        """Give the day, or the interval in which it lies."""


Dated = TypeVar("Dated", bound=HasDate)


@dataclass(frozen=True, slots=True)
class RecordView:
    """Hold a record in order of time, indexed by code, and the day as of which it is read."""

    record: PatientRecord
    catalogue: Catalogue
    as_of: date
    _results: Mapping[str, tuple[Result, ...]]
    _findings: Mapping[str, tuple[Finding, ...]]

    @classmethod
    def of(cls, record: PatientRecord, catalogue: Catalogue, as_of: date) -> RecordView:
        """Put a record in order and index it; nothing depends on the order of entry then."""
        record = in_order(record)
        results: dict[str, list[Result]] = {}
        findings: dict[str, list[Finding]] = {}
        for result in record.results:
            results.setdefault(result.code, []).append(result)
        for finding in record.findings:
            findings.setdefault(finding.code, []).append(finding)
        return cls(record, catalogue, as_of, _fixed(results), _fixed(findings))

    def at(self, day: date) -> RecordView:
        """Look at the same record as of another day."""
        return RecordView(self.record, self.catalogue, day, self._results, self._findings)

    def results(self, code: str) -> tuple[Result, ...]:
        """Give all results of a code up to the day, oldest first."""
        return _until(self._results.get(code, ()), self.as_of)

    def findings(self, code: str) -> tuple[Finding, ...]:
        """Give all findings of a code up to the day, oldest first."""
        return _until(self._findings.get(code, ()), self.as_of)

    def latest(self, *codes: str) -> tuple[Result, ...]:
        """Give the latest results of the codes.

        More than one comes back where partial or equal dates leave open which is the latest; a
        rule then answers only if all of them agree.
        """
        return _latest_of_groups([self.results(code) for code in codes])

    def latest_findings(self, code: str) -> tuple[Finding, ...]:
        """Give the findings of a code that may be the latest."""
        return _latest_of_groups([self.findings(code)])

    def latest_finding(self, code: str) -> Finding | None:
        """Give the latest finding of a code, or None; where two tie and differ, None as well."""
        candidates = self.latest_findings(code)
        if not candidates or any(other.value != candidates[0].value for other in candidates):
            return None
        return candidates[0]

    def flag(self, code: str) -> bool | None:
        """Give the latest yes-or-no finding of a code; None where it was never recorded."""
        finding = self.latest_finding(code)
        return finding.value if finding is not None and isinstance(finding.value, bool) else None

    def history(self) -> tuple[EarlierDiagnosis, ...]:
        """Give the diagnoses established earlier, without those dated after the day."""
        return tuple(x for x in self.record.history if x.date is None or x.date.first <= self.as_of)

    def lesions(self) -> tuple[Lesion, ...]:
        """Give the lesions recorded up to the day."""
        return tuple(x for x in self.record.lesions if x.date.last <= self.as_of)

    def cytogenetics(self, abnormality: str) -> bool | None:
        """Tell whether an abnormality was found in the latest test for it; None if not tested."""
        tests = [
            test
            for test in self.record.cytogenetics
            if test.abnormality == abnormality and test.date.last <= self.as_of
        ]
        answers = {test.detected for test in latest_of(tests)}
        return answers.pop() if len(answers) == 1 else None

    def last_day(self) -> date | None:
        """Give the last day up to ``as_of`` on which anything was recorded."""
        entries = observed_entries(self.record)
        return max((x.date.last for x in entries if x.date.last <= self.as_of), default=None)

    @property
    def antimyeloma(self) -> tuple[Treatment, ...]:
        """Give the treatments of the record, of any day, without those that are supportive.

        Every rule reads these: what is a treatment is decided here alone.
        """
        return tuple(x for x in self.record.treatments if not supportive(x))

    @property
    def treated(self) -> bool:
        """Tell whether a treatment may have begun."""
        begun = (x.start.on_or_before(self.as_of) for x in self.antimyeloma)
        return any(each is not Truth.NOT_MET for each in begun)

    @property
    def sex(self) -> Sex:
        """Give the sex of the person."""
        return self.record.patient.sex

    def ages_on(self, day: date) -> tuple[int, int] | None:
        """Give the youngest and oldest age in years that the record allows on a day."""
        person = self.record.patient
        if person.birth_date is not None:
            return (
                _years(person.birth_date.last, day),
                _years(person.birth_date.first, day),
            )
        if person.age_years is None:
            return None
        start = first_day(self.record)
        elapsed = _years(start, day) if start is not None else 0
        exact = start is None or start == day
        return person.age_years + elapsed, person.age_years + elapsed + (0 if exact else 1)


def first_day(record: PatientRecord) -> date | None:
    """Give the first day in the record: the day to which ``age_years`` belongs."""
    days = [entry.date.first for entry in _dated(record)]
    days += [treatment.start.first for treatment in record.treatments]
    return min(days, default=None)


def last_day(record: PatientRecord) -> date | None:
    """Give the last day in the record: the default day of an assessment."""
    return max((day.last for day in recorded_days(record)), default=None)


def recorded_days(record: PatientRecord) -> Iterator[PartialDate]:
    """Give the day of everything that was observed, given or happened, and on which it ended."""
    for entry in (*_dated(record), *record.treatments):
        yield entry.date
    for treatment in record.treatments:
        if treatment.stop is not None:
            yield treatment.stop


def observed_entries(record: PatientRecord) -> tuple[HasDate, ...]:
    """Give what was observed of the patient, each on a day: results, findings, tests, lesions."""
    return (*record.results, *record.findings, *record.cytogenetics, *record.lesions)


def _dated(record: PatientRecord) -> tuple[HasDate, ...]:
    return (*observed_entries(record), *record.events)


def latest_of(entries: Iterable[Dated]) -> tuple[Dated, ...]:
    """Give the entries that no other certainly follows, without repeats."""
    members = tuple(entries)
    if len(members) < 2:
        return members
    newest = max(entry.date.first for entry in members)
    candidates: list[Dated] = []
    for entry in members:
        if entry.date.last >= newest and entry not in candidates:
            candidates.append(entry)
    return tuple(candidates)


def _latest_of_groups(groups: Sequence[tuple[Dated, ...]]) -> tuple[Dated, ...]:
    """Give the latest entries of groups in order, from their ends alone: histories are long.

    What ends before the last entry of a group may begin is not the latest, whatever else there is.
    """
    ends = [group[-1].date.first for group in groups if group]
    if not ends:
        return ()
    newest = max(ends)
    return latest_of(entry for group in groups for entry in _not_before(group, newest))


def _not_before(entries: tuple[Dated, ...], day: date) -> tuple[Dated, ...]:
    place = len(entries)
    while place and entries[place - 1].date.last >= day:
        place -= 1
    return entries[place:]


def in_order(record: PatientRecord) -> PatientRecord:
    """Give a record with its entries in order of time; what stands on one day in that of values.

    Of entries on one day none is the later one, whatever was typed first.
    """
    return replace(
        record,
        history=tuple(sorted(record.history, key=repr)),
        results=_ordered(record.results, attrgetter("code")),
        findings=_ordered(record.findings, attrgetter("code")),
        cytogenetics=_ordered(record.cytogenetics, attrgetter("abnormality")),
        lesions=_ordered(record.lesions, attrgetter("lesion")),
        treatments=_ordered(record.treatments, attrgetter("regimen")),
        events=_ordered(record.events, attrgetter("code")),
    )


def _ordered(entries: tuple[Dated, ...], name: Callable[[Dated], str]) -> tuple[Dated, ...]:
    """Sort by day; only repeats within a day are compared by all that they say: that is slow."""
    places: dict[tuple[date, date, str], list[Dated]] = {}
    for entry in entries:
        places.setdefault((entry.date.last, entry.date.first, name(entry)), []).append(entry)
    return tuple(
        entry
        for place in sorted(places)
        for entry in (places[place] if len(places[place]) == 1 else sorted(places[place], key=repr))
    )


def _fixed(groups: dict[str, list[Dated]]) -> dict[str, tuple[Dated, ...]]:
    return {code: tuple(entries) for code, entries in groups.items()}


def _until(entries: tuple[Dated, ...], day: date) -> tuple[Dated, ...]:
    if not entries or entries[-1].date.last <= day:
        return entries
    return entries[: bisect_right(entries, day, key=lambda entry: entry.date.last)]


def _years(birth: date, day: date) -> int:
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
