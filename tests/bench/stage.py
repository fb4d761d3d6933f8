"""Open the real window on a record, for the scripts that measure what a doctor sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEventLoop, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication

from desktop_app import demo
from desktop_app.paths import Paths
from desktop_app.services import Services
from ui import theme
from ui.app import Start

PATIENCE_MS = 30_000


@contextmanager
def window_on(paths: Paths, services: Services) -> Iterator[Start]:
    """Show the window, unlocked, on a record of ``demo.build``; close both at the end."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.load_fonts(paths.fonts)
    theme.apply(app, "zh-TW")
    start = Start(paths, lambda: services, demo.PASSPHRASE)
    await_signal(start.window.pages.counted, start.window.show)
    yield start
    start.window.close()
    start.close()


def await_signal(signal: SignalInstance, action: Callable[[], object]) -> None:
    """Do something and run the event loop until a signal answers.

    Raises:
        TimeoutError: it does not answer.
    """
    loop = QEventLoop()
    late = QTimer(singleShot=True, interval=PATIENCE_MS)
    late.timeout.connect(lambda: loop.exit(1))
    late.start()
    signal.connect(loop.quit)
    action()
    if loop.exec():
        raise TimeoutError("the window does not answer")
    signal.disconnect(loop.quit)
