"""Press keys in the window as whoever sits before it, and count them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.main_window import MainWindow


@dataclass(slots=True)
class Doctor:
    """Reach everything by keyboard; ``keys`` says how many it took."""

    qtbot: QtBot
    window: MainWindow
    keys: int = 0

    @property
    def focus(self) -> QWidget:
        """Give what the keys reach: an open list gets them first."""
        focused = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert focused is not None
        return focused

    def write(self, text: str) -> None:
        """Type a text; what is not ASCII comes from the input method."""
        self.keys += len(text)
        if text.isascii():
            self.qtbot.keyClicks(self.focus, text)
            return
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self.focus, event)

    def press(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        times: int = 1,
    ) -> None:
        """Press a key where the focus is."""
        self.keys += times
        for _ in range(times):
            self.qtbot.keyClick(self.focus, key, modifier)

    def tab_to(self, target: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> None:
        """Walk with Tab, or Backtab, until a widget is reached, and no more than once around."""
        for _ in range(200):
            if self.focus is target or target.focusProxy() is self.focus:
                return
            self.press(key)
        pytest.fail(f"Tab does not lead to {target.accessibleName()}")
