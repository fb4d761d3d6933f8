"""Say over every page that the record is read under emergency access."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from ui.language import language_change
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QWidget


class EmergencyBand(Banner):
    """Stand from the first emergency access until the lock; nothing puts it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._begun = False

    def begin(self) -> None:
        """Stand from now on."""
        self._begun = True
        self._say()

    def end(self) -> None:
        """Stand no longer: the record is locked."""
        self._begun = False
        self.hide()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event) and self._begun:
            self._say()

    def _say(self) -> None:
        said = self.tr(
            "Emergency access until the record is locked: reading only. "
            "Each look is kept in the log with your name."
        )
        self.show_message(said, "critical", closable=False)
