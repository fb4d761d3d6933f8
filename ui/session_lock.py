"""Notice that the computer was locked, goes to sleep, or is given to another user."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import SLOT, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

# Desktops tell it on the session's bus, each under its own name; sleep is told on the system's.
SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.mate.ScreenSaver")
_CINNAMON = "org.cinnamon.ScreenSaver"
_LOGIN, _LOGIN_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"


class SessionLock(QObject):
    """Emit ``locked`` as far as this computer tells it; where it does not, the idle lock stays."""

    locked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._filter: object | None = None
        if sys.platform == "win32":
            from ui.windows_session import WindowsSession

            self._filter = WindowsSession(int(window.winId()), self.locked.emit)
        elif sys.platform == "linux":
            self._listen()

    def _listen(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        session, system = QDBusConnection.sessionBus(), QDBusConnection.systemBus()
        slot = cast(
            "bytes", SLOT("on_active_changed(bool)")
        )  # the stubs ask for bytes; Qt for this
        for saver in (*SAVERS, _CINNAMON):
            session.connect("", "", saver, "ActiveChanged", self, slot)
        manager = f"{_LOGIN}.Manager"
        system.connect(_LOGIN, _LOGIN_PATH, manager, "PrepareForSleep", self, slot)

    @Slot(bool)
    def on_active_changed(self, active: bool) -> None:
        """Lock when the screen is locked or sleep begins, not when either ends."""
        if active:
            self.locked.emit()
