"""Show a command as a button with its key printed on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget
from typing_extensions import override

from ui import actions, theme
from ui.language import language_change

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

_GAP = 10
_CAP_PADDING = 5
_CAP_HEIGHT = 17


class KeyButton(QPushButton):
    """Run an action of the command table; its key stands on the button, so that it is learnt."""

    def __init__(self, action: QAction, kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self._offered = True
        self.setObjectName(f"{action.objectName()}_button")
        if kind:
            self.setProperty("kind", kind)
        self.setCheckable(action.isCheckable())
        self.setChecked(action.isChecked())
        self.clicked.connect(self._on_clicked)
        action.changed.connect(self._on_action_changed)
        self.retranslate()
        self._on_action_changed()

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        code = self._action.objectName()
        text = actions.command_text(code)
        self._action.setText(text)
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(actions.key_text(code))
        self.updateGeometry()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + _GAP + round(self._cap_width()), hint.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        primary = self.property("kind") == "primary"
        ink = QColor(theme.SURFACE if primary else theme.INK)
        if not self.isEnabled() and not primary:
            ink = QColor(theme.FAINT)
        cap = self._cap_width()
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        left = (self.width() - words - _GAP - cap) / 2
        painter.setFont(self.font())
        painter.setPen(ink)
        box = QRectF(left, 0, words + 1, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())
        middle = self.height() / 2
        frame = QRectF(left + words + _GAP, middle - _CAP_HEIGHT / 2, cap, _CAP_HEIGHT)
        line = QColor(theme.SURFACE if primary else theme.CONTROL_LINE)
        if primary:
            line.setAlphaF(0.6)
        painter.setPen(QPen(line, 1))
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(theme.SURFACE) if primary else QColor(theme.MUTED))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self._key())

    def _key(self) -> str:
        return actions.key_text(self._action.objectName())

    def _cap_width(self) -> float:
        return QFontMetricsF(theme.font("small")).horizontalAdvance(self._key()) + 2 * _CAP_PADDING

    def _on_clicked(self) -> None:
        self._action.trigger()

    def _on_action_changed(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setChecked(self._action.isChecked())
        if self._offered is not self._action.isVisible():  # else its owner may have hidden it
            self._offered = self._action.isVisible()
            self.setVisible(self._offered)
