"""Draw the trend chart of a case file: ``main.py chart CASE --out FILE.{svg,png,pdf}``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.commands.arguments import day_of
from desktop_app.commands.cases import label_of, read_dated
from desktop_app.commands.files import put_file
from desktop_app.domain.catalogue import LANGUAGES
from desktop_app.domain.errors import InputError

if TYPE_CHECKING:
    import argparse

    from desktop_app.domain.chart import ChartSpec

ENDINGS = (".svg", ".png", ".pdf")
SVG_WIDTH, SVG_FIRST, SVG_NEXT = 800.0, 460.0, 130.0  # pixels: all, one plot, each further plot


def add_parser(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("chart", help="draw the trend chart of a case file")
    parser.add_argument("case", type=Path, metavar="CASE")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.{svg,png,pdf}")
    parser.add_argument("--lang", choices=LANGUAGES, default="en")
    parser.add_argument("--as-of", metavar="DATE", help="draw up to this day (YYYY-MM-DD)")
    parser.add_argument("--log", action="store_true", help="draw on a logarithmic scale")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Read the case, draw it, and put the file in place as a whole.

    Raises:
        InputError: the ending, the day or the case cannot be used; then nothing is written.
    """
    ending = asked.out.suffix.lower()
    if ending not in ENDINGS:
        raise InputError("--out", "a file name ending in .svg, .png or .pdf")
    content = _drawn(_spec(asked), ending, asked.lang)
    put_file(asked.out, content)
    return 0


def _spec(asked: argparse.Namespace) -> ChartSpec:
    from desktop_app.data.content.wordings import load_wordings
    from desktop_app.domain.assessment import assess
    from desktop_app.domain.chart import ChartRequest
    from desktop_app.domain.chart_building import build_chart, usual_panels
    from desktop_app.paths import resource_root

    record, as_of, catalogue = read_dated(asked.case, day_of(asked.as_of))
    concluded = assess(record, as_of, catalogue=catalogue)
    panels = usual_panels(record, as_of, catalogue, concluded.myeloma, concluded.poems)
    spec = build_chart(
        record,
        ChartRequest(panels, log=asked.log),
        as_of=as_of,
        catalogue=catalogue,
        words=load_wordings(resource_root())[asked.lang],
        patient_label=label_of(asked.case),
        evolving=concluded.evolving,
        myeloma=concluded.myeloma,
        poems=concluded.poems,
    )
    if not (spec.panels or spec.lanes):
        raise InputError("/results", "at least one value that can be drawn, or a treatment")
    return spec


def _drawn(spec: ChartSpec, ending: str, language: str) -> bytes:
    from desktop_app.data.content.fonts import font_source
    from desktop_app.paths import resource_root
    from desktop_app.reports.chart_file import chart_pdf, chart_png
    from desktop_app.reports.chart_svg import chart_svg
    from desktop_app.reports.fonts import register_fonts

    register_fonts(font_source(resource_root()))
    if ending == ".svg":
        height = SVG_FIRST + SVG_NEXT * (len(spec.panels) - 1)
        return chart_svg(spec, SVG_WIDTH, height, language=language)
    return (chart_pdf if ending == ".pdf" else chart_png)(spec, language=language)
