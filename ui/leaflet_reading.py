"""Read what the page of leaflets and letters shows, and draw its pages, on the worker thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.document import IssuedRow
from desktop_app.domain.letter import Part
from desktop_app.domain.worklist import PatientCard
from ui.patient_reading import stated_category
from ui.widgets.pdf_view import page_images

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from desktop_app.services import Services
    from desktop_app.services.documents import IssuedDocument, Preview

SCREEN_DPI = 108.0


@dataclass(frozen=True, slots=True)
class LeafletReading:
    """Hold what the page knows of a patient before the first preview."""

    card: PatientCard
    kinds: tuple[str, ...]
    issued: tuple[IssuedRow, ...]


def read_leaflets(services: Services, patient_id: int) -> LeafletReading:
    """Read which leaflets and letters fit the stored conclusion, and which were issued."""
    stored = services.assessments.stored(patient_id)
    kinds: tuple[str, ...] = ()
    if stored is not None:
        stated = stated_category(stored)
        leaflets = services.documents.fitting(stored.assessment, override=stated)
        kinds = (*leaflets, *services.documents.letters())
    card = services.patients.card(patient_id)
    return LeafletReading(card, kinds, services.documents.issued(patient_id))


@dataclass(frozen=True, slots=True)
class Asked:
    """Hold which sheet is asked for, and how."""

    kind: str
    languages: tuple[str, ...]
    large_print: bool
    parts: frozenset[Part]


def preview_pages(
    services: Services, patient_id: int, asked: Asked
) -> tuple[Preview, tuple[QImage, ...]]:
    """Make a preview and draw its pages.

    Raises:
        Refusal: the leaflet does not fit the patient, or the sheet has no text.
    """
    preview = services.documents.preview(
        patient_id, asked.kind, asked.languages, asked.large_print, asked.parts
    )
    return preview, page_images(preview.pdf, SCREEN_DPI)


def issue_sheet(services: Services, patient_id: int, asked: Asked) -> IssuedDocument:
    """Keep the sheet with the record.

    Raises:
        Refusal: as ``preview_pages``.
    """
    return services.documents.issue(
        patient_id, asked.kind, asked.languages, asked.large_print, asked.parts
    )


def reprint_pages(services: Services, document_id: int) -> tuple[bytes, tuple[QImage, ...]]:
    """Give the exact bytes that were issued, and their pages."""
    pdf = services.documents.reprint(document_id)
    return pdf, page_images(pdf, SCREEN_DPI)
