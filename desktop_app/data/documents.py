"""Keep issued documents with their exact bytes, and the clinic's approvals of leaflets."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, fields
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from desktop_app.data.families import of_family
from desktop_app.data.rows import add, table_of
from desktop_app.data.tables import IssuedDocumentRow, LeafletApprovalRow
from desktop_app.domain.document import Approval, IssuedRow, NewDocument
from desktop_app.domain.errors import StorageError

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

_APPROVAL = table_of(LeafletApprovalRow)
_DOCUMENT = table_of(IssuedDocumentRow)
_LISTED = [field.name for field in fields(IssuedRow) if field.name != "document_id"]
_APPROVED = select(_APPROVAL.c.approved_by, _APPROVAL.c.approved_at).where(
    _APPROVAL.c.kind == bindparam("kind"),
    _APPROVAL.c.revision == bindparam("revision"),
    _APPROVAL.c.content_sha256 == bindparam("content_sha256"),
)
_OF_PATIENT = (
    select(_DOCUMENT.c.id.label("document_id"), *(_DOCUMENT.c[name] for name in _LISTED))
    .where(of_family(_DOCUMENT.c.patient_id))
    .order_by(_DOCUMENT.c.id.desc())
)
_PDF = select(_DOCUMENT.c.pdf, _DOCUMENT.c.sha256).where(_DOCUMENT.c.id == bindparam("number"))


class DocumentRepository:
    """Add and fetch documents and approvals; neither is ever changed."""

    def __init__(self, connection: Connection, actor: str) -> None:
        self._connection = connection
        self._actor = actor

    def approve(self, kind: str, revision: int, sha256: str, by: str, at: datetime) -> None:
        """Keep who approved these very words; a second approval of them changes nothing."""
        if self.approval(kind, revision, sha256) is None:
            approval = Approval(kind, revision, sha256, by, at)
            add(self._connection, _APPROVAL, **asdict(approval))

    def approval(self, kind: str, revision: int, sha256: str) -> Approval | None:
        """Give the approval of these very words, or None."""
        words = {"kind": kind, "revision": revision, "content_sha256": sha256}
        row = self._connection.execute(_APPROVED, words).first()
        return None if row is None else Approval(kind, revision, sha256, *row)

    def add(self, document: NewDocument) -> int:
        """Keep a document that was handed over; give its number."""
        return add(self._connection, _DOCUMENT, **asdict(document), issued_by=self._actor)

    def of_patient(self, patient_id: int) -> tuple[IssuedRow, ...]:
        """List the documents of a patient, newest first, without their bytes."""
        found = self._connection.execute(_OF_PATIENT, {"patient_id": patient_id}).mappings()
        return tuple(IssuedRow(**dict(row)) for row in found)

    def pdf(self, document_id: int) -> bytes:
        """Give the bytes that were handed over.

        Raises:
            KeyError: there is no such document.
            StorageError: ``record_damaged`` where the bytes are not those of the stored hash.
        """
        row = self._connection.execute(_PDF, {"number": document_id}).first()
        if row is None:
            raise KeyError(document_id)
        pdf: bytes = row.pdf
        if hashlib.sha256(pdf).hexdigest() != row.sha256:
            raise StorageError("record_damaged")
        return pdf
