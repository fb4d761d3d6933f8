"""Offer the last good backup where the record does not open: its age, one field, one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.language import language_change
from ui.models.backup_words import BackupWords, CountWords
from ui.widgets.answer_box import Choice, ChoiceList
from ui.widgets.unlock.passphrase_edit import PassphraseEdit

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtCore import QEvent

    from ui.models.backup_offer import Offer


class RescueForm(QWidget):
    """Ask for the passphrase of the offered backup; another file can be chosen instead."""

    restore_wanted = Signal(str, str)  # passphrase, login
    other_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer: Offer | None = None
        self._now: datetime | None = None
        self._places = self._problem = ""
        self._busy = self._looked = self._several = False
        self._what, self._held, self._path = QLabel(self), QLabel(self), QLabel(self)
        self._label, self._message = QLabel(self), QLabel(self)
        self.users, self.passphrase = ChoiceList(self), PassphraseEdit(self)
        self._label.setBuddy(self.passphrase)
        self.restore_button, self.other_button = QPushButton(self), QPushButton(self)
        self._lay_out()
        self.passphrase.returnPressed.connect(self._on_restore)
        self.restore_button.clicked.connect(self._on_restore)
        self.other_button.clicked.connect(self.other_wanted)
        self.retranslate()

    def look(self, places: str) -> None:
        """Begin anew: backups are looked for in these folders."""
        self._offer, self._places, self._problem = None, places, ""
        self._busy = self._looked = False
        self.passphrase.clear()
        self.retranslate()

    def show_offer(self, offer: Offer | None, now: datetime) -> None:
        """Offer a backup, or say plainly that there is none."""
        self._offer, self._now, self._problem = offer, now, ""
        self._looked, self._busy = True, False
        logins = offer.logins if offer is not None else ()
        self._several = len(logins) > 1
        self.users.set_choices([Choice(login, login) for login in logins])
        self.retranslate()
        (self.passphrase if offer is not None else self.other_button).setFocus()

    def show_problem(self, text: str) -> None:
        """Say what went wrong beside the field."""
        self._busy, self._looked, self._problem = False, True, text
        self.retranslate()
        (self.passphrase if self._offer is not None else self.other_button).setFocus()
        self.passphrase.selectAll()

    def text(self) -> str:
        """Give everything that is said."""
        parts = (self._what, self._held, self._path, self._message)
        return "\n".join(part.text() for part in parts)

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        offer = self._offer
        self._what.setText(self._found())
        self._held.setText(self._holds())
        self._path.setText(str(offer.path) if offer is not None else "")
        self._label.setText(self.tr("Passphrase of this backup"))
        self.passphrase.setAccessibleName(self._label.text())
        self.users.setAccessibleName(self.tr("User"))
        busy = self.tr("Reading and restoring…")
        self.restore_button.setText(busy if self._busy else self.tr("Restore this backup"))
        theme.set_property(self.other_button, "kind", "primary" if offer is None else "quiet")
        self.other_button.setText(self.tr("Choose another file…"))
        self._message.setText(f"{theme.SIGNS['critical']} {self._problem}" if self._problem else "")
        for part in (self._label, self.passphrase, self.restore_button, self._path):
            part.setVisible(offer is not None)
        self._held.setVisible(bool(self._held.text()))
        self._message.setVisible(bool(self._problem))
        self.users.setVisible(self._several)
        for part in (self.restore_button, self.other_button, self.passphrase):
            part.setEnabled(not self._busy)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    def _lay_out(self) -> None:
        theme.set_property(self._what, "role", "strong")
        theme.set_property(self._path, "role", "small")
        theme.set_property(self._message, "role", "error")
        theme.set_property(self.restore_button, "kind", "primary")
        theme.set_property(self.other_button, "kind", "quiet")
        for label in (self._what, self._held, self._path, self._message):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.STEPS[0])
        said = (self._what, self._held, self._path)
        asked = (self.users, self._label, self.passphrase, self._message)
        for part in (*said, *asked, self.restore_button, self.other_button):
            layout.addWidget(part)

    def _found(self) -> str:
        offer = self._offer
        if offer is None:
            if not self._looked:
                return self.tr("Looking for backups…")
            #: {0} are folders, each on a line
            none = self.tr("No backup was found in\n{0}\nIf one lies elsewhere, choose its file.")
            return none.format(self._places)
        if offer.made_at is None:
            return self.tr("Chosen backup")
        #: {0} is a day, time and age
        said = self.tr("Last good backup: {0}")
        assert self._now is not None
        return said.format(BackupWords(self._now).dated(offer.made_at))

    def _holds(self) -> str:
        offer = self._offer
        if offer is None:
            return ""
        said = []
        if offer.made_at is not None:
            said.append(CountWords().held(offer.patients, offer.visits))
        if offer.spoilt:
            said.append(self.tr("%n newer backup(s) do not read back whole.", "", offer.spoilt))
        return "\n".join(said)

    def _on_restore(self) -> None:
        if self.passphrase.text() and not self._busy and self._offer is not None:
            self._busy, self._problem = True, ""
            self.retranslate()
            self.restore_wanted.emit(
                self.passphrase.text(), self.users.code() if self._several else ""
            )
