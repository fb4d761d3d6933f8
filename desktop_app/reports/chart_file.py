"""Give a chart as a file of its own: an A4 page, or a picture."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desktop_app.reports.chart_drawing import chart_drawing
from desktop_app.reports.fonts import draw_drawing, face
from desktop_app.reports.paragraph import TextBlock
from desktop_app.reports.styles import MUTED, PAGE_HEIGHT, PAGE_WIDTH, TextStyle

if TYPE_CHECKING:
    from desktop_app.domain.chart import ChartSpec

MARGIN = 16 * mm
SMALL = 8.5  # points
SENTENCE = TextStyle(9, 14, MUTED)
FIRST_PLOT, NEXT_PLOT = 118 * mm, 34 * mm
DPI = 144


def chart_pdf(spec: ChartSpec, *, language: str) -> bytes:
    """Give a chart on one A4 page with its sentence below; equal input gives equal bytes."""
    return _page(spec, language, whole=True)


def chart_png(spec: ChartSpec, *, language: str) -> bytes:
    """Give a picture of the chart and its sentence."""
    with pypdfium2.PdfDocument(_page(spec, language, whole=False)) as document:
        picture = document[0].render(scale=DPI / 72).to_pil()
    target = BytesIO()
    picture.save(target, "PNG", dpi=(DPI, DPI))
    return target.getvalue()


def _page(spec: ChartSpec, language: str, *, whole: bool) -> bytes:
    width = PAGE_WIDTH - 2 * MARGIN
    sentence = TextBlock(spec.summary, SENTENCE, language)
    below = sentence.wrap(width, PAGE_HEIGHT)[1] + 4 * mm
    tall = FIRST_PLOT + NEXT_PLOT * (len(spec.panels) - 1) if spec.panels else NEXT_PLOT
    tall = min(tall, PAGE_HEIGHT - 2 * MARGIN - below)
    height = PAGE_HEIGHT if whole else tall + below + 2 * MARGIN
    target = BytesIO()
    page = Canvas(
        target,
        pagesize=(PAGE_WIDTH, height),
        invariant=1,
        lang=language,
        initialFontName=face(language),  # type: ignore[arg-type]  # the stub says float  # type: ignore[arg-type]  # the stub says float
    )
    page.setTitle(spec.title)
    page.setSubject(spec.summary)
    drawing = chart_drawing(spec, width, tall, language=language, small=SMALL)
    draw_drawing(drawing, page, MARGIN, height - MARGIN - tall, language)
    sentence.drawOn(page, MARGIN, height - MARGIN - tall - below)
    page.showPage()
    page.save()
    return target.getvalue()
