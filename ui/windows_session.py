"""Hear from Windows that the session is locked or left, and that the computer goes to sleep.

Written from the documentation of WTSRegisterSessionNotification, WM_WTSSESSION_CHANGE and
WM_POWERBROADCAST; see docs/not-tried.md.
"""

from __future__ import annotations

import ctypes
from ctypes import wintypes
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractNativeEventFilter, QCoreApplication
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable

_MESSAGE = b"windows_generic_MSG"
_THIS_SESSION = 0
WM_POWERBROADCAST, WM_WTSSESSION_CHANGE = 0x0218, 0x02B1
PBT_APMSUSPEND = 0x0004
WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK = 2, 4, 6, 7
_LEAVING = frozenset(
    {WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK}
)


def leaves(message: int, parameter: int) -> bool:
    """Tell whether a message of Windows says that nobody sits here any more."""
    if message == WM_WTSSESSION_CHANGE:
        return parameter in _LEAVING
    return message == WM_POWERBROADCAST and parameter == PBT_APMSUSPEND


class WindowsSession(QAbstractNativeEventFilter):
    """Ask Windows to tell of its session, and pass on what matters."""

    def __init__(self, window: int, left: Callable[[], object]) -> None:
        super().__init__()
        self._left = left
        library: Any = ctypes.WinDLL("wtsapi32")  # type: ignore[attr-defined]
        library.WTSRegisterSessionNotification(wintypes.HWND(window), _THIS_SESSION)
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self)

    @override
    def nativeEventFilter(self, event_type: Any, message: Any) -> Any:
        if bytes(event_type) == _MESSAGE:
            said = wintypes.MSG.from_address(int(message))
            if leaves(int(said.message), int(said.wParam)):
                self._left()
        return False, 0
