"""Ask whether the clone causes an organ's value: clone, another cause, or not settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget
from typing_extensions import override

from desktop_app.domain.visit import DraftFinding
from desktop_app.domain.visit_form import ATTRIBUTION_ANSWERS, ATTRIBUTIONS
from ui import theme
from ui.widgets.answer_box import UNKNOWN, Choice, ChoiceList
from ui.widgets.entry.entry_part import FindingPart

if TYPE_CHECKING:
    from collections.abc import Mapping, Set

    from ui.terms import Terms


class AttributionGroup(FindingPart):
    """Hold the four questions; each is seen only while it is asked or answered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: frozenset[str] = frozenset()
        self._names = {code: QLabel(self) for code in ATTRIBUTIONS}
        self.boxes = {code: ChoiceList(self) for code in ATTRIBUTIONS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, code in enumerate(ATTRIBUTIONS):
            name, box = self._names[code], self.boxes[code]
            theme.set_property(name, "role", "text")
            theme.set_property(name, "kind", "unknown")
            name.setBuddy(box)
            grid.addWidget(name, row, 0)
            grid.addWidget(box, row, 1)
            box.edited.connect(self._on_edited)
        self._show()

    @property
    @override
    def codes(self) -> frozenset[str]:
        return frozenset(self.boxes)

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        return tuple(self.boxes.values())

    @override
    def target(self, field: str) -> QWidget | None:
        return self.boxes.get(field)

    @override
    def set_words(self, terms: Terms) -> None:
        choices = [
            Choice(UNKNOWN, self.tr("not answered")),
            *(Choice(code, terms.of("attribution", code)) for code in ATTRIBUTION_ANSWERS),
        ]
        for code, box in self.boxes.items():
            words = terms.of("finding", code)
            self._names[code].setText(f"? {words}")
            box.setAccessibleName(words)
            box.set_choices(choices)

    def ask(self, codes: Set[str]) -> None:
        """Say which questions are open."""
        self._asked = frozenset(codes)
        self._show()

    @override
    def findings(self) -> tuple[DraftFinding, ...]:
        return tuple(
            DraftFinding(code, box.code()) for code, box in self.boxes.items() if box.code()
        )

    @override
    def show_findings(self, findings: Mapping[str, DraftFinding]) -> None:
        for code, box in self.boxes.items():
            kept = findings.get(code)
            box.set_code(str(kept.value) if kept is not None else UNKNOWN)
        self._show()

    def _on_edited(self) -> None:
        self.edited.emit()

    def _show(self) -> None:
        seen = {code for code, box in self.boxes.items() if code in self._asked or box.code()}
        for code, box in self.boxes.items():
            box.setVisible(code in seen)
            self._names[code].setVisible(code in seen)
        self.setVisible(bool(seen))
