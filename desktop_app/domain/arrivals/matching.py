"""Match the people of a source with the register: by number, and not where anything disagrees."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop_app.domain.arrivals.review import ArrivingPerson, PersonState
from desktop_app.domain.conclusions import Note
from desktop_app.domain.record import Sex

if TYPE_CHECKING:
    from desktop_app.domain.arrivals.known import KnownPerson
    from desktop_app.domain.arrivals.review import Reading
    from desktop_app.domain.arrivals.rows import StagedRow
    from desktop_app.domain.partial_date import PartialDate

_SEXES = {
    **dict.fromkeys(("m", "male", "man", "1", "男", "男性"), Sex.MALE),
    **dict.fromkeys(("f", "female", "woman", "2", "女", "女性"), Sex.FEMALE),
}
# Reads a birth date as it is given; None if there is no such day.
Born = Callable[[str], "PartialDate | None"]
Remarks = Callable[[ArrivingPerson], tuple[Note, ...]]


def read_sex(text: str) -> Sex:
    """Read a sex as laboratories write it; what nobody knows is unknown."""
    return _SEXES.get(text.strip().casefold(), Sex.UNKNOWN) if text else Sex.UNKNOWN


def key_of(row: StagedRow) -> str:
    """Give the key of a row's person: the number, else name and birth date as given, else nothing.

    A number may begin with zeros: they are part of it.
    """
    number = _number(row.patient_id)
    if number:
        return number
    name = _folded(row.name)
    return f"{name}|{_folded(row.birth_date)}" if name else ""


def _number(text: str) -> str:
    return _folded(text).replace(" ", "") if text else ""


@lru_cache(maxsize=16384)
def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def people(
    readings: Sequence[Reading], born: Born, remarks: Remarks | None = None
) -> tuple[ArrivingPerson, ...]:
    """Give everybody of a source, in order of first appearance.

    Who is described in two ways under one number is blocked; remarks on a number only warn.
    """
    rows: dict[str, dict[tuple[str, str, str], StagedRow]] = {}
    for reading in readings:
        row = reading.row
        told = rows.setdefault(key_of(row), {})
        told.setdefault((row.name, row.birth_date, row.sex), row)
    everybody = [_person(key, tuple(told.values()), born) for key, told in rows.items()]
    if remarks is not None:
        everybody = [replace(each, notes=(*each.notes, *remarks(each))) for each in everybody]
    return tuple(everybody)


def _person(key: str, rows: tuple[StagedRow, ...], born: Born) -> ArrivingPerson:
    names = _different(row.name.strip() for row in rows)
    births = _different(row.birth_date.strip() for row in rows)
    days = _different(day.text for day in map(born, births) if day is not None)
    unread = [text for text in births if born(text) is None]
    sexes = {read_sex(row.sex) for row in rows} - {Sex.UNKNOWN}
    notes = [Note("birth_date_unread", (("text", text),)) for text in unread]
    if len(days) > 1:
        notes.append(Note("two_birth_dates", (("one", days[0]), ("other", days[1]))))
    if len(sexes) > 1:
        notes.append(Note("two_sexes"))
    if len({_folded(name) for name in names}) > 1:
        notes.append(Note("two_names", (("one", names[0]), ("other", names[1]))))
    number = unicodedata.normalize("NFKC", min(row.patient_id for row in rows)).strip()
    state = PersonState.NEW if number else PersonState.UNNUMBERED
    if len(days) > 1 or len(sexes) > 1:
        state = PersonState.BLOCKED
    return ArrivingPerson(
        key=key,
        number=number,
        name=names[0] if names else "",
        birth_date=days[0] if len(days) == 1 else "",
        sex=next(iter(sexes)) if len(sexes) == 1 else Sex.UNKNOWN,
        state=state,
        notes=tuple(notes),
    )


def _different(texts: Iterable[str]) -> list[str]:
    """Give what is not empty, each once, in an order that rows do not change."""
    return sorted(set(filter(None, texts)))


def matched(
    person: ArrivingPerson,
    known: KnownPerson | None,
    candidates: tuple[KnownPerson, ...] = (),
    chosen: bool = False,
) -> ArrivingPerson:
    """Match a person with who has this number, or whose page is open; else propose.

    A name alone makes nobody: candidates are for a person to choose from. Another number speaks
    against a match unless somebody has chosen the patient for it.
    """
    if known is None:
        return replace(person, candidates=tuple(each.patient_id for each in candidates))
    against = tuple(_against(person, known))
    number, has = _number(person.number), _number(known.record_number)
    if number and number != has and not chosen:
        said = (("given", person.number), ("known", known.record_number))
        against = (Note("other_number", said), *against)
    name_differs = person.name and _folded(person.name) != _folded(known.name)
    warned = (
        (Note("other_name", (("given", person.name), ("known", known.name))),)
        if name_differs
        else ()
    )
    blocked = bool(against) or person.state is PersonState.BLOCKED
    return replace(
        person,
        state=PersonState.BLOCKED if blocked else PersonState.MATCHED,
        patient_id=known.patient_id,
        candidates=(),
        notes=(*against, *person.notes, *warned),
    )


def _against(person: ArrivingPerson, known: KnownPerson) -> Iterable[Note]:
    """Say what disagrees; what one of the two does not tell speaks for nothing."""
    if person.birth_date and known.birth_date is not None:
        given, has = person.birth_date, known.birth_date.text
        if not (given.startswith(has) or has.startswith(given)):  # a partial date holds the other
            yield Note("other_birth_date", (("given", given), ("known", has)))
    if Sex.UNKNOWN not in (person.sex, known.sex) and person.sex is not known.sex:
        yield Note("other_sex")
