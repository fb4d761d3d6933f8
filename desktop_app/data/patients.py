"""Keep who the patients are, and find them again."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, case, func, or_, select

from desktop_app.data.families import MERGE, STANDS, not_merged
from desktop_app.data.rows import add, table_of
from desktop_app.data.search_keys import birth_key, day_fragment, number_key, search_key
from desktop_app.data.tables import PatientRow as PatientTable
from desktop_app.data.tables import StandingRow
from desktop_app.domain.errors import Refusal
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.patient import Identity, age_on
from desktop_app.domain.record import Sex
from desktop_app.domain.worklist import DUE_SOON_DAYS, PatientRow, Scope, WorklistCounts

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection, FromClause

_PATIENT = table_of(PatientTable)
_STANDING = table_of(StandingRow)
_MERGED = _PATIENT.alias()
_UNMERGED = not_merged(_PATIENT.c.id)
_ONE = select(_PATIENT).where(_PATIENT.c.id == bindparam("number"))
_NUMBERED = select(_PATIENT.c.id).where(_PATIENT.c.number_key == bindparam("number_key"))
_NUMBERS = select(_PATIENT.c.id).where(_UNMERGED).order_by(_PATIENT.c.id)
_EVERYONE = select(
    select(func.count()).select_from(_PATIENT).scalar_subquery()
    - select(func.count()).select_from(MERGE).where(STANDS).scalar_subquery()
)
_LISTED = not_merged(_STANDING.c.patient_id)
_LAST_CHARACTER = "\U0010ffff"
_HIGHEST_RISK_FIRST = ("high", "high_intermediate", "intermediate", "low_intermediate", "low")


class PatientRepository:
    """Add patients and list them; what the list says of them stands in ``standing``."""

    def __init__(self, connection: Connection, now: datetime, actor: str) -> None:
        self._connection = connection
        self._now = now
        self._actor = actor

    def add(self, identity: Identity, *, fictional: bool) -> int:
        """Add a patient; give the number."""
        birth = identity.birth_date
        return add(
            self._connection,
            _PATIENT,
            record_number=identity.record_number,
            name=identity.name,
            birth=birth.text if birth else None,
            birth_first=birth.first if birth else None,
            birth_last=birth.last if birth else None,
            sex=identity.sex.value,
            phone=identity.phone,
            leaflet_languages=identity.leaflet_languages,
            fictional=fictional,
            registered_at=self._now,
            registered_by=self._actor,
            number_key=number_key(identity.record_number),
            name_key=search_key(identity.name),
            birth_key=birth_key(birth.text) if birth else "",
        )

    def number_taken(self, record_number: str) -> bool:
        """Tell whether a patient has this number, however it was typed."""
        numbered = {"number_key": number_key(record_number)}
        return self._connection.scalar(_NUMBERED, numbered) is not None

    def numbers(self) -> tuple[int, ...]:
        """Give the numbers of all who are listed, in the order in which they were registered."""
        return tuple(self._connection.scalars(_NUMBERS))

    def identity(self, patient_id: int) -> Identity:
        """Give who the patient is.

        Raises:
            Refusal: ``no_such_patient``.
        """
        row = self._row(patient_id)
        return Identity(
            record_number=row.record_number,
            name=row.name,
            birth_date=PartialDate(row.birth) if row.birth else None,
            sex=Sex(row.sex),
            phone=row.phone,
            leaflet_languages=row.leaflet_languages,
        )

    def fictional(self, patient_id: int) -> bool:
        """Tell whether the patient was made up for demonstration."""
        fictional: bool = self._row(patient_id).fictional
        return fictional

    def line(self, patient_id: int, today: date) -> PatientRow:
        """Give the line of one patient.

        Raises:
            Refusal: ``no_such_patient``.
        """
        number = self._row(patient_id).id
        (found,) = self._lines(_listed().where(_PATIENT.c.id == number), today)
        return found

    def search(self, text: str, scope: Scope, limit: int, today: date) -> tuple[PatientRow, ...]:
        """List those whose name, number or birth date has every word; beginnings come first.

        Who was merged is found as the patient who is kept.
        """
        key = search_key(text)
        wanted = (_UNMERGED, *_within(scope, today))
        query = _listed().where(*wanted).order_by(*_order(scope), _PATIENT.c.id)
        if not key:
            return self._lines(query.limit(limit), today)
        found = self._lines(query.where(_known(partial(_begins, key))).limit(limit), today)
        if len(found) < limit:
            words = (_known(partial(_holds, word)) for word in key.split())
            rest = query.where(*words).limit(limit)
            seen = {line.patient_id for line in found}
            more = (line for line in self._lines(rest, today) if line.patient_id not in seen)
            found = (*found, *more)[:limit]
        return found

    def similar(
        self, record_number: str, name: str, birth: str, limit: int, today: date
    ) -> tuple[PatientRow, ...]:
        """List who may be the same person: number, name, or birth date with the first character."""
        number, key = number_key(record_number), search_key(name)

        def alike(who: FromClause) -> ColumnElement[bool]:
            same: list[ColumnElement[bool]] = [who.c.name_key == key] if key else []
            if number:
                same.append(who.c.number_key == number)
            if key and birth:
                same_day = who.c.birth_key == birth_key(birth)
                same.append(and_(same_day, _starts(who.c.name_key, key[0])))
            return or_(*same)

        if not (number or key):
            return ()
        surest = case(
            (_PATIENT.c.number_key == number, 0), (_PATIENT.c.name_key == key, 1), else_=2
        )
        query = _listed().where(_UNMERGED, _known(alike)).order_by(surest, _PATIENT.c.id)
        return self._lines(query.limit(limit), today)

    def counts(self, today: date) -> WorklistCounts:
        """Count the patients of every scope."""
        everyone = self._connection.scalar(_EVERYONE) or 0
        counted = [
            self._connection.scalar(select(func.count()).where(_LISTED, *condition)) or 0
            for condition in (
                _within(scope, today) for scope in (Scope.OVERDUE, Scope.DUE_SOON, Scope.TODAY)
            )
        ]
        return WorklistCounts(everyone, *counted)

    def _row(self, patient_id: int) -> Any:
        row = self._connection.execute(_ONE, {"number": patient_id}).first()
        if row is None:
            raise Refusal("no_such_patient")
        return row

    def _lines(self, query: Select[*tuple[Any, ...]], today: date) -> tuple[PatientRow, ...]:
        return tuple(_line(row, today) for row in self._connection.execute(query).all())


def _listed() -> Select[*tuple[Any, ...]]:
    return select(
        _PATIENT.c.id,
        _PATIENT.c.record_number,
        _PATIENT.c.name,
        _PATIENT.c.sex,
        _PATIENT.c.birth,
        _STANDING.c.category,
        _STANDING.c.status,
        _STANDING.c.possible,
        _STANDING.c.risk_group,
        _STANDING.c.risk_groups,
        _STANDING.c.last_visit,
        _STANDING.c.next_due,
        _STANDING.c.refer_now,
        _STANDING.c.overridden,
    ).join_from(_PATIENT, _STANDING, _STANDING.c.patient_id == _PATIENT.c.id, isouter=True)


def _line(row: Any, today: date) -> PatientRow:
    birth_date = PartialDate(row.birth) if row.birth else None
    return PatientRow(
        patient_id=row.id,
        record_number=row.record_number,
        name=row.name,
        sex=Sex(row.sex),
        birth_date=birth_date,
        age=age_on(birth_date, today),
        category=row.category,
        status=row.status,
        possible=row.possible,
        risk_group=row.risk_group,
        risk_groups=row.risk_groups,
        last_visit=row.last_visit,
        next_due=row.next_due,
        overridden=bool(row.overridden),
        refer_now=bool(row.refer_now),
    )


def _within(scope: Scope, today: date) -> tuple[ColumnElement[bool], ...]:
    due = _STANDING.c.next_due
    match scope:
        case Scope.ALL:
            return ()
        case Scope.OVERDUE:
            # Who is to be referred at once has no day in the list, and must not vanish from it.
            return (or_(due < today, _STANDING.c.refer_now.is_(True)),)
        case Scope.DUE_SOON:
            return (due >= today, due <= today + timedelta(days=DUE_SOON_DAYS))
        case Scope.TODAY:
            return (or_(_STANDING.c.last_visit == today, due == today),)


def _order(scope: Scope) -> tuple[ColumnElement[Any], ...]:
    by_name, by_day = _PATIENT.c.name_key.asc(), _STANDING.c.next_due.asc()
    match scope:
        case Scope.OVERDUE:
            ranks = {group: rank for rank, group in enumerate(_HIGHEST_RISK_FIRST)}
            risk = case(ranks, value=_STANDING.c.risk_group, else_=len(ranks))
            return (_STANDING.c.refer_now.desc(), risk, by_day, by_name)
        case Scope.DUE_SOON:
            return (by_day, by_name)
        case Scope.ALL | Scope.TODAY:
            return (by_name,)


def _known(fits: Callable[[FromClause], ColumnElement[bool]]) -> ColumnElement[bool]:
    """Ask something of patients, or of those who were merged into them."""
    merged = select(MERGE.c.kept_id).join(_MERGED, MERGE.c.merged_id == _MERGED.c.id)
    return or_(fits(_PATIENT), _PATIENT.c.id.in_(merged.where(STANDS, fits(_MERGED))))


def _begins(key: str, who: FromClause) -> ColumnElement[bool]:
    digits = day_fragment(key)
    starts = [_starts(who.c.name_key, key), _starts(who.c.number_key, number_key(key))]
    if digits:
        starts.append(_starts(who.c.birth_key, digits))
    return or_(*starts)


def _holds(word: str, who: FromClause) -> ColumnElement[bool]:
    digits = day_fragment(word)
    held = [
        who.c.name_key.contains(word, autoescape=True),
        who.c.number_key.contains(word, autoescape=True),
    ]
    if digits:
        held.append(who.c.birth_key.contains(digits, autoescape=True))
    return or_(*held)


def _starts(column: Any, key: str) -> ColumnElement[bool]:
    # A range uses the index; LIKE 'x%' does not.
    return and_(column >= key, column < key + _LAST_CHARACTER)
