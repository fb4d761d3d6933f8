"""Enter what a visit for POEMS looks at anew; last time's answers stand grey until confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from desktop_app.domain.poems_form import (
    ALSO,
    CASTLEMAN,
    CASTLEMAN_ANSWERS,
    FLUID,
    HEART_AND_LUNG_RESULTS,
    HEART_AND_LUNGS,
    NEUROPATHY,
    ORGANS,
    TESTED,
    WORDS,
)
from ui import actions, theme
from ui.widgets.answer_chip import Asking
from ui.widgets.entry.choice_row import ChoiceRow
from ui.widgets.entry.finding_sheet import FindingSheet
from ui.widgets.entry.lent_results import LentResults
from ui.widgets.entry.poems.carried_flags import CarriedFlags, mirror
from ui.widgets.entry.poems.carried_part import CarriedPart
from ui.widgets.entry.poems.carried_words import CarriedWords
from ui.widgets.entry.poems.change_list import ChangeList
from ui.widgets.entry.poems.neuropathy_row import NeuropathyRow
from ui.widgets.entry.poems.poems_imaging import PoemsImaging
from ui.widgets.entry.poems.vegf_part import VegfPart
from ui.widgets.entry.question_group import QuestionGroup

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from desktop_app.domain.record import Finding, Result
    from ui.terms import Terms
    from ui.widgets.answer_chip import AnswerChip
    from ui.widgets.entry.result_field import ResultField

SAME, LESION_BIOPSY = "same_as_last", "mass_clonal"


class PoemsFindings(FindingSheet):
    """Hold the parts; one key takes over everything that stands grey."""

    def __init__(self, lend: Callable[[str], ResultField], parent: QWidget | None = None) -> None:
        self.weight, self.vegf = LentResults(("weight",), lend), VegfPart(lend)
        self.neuropathy, self.fluid = NeuropathyRow(), CarriedFlags(FLUID)
        self.organs = CarriedFlags(ORGANS)
        self.castleman = ChoiceRow(CASTLEMAN, CASTLEMAN_ANSWERS)
        self.words = {code: CarriedWords(code) for code in WORDS}
        self.heart = CarriedFlags(HEART_AND_LUNGS)
        self.pressures = LentResults(HEART_AND_LUNG_RESULTS, lend)
        self.imaging, self.also = PoemsImaging(), CarriedFlags(ALSO)
        self.tested = QuestionGroup(TESTED, asking=Asking.TESTED)
        self.changes = ChangeList()
        groups = (
            (self.weight, self.vegf),
            (self.neuropathy, self.fluid),
            (self.organs, self.castleman),
            *((part,) for part in self.words.values()),
            (self.heart, self.pressures),
            (self.imaging,),
            (self.also, self.tested),
            (self.changes,),
        )
        super().__init__(groups, parent)
        self.same = QPushButton(self)
        theme.set_property(self.same, "role", "chip")
        theme.set_property(self.same, "kind", "accent")
        column: QVBoxLayout = self.layout()  # type: ignore[assignment]
        column.insertWidget(0, self.same, 0, Qt.AlignmentFlag.AlignLeft)
        self.same.clicked.connect(self.confirm)
        self.edited.connect(self._count)

    @override
    def headings(self) -> tuple[str, ...]:
        return (
            self.tr("Weight and VEGF"),
            self.tr("Nerves, fluid, fundus"),
            self.tr("Organs and nodes"),
            self.tr("Skin"),
            self.tr("Hormone axes affected"),
            self.tr("Heart and lungs"),
            self.tr("Bone and PET"),
            self.tr("Also"),
            self.tr("Against the baseline of the line"),
        )

    @property
    @override
    def filled(self) -> int:
        results = (self.weight, self.pressures, self.vegf)
        return len(self.findings()) + sum(part.filled for part in results)

    @override
    def set_words(self, terms: Terms) -> None:
        super().set_words(terms)
        self._count()

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        return self.same, *super().focus_order()

    @override
    def target(self, field: str) -> QWidget | None:
        """Leave the biopsy of a lesion to the part that has the lesion, where it is asked for."""
        return None if field == LESION_BIOPSY else super().target(field)

    def mirror(self, chips: Mapping[str, AnswerChip]) -> None:
        """Say the same as chips elsewhere on the page that ask the same."""
        own = {NEUROPATHY: self.neuropathy.chip, **self.fluid.chips, **self.organs.chips}
        for code in own.keys() & chips.keys():
            mirror(own[code], chips[code])
        if NEUROPATHY in chips:
            chips[NEUROPATHY].answer_changed.connect(self.neuropathy.show_answer)

    def show_last(self, last: Mapping[str, Result | Finding]) -> None:
        """Show what is recorded last; nothing of it is entered."""
        for part in self._carrying():
            part.show_last(last)
        self.vegf.show_last(last)
        self._count()

    def confirm(self) -> None:
        """Enter everything that stands grey as it was last time."""
        for part in self._carrying():
            part.confirm()
        self._count()

    def _carrying(self) -> tuple[CarriedPart, ...]:
        return tuple(part for part in self._parts if isinstance(part, CarriedPart))

    def _count(self) -> None:
        waiting = sum(part.carried for part in self._carrying())
        name = actions.command_text(SAME)
        self.same.setText(f"{name}: {waiting}  {actions.key_text(SAME)}")
        self.same.setAccessibleName(self.tr("%n answer(s) as last time", "", waiting))
        self.same.setVisible(bool(waiting))
