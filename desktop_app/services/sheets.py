"""Set one sheet with a patient's own values: a leaflet that fits, or a letter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from desktop_app.domain.document import PRINT_LANGUAGES
from desktop_app.domain.errors import Refusal
from desktop_app.domain.leaflet_fit import kinds_for, reader_of
from desktop_app.domain.leaflet_values import LeafletContext, leaflet_values
from desktop_app.domain.roles import Right

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.document import Leaflet, LeafletValues, Reader
    from desktop_app.domain.journal import Override, StoredAssessment
    from desktop_app.domain.letter import LetterTexts, Part
    from desktop_app.domain.letter_building import LetterContext
    from desktop_app.domain.record import PatientRecord
    from desktop_app.domain.wording import Wording
    from desktop_app.services.record_access import RecordAccess


@dataclass(frozen=True, slots=True)
class Sheet:
    """Hold the bytes of a sheet, and which words and which assessment they are made of.

    ``approved`` tells that nothing on it waits for the clinic's approval.
    """

    pdf: bytes
    revision: int
    content_sha256: str
    approved: bool
    overdue: bool
    assessment_id: int
    large_print: bool = False

    @classmethod
    def of(
        cls,
        pdf: bytes,
        words: Leaflet | LetterTexts,
        stored: StoredAssessment,
        *,
        approved: bool,
        overdue: bool,
        large_print: bool = False,
    ) -> Sheet:
        """Give the sheet that was set from reviewed words for an assessment."""
        return cls(
            pdf, words.revision, words.sha256, approved, overdue, stored.assessment_id, large_print
        )


class Sheets:
    """Read the reviewed words once, and set them."""

    def __init__(
        self,
        access: RecordAccess,
        catalogue: Catalogue,
        wordings: Mapping[str, Wording],
        resources: Path,
    ) -> None:
        self._access = access
        self._catalogue = catalogue
        self._wordings = wordings
        self._resources = resources

    @cached_property
    def leaflets(self) -> dict[str, Leaflet]:
        """Give the leaflets by kind."""
        from desktop_app.data.content.leaflets import load_leaflets

        return load_leaflets(self._resources)

    @cached_property
    def letters(self) -> dict[str, LetterTexts]:
        """Give the words of letters by kind."""
        from desktop_app.data.content.letters import load_letters

        return load_letters(self._resources)

    def leaflet(self, kind: str) -> Leaflet:
        """Give the leaflet of a kind.

        Raises:
            Refusal: ``leaflet_not_written``.
        """
        leaflet = self.leaflets.get(kind)
        if leaflet is None:
            raise Refusal("leaflet_not_written")
        return leaflet

    def set_leaflet(
        self,
        patient_id: int,
        kind: str,
        languages: tuple[str, ...],
        large_print: bool,
        stored: StoredAssessment | None,
        today: date,
    ) -> Sheet:
        """Set a leaflet for what was concluded, or what the doctor concluded instead.

        Raises:
            Refusal: ``leaflet_not_written``, ``leaflet_does_not_fit`` or ``leaflet_language``.
        """
        from desktop_app.reports.leaflet import leaflet_pdf

        leaflet = self.leaflet(kind)
        if languages not in PRINT_LANGUAGES:
            raise Refusal("leaflet_language")
        if stored is None:
            raise Refusal("leaflet_does_not_fit")
        reader = reader_of(stored.assessment, stored.override.category if stored.override else None)
        if kind not in kinds_for(reader):
            raise Refusal("leaflet_does_not_fit")
        values = self._values(patient_id, leaflet, reader, languages, stored, today)
        self._register_fonts()
        pdf = leaflet_pdf(leaflet, values, languages, self._wordings, large_print=large_print)
        return Sheet.of(
            pdf,
            leaflet,
            stored,
            approved=values.approved,
            overdue=values.overdue,
            large_print=large_print,
        )

    def set_letter(
        self,
        patient_id: int,
        kind: str,
        languages: tuple[str, ...],
        parts: frozenset[Part],
        stored: StoredAssessment | None,
        today: date,
    ) -> Sheet:
        """Set a letter of what was concluded, open or not: the doctor who signs answers for it.

        Raises:
            Refusal: ``letter_not_written``, ``letter_without_visit`` or ``letter_language``.
        """
        from desktop_app.domain.letter_building import build_letter
        from desktop_app.reports.letter import letter_pdf

        texts = self.letters.get(kind)
        if texts is None:
            raise Refusal("letter_not_written")
        if len(languages) != 1 or languages not in PRINT_LANGUAGES:
            raise Refusal("letter_language")
        if stored is None:
            raise Refusal("letter_without_visit")
        record, context = self._letter_context(patient_id, parts, stored.override, today)
        letter = build_letter(
            stored.assessment,
            record,
            context,
            texts,
            catalogue=self._catalogue,
            words=self._wordings[languages[0]],
        )
        self._register_fonts()
        pdf = letter_pdf(letter, self._wordings)
        return Sheet.of(pdf, texts, stored, approved=True, overdue=letter.overdue)

    def _letter_context(
        self,
        patient_id: int,
        parts: frozenset[Part],
        override: Override | None,
        today: date,
    ) -> tuple[PatientRecord, LetterContext]:
        from desktop_app.domain.letter_building import LetterContext

        with self._access.reading(Right.READ) as work:
            context = LetterContext(
                today,
                work.patients.identity(patient_id).label,
                parts,
                override,
                work.settings.clinic(),
                work.settings.policy(),
                work.patients.fictional(patient_id),
            )
            return work.record_of(patient_id), context

    def _values(
        self,
        patient_id: int,
        leaflet: Leaflet,
        reader: Reader,
        languages: tuple[str, ...],
        stored: StoredAssessment,
        today: date,
    ) -> LeafletValues:
        with self._access.reading(Right.READ) as work:
            record = work.record_of(patient_id)
            identity = work.patients.identity(patient_id)
            fictional = work.patients.fictional(patient_id)
            approval = work.documents.approval(leaflet.kind, leaflet.revision, leaflet.sha256)
            clinic, policy = work.settings.clinic(), work.settings.policy()
        found = stored.assessment
        due = found.follow_up.next_due
        values = leaflet_values(
            record,
            LeafletContext(reader, today, due, languages, policy, found.myeloma, found.poems),
            catalogue=self._catalogue,
            wordings=self._wordings,
        )
        return replace(
            values,
            clinic=clinic,
            person=identity.label,
            approved=approval is not None,
            overdue=leaflet.overdue(today),
            fictional=fictional,
        )

    def _register_fonts(self) -> None:
        from desktop_app.data.content.fonts import font_source
        from desktop_app.reports.fonts import register_fonts

        register_fonts(font_source(self._resources))
