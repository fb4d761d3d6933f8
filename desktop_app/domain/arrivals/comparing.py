"""Compare what came in with what the record has: new, the same, corrected, or in conflict."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.domain.arrivals import checks
from desktop_app.domain.arrivals.review import Arrival, ArrivalState, LineAnswer, Question
from desktop_app.domain.arrivals.same_values import other_specimen, same_entry, settled
from desktop_app.domain.arrivals.status import ReportStatus, status_of
from desktop_app.domain.conclusions import Note
from desktop_app.domain.patient import age_on
from desktop_app.domain.record import Finding, Result

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from desktop_app.domain.arrivals.known import Known
    from desktop_app.domain.arrivals.review import Decisions, Reading
    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.journal import Kept, KeptResult
    from desktop_app.domain.partial_date import PartialDate
    from desktop_app.domain.record import Sex

    KeptValue = KeptResult | Kept[Finding]

_OPEN = frozenset({ArrivalState.NEW, ArrivalState.QUESTION})
_SURE = frozenset({"profile", "loinc", "code"})  # signals that need no second one of the ratio
_CLAIMING = frozenset({ArrivalState.CORRECTS, ArrivalState.WITHDRAWS})
_LEAVABLE = _OPEN | {ArrivalState.CORRECTS, ArrivalState.UNKNOWN}


@dataclass(frozen=True, slots=True)
class _Found:
    """Hold what comparing one value gave, before any answer."""

    state: ArrivalState
    notes: tuple[Note, ...] = ()
    questions: tuple[Question, ...] = ()
    stored: KeptValue | None = None
    last: Result | None = None
    corrects: bool = False


def compare(
    readings: Sequence[Reading],
    person: int | None,
    known: Known,
    decisions: Decisions,
    catalogue: Catalogue,
    sex: Sex,
    birth: PartialDate | None,
) -> tuple[Arrival, ...]:
    """Compare the readings of one person with the record, and ask; answers are applied.

    Args:
        readings: of this person, in order of place.
        person: the place in the review's list of people.
        known: what the record has of the person.
        decisions: what has been answered.
        catalogue: the units and limits.
        sex: of the patient, for what is computed.
        birth: of the patient; nothing can have been measured before.
    """
    comparison = _Comparison(readings, known, catalogue, sex, birth)
    arrivals = [
        _answered(reading, person, comparison.found(reading), decisions) for reading in readings
    ]
    return tuple(_replaced_once(arrivals))


class _Comparison:
    """Hold a person's values by test, and those that stood before."""

    def __init__(
        self,
        readings: Sequence[Reading],
        known: Known,
        catalogue: Catalogue,
        sex: Sex,
        birth: PartialDate | None,
    ) -> None:
        self._catalogue, self._sex, self._birth = catalogue, sex, birth
        self._stored: dict[tuple[str, str], list[KeptValue]] = defaultdict(list)
        for result in known.results:
            self._stored[result.entry.code, result.entry.date.text].append(result)
        for finding in known.findings:
            self._stored[finding.entry.code, finding.entry.date.text].append(finding)
        self._fallen, self._differing = settled(readings, catalogue)
        self._taken_back = {(x.code, x.day) for x in readings if x.day}
        standing = [x for x in readings if x.entry is not None and id(x) not in self._fallen]
        self._earlier = _by_day([k.entry for k in known.results], standing)
        self._heavy = _heavy_chains((k.entry for k in known.findings), standing)
        self._asked = self._of_specimens(standing)

    def found(self, reading: Reading) -> _Found:
        """Tell what one value is, beside the record and the other values of the source."""
        entry = reading.entry
        if reading.day:
            return self._withdrawn(reading)
        if entry is None or reading.state not in _OPEN:
            return _Found(reading.state, reading.notes, reading.questions)
        if self._birth is not None and entry.date.last < self._birth.first:
            return _Found(ArrivalState.REFUSED, (Note("before_birth"), *reading.notes))
        fallen = self._fallen.get(id(reading))
        if fallen == "twice":
            return _Found(ArrivalState.SAME, (Note("twice_in_source"), *reading.notes))
        if fallen is not None:
            return _Found(ArrivalState.LEFT_OUT, (Note("superseded"), *reading.notes))
        last = self._last(entry)
        stored = self._stored.get((entry.code, entry.date.text)) if self._stored else None
        of_day = [kept for kept in stored or () if not other_specimen(kept.entry, entry)]
        for kept in of_day:
            if same_entry(kept.entry, entry, self._catalogue):
                return _Found(ArrivalState.SAME, reading.notes, (), kept, last)
        questions = self._questions(reading, entry, last)
        corrects = len(of_day) == 1 and status_of(reading.row.status) is ReportStatus.CORRECTED
        if of_day and not corrects:
            questions.append(Question("differs_from_record"))
        state = ArrivalState.CORRECTS if corrects else ArrivalState.NEW
        return _Found(
            ArrivalState.QUESTION if questions else state,
            reading.notes,
            tuple(questions),
            of_day[-1] if of_day else None,
            last,
            corrects,
        )

    def _questions(
        self, reading: Reading, entry: Result | Finding, last: Result | None
    ) -> list[Question]:
        """Ask about one value beside the others of its source and the last one."""
        questions = [*reading.questions, *self._asked.get(id(reading), ())]
        if isinstance(entry, Result):
            usual = checks.unusual(entry, self._catalogue)
            questions += [usual] if usual is not None else []
            questions += checks.slips(entry, last, self._catalogue) if last is not None else []
        if self._taken_back and (entry.code, entry.date.text) in self._taken_back:
            questions.append(Question("withdrawn_in_source"))
        if id(reading) in self._differing:
            questions.append(Question("differs_in_source"))
        return questions

    def _withdrawn(self, reading: Reading) -> _Found:
        """Offer to withdraw the one stored value that a laboratory took back."""
        assert reading.code is not None
        specimen = reading.row.specimen.casefold()
        stored = [
            kept
            for kept in self._stored.get((reading.code, reading.day), ())
            if not isinstance(kept.entry, Result)
            or (kept.entry.specimen or "").casefold() in {"", specimen}
        ]
        if len(stored) != 1:  # none, or nobody can tell which
            return _Found(reading.state, reading.notes)
        asked = (Question("withdrawn"),)
        return _Found(ArrivalState.QUESTION, (), asked, stored[0])

    def _last(self, entry: Result | Finding) -> Result | None:
        """Give the latest result of the test on an earlier day, stored or of this source."""
        earlier = self._earlier.get(entry.code)
        if earlier is None:
            return None
        days, results = earlier
        place = bisect_left(days, entry.date.first)
        return results[place - 1] if place else None

    def _of_specimens(self, standing: Sequence[Reading]) -> dict[int, list[Question]]:
        """Ask of the results of each specimen together; the stored ones of its day count too."""
        drawn: dict[tuple[str, str], list[tuple[Reading, Result]]] = defaultdict(list)
        for reading in standing:
            if isinstance(reading.entry, Result):
                drawn[reading.entry.date.text, reading.minute].append((reading, reading.entry))
        asked: dict[int, list[Question]] = defaultdict(list)
        for (day, _), drawn_together in drawn.items():
            if checks.ASKED.isdisjoint([entry.code for _, entry in drawn_together]):
                continue
            on = drawn_together[0][1].date.last
            results = self._together(day, [entry for _, entry in drawn_together])
            for reading, entry in drawn_together:
                if entry.code == "flc_ratio" and _SURE.isdisjoint(reading.signals):
                    whose = checks.ratio_of_total(reading.row.item_name, entry, results)
                    asked[id(reading)] += [whose] if whose is not None else []
            age, heavy = age_on(self._birth, on), _latest(self._heavy, on)
            for code, question in checks.questions(results, heavy, self._sex, age, self._catalogue):
                for reading, entry in drawn_together:
                    if entry.code == code:
                        asked[id(reading)].append(question)
        return asked

    def _together(self, day: str, arriving: Sequence[Result]) -> dict[str, Result]:
        """Give one result for each test; a test with several says nothing of any."""
        by_code: dict[str, list[Result]] = defaultdict(list)
        for entry in arriving:
            by_code[entry.code].append(entry)
        for code in checks.USED - by_code.keys():
            for kept in self._stored.get((code, day), ()):
                if isinstance(kept.entry, Result):
                    by_code[code].append(kept.entry)
        return {code: entries[0] for code, entries in by_code.items() if len(entries) == 1}


def _by_day(
    stored: Iterable[Result], standing: Iterable[Reading]
) -> dict[str, tuple[list[date], list[Result]]]:
    """Give each test's results in the order of their days, with the days."""
    found: dict[str, list[Result]] = defaultdict(list)
    for entry in (*stored, *(reading.entry for reading in standing)):
        if isinstance(entry, Result):
            found[entry.code].append(entry)
    for results in found.values():
        if len(results) > 1:
            results.sort(key=lambda result: (result.date.last, str(result.value)))
    return {code: ([x.date.last for x in results], results) for code, results in found.items()}


def _heavy_chains(
    stored: Iterable[Finding], standing: Iterable[Reading]
) -> list[tuple[date, str | None]]:
    """Give the heavy chain of each serum immunofixation, by day; None unless it is just one."""
    found = []
    for entry in (*stored, *(reading.entry for reading in standing)):
        if isinstance(entry, Finding) and entry.code == "serum_immunofixation":
            isotypes = entry.value if isinstance(entry.value, tuple) else ()
            heavy = {str(isotype)[2:3] for isotype in isotypes if str(isotype).startswith("Ig")}
            found.append((entry.date.last, heavy.pop() if len(heavy) == 1 else None))
    return sorted(found, key=lambda pair: (pair[0], pair[1] or ""))


def _latest(heavy: Sequence[tuple[date, str | None]], on: date) -> str | None:
    return next((chain for day, chain in reversed(heavy) if day <= on), None)


def _answered(reading: Reading, person: int | None, found: _Found, decisions: Decisions) -> Arrival:
    answer = decisions.answers.get(reading.place)
    state = found.state
    if answer is LineAnswer.LEAVE and state in _LEAVABLE:
        state = ArrivalState.LEFT_OUT
    elif state is ArrivalState.QUESTION and reading.day and answer is LineAnswer.REPLACE:
        state = ArrivalState.WITHDRAWS
    elif state is ArrivalState.QUESTION and reading.entry is not None:
        if answer is LineAnswer.REPLACE and found.stored is not None:
            state = ArrivalState.CORRECTS
        elif answer is LineAnswer.TAKE:
            state = ArrivalState.CORRECTS if found.corrects else ArrivalState.NEW
    return Arrival(reading, state, person, found.notes, found.questions, found.stored, found.last)


def _replaced_once(arrivals: Sequence[Arrival]) -> Iterator[Arrival]:
    """Let one value only take the place of a stored one; where several would, all are asked."""
    claims = Counter(filter(None, map(_claim, arrivals)))
    for arrival in arrivals:
        claim = _claim(arrival)
        if claim is not None and claims[claim] > 1:
            again = (*arrival.questions, Question("replaced_twice"))
            yield replace(arrival, state=ArrivalState.QUESTION, questions=again)
        else:
            yield arrival


def _claim(arrival: Arrival) -> tuple[str, int] | None:
    """Name the stored entry whose place a value takes, or which is withdrawn."""
    if arrival.state not in _CLAIMING or arrival.stored is None:
        return None
    return arrival.stored.kind, arrival.stored.entry_id
