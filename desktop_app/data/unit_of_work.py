"""Give one transaction with all repositories on it: it holds as a whole or leaves no trace."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop_app.data.assessments import AssessmentRepository
from desktop_app.data.audit import AuditLog
from desktop_app.data.documents import DocumentRepository
from desktop_app.data.drafts import DraftRepository
from desktop_app.data.entries import EntryBook
from desktop_app.data.imports import ImportRepository
from desktop_app.data.merges import MergeRepository
from desktop_app.data.patients import PatientRepository
from desktop_app.data.settings import SettingRepository
from desktop_app.data.users import UserRepository
from desktop_app.data.visits import VisitRepository

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from sqlalchemy import Connection, Engine

    from desktop_app.domain.record import PatientRecord


class UnitOfWork:
    """Hold the repositories of one transaction, its instant, and who acts in it."""

    def __init__(self, connection: Connection, now: datetime, actor: str) -> None:
        self.now = now
        self.actor = actor
        self.patients = PatientRepository(connection, now, actor)
        self.entries = EntryBook(connection, now, actor)
        self.visits = VisitRepository(connection, now, actor, self.entries)
        self.assessments = AssessmentRepository(connection, now, actor)
        self.documents = DocumentRepository(connection, actor)
        self.drafts = DraftRepository(connection, now)
        self.merges = MergeRepository(connection, now, actor)
        self.imports = ImportRepository(connection, now, actor)
        self.settings = SettingRepository(connection, now, actor)
        self.users = UserRepository(connection, now, actor)
        self.audit = AuditLog(connection, now, actor)

    def record_of(self, patient_id: int) -> PatientRecord:
        """Put together everything current of a patient.

        Raises:
            Refusal: ``no_such_patient``.
        """
        return self.entries.record(patient_id, self.patients.identity(patient_id).person)


@contextmanager
def unit_of_work(engine: Engine, now: datetime, actor: str) -> Iterator[UnitOfWork]:
    """Begin a transaction; leaving normally commits, any exception rolls back."""
    with engine.begin() as connection:
        yield UnitOfWork(connection, now, actor)
