"""Take an import back: withdraw what still stands of it, and let what it corrected stand again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Table, bindparam, func, insert, select, update

from desktop_app.data.entry_tables import FINDINGS, RESULTS
from desktop_app.data.import_tables import (
    ImportBatchRow,
    ImportedFindingRow,
    ImportedLineRow,
    ImportedResultRow,
)
from desktop_app.data.rows import add, table_of
from desktop_app.domain.arrivals.known import Undone

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy import Connection

    from desktop_app.data.entry_tables import EntryTable

_BATCH = table_of(ImportBatchRow)
_LINE = table_of(ImportedLineRow)
_KINDS: tuple[tuple[EntryTable[Any], Table], ...] = (
    (RESULTS, table_of(ImportedResultRow)),
    (FINDINGS, table_of(ImportedFindingRow)),
)


def withdrawal_reason(name: str, line: int) -> str:
    """Give why an import withdraws an entry: its source and line, which need no language."""
    return f"{name}: {line}"


def undone(connection: Connection, batch_id: int, reason: str, now: datetime, actor: str) -> Undone:
    """Withdraw the entries of a batch that stand, restore what they corrected, mark the batch."""
    marks = {"voided_at": now, "voided_by": actor, "void_reason": reason}
    withdrawn = restored = left = 0
    patients: set[int] = set()
    for kind, link in _KINDS:
        table, newer = kind.table, kind.table.alias()
        brought = select(link.c.entry_id).join_from(link, _LINE, link.c.line_id == _LINE.c.id)
        brought = brought.where(_LINE.c.batch_id == batch_id)
        ours, amending = table.c.id.in_(brought), newer.c.amends_id == table.c.id
        amended = select(newer.c.id).where(amending).exists()
        by_hand = select(newer.c.id).where(amending, newer.c.id.not_in(select(link.c.entry_id)))
        standing = (ours, table.c.voided_at.is_(None), ~amended)
        patients.update(connection.scalars(select(table.c.patient_id).where(*standing).distinct()))
        left += connection.scalar(select(func.count()).where(ours, by_hand.exists())) or 0
        restored += _restore(connection, kind, link, standing, _by(reason, now, actor))
        withdrawn += connection.execute(update(table).where(*standing).values(marks)).rowcount
        given = _given_back(connection, kind, link, batch_id, _by(reason, now, actor))
        restored += len(given)
        patients.update(given)
    connection.execute(
        update(_BATCH).where(_BATCH.c.id == bindparam("number")).values(marks),
        {"number": batch_id},
    )
    return Undone(withdrawn, restored, left, tuple(sorted(patients)))


def _restore(
    connection: Connection,
    kind: EntryTable[Any],
    link: Table,
    standing: tuple[Any, ...],
    by: Mapping[str, Any],
) -> int:
    """Put what a correction replaced in its place again, as a further version of the entry.

    It keeps the line that it came from; what came from an import that was taken back itself stays
    away.
    """
    table, before = kind.table, kind.table.alias()
    query = (
        _whole(kind, before, link, table.c.id)
        .join_from(table, before, table.c.amends_id == before.c.id)
        .join(link, link.c.entry_id == before.c.id, isouter=True)
        .join(_LINE, _LINE.c.id == link.c.line_id, isouter=True)
        .join(_BATCH, _BATCH.c.id == _LINE.c.batch_id, isouter=True)
        .where(*standing, _BATCH.c.voided_at.is_(None))
    )
    return len(_added(connection, table, link, query, by))


def _given_back(
    connection: Connection,
    kind: EntryTable[Any],
    link: Table,
    batch_id: int,
    by: Mapping[str, Any],
) -> list[int]:
    """Let what a batch withdrew, because the laboratory did, stand again; give the patients."""
    table, source, theirs = kind.table, _BATCH.alias(), _LINE.alias()
    batch = connection.execute(select(source).where(source.c.id == batch_id)).one()
    lines = connection.scalars(select(_LINE.c.line).where(_LINE.c.batch_id == batch_id).distinct())
    reasons = {withdrawal_reason(batch.name, line) for line in lines}
    marked = (table.c.voided_at == batch.recorded_at, table.c.voided_by == batch.recorded_by)
    found = connection.execute(select(table.c.id, table.c.void_reason).where(*marked))
    numbers = [row.id for row in found if row.void_reason in reasons]
    query = (
        _whole(kind, table, link, table.c.id)
        .join_from(table, link, link.c.entry_id == table.c.id, isouter=True)
        .join(theirs, theirs.c.id == link.c.line_id, isouter=True)
        .join(source, source.c.id == theirs.c.batch_id, isouter=True)
        .where(table.c.id.in_(numbers), source.c.voided_at.is_(None))
    )
    return _added(connection, table, link, query, by) if numbers else []


def _whole(kind: EntryTable[Any], of: Any, link: Table, amended: Any) -> Any:
    """Select an entry's row as a further version of another."""
    kept = ("patient_id", "visit_id", "observed", "observed_first", "observed_last", *kind.columns)
    return select(amended.label("amends_id"), link.c.line_id, *(of.c[name] for name in kept))


def _added(
    connection: Connection, table: Table, link: Table, query: Any, by: Mapping[str, Any]
) -> list[int]:
    """Add the versions that a question gives, each with its line; give whose they are."""
    rows = [dict(row) for row in connection.execute(query).mappings()]
    for row in rows:
        line_id = row.pop("line_id")
        number = add(connection, table, **row, **by)
        if line_id is not None:  # else it was typed
            connection.execute(insert(link), {"entry_id": number, "line_id": line_id})
    return [row["patient_id"] for row in rows]


def _by(reason: str, now: datetime, actor: str) -> dict[str, Any]:
    return {"recorded_at": now, "recorded_by": actor, "amend_reason": reason}
