"""Open the real window on a record, for the scripts that measure what a doctor sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEventLoop, SignalInstance
from PySide6.QtWidgets import QApplication

from desktop_app import demo
from desktop_app.paths import Paths
from desktop_app.services import Services
from ui import theme
from ui.app import Start


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
    """Do something and run the event loop until a signal answers."""
    loop = QEventLoop()
    signal.connect(loop.quit)
    action()
    loop.exec()
    signal.disconnect(loop.quit)
