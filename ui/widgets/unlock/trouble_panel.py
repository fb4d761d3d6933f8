"""Say why the record does not open: what happened, whether the data are safe, what to press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.language import language_change
from ui.qt_types import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

# Code of the trouble -> what happened, are the data safe, what to do.
_TEXTS = {
    "record_damaged": (
        QT_TRANSLATE_NOOP("Trouble", "The record file is damaged."),
        QT_TRANSLATE_NOOP(
            "Trouble", "M-Spike has not changed it. Backups in the folder below are not touched."
        ),
        QT_TRANSLATE_NOOP(
            "Trouble", "Copy the whole folder to a safe place first, then restore the last backup."
        ),
    ),
    "record_newer": (
        QT_TRANSLATE_NOOP("Trouble", "The record was written by a newer M-Spike."),
        QT_TRANSLATE_NOOP("Trouble", "The data are safe: this version has not touched them."),
        QT_TRANSLATE_NOOP("Trouble", "Install the newer version on this computer and start it."),
    ),
    "record_missing": (
        QT_TRANSLATE_NOOP("Trouble", "The record file is not where it was."),
        QT_TRANSLATE_NOOP(
            "Trouble", "Its keys are still here. No empty record was made in its place."
        ),
        QT_TRANSLATE_NOOP(
            "Trouble", "Bring the file back into the folder below, then press 'Try again'."
        ),
    ),
    "keys_missing": (
        QT_TRANSLATE_NOOP("Trouble", "The key file of the record is missing."),
        QT_TRANSLATE_NOOP("Trouble", "The record is unchanged, but stays closed without its keys."),
        QT_TRANSLATE_NOOP(
            "Trouble",
            "Copy the key file from a backup into the folder below, then press 'Try again'.",
        ),
    ),
    "keys_damaged": (
        QT_TRANSLATE_NOOP("Trouble", "The key file of the record is damaged."),
        QT_TRANSLATE_NOOP("Trouble", "The record is unchanged, but stays closed without its keys."),
        QT_TRANSLATE_NOOP(
            "Trouble",
            "Copy the key file from a backup into the folder below, then press 'Try again'.",
        ),
    ),
    "record_in_use": (
        QT_TRANSLATE_NOOP("Trouble", "The record is already open in another window."),
        QT_TRANSLATE_NOOP("Trouble", "The data are safe."),
        QT_TRANSLATE_NOOP("Trouble", "Go on in that window, or close it and press 'Try again'."),
    ),
    "record_busy": (
        QT_TRANSLATE_NOOP("Trouble", "The record is busy."),
        QT_TRANSLATE_NOOP("Trouble", "The data are safe."),
        QT_TRANSLATE_NOOP("Trouble", "Wait a moment, then press 'Try again'."),
    ),
    "disk_full": (
        QT_TRANSLATE_NOOP("Trouble", "The disk is full."),
        QT_TRANSLATE_NOOP("Trouble", "What was recorded before is safe."),
        QT_TRANSLATE_NOOP("Trouble", "Free some space on the disk, then press 'Try again'."),
    ),
    "folder_not_writable": (
        QT_TRANSLATE_NOOP("Trouble", "The folder of the record cannot be written."),
        QT_TRANSLATE_NOOP("Trouble", "Nothing was changed."),
        QT_TRANSLATE_NOOP(
            "Trouble", "Ask for the right to write in the folder below, then press 'Try again'."
        ),
    ),
}
_OTHER = (
    QT_TRANSLATE_NOOP("Trouble", "The record could not be opened."),
    QT_TRANSLATE_NOOP("Trouble", "Nothing was changed."),
    QT_TRANSLATE_NOOP("Trouble", "Press 'Try again'. If it fails again, restart the computer."),
)


class TroublePanel(QWidget):
    """Show one trouble with two buttons; the safe one is the first."""

    retry_requested = Signal()
    quit_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = ""
        self._what, self._safe, self._next = QLabel(self), QLabel(self), QLabel(self)
        self._what.setProperty("role", "verdict")
        self._safe.setProperty("role", "muted")
        for label in (self._what, self._safe, self._next):
            label.setWordWrap(True)
        self.retry_button, self.quit_button = QPushButton(self), QPushButton(self)
        self.retry_button.setProperty("kind", "primary")
        self.retry_button.clicked.connect(self.retry_requested)
        self.quit_button.clicked.connect(self.quit_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.STEPS[1])
        for label in (self._what, self._safe, self._next):
            layout.addWidget(label)
        buttons = QHBoxLayout()
        buttons.addWidget(self.retry_button)
        buttons.addWidget(self.quit_button)
        buttons.addStretch(1)
        layout.addSpacing(theme.STEPS[1])
        layout.addLayout(buttons)
        self.retranslate()

    def show_trouble(self, code: str) -> None:
        """Show the trouble of a storage code; a code without words of its own gets general ones."""
        self._code = code
        self.retranslate()
        self.retry_button.setFocus()

    def text(self) -> str:
        """Give everything that is said."""
        return " ".join(label.text() for label in (self._what, self._safe, self._next))

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        texts = _TEXTS.get(self._code, _OTHER)
        for label, text in zip((self._what, self._safe, self._next), texts, strict=True):
            label.setText(QCoreApplication.translate("Trouble", text))
        self.retry_button.setText(self.tr("Try again"))
        self.quit_button.setText(self.tr("Close M-Spike"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()
