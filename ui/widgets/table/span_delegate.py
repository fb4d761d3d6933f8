"""Paint a cell of spans: strong, plain and quiet words, and chips, on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)
from typing_extensions import override

from ui import theme
from ui.models.rows import RIGHT
from ui.qt_types import ALIGNMENT, SPANS
from ui.widgets.chip import chip_text, chip_width, paint_chip

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from ui.spans import Span

_PADDING = 8.0
_GAP = 6.0
_CHIP_SIZE = 12
_INKS = {"body": theme.INK, "strong": theme.INK, "muted": theme.MUTED, "faint": theme.FAINT}


class SpanDelegate(QStyledItemDelegate):
    """Paint what the model gives under ``SPANS``; a whole row is selected, never a cell."""

    def __init__(self, row_height: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._row_height = row_height

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        spans: tuple[Span, ...] = index.data(SPANS) or ()
        width = sum(self._width(span) + _GAP for span in spans) + 2 * _PADDING
        return QSize(round(width), self._row_height)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(theme.ACCENT_GROUND))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(theme.HOVER))
        painter.setPen(QColor(theme.LINE))
        painter.drawLine(QLineF(box.left(), box.bottom() - 0.5, box.right(), box.bottom() - 0.5))
        painter.setClipRect(box)
        spans: tuple[Span, ...] = index.data(SPANS) or ()
        if index.data(ALIGNMENT) == RIGHT:
            taken = sum(self._width(span) + _GAP for span in spans) - _GAP + 2 * _PADDING
            box.setLeft(max(box.left(), box.right() - taken - 1))
        self._paint_spans(painter, box, spans)
        painter.restore()

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Show the whole cell where it had to be cut."""
        cut = self.sizeHint(option, index).width() > option.rect.width()
        QToolTip.showText(event.globalPos(), str(index.data()) if cut else "", view)
        return True

    def _paint_spans(self, painter: QPainter, box: QRectF, spans: tuple[Span, ...]) -> None:
        left, right = box.left() + _PADDING, box.right() - _PADDING
        middle = box.center().y() - 0.5
        for span in spans:
            if left >= right:
                return
            painter.setFont(self._font(span))
            if span.chip:
                text = self._elided(span, chip_text(span.role, span.text), right - left)
                left += paint_chip(painter, left, middle, text, span.role) + _GAP
                continue
            painter.setPen(QColor(_INKS[span.role]))
            text = self._elided(span, span.text, right - left)
            width = QFontMetricsF(painter.font()).horizontalAdvance(text)
            painter.drawText(
                QRectF(left, box.top(), width + 1, box.height() - 1),
                Qt.AlignmentFlag.AlignVCenter,
                text,
            )
            left += width + _GAP

    def _elided(self, span: Span, text: str, room: float) -> str:
        metrics = QFontMetricsF(self._font(span))
        return metrics.elidedText(
            text, Qt.TextElideMode.ElideRight, room - (2 * _PADDING if span.chip else 0)
        )

    def _width(self, span: Span) -> float:
        made = self._font(span)
        if span.chip:
            return chip_width(chip_text(span.role, span.text), made)
        return QFontMetricsF(made).horizontalAdvance(span.text)

    def _font(self, span: Span) -> QFont:
        made = theme.font("strong" if span.role == "strong" and not span.chip else "body")
        if span.chip:
            made.setPixelSize(_CHIP_SIZE)
        return made
