"""Correct whether an abnormality was found, and in which share of cells."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.truth import Truth
from ui.widgets.answer_chip import AnswerChip, Asking
from ui.widgets.percent_row import PercentRow


class AbnormalityFields(QWidget):
    """Hold the answer and, while it is "found", the share."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chip = AnswerChip(name, self, Asking.TESTED)
        self.percent = PercentRow(self)
        #: {0} is a chromosomal abnormality
        self.percent.set_name("", self.tr("{0}: share of cells in percent").format(name))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.chip)
        line.addWidget(self.percent)
        line.addStretch(1)
        self.chip.answer_changed.connect(self._show_share)

    def show_value(self, answer: Truth, share: str) -> None:
        """Show what the record says."""
        self.chip.set_answer(answer)
        self.percent.show_value(share)
        self._show_share()

    def share(self) -> str:
        """Give the share as typed; an abnormality that was not found has none."""
        return self.percent.number.number_text() if self.chip.answer is Truth.MET else ""

    def _show_share(self) -> None:
        self.percent.setVisible(self.chip.answer is Truth.MET)
