"""Offer a few options as buttons in one line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence


class OptionButtons(QWidget):
    """Hold one button an option; none is chosen beforehand."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[QPushButton] = []
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(4)
        self.hide()

    def offer(self, options: Sequence[tuple[str, str]]) -> None:
        """Show options as code and text in place of the earlier ones; none hides the line."""
        for button in self.buttons:
            self._line.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for option, text in dict.fromkeys(options):
            button = QPushButton(text, self)
            theme.set_property(button, "role", "compact")
            button.setAutoDefault(True)  # else Enter does nothing outside a dialog
            button.clicked.connect(partial(self._on_clicked, option))
            self._line.addWidget(button)
            self.buttons.append(button)
            button.show()  # at once, so that it can take the focus
        self.setVisible(bool(self.buttons))

    def _on_clicked(self, option: str, _checked: bool = False) -> None:
        self.chosen.emit(option)
