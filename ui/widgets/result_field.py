"""Enter one result: number, unit, what it was last; limits and a reason only where asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.unit_label import unit_label
from desktop_app.domain.visit import DraftResult
from ui import theme
from ui.widgets.number_edit import NumberEdit
from ui.widgets.unit_box import UnitBox

if TYPE_CHECKING:
    from collections.abc import Sequence

NUMBER_WIDTH, UNIT_WIDTH, LIMIT_WIDTH = 78, 96, 64


class ResultField(QWidget):
    """Hold one row of the visit's form; whatever is typed stays, also if it is no number yet."""

    edited = Signal()

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
        self.message = QLabel(self)
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.hide()
        self.reason = QLineEdit(self)
        self.reason.hide()
        self.low, self.high = NumberEdit(self), NumberEdit(self)
        self._limits_name = QLabel(self)
        self.same_limits = QPushButton(self)
        self._last_limits = ("", "")
        self._limits = self._limits_row()
        self._kept = DraftResult(code, "", "")
        self._lay_out()
        self._connect()

    def set_words(self, name: str) -> None:
        """Word the row in a language; ``name`` is the analyte's."""
        self.name.setText(name)
        self.number.setAccessibleName(name)
        #: {0} is the name of a test
        self.unit.setAccessibleName(self.tr("Unit of {0}").format(name))
        self.reason.setPlaceholderText(self.tr("Why is this value right?"))
        self.reason.setAccessibleName(self.tr("Reason for the value of {0}").format(name))
        self._limits_name.setText(self.tr("Limits"))
        #: {0} is the name of a test
        self.same_limits.setAccessibleName(self.tr("Take the last limits of {0}").format(name))
        self.same_limits.setToolTip(self.same_limits.accessibleName())
        self.low.setPlaceholderText(self.tr("low"))
        self.high.setPlaceholderText(self.tr("high"))
        self.low.setAccessibleName(self.tr("Lower limit of {0}").format(name))
        self.high.setAccessibleName(self.tr("Upper limit of {0}").format(name))

    def value(self, lab: str = "") -> DraftResult | None:
        """Give what was typed, as reported by ``lab``; None while the number is empty."""
        text = self.number.number_text()
        if not text:
            return None
        return DraftResult(
            code=self.code,
            text=text,
            unit=self.unit.unit(),
            lab=lab,
            method=self._kept.method,
            low=self.low.number_text(),
            high=self.high.number_text(),
            reason=self.reason.text().strip(),
        )

    def show_value(self, value: DraftResult | None, unit: str) -> None:
        """Show a kept value, or an empty field in the unit that is expected."""
        self._kept = value or DraftResult(self.code, "", unit)
        self.number.set_number_text(self._kept.text)
        self.unit.set_unit(self._kept.unit)
        self._show_unit()
        self.low.set_number_text(self._kept.low)
        self.high.set_number_text(self._kept.high)
        self.reason.setText(self._kept.reason)
        self.ask_limits(bool(self._kept.low or self._kept.high))
        self.show_problem("")
        self.reason.setVisible(bool(self._kept.reason))

    def set_past(self, text: str, hint: str = "") -> None:
        """Show the last value with its day."""
        self.past.setText(text)
        self.past.setToolTip(hint)
        self.number.setAccessibleDescription(text)

    def set_last_limits(self, low: str, high: str) -> None:
        """Offer the limits of the last report; the doctor says whether they still hold."""
        self._last_limits = low, high
        self.same_limits.setText(self.tr("as last: {0}–{1}").format(low, high))
        self.same_limits.setVisible(bool(low or high))

    def show_problem(self, text: str, *, kind: str = "bad", reason: bool = False) -> None:
        """Say what is wrong ("bad") or doubtful ("warning"); ``reason`` asks why it is right."""
        self.message.setText(text)
        theme.set_property(self.message, "role", "warning" if kind == "warning" else "error")
        self.message.setVisible(bool(text))
        self.number.mark(kind if text else "")
        if text:
            self.number.setAccessibleDescription(text)
        self.reason.setVisible(reason or bool(self.reason.text().strip()))

    def ask_limits(self, asked: bool) -> None:
        """Show or hide the laboratory's limits beside a number; typed ones stay visible."""
        typed = bool(self.low.text() or self.high.text())
        self._limits.setVisible(typed or (asked and bool(self.number.number_text())))

    @property
    def limits_asked(self) -> bool:
        """Tell whether the limits can be typed now."""
        return not self._limits.isHidden()

    def focus_order(self) -> tuple[QWidget, ...]:
        """Give what takes the focus, in reading order."""
        limits = (self.low, self.high, self.same_limits)
        return self.number, self.unit, self.reason, *limits

    def _show_unit(self) -> None:
        """Show a choice only where there is one."""
        several = self.unit.count() > 1
        self.unit.setVisible(several)
        self._only_unit.setVisible(not several)
        self._only_unit.setText(unit_label(self.unit.unit()))

    def _limits_row(self) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        theme.set_property(self._limits_name, "role", "small")
        line.addWidget(self._limits_name, 1, Qt.AlignmentFlag.AlignRight)
        for edit in (self.low, self.high):
            edit.setFixedWidth(LIMIT_WIDTH)
            line.addWidget(edit)
        line.addWidget(self.same_limits)
        theme.set_property(self.same_limits, "role", "chip")
        theme.set_property(self.same_limits, "kind", "accent")
        self.same_limits.hide()
        row.hide()
        return row

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
        column.addWidget(self.message)
        column.addWidget(self.reason)
        column.addWidget(self._limits)

    def _connect(self) -> None:
        for edit in (self.number, self.low, self.high):
            edit.edited.connect(self.edited)
        self.unit.edited.connect(self.edited)
        self.reason.textEdited.connect(self.edited)
        self.same_limits.clicked.connect(self._on_same_limits)

    def _on_same_limits(self) -> None:
        self.low.set_number_text(self._last_limits[0])
        self.high.set_number_text(self._last_limits[1])
        self.edited.emit()
