"""Choose a second folder for every backup, and see what it refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from ui import theme
from ui.language import language_change
from ui.second_place import keep_second_place, second_place, second_problem
from ui.widgets.imports.file_list import choose_folder

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from ui.context import UiContext


class SecondPlaceRow(QWidget):
    """Hold the folder of this computer, such as a second disk or a stick."""

    settled = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._label, self._said = QLabel(self), QLabel(self)
        self.choose_button, self.clear_button = QPushButton(self), QPushButton(self)
        theme.set_property(self._label, "role", "strong")
        theme.set_property(self._said, "role", "text")
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.STEPS[1])
        line.addWidget(self._label)
        line.addWidget(self._said, 1)
        for button, run in (
            (self.choose_button, self._on_choose),
            (self.clear_button, self._on_clear),
        ):
            theme.set_property(button, "role", "compact")
            button.setAutoDefault(True)  # else Enter does nothing outside a dialog
            button.clicked.connect(run)
            line.addWidget(button)
        self.retranslate()

    def settle(self, folder: str) -> None:
        """Copy backups to a folder from now on; an empty text is nowhere."""
        keep_second_place(self._context.settings, folder)
        self.retranslate()
        self.settled.emit()

    def text(self) -> str:
        """Give what is said of the second place."""
        return self._said.text()

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self._label.setText(self.tr("Second place"))
        self.choose_button.setText(self.tr("Choose folder…"))
        self.clear_button.setText(self.tr("No second place"))
        folder = second_place(self._context.settings)
        self.clear_button.setVisible(folder is not None)
        kind, said = self._state(str(folder) if folder is not None else "")
        theme.set_property(self._said, "kind", kind)
        sign = theme.SIGNS[kind]
        self._said.setText(f"{sign} {said}" if sign else said)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    def _state(self, folder: str) -> tuple[str, str]:
        if not folder:
            none = self.tr("None. A copy on another disk helps where this disk is lost.")
            return "neutral", none
        problem = second_problem(self._context.settings)
        if problem is None:
            return "neutral", folder
        match problem:
            case "disk_full":
                why = self.tr("The disk there is full.")
            case "same_place":
                why = self.tr("The backups themselves are there; choose a folder on another disk.")
            case "record_damaged":
                why = self.tr("What was written there reads differently: the disk may be failing.")
            case _:
                why = self.tr("The folder cannot be reached or written; is the disk connected?")
        #: {0} is a folder, {1} is a sentence that says why
        return "warning", self.tr("{0}: the last copy failed. {1}").format(folder, why)

    def _on_choose(self) -> None:
        folder = second_place(self._context.settings)
        title = self.tr("Second place for backups")
        chosen = choose_folder(self, title, str(folder) if folder is not None else "")
        if chosen:
            self.settle(chosen)

    def _on_clear(self) -> None:
        self.settle("")
        self.choose_button.setFocus()
