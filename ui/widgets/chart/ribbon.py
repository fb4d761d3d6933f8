"""Show the course of the disease as a slim ribbon: one segment a category, in order of time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent, QMouseEvent

HEIGHT, PADDING = 22, 8.0


@dataclass(frozen=True, slots=True)
class Segment:
    """Hold one stretch: its words, its date, the kind that sets its ground, its days, and more.

    ``hint`` says in full what led there.
    """

    text: str
    date: str
    kind: str
    days: int = 0
    hint: str = ""


class Ribbon(QWidget):
    """Give every segment room for its words, and what is left in proportion to its time."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._segments: tuple[Segment, ...] = ()
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_segments(self, segments: Sequence[Segment]) -> None:
        """Show other segments, oldest first."""
        self._segments = tuple(segments)
        self.setAccessibleDescription(", ".join(_spoken(each) for each in segments))
        self.update()

    def widths(self) -> list[float]:
        """Give the width of each segment in pixels, in order."""
        needed = self._needed()
        total, room = sum(needed), float(self.width())
        if not total:
            return needed
        if total > room:
            return [width * room / total for width in needed]
        days = [each.days for each in self._segments]
        if not sum(days):
            return [*needed[:-1], room - sum(needed[:-1])]
        return _stretched(needed, days, room)

    @override
    def sizeHint(self) -> QSize:
        return QSize(round(sum(self._needed())), HEIGHT)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme.font("table"))
        left = 0.0
        for segment, width in zip(self._segments, self.widths(), strict=True):
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
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._hint_at(event.pos().x()), self)
            return True
        return super().event(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def _hint_at(self, place: float) -> str:
        right = 0.0
        for segment, width in zip(self._segments, self.widths(), strict=True):
            right += width
            if place < right:
                return _spoken(segment)
        return ""

    def _needed(self) -> list[float]:
        metrics = QFontMetricsF(theme.font("table"))
        return [metrics.horizontalAdvance(_words(one)) + 2 * PADDING for one in self._segments]


def _stretched(needed: list[float], days: list[int], room: float) -> list[float]:
    """Share the room by time; a segment that would lose its words keeps the width of them."""
    fixed: set[int] = set()
    while True:
        free = room - sum(needed[place] for place in fixed)
        time = sum(each for place, each in enumerate(days) if place not in fixed)
        if not time:
            return [*needed[:-1], room - sum(needed[:-1])]
        shares = [
            needed[place] if place in fixed else free * each / time
            for place, each in enumerate(days)
        ]
        small = {place for place, share in enumerate(shares) if share < needed[place] - 0.01}
        if not small:
            return shares
        fixed |= small


def _words(segment: Segment) -> str:
    return f"{segment.text}  {segment.date}".strip()


def _spoken(segment: Segment) -> str:
    return segment.hint or f"{segment.text} {segment.date}".strip()
