"""Enter one VEGF: its specimen is asked once, and two specimens are never mixed silently."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.domain.poems_form import SPECIMENS
from ui import theme
from ui.widgets.answer_box import UNKNOWN, Choice, ChoiceBox
from ui.widgets.entry.entry_part import message_label, show_message

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop_app.domain.record import Finding, Result
    from ui.terms import Terms
    from ui.widgets.entry.result_field import ResultField

_KEYS = {"serum": "S", "plasma": "P", UNKNOWN: "?"}


class VegfField(QWidget):
    """Hold one row a specimen, of which one is shown; another specimen takes the number along."""

    edited = Signal()
    rearranged = Signal()

    def __init__(self, lend: Callable[[str], ResultField], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = {specimen: lend(code) for specimen, code in SPECIMENS.items()}
        self.specimen = ChoiceBox(self)
        self._asked = QLabel(self)
        self._last: Mapping[str, Result | Finding] = {}
        self.message = message_label(self)
        theme.set_property(self.message, "role", "warning")
        line = QHBoxLayout()
        line.setSpacing(6)
        for widget in (self._asked, self.specimen):
            line.addWidget(widget)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        for field in self.fields.values():
            column.addWidget(field)
            field.edited.connect(self._on_number)
        column.addWidget(self.message)
        self.specimen.edited.connect(self._on_specimen)
        self._show()

    def set_words(self, _terms: Terms) -> None:
        """Word the field in a language."""
        self._asked.setText(self.tr("VEGF from"))
        self.specimen.setAccessibleName(self.tr("Specimen of the VEGF"))
        texts = {
            "serum": self.tr("serum"),
            "plasma": self.tr("plasma"),
            #: The specimen of a blood test is not stated
            UNKNOWN: self.tr("not stated"),
        }
        choices = [Choice(code, text, _KEYS[code]) for code, text in texts.items()]
        self.specimen.set_choices(choices)
        self._show()

    def show_last(self, last: Mapping[str, Result | Finding]) -> None:
        """Take what is recorded last of each code."""
        self._last = last
        self._show()

    def show_kept(self) -> None:
        """Show the specimen of the kept number."""
        filled = [name for name, field in self.fields.items() if field.value() is not None]
        self.specimen.set_code(filled[0] if filled else UNKNOWN)
        self._show()

    def field_of(self, code: str) -> ResultField | None:
        """Give the row for a code, with its specimen while nothing was typed; None if no VEGF."""
        named = [specimen for specimen, own in SPECIMENS.items() if own == code]
        if not named:
            return None
        if not self.filled:
            self.specimen.set_code(named[0])
            self._show()
        return self.fields[self.specimen.code()]

    def focus_order(self) -> tuple[QWidget, ...]:
        """Give what takes the focus, in reading order."""
        rows = (part for field in self.fields.values() for part in field.focus_order())
        return self.specimen, *rows

    @property
    def filled(self) -> int:
        """Count the numbers."""
        return sum(field.value() is not None for field in self.fields.values())

    def _on_number(self) -> None:
        field = self.fields[self.specimen.code()]
        if field.number.number_text() and not field.details_open:
            field.open_details()  # a VEGF says little without the limit of its laboratory
        self._show()

    def _on_specimen(self) -> None:
        self._move()
        self.edited.emit()

    def _move(self) -> None:
        """Take what was typed along to the row of the chosen specimen."""
        chosen = self.fields[self.specimen.code()]
        for field in self.fields.values():
            typed = field.value()
            if field is not chosen and typed is not None:
                if chosen.value() is None:
                    chosen.show_value(replace(typed, code=chosen.code), typed.unit)
                    chosen.open_details()
                field.show_value(None, typed.unit)
        self._show()

    def _show(self) -> None:
        specimen = self.specimen.code()
        filled = {name for name, field in self.fields.items() if field.value() is not None}
        for name, field in self.fields.items():
            field.setVisible(name == specimen or name in filled)
        show_message(self.message, self._doubt(specimen) if filled else "")

    def _doubt(self, specimen: str) -> str:
        """Ask for the specimen, or warn of one that the earlier values do not have."""
        if not specimen:
            return self.tr("Serum or plasma? Without it no limit holds.")
        earlier = self._earlier()
        if earlier and specimen not in earlier:
            return self.tr(
                "The earlier VEGF is of another specimen: the two are not compared or converted."
            )
        return ""

    def _earlier(self) -> frozenset[str]:
        return frozenset(name for name, code in SPECIMENS.items() if code in self._last)
