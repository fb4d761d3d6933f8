"""Register patients, find them, and list who is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.allergies import allergies_of
from desktop_app.domain.audit import Action
from desktop_app.domain.errors import FieldError, FieldErrors
from desktop_app.domain.patient import age_on
from desktop_app.domain.roles import Right
from desktop_app.domain.worklist import (
    PatientCard,
    PatientRow,
    Scope,
    WorklistCounts,
    unclinical,
)
from desktop_app.services.courses import diagnoses_of
from desktop_app.services.snapshots import snapshot

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop_app.data.unit_of_work import UnitOfWork
    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.patient import Registration
    from desktop_app.domain.record import PatientRecord
    from desktop_app.services.clock import Clock
    from desktop_app.services.record_access import RecordAccess

__all__ = ["PatientCard", "PatientRow", "PatientService", "Scope", "WorklistCounts"]

_SIMILAR_SHOWN = 5


class PatientService:
    """Keep the register of patients."""

    def __init__(self, access: RecordAccess, clock: Clock, catalogue: Catalogue) -> None:
        self._access = access
        self._clock = clock
        self._catalogue = catalogue

    def search(
        self, text: str = "", scope: Scope = Scope.ALL, limit: int = 200
    ) -> tuple[PatientRow, ...]:
        """List patients by fragments of name, record number and birth date.

        Who may not read anything clinical sees who is due, and not why.
        """
        with self._access.reading(Right.FIND) as work:
            found = work.patients.search(text, scope, limit, self._clock.today())
        return self._shown(found)

    def counts(self) -> WorklistCounts:
        """Count the patients of every scope."""
        with self._access.reading(Right.FIND) as work:
            return work.patients.counts(self._clock.today())

    def duplicates(self, registration: Registration) -> tuple[PatientRow, ...]:
        """List who may be the same person, surest first; a warning, never a refusal.

        The registration may be half typed.
        """
        with self._access.reading(Right.FIND) as work:
            found = work.patients.similar(
                registration.record_number,
                registration.name,
                registration.birth_date,
                _SIMILAR_SHOWN,
                self._clock.today(),
            )
        return self._shown(found)

    def register(self, registration: Registration, *, fictional: bool = False) -> int:
        """Add a patient; give the number.

        Raises:
            FieldErrors: a field is wrong, or the record number is taken.
        """
        with self._access.writing(Right.REGISTER) as work:
            return register(work, registration, self._clock.today(), fictional=fictional)

    def admit(
        self,
        arrivals: Sequence[tuple[Registration, PatientRecord]],
        *,
        fictional: bool = False,
    ) -> tuple[int, ...]:
        """Add patients with what is known of them from elsewhere, all or none.

        Entries keep their possibly partial dates and belong to no visit; each patient is assessed
        as of today.

        Raises:
            FieldErrors: a registration is wrong.
        """
        today = self._clock.today()
        with self._access.writing(Right.SIGN) as work:
            numbers: list[int] = []
            for registration, record in arrivals:
                patient_id = register(work, registration, today, fictional=fictional)
                work.entries.add(patient_id, None, record)
                snapshot(
                    work,
                    patient_id,
                    None,
                    today,
                    person=work.patients.identity(patient_id).person,
                    today=today,
                    catalogue=self._catalogue,
                )
                numbers.append(patient_id)
            return tuple(numbers)

    def card(self, patient_id: int) -> PatientCard:
        """Give the head of a patient's page, and leave a line that the patient was looked at.

        Raises:
            Refusal: ``no_such_patient``.
        """
        today = self._clock.today()
        with self._access.writing(Right.READ) as work:
            identity = work.patients.identity(patient_id)
            card = PatientCard(
                patient_id=patient_id,
                identity=identity,
                age=age_on(identity.birth_date, today),
                allergies=allergies_of(work.entries.findings.values(patient_id)),
                history=diagnoses_of(work, patient_id),
                fictional=work.patients.fictional(patient_id),
                row=work.patients.line(patient_id, today),
                merged=tuple(x.record_number for x in work.merges.of_kept(patient_id)),
            )
            work.audit.append(Action.PATIENT_VIEWED, "patient", patient_id)
            return card

    def _shown(self, found: tuple[PatientRow, ...]) -> tuple[PatientRow, ...]:
        return found if self._access.may(Right.READ) else tuple(map(unclinical, found))


def register(
    work: UnitOfWork, registration: Registration, today: date, *, fictional: bool = False
) -> int:
    """Add a patient in a transaction that is under way; give the number.

    Raises:
        FieldErrors: a field is wrong, or the record number is taken.
    """
    identity = registration.checked(today)
    if work.patients.number_taken(identity.record_number):
        values = (("text", identity.record_number),)
        raise FieldErrors((FieldError("record_number", "taken", values),))
    patient_id = work.patients.add(identity, fictional=fictional)
    work.audit.append(Action.PATIENT_REGISTERED, "patient", patient_id)
    return patient_id
