"""Show the log to who may see it; each look leaves a line of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.domain.audit import Action
from desktop_app.domain.errors import Refusal
from desktop_app.domain.roles import Right
from desktop_app.domain.worklist import Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.data.unit_of_work import UnitOfWork
    from desktop_app.domain.audit import AuditFilter, AuditLine
    from desktop_app.services.clock import Clock
    from desktop_app.services.record_access import RecordAccess

MOST_LINES = 1000
_PATIENT = "patient"
_FOUND = 50


class AuditService:
    """Read the log; nothing here or elsewhere takes a line out of it."""

    def __init__(self, access: RecordAccess, clock: Clock) -> None:
        self._access = access
        self._clock = clock

    def lines(
        self, wanted: AuditFilter, record_number: str = "", limit: int = MOST_LINES
    ) -> tuple[AuditLine, ...]:
        """Give the newest lines that fit, newest first; with a record number, of that patient.

        The look itself is a line, with what was asked for: users, actions, days and row numbers.

        Raises:
            Refusal: ``no_such_patient`` or ``not_allowed``.
        """
        with self._access.writing(Right.AUDIT) as work:
            if record_number.strip():
                found = self._patient(work, record_number.strip())
                wanted = replace(wanted, entity=_PATIENT, entity_id=found)
            lines = work.audit.lines(wanted, limit)
            work.audit.append(Action.AUDIT_VIEWED, "audit", detail=" ".join(_said(wanted)))
            return lines

    def actors(self) -> tuple[str, ...]:
        """Name everybody of whom there is a line.

        Raises:
            Refusal: ``not_allowed``.
        """
        with self._access.reading(Right.AUDIT) as work:
            return work.audit.actors()

    def _patient(self, work: UnitOfWork, number: str) -> int:
        rows = work.patients.search(number, Scope.ALL, _FOUND, self._clock.today())
        for row in rows:
            if row.record_number.casefold() == number.casefold():
                return row.patient_id
        raise Refusal("no_such_patient")


def _said(wanted: AuditFilter) -> Iterator[str]:
    """Say what was asked for, without an identity."""
    if wanted.actor:
        yield f"user={wanted.actor}"
    if wanted.actions:
        yield f"actions={','.join(sorted(wanted.actions))}"
    if wanted.entity:
        yield f"row={wanted.entity} {'' if wanted.entity_id is None else wanted.entity_id}".strip()
    if wanted.first is not None:
        yield f"from={wanted.first.isoformat(timespec='minutes')}"
    if wanted.last is not None:
        yield f"until={wanted.last.isoformat(timespec='minutes')}"
