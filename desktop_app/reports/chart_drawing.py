"""Draw a chart's specification on paper: the same shapes as on the screen, in points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.graphics.shapes import Circle, Drawing, Polygon, PolyLine, Rect, String

from desktop_app.domain.chart_layout import lay_out
from desktop_app.domain.chart_shapes import Anchor, Box, Mark, Path, Shape, Text
from desktop_app.reports import styles
from desktop_app.reports.fonts import runs, text_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.lib.colors import Color

    from desktop_app.domain.chart import ChartSpec
    from desktop_app.domain.chart_canvas import Measure
    from desktop_app.domain.chart_shapes import Item, Layout

SMALL = 8.0  # points
SCREEN_SIZE = 11.0  # the type size for which marks and widths of lines were chosen

TONES: dict[str, Color] = {
    "ink": styles.INK,
    "muted": styles.MUTED,
    "faint": styles.FAINT,
    "line": styles.LINE,
    "surface": styles.SURFACE,
    "sunken": styles.SUNKEN,
    "good": styles.GOOD,
    "good_ground": styles.GOOD_GROUND,
    "warning": styles.WARNING,
    "critical": styles.CRITICAL,
    "unknown": styles.UNKNOWN,
    "unknown_ground": styles.UNKNOWN_GROUND,
    "accent": styles.ACCENT,
    "accent_ground": styles.ACCENT_GROUND,
} | {f"series{number}": color for number, color in enumerate(styles.SERIES, 1)}


def chart_drawing(
    spec: ChartSpec,
    width: float,
    height: float,
    *,
    language: str,
    plain: bool = False,
    small: float = SMALL,
) -> Drawing:
    """Draw a chart in a rectangle of points, in type of ``small`` points.

    ``plain`` is the look of a leaflet: the curve in ink, without thresholds, title and name.
    """
    layout = chart_layout(spec, width, height, language=language, plain=plain, small=small)
    drawing = Drawing(width, height)
    for item in layout.items:
        for shape in _shapes(item, height, language, small / SCREEN_SIZE):
            drawing.add(shape)
    return drawing


def chart_layout(
    spec: ChartSpec,
    width: float,
    height: float,
    *,
    language: str,
    plain: bool = False,
    small: float = SMALL,
) -> Layout:
    """Lay a chart out with the metrics of the fonts on paper."""
    measure = measure_in(language)
    return lay_out(spec, width, height, measure, small=small, plain=plain)


def measure_in(language: str) -> Measure:
    """Give a function that measures texts in a language's face, in points."""

    def measure(text: str, size: float, bold: bool) -> float:
        return text_width(runs(text, language, bold=bold), size)

    return measure


def _shapes(item: Item, height: float, language: str, scale: float) -> Iterator[Any]:
    """Turn a shape over: on paper, up is more. Marks and lines grow with the type."""
    if isinstance(item, Box):
        frame = item.frame
        box = Rect(frame.x, height - frame.bottom, frame.width, frame.height)
        box.fillColor, box.strokeColor = TONES[item.tone], None
        yield box
    elif isinstance(item, Path):
        line = PolyLine([number for x, y in item.places for number in (x, height - y)])
        line.strokeColor, line.strokeWidth = TONES[item.tone], item.width * scale
        line.strokeLineJoin = 1
        if item.dash:
            line.strokeDashArray = [length * scale for length in item.dash]
        yield line
    elif isinstance(item, Mark):
        yield _mark(item, height, scale)
    else:
        yield from _strings(item, height, language)


def _mark(mark: Mark, height: float, scale: float) -> Any:
    color = TONES[mark.tone]
    x, y, size = mark.at[0], height - mark.at[1], mark.size * scale
    shape: Any
    if mark.shape is Shape.CIRCLE:
        shape = Circle(x, y, size)
    else:
        corners = mark.shape.corners(size)
        shape = Polygon([number for dx, dy in corners for number in (x + dx, y - dy)])
    shape.fillColor = styles.SURFACE if mark.hollow else color
    shape.strokeColor = color if mark.hollow else styles.SURFACE
    shape.strokeWidth = mark.width * scale
    return shape


def _strings(text: Text, height: float, language: str) -> Iterator[String]:
    """Write a text run by run, each in the face that has its characters."""
    stretch = runs(text.text, language, bold=text.bold)
    width = text_width(stretch, text.size)
    x = text.at[0] - {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[text.anchor]
    for run in stretch:
        yield String(
            x,
            height - text.at[1],
            run.text,
            fontName=run.font,
            fontSize=text.size,
            fillColor=TONES[text.tone],
        )
        x += text_width((run,), text.size)
