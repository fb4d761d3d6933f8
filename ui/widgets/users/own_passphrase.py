"""Change one's own passphrase."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.unlock.passphrase_edit import PassphraseEdit
from ui.widgets.users.new_passphrase import NewPassphrase


class OwnPassphrase(QWidget):
    """Take the old passphrase and the new one twice."""

    change_wanted = Signal(str, str)  # old, new

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel(self)
        self.old = PassphraseEdit(self)
        theme.set_property(self.old, "role", "")
        self.new = NewPassphrase(self)
        self.save = QPushButton(self)
        self.save.setAutoDefault(True)  # else Enter does nothing outside a dialog
        self._label.setBuddy(self.old)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEPS[0])
        for part in (self._label, self.old, self.new, self.save):
            column.addWidget(part)
        self.old.returnPressed.connect(self.new.first.setFocus)
        self.new.entered.connect(self._on_save)
        self.save.clicked.connect(self._on_save)
        self.retranslate()

    def clear(self) -> None:
        """Empty all fields."""
        self.old.clear()
        self.new.clear()

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self._label.setText(self.tr("Passphrase until now"))
        self.old.setAccessibleName(self.tr("Passphrase until now"))
        self.save.setText(self.tr("Change my passphrase"))
        self.new.retranslate()

    def _on_save(self) -> None:
        new = self.new.value()
        if new is not None and self.old.text():
            self.change_wanted.emit(self.old.text(), new)
