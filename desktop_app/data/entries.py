"""Keep the entries of records: added, amended by a new row, voided by a mark, never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic

from sqlalchemy import insert, select

from desktop_app.data.entry_tables import (
    CYTOGENETICS,
    EVENTS,
    FINDINGS,
    HISTORY,
    LESIONS,
    RESULTS,
    TREATMENTS,
)
from desktop_app.data.families import of_family
from desktop_app.data.rows import add
from desktop_app.domain.errors import Refusal
from desktop_app.domain.journal import E, EntryKind, Kept, KeptEntry
from desktop_app.domain.record import PatientRecord, Person

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from desktop_app.data.entry_tables import EntryTable
    from desktop_app.domain.visit import Visit

# Most records have none of these: one question about all of them is less than five reads.
_RARE = (HISTORY, CYTOGENETICS, LESIONS, TREATMENTS, EVENTS)
_HELD = select(
    *(
        select(rare.table.c.id)
        .where(of_family(rare.table.c.patient_id))
        .exists()
        .label(rare.kind.value)
        for rare in _RARE
    )
)


class EntryRepository(Generic[E]):
    """Keep the entries of one kind; only current ones are given back, oldest first."""

    def __init__(
        self, connection: Connection, now: datetime, actor: str, table: EntryTable[E]
    ) -> None:
        self._connection = connection
        self._now = now
        self._actor = actor
        self._table = table

    def add(self, patient_id: int, visit_id: int | None, entries: Sequence[E]) -> None:
        """Add entries, of a visit or of none."""
        if entries:
            by = self._by(patient_id, visit_id)
            rows = [by | self._table.row_of(entry) for entry in entries]
            self._connection.execute(insert(self._table.table), rows)

    def values(self, patient_id: int) -> tuple[E, ...]:
        """Give the entries of a patient."""
        return tuple(map(self._table.read, self._rows(patient_id)))

    def kept(self, patient_id: int) -> tuple[Kept[E], ...]:
        """Give the entries of a patient with their numbers."""
        return tuple(map(self._kept, self._rows(patient_id)))

    def one(self, entry_id: int) -> Kept[E]:
        """Give one entry.

        Raises:
            Refusal: ``entry_not_current``: it is amended or voided already, or never was.
        """
        row = self._connection.execute(self._table.one, {"number": entry_id}).first()
        if row is None:
            raise Refusal("entry_not_current")
        return self._kept(row)

    def amend(self, entry_id: int, entry: E, reason: str) -> int:
        """Put a new entry in the place of one; give its number.

        Raises:
            Refusal: ``entry_not_current``.
        """
        old = self.one(entry_id)
        return add(
            self._connection,
            self._table.table,
            **self._by(old.patient_id, old.visit_id),
            **self._table.row_of(entry),
            amends_id=entry_id,
            amend_reason=reason,
        )

    def void(self, entry_id: int, reason: str) -> int:
        """Withdraw an entry; give its patient.

        Raises:
            Refusal: ``entry_not_current``.
        """
        patient_id = self.one(entry_id).patient_id
        mark = self._table.mark.values(self._marks(reason))
        self._connection.execute(mark, {"number": entry_id})
        return patient_id

    def void_of_visit(self, visit_id: int, reason: str) -> None:
        """Withdraw what a visit added and nobody withdrew yet."""
        mark = self._table.mark_of_visit.values(self._marks(reason))
        self._connection.execute(mark, {"number": visit_id})

    def _rows(self, patient_id: int) -> Sequence[Any]:
        found = self._connection.execute(self._table.of_patient, {"patient_id": patient_id})
        return found.all()

    def _kept(self, row: Any) -> Kept[E]:
        number, patient_id, visit_id, amends_id = row[:4]
        entry, kind = self._table.read(row), self._table.kind
        return Kept(kind, number, patient_id, visit_id, amends_id is not None, entry)

    def _by(self, patient_id: int, visit_id: int | None) -> dict[str, Any]:
        return {
            "patient_id": patient_id,
            "visit_id": visit_id,
            "recorded_at": self._now,
            "recorded_by": self._actor,
        }

    def _marks(self, reason: str) -> dict[str, Any]:
        return {"voided_at": self._now, "voided_by": self._actor, "void_reason": reason}


class EntryBook:
    """Hold the repositories of all kinds, and do with all of them what concerns all."""

    def __init__(self, connection: Connection, now: datetime, actor: str) -> None:
        self.results = EntryRepository(connection, now, actor, RESULTS)
        self.findings = EntryRepository(connection, now, actor, FINDINGS)
        self.cytogenetics = EntryRepository(connection, now, actor, CYTOGENETICS)
        self.lesions = EntryRepository(connection, now, actor, LESIONS)
        self.history = EntryRepository(connection, now, actor, HISTORY)
        self.treatments = EntryRepository(connection, now, actor, TREATMENTS)
        self.events = EntryRepository(connection, now, actor, EVENTS)
        self._connection = connection
        self._of_kind: dict[EntryKind, EntryRepository[Any]] = {
            EntryKind.RESULT: self.results,
            EntryKind.FINDING: self.findings,
            EntryKind.CYTOGENETIC: self.cytogenetics,
            EntryKind.LESION: self.lesions,
            EntryKind.HISTORY: self.history,
            EntryKind.TREATMENT: self.treatments,
            EntryKind.EVENT: self.events,
        }

    def of(self, kind: EntryKind) -> EntryRepository[Any]:
        """Give the repository of a kind."""
        return self._of_kind[kind]

    def add(self, patient_id: int, visit_id: int | None, added: Visit | PatientRecord) -> None:
        """Add everything that a visit or a record holds."""
        self.results.add(patient_id, visit_id, added.results)
        self.findings.add(patient_id, visit_id, added.findings)
        self.cytogenetics.add(patient_id, visit_id, added.cytogenetics)
        self.lesions.add(patient_id, visit_id, added.lesions)
        self.history.add(patient_id, visit_id, added.history)
        self.treatments.add(patient_id, visit_id, added.treatments)
        self.events.add(patient_id, visit_id, added.events)

    def record(self, patient_id: int, person: Person) -> PatientRecord:
        """Put together everything current of a patient."""
        held = self._connection.execute(_HELD, {"patient_id": patient_id}).one()
        return PatientRecord(
            person,
            history=self.history.values(patient_id) if held.history else (),
            results=self.results.values(patient_id),
            findings=self.findings.values(patient_id),
            cytogenetics=self.cytogenetics.values(patient_id) if held.cytogenetic else (),
            lesions=self.lesions.values(patient_id) if held.lesion else (),
            treatments=self.treatments.values(patient_id) if held.treatment else (),
            events=self.events.values(patient_id) if held.event else (),
        )

    def kept(self, patient_id: int) -> tuple[KeptEntry, ...]:
        """Give every current entry of a patient but the results, kind by kind, oldest first."""
        return tuple(
            kept
            for kind, repository in self._of_kind.items()
            if kind is not EntryKind.RESULT
            for kept in repository.kept(patient_id)
        )

    def void_of_visit(self, visit_id: int, reason: str) -> None:
        """Withdraw everything that a visit added and nobody withdrew yet."""
        for repository in self._of_kind.values():
            repository.void_of_visit(visit_id, reason)
