"""Choose something to add from a long list: typing looks for it, only Enter takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from typing_extensions import override

from ui.widgets.answer_box import ChoiceList

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_ARROWS = (Qt.Key.Key_Down, Qt.Key.Key_Up)


class AddList(ChoiceList):
    """Open the list at the first key: a closed one would add whatever the first letter meets."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        letter = event.text().strip()
        if plain and event.key() in _ARROWS:
            self.showPopup()
        elif plain and letter and letter.isprintable():
            self.showPopup()
            self.view().keyboardSearch(letter)
        else:
            super().keyPressEvent(event)
