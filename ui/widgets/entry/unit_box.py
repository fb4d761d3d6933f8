"""Choose the unit in which a result was reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.unit_label import unit_label
from ui.widgets.answer_box import Choice, ChoiceList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


class UnitBox(ChoiceList):
    """Offer the units that an analyte knows; a unit from an older result stays on offer."""

    def __init__(self, units: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        by_label: dict[str, str] = {}
        for unit in units:
            by_label.setdefault(unit_label(unit), unit)  # one of those that read alike
        self._units = tuple(by_label.values())
        self.set_choices([Choice(unit, label) for label, unit in by_label.items()])
        self.setEnabled(len(self._units) > 1)

    def unit(self) -> str:
        """Give the chosen unit."""
        return self.code()

    def set_unit(self, unit: str) -> None:
        """Choose a unit without telling ``edited``; one not on offer is added."""
        if self.findData(unit) < 0:
            self.addItem(unit_label(unit), unit)
            self.setEnabled(self.count() > 1)
        self.set_code(unit)
