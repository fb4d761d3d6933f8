"""Write a chart as SVG with live text, a title and a description."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from desktop_app.domain.chart_shapes import Anchor, Box, Mark, Path, Shape
from desktop_app.reports.chart_drawing import TONES, chart_layout

if TYPE_CHECKING:
    from desktop_app.domain.chart import ChartSpec
    from desktop_app.domain.chart_shapes import Item, Text

_FAMILIES = {
    "zh-CN": "Noto Sans SC, Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif",
    "zh-TW": "Noto Sans TC, Noto Sans CJK TC, Microsoft JhengHei, PingFang TC, sans-serif",
    "en": "Noto Sans TC, Noto Sans, Segoe UI, Helvetica, sans-serif",
}
MARGIN = 12.0


def chart_svg(
    spec: ChartSpec, width: float, height: float, *, language: str, small: float = 11.0
) -> bytes:
    """Give a chart as an SVG file; the summary is its description for screen readers."""
    layout = chart_layout(
        spec, width - 2 * MARGIN, height - 2 * MARGIN, language=language, small=small
    )
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
        f'viewBox="{-MARGIN:g} {-MARGIN:g} {width:g} {height:g}" xml:lang="{language}" '
        f'role="img" aria-labelledby="title description" '
        f"font-family={quoteattr(_FAMILIES[language])}>",
        f'<title id="title">{escape(f"{spec.title} {spec.patient_label}".strip())}</title>',
        f'<desc id="description">{escape(spec.summary)}</desc>',
        f'<rect x="{-MARGIN:g}" y="{-MARGIN:g}" width="{width:g}" height="{height:g}" '
        f'fill="{_hex("surface")}"/>',
        *(_element(item) for item in layout.items),
        "</svg>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _element(item: Item) -> str:
    if isinstance(item, Box):
        frame = item.frame
        return (
            f'<rect x="{frame.x:.2f}" y="{frame.y:.2f}" width="{frame.width:.2f}" '
            f'height="{frame.height:.2f}" fill="{_hex(item.tone)}"/>'
        )
    if isinstance(item, Path):
        dash = " ".join(f"{length:g}" for length in item.dash)
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        return (
            f'<polyline points="{_points(item.places)}" fill="none" '
            f'stroke="{_hex(item.tone)}" stroke-width="{item.width:g}"{dashed}/>'
        )
    return _mark(item) if isinstance(item, Mark) else _text(item)


def _mark(mark: Mark) -> str:
    surface, color = _hex("surface"), _hex(mark.tone)
    fill, stroke = (surface, color) if mark.hollow else (color, surface)
    look = f'fill="{fill}" stroke="{stroke}" stroke-width="{mark.width:g}"'
    x, y = mark.at
    if mark.shape is Shape.CIRCLE:
        return f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{mark.size:g}" {look}/>'
    places = tuple((x + dx, y + dy) for dx, dy in mark.shape.corners(mark.size))
    return f'<polygon points="{_points(places)}" {look}/>'


def _text(text: Text) -> str:
    anchor = {Anchor.START: "start", Anchor.MIDDLE: "middle", Anchor.END: "end"}[text.anchor]
    bold = ' font-weight="bold"' if text.bold else ""
    return (
        f'<text x="{text.at[0]:.2f}" y="{text.at[1]:.2f}" font-size="{text.size:g}" '
        f'text-anchor="{anchor}" fill="{_hex(text.tone)}"{bold}>{escape(text.text)}</text>'
    )


def _points(places: tuple[tuple[float, float], ...]) -> str:
    return " ".join(f"{x:.2f},{y:.2f}" for x, y in places)


def _hex(tone: str) -> str:
    color = TONES[tone]
    return "#" + "".join(
        f"{round(part * 255):02x}" for part in (color.red, color.green, color.blue)
    )
