"""Say why the record does not open: what happened, whether the data are safe, what to press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.language import language_change
from ui.qt_types import QT_TRANSLATE_NOOP
from ui.widgets.unlock.rescue_form import RescueForm

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
            "Trouble", "Bring the last good backup back. The damaged file is kept beside it."
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
            "Trouble",
            "Bring the file back into the folder below and press 'Try again', "
            "or restore the last backup.",
        ),
    ),
    "keys_missing": (
        QT_TRANSLATE_NOOP("Trouble", "The key file of the record is missing."),
        QT_TRANSLATE_NOOP("Trouble", "The record is unchanged, but stays closed without its keys."),
        QT_TRANSLATE_NOOP(
            "Trouble",
            "Restore the last backup: it has its own keys. The record is kept beside it.",
        ),
    ),
    "keys_damaged": (
        QT_TRANSLATE_NOOP("Trouble", "The key file of the record is damaged."),
        QT_TRANSLATE_NOOP("Trouble", "The record is unchanged, but stays closed without its keys."),
        QT_TRANSLATE_NOOP(
            "Trouble",
            "Restore the last backup: it has its own keys. The record is kept beside it.",
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
    "network_folder": (
        QT_TRANSLATE_NOOP("Trouble", "The record lies on another computer."),
        QT_TRANSLATE_NOOP(
            "Trouble",
            "It was not opened and not changed: over a network two computers could damage it.",
        ),
        QT_TRANSLATE_NOOP(
            "Trouble",
            "Move the folder to a disk of this computer and start M-Spike there. "
            "Backups may well go to the network.",
        ),
    ),
    "record_gone": (
        QT_TRANSLATE_NOOP("Trouble", "The record is not where it was."),
        QT_TRANSLATE_NOOP(
            "Trouble", "File and keys are gone, but backups are here. No empty record was made."
        ),
        QT_TRANSLATE_NOOP(
            "Trouble",
            "Bring clinic.db and clinic.keys back and press 'Try again', "
            "or restore the last backup.",
        ),
    ),
    "elsewhere": (
        QT_TRANSLATE_NOOP("Trouble", "Restore a backup of another computer"),
        QT_TRANSLATE_NOOP("Trouble", "There is no record on this computer that could be replaced."),
        QT_TRANSLATE_NOOP(
            "Trouble", "Choose the .db file of the backup; its .keys file must lie beside it."
        ),
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


# Where a backup can help; what is newer, busy or full is mended otherwise.
RESCUED = frozenset(
    {
        *("record_damaged", "record_missing", "keys_missing", "keys_damaged"),
        *("record_gone", "elsewhere"),
    }
)


class TroublePanel(QWidget):
    """Show one trouble with what helps: the last backup, another try, or to close."""

    retry_requested = Signal()
    quit_requested = Signal()
    create_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = ""
        self._what, self._safe, self._next = QLabel(self), QLabel(self), QLabel(self)
        self._what.setProperty("role", "verdict")
        self._safe.setProperty("role", "muted")
        for label in (self._what, self._safe, self._next):
            label.setWordWrap(True)
        self.rescue = RescueForm(self)
        self.retry_button, self.quit_button = QPushButton(self), QPushButton(self)
        self.create_button = QPushButton(self)
        self.create_button.setProperty("kind", "quiet")
        self.create_button.clicked.connect(self.create_requested)
        self.retry_button.clicked.connect(self.retry_requested)
        self.quit_button.clicked.connect(self.quit_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.STEPS[1])
        for label in (self._what, self._safe, self._next):
            layout.addWidget(label)
        layout.addWidget(self.rescue)
        buttons = QHBoxLayout()
        buttons.addWidget(self.retry_button)
        buttons.addWidget(self.quit_button)
        buttons.addStretch(1)
        buttons.addWidget(self.create_button)
        layout.addSpacing(theme.STEPS[1])
        layout.addLayout(buttons)
        self.retranslate()

    def show_trouble(self, code: str) -> None:
        """Show the trouble of a storage code; a code without words of its own gets general ones."""
        self._code = code
        self.retranslate()
        self.retry_button.setFocus()

    @property
    def code(self) -> str:
        """Give the trouble that is shown."""
        return self._code

    def text(self) -> str:
        """Give everything that is said."""
        return " ".join(label.text() for label in (self._what, self._safe, self._next))

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        texts = _TEXTS.get(self._code, _OTHER)
        for label, text in zip((self._what, self._safe, self._next), texts, strict=True):
            label.setText(QCoreApplication.translate("Trouble", text))
        rescued = self._code in RESCUED
        self.rescue.setVisible(rescued)
        self.create_button.setVisible(self._code == "record_gone")
        self.create_button.setText(self.tr("Create an empty record"))
        theme.set_property(self.retry_button, "kind", "" if rescued else "primary")
        elsewhere = self._code == "elsewhere"
        self.retry_button.setText(self.tr("Back") if elsewhere else self.tr("Try again"))
        self.quit_button.setText(self.tr("Close M-Spike"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()
