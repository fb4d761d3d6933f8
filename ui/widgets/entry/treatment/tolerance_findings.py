"""Ask how a treatment is borne, and what protects the patient while it is given."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from typing_extensions import override

from desktop_app.domain.visit_form import HEPATITIS, NEUROPATHY, NEUROPATHY_GRADES, PROTECTION
from ui.widgets.answer_chip import Asking
from ui.widgets.entry.carrying_sheet import CarryingSheet
from ui.widgets.entry.choice_row import ChoiceRow
from ui.widgets.entry.poems.carried_flags import CarriedFlags
from ui.widgets.entry.question_group import QuestionGroup
from ui.widgets.entry.treatment.toxicity_list import ToxicityList

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class ToleranceFindings(CarryingSheet):
    """Hold side effects, protection, and hepatitis B; what protects is carried over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.toxicity = ToxicityList()
        self.neuropathy = ChoiceRow(NEUROPATHY, NEUROPATHY_GRADES, reads=Decimal)
        self.protection = CarriedFlags(PROTECTION, asking=Asking.FACT)
        self.hepatitis = QuestionGroup(HEPATITIS, asking=Asking.TESTED)
        groups = ((self.toxicity, self.neuropathy), (self.protection,), (self.hepatitis,))
        super().__init__(groups, parent)

    @override
    def headings(self) -> tuple[str, ...]:
        return self.tr("Side effects"), self.tr("Protection"), self.tr("Hepatitis B")
