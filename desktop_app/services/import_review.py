"""Compare what came in with the record: who the people are, and what each value would change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.domain.arrivals.comparing import compare
from desktop_app.domain.arrivals.known import Known, KnownPerson
from desktop_app.domain.arrivals.matching import key_of, matched, people
from desktop_app.domain.arrivals.review import (
    NOBODY,
    REGISTER,
    STORED,
    Arrival,
    ArrivalState,
    ArrivingPerson,
    Decisions,
    ImportReview,
    PersonState,
    Question,
    Reading,
)
from desktop_app.domain.arrivals.rows import SiteProfile, Staged
from desktop_app.domain.conclusions import Note
from desktop_app.domain.errors import Cancelled, FieldErrors
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.patient import Registration
from desktop_app.domain.record import Sex
from desktop_app.exchange.lab.days import read_moment
from desktop_app.exchange.lab.number_notes import number_notes
from desktop_app.exchange.lab.readings import read_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from desktop_app.data.unit_of_work import UnitOfWork
    from desktop_app.domain.arrivals.known import Progress, Stop
    from desktop_app.domain.arrivals.rows import DateStyle
    from desktop_app.domain.catalogue import Catalogue

# Without a settled person these cannot be stored, whatever else is answered.
_WAITING = STORED | {ArrivalState.QUESTION}
_NOT_WANTED = _WAITING | {ArrivalState.UNKNOWN}
# Why somebody cannot be registered, by the field that is wrong; a number is always there.
_LACKING = {"name": "registration_name", "birth_date": "registration_birth_date"}
_PROPOSED = 5  # people proposed for somebody without a number


@dataclass(frozen=True, slots=True)
class Asked:
    """Hold what is to be reviewed; with a patient, everything is that patient's."""

    staged: Staged
    profile: SiteProfile
    decisions: Decisions
    patient_id: int | None = None


@dataclass(frozen=True, slots=True)
class _Settled:
    """Hold a person of the source with who that is in the register."""

    person: ArrivingPerson
    known: KnownPerson | None = None


def reviewed(
    work: UnitOfWork,
    asked: Asked,
    catalogue: Catalogue,
    today: date,
    progress: Progress,
    cancelled: Stop,
) -> ImportReview:
    """Read every row, match the people, and compare each value with what is current.

    Raises:
        Refusal: ``no_such_patient``.
        Cancelled: somebody stopped it.
    """
    staged, decisions = asked.staged, asked.decisions
    page = None if asked.patient_id is None else work.imports.known(asked.patient_id)
    sex = Sex.UNKNOWN if page is None else page.sex
    readings = read_rows(staged, asked.profile, decisions, catalogue, today, sex)
    born = partial(_born, style=asked.profile.date_style)
    found = people(readings, born, number_notes)
    settled = _settled(work, found, page, decisions, today)
    groups = _by_person(readings)
    arrivals: list[Arrival] = []
    for index, each in enumerate(settled):
        if cancelled():
            raise Cancelled
        mine = _compared(work, groups[each.person.key], index, each, decisions, catalogue)
        arrivals.extend(_held_back(mine, each.person, decisions))
        progress(len(arrivals), len(readings))
    arrivals.sort(key=_place)
    return ImportReview(
        staged,
        asked.profile,
        decisions,
        tuple(arrivals),
        tuple(each.person for each in settled),
        already=work.imports.batch_of(staged.sha256),
        patient_id=asked.patient_id,
        seen=work.imports.seen(),
    )


def _by_person(readings: tuple[Reading, ...]) -> dict[str, list[Reading]]:
    groups: dict[str, list[Reading]] = {}
    for reading in readings:
        groups.setdefault(key_of(reading.row), []).append(reading)
    return groups


def to_register(person: ArrivingPerson, decisions: Decisions) -> bool:
    """Tell whether a person is registered when the review is stored."""
    if person.state is not PersonState.NEW:
        return False
    unsaid = REGISTER if decisions.register_new else NOBODY
    return decisions.people.get(person.key, unsaid) == REGISTER


def registration_of(person: ArrivingPerson) -> Registration:
    """Give what a new person is registered as."""
    return Registration(person.number, person.name, person.birth_date, person.sex)


def _settled(
    work: UnitOfWork,
    found: tuple[ArrivingPerson, ...],
    page: KnownPerson | None,
    decisions: Decisions,
    today: date,
) -> tuple[_Settled, ...]:
    if page is not None:
        said = decisions.people
        return tuple(
            _Settled(matched(each, page, (), said.get(each.key) == page.patient_id), page)
            for each in found
        )
    numbered = work.imports.numbered({person.number for person in found})
    return tuple(_in_register(work, person, numbered, decisions, today) for person in found)


def _in_register(
    work: UnitOfWork,
    person: ArrivingPerson,
    numbered: Mapping[str, KnownPerson],
    decisions: Decisions,
    today: date,
) -> _Settled:
    said = decisions.people.get(person.key, NOBODY)
    known = work.imports.known(said) if said > 0 else numbered.get(person.number)
    candidates = () if known else tuple(_alike(work, person, today))
    who = matched(person, known, candidates, said > 0)
    if who.state is PersonState.NEW:
        who = replace(who, notes=(*who.notes, *_unregistrable(who, today)))
    return _Settled(who, known)


def _alike(work: UnitOfWork, person: ArrivingPerson, today: date) -> Iterator[KnownPerson]:
    """Propose people for somebody without a number; a person decides, never a name alone."""
    if person.state is PersonState.UNNUMBERED:
        rows = work.patients.similar("", person.name, person.birth_date, _PROPOSED, today)
        for row in rows:
            yield KnownPerson(row.patient_id, row.record_number, row.name, row.birth_date, row.sex)


def _unregistrable(person: ArrivingPerson, today: date) -> tuple[Note, ...]:
    try:
        registration_of(person).checked(today)
    except FieldErrors as refused:
        return tuple(Note(_LACKING[error.field]) for error in refused.errors)
    return ()


def _compared(
    work: UnitOfWork,
    readings: list[Reading],
    index: int,
    settled: _Settled,
    decisions: Decisions,
    catalogue: Catalogue,
) -> tuple[Arrival, ...]:
    known = settled.known
    if known is None:
        sex, birth = settled.person.sex, _birth_of(settled.person)
        return compare(readings, index, Known(), decisions, catalogue, sex, birth)
    entries = work.entries
    kept_id = work.merges.kept(known.patient_id)  # of who was merged, the other's values are known
    current = Known(entries.results.kept(kept_id), entries.findings.kept(kept_id))
    return compare(readings, index, current, decisions, catalogue, known.sex, known.birth_date)


def _held_back(
    arrivals: tuple[Arrival, ...], person: ArrivingPerson, decisions: Decisions
) -> tuple[Arrival, ...]:
    """Ask about everything of a person of whom nobody has settled who that is."""
    if decisions.people.get(person.key) == NOBODY:
        return tuple(
            replace(each, state=ArrivalState.LEFT_OUT) if each.state in _NOT_WANTED else each
            for each in arrivals
        )
    if person.state is PersonState.MATCHED or _is_registered(person, decisions):
        return arrivals
    return tuple(_asked_whose(each) if each.state in _WAITING else each for each in arrivals)


def _is_registered(person: ArrivingPerson, decisions: Decisions) -> bool:
    lacking = any(note.code in _LACKING.values() for note in person.notes)
    return to_register(person, decisions) and not lacking


def _asked_whose(arrival: Arrival) -> Arrival:
    questions = (*arrival.questions, Question("person"))
    return replace(arrival, state=ArrivalState.QUESTION, questions=questions)


def _born(text: str, style: DateStyle) -> PartialDate | None:
    moment = read_moment(text, style)
    return None if moment is None else moment.day


def _birth_of(person: ArrivingPerson) -> PartialDate | None:
    return PartialDate(person.birth_date) if person.birth_date else None


def _place(arrival: Arrival) -> int:
    return arrival.reading.place
