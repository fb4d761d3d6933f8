"""Enter how the marrow's plasma cells stain for kappa and lambda: their ratio, of how many."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.domain.typed_values import parse_plain_number, parse_whole_number
from desktop_app.domain.visit import DraftFinding
from desktop_app.domain.visit_form import STAIN
from ui.widgets.entry.entry_part import FindingPart, message_label, note_in, show_message
from ui.widgets.number_edit import NumberEdit

if TYPE_CHECKING:
    from decimal import Decimal

    from desktop_app.domain.record import FindingValue
    from ui.terms import Terms

RATIO_WIDTH, CELLS_WIDTH = 64, 64


class StainField(FindingPart):
    """Hold one stain; what is no number stays in its value as typed, so that the draft keeps it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = ""
        self.name, self._of = QLabel(self), QLabel(self)
        self.ratio = NumberEdit(self, reads=parse_plain_number)
        self.cells = NumberEdit(self, reads=parse_whole_number)
        self.message = message_label(self)
        self.name.setBuddy(self.ratio)
        self.ratio.setFixedWidth(RATIO_WIDTH)
        self.cells.setFixedWidth(CELLS_WIDTH)
        line = QHBoxLayout()
        line.setSpacing(6)
        for widget in (self.name, self.ratio, self.cells, self._of):
            line.addWidget(widget)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self.message)
        for edit in (self.ratio, self.cells):
            edit.edited.connect(self.edited)

    @property
    @override
    def codes(self) -> frozenset[str]:
        return frozenset({STAIN})

    @override
    def set_words(self, terms: Terms) -> None:
        name = terms.of("finding", STAIN)
        self.name.setText(name)
        self.ratio.set_hint(self.tr("ratio"))
        #: {0} is a stain of the marrow's plasma cells for kappa and lambda
        self.ratio.setAccessibleName(self.tr("{0}: kappa divided by lambda").format(name))
        self.cells.set_hint(self.tr("number"))
        self.cells.setAccessibleName(self.tr("{0}: plasma cells counted").format(name))
        #: Stands after how many cells were counted
        self._of.setText(self.tr("cells counted"))

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        return self.ratio, self.cells

    @override
    def target(self, field: str) -> QWidget | None:
        if field != STAIN:
            return None
        return self.cells if self.ratio.acceptable else self.ratio

    @override
    def show_problems(self, problems: Mapping[str, str]) -> frozenset[str]:
        wrong = STAIN in problems
        said = self.tr(
            "Write the ratio as one number, such as 4 or 0.5, and the cells as a whole number."
        )
        show_message(self.message, said if wrong else "")
        return self.codes if wrong else frozenset()

    @override
    def findings(self) -> tuple[DraftFinding, ...]:
        found: dict[str, bool | int | Decimal | str | None] = {}
        for edit, part, reads in (
            (self.ratio, "ratio", parse_plain_number),
            (self.cells, "cells", parse_whole_number),
        ):
            text = edit.number_text()
            if text:
                number = reads(text)
                found[part] = text if number is None else number
        return (DraftFinding(STAIN, found, self._note),) if found else ()

    @override
    def show_findings(self, findings: Mapping[str, DraftFinding]) -> None:
        kept = findings.get(STAIN)
        self._note = note_in(findings, STAIN)
        value: FindingValue | None = kept.value if kept is not None else None
        said = value if isinstance(value, Mapping) else {}
        for edit, part in ((self.ratio, "ratio"), (self.cells, "cells")):
            number = said.get(part)
            edit.set_number_text("" if number is None else str(number))
        show_message(self.message, "")
