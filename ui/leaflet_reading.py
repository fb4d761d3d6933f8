"""Read what the leaflet's page shows, and draw its pages, on the worker thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.document import IssuedRow
from desktop_app.domain.worklist import PatientCard
from ui.patient_reading import stated_category
from ui.widgets.pdf_view import page_images

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from desktop_app.services import Services
    from desktop_app.services.documents import Preview

SCREEN_DPI = 108.0


@dataclass(frozen=True, slots=True)
class LeafletReading:
    """Hold what the page knows of a patient before the first preview."""

    card: PatientCard
    kinds: tuple[str, ...]
    issued: tuple[IssuedRow, ...]


def read_leaflets(services: Services, patient_id: int) -> LeafletReading:
    """Read which leaflets fit the stored conclusion, and which were issued."""
    stored = services.assessments.stored(patient_id)
    kinds: tuple[str, ...] = ()
    if stored is not None:
        stated = stated_category(stored)
        kinds = services.documents.fitting(stored.assessment, override=stated)
    card = services.patients.card(patient_id)
    return LeafletReading(card, kinds, services.documents.issued(patient_id))


def preview_pages(
    services: Services, patient_id: int, kind: str, languages: tuple[str, ...], large: bool
) -> tuple[Preview, tuple[QImage, ...]]:
    """Make a preview and draw its pages.

    Raises:
        Refusal: the leaflet does not fit the patient, or has no text.
    """
    preview = services.documents.preview(patient_id, kind, languages, large)
    return preview, page_images(preview.pdf, SCREEN_DPI)


def reprint_pages(services: Services, document_id: int) -> tuple[bytes, tuple[QImage, ...]]:
    """Give the exact bytes that were issued, and their pages."""
    pdf = services.documents.reprint(document_id)
    return pdf, page_images(pdf, SCREEN_DPI)
