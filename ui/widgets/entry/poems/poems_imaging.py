"""Enter what imaging saw in POEMS: sclerotic bone lesions, and FDG uptake."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.domain.poems_form import SCLEROTIC, UPTAKE
from desktop_app.domain.truth import Truth
from desktop_app.domain.typed_values import parse_plain_number
from desktop_app.domain.visit import DraftFinding
from ui.widgets.answer_chip import AnswerChip, Asking
from ui.widgets.entry.entry_part import FindingPart, message_label, note_in, show_message
from ui.widgets.entry.lesion_field import LesionField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.number_edit import NumberEdit

if TYPE_CHECKING:
    from ui.terms import Terms

SUV_WIDTH = 56
_SUV, _NEW, _NORMAL = "suv_max", "new_lesion", "normal"


class PoemsImaging(FindingPart):
    """Hold a count of lesions, and the uptake of the hottest one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: Mapping[str, DraftFinding] = {}
        self.lesions = LesionField(SCLEROTIC, self)
        self.name, self.suv = QLabel(self), NumberEdit(self, reads=parse_plain_number)
        self.suv.setFixedWidth(SUV_WIDTH)
        self.name.setBuddy(self.suv)
        self.new = AnswerChip("", self, Asking.EXAMINED)
        self.normal = AnswerChip("", self, Asking.FACT)
        self.message = message_label(self)
        number, chips = QHBoxLayout(), QWidget(self)
        number.setSpacing(6)
        for widget in (self.name, self.suv):
            number.addWidget(widget)
        number.addStretch(1)
        flow = FlowLayout(chips)
        for chip in (self.normal, self.new):
            flow.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.lesions)
        column.addLayout(number)
        column.addWidget(chips)
        column.addWidget(self.message)
        self.lesions.edited.connect(self.edited)
        self.suv.edited.connect(self.edited)
        for chip in (self.new, self.normal):
            chip.answer_changed.connect(self._on_answer)

    @property
    @override
    def codes(self) -> frozenset[str]:
        return frozenset({SCLEROTIC, UPTAKE})

    @override
    def set_words(self, terms: Terms) -> None:
        self.lesions.set_words(terms)
        self.name.setText(self.tr("Hottest lesion, SUVmax"))
        self.suv.setAccessibleName(self.tr("SUVmax of the hottest lesion"))
        self.suv.set_hint("")
        self.new.set_question(self.tr("new FDG focus"))
        self.normal.set_question(self.tr("FDG uptake normal"))

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        return *self.lesions.focus_order(), self.suv, self.normal, self.new

    @override
    def target(self, field: str) -> QWidget | None:
        return {SCLEROTIC: self.lesions.count, UPTAKE: self.suv}.get(field)

    @override
    def show_problems(self, problems: Mapping[str, str]) -> frozenset[str]:
        said = self.tr("Write how many lesions (0: none seen), and the largest in mm.")
        self.lesions.show_problem(said if SCLEROTIC in problems else "")
        show_message(self.message, problems.get(UPTAKE, ""))
        return self.codes & problems.keys()

    @override
    def findings(self) -> tuple[DraftFinding, ...]:
        given = ((SCLEROTIC, self.lesions.value()), (UPTAKE, self._uptake() or None))
        return tuple(
            DraftFinding(code, value, note_in(self._kept, code))
            for code, value in given
            if value is not None
        )

    @override
    def show_findings(self, findings: Mapping[str, DraftFinding]) -> None:
        self._kept = findings
        lesions, uptake = findings.get(SCLEROTIC), findings.get(UPTAKE)
        self.lesions.show_value(lesions.value if lesions is not None else None)
        value = uptake.value if uptake is not None else None
        found: Mapping[str, object] = value if isinstance(value, Mapping) else {}
        suv = found.get(_SUV)
        self.suv.set_number_text("" if suv is None else str(suv))
        for chip, key in ((self.new, _NEW), (self.normal, _NORMAL)):
            said = found.get(key)
            chip.set_answer(Truth.of(said if isinstance(said, bool) else None))

    def _uptake(self) -> dict[str, bool | int | Decimal | str | None]:
        """Give the parts that were told; a text that is no number stays as typed."""
        found: dict[str, bool | int | Decimal | str | None] = {}
        text = self.suv.number_text()
        if text:
            number = parse_plain_number(text)
            found[_SUV] = text if number is None else number
        for chip, key in ((self.new, _NEW), (self.normal, _NORMAL)):
            if chip.answer.known:
                found[key] = chip.answer is Truth.MET
        return found

    def _on_answer(self) -> None:
        self.edited.emit()
