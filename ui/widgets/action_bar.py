"""Hold a page's commands at its foot; the filled button is the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui import theme
from ui.widgets.key_button import KeyButton

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

HEIGHT, REMARK_WIDTH = 50, 136


class ActionBar(QFrame):
    """Lay buttons from the left, and the next step at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_property(self, "role", "actionBar")
        self.setFixedHeight(HEIGHT)
        self._remark = QLabel(self)
        theme.set_property(self._remark, "role", "small")
        self._remark.setWordWrap(True)  # beside many commands it takes two lines
        self._remark.setMinimumWidth(REMARK_WIDTH)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(12, 0, 12, 0)  # as the columns above
        self._line.setSpacing(6)
        self._line.addStretch(1)
        self._line.addWidget(self._remark)

    def add(self, action: QAction) -> KeyButton:
        """Add a command at the left."""
        button = KeyButton(action, parent=self)
        self._line.insertWidget(self._line.count() - 2, button)
        return button

    def add_next(self, action: QAction) -> KeyButton:
        """Add the next step at the right."""
        button = KeyButton(action, "primary", self)
        self._line.addWidget(button)
        return button

    def set_remark(self, text: str) -> None:
        """Say something beside the next step."""
        self._remark.setText(text)
