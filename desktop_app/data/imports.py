"""Keep imports: the entries that they brought, each with its line, and who waits for assessment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, func, insert, select

from desktop_app.data.bulk import Bulk, EntryBulk
from desktop_app.data.entry_tables import FINDINGS, RESULTS
from desktop_app.data.import_tables import (
    ImportBatchRow,
    ImportedFindingRow,
    ImportedLineRow,
    ImportedResultRow,
    PendingAssessmentRow,
)
from desktop_app.data.import_undo import undone
from desktop_app.data.rows import add, table_of
from desktop_app.data.search_keys import number_key
from desktop_app.data.tables import AuditRow, PatientRow
from desktop_app.domain.arrivals.known import ImportBatch, KnownPerson, Origin, Undone
from desktop_app.domain.errors import Refusal
from desktop_app.domain.journal import EntryKind
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Finding, Result, Sex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

_BATCH = table_of(ImportBatchRow)
_LINE = table_of(ImportedLineRow)
_PATIENT = table_of(PatientRow)
_PENDING = table_of(PendingAssessmentRow)
_LINKS = {
    EntryKind.RESULT: table_of(ImportedResultRow),
    EntryKind.FINDING: table_of(ImportedFindingRow),
}
_PERSON = select(
    _PATIENT.c.id,
    _PATIENT.c.record_number,
    _PATIENT.c.name,
    _PATIENT.c.birth,
    _PATIENT.c.sex,
    _PATIENT.c.number_key,
)
_ONE = _PERSON.where(_PATIENT.c.id == bindparam("number"))
_NUMBERED = _PERSON.where(_PATIENT.c.number_key.in_(bindparam("keys", expanding=True)))
_AT_ONCE = 500  # numbers in one question
_LAST_LINE = select(func.max(table_of(AuditRow).c.id))
_BATCHES = select(_BATCH).order_by(_BATCH.c.id.desc())
_STANDING = select(_BATCH.c.sha256).where(_BATCH.c.voided_at.is_(None))
_OF_HASH = (
    select(_BATCH.c.id)
    .where(_BATCH.c.sha256 == bindparam("sha256"), _BATCH.c.voided_at.is_(None))
    .order_by(_BATCH.c.id.desc())
    .limit(1)
)
_ORIGINS = {
    kind: select(_LINE.c.line, _LINE.c.raw, *_BATCH.c)
    .join_from(link, _LINE, link.c.line_id == _LINE.c.id)
    .join(_BATCH, _LINE.c.batch_id == _BATCH.c.id)
    .where(link.c.entry_id == bindparam("entry_id"))
    for kind, link in _LINKS.items()
}
_WAITING = select(_PENDING.c.patient_id).order_by(_PENDING.c.patient_id)
_COUNT = select(func.count()).select_from(_PENDING)
_DONE = delete(_PENDING).where(_PENDING.c.patient_id == bindparam("whose"))


@dataclass(frozen=True, slots=True)
class Arrived:
    """Hold an entry on its way in, with whose it is and the line that it came from."""

    patient_id: int
    entry: Result | Finding
    line: int
    raw: str


class ImportRepository:
    """Keep every import as one batch."""

    def __init__(self, connection: Connection, now: datetime, actor: str) -> None:
        self._connection = connection
        self._now = now
        self._actor = actor

    def add_batch(self, batch: ImportBatch) -> BatchWriter:
        """Begin a batch; its number and its moment are given here."""
        number = add(
            self._connection,
            _BATCH,
            name=batch.name,
            sha256=batch.sha256,
            profile=batch.profile,
            recorded_at=self._now,
            recorded_by=self._actor,
            rows=batch.rows,
            stored=batch.stored,
            corrected=batch.corrected,
            registered=batch.registered,
        )
        return BatchWriter(self._connection, self._now, self._actor, number)

    def batches(self) -> tuple[ImportBatch, ...]:
        """List the imports, newest first."""
        return tuple(map(_batch, self._connection.execute(_BATCHES)))

    def batch_of(self, sha256: str) -> int | None:
        """Give the latest batch of the very same bytes that was not taken back, or None."""
        number: int | None = self._connection.scalar(_OF_HASH, {"sha256": sha256})
        return number

    def seen(self) -> int:
        """Give the number of the last line of the log: what is written later has a higher one."""
        return self._connection.scalar(_LAST_LINE) or 0

    def hashes(self) -> frozenset[str]:
        """Give the hashes of every source that is in the record."""
        return frozenset(self._connection.scalars(_STANDING))

    def origin(self, kind: EntryKind, entry_id: int) -> Origin | None:
        """Give the line that an entry was made of, or None where it came from no import."""
        query = _ORIGINS.get(kind)
        if query is None:
            return None
        row = self._connection.execute(query, {"entry_id": entry_id}).first()
        return None if row is None else Origin(_batch(row), row.line, row.raw)

    def undo(self, batch_id: int, reason: str) -> Undone:
        """Withdraw what stands of a batch, and mark the batch; whom it touched waits.

        Raises:
            Refusal: ``no_such_import``: it never was, or is taken back already.
        """
        known = {batch.batch_id for batch in self.batches() if not batch.undone}
        if batch_id not in known:
            raise Refusal("no_such_import")
        result = undone(self._connection, batch_id, reason, self._now, self._actor)
        self.wait(result.patients)
        return result

    def numbered(self, record_numbers: Collection[str]) -> dict[str, KnownPerson]:
        """Give who has one of these numbers, however it was typed, by the number as asked."""
        keys = {number: number_key(number) for number in record_numbers}
        wanted = sorted({key for key in keys.values() if key})
        found: dict[str, KnownPerson] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            some = {"keys": wanted[start : start + _AT_ONCE]}
            for row in self._connection.execute(_NUMBERED, some):
                found[row.number_key] = _person(row)
        return {number: found[key] for number, key in keys.items() if key in found}

    def known(self, patient_id: int) -> KnownPerson:
        """Give who a patient is, as far as a laboratory's rows can agree with it.

        Raises:
            Refusal: ``no_such_patient``.
        """
        row = self._connection.execute(_ONE, {"number": patient_id}).first()
        if row is None:
            raise Refusal("no_such_patient")
        return _person(row)

    def wait(self, patients: Iterable[int]) -> None:
        """Let patients wait for their assessment."""
        fresh = set(patients).difference(self._connection.scalars(_WAITING))
        if fresh:
            rows = [{"patient_id": patient_id} for patient_id in sorted(fresh)]
            self._connection.execute(insert(_PENDING), rows)

    def pending(self, limit: int) -> tuple[int, ...]:
        """Give the first patients who wait for their assessment."""
        return tuple(self._connection.scalars(_WAITING.limit(limit)))

    def pending_count(self) -> int:
        """Count the patients who wait for their assessment."""
        return self._connection.scalar(_COUNT) or 0

    def done(self, patient_id: int) -> None:
        """Let a patient wait no more."""
        self._connection.execute(_DONE, {"whose": patient_id})


class BatchWriter:
    """Write the entries of one batch with their lines, some at a time."""

    def __init__(self, connection: Connection, now: datetime, actor: str, batch_id: int) -> None:
        self.batch_id = batch_id
        self._connection = connection
        self._results = EntryBulk(connection, RESULTS, now, actor)
        self._findings = EntryBulk(connection, FINDINGS, now, actor)
        self._lines = Bulk(connection, _LINE, ("id", "batch_id", "line", "raw"))
        self._links = {
            kind: Bulk(connection, link, ("entry_id", "line_id")) for kind, link in _LINKS.items()
        }
        self._line_id: int = connection.scalar(select(func.max(_LINE.c.id))) or 0
        self._last: tuple[int, str] | None = None

    def add(self, arrived: Sequence[Arrived]) -> None:
        """Add entries of no visit; neighbours of one line share it."""
        lines = self._kept_lines([(each.line, each.raw) for each in arrived])
        results: list[tuple[int, Result]] = []
        findings: list[tuple[int, Finding]] = []
        result_lines: list[int] = []
        finding_lines: list[int] = []
        for each, line_id in zip(arrived, lines, strict=True):
            if isinstance(each.entry, Result):
                results.append((each.patient_id, each.entry))
                result_lines.append(line_id)
            else:
                findings.append((each.patient_id, each.entry))
                finding_lines.append(line_id)
        self._link(EntryKind.RESULT, self._results.add(results), result_lines)
        self._link(EntryKind.FINDING, self._findings.add(findings), finding_lines)

    def link(self, kind: EntryKind, entry_id: int, line: int, raw: str) -> None:
        """Lead from an entry that stands already to its line."""
        self._link(kind, (entry_id,), self._kept_lines([(line, raw)]))

    def keep(self, line: int, raw: str) -> None:
        """Keep a line that brought no entry of its own: it withdrew one."""
        self._kept_lines([(line, raw)])

    def _link(self, kind: EntryKind, numbers: Iterable[int], lines: Sequence[int]) -> None:
        self._links[kind].write(list(zip(numbers, lines, strict=True)))

    def _kept_lines(self, lines: Sequence[tuple[int, str]]) -> list[int]:
        numbers: list[int] = []
        fresh: list[tuple[int, int, int, str]] = []
        for line in lines:
            if line != self._last:
                self._last = line
                self._line_id += 1
                fresh.append((self._line_id, self.batch_id, *line))
            numbers.append(self._line_id)
        self._lines.write(fresh)
        return numbers


def _batch(row: Any) -> ImportBatch:
    return ImportBatch(
        row.id,
        row.name,
        row.sha256,
        row.profile,
        row.recorded_at,
        row.rows,
        row.stored,
        row.corrected,
        row.registered,
        row.voided_at,
        row.void_reason,
    )


def _person(row: Any) -> KnownPerson:
    birth = PartialDate(row.birth) if row.birth else None
    return KnownPerson(row.id, row.record_number, row.name, birth, Sex(row.sex))
