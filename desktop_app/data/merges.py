"""Keep which patients are one person; a merge is a mark that can be withdrawn, and moves no row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, select, update

from desktop_app.data.entry_tables import (
    CYTOGENETICS,
    EVENTS,
    FINDINGS,
    HISTORY,
    LESIONS,
    RESULTS,
    TREATMENTS,
)
from desktop_app.data.families import MERGE, STANDS
from desktop_app.data.rows import add, table_of
from desktop_app.data.tables import IssuedDocumentRow, PatientRow, VisitRow
from desktop_app.domain.errors import Refusal
from desktop_app.domain.merging import Merge, MergeSide

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection, Table

    from desktop_app.domain.patient import Identity

_PATIENT = table_of(PatientRow)
_VISIT = table_of(VisitRow)
_DOCUMENT = table_of(IssuedDocumentRow)
_KINDS = (RESULTS, FINDINGS, CYTOGENETICS, LESIONS, HISTORY, TREATMENTS, EVENTS)
_KEPT = select(MERGE.c.kept_id).where(MERGE.c.merged_id == bindparam("patient_id"), STANDS)
_OF_KEPT = (
    select(MERGE, _PATIENT.c.record_number, _PATIENT.c.name)
    .join_from(MERGE, _PATIENT, MERGE.c.merged_id == _PATIENT.c.id)
    .where(MERGE.c.kept_id == bindparam("patient_id"), STANDS)
    .order_by(MERGE.c.id)
)
_ONE = select(MERGE.c.kept_id, MERGE.c.merged_id).where(MERGE.c.id == bindparam("number"), STANDS)
_MARK = update(MERGE).where(MERGE.c.id == bindparam("number"))
_OWN_VISITS = select(func.count(), func.max(_VISIT.c.observed_on)).where(
    _VISIT.c.patient_id == bindparam("patient_id"), _VISIT.c.voided_at.is_(None)
)


class MergeRepository:
    """Add merges and withdraw them."""

    def __init__(self, connection: Connection, now: datetime, actor: str) -> None:
        self._connection = connection
        self._now = now
        self._actor = actor

    def kept(self, patient_id: int) -> int:
        """Give the patient as whom somebody is kept: themselves unless they were merged."""
        kept_id: int | None = self._connection.scalar(_KEPT, {"patient_id": patient_id})
        return patient_id if kept_id is None else kept_id

    def of_kept(self, patient_id: int) -> tuple[Merge, ...]:
        """List who was merged into a patient, in the order in which it was done."""
        return tuple(
            Merge(
                row.id,
                row.kept_id,
                row.merged_id,
                row.record_number,
                row.name,
                row.reason,
                row.recorded_by,
                row.recorded_at,
            )
            for row in self._connection.execute(_OF_KEPT, {"patient_id": patient_id})
        )

    def add(self, kept_id: int, merged_id: int, reason: str) -> int:
        """Keep that two are one person; give the number of the merge."""
        return add(
            self._connection,
            MERGE,
            kept_id=kept_id,
            merged_id=merged_id,
            reason=reason,
            recorded_at=self._now,
            recorded_by=self._actor,
        )

    def void(self, merge_id: int, reason: str) -> tuple[int, int]:
        """Withdraw a merge; give who was kept and who was merged.

        Raises:
            Refusal: ``no_such_merge``: it never was, or was withdrawn already.
        """
        row = self._connection.execute(_ONE, {"number": merge_id}).first()
        if row is None:
            raise Refusal("no_such_merge")
        marks = {"voided_at": self._now, "voided_by": self._actor, "void_reason": reason}
        self._connection.execute(_MARK.values(marks), {"number": merge_id})
        return row.kept_id, row.merged_id

    def side(self, patient_id: int, identity: Identity) -> MergeSide:
        """Tell how much a patient has of their own."""
        visits, last = self._connection.execute(_OWN_VISITS, {"patient_id": patient_id}).one()
        entries = sum(self._own(kind.table, patient_id, current=True) for kind in _KINDS)
        documents = self._own(_DOCUMENT, patient_id)
        return MergeSide(patient_id, identity, visits, entries, documents, last)

    def _own(self, table: Table, patient_id: int, *, current: bool = False) -> int:
        own: list[Any] = [table.c.patient_id == patient_id]
        if current:
            newer = table.alias()
            amended = select(newer.c.id).where(newer.c.amends_id == table.c.id).exists()
            own += [table.c.voided_at.is_(None), ~amended]
        return self._connection.scalar(select(func.count()).select_from(table).where(*own)) or 0
