"""Draw a row's few points as a small line in a table's cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

LINE_WIDTH, DOT = 1.5, 2.5


def draw_sparkline(painter: QPainter, frame: QRectF, points: Sequence[tuple[float, float]]) -> None:
    """Draw the points, given as places on any two scales, and a dot on the last one."""
    placed = _placed(frame.adjusted(DOT, DOT, -DOT, -DOT), points)
    if not placed:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.SERIES[0]), LINE_WIDTH))
    if len(placed) > 1:
        painter.drawPolyline(QPolygonF(placed))
    painter.setBrush(QColor(theme.SERIES[0]))
    painter.drawEllipse(placed[-1], DOT - LINE_WIDTH / 2, DOT - LINE_WIDTH / 2)
    painter.restore()


def _placed(frame: QRectF, points: Sequence[tuple[float, float]]) -> list[QPointF]:
    if not points:
        return []
    xs, ys = zip(*points, strict=True)
    left, low = min(xs), min(ys)
    across, up = (max(xs) - left) or 1.0, max(ys) - low
    middle = 0.5 if not up else None
    return [
        QPointF(
            frame.left() + frame.width() * ((x - left) / across if len(points) > 1 else 1.0),
            frame.bottom() - frame.height() * (middle if middle is not None else (y - low) / up),
        )
        for x, y in points
    ]
