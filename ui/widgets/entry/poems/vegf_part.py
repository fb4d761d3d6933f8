"""Treat the field of VEGF as a part of the visit's form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.domain.poems_form import SPECIMENS
from ui.terms import LIMITS
from ui.widgets.entry.entry_part import FindingPart
from ui.widgets.entry.poems.vegf_field import VegfField

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop_app.domain.record import Finding, Result
    from desktop_app.domain.visit import DraftFinding
    from ui.terms import Terms
    from ui.widgets.entry.result_field import ResultField


class VegfPart(FindingPart):
    """Hold the field; its number is a result, which the form reads."""

    def __init__(self, lend: Callable[[str], ResultField], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = VegfField(lend, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.field.edited.connect(self.edited)

    @property
    @override
    def filled(self) -> int:
        return self.field.filled

    @property
    @override
    def codes(self) -> frozenset[str]:
        return frozenset()

    @override
    def set_words(self, terms: Terms) -> None:
        self.field.set_words(terms)

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        return self.field.focus_order()

    @override
    def target(self, field: str) -> QWidget | None:
        limits = field.endswith(LIMITS)
        row = self.field.field_of(field.removesuffix(LIMITS))
        if row is None:
            return None
        if limits:
            row.open_details()
        return row.low if limits else row.number

    @override
    def show_problems(self, problems: Mapping[str, str]) -> frozenset[str]:
        own = SPECIMENS.values()
        return frozenset(field for field in problems if field.partition(".")[0] in own)

    def show_last(self, last: Mapping[str, Result | Finding]) -> None:
        """Take what is recorded last of each code."""
        self.field.show_last(last)

    @override
    def findings(self) -> tuple[DraftFinding, ...]:
        return ()

    @override
    def show_findings(self, _findings: Mapping[str, DraftFinding]) -> None:
        self.field.show_kept()
