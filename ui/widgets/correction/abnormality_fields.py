"""Correct whether an abnormality was found, and its share of cells, copies and alleles."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.truth import Truth
from ui.widgets.answer_chip import AnswerChip, Asking
from ui.widgets.entry.abnormality_row import AbnormalityRow

if TYPE_CHECKING:
    from desktop_app.domain.visit import DraftCytogenetic


class AbnormalityFields(QWidget):
    """Hold the answer and, while it is "found", the details."""

    def __init__(self, kept: DraftCytogenetic, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = kept
        self.chip = AnswerChip(name, self, Asking.TESTED)
        self.row = AbnormalityRow(kept.abnormality, self)
        self.row.set_words(name)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.chip)
        line.addWidget(self.row)
        line.addStretch(1)
        self.chip.set_answer(Truth.of(kept.detected))
        self.row.show_entry(kept)
        self.chip.answer_changed.connect(self._show_row)
        self._show_row()

    def focus_order(self) -> tuple[QWidget, ...]:
        """Give what takes the focus, in reading order."""
        return self.chip, *self.row.focus_order()

    def value(self) -> DraftCytogenetic | None:
        """Give the test as it is now; None where the answer was taken back."""
        if not self.chip.answer.known:
            return None
        return self.row.written(replace(self._kept, detected=self.chip.answer is Truth.MET))

    def _show_row(self) -> None:
        self.row.setVisible(self.chip.answer is Truth.MET)
