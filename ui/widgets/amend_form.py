"""Correct or withdraw a result that is already in the record, with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.domain.unit_label import with_unit
from desktop_app.domain.visit import DraftResult
from desktop_app.domain.visit_form import row_of
from ui import theme
from ui.widgets.answer_box import Choice, ChoiceList
from ui.widgets.number_edit import NumberEdit
from ui.widgets.unit_box import UnitBox

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.domain.journal import KeptResult
    from desktop_app.domain.record import Result
    from ui.terms import Terms

NUMBER_WIDTH, UNIT_WIDTH, WHICH_LENGTH = 84, 88, 20


class AmendForm(QWidget):
    """Offer the values of one test; the new one is saved beside the old, which is kept."""

    amended = Signal(int, object, str)  # result_id, DraftResult, reason
    voided = Signal(int, str)  # result_id, reason
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: tuple[KeptResult, ...] = ()
        self.which, self.number = ChoiceList(self), NumberEdit(self)
        self.unit = UnitBox((), self)
        self.reason = QLineEdit(self)
        self._heading, self._message = QLabel(self), QLabel(self)
        theme.set_property(self._heading, "role", "strong")
        theme.set_property(self._message, "role", "error")
        self._message.hide()
        self.save, self.void, self.cancel = (QPushButton(self) for _ in range(3))
        theme.set_property(self.void, "kind", "danger")
        theme.set_property(self.cancel, "kind", "quiet")
        self._lay_out()
        self._connect()
        self.retranslate()

    def begin(self, kept: tuple[KeptResult, ...], terms: Terms) -> None:
        """Show the values of a test, newest first."""
        self._kept = kept
        self._heading.setText(terms.analyte(kept[0].result.code))
        self.which.set_choices(
            [Choice(str(each.result_id), _said(each.result, terms.language)) for each in kept]
        )
        self.which.set_code(str(kept[0].result_id))
        row = row_of(kept[0].result.code)
        for unit in row.units if row is not None else ():
            self.unit.set_unit(unit)
        self._show_chosen()
        self.reason.clear()
        self.show_problem("")
        self.number.setFocus()
        self.number.selectAll()

    def show_problem(self, text: str) -> None:
        """Say what is wrong."""
        self._message.setText(text)
        self._message.setVisible(bool(text))

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self.which.setAccessibleName(self.tr("Value to correct"))
        self.number.setAccessibleName(self.tr("Right value"))
        self.unit.setAccessibleName(self.tr("Unit of the right value"))
        self.reason.setPlaceholderText(self.tr("Reason (kept in the record)"))
        self.reason.setAccessibleName(self.tr("Reason for the correction"))
        self.save.setText(self.tr("Correct"))
        self.void.setText(self.tr("Withdraw"))
        self.cancel.setText(self.tr("Cancel"))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.number.setFixedWidth(NUMBER_WIDTH)
        self.unit.setFixedWidth(UNIT_WIDTH)
        self.which.setMinimumContentsLength(WHICH_LENGTH)
        first, second = QHBoxLayout(), QHBoxLayout()
        for line, widgets in (
            (first, (self._heading, self.which, self.number, self.unit)),
            (second, (self.reason, self.save, self.void, self.cancel)),
        ):
            line.setSpacing(6)
            for widget in widgets:
                line.addWidget(widget)
        first.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self._message)

    def _connect(self) -> None:
        self.which.edited.connect(self._show_chosen)
        self.save.clicked.connect(self._on_save)
        self.void.clicked.connect(self._on_void)
        self.cancel.clicked.connect(self.cancelled)

    def _chosen(self) -> KeptResult:
        code = self.which.code()
        return next(each for each in self._kept if str(each.result_id) == code)

    def _show_chosen(self) -> None:
        result = self._chosen().result
        self.number.set_number_text(_number(result))
        if result.unit:
            self.unit.set_unit(result.unit)

    def _why(self) -> str:
        reason = self.reason.text().strip()
        if not reason:
            self.show_problem(self.tr("Say why; the reason is kept in the record."))
            self.reason.setFocus()
        return reason

    def _on_save(self) -> None:
        reason = self._why()
        if not reason:
            return
        old = self._chosen().result
        draft = DraftResult(
            code=old.code,
            text=self.number.number_text(),
            unit=self.unit.unit(),
            lab=old.lab or "",
            method=old.method or "",
            low="" if old.low is None else f"{old.low:f}",
            high="" if old.high is None else f"{old.high:f}",
            reason=reason,
        )
        self.amended.emit(self._chosen().result_id, draft, reason)

    def _on_void(self) -> None:
        reason = self._why()
        if reason:
            self.voided.emit(self._chosen().result_id, reason)


def _number(result: Result) -> str:
    return "" if result.value is None else f"{result.comparator or ''}{result.value:f}"


def _said(result: Result, language: str) -> str:
    return f"{result.date} · {with_unit(_number(result), result.unit or '', language)}"
