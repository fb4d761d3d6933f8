"""Show myeloma: stage, lines and response, lesions, leukaemia, and what care asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from ui.models.myeloma_branches import myeloma_reasons
from ui.models.reasoning_tree import Column
from ui.widgets.conclusion.reason_frame import ReasonFrame

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

# All fit beside the entry on the smallest screen; the details of a row say its remark.
_WIDTHS = {
    Column.CRITERION: 200,
    Column.STATE: 80,
    Column.VALUE: 108,
    Column.DATE: 160,
}


class MyelomaPanel(ReasonFrame):
    """Hold what is concluded of myeloma, each part with its trace below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(myeloma_reasons, _WIDTHS, parent)

    @override
    def name(self) -> str:
        return self.tr("Myeloma: stage, lines, response")
