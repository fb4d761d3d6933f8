"""Ask how fit the patient is, what makes a thrombosis likely, and what else weighs in myeloma."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from desktop_app.domain.visit_form import (
    ANCESTRY,
    ELIGIBILITY,
    FRAILTY_SCORES,
    MYELOMA_RISK,
    VTE_CHOICES,
    VTE_FACTORS,
)
from ui.widgets.answer_chip import Asking
from ui.widgets.entry.choice_row import ChoiceRow
from ui.widgets.entry.finding_sheet import FindingSheet
from ui.widgets.entry.mrd_field import MrdField
from ui.widgets.entry.question_group import QuestionGroup
from ui.widgets.entry.score_row import ScoreRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class FitnessFindings(FindingSheet):
    """Hold frailty, the factors of thrombosis, and the doctor's own answers on the myeloma."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.scores = ScoreRow(FRAILTY_SCORES)
        self.choices = {code: ChoiceRow(code, answers) for code, answers in VTE_CHOICES.items()}
        self.factors = QuestionGroup(VTE_FACTORS, asking=Asking.KNOWN)
        self.ancestry = QuestionGroup(ANCESTRY, asking=Asking.FACT)
        self.eligibility = QuestionGroup(ELIGIBILITY, asking=Asking.FACT)
        self.risk, self.mrd = QuestionGroup(MYELOMA_RISK, asking=Asking.KNOWN), MrdField()
        groups = (
            (self.scores,),
            (*self.choices.values(), self.factors, self.ancestry),
            (self.eligibility, self.risk, self.mrd),
        )
        super().__init__(groups, parent)

    @override
    def headings(self) -> tuple[str, ...]:
        return self.tr("Frailty"), self.tr("Thrombosis"), self.tr("Myeloma")
