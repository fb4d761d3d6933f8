"""Make the recovery key, and show it once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.answer_box import Choice, ChoiceBox

if TYPE_CHECKING:
    from collections.abc import Sequence

WHOLE, SPLIT = "whole", "split"


class RecoveryPanel(QWidget):
    """Ask whole or in parts; then hold the texts until they are printed and put away."""

    make_wanted = Signal(bool)  # split
    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.texts: tuple[str, ...] = ()
        self._intro, self._shown = QLabel(self), QLabel(self)
        self._intro.setWordWrap(True)
        self._shown.setTextFormat(Qt.TextFormat.PlainText)
        self._shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        theme.set_property(self._intro, "role", "muted")
        theme.set_property(self._shown, "role", "strong")
        self.kind = ChoiceBox(self)
        self.make, self.print_, self.save, self.done = (QPushButton(self) for _ in range(4))
        theme.set_property(self.print_, "kind", "primary")
        self._lay_out()
        signals = (self._on_make, self.print_wanted, self.save_wanted, self.clear)
        for button, run in zip(self._buttons, signals, strict=True):
            button.setAutoDefault(True)  # else Enter does nothing outside a dialog
            button.clicked.connect(run)
        self.retranslate()
        self.kind.set_code(WHOLE)
        self.clear()

    def show_texts(self, texts: Sequence[str]) -> None:
        """Show a key that was just made; it cannot be shown again."""
        self.texts = tuple(texts)
        self._shown.setText("\n".join(texts))
        self._show_state()
        self.print_.setFocus()

    def clear(self) -> None:
        """Forget the key."""
        self.texts = ()
        self._shown.clear()
        self._show_state()

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self._intro.setText(
            self.tr("Shown this once and kept nowhere: print it now, and lock the print away.")
            if self.texts
            else self.tr(
                "A printed key that opens the record if the passphrase is lost. "
                "A new key ends the one before."
            )
        )
        self.kind.setAccessibleName(self.tr("Recovery key"))
        self.kind.set_choices(
            (
                Choice(WHOLE, self.tr("one sheet")),
                Choice(SPLIT, self.tr("three parts, two open")),
            )
        )
        self._shown.setAccessibleName(self.tr("Recovery key"))
        names = (
            self.tr("Make a recovery key"),
            self.tr("Print"),
            self.tr("Save PDF"),
            self.tr("Put away"),
        )
        for button, name in zip(self._buttons, names, strict=True):
            button.setText(name)

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.make, self.print_, self.save, self.done

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.STEPS[1])
        for button in self._buttons:
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEPS[1])
        for part in (self._intro, self.kind, self._shown):
            column.addWidget(part)
        column.addLayout(buttons)

    def _show_state(self) -> None:
        made = bool(self.texts)
        self.kind.setVisible(not made)
        self.make.setVisible(not made)
        for part in (self._shown, self.print_, self.save, self.done):
            part.setVisible(made)
        self.retranslate()

    def _on_make(self) -> None:
        self.make_wanted.emit(self.kind.code() == SPLIT)
