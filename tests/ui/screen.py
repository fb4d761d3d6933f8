"""Put a window on the screen as the active one: shortcuts only reach an active window."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


def show_active(qtbot: QtBot, window: QWidget) -> None:
    """Show a window and wait until it is active, whatever window an earlier test left behind."""
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
