"""Show a chart's specification: painted by Qt, read by pointer, keyboard and screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop_app.domain.chart_layout import lay_out
from desktop_app.domain.chart_period import moved, picked, zoomed
from ui import theme
from ui.widgets.chart.chart_painter import measure_with, paint, paint_tip

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QWheelEvent,
    )

    from desktop_app.domain.chart import ChartSpec
    from desktop_app.domain.chart_shapes import Hit, Layout

REACH = 18.0  # pixels within which a point answers to the pointer
LEAST_DRAG = 8.0
ZOOM_STEP = 1.25
TEXT_SIZE = 11.0


class ChartView(QWidget):
    """Show a chart; ask for another one where the doctor zooms.

    Wheel and ``+``/``-`` zoom, a drag picks a period, Home or a double click shows all, Left and
    Right walk over the points, Shift with them moves the period.
    """

    range_requested = Signal(object, object)  # first and last day, or None and None for all

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec: ChartSpec | None = None
        self._layout: Layout | None = None
        self._hit: Hit | None = None
        self._drag: tuple[float, float] | None = None
        self._picture: QPixmap | None = None
        self._empty_text = ""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._name()

    def show_spec(self, spec: ChartSpec | None) -> None:
        """Show a chart, or the empty state."""
        self._spec = spec if spec is not None and spec.panels else None
        self._hit = self._drag = None
        self.setAccessibleDescription(spec.summary if spec else self._empty_text)
        self._lay_out()

    def set_empty_text(self, text: str) -> None:
        """Set what stands in the place of a chart that has no values."""
        self._empty_text = text
        self.update()

    @property
    def spec(self) -> ChartSpec | None:
        """Give what is shown."""
        return self._spec

    def painted(self) -> Layout | None:
        """Give what was drawn: shapes, points, tick labels and bands."""
        return self._layout

    def tip(self) -> tuple[str, ...]:
        """Give the lines that stand in the tip now."""
        return self._hit.lines if self._hit else ()

    @override
    def sizeHint(self) -> QSize:
        return QSize(600, 560)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(280, 220)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._name()
            self._lay_out()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        if self._layout is None:
            painter.setPen(theme.color("muted"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._empty_text)
        else:
            painter.drawPixmap(0, 0, self._drawn(self._layout))
            self._paint_drag(painter)
            if self._hit is not None:
                paint_tip(painter, self._hit, QRectF(self.rect()), self.font())
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        where = event.position()
        if self._drag is not None:
            self._drag = self._drag[0], where.x()
            self.update()
        else:
            self._point_at(self._nearest(where))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        inside = self._spec is not None and event.button() is Qt.MouseButton.LeftButton
        self._drag = (event.position().x(), event.position().x()) if inside else None

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self._drag = self._drag, None
        self.update()
        if self._spec and drag is not None and abs(drag[1] - drag[0]) >= LEAST_DRAG:
            x = self._spec.x
            self.range_requested.emit(*picked(x, self._share(drag[0]), self._share(drag[1])))

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._drag = None
        self.range_requested.emit(None, None)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._spec is None or not event.angleDelta().y():
            event.ignore()
            return
        factor = ZOOM_STEP ** (event.angleDelta().y() / 120)
        self._zoom(factor, self._share(event.position().x()))
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        key = event.key()
        if self._spec is None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            way = 1 if key == Qt.Key.Key_Right else -1
            if shifted:
                self.range_requested.emit(*moved(self._spec.x, way))
            else:
                self._walk(way)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom(ZOOM_STEP, 0.5)
        elif key == Qt.Key.Key_Minus:
            self._zoom(1 / ZOOM_STEP, 0.5)
        elif key == Qt.Key.Key_Home:
            self.range_requested.emit(None, None)
        elif key == Qt.Key.Key_Escape and self._hit is not None:
            self._point_at(None)
        else:
            super().keyPressEvent(event)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Trend chart"))

    def _drawn(self, layout: Layout) -> QPixmap:
        """Give the chart as a picture, so that a moving tip costs no second drawing."""
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(theme.color("surface"))
            painter = QPainter(self._picture)
            paint(painter, layout, self.font())
            painter.end()
        return self._picture

    def _lay_out(self) -> None:
        self._picture = None
        if self._spec is None:
            self._layout = None
        else:
            size = float(self.width()), float(self.height())
            measure = measure_with(self.font())
            self._layout = lay_out(self._spec, *size, measure, small=TEXT_SIZE, titled=False)
        self.update()

    def _nearest(self, where: QPointF) -> Hit | None:
        """Give the nearest point within reach; its day matters more than its height."""
        if self._layout is None:
            return None
        near = [
            (abs(hit.at[0] - where.x()) + abs(hit.at[1] - where.y()) / 2, place)
            for place, hit in enumerate(self._layout.hits)
            if abs(hit.at[0] - where.x()) <= REACH and abs(hit.at[1] - where.y()) <= 2 * REACH
        ]
        return self._layout.hits[min(near)[1]] if near else None

    def _point_at(self, hit: Hit | None) -> None:
        if hit is not self._hit:
            self._hit = hit
            self.update()

    def _walk(self, way: int) -> None:
        """Go to the next point in the same plot; from the last one on to the next plot."""
        points = [hit for hit in self._layout.hits if hit.point] if self._layout else []
        if not points:
            return
        points.sort(key=lambda hit: (hit.panel, hit.at[0]))
        if self._hit in points:
            place = (points.index(self._hit) + way) % len(points)
        else:
            place = next((n for n, hit in enumerate(points) if hit.point and hit.point.latest), 0)
        self._point_at(points[place])
        QAccessible.updateAccessibility(
            QAccessibleAnnouncementEvent(self, ". ".join(points[place].lines))
        )

    def _share(self, x: float) -> float:
        """Give the share of the time axis at a place in the widget."""
        plot = self._layout.plots[0] if self._layout and self._layout.plots else None
        return min(max((x - plot.x) / plot.width, 0.0), 1.0) if plot else 0.5

    def _zoom(self, factor: float, share: float) -> None:
        if self._spec is not None:
            self.range_requested.emit(*zoomed(self._spec.x, factor, share))

    def _paint_drag(self, painter: QPainter) -> None:
        if self._drag is None or self._layout is None:
            return
        left, right = min(self._drag), max(self._drag)
        top, bottom = self._layout.plots[0].y, self._layout.plots[-1].bottom
        shade = theme.color("accent")
        shade.setAlpha(28)
        painter.fillRect(QRectF(left, top, right - left, bottom - top), shade)
