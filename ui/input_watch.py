"""Notice keys, movements and composed text, in whatever window.

A filter on the whole application would hand every event of every widget to Python, also of widgets
that are still being made; windows and the focused field see all that a person does.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

_USE = frozenset(
    {
        *(QEvent.Type.KeyPress, QEvent.Type.InputMethod, QEvent.Type.Wheel),
        *(QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseMove),
        *(QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TabletPress),
    }
)


class InputWatch(QObject):
    """Emit ``used`` for what a person does, and remember what an input method composes."""

    used = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        application = QApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusObjectChanged.connect(self._on_focus_object_changed)
        self._on_focus_object_changed(QGuiApplication.focusObject())
        self.look()

    def look(self) -> None:
        """Watch the windows that came since, such as a dialog or an open list of choices."""
        for window in QGuiApplication.topLevelWindows():
            window.installEventFilter(self)  # Qt keeps one and the same filter once

    def commit(self) -> None:
        """Put the text that is composed into its field as it stands."""
        QGuiApplication.inputMethod().commit()
        text, self._text = self._text, ""
        field = QGuiApplication.focusObject()
        if text and field is not None:  # an input method that knows no commit left it there
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(field, event)

    @override
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self._text = event.preeditString()
        if event.type() in _USE:
            self.used.emit()
        return False

    def _on_focus_object_changed(self, field: QObject | None) -> None:
        self._text = ""  # an input method ends what it composes when the field is left
        if field is not None:
            field.installEventFilter(self)
