"""Keep visits and their notes."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, select, update

from desktop_app.data.families import of_family
from desktop_app.data.rows import add, table_of
from desktop_app.data.tables import VisitNoteRow, VisitRow
from desktop_app.domain.errors import Refusal
from desktop_app.domain.journal import EntryKind, Kept, VisitSummary

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy import Connection

    from desktop_app.data.entries import EntryBook
    from desktop_app.domain.visit import Visit

_VISIT = table_of(VisitRow)
_NOTE = table_of(VisitNoteRow)
_CURRENT = (of_family(_VISIT.c.patient_id), _VISIT.c.voided_at.is_(None))
_OF_DAY = (
    select(_VISIT.c.id)
    .where(
        # What joins a visit of somebody who was merged could not be parted again.
        _VISIT.c.patient_id == bindparam("patient_id"),
        _VISIT.c.voided_at.is_(None),
        _VISIT.c.observed_on == bindparam("day"),
    )
    .order_by(_VISIT.c.id.desc())
    .limit(1)
)
_LAST_DAY = select(func.max(_VISIT.c.observed_on)).where(*_CURRENT)
_NEWEST_FIRST = (
    select(_VISIT).where(*_CURRENT).order_by(_VISIT.c.observed_on.desc(), _VISIT.c.id.desc())
)
_PATIENT_OF = select(_VISIT.c.patient_id).where(
    _VISIT.c.id == bindparam("number"), _VISIT.c.voided_at.is_(None)
)
_NOTES = (
    select(_NOTE.c.visit_id, _NOTE.c.text)
    .where(of_family(_NOTE.c.patient_id), _NOTE.c.voided_at.is_(None))
    .order_by(_NOTE.c.id)
)
_MARK_VISIT = update(_VISIT).where(_VISIT.c.id == bindparam("number"))
_MARK_NOTES = update(_NOTE).where(
    _NOTE.c.visit_id == bindparam("number"), _NOTE.c.voided_at.is_(None)
)


class VisitRepository:
    """Keep the visits of all patients; only those that nobody voided are given back."""

    def __init__(
        self,
        connection: Connection,
        now: datetime,
        actor: str,
        entries: EntryBook,
    ) -> None:
        self._connection = connection
        self._now = now
        self._actor = actor
        self._entries = entries

    def of_day(self, patient_id: int, day: date) -> int | None:
        """Give the latest visit of a patient on a day, or None."""
        return self._connection.scalar(_OF_DAY, {"patient_id": patient_id, "day": day})

    def add(self, visit: Visit) -> int:
        """Add a visit with all that it holds; give its number."""
        visit_id = add(
            self._connection, _VISIT, **self._by(visit.patient_id), observed_on=visit.observed_on
        )
        self.join(visit_id, visit)
        return visit_id

    def join(self, visit_id: int, visit: Visit) -> None:
        """Add to a visit that is recorded already."""
        self._entries.add(visit.patient_id, visit_id, visit)
        if visit.note:
            by = self._by(visit.patient_id)
            add(self._connection, _NOTE, **by, visit_id=visit_id, text=visit.note)

    def void(self, visit_id: int, reason: str) -> int:
        """Withdraw a visit with all that it added; give its patient.

        Raises:
            Refusal: ``no_such_visit``.
        """
        patient_id: int | None = self._connection.scalar(_PATIENT_OF, {"number": visit_id})
        if patient_id is None:
            raise Refusal("no_such_visit")
        marks = {"voided_at": self._now, "voided_by": self._actor, "void_reason": reason}
        for mark in (_MARK_VISIT, _MARK_NOTES):
            self._connection.execute(mark.values(marks), {"number": visit_id})
        self._entries.void_of_visit(visit_id, reason)
        return patient_id

    def last_day(self, patient_id: int) -> date | None:
        """Give the day of the latest visit, or None."""
        day: date | None = self._connection.scalar(_LAST_DAY, {"patient_id": patient_id})
        return day

    def history(self, patient_id: int) -> tuple[VisitSummary, ...]:
        """List the visits of a patient with what each added, newest first."""
        patient = {"patient_id": patient_id}
        entries: dict[tuple[int | None, EntryKind], list[Kept[Any]]] = defaultdict(list)
        notes: dict[int, list[str]] = defaultdict(list)
        book = self._entries
        found: tuple[Kept[Any], ...] = (*book.results.kept(patient_id), *book.kept(patient_id))
        for kept in found:
            entries[kept.visit_id, kept.kind].append(kept)
        for visit_id, text in self._connection.execute(_NOTES, patient):
            notes[visit_id].append(text)
        return tuple(
            VisitSummary(
                visit_id=row.id,
                observed_on=row.observed_on,
                recorded_at=row.recorded_at,
                results=tuple(entries[row.id, EntryKind.RESULT]),
                findings=tuple(entries[row.id, EntryKind.FINDING]),
                note="\n".join(notes[row.id]),
                cytogenetics=tuple(entries[row.id, EntryKind.CYTOGENETIC]),
                lesions=tuple(entries[row.id, EntryKind.LESION]),
                history=tuple(entries[row.id, EntryKind.HISTORY]),
                treatments=tuple(entries[row.id, EntryKind.TREATMENT]),
                events=tuple(entries[row.id, EntryKind.EVENT]),
            )
            for row in self._connection.execute(_NEWEST_FIRST, patient)
        )

    def _by(self, patient_id: int) -> dict[str, Any]:
        return {
            "patient_id": patient_id,
            "recorded_at": self._now,
            "recorded_by": self._actor,
        }
