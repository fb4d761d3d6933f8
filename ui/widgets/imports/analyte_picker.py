"""Choose a test of the catalogue by typing a part of its name in any of the languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.language import language_change

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ui.terms import Terms

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_CODE = Qt.ItemDataRole.UserRole
HEIGHT = 78


class AnalytePicker(QWidget):
    """Hold a search line and what it finds; nothing is chosen before Enter or a click."""

    picked = Signal(str)  # code

    def __init__(self, height: int = HEIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._terms: Terms | None = None
        self._first: tuple[str, ...] = ()
        self._searched: dict[str, str] = {}
        self.line, self.found = _PickerLine(self), QListWidget(self)
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.found.setFixedHeight(height)
        theme.set_property(self.found, "role", "found")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEPS[0])
        column.addWidget(self.line)
        column.addWidget(self.found)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._fill)
        self.line.stepped.connect(self._step)
        self.line.entered.connect(self._take)
        self.found.itemClicked.connect(self._take)
        self.retranslate()

    def set_words(self, terms: Terms) -> None:
        """Name the tests in a language; all languages and synonyms are searched."""
        self._terms = terms
        self._searched = {
            code: " ".join((code, *each.names.values(), *each.synonyms)).casefold()
            for code, each in terms.catalogue.analytes.items()
        }
        self._fill()

    def offer(self, first: tuple[str, ...]) -> None:
        """Begin anew, with likely tests on top."""
        self._first = first
        self.line.clear()
        self._fill()

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self.line.setPlaceholderText(self.tr("Type a part of the test's name"))
        self.line.setAccessibleName(self.tr("Which test is it?"))
        self.found.setAccessibleName(self.tr("Tests that fit"))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    def _fill(self) -> None:
        self.found.clear()
        if self._terms is None:
            return
        typed = self.line.text().strip().casefold()
        likely = [code for code in self._first if code in self._searched]
        others = [code for code in self._searched if code not in likely]
        for code in (*likely, *others):
            if typed in self._searched[code]:
                analyte = self._terms.catalogue[code]
                short, full = self._terms.analyte(code), analyte.names[self._terms.language]
                item = QListWidgetItem(short if short == full else f"{short}   {full}")
                item.setData(_CODE, code)
                self.found.addItem(item)
        if typed or likely:
            self.found.setCurrentRow(0)
        self._say()

    def _step(self, step: int) -> None:
        rows = self.found.count()
        if rows:
            self.found.setCurrentRow(min(max(self.found.currentRow() + step, 0), rows - 1))
        self._say()

    def _take(self) -> None:
        chosen = self.found.currentIndex()
        if chosen.isValid():
            self.picked.emit(str(chosen.data(_CODE)))

    def _say(self) -> None:
        """Tell a screen reader which test Enter would choose."""
        self.line.setAccessibleDescription(str(self.found.currentIndex().data() or ""))


class _PickerLine(QLineEdit):
    """Walk through what was found with the arrows; Enter takes it."""

    stepped = Signal(int)
    entered = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
