"""Time a warm leaflet against plain Platypus with the same paragraph class and drawing."""

from __future__ import annotations

from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, SimpleDocTemplate, Table

from desktop_app.domain.document import LeafletValues
from desktop_app.reports.chart_drawing import chart_drawing
from desktop_app.reports.edition import Edition
from desktop_app.reports.fonts import face
from desktop_app.reports.leaflet import leaflet_pdf
from desktop_app.reports.paragraph import TextBlock
from desktop_app.reports.pictures import People, Picture
from desktop_app.reports.styles import NORMAL
from tests.bench.figures import Figure, medians_ms, tell
from tests.reports.sheets import TAIWAN, mgus, values_for, wordings

COLUMNS = [NORMAL.column, NORMAL.column]


def plain(values: LeafletValues) -> bytes:
    """Set the same texts, numbers and pictures as anybody would with Platypus: in tables."""
    target = BytesIO()
    SimpleDocTemplate(
        target,
        pagesize=A4,
        leftMargin=14 * mm,
        rightMargin=14 * mm,
        topMargin=15 * mm,
        bottomMargin=18 * mm,
        invariant=1,
        initialFontName=face("zh-TW"),
    ).build([*_texts(values), *_numbers(values), *_pictures(values)])
    return target.getvalue()


def _texts(values: LeafletValues) -> list[Flowable]:
    rows = [mgus().titles]
    blocks = mgus().blocks_for(values.reader, values.facts)
    rows += [block.texts for block in blocks]
    return [
        Table(
            [[TextBlock(texts[language], NORMAL.body, "zh-TW") for language in TAIWAN]],
            colWidths=COLUMNS,
        )
        for texts in rows
    ]


def _numbers(values: LeafletValues) -> list[Flowable]:
    cells = [
        [
            TextBlock(text, NORMAL.cell, "zh-TW")
            for text in (row.code, row.unit, row.latest.text, row.latest.day.text, row.movement)
        ]
        for row in values.results
    ]
    return [Table(cells, colWidths=[NORMAL.width / 5] * 5)]


def _pictures(values: LeafletValues) -> list[Flowable]:
    drawing = chart_drawing(
        values.charts["zh-TW"], NORMAL.width, NORMAL.picture, language="zh-TW", plain=True
    )
    people = People(10, 100, Edition(TAIWAN, TAIWAN, NORMAL, wordings()), around=5)
    return [Picture(drawing, "zh-TW"), people]


def main() -> None:
    """Measure and tell."""
    leaflet, values = mgus(), values_for()
    ours, base = medians_ms(
        lambda: leaflet_pdf(leaflet, values, TAIWAN, wordings()),
        lambda: plain(values),
        times=40,
        warm=3,
    )
    name = "Platypus with the same paragraph class and drawing"
    tell(Figure("leaflet, warm", ours, None, name, base, 1.2))


if __name__ == "__main__":
    main()
