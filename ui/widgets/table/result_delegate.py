"""Paint the results: unit faint beside the name, significance as a chip, the trend as a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui import theme
from ui.models.result_grid import KIND, UNIT, Column
from ui.qt_types import ROW
from ui.widgets.chip import chip_text, paint_chip
from ui.widgets.table.sparkline import draw_sparkline

if TYPE_CHECKING:
    from ui.qt_types import ModelIndex

PADDING, GAP = 6.0, 5.0


class ResultDelegate(QStyledItemDelegate):
    """Paint one cell of the result grid."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), theme.TABLE_ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        column = Column(index.column())
        if column not in (Column.NAME, Column.LATEST, Column.SIGNIFICANCE, Column.TREND):
            super().paint(painter, option, index)
            return
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(theme.ACCENT_GROUND))
        box = QRectF(option.rect).adjusted(PADDING, 0, -PADDING, 0)
        match column:
            case Column.NAME:
                _paint_name(painter, box, index)
            case Column.LATEST:
                _paint_latest(painter, box, index)
            case Column.SIGNIFICANCE:
                _paint_significance(painter, box, index)
            case Column.TREND:
                draw_sparkline(painter, box.adjusted(0, 3, 0, -3), index.data(ROW).points)
        painter.restore()


def _paint_name(painter: QPainter, box: QRectF, index: ModelIndex) -> None:
    name, unit = str(index.data()), str(index.data(UNIT) or "")
    painter.setFont(theme.font("table"))
    painter.setPen(QColor(theme.INK))
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
    rest = box.adjusted(metrics.horizontalAdvance(shown) + GAP, 0, 0, 0)
    painter.setPen(QColor(theme.FAINT))
    painter.drawText(
        rest,
        Qt.AlignmentFlag.AlignVCenter,
        metrics.elidedText(unit, Qt.TextElideMode.ElideRight, max(rest.width(), 0)),
    )


def _paint_latest(painter: QPainter, box: QRectF, index: ModelIndex) -> None:
    kind = index.data(KIND)
    painter.setFont(theme.font("strongTable"))
    painter.setPen(theme.ink_of(kind) if kind else QColor(theme.INK))
    mark = {"low": "▼ ", "high": "▲ "}.get(index.data(ROW).outside or "", "")
    aligned = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(box, aligned, f"{mark}{index.data()}")


def _paint_significance(painter: QPainter, box: QRectF, index: ModelIndex) -> None:
    text, kind = str(index.data() or ""), index.data(KIND)
    if not text or not kind:
        return
    painter.setFont(theme.font("small"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_chip(painter, box.left(), box.center().y(), chip_text(kind, text), kind)
