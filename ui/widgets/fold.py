"""Fold a part of a panel away behind a button that says what it holds."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui import theme


class FoldButton(QPushButton):
    """Open and close a body; the button says how much in it was answered."""

    opened = Signal(bool)

    def __init__(self, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_property(self, "role", "chip")
        theme.set_property(self, "kind", "neutral")
        self.setCheckable(True)
        self._body = body
        self._caption = ""
        self._count = 0
        self._wrong = False
        body.hide()
        self.toggled.connect(self._on_toggled)

    def set_caption(self, caption: str) -> None:
        """Word the button."""
        self._caption = caption
        self._show()

    def set_count(self, count: int) -> None:
        """Say how many answers the body holds."""
        self._count = count
        self._show()

    def set_wrong(self, wrong: bool) -> None:
        """Say that something in the body is wrong, also while it is folded away."""
        if wrong != self._wrong:
            self._wrong = wrong
            theme.set_property(self, "kind", "critical" if wrong else "neutral")
            self._show()

    def holds(self, widget: QWidget) -> bool:
        """Tell whether a widget lies in the body."""
        return widget is self._body or self._body.isAncestorOf(widget)

    def _on_toggled(self, checked: bool) -> None:
        self._body.setVisible(checked)
        self._show()
        self.opened.emit(checked)

    def _show(self) -> None:
        sign = "▾" if self.isChecked() else "▸"
        count = f" {self._count}" if self._count else ""
        wrong = f" {theme.SIGNS['critical']}" if self._wrong else ""
        self.setText(f"{sign} {self._caption}{count}{wrong}")
        self.setAccessibleName(f"{self._caption}{count}")
