"""Ask for a polyneuropathy and its type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from desktop_app.domain.poems_form import NEUROPATHY, NEUROPATHY_TYPES, neuropathy_value
from desktop_app.domain.truth import Truth
from desktop_app.domain.visit import DraftFinding
from desktop_app.domain.visit_form import answer_of
from ui.widgets.answer_box import UNKNOWN, Choice, ChoiceList
from ui.widgets.answer_chip import Asking
from ui.widgets.entry.entry_part import note_in
from ui.widgets.entry.poems.carried_chip import CarriedChip
from ui.widgets.entry.poems.carried_part import CarriedPart

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.domain.record import Finding, Result
    from ui.terms import Terms


class NeuropathyRow(CarriedPart):
    """Hold the answer and, where it is yes, the type; both are carried together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = self._last_kind = ""
        self._last: Result | Finding | None = None
        self._terms: Terms | None = None
        self.chip, self.kind = CarriedChip("", self, Asking.EXAMINED), ChoiceList(self)
        self.kind.setSizeAdjustPolicy(ChoiceList.SizeAdjustPolicy.AdjustToContents)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self.chip)
        line.addWidget(self.kind)
        line.addStretch(1)
        self.chip.confirmed.connect(self._on_confirmed)
        self.chip.answer_changed.connect(self._on_answer)
        self.kind.edited.connect(self._on_kind)
        self.kind.hide()

    @property
    @override
    def codes(self) -> frozenset[str]:
        return frozenset({NEUROPATHY})

    @property
    @override
    def carried(self) -> int:
        return int(self.chip.carried)

    @override
    def show_last(self, last: Mapping[str, Result | Finding]) -> None:
        self._last = last.get(NEUROPATHY)
        self._show_last()

    @override
    def confirm(self) -> bool:
        return self.chip.confirm()

    @override
    def set_words(self, terms: Terms) -> None:
        self._terms = terms
        self.chip.set_question(terms.of("finding", NEUROPATHY))
        choices = [Choice(code, terms.of(NEUROPATHY, code)) for code in NEUROPATHY_TYPES]
        self.kind.set_choices([Choice(UNKNOWN, self.tr("type?")), *choices])
        self.kind.setAccessibleName(self.tr("Type of the neuropathy"))
        self._show_last()

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        return self.chip, self.kind

    @override
    def target(self, field: str) -> QWidget | None:
        return self.chip if field == NEUROPATHY else None

    @override
    def findings(self) -> tuple[DraftFinding, ...]:
        value = neuropathy_value(self.chip.answer, self.kind.code())
        return () if value is None else (DraftFinding(NEUROPATHY, value, self._note),)

    @override
    def show_findings(self, findings: Mapping[str, DraftFinding]) -> None:
        kept = findings.get(NEUROPATHY)
        self._note = note_in(findings, NEUROPATHY)
        value = kept.value if kept is not None else None
        self.kind.set_code(_kind_of(value))
        self.show_answer(answer_of(value))

    def show_answer(self, answer: Truth) -> None:
        """Show an answer that was given elsewhere on the page."""
        self.chip.set_answer(answer)
        self.kind.setVisible(answer is Truth.MET)

    def _show_last(self) -> None:
        value = self._last.value if self._last is not None else None
        day = self._last.date.text if self._last is not None else ""
        self._last_kind = _kind_of(value)
        if self._last_kind and self._terms is not None:
            day = f"{self._terms.of(NEUROPATHY, self._last_kind)} · {day}"
        self.chip.set_last(answer_of(value), day)

    def _on_confirmed(self) -> None:
        self.kind.set_code(self._last_kind)  # which stood grey with the answer

    def _on_answer(self, answer: Truth) -> None:
        self.kind.setVisible(answer is Truth.MET)
        self.edited.emit()

    def _on_kind(self) -> None:
        self.edited.emit()


def _kind_of(value: object) -> str:
    return str(value.get("type") or "") if isinstance(value, Mapping) else ""
