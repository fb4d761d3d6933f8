"""Name a regimen: known ones are found while typing, any other name is taken as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView
from typing_extensions import override

from ui import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from desktop_app.domain.visit_form import Regimen

_NAME = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RegimenEdit(QLineEdit):
    """Hold the name; the arrow down or a click into the empty field shows all that are known."""

    edited = Signal()
    recognised = Signal(object)  # tuple[str, ...]: the drugs of the regimen that was named

    def __init__(self, regimens: Sequence[Regimen], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = {each.name.casefold(): each for each in regimens}
        model = QStandardItemModel(self)
        for each in regimens:
            item = QStandardItem(f"{each.name}   {', '.join(each.drugs)}")
            item.setData(each.name, _NAME)
            model.appendRow(item)
        finder = QCompleter(model, self)
        finder.setCompletionRole(_NAME)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setMaxVisibleItems(10)
        self._finder, self._list = finder, QListView(self)
        theme.set_property(self._list, "role", "found")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        finder.setPopup(self._list)
        self.setCompleter(finder)
        finder.activated.connect(self._on_chosen)
        self.textEdited.connect(self.edited)
        self.editingFinished.connect(self._spell)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._list.isVisible() or not plain:
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Down:
            self._show_all()
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if not self.text():
            self._show_all()

    def known_drugs(self, name: str) -> tuple[str, ...]:
        """Give the drugs of a known regimen; none of any other."""
        known = self._known.get(name.strip().casefold())
        return known.drugs if known is not None else ()

    def _show_all(self) -> None:
        self._finder.setCompletionPrefix("")
        self._finder.complete()

    def _on_chosen(self, name: str) -> None:
        self.setText(name)
        self.recognised.emit(self.known_drugs(name))
        self.edited.emit()

    def _spell(self) -> None:
        """Write a known name as it is usually written, and tell it: "V" may yet become "VRd"."""
        known = self._known.get(self.text().strip().casefold())
        if known is None or not self.isModified():
            return
        self.setText(known.name)
        self.recognised.emit(known.drugs)
        self.edited.emit()
