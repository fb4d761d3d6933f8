"""Keep what stands on the screen, version by version, until the visit is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, select

from desktop_app.data.codec import from_json, to_json
from desktop_app.data.rows import add, table_of
from desktop_app.data.tables import DraftRow
from desktop_app.domain.journal import KeptDraft

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from desktop_app.domain.visit import VisitDraft

VERSIONS_KEPT = 50

_DRAFT = table_of(DraftRow)
_OF_PATIENT = _DRAFT.c.patient_id == bindparam("patient_id")
_VERSIONS = select(_DRAFT.c.id).where(_OF_PATIENT).order_by(_DRAFT.c.id.desc())
_NEWEST = select(_DRAFT).where(_OF_PATIENT).order_by(_DRAFT.c.id.desc()).limit(1)
_NEWEST_TWO = _VERSIONS.limit(2)
_OLDEST_KEPT = _VERSIONS.offset(VERSIONS_KEPT - 1).limit(1)
_FORGET = delete(_DRAFT).where(_OF_PATIENT, _DRAFT.c.id < bindparam("before"))
_DROP = delete(_DRAFT).where(_DRAFT.c.id == bindparam("number"))
_REMOVE = delete(_DRAFT).where(_OF_PATIENT)


class DraftRepository:
    """Keep the drafts of all patients; drafts are no clinical rows and may be removed."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def newest(self, patient_id: int) -> KeptDraft | None:
        """Give the draft as it was last kept."""
        row = self._newest_row(patient_id)
        return None if row is None else KeptDraft(from_json(row.content), row.kept_at)

    def keep(self, draft: VisitDraft) -> datetime:
        """Keep a version, unless it says what the newest one says; give when it was kept."""
        content = to_json(draft)
        newest = self._newest_row(draft.patient_id)
        if newest is not None and newest.content == content:
            kept_at: datetime = newest.kept_at
            return kept_at
        patient = {"patient_id": draft.patient_id}
        add(self._connection, _DRAFT, **patient, kept_at=self._now, content=content)
        oldest = self._connection.scalar(_OLDEST_KEPT, patient)
        if oldest is not None:
            self._connection.execute(_FORGET, patient | {"before": oldest})
        return self._now

    def drop_newest(self, patient_id: int) -> bool:
        """Drop the newest version if there is one before it; tell whether there was."""
        newest = self._connection.scalars(_NEWEST_TWO, {"patient_id": patient_id}).all()
        if len(newest) < 2:
            return False
        self._connection.execute(_DROP, {"number": newest[0]})
        return True

    def remove(self, patient_id: int) -> None:
        """Remove every version."""
        self._connection.execute(_REMOVE, {"patient_id": patient_id})

    def _newest_row(self, patient_id: int) -> Any:
        return self._connection.execute(_NEWEST, {"patient_id": patient_id}).first()
