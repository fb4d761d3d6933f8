"""Show why: the whole trace as a tree, beside the values that it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from ui.models.reason_branches import reasons_of
from ui.models.reasoning_tree import Column
from ui.widgets.conclusion.reason_frame import ReasonFrame

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

# Up to the source all fit beside the entry on the smallest screen; the details say what is cut.
_WIDTHS = {
    Column.CRITERION: 146,
    Column.STATE: 80,
    Column.VALUE: 70,
    Column.THRESHOLD: 66,
    Column.DATE: 76,
    Column.SOURCE: 104,
    Column.NOTE: 240,
}


class ReasonsPanel(ReasonFrame):
    """Hold every branch of the trace."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(reasons_of, _WIDTHS, parent)

    @override
    def name(self) -> str:
        return self.tr("Reasons")
