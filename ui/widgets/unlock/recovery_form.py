"""Open the record with the printed recovery key, and choose a new passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.language import language_change
from ui.widgets.unlock.passphrase_edit import PassphraseEdit

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

_DIFFERS = "differs"


class RecoveryForm(QWidget):
    """Take the whole text, or two parts of three, and the new passphrase twice."""

    recovery_wanted = Signal(list, str)  # texts, new passphrase
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem = ""
        self._busy = False
        self._intro, self._message = QLabel(self), QLabel(self)
        self._labels = [QLabel(self) for _ in range(4)]
        self.texts = (QLineEdit(self), QLineEdit(self))
        self.first, self.again = PassphraseEdit(self), PassphraseEdit(self)
        self.open_button, self.back_button = QPushButton(self), QPushButton(self)
        self.open_button.setProperty("kind", "primary")
        self._message.setProperty("role", "error")
        for label in (self._intro, self._message):
            label.setWordWrap(True)
        self._lay_out()
        self.setFocusProxy(self.texts[0])
        for edit in self._edits:
            edit.textEdited.connect(self._on_edited)
            edit.returnPressed.connect(self._on_return)
        self.open_button.clicked.connect(self._on_open)
        self.back_button.clicked.connect(self.back_requested)
        self.retranslate()

    def clear(self) -> None:
        """Empty all fields and the message."""
        for edit in self._edits:
            edit.clear()
        self._problem = ""
        self.set_busy(False)

    def set_busy(self, busy: bool) -> None:
        """Show that the record is being opened."""
        self._busy = busy
        self.retranslate()

    def show_problem(self, text: str, place: int = 0) -> None:
        """Say what is wrong, with the cursor in the text of that number, from 1."""
        self._problem = text
        edit = self._filled()[place - 1] if place and place <= len(self._filled()) else None
        (edit or self.texts[0]).setFocus()
        self.retranslate()

    def message(self) -> str:
        """Give what stands beside the fields."""
        return self._message.text()

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self._intro.setText(
            self.tr(
                "Type the text of the printed recovery key. If it was printed in three parts, "
                "any two of them open the record."
            )
        )
        names = (
            self.tr("Recovery key, or its first part"),
            self.tr("Second part, if there are parts"),
            self.tr("New passphrase (8 characters or more)"),
            self.tr("The same passphrase again"),
        )
        for label, edit, name in zip(self._labels, self._edits, names, strict=True):
            label.setText(name)
            edit.setAccessibleName(name)
        opens = self.tr("Opening…") if self._busy else self.tr("Open with the recovery key")
        self.open_button.setText(opens)
        self.open_button.setEnabled(not self._busy)
        self.back_button.setText(self.tr("Back"))
        differs = self._problem == _DIFFERS
        said = self.tr("The two do not agree. Type the passphrase again.")
        text = said if differs else self._problem
        self._message.setText(f"{theme.SIGNS['critical']} {text}" if text else "")
        theme.set_property(self.again, "state", "bad" if differs else "known")

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    @property
    def _edits(self) -> tuple[QLineEdit, ...]:
        return (*self.texts, self.first, self.again)

    def _filled(self) -> list[QLineEdit]:
        return [edit for edit in self.texts if edit.text().strip()]

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.STEPS[0])
        layout.addWidget(self._intro)
        layout.addSpacing(theme.STEPS[1])
        for label, edit in zip(self._labels, self._edits, strict=True):
            label.setBuddy(edit)
            edit.setProperty("role", "big")
            layout.addWidget(label)
            layout.addWidget(edit)
        layout.addWidget(self._message)
        layout.addSpacing(theme.STEPS[1])
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_button, 1)
        buttons.addWidget(self.back_button)
        layout.addLayout(buttons)

    def _on_edited(self) -> None:
        if self._problem:
            self._problem = ""
            self.retranslate()

    def _on_return(self) -> None:
        if self.again.hasFocus():
            self._on_open()
        else:
            self.focusNextChild()

    def _on_open(self) -> None:
        texts = [edit.text() for edit in self._filled()]
        if self._busy or not texts or not self.first.text():
            return
        if self.first.text() != self.again.text():
            self._problem = _DIFFERS
            self.again.setFocus()
            self.again.selectAll()
            self.retranslate()
            return
        self.recovery_wanted.emit(texts, self.first.text())
