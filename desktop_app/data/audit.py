"""Append to the log of what was done; each line carries the hash of the line before."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from desktop_app.data.columns import instant_text
from desktop_app.data.rows import add, table_of
from desktop_app.data.tables import AuditRow
from desktop_app.domain.audit import AuditFault, AuditHead, AuditLine, FaultKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Select

    from desktop_app.domain.audit import Action, AuditFilter

FIRST_HASH = "0" * 64

_AUDIT = table_of(AuditRow)
_NEWEST = select(_AUDIT.c.id, _AUDIT.c.hash).order_by(_AUDIT.c.id.desc()).limit(1)
_ALL = select(_AUDIT).order_by(_AUDIT.c.id)
_WITH_HASH = select(_AUDIT.c.id).where(_AUDIT.c.hash == bindparam("hash"))
_ACTORS = select(_AUDIT.c.actor).distinct().order_by(_AUDIT.c.actor)


class AuditLog:
    """Append lines in the transaction of what they tell of."""

    def __init__(self, connection: Connection, now: datetime, actor: str) -> None:
        self._connection = connection
        self._now = now
        self._actor = actor
        self.written: AuditHead | None = None  # of the lines that this transaction wrote

    def append(
        self, action: Action, entity: str, entity_id: int | None = None, detail: str | None = None
    ) -> None:
        """Say who did what to which row, and when; ``detail`` is a reason or the kind of a file.

        Never an identity, never a result.
        """
        line: dict[str, Any] = {
            "at": self._now,
            "actor": self._actor,
            "action": action.value,
            "entity": entity,
            "entity_id": entity_id,
            "detail": detail or None,
            "previous_hash": (self.written or self.head()).hash,
        }
        own = line_hash(**line)
        self.written = AuditHead(add(self._connection, _AUDIT, **line, hash=own), own)

    def lines(self, wanted: AuditFilter, limit: int) -> tuple[AuditLine, ...]:
        """Give the newest lines that fit, newest first."""
        found = self._connection.execute(_fitting(wanted).limit(limit))
        return tuple(
            AuditLine(x.id, x.at, x.actor, x.action, x.entity, x.entity_id, x.detail) for x in found
        )

    def actors(self) -> tuple[str, ...]:
        """Name everybody of whom there is a line."""
        return tuple(self._connection.scalars(_ACTORS))

    def head(self) -> AuditHead:
        """Give the number of the newest line, and its hash."""
        newest = self._connection.execute(_NEWEST).first()
        return AuditHead(0, FIRST_HASH) if newest is None else AuditHead(*newest)

    def knows(self, head: AuditHead) -> bool:
        """Tell whether the log ever came as far as that; one that does not has lost its end."""
        return self._connection.scalar(_WITH_HASH, {"hash": head.hash}) is not None

    def faults(self, heads: tuple[AuditHead, ...] = ()) -> tuple[AuditFault, ...]:
        """Name every line that was changed, moved or put in, and every gap where lines were.

        ``heads`` are what was known of the log earlier, from outside the record: a log that lost
        its newest lines is whole in itself, and only they can tell.
        """
        lines = [dict(row) for row in self._connection.execute(_ALL).mappings()]
        return (*_in_chain(lines), *_cut_off(lines, heads))


def line_hash(
    *,
    at: datetime,
    actor: str,
    action: str,
    entity: str,
    entity_id: Any,
    previous_hash: str,
    detail: str | None = None,
) -> str:
    """Give the hash over a line and the hash of the line before it."""
    said = [previous_hash, instant_text(at), actor, action, entity, entity_id]
    if detail is not None:  # lines of before there were details keep their hash
        said.append(detail)
    return hashlib.sha256(json.dumps(said, ensure_ascii=True).encode()).hexdigest()


def _in_chain(lines: Sequence[dict[str, Any]]) -> Iterator[AuditFault]:
    hashes = {line["hash"] for line in lines}
    previous = {FIRST_HASH}
    for line in lines:
        said = {name: value for name, value in line.items() if name not in ("id", "hash")}
        own = line_hash(**said)
        if line["hash"] != own:
            yield AuditFault(FaultKind.CHANGED, line["id"])
        elif line["previous_hash"] not in previous:
            # What it follows stands elsewhere, or nowhere any more.
            moved = line["previous_hash"] in hashes or line["previous_hash"] == FIRST_HASH
            yield AuditFault(FaultKind.MOVED if moved else FaultKind.REMOVED_BEFORE, line["id"])
        # Of a line that was changed, either its words or its hash still are what they were.
        previous = {line["hash"], own}


def _cut_off(lines: Sequence[dict[str, Any]], heads: tuple[AuditHead, ...]) -> Iterator[AuditFault]:
    hashes = {line["hash"] for line in lines} | {FIRST_HASH}
    lost = [head.count for head in heads if head.hash not in hashes]
    if lost:
        yield AuditFault(FaultKind.CUT_OFF, max(lost))


def _fitting(wanted: AuditFilter) -> Select[Any]:
    chosen = select(_AUDIT).order_by(_AUDIT.c.id.desc())
    if wanted.actor:
        chosen = chosen.where(_AUDIT.c.actor == wanted.actor)
    if wanted.actions:
        chosen = chosen.where(_AUDIT.c.action.in_(sorted(wanted.actions)))
    if wanted.entity:
        chosen = chosen.where(_AUDIT.c.entity == wanted.entity)
    if wanted.entity_id is not None:
        chosen = chosen.where(_AUDIT.c.entity_id == wanted.entity_id)
    if wanted.first is not None:
        chosen = chosen.where(_AUDIT.c.at >= wanted.first)
    if wanted.last is not None:
        chosen = chosen.where(_AUDIT.c.at < wanted.last)
    return chosen
