"""Ask under headings what was asked last time too: its answers stand grey until confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from typing_extensions import override

from ui.widgets.entry.finding_sheet import FindingSheet
from ui.widgets.entry.poems.carried_part import CarriedPart
from ui.widgets.entry.same_button import SameButton

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from desktop_app.domain.record import Finding, Result
    from ui.terms import Terms
    from ui.widgets.entry.entry_part import FindingPart


class CarryingSheet(FindingSheet):
    """Hold the parts; one key takes over everything that stands grey."""

    def __init__(
        self, groups: Sequence[Sequence[FindingPart]], parent: QWidget | None = None
    ) -> None:
        super().__init__(groups, parent)
        self.same = SameButton(self)
        column: QVBoxLayout = self.layout()  # type: ignore[assignment]
        column.insertWidget(0, self.same, 0, Qt.AlignmentFlag.AlignLeft)
        self.same.clicked.connect(self.confirm)
        self.edited.connect(self._count)

    @override
    def set_words(self, terms: Terms) -> None:
        super().set_words(terms)
        self._count()

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        return self.same, *super().focus_order()

    @property
    def waiting(self) -> int:
        """Give how many answers of last time stand grey."""
        return sum(part.carried for part in self._carrying())

    def show_last(self, last: Mapping[str, Result | Finding]) -> None:
        """Show what is recorded last; nothing of it is entered."""
        for part in self._carrying():
            part.show_last(last)
        self._count()

    def confirm(self) -> None:
        """Enter everything that stands grey as it was last time."""
        for part in self._carrying():
            part.confirm()
        self._count()

    def _carrying(self) -> tuple[CarriedPart, ...]:
        return tuple(part for part in self._parts if isinstance(part, CarriedPart))

    def _count(self) -> None:
        self.same.show_waiting(self.waiting)
