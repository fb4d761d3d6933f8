"""Choose the passphrase of a new record, knowing that a lost one loses the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.language import language_change
from ui.widgets.unlock.passphrase_edit import PassphraseEdit

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent


class CreateForm(QWidget):
    """Ask for the passphrase twice; nothing is created before both agree."""

    passphrase_chosen = Signal(str)
    restore_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem = ""
        self._busy = False
        self._intro, self._first_label, self._again_label = QLabel(self), QLabel(self), QLabel(self)
        self._message, self._warning_sign, self._warning = QLabel(self), QLabel(self), QLabel(self)
        self.first, self.again = PassphraseEdit(self), PassphraseEdit(self)
        self.create_button = QPushButton(self)
        self.create_button.setProperty("kind", "primary")
        self.restore_button = QPushButton(self)
        self.restore_button.setProperty("kind", "quiet")
        self.restore_button.clicked.connect(self.restore_wanted)
        self._message.setProperty("role", "error")
        for label in (self._intro, self._message, self._warning):
            label.setWordWrap(True)
        self._first_label.setBuddy(self.first)
        self._again_label.setBuddy(self.again)
        self._lay_out()
        self.setFocusProxy(self.first)
        self.first.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self._on_create)
        self.create_button.clicked.connect(self._on_create)
        self.first.textEdited.connect(self._on_edited)
        self.again.textEdited.connect(self._on_edited)
        self.retranslate()

    def clear(self) -> None:
        """Empty both fields and the message."""
        self.first.clear()
        self.again.clear()
        self._problem = ""
        self.set_busy(False)

    def set_busy(self, busy: bool) -> None:
        """Show that the record is being created."""
        self._busy = busy
        self.create_button.setEnabled(not busy)
        self.restore_button.setEnabled(not busy)
        self.retranslate()

    def show_too_short(self) -> None:
        """Say that the passphrase is too short."""
        self._problem = "too_short"
        self.first.setFocus()
        self.first.selectAll()
        self.retranslate()

    def message(self) -> str:
        """Give what stands beside the fields."""
        return self._message.text()

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self._intro.setText(
            self.tr("There is no record on this computer yet. Choose a passphrase to create one.")
        )
        self._first_label.setText(self.tr("Passphrase (8 characters or more)"))
        self._again_label.setText(self.tr("The same passphrase again"))
        self.first.setAccessibleName(self._first_label.text())
        self.again.setAccessibleName(self._again_label.text())
        self._warning.setText(
            self.tr(
                "Without this passphrase nobody can open the record, no support either; only the "
                "recovery key can, which you print afterwards under 'Users, access…'. If both are "
                "lost, all data are lost. Keep them in a locked place."
            )
        )
        self.create_button.setText(
            self.tr("Creating…") if self._busy else self.tr("Create the record")
        )
        self.restore_button.setText(self.tr("Restore a backup of another computer"))
        text = self._problem_text()
        self._message.setText(f"{theme.SIGNS['critical']} {text}" if text else "")
        theme.set_property(self.first, "state", "bad" if self._problem == "too_short" else "known")
        theme.set_property(self.again, "state", "bad" if self._problem == "differs" else "known")

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    def _lay_out(self) -> None:
        box = QFrame(self)
        box.setProperty("role", "banner")
        box.setProperty("kind", "warning")
        self._warning_sign.setText(theme.SIGNS["warning"])
        inside = QVBoxLayout(box)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.addWidget(self._warning)
        self._warning_sign.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.STEPS[0])
        layout.addWidget(self._intro)
        layout.addSpacing(theme.STEPS[1])
        for label, edit in ((self._first_label, self.first), (self._again_label, self.again)):
            layout.addWidget(label)
            layout.addWidget(edit)
        layout.addWidget(self._message)
        layout.addWidget(box)
        layout.addSpacing(theme.STEPS[1])
        layout.addWidget(self.create_button)
        layout.addWidget(self.restore_button)

    def _problem_text(self) -> str:
        match self._problem:
            case "too_short":
                return self.tr("Too short: take 8 characters or more.")
            case "differs":
                return self.tr("The two do not agree. Type the passphrase again.")
            case _:
                return ""

    def _on_edited(self) -> None:
        if self._problem:
            self._problem = ""
            self.retranslate()

    def _on_create(self) -> None:
        if self._busy or not self.first.text():
            return
        if self.first.text() != self.again.text():
            self._problem = "differs"
            self.again.setFocus()
            self.again.selectAll()
            self.retranslate()
            return
        self.passphrase_chosen.emit(self.first.text())
