"""Hear from the desktop that the screen was locked, on a bus of this test alone."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtWidgets import QApplication, QWidget
from ui.session_lock import SessionLock

app = QApplication(sys.argv)
lock = SessionLock(window := QWidget())
lock.locked.connect(lambda: app.exit(7))
path = "/org/gnome/ScreenSaver"
for active in (False, True):
    told = QDBusMessage.createSignal(path, path[1:].replace("/", "."), "ActiveChanged")
    told.setArguments([active])
    QDBusConnection.sessionBus().send(told)
QTimer.singleShot(20_000, app.quit)
sys.exit(app.exec())
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="needs a message bus")
def test_a_locked_screen_is_heard_on_the_session_bus() -> None:
    ended = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", PROGRAM],
        capture_output=True,
        timeout=60,
        check=False,
    )

    assert ended.returncode == 7, ended.stderr.decode()


def test_without_a_bus_the_window_opens_all_the_same() -> None:
    program = PROGRAM.replace("20_000", "0")
    nowhere = "env", "-u", "DISPLAY", "DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent"

    ended = subprocess.run(
        [*nowhere, sys.executable, "-c", program], capture_output=True, timeout=60, check=False
    )

    assert ended.returncode == 0, ended.stderr.decode()


@pytest.mark.parametrize(
    ("message", "parameter", "leaving"),
    [
        (0x02B1, 7, True),  # the session was locked
        (0x02B1, 2, True),  # another user at this screen
        (0x02B1, 4, True),
        (0x02B1, 6, True),
        (0x02B1, 8, False),  # unlocked
        (0x02B1, 1, False),
        (0x0218, 4, True),  # sleep begins
        (0x0218, 7, False),  # sleep ended
        (0x0100, 7, False),
    ],
)
def test_messages_of_windows_are_told_apart(message: int, parameter: int, leaving: bool) -> None:
    from ui.windows_session import leaves

    assert leaves(message, parameter) is leaving
