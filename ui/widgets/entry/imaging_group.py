"""Enter what imaging of the bones saw, one row an examination."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.domain.visit import DraftFinding
from desktop_app.domain.visit_form import LYTIC_IMAGING, MRI
from ui.widgets.entry.entry_part import FindingPart, note_in
from ui.widgets.entry.lesion_field import LesionField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.terms import Terms


class ImagingGroup(FindingPart):
    """Hold one field an examination."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: Mapping[str, DraftFinding] = {}
        self.fields = {code: LesionField(code, self) for code in (*LYTIC_IMAGING, MRI)}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for field in self.fields.values():
            column.addWidget(field)
            field.edited.connect(self.edited)

    @property
    @override
    def codes(self) -> frozenset[str]:
        return frozenset(self.fields)

    @override
    def set_words(self, terms: Terms) -> None:
        for field in self.fields.values():
            field.set_words(terms)
        widest = max(field.name.sizeHint().width() for field in self.fields.values())
        for field in self.fields.values():
            field.name.setFixedWidth(widest)

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        return tuple(part for field in self.fields.values() for part in field.focus_order())

    @override
    def target(self, field: str) -> QWidget | None:
        found = self.fields.get(field)
        return found.count if found is not None else None

    @override
    def show_problems(self, problems: Mapping[str, str]) -> frozenset[str]:
        wrong = self.codes & problems.keys()
        said = self.tr("Write how many lesions (0: none seen), and the largest in mm.")
        for code, field in self.fields.items():
            field.show_problem(said if code in wrong else "")
        return frozenset(wrong)

    @override
    def findings(self) -> tuple[DraftFinding, ...]:
        return tuple(
            DraftFinding(code, value, note_in(self._kept, code))
            for code, field in self.fields.items()
            if (value := field.value()) is not None
        )

    @override
    def show_findings(self, findings: Mapping[str, DraftFinding]) -> None:
        self._kept = findings
        for code, field in self.fields.items():
            kept = findings.get(code)
            field.show_value(kept.value if kept is not None else None)
