"""Correct or withdraw a result that is already in the record, with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.domain.unit_label import with_unit
from desktop_app.domain.visit import DraftResult
from desktop_app.domain.visit_form import row_of
from ui import theme
from ui.models.origin_words import origin_text
from ui.widgets.answer_box import Choice, ChoiceList
from ui.widgets.correction.correction_bar import CorrectionBar
from ui.widgets.entry.unit_box import UnitBox
from ui.widgets.number_edit import NumberEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.domain.journal import KeptResult
    from desktop_app.domain.record import Result
    from ui.models.origin_words import Origins
    from ui.terms import Terms

NUMBER_WIDTH, UNIT_WIDTH, WHICH_LENGTH = 84, 88, 20


class AmendForm(QWidget):
    """Offer the values of one test; the new one is saved beside the old, which is kept."""

    amended = Signal(int, object, str)  # entry_id, DraftResult, reason
    voided = Signal(int, str)  # entry_id, reason
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: tuple[KeptResult, ...] = ()
        self.which, self.number = ChoiceList(self), NumberEdit(self)
        self.unit = UnitBox((), self)
        self._heading = QLabel(self)
        theme.set_property(self._heading, "role", "strong")
        self._origins: Origins = {}
        self.origin = QLabel(self)
        theme.set_property(self.origin, "role", "small")
        self.origin.setTextFormat(Qt.TextFormat.PlainText)
        self.origin.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.origin.setWordWrap(True)
        self.bar = CorrectionBar(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def begin(
        self, kept: tuple[KeptResult, ...], terms: Terms, origins: Origins | None = None
    ) -> None:
        """Show the values of a test, newest first; an imported one says from which line it came."""
        self._kept, self._origins = kept, origins or {}
        self._heading.setText(terms.analyte(kept[0].entry.code))
        self.which.set_choices(
            [Choice(str(each.entry_id), _said(each.entry, terms.language)) for each in kept]
        )
        self.which.set_code(str(kept[0].entry_id))
        row = row_of(kept[0].entry.code)
        for unit in row.units if row is not None else ():
            self.unit.set_unit(unit)
        self._show_chosen()
        self.bar.begin()
        self.number.setFocus()
        self.number.selectAll()

    def show_problem(self, text: str) -> None:
        """Say what is wrong."""
        self.bar.show_problem(text)

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self.which.setAccessibleName(self.tr("Value to correct"))
        self.number.setAccessibleName(self.tr("Right value"))
        self.unit.setAccessibleName(self.tr("Unit of the right value"))
        self.bar.retranslate()

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
        line = QHBoxLayout()
        line.setSpacing(6)
        for widget in (self._heading, self.which, self.number, self.unit):
            line.addWidget(widget)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addLayout(line)
        column.addWidget(self.origin)
        column.addWidget(self.bar)

    def _connect(self) -> None:
        self.which.edited.connect(self._show_chosen)
        self.bar.save.clicked.connect(self._on_save)
        self.bar.void.clicked.connect(self._on_void)
        self.bar.cancel.clicked.connect(self.cancelled)

    def _chosen(self) -> KeptResult:
        code = self.which.code()
        return next(each for each in self._kept if str(each.entry_id) == code)

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        self.origin.setText(origin_text(self._origins.get((chosen.kind, chosen.entry_id))))
        self.origin.setVisible(bool(self.origin.text()))
        result = chosen.entry
        self.number.set_number_text(_number(result))
        if result.unit:
            self.unit.set_unit(result.unit)

    def _on_save(self) -> None:
        reason = self.bar.why()
        if not reason:
            return
        old = self._chosen().entry
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
        self.amended.emit(self._chosen().entry_id, draft, reason)

    def _on_void(self) -> None:
        reason = self.bar.why()
        if reason:
            self.voided.emit(self._chosen().entry_id, reason)


def _number(result: Result) -> str:
    return "" if result.value is None else f"{result.comparator or ''}{result.value:f}"


def _said(result: Result, language: str) -> str:
    return f"{result.date} · {with_unit(_number(result), result.unit or '', language)}"
