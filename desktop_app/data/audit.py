"""Append to the log of what was done; each line carries the hash of the line before."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from desktop_app.data.columns import instant_text
from desktop_app.data.rows import add, table_of
from desktop_app.data.tables import AuditRow

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from desktop_app.domain.audit import Action

FIRST_HASH = "0" * 64

_AUDIT = table_of(AuditRow)
_NEWEST = select(_AUDIT.c.hash).order_by(_AUDIT.c.id.desc()).limit(1)
_ALL = select(_AUDIT).order_by(_AUDIT.c.id)


class AuditLog:
    """Append lines in the transaction of what they tell of."""

    def __init__(self, connection: Connection, now: datetime, actor: str) -> None:
        self._connection = connection
        self._now = now
        self._actor = actor
        self._newest: str | None = None  # of the lines that this transaction wrote

    def append(self, action: Action, entity: str, entity_id: int | None = None) -> None:
        """Say who did what to which row, and when; never with which value."""
        line: dict[str, Any] = {
            "at": self._now,
            "actor": self._actor,
            "action": action.value,
            "entity": entity,
            "entity_id": entity_id,
            "previous_hash": self._newest or self._connection.scalar(_NEWEST) or FIRST_HASH,
        }
        self._newest = line_hash(**line)
        add(self._connection, _AUDIT, **line, hash=self._newest)


def line_hash(
    *, at: datetime, actor: str, action: str, entity: str, entity_id: Any, previous_hash: str
) -> str:
    """Give the hash over a line and the hash of the line before it."""
    said = [previous_hash, instant_text(at), actor, action, entity, entity_id]
    return hashlib.sha256(json.dumps(said, ensure_ascii=True).encode()).hexdigest()


def first_broken(connection: Connection) -> int | None:
    """Give the number of the first line that does not follow from the one before, or None."""
    previous = FIRST_HASH
    for row in connection.execute(_ALL).mappings():
        line = dict(row)
        number, own_hash = int(line.pop("id")), line.pop("hash")
        if line["previous_hash"] != previous or own_hash != line_hash(**line):
            return number
        previous = own_hash
    return None
