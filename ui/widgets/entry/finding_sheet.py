"""Ask several things under headings, as one part of the visit's form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.widgets.entry.entry_part import FindingPart

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop_app.domain.visit import DraftFinding
    from ui.terms import Terms


class FindingSheet(FindingPart):
    """Lay groups of parts out below their headings, and treat them alike."""

    def __init__(
        self, groups: Sequence[Sequence[FindingPart]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._parts = tuple(part for group in groups for part in group)
        self._headings = tuple(QLabel(self) for _ in groups)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for heading, group in zip(self._headings, groups, strict=True):
            theme.set_property(heading, "role", "small")
            column.addWidget(heading)
            for part in group:
                column.addWidget(part)
                part.edited.connect(self.edited)
                part.rearranged.connect(self.rearranged)

    def headings(self) -> tuple[str, ...]:
        """Give the headings in the window's language, one a group."""
        raise NotImplementedError

    @property
    @override
    def codes(self) -> frozenset[str]:
        return frozenset[str]().union(*(part.codes for part in self._parts))

    @override
    def set_words(self, terms: Terms) -> None:
        for label, words in zip(self._headings, self.headings(), strict=True):
            label.setText(words)
        for part in self._parts:
            part.set_words(terms)

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        return tuple(widget for part in self._parts for widget in part.focus_order())

    @override
    def stops(self) -> tuple[QWidget, ...]:
        return tuple(field for part in self._parts for field in part.stops())

    @override
    def target(self, field: str) -> QWidget | None:
        found = (part.target(field) for part in self._parts)
        return next((target for target in found if target is not None), None)

    @override
    def show_problems(self, problems: Mapping[str, str]) -> frozenset[str]:
        return frozenset[str]().union(*(part.show_problems(problems) for part in self._parts))

    @override
    def findings(self) -> tuple[DraftFinding, ...]:
        return tuple(found for part in self._parts for found in part.findings())

    @override
    def show_findings(self, findings: Mapping[str, DraftFinding]) -> None:
        for part in self._parts:
            part.show_findings(findings)
