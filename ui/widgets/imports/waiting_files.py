"""Say in the patient list how many files wait in the watched folder."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from ui import theme
from ui.import_folder import watched_folder
from ui.language import language_change

if TYPE_CHECKING:
    from pathlib import Path

    from ui.context import UiContext


class WaitingFiles(QPushButton):
    """Hold the count as a chip that leads to the import; nothing is shown while none waits."""

    wanted = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._count = 0
        theme.set_property(self, "role", "chip")
        theme.set_property(self, "kind", "accent")
        self.setAutoDefault(True)  # else Enter does nothing outside a dialog
        self.clicked.connect(self.wanted)
        self.retranslate()

    def look(self) -> None:
        """Look into the watched folder, away from the window's thread."""
        folder = watched_folder(self._context)
        if not folder:
            self._show(())
            return
        self._context.tasks.run(
            partial(self._context.services.imports.waiting, folder),
            owner=self,
            done=self._show,
            failed=lambda _problem: self._show(()),  # the page of imports says what is wrong
            key="waiting",
        )

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self.setText(self.tr("%n file(s) waiting", "", self._count))
        self.setAccessibleName(self.text())
        self.setVisible(bool(self._count))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    def _show(self, waiting: tuple[Path, ...]) -> None:
        self._count = len(waiting)
        self.retranslate()
