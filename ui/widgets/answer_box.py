"""Answer a question by one of a few choices; "not asked" is a choice, never an empty box."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QRadioButton, QWidget
from typing_extensions import override

from ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QWheelEvent

UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Hold a choice: its code, its text, and the letter that chooses it."""

    code: str
    text: str
    key: str = ""

    @property
    def unknown(self) -> bool:
        """Tell whether the choice says that nothing is known."""
        return self.code in (UNKNOWN, "unknown")


class ChoiceBox(QWidget):
    """Choose one of a few codes; arrow keys and letters choose, Tab passes the whole box."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # The chosen button has the focus; setTabOrder takes no widget that may have none.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._choices: tuple[Choice, ...] = ()
        self._code = UNKNOWN
        self._buttons: list[QRadioButton] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_clicked)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._layout.addStretch(1)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these choices; texts may change while the chosen code stays."""
        self._choices = tuple(choices)
        while len(self._buttons) < len(self._choices):
            button = QRadioButton(self)
            button.setProperty("role", "segment")
            self._group.addButton(button, len(self._buttons))
            self._layout.insertWidget(len(self._buttons), button)
            # Made late, a button would come last on the page for the Tab key.
            QWidget.setTabOrder(self._buttons[-1] if self._buttons else self, button)
            self._buttons.append(button)
        for button, choice in zip(self._buttons, self._choices, strict=True):
            button.setText(choice.text)
            button.setToolTip(f"{choice.text}  {choice.key}".strip())
            theme.set_property(button, "kind", "unknown" if choice.unknown else "known")
        self._show()

    def code(self) -> str:
        """Give the chosen code; empty means unknown."""
        return self._code

    def set_code(self, code: str) -> None:
        """Choose without telling ``edited``."""
        self._code = code
        self._show()

    @override
    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._name_buttons()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._focus_chosen()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            letter = event.text().upper()
            for choice in self._choices:
                if letter and choice.key.upper() == letter:
                    self._choose(choice.code)
                    return
        super().keyPressEvent(event)

    def _on_clicked(self, index: int) -> None:
        self._choose(self._choices[index].code)

    def _choose(self, code: str) -> None:
        changed = code != self._code
        self._code = code
        self._show()
        self._focus_chosen()
        if changed:
            self.edited.emit()

    def _focus_chosen(self) -> None:
        for button in self._buttons:
            if button.isChecked():
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        for button, choice in zip(self._buttons, self._choices, strict=True):
            button.setChecked(choice.code == self._code)
            if choice.code == self._code:
                self.setFocusProxy(button)
        self._name_buttons()

    def _name_buttons(self) -> None:
        for button, choice in zip(self._buttons, self._choices, strict=True):
            button.setAccessibleName(f"{self.accessibleName()}: {choice.text}")


class ChoiceList(QComboBox):
    """Choose one code of a longer list; the wheel scrolls the page, not the choice."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.activated.connect(self._on_activated)
        self.currentIndexChanged.connect(self._show_state)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these choices; texts may change while the chosen code stays, also an odd one."""
        code = self.code()
        self.blockSignals(True)
        self.clear()
        for choice in choices:
            self.addItem(choice.text, choice.code)
        self.blockSignals(False)
        self.set_code(code)

    def code(self) -> str:
        """Give the chosen code; empty means unknown."""
        return str(self.currentData() or UNKNOWN)

    def set_code(self, code: str) -> None:
        """Choose without telling ``edited``; a code that is not on offer is added, never lost."""
        if code and self.findData(code) < 0:
            self.addItem(code, code)
        self.setCurrentIndex(max(self.findData(code), 0))
        self._show_state()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isEnabled():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("muted"), 1.4))
        right, middle = self.width() - 14.0, self.height() / 2
        corners = ((-3.5, -1.5), (0.0, 2.0), (3.5, -1.5))
        painter.drawPolyline([QPointF(right + x, middle + y) for x, y in corners])

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
            event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self.focusNextChild()  # as in the number fields; a list would swallow the key
            return
        before = self.code()
        super().keyPressEvent(event)
        if self.code() != before:
            self.edited.emit()

    def _on_activated(self) -> None:
        self._show_state()
        self.edited.emit()

    def _show_state(self) -> None:
        theme.set_property(self, "state", "known" if self.code() else "unknown")
