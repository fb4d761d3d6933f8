"""Enter one result: number, unit, what it was last; limits, method and a reason on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.unit_label import unit_label
from desktop_app.domain.visit import DraftResult
from ui import theme
from ui.widgets.entry.entry_part import message_label
from ui.widgets.entry.limits_row import LimitsRow
from ui.widgets.entry.source_row import SourceRow
from ui.widgets.entry.unit_box import UnitBox
from ui.widgets.number_edit import NumberEdit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.terms import Terms

NUMBER_WIDTH, UNIT_WIDTH = 78, 96


class ResultField(QWidget):
    """Hold one row of the visit's form; whatever is typed stays, also if it is no number yet."""

    edited = Signal()
    method_changed = Signal()

    def __init__(self, code: str, units: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = code
        self.name = QLabel(self)
        self.number = NumberEdit(self)
        self.number.setFixedWidth(NUMBER_WIDTH)
        self.unit = UnitBox(units, self)
        self.unit.setFixedWidth(UNIT_WIDTH)
        self._only_unit = QLabel(self)
        self._only_unit.setFixedWidth(UNIT_WIDTH)
        self._only_unit.setIndent(8)
        theme.set_property(self._only_unit, "role", "muted")
        self.past = QLabel(self)
        theme.set_property(self.past, "role", "past")
        self.past.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.name.setBuddy(self.number)
        self.message = message_label(self)
        self.reason = QLineEdit(self)
        self.reason.hide()
        self.limits, self.source = LimitsRow(self), SourceRow(code, self)
        self.low, self.high, self.same_limits = self.limits.low, self.limits.high, self.limits.same
        self._asked = self._opened = self._implied = False
        self._kept = DraftResult(code, "", "")
        self._lay_out()
        self._connect()
        self._show_details()

    def set_words(self, name: str, terms: Terms | None = None) -> None:
        """Word the row in a language; ``name`` is the analyte's."""
        self.name.setText(name)
        self.number.setAccessibleName(name)
        #: {0} is the name of a test
        self.unit.setAccessibleName(self.tr("Unit of {0}").format(name))
        self.reason.setPlaceholderText(self.tr("Why is this value right?"))
        self.reason.setAccessibleName(self.tr("Reason for the value of {0}").format(name))
        self.limits.set_words(name)
        self.source.set_words(name, terms)

    def value(self, lab: str = "") -> DraftResult | None:
        """Give what was typed, as reported by ``lab``; None while nothing was."""
        text = self.number.number_text()
        if not (text or self.limits.filled or self.source.lab.text().strip()):
            return None
        return DraftResult(
            code=self.code,
            text=text,
            unit=self.unit.unit(),
            lab=self.source.lab.text().strip() or lab,
            method=self.source.method.method(),
            low=self.low.number_text(),
            high=self.high.number_text(),
            reason=self.reason.text().strip(),
        )

    def show_value(self, value: DraftResult | None, unit: str, lab: str = "") -> None:
        """Show a kept value, or an empty field in the unit that is expected.

        ``lab`` is the visit's laboratory; only another one stands beside the result.
        """
        self._kept = value or DraftResult(self.code, "", unit)
        self.number.set_number_text(self._kept.text)
        self.unit.set_unit(self._kept.unit)
        self._show_unit()
        self.limits.show_value(self._kept)
        self.source.method.set_method(self._kept.method)
        self.source.lab.setText(self._kept.lab if self._kept.lab != lab else "")
        self.reason.setText(self._kept.reason)
        self._asked = self._opened = False
        self._show_details()
        self.show_problem("")
        self.reason.setVisible(bool(self._kept.reason))

    def set_past(self, text: str, hint: str = "") -> None:
        """Show the last value with its day."""
        self.past.setText(text)
        self.past.setToolTip(hint)
        self.number.setAccessibleDescription(text)

    def set_last(self, low: str, high: str, method: str) -> None:
        """Offer limits and method of the last report; the doctor says whether they still hold."""
        self.limits.set_last(low, high)
        self.source.set_last(method)

    def show_problem(self, text: str, *, kind: str = "bad", reason: bool = False) -> None:
        """Say what is wrong ("bad") or doubtful ("warning"); ``reason`` asks why it is right."""
        self.message.setText(text)
        theme.set_property(self.message, "role", "warning" if kind == "warning" else "error")
        self.message.setVisible(bool(text))
        self.number.mark(kind if text else "")
        if text:
            self.number.setAccessibleDescription(text)
        self.reason.setVisible(reason or bool(self.reason.text().strip()))

    def show_limit_problem(self, text: str) -> None:
        """Say what is wrong with the limits; the number itself is not doubted."""
        self.message.setText(text)
        theme.set_property(self.message, "role", "error")
        self.message.show()
        self.open_details()

    def ask_limits(self, asked: bool) -> None:
        """Show or hide the laboratory's limits beside a number; typed ones stay visible."""
        self._asked = asked and bool(self.number.number_text())
        self._show_details()

    def open_details(self) -> None:
        """Show limits, method and laboratory."""
        self._opened = True
        self._show_details()

    @property
    def details_open(self) -> bool:
        """Tell whether the doctor opened the details."""
        return self._opened

    def imply_source(self, implied: bool) -> None:
        """Fold the source away where another row says the same of the whole sample."""
        self._implied = implied
        self._show_details()

    def close_details(self) -> None:
        """Hide what is not filled in."""
        self._opened = False
        self._show_details()

    @property
    def limits_asked(self) -> bool:
        """Tell whether the limits can be typed now."""
        return not self.limits.isHidden()

    def focus_order(self) -> tuple[QWidget, ...]:
        """Give what takes the focus, in reading order."""
        limits = (self.low, self.high, self.same_limits)
        source = (self.source.method, self.source.lab, self.source.same)
        return self.number, self.unit, self.reason, *limits, *source

    def _show_unit(self) -> None:
        """Show a choice only where there is one."""
        several = self.unit.count() > 1
        self.unit.setVisible(several)
        self._only_unit.setVisible(not several)
        self._only_unit.setText(unit_label(self.unit.unit()))

    def _show_details(self) -> None:
        self.limits.setVisible(self._opened or self._asked or self.limits.filled)
        self.source.setVisible(self._opened or (self.source.filled and not self._implied))

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        for widget in (self.name, self.number, self.unit, self._only_unit):
            line.addWidget(widget)
        line.addWidget(self.past, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        for part in (self.message, self.reason, self.limits, self.source):
            column.addWidget(part)

    def _connect(self) -> None:
        self.number.edited.connect(self.edited)
        self.number.passed.connect(self._pass_unit)
        self.unit.edited.connect(self.edited)
        self.reason.textEdited.connect(self.edited)
        self.limits.edited.connect(self.edited)
        self.source.edited.connect(self._on_source)

    def _pass_unit(self) -> None:
        """Go on to the next number: typed into a list of units, a number would be lost."""
        if self.unit.hasFocus():
            self.focusNextChild()

    def _on_source(self) -> None:
        self.method_changed.emit()
        self.edited.emit()
