"""Choose, preview, approve and issue leaflets."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from desktop_app.domain.audit import Action
from desktop_app.domain.document import PRINT_LANGUAGES, IssuedRow, NewDocument, kinds_for
from desktop_app.domain.errors import Refusal
from desktop_app.domain.leaflet_values import LeafletContext, leaflet_values

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.conclusions import Assessment
    from desktop_app.domain.document import Leaflet, LeafletValues
    from desktop_app.domain.journal import StoredAssessment
    from desktop_app.domain.wording import Wording
    from desktop_app.services.assessments import AssessmentService
    from desktop_app.services.clock import Clock
    from desktop_app.services.record_access import RecordAccess

__all__ = ["DocumentService", "IssuedDocument", "IssuedRow", "Preview"]

# What the doctor states against the program is the diagnosis.
_OVERRIDDEN = "confirmed"


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
        self._catalogue = catalogue
        self._wordings = wordings
        self._resources = resources

    def fitting(self, assessment: Assessment, *, override: str | None = None) -> tuple[str, ...]:
        """Give the leaflet kinds that fit a conclusion and have a text, best first.

        ``override`` is the category that the doctor put in its place.
        """
        category, status = _concluded(assessment, override)
        return tuple(kind for kind in kinds_for(category, status) if kind in self._leaflets)

    def preview(
        self, patient_id: int, kind: str, languages: tuple[str, ...], large_print: bool = False
    ) -> Preview:
        """Set the sheet with the patient's own values, as of today.

        Raises:
            Refusal: ``leaflet_not_written``, ``leaflet_does_not_fit``, ``leaflet_language`` or
                ``no_such_patient``.
        """
        leaflet = self._leaflet(kind)
        stored = self._assessments.stored(patient_id)
        values = self._values(patient_id, leaflet, stored, languages)
        pdf = self._pdf(leaflet, values, languages, large_print)
        return Preview(pdf, values.approved, kind, leaflet.revision, values.overdue)

    def approve(self, kind: str) -> None:
        """Keep that this clinic's doctor approves the leaflet in its present words.

        Raises:
            Refusal: ``leaflet_not_written``.
        """
        leaflet = self._leaflet(kind)
        with self._access.writing() as work:
            work.documents.approve(
                kind, leaflet.revision, leaflet.sha256, by=work.actor, at=work.now
            )
            work.audit.append(Action.LEAFLET_APPROVED, f"leaflet {kind}", leaflet.revision)

    def issue(
        self, patient_id: int, kind: str, languages: tuple[str, ...], large_print: bool = False
    ) -> IssuedDocument:
        """Keep the exact bytes of the sheet with the record, and give them.

        Raises:
            Refusal: as ``preview``.
        """
        leaflet = self._leaflet(kind)
        stored = self._assessments.stored(patient_id)
        values = self._values(patient_id, leaflet, stored, languages)
        pdf = self._pdf(leaflet, values, languages, large_print)
        sha256 = hashlib.sha256(pdf).hexdigest()
        assessment_id = stored.assessment_id if stored else None
        with self._access.writing() as work:
            document = NewDocument(
                patient_id=patient_id,
                assessment_id=assessment_id,
                visit_id=work.assessments.visit_of(assessment_id) if assessment_id else None,
                kind=kind,
                revision=leaflet.revision,
                content_sha256=leaflet.sha256,
                languages=languages,
                large_print=large_print,
                approved=values.approved,
                pdf=pdf,
                sha256=sha256,
                issued_at=work.now,
            )
            document_id = work.documents.add(document)
            work.audit.append(Action.DOCUMENT_ISSUED, "issued_document", document_id)
        return IssuedDocument(document_id, pdf, sha256, values.approved, kind, leaflet.revision)

    def issued(self, patient_id: int) -> tuple[IssuedRow, ...]:
        """List what was handed over to a patient, newest first."""
        with self._access.reading() as work:
            return work.documents.of_patient(patient_id)

    def reprint(self, document_id: int) -> bytes:
        """Give the bytes that were issued.

        Raises:
            Refusal: ``no_such_document``.
            StorageError: ``record_damaged`` where the bytes no longer have their hash.
        """
        with self._access.writing() as work:
            try:
                pdf = work.documents.pdf(document_id)
            except KeyError:
                raise Refusal("no_such_document") from None
            work.audit.append(Action.DOCUMENT_REPRINTED, "issued_document", document_id)
        return pdf

    @cached_property
    def _leaflets(self) -> Mapping[str, Leaflet]:
        from desktop_app.data.content.leaflets import load_leaflets

        return load_leaflets(self._resources)

    def _leaflet(self, kind: str) -> Leaflet:
        leaflet = self._leaflets.get(kind)
        if leaflet is None:
            raise Refusal("leaflet_not_written")
        return leaflet

    def _values(
        self,
        patient_id: int,
        leaflet: Leaflet,
        stored: StoredAssessment | None,
        languages: tuple[str, ...],
    ) -> LeafletValues:
        if languages not in PRINT_LANGUAGES:
            raise Refusal("leaflet_language")
        today = self._clock.today()
        with self._access.reading() as work:
            record = work.record_of(patient_id)
            identity = work.patients.identity(patient_id)
            fictional = work.patients.fictional(patient_id)
            approval = work.documents.approval(leaflet.kind, leaflet.revision, leaflet.sha256)
        if stored is None:
            raise Refusal("leaflet_does_not_fit")
        override = stored.override.category if stored.override else None
        category, status = _concluded(stored.assessment, override)
        if category is None or leaflet.kind not in kinds_for(category, status):
            raise Refusal("leaflet_does_not_fit")
        due = stored.assessment.follow_up.next_due
        values = leaflet_values(
            record,
            LeafletContext(category, status, today, due, languages),
            catalogue=self._catalogue,
            wordings=self._wordings,
        )
        return replace(
            values,
            person=f"{identity.name} · {identity.record_number}",
            approved=approval is not None,
            overdue=leaflet.overdue(today),
            fictional=fictional,
        )

    def _pdf(
        self,
        leaflet: Leaflet,
        values: LeafletValues,
        languages: tuple[str, ...],
        large_print: bool,
    ) -> bytes:
        from desktop_app.data.content.fonts import font_source
        from desktop_app.reports.fonts import register_fonts
        from desktop_app.reports.leaflet import leaflet_pdf

        register_fonts(font_source(self._resources))
        return leaflet_pdf(leaflet, values, languages, self._wordings, large_print=large_print)


def _concluded(assessment: Assessment, override: str | None) -> tuple[str | None, str]:
    if override is not None:
        return override, _OVERRIDDEN
    return assessment.diagnosis.category, assessment.diagnosis.status
