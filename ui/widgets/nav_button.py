"""Choose a list: its name on the left, how many it holds on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton
from typing_extensions import override

from ui import theme
from ui.widgets.chip import Chip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class NavButton(QPushButton):
    """Show a list's name and count; a count that asks for something is a chip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "nav")
        self.setCheckable(True)
        self._count, self._chip = QLabel(self), Chip(parent=self)
        self._count.setProperty("role", "muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, theme.STEPS[1], 0)
        layout.addStretch(1)
        for part in (self._count, self._chip):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_count(self, count: int | None, kind: str = "") -> None:
        """Show how many; ``kind`` makes it a chip; None is not counted yet."""
        text = "" if count is None else f"{count:,}".replace(",", " ")
        self._count.setText("" if kind else text)
        self._chip.show_state(text if kind else "", kind or "neutral")
        self._name()

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        self._name()

    def _name(self) -> None:
        count = self._count.text() or self._chip.text()
        self.setAccessibleName(f"{self.text()} {count}".strip())
