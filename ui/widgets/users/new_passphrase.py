"""Enter a new passphrase twice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui import theme
from ui.widgets.unlock.passphrase_edit import PassphraseEdit


class NewPassphrase(QWidget):
    """Hold both fields; ``value`` is given only where they agree."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.again = PassphraseEdit(self), PassphraseEdit(self)
        self._labels = (QLabel(self), QLabel(self))
        self._message = QLabel(self)
        self._message.setWordWrap(True)
        theme.set_property(self._message, "role", "error")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.STEPS[1])
        grid.setVerticalSpacing(theme.STEPS[0])
        edits = (self.first, self.again)
        for place, (label, edit) in enumerate(zip(self._labels, edits, strict=True)):
            label.setBuddy(edit)
            theme.set_property(edit, "role", "")
            label.setWordWrap(True)
            grid.addWidget(label, 0, place, Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(edit, 1, place)
            grid.setColumnStretch(place, 1)
            edit.textEdited.connect(self.forget_problem)
        grid.addWidget(self._message, 2, 0, 1, 2)
        self.setFocusProxy(self.first)
        self.first.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self.entered)
        self.forget_problem()
        self.retranslate()

    def clear(self) -> None:
        """Empty both fields and the message."""
        self.first.clear()
        self.again.clear()
        self.forget_problem()

    def value(self) -> str | None:
        """Give the passphrase; None, with the reason said, where the two differ."""
        if self.first.text() == self.again.text():
            return self.first.text()
        self.show_problem(self.tr("The two do not agree. Type the passphrase again."))
        self.again.setFocus()
        self.again.selectAll()
        return None

    def show_problem(self, text: str) -> None:
        """Say below the fields what is wrong."""
        self._message.setText(f"{theme.SIGNS['critical']} {text}")
        self._message.setVisible(bool(text))

    def forget_problem(self) -> None:
        """Say nothing any more."""
        self._message.clear()
        self._message.hide()

    def message(self) -> str:
        """Give what stands below the fields."""
        return self._message.text()

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        names = (self.tr("New passphrase (8 characters or more)"), self.tr("The same again"))
        for label, edit, name in zip(self._labels, (self.first, self.again), names, strict=True):
            label.setText(name)
            edit.setAccessibleName(name)
