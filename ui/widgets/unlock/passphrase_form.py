"""Ask for the passphrase of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.language import language_change
from ui.widgets.unlock.passphrase_edit import PassphraseEdit

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent


class PassphraseForm(QWidget):
    """Hold one passphrase field, its message, and the button that opens."""

    passphrase_entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wrong = False
        self._busy = False
        self._label = QLabel(self)
        self.passphrase = PassphraseEdit(self)
        self._message = QLabel(self)
        self._message.setProperty("role", "error")
        self._message.setWordWrap(True)
        self.open_button = QPushButton(self)
        self.open_button.setProperty("kind", "primary")
        self._label.setBuddy(self.passphrase)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.STEPS[0])
        for part in (self._label, self.passphrase, self._message):
            layout.addWidget(part)
        layout.addSpacing(theme.STEPS[1])
        layout.addWidget(self.open_button)
        self.setFocusProxy(self.passphrase)
        self.passphrase.textEdited.connect(self._on_edited)
        self.passphrase.caps_lock_seen.connect(self._on_caps_lock_seen)
        self.passphrase.returnPressed.connect(self._on_open)
        self.open_button.clicked.connect(self._on_open)
        self.retranslate()

    def clear(self) -> None:
        """Empty the field and its message."""
        self.passphrase.clear()
        self._wrong = False
        self.set_busy(False)

    def set_busy(self, busy: bool) -> None:
        """Show that the record is being opened; keys typed meanwhile are kept."""
        self._busy = busy
        self.open_button.setEnabled(not busy)
        self.retranslate()

    def show_wrong(self) -> None:
        """Say beside the field that the passphrase does not fit; what was typed is selected."""
        self._wrong = True
        self.passphrase.setFocus()
        self.passphrase.selectAll()
        self.retranslate()

    def message(self) -> str:
        """Give what stands beside the field."""
        return self._message.text()

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self._label.setText(self.tr("Passphrase"))
        self.passphrase.setAccessibleName(self.tr("Passphrase"))
        self.open_button.setText(self.tr("Opening…") if self._busy else self.tr("Open the record"))
        theme.set_property(self.passphrase, "state", "bad" if self._wrong else "known")
        theme.set_property(self._message, "role", "error" if self._wrong else "warning")
        wrong = self.tr("This passphrase does not open the record. Nothing was changed; try again.")
        self._message.setText(f"{theme.SIGNS['critical']} {wrong}" if self._wrong else "")

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    def _on_edited(self) -> None:
        if self._wrong:
            self._wrong = False
            self.retranslate()

    def _on_caps_lock_seen(self, on: bool) -> None:
        if not self._wrong:
            hint = self.tr("Caps Lock seems to be on.")
            self._message.setText(f"{theme.SIGNS['warning']} {hint}" if on else "")

    def _on_open(self) -> None:
        if self.passphrase.text() and not self._busy:
            self.passphrase_entered.emit(self.passphrase.text())
