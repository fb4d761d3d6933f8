"""Lay out results of the visit's form where they are asked; the form reads and fills them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.entry.entry_part import FindingPart

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from desktop_app.domain.visit import DraftFinding
    from ui.terms import Terms
    from ui.widgets.entry.result_field import ResultField


class LentResults(FindingPart):
    """Hold one row a test; it has no findings, and its problems stand beside its numbers."""

    def __init__(
        self,
        codes: Sequence[str],
        lend: Callable[[str], ResultField],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.fields = {code: lend(code) for code in codes}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(1)
        for field in self.fields.values():
            self.column.addWidget(field)

    @property
    @override
    def filled(self) -> int:
        return sum(field.value() is not None for field in self.fields.values())

    @property
    @override
    def codes(self) -> frozenset[str]:
        return frozenset()

    @override
    def set_words(self, _terms: Terms) -> None:
        """Leave the words to the form, which gives all names one width."""

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        return tuple(part for field in self.fields.values() for part in field.focus_order())

    @override
    def target(self, field: str) -> QWidget | None:
        found = self.fields.get(field)
        return found.number if found is not None else None

    @override
    def show_problems(self, problems: Mapping[str, str]) -> frozenset[str]:
        return frozenset(x for x in problems if x.partition(".")[0] in self.fields)

    @override
    def findings(self) -> tuple[DraftFinding, ...]:
        return ()

    @override
    def show_findings(self, _findings: Mapping[str, DraftFinding]) -> None:
        """Show nothing: results are no findings."""
