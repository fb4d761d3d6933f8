"""Type as an input method does; keyClicks aborts on anything but ASCII."""

from __future__ import annotations

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget


def commit(widget: QWidget, text: str) -> None:
    """Commit a text."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def compose(widget: QWidget, text: str) -> None:
    """Show a text that is not committed yet."""
    QApplication.sendEvent(widget, QInputMethodEvent(text, []))
