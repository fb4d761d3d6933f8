"""Enter an immunofixation: not done, negative, one band or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop_app.domain.visit_form import ISOTYPES
from ui import theme
from ui.widgets.answer_box import UNKNOWN, Choice, ChoiceList

if TYPE_CHECKING:
    from ui.terms import Terms

_NEGATIVE = "negative"


class ImmunofixationField(QWidget):
    """Offer the bands by name; a second box appears for a second band."""

    edited = Signal()

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = code
        self.name = QLabel(self)
        self.first, self.second = ChoiceList(self), ChoiceList(self)
        self.past = QLabel(self)
        theme.set_property(self.past, "role", "past")
        self.past.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.name.setBuddy(self.first)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        for widget in (self.name, self.first, self.second):
            line.addWidget(widget)
        line.addWidget(self.past, 1)
        self.second.hide()
        for box in (self.first, self.second):
            box.edited.connect(self._on_edited)

    def set_words(self, terms: Terms) -> None:
        """Word the choices in a language, keeping what is chosen."""
        name = terms.analyte(self.code)
        self.name.setText(name)
        self.first.setAccessibleName(name)
        #: {0} is an immunofixation in which a second band was seen
        self.second.setAccessibleName(self.tr("{0}, second band").format(name))
        bands = [Choice(isotype, terms.of("isotype", isotype)) for isotype in ISOTYPES]
        negative = Choice(_NEGATIVE, terms.of("isotype", _NEGATIVE))
        self.first.set_choices([Choice(UNKNOWN, self.tr("not done")), negative, *bands])
        self.second.set_choices([Choice(UNKNOWN, self.tr("one band")), *bands])

    def focus_order(self) -> tuple[QWidget, ...]:
        """Give what takes the focus, in reading order."""
        return self.first, self.second

    def value(self) -> tuple[str, ...] | None:
        """Give the bands; empty is negative, None is not done."""
        first, second = self.first.code(), self.second.code()
        if first == UNKNOWN:
            return None
        if first == _NEGATIVE:
            return ()
        return (first, second) if second and second != first else (first,)

    def show_value(self, bands: tuple[str, ...] | None) -> None:
        """Show a kept value."""
        first = UNKNOWN if bands is None else bands[0] if bands else _NEGATIVE
        second = bands[1] if bands and len(bands) > 1 else UNKNOWN
        for box, code in ((self.first, first), (self.second, second)):
            box.set_code(code)
        self.second.setVisible(bool(bands))

    def set_past(self, text: str) -> None:
        """Show what was found last."""
        self.past.setText(text)
        self.past.setToolTip(text)

    def _on_edited(self) -> None:
        self.second.setVisible(bool(self.value()))
        self.edited.emit()
