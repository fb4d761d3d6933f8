"""Ask to which planned sequence a treatment or event belongs: the running one, a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from ui.widgets.answer_box import UNKNOWN, Choice, ChoiceList

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.models.plans import Plans

_BETWEEN = " → "


class PlanChoice(ChoiceList):
    """Offer "not stated", the latest plan, a new one, and the earlier ones; a code is a number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plans: Plans = {}
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def retranslate(self) -> None:
        """Word the choices in the window's language."""
        self.setAccessibleName(self.tr("Part of which planned sequence"))
        self._offer()

    def show_plans(self, plans: Plans) -> None:
        """Offer the plans that there are, and the next number."""
        if plans != self._plans or not self.count():
            self._plans = dict(plans)
            self._offer()

    @override
    def set_code(self, code: str) -> None:
        if code and self.findData(code) < 0:
            self.addItem(self._new(code), code)  # the plan before it was taken out again
        super().set_code(code)

    def _offer(self) -> None:
        latest, *earlier = sorted(self._plans, reverse=True) or [0]
        next_number = str(latest + 1)
        choices = [Choice(UNKNOWN, self.tr("planned? not stated"))]
        choices += [self._part_of(number) for number in (latest,) if number]
        choices.append(Choice(next_number, self._new(next_number)))
        choices += [self._part_of(number) for number in earlier]
        self.set_choices(choices)

    def _new(self, number: str) -> str:
        #: {0} numbers a planned sequence of treatments
        return self.tr("new line (plan {0})").format(number)

    def _part_of(self, number: int) -> Choice:
        parts = _BETWEEN.join(self._plans[number]) or "?"
        #: {0} numbers a planned sequence of treatments, {1} are its regimens
        pattern = self.tr("planned part of plan {0}: {1}")
        return Choice(str(number), pattern.format(number, parts))
