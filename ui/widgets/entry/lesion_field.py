"""Enter what imaging saw: how many lesions, the largest one, and how much was looked at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.typed_values import parse_plain_number
from desktop_app.domain.visit_form import MRI, MRI_EXTENTS
from ui.widgets.answer_box import UNKNOWN, Choice, ChoiceList
from ui.widgets.entry.entry_part import message_label, show_message
from ui.widgets.number_edit import NumberEdit

if TYPE_CHECKING:
    from decimal import Decimal

    from desktop_app.domain.record import FindingValue
    from ui.terms import Terms

COUNT_WIDTH, SIZE_WIDTH = 58, 64


class LesionField(QWidget):
    """Hold one examination; an empty count is "not done", zero is "none seen".

    What is no number stays in the value as typed, so that the draft keeps it.
    """

    edited = Signal()

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = code
        self.name, self._times, self._millimetres = QLabel(self), QLabel("×", self), QLabel(self)
        self.count = NumberEdit(self, reads=_whole)
        self.largest = NumberEdit(self, reads=parse_plain_number)
        self.message = message_label(self)
        self.extent = ChoiceList(self) if code == MRI else None
        self.name.setBuddy(self.count)
        self.count.setFixedWidth(COUNT_WIDTH)
        self.largest.setFixedWidth(SIZE_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        line = QHBoxLayout()
        line.setSpacing(6)
        column.addLayout(line)
        column.addWidget(self.message)
        for widget in (self.name, self.count, self._times, self.largest, self._millimetres):
            line.addWidget(widget)
        for edit in (self.count, self.largest):
            edit.edited.connect(self.edited)
        if self.extent is not None:
            self.extent.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            line.addWidget(self.extent, 1)
            self.extent.edited.connect(self.edited)
        else:
            line.addStretch(1)

    def focus_order(self) -> tuple[QWidget, ...]:
        """Give what takes the focus, in reading order."""
        region = () if self.extent is None else (self.extent,)
        return self.count, self.largest, *region

    def set_words(self, terms: Terms) -> None:
        """Word the row in a language."""
        name = terms.analyte(self.code)
        self.name.setText(name)
        self._millimetres.setText("mm")
        self.count.set_hint(self.tr("count"))
        self.largest.set_hint(self.tr("largest"))
        #: {0} is an examination such as whole-body CT
        self.count.setAccessibleName(self.tr("{0}: number of lesions").format(name))
        self.largest.setAccessibleName(self.tr("{0}: largest lesion in mm").format(name))
        if self.extent is not None:
            self.extent.setAccessibleName(self.tr("{0}: region").format(name))
            choices = [Choice(code, terms.of("extent", code)) for code in MRI_EXTENTS]
            self.extent.set_choices([Choice(UNKNOWN, self.tr("region?")), *choices])

    def show_problem(self, text: str) -> None:
        """Say what is wrong."""
        show_message(self.message, text)

    def value(self) -> FindingValue | None:
        """Give the finding in the contract's shape; None while nothing was entered."""
        count, largest = self.count.number_text(), self.largest.number_text()
        extent = self.extent.code() if self.extent is not None else UNKNOWN
        if not (count or largest or extent):
            return None
        whole, size = _whole(count), parse_plain_number(largest)
        found: dict[str, bool | int | Decimal | str | None] = {
            "count": count if whole is None else whole
        }
        if largest:
            found["largest_mm"] = largest if size is None else size
        if extent:
            found["extent"] = extent
        return found

    def show_value(self, value: object) -> None:
        """Show a kept finding, or an empty row."""
        found = value if isinstance(value, Mapping) else {}
        for edit, key in ((self.count, "count"), (self.largest, "largest_mm")):
            part = found.get(key)
            edit.set_number_text("" if part is None else str(part))
        if self.extent is not None:
            self.extent.set_code(str(found.get("extent") or UNKNOWN))
        self.show_problem("")


def _whole(text: str) -> int | None:
    number = parse_plain_number(text)
    whole = number is not None and number == number.to_integral_value()
    return int(number) if number is not None and whole else None
