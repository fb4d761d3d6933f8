"""Paint the shapes of a laid-out chart with Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from desktop_app.domain.chart_shapes import Anchor, Box, Mark, Path, Shape, Text
from ui import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.domain.chart_shapes import Hit, Layout, Place

TIP_SIZE, TIP_PAD, TIP_GAP = 11.0, 8.0, 14.0


def measure_with(font: QFont) -> Callable[[str, float, bool], float]:
    """Give a function that measures texts in a font's family, in pixels."""
    metrics: dict[tuple[float, bool], QFontMetricsF] = {}

    def measure(text: str, size: float, bold: bool) -> float:
        if (size, bold) not in metrics:
            metrics[size, bold] = QFontMetricsF(sized(font, size, bold=bold))
        return metrics[size, bold].horizontalAdvance(text)

    return measure


def sized(font: QFont, size: float, *, bold: bool) -> QFont:
    """Give the font in a size in pixels."""
    made = QFont(font)
    made.setPixelSize(round(size))
    made.setBold(bold)
    return made


def paint(painter: QPainter, layout: Layout, font: QFont) -> None:
    """Paint every shape in its order."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    for item in layout.items:
        if isinstance(item, Box):
            frame = item.frame
            painter.fillRect(
                QRectF(frame.x, frame.y, frame.width, frame.height), theme.color(item.tone)
            )
        elif isinstance(item, Path):
            _paint_path(painter, item)
        elif isinstance(item, Mark):
            _paint_mark(painter, item)
        else:
            _paint_text(painter, item, font)


def _paint_path(painter: QPainter, path: Path) -> None:
    pen = QPen(theme.color(path.tone), path.width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if path.dash:
        pen.setDashPattern([length / path.width for length in path.dash])
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF([QPointF(*place) for place in _crisp(path)]))


def _crisp(path: Path) -> tuple[Place, ...]:
    """Put thin upright and level lines on the middle of a pixel, so that they stay thin."""
    if path.width != 1.0 or len(path.places) != 2:
        return path.places
    (x, y), (right, bottom) = path.places
    if y == bottom:
        return (x, int(y) + 0.5), (right, int(y) + 0.5)
    if x == right:
        return (int(x) + 0.5, y), (int(x) + 0.5, bottom)
    return path.places


def _paint_mark(painter: QPainter, mark: Mark) -> None:
    color = theme.color(mark.tone)
    surface = theme.color("surface")
    painter.setPen(QPen(color if mark.hollow else surface, mark.width))
    painter.setBrush(surface if mark.hollow else color)
    x, y = mark.at
    if mark.shape is Shape.CIRCLE:
        painter.drawEllipse(QPointF(x, y), mark.size, mark.size)
    else:
        corners = mark.shape.corners(mark.size)
        painter.drawPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in corners]))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_text(painter: QPainter, text: Text, font: QFont) -> None:
    painter.setFont(sized(font, text.size, bold=text.bold))
    painter.setPen(theme.color(text.tone))
    width = painter.fontMetrics().horizontalAdvance(text.text)
    shift = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: float(width)}[text.anchor]
    painter.drawText(QPointF(text.at[0] - shift, text.at[1]), text.text)


def paint_tip(painter: QPainter, hit: Hit, bounds: QRectF, font: QFont) -> None:
    """Paint what is said of a point beside it, inside the bounds, with a line to it."""
    measure = measure_with(font)
    bold = [measure(line, TIP_SIZE, number == 0) for number, line in enumerate(hit.lines)]
    width, height = max(bold) + 2 * TIP_PAD, len(hit.lines) * TIP_SIZE * 1.5 + TIP_PAD
    x, y = hit.at
    left = min(max(x - width + 12, bounds.left() + 2), bounds.right() - width - 2)
    top = y - height - TIP_GAP
    if top < bounds.top() + 2:
        top = y + TIP_GAP
    frame = QRectF(left, top, width, height)
    painter.setPen(QPen(theme.color("ink"), 1))
    painter.drawLine(QPointF(x, y), QPointF(x, frame.bottom() if top < y else frame.top()))
    painter.setBrush(theme.color("ink"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(frame, 4, 4)
    painter.setPen(theme.color("surface"))
    for number, line in enumerate(hit.lines):
        painter.setFont(sized(font, TIP_SIZE, bold=number == 0))
        base = top + TIP_PAD / 2 + (number + 0.5) * TIP_SIZE * 1.5 + TIP_SIZE * 0.35
        painter.drawText(QPointF(left + TIP_PAD, base), line)
    painter.setBrush(Qt.BrushStyle.NoBrush)
