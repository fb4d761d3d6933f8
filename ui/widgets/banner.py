"""Say something inside the page, with one thing to press; nothing waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from ui import theme
from ui.language import language_change

if TYPE_CHECKING:
    from typing import Final

_SIGN_WIDTH: Final = 14


class Banner(QFrame):
    """Show one message of a kind with at most one action, and a button that puts it away."""

    action_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._sign = QLabel(self)
        self._sign.setFixedWidth(_SIGN_WIDTH)
        self._message = QLabel(self)
        self._message.setWordWrap(True)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = QPushButton(self)
        self._close = QPushButton("✕", self)
        self._close.setProperty("kind", "quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.setSpacing(theme.STEPS[1])
        for part in (self._sign, self._message, self._action, self._close):
            layout.addWidget(part)
        layout.setStretchFactor(self._message, 1)
        self._action.clicked.connect(self._on_action_clicked)
        self._close.clicked.connect(self._on_close_clicked)
        self.retranslate()
        self.hide()

    def show_message(
        self, text: str, kind: str = "neutral", action: str = "", *, closable: bool = True
    ) -> None:
        """Show a message and, if ``action`` is given, the button with that text."""
        theme.set_property(self, "kind", kind)
        for part in (self._sign, self._message):
            part.style().unpolish(part)
            part.style().polish(part)
        self._sign.setText(theme.SIGNS[kind])
        self._sign.setVisible(bool(theme.SIGNS[kind]))
        self._message.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._close.setVisible(closable)
        self.setAccessibleName(text)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def text(self) -> str:
        """Give the message that is shown."""
        return self._message.text()

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self._close.setAccessibleName(self.tr("Put the message away"))
        self._close.setToolTip(self.tr("Put the message away"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    def _on_action_clicked(self) -> None:
        self.hide()
        self.action_requested.emit()

    def _on_close_clicked(self) -> None:
        self.hide()
        self.closed.emit()
