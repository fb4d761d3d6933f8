"""Show POEMS: the response axis by axis, then criteria, risk, work-up, follow-up and care."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from ui.models.poems_branches import poems_reasons
from ui.models.reasoning_tree import Column
from ui.widgets.conclusion.axis_table import AxisPanel
from ui.widgets.conclusion.reason_frame import ReasonFrame

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

# All fit beside the entry on the smallest screen; the details of a row say its remark.
_WIDTHS = {
    Column.CRITERION: 220,
    Column.STATE: 84,
    Column.VALUE: 140,
    Column.DATE: 104,
}


class PoemsPanel(ReasonFrame):
    """Hold what is concluded of POEMS; the five axes stand above the tree."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(poems_reasons, _WIDTHS, parent)
        self.axes = AxisPanel(self)
        self.axes.hide()
        self.body.insertWidget(1, self.axes)
        self.setTabOrder(self.axes.table, self.view)

    @override
    def name(self) -> str:
        return self.tr("POEMS: response, criteria, follow-up")

    @override
    def _fill(self) -> None:
        super()._fill()
        if self._assessment is not None and self._terms is not None:
            poems = self._assessment.poems
            self.axes.show_response(poems.response if poems is not None else None, self._terms)
