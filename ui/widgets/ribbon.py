"""Show the course of the disease as a slim ribbon: one segment a category, in order of time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

HEIGHT, PADDING = 22, 8.0


@dataclass(frozen=True, slots=True)
class Segment:
    """Hold one stretch: its words, its date, and the kind that sets its ground."""

    text: str
    date: str
    kind: str


class Ribbon(QWidget):
    """Give every segment the width of its words; the last one takes what is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._segments: tuple[Segment, ...] = ()
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_segments(self, segments: Sequence[Segment]) -> None:
        """Show other segments, oldest first."""
        self._segments = tuple(segments)
        spoken = ", ".join(f"{each.text} {each.date}".strip() for each in segments)
        self.setAccessibleDescription(spoken)
        self.setToolTip(spoken)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(sum(self._widths())), HEIGHT)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme.font("table"))
        left = 0.0
        for segment, width in zip(self._segments, self._fitted(), strict=True):
            box = QRectF(left, 0, width, self.height())
            painter.fillRect(box, theme.ground_of(segment.kind))
            painter.setPen(theme.ink_of(segment.kind))
            words = QFontMetricsF(painter.font()).elidedText(
                _words(segment), Qt.TextElideMode.ElideRight, width - 2 * PADDING
            )
            painter.drawText(
                box.adjusted(PADDING, 0, -PADDING, 0), Qt.AlignmentFlag.AlignVCenter, words
            )
            left += width

    def _widths(self) -> list[float]:
        metrics = QFontMetricsF(theme.font("table"))
        return [metrics.horizontalAdvance(_words(one)) + 2 * PADDING for one in self._segments]

    def _fitted(self) -> list[float]:
        widths = self._widths()
        total = sum(widths)
        if not total:
            return widths
        if total > self.width():
            return [width * self.width() / total for width in widths]
        return [*widths[:-1], self.width() - sum(widths[:-1])]


def _words(segment: Segment) -> str:
    return f"{segment.text}  {segment.date}".strip()
