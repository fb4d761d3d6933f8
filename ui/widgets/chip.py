"""Show a short state as a chip: word, sign and ground together, never colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

CHIP_HEIGHT = 20.0
_PADDING = 8.0


def chip_text(kind: str, text: str) -> str:
    """Put the sign of a kind before the text."""
    sign = theme.SIGNS[kind]
    return f"{sign} {text}" if sign else text


class Chip(QLabel):
    """Show a text of a kind: neutral, good, warning, critical, unknown or accent."""

    def __init__(
        self, text: str = "", kind: str = "neutral", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "chip")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.show_state(text, kind)

    def show_state(self, text: str, kind: str) -> None:
        """Show a text of a kind; an empty text hides the chip."""
        theme.set_property(self, "kind", kind)
        self.setText(chip_text(kind, text))
        if not text or self.parentWidget() is not None:  # shown alone it would be a window
            self.setVisible(bool(text))


def chip_width(text: str, chip_font: QFont) -> float:
    """Give the width in pixels that ``paint_chip`` takes for a text."""
    return QFontMetricsF(chip_font).horizontalAdvance(text) + 2 * _PADDING


def paint_chip(painter: QPainter, left: float, middle: float, text: str, kind: str) -> float:
    """Paint a chip of the painter's font, centred on ``middle``; give its width in pixels."""
    width = chip_width(text, painter.font())
    box = QRectF(left, middle - CHIP_HEIGHT / 2, width, CHIP_HEIGHT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.ground_of(kind))
    painter.drawRoundedRect(box, CHIP_HEIGHT / 2, CHIP_HEIGHT / 2)
    painter.setPen(theme.ink_of(kind))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    return width
