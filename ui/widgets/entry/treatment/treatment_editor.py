"""Enter one regimen: its name, drugs, first and last day, cycles, why it ended, which plan."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout
from typing_extensions import override

from desktop_app.domain.typed_values import parse_whole_number
from desktop_app.domain.visit import DraftTreatment
from desktop_app.domain.visit_form import REGIMENS
from ui import theme
from ui.widgets.day_edit import DayEdit
from ui.widgets.entry.entry_part import message_label, show_message
from ui.widgets.entry.treatment.drug_list import drugs_in, drugs_text
from ui.widgets.entry.treatment.ending_fields import EndingFields
from ui.widgets.entry.treatment.plan_choice import PlanChoice
from ui.widgets.entry.treatment.regimen_edit import RegimenEdit
from ui.widgets.number_edit import NumberEdit
from ui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from ui.terms import Terms

COUNT_WIDTH, REMOVE_WIDTH = 46, 28
NAMES, DAYS = ("regimen", "drugs"), ("start", "stop")


class TreatmentEditor(ListRow[DraftTreatment]):
    """Hold one regimen; naming a known one fills in its drugs, which may be changed."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = DraftTreatment("")
        self._filled: tuple[str, ...] = ()
        self.regimen, self.drugs = RegimenEdit(REGIMENS, self), QLineEdit(self)
        self.start = DayEdit(today, partial=True, parent=self)
        self.ending = EndingFields(today, self)
        self.stop, self.stop_reason = self.ending.stop, self.ending.reason
        self.cycles = self.ending.cycles
        self.cycle_days = NumberEdit(self, reads=parse_whole_number)
        self.plan, self.note = PlanChoice(self), QLineEdit(self)
        self.remove = QPushButton("✕", self)
        self.naming, self.message = message_label(self), message_label(self)
        self._from, self._days = QLabel(self), QLabel(self)
        self._dress()
        self._lay_out()
        self._connect()

    @override
    def set_words(self, terms: Terms) -> None:
        self.regimen.setPlaceholderText(self.tr("Regimen (↓ shows the known ones)"))
        self.regimen.setAccessibleName(self.tr("Regimen"))
        self.drugs.setPlaceholderText(self.tr("Drugs, separated by commas"))
        self.drugs.setAccessibleName(self.tr("Drugs, separated by commas"))
        self._from.setText(self.tr("from"))
        self.start.setAccessibleName(self.tr("First day of the regimen"))
        self.ending.set_words(terms)
        self.cycle_days.set_hint("")
        self.cycle_days.setAccessibleName(self.tr("Days of one cycle"))
        #: Stands after the length of a cycle
        self._days.setText(self.tr("days each"))
        self.plan.retranslate()
        self.note.setPlaceholderText(self.tr("Note"))
        self.note.setAccessibleName(self.tr("Note on the regimen"))
        self.remove.setAccessibleName(self.tr("Remove this regimen from the entry"))
        self.remove.setToolTip(self.remove.accessibleName())
        # One column for the words before the two days.
        widest = max(label.sizeHint().width() for label in (self._from, self.ending.until))
        for label in (self._from, self.ending.until):
            label.setMinimumWidth(widest)

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        first = (self.regimen, self.remove, self.drugs, self.start.line, self.stop.line)
        return *first, self.stop_reason, self.cycles, self.cycle_days, self.plan, self.note

    @override
    def target(self, field: str) -> QWidget:
        named: dict[str, QWidget] = {
            "drugs": self.drugs,
            "start": self.start.line,
            "stop": self.stop.line,
            "stop_reason": self.stop_reason,
            "cycles": self.cycles,
            "cycle_days": self.cycle_days,
            "sequence": self.plan,
        }
        return named.get(field, self.regimen)

    @override
    def value(self) -> DraftTreatment | None:
        draft = replace(
            self.ending.written(self._kept),
            regimen=self.regimen.text().strip(),
            drugs=drugs_in(self.drugs.text()),
            start=self.start.day_text(),
            typed_start=self.start.typed_text(),
            cycle_days=self.cycle_days.number_text(),
            sequence=self.plan.code(),
            note=self.note.text().strip(),
        )
        return None if draft == DraftTreatment("") else draft

    @override
    def show_value(self, draft: DraftTreatment) -> None:
        self._kept = draft
        self._filled = self.regimen.known_drugs(draft.regimen)
        self.regimen.setText(draft.regimen)
        self.drugs.setText(drugs_text(draft.drugs))
        self.start.set_day_text(draft.start, draft.typed_start)
        self.ending.show_value(draft)
        self.cycle_days.set_number_text(draft.cycle_days)
        self.plan.set_code(draft.sequence)
        self.note.setText(draft.note)
        self.show_problems({})

    @override
    def show_problems(self, problems: Mapping[str, str]) -> None:
        for message, fields in (
            (self.naming, NAMES),
            (self.ending.message, DAYS),
            (self.message, problems.keys() - {*NAMES, *DAYS}),
        ):
            said = [words for field, words in problems.items() if field in fields]
            show_message(message, "\n".join(dict.fromkeys(said)))
        self.start.mark("bad" if "start" in problems else "")
        self.ending.mark(problems.keys())
        self.cycle_days.mark("bad" if "cycle_days" in problems else "")
        theme.set_property(self.regimen, "state", "bad" if "regimen" in problems else "known")
        theme.set_property(self.drugs, "state", "bad" if "drugs" in problems else "known")

    def _dress(self) -> None:
        self.cycle_days.setFixedWidth(COUNT_WIDTH)
        self.remove.setFixedWidth(REMOVE_WIDTH)
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._from.setBuddy(self.start.line)
        theme.set_property(self.remove, "role", "chip")
        theme.set_property(self.remove, "kind", "neutral")

    def _lay_out(self) -> None:
        first, begin, last = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for line, widgets in (
            (first, (self.regimen, self.remove)),
            (begin, (self._from, self.start)),
            (last, (self.plan, self.note)),
        ):
            line.setSpacing(6)
            for widget in widgets:
                line.addWidget(widget)
        begin.setStretchFactor(self.start, 1)
        last.setStretch(0, 3)
        last.setStretch(1, 2)
        self.ending.add_after_cycles(self.cycle_days, self._days)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(3)
        column.addLayout(first)
        column.addWidget(self.drugs)
        column.addWidget(self.naming)
        column.addLayout(begin)
        column.addWidget(self.ending)
        column.addLayout(last)
        column.addWidget(self.message)

    def _connect(self) -> None:
        for line in (self.drugs, self.note):
            line.textEdited.connect(self.edited)
        for field in (self.start, self.ending, self.cycle_days, self.plan):
            field.edited.connect(self.edited)
        self.regimen.recognised.connect(self._fill_drugs)
        self.regimen.edited.connect(self.edited)
        self.remove.clicked.connect(self.removed)

    def _fill_drugs(self, drugs: tuple[str, ...]) -> None:
        """Write the drugs of a known regimen, unless the doctor wrote others."""
        if drugs_in(self.drugs.text()) in ((), self._filled):
            self._filled = drugs
            self.drugs.setText(drugs_text(drugs))
