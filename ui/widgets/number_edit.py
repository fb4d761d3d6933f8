"""Enter a number as laboratories print it: empty is unknown, "<0.5" is a bound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from desktop_app.domain.typed_values import parse_number
from ui import theme
from ui.language import language_change

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Final

_FULL_WIDTH: Final = str.maketrans(
    "０１２３４５６７８９．。＜＞《》〈〉＝－＋，％ｘＸ＊　",
    "0123456789..<><><>=-+,%xx* ",
)


def folded(text: str) -> str:
    """Turn what a Chinese input method types for digits and comparators into plain ones.

    One character becomes one character, so that the cursor stays where it is.
    """
    return text.translate(_FULL_WIDTH)


class NumberEdit(QLineEdit):
    """Hold a number's text; what is no number stays as typed and is marked, never thrown away.

    ``reads`` gives None for a text that it does not understand.
    """

    edited = Signal()
    passed = Signal()  # Enter went on to the next field

    def __init__(
        self, parent: QWidget | None = None, *, reads: Callable[[str], object] = parse_number
    ) -> None:
        super().__init__(parent)
        self._reads = reads
        self._hint: str | None = None
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhPreferNumbers | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.setMaxLength(24)
        self._problem_kind = ""
        self.textEdited.connect(self._on_text_edited)
        self.textChanged.connect(self._show_state)
        self.retranslate()
        self._show_state()

    def number_text(self) -> str:
        """Give the text without outer spaces, as it goes into a draft; empty means unknown."""
        return self.text().strip()

    def set_number_text(self, text: str) -> None:
        """Show a text without telling ``edited``."""
        self._problem_kind = ""
        self.setText(text)
        self._show_state()

    @property
    def acceptable(self) -> bool:
        """Tell whether the text is understood: a number, or a bound such as ``<0.5``."""
        return self._reads(self.number_text()) is not None

    @property
    def state(self) -> str:
        """Give the state that is shown: unknown, known, warning or bad."""
        return str(self.property("state"))

    def mark(self, kind: str) -> None:
        """Mark a number that the program doubts: "warning", "bad", or "" for no doubt.

        The mark goes with the next keystroke.
        """
        self._problem_kind = kind
        self._show_state()

    def set_hint(self, text: str) -> None:
        """Show another text than "unknown" while the field is empty."""
        self._hint = text
        self.setPlaceholderText(text)

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self.setPlaceholderText(self.tr("unknown") if self._hint is None else self._hint)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        plain = QInputMethodEvent(folded(event.preeditString()), event.attributes())
        plain.setCommitString(
            folded(event.commitString()), event.replacementStart(), event.replacementLength()
        )
        super().inputMethodEvent(plain)
        event.setAccepted(plain.isAccepted())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
            event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        )
        if plain_return:
            self.focusNextChild()
            self.passed.emit()
            return
        super().keyPressEvent(event)

    def _on_text_edited(self, text: str) -> None:
        plain = folded(text)
        if plain != text:
            cursor = self.cursorPosition()
            self.setText(plain)
            self.setCursorPosition(cursor)
        self._problem_kind = ""
        self._show_state()
        self.edited.emit()

    def _show_state(self) -> None:
        if not self.number_text():
            state = "unknown"
        elif not self.acceptable:
            state = "bad"
        else:
            state = self._problem_kind or "known"
        theme.set_property(self, "state", state)
