"""Enter by which method, and in which laboratory if another than the visit's, a result was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from desktop_app.domain.visit_form import MARROW_METHODS, METHODS
from ui import theme
from ui.widgets.answer_box import UNKNOWN, Choice, ChoiceList

if TYPE_CHECKING:
    from ui.terms import Terms

METHOD_WIDTH, LAB_WIDTH = 132, 104


class MethodBox(ChoiceList):
    """Offer the usual methods of a test, and take any other in the laboratory's own words."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._methods = METHODS.get(code, ())
        self._line = QLineEdit(self)
        self.setLineEdit(self._line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFixedWidth(METHOD_WIDTH)
        self._line.textEdited.connect(self.edited)

    def set_words(self, terms: Terms | None, unknown: str) -> None:
        """Word the choices; only the contract's own words have others."""
        kept = self.method()
        choices = [Choice(UNKNOWN, "")]
        for method in self._methods:
            text = method
            if terms is not None and method in MARROW_METHODS:
                text = terms.of("method", method)
            choices.append(Choice(method, text))
        self.set_choices(choices)
        self._line.setPlaceholderText(unknown)
        self.set_method(kept)

    def method(self) -> str:
        """Give the method; empty means not stated."""
        typed = self.currentText().strip()
        place = self.findText(typed, Qt.MatchFlag.MatchFixedString)
        return str(self.itemData(place)) if place >= 0 else typed

    def set_method(self, method: str) -> None:
        """Show a method without telling ``edited``."""
        place = self.findData(method)
        if place >= 0:
            self.setCurrentIndex(place)
        else:
            self.setEditText(method)


class SourceRow(QWidget):
    """Hold method and laboratory; the method of the last report is one press away."""

    edited = Signal()

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.method = MethodBox(code, self)
        self.lab = QLineEdit(self)
        self.lab.setFixedWidth(LAB_WIDTH)
        self.same = QPushButton(self)
        self._name = QLabel(self)
        self._last = ""
        theme.set_property(self._name, "role", "small")
        theme.set_property(self.same, "role", "chip")
        theme.set_property(self.same, "kind", "accent")
        self.same.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self._name, 1, Qt.AlignmentFlag.AlignRight)
        for widget in (self.method, self.lab, self.same):
            line.addWidget(widget)
        self.method.edited.connect(self._on_edited)
        self.lab.textEdited.connect(self._on_edited)
        self.same.clicked.connect(self._on_same)
        self._show_last()

    @property
    def filled(self) -> bool:
        """Tell whether something was typed."""
        return bool(self.method.method() or self.lab.text())

    def set_words(self, name: str, terms: Terms | None) -> None:
        """Word the row in a language; ``name`` is the analyte's."""
        self._name.setText(self.tr("Method"))
        self.method.set_words(terms, self.tr("method"))
        #: {0} is the name of a test
        self.method.setAccessibleName(self.tr("Method of {0}").format(name))
        self.lab.setPlaceholderText(self.tr("other lab"))
        self.lab.setAccessibleName(self.tr("Laboratory of {0}, if another").format(name))
        self.same.setAccessibleName(self.tr("Take the last method of {0}").format(name))
        self._show_last()

    def set_last(self, method: str) -> None:
        """Offer the method of the last report."""
        self._last = method
        self._show_last()

    def _show_last(self) -> None:
        self.same.setText(self._last)
        self.same.setToolTip(self.same.accessibleName())
        self.same.setVisible(bool(self._last) and self._last != self.method.method())

    def _on_edited(self) -> None:
        self._show_last()
        self.edited.emit()

    def _on_same(self) -> None:
        self.method.set_method(self._last)
        self._on_edited()
