"""Choose, preview, approve and issue leaflets and letters."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.audit import Action
from desktop_app.domain.document import LETTER_KINDS, IssuedRow, NewDocument
from desktop_app.domain.errors import Refusal
from desktop_app.domain.leaflet_fit import kinds_for, reader_of
from desktop_app.domain.letter import ALL_PARTS, Part
from desktop_app.domain.roles import Right
from desktop_app.services.sheets import Sheets

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.conclusions import Assessment
    from desktop_app.domain.wording import Wording
    from desktop_app.services.assessments import AssessmentService
    from desktop_app.services.clock import Clock
    from desktop_app.services.record_access import RecordAccess
    from desktop_app.services.sheets import Sheet

__all__ = ["DocumentService", "IssuedDocument", "IssuedRow", "Part", "Preview"]


@dataclass(frozen=True, slots=True)
class Preview:
    """Hold a sheet as it would be issued now, and what is marked on it."""

    pdf: bytes
    approved: bool
    kind: str
    revision: int
    review_overdue: bool


@dataclass(frozen=True, slots=True)
class IssuedDocument:
    """Hold a sheet that was handed over and is kept with the record."""

    document_id: int
    pdf: bytes
    sha256: str
    approved: bool
    kind: str
    revision: int


class DocumentService:
    """Give the clinic's documents; what was printed can be printed again byte for byte."""

    def __init__(
        self,
        access: RecordAccess,
        assessments: AssessmentService,
        clock: Clock,
        catalogue: Catalogue,
        wordings: Mapping[str, Wording],
        resources: Path,
    ) -> None:
        self._access = access
        self._assessments = assessments
        self._clock = clock
        self._sheets = Sheets(access, catalogue, wordings, resources)

    def fitting(self, assessment: Assessment, *, override: str | None = None) -> tuple[str, ...]:
        """Give the leaflet kinds that fit a conclusion and have a text, best first.

        ``override`` is the category that the doctor put in its place.
        """
        reader = reader_of(assessment, override)
        return tuple(kind for kind in kinds_for(reader) if kind in self._sheets.leaflets)

    def letters(self) -> tuple[str, ...]:
        """Give the letter kinds that have a text; a letter may be written of any conclusion."""
        return tuple(kind for kind in LETTER_KINDS if kind in self._sheets.letters)

    def preview(
        self,
        patient_id: int,
        kind: str,
        languages: tuple[str, ...],
        large_print: bool = False,
        parts: frozenset[Part] = ALL_PARTS,
    ) -> Preview:
        """Set the sheet with the patient's own values: a leaflet as of today, a letter of a kind.

        ``large_print`` is for leaflets; ``parts`` is what a letter holds besides its text.

        Raises:
            Refusal: ``leaflet_not_written``, ``leaflet_does_not_fit``, ``leaflet_language``,
                ``letter_not_written``, ``letter_without_visit``, ``letter_language``, or
                ``patient_merged`` for who is read as another patient.
        """
        sheet = self._sheet(patient_id, kind, languages, large_print, parts)
        return Preview(sheet.pdf, sheet.approved, kind, sheet.revision, sheet.overdue)

    def approve(self, kind: str) -> None:
        """Keep that this clinic's doctor approves the leaflet in its present words.

        Raises:
            Refusal: ``leaflet_not_written``.
        """
        leaflet = self._sheets.leaflet(kind)
        with self._access.writing(Right.SIGN) as work:
            work.documents.approve(
                kind, leaflet.revision, leaflet.sha256, by=work.actor, at=work.now
            )
            work.audit.append(Action.LEAFLET_APPROVED, f"leaflet {kind}", leaflet.revision)

    def issue(
        self,
        patient_id: int,
        kind: str,
        languages: tuple[str, ...],
        large_print: bool = False,
        parts: frozenset[Part] = ALL_PARTS,
    ) -> IssuedDocument:
        """Keep the exact bytes of the sheet with the record, and give them.

        Raises:
            Refusal: as ``preview``.
        """
        sheet = self._sheet(patient_id, kind, languages, large_print, parts)
        sha256 = hashlib.sha256(sheet.pdf).hexdigest()
        number = sheet.assessment_id
        with self._access.writing(Right.ISSUE) as work:
            document = NewDocument(
                patient_id=patient_id,
                assessment_id=number,
                visit_id=work.assessments.visit_of(number),
                kind=kind,
                revision=sheet.revision,
                content_sha256=sheet.content_sha256,
                languages=languages,
                large_print=sheet.large_print,
                approved=sheet.approved,
                pdf=sheet.pdf,
                sha256=sha256,
                issued_at=work.now,
            )
            document_id = work.documents.add(document)
            work.audit.append(Action.DOCUMENT_ISSUED, "issued_document", document_id)
        return IssuedDocument(document_id, sheet.pdf, sha256, sheet.approved, kind, sheet.revision)

    def issued(self, patient_id: int) -> tuple[IssuedRow, ...]:
        """List what was handed over to a patient, newest first."""
        with self._access.reading(Right.READ) as work:
            return work.documents.of_patient(patient_id)

    def reprint(self, document_id: int) -> bytes:
        """Give the bytes that were issued.

        Raises:
            Refusal: ``no_such_document``.
            StorageError: ``record_damaged`` where the bytes no longer have their hash.
        """
        with self._access.writing(Right.ISSUE) as work:
            try:
                pdf = work.documents.pdf(document_id)
            except KeyError:
                raise Refusal("no_such_document") from None
            work.audit.append(Action.DOCUMENT_REPRINTED, "issued_document", document_id)
        return pdf

    def _sheet(
        self,
        patient_id: int,
        kind: str,
        languages: tuple[str, ...],
        large_print: bool,
        parts: frozenset[Part],
    ) -> Sheet:
        with self._access.reading(Right.READ) as work:
            if work.merges.kept(patient_id) != patient_id:
                raise Refusal("patient_merged")  # half of what is known of a person is on no sheet
        today, stored = self._clock.today(), self._assessments.stored(patient_id)
        if kind in LETTER_KINDS:
            return self._sheets.set_letter(patient_id, kind, languages, parts, stored, today)
        return self._sheets.set_leaflet(patient_id, kind, languages, large_print, stored, today)
