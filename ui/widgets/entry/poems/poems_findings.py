"""Enter what a visit for POEMS looks at anew; last time's answers stand grey until confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    VISIT_RESULTS,
    WORDS,
)
from ui.widgets.answer_chip import Asking
from ui.widgets.entry.carrying_sheet import CarryingSheet
from ui.widgets.entry.choice_row import ChoiceRow
from ui.widgets.entry.lent_results import LentResults
from ui.widgets.entry.poems.carried_flags import CarriedFlags, mirror
from ui.widgets.entry.poems.carried_words import CarriedWords
from ui.widgets.entry.poems.change_list import ChangeList
from ui.widgets.entry.poems.neuropathy_row import NeuropathyRow
from ui.widgets.entry.poems.poems_imaging import PoemsImaging
from ui.widgets.entry.poems.vegf_part import VegfPart
from ui.widgets.entry.question_group import QuestionGroup

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from desktop_app.domain.record import Finding, Result
    from ui.widgets.answer_chip import AnswerChip
    from ui.widgets.entry.result_field import ResultField

LESION_BIOPSY = "mass_clonal"


class PoemsFindings(CarryingSheet):
    """Hold the parts in the order in which a visit looks at them."""

    def __init__(self, lend: Callable[[str], ResultField], parent: QWidget | None = None) -> None:
        self.weight, self.vegf = LentResults(VISIT_RESULTS, lend), VegfPart(lend)
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

    @override
    def headings(self) -> tuple[str, ...]:
        return (
            self.tr("Weight, platelets, VEGF"),
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

    @override
    def show_last(self, last: Mapping[str, Result | Finding]) -> None:
        super().show_last(last)
        self.vegf.show_last(last)
