"""Ask for the passphrase of the record, and who comes where there are several users."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.language import language_change
from ui.widgets.answer_box import Choice, ChoiceList
from ui.widgets.unlock.passphrase_edit import PassphraseEdit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent

_SECOND_MS = 1000


class PassphraseForm(QWidget):
    """Hold one passphrase field, its message, and the button that opens."""

    passphrase_entered = Signal(str)
    forgotten = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wrong = self._busy = self._several = False
        self._seconds = 0
        self._user_label, self._label = QLabel(self), QLabel(self)
        self.users, self.passphrase = ChoiceList(self), PassphraseEdit(self)
        self._message = QLabel(self)
        self._message.setProperty("role", "error")
        self._message.setWordWrap(True)
        self.open_button, self.forgotten_button = QPushButton(self), QPushButton(self)
        self.open_button.setProperty("kind", "primary")
        self.forgotten_button.setProperty("kind", "quiet")
        self._user_label.setBuddy(self.users)
        self._label.setBuddy(self.passphrase)
        self.countdown = QTimer(self)
        self.countdown.setInterval(_SECOND_MS)
        self._lay_out()
        self.setFocusProxy(self.passphrase)
        self._connect()
        self.set_users((), "")
        self.retranslate()

    def clear(self) -> None:
        """Empty the field and its message."""
        self.passphrase.clear()
        self._wrong = False
        self._end_wait()
        self.set_busy(False)

    def set_users(self, logins: Sequence[str], chosen: str) -> None:
        """Offer who can log in; one alone is not asked for."""
        self._several = len(logins) > 1
        self.users.set_choices([Choice(login, login) for login in logins])
        if chosen in logins:
            self.users.set_code(chosen)
        for part in (self._user_label, self.users):
            part.setVisible(self._several)

    @property
    def login(self) -> str:
        """Give who was chosen; empty where one user alone can log in."""
        return self.users.code() if self._several else ""

    def set_busy(self, busy: bool) -> None:
        """Show that the record is being opened; keys typed meanwhile are kept."""
        self._busy = busy
        self.retranslate()

    def show_wrong(self) -> None:
        """Say beside the field that the passphrase does not fit; what was typed is selected."""
        self._wrong = True
        self.passphrase.setFocus()
        self.passphrase.selectAll()
        self.retranslate()

    def show_wait(self, seconds: int) -> None:
        """Count the seconds down until the next try; meanwhile one may type."""
        self._wrong = False
        self._seconds = seconds
        self.countdown.start()
        self.passphrase.setFocus()
        self.retranslate()

    def message(self) -> str:
        """Give what stands beside the field."""
        return self._message.text()

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self._user_label.setText(self.tr("User"))
        self.users.setAccessibleName(self.tr("User"))
        self._label.setText(self.tr("Passphrase"))
        self.passphrase.setAccessibleName(self.tr("Passphrase"))
        self.open_button.setText(self.tr("Opening…") if self._busy else self.tr("Open the record"))
        self.open_button.setEnabled(not self._busy and not self._seconds)
        self.forgotten_button.setText(self.tr("Forgotten? Use the recovery key"))
        theme.set_property(self.passphrase, "state", "bad" if self._wrong else "known")
        theme.set_property(self._message, "role", "error" if self._wrong else "warning")
        self._message.setText(self._said())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    def _said(self) -> str:
        if self._wrong:
            wrong = self.tr(
                "This passphrase does not open the record. Nothing was changed; try again."
            )
            return f"{theme.SIGNS['critical']} {wrong}"
        if self._seconds:
            wait = self.tr(
                "Several wrong passphrases. The next try is possible in %n s; the record is safe.",
                "",
                self._seconds,
            )
            return f"{theme.SIGNS['warning']} {wait}"
        return ""

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.STEPS[0])
        fields = (self._user_label, self.users, self._label, self.passphrase, self._message)
        for part in fields:
            layout.addWidget(part)
        layout.addSpacing(theme.STEPS[1])
        layout.addWidget(self.open_button)
        layout.addWidget(self.forgotten_button)

    def _connect(self) -> None:
        self.countdown.timeout.connect(self._on_second)
        self.users.edited.connect(self._on_user_chosen)
        self.passphrase.textEdited.connect(self._on_edited)
        self.passphrase.caps_lock_seen.connect(self._on_caps_lock_seen)
        self.passphrase.returnPressed.connect(self._on_open)
        self.open_button.clicked.connect(self._on_open)
        self.forgotten_button.clicked.connect(self.forgotten)

    def _end_wait(self) -> None:
        self._seconds = 0
        self.countdown.stop()

    def _on_second(self) -> None:
        self._seconds -= 1
        if self._seconds <= 0:
            self._end_wait()
        self.retranslate()

    def _on_user_chosen(self) -> None:
        self._wrong = False
        self._end_wait()  # it is the other user who has to wait
        self.passphrase.setFocus()
        self.passphrase.selectAll()
        self.retranslate()

    def _on_edited(self) -> None:
        if self._wrong:
            self._wrong = False
            self.retranslate()

    def _on_caps_lock_seen(self, on: bool) -> None:
        if not self._wrong and not self._seconds:
            hint = self.tr("Caps Lock seems to be on.")
            self._message.setText(f"{theme.SIGNS['warning']} {hint}" if on else "")

    def _on_open(self) -> None:
        if self.passphrase.text() and not self._busy and not self._seconds:
            self.passphrase_entered.emit(self.passphrase.text())
