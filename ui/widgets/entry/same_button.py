"""Take over everything that stands grey with one button, which says how much that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from ui import actions, theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SAME = "same_as_last"


class SameButton(QPushButton):
    """Show itself while answers of last time wait to be confirmed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_property(self, "role", "chip")
        theme.set_property(self, "kind", "accent")
        self.hide()

    def show_waiting(self, waiting: int) -> None:
        """Say how many answers wait."""
        name = actions.command_text(SAME)
        self.setText(f"{name}: {waiting}  {actions.key_text(SAME)}")
        self.setAccessibleName(self.tr("%n answer(s) as last time", "", waiting))
        self.setVisible(bool(waiting))
