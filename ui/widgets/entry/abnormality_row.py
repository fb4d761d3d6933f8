"""Enter the details of an abnormality that was found: share of cells, copies, both alleles."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.domain.truth import Truth
from desktop_app.domain.typed_values import parse_whole_number
from desktop_app.domain.visit_form import COUNTED_ABNORMALITIES, PAIRED_ABNORMALITIES
from ui.widgets.answer_chip import AnswerChip, Asking
from ui.widgets.entry.percent_row import PercentRow
from ui.widgets.number_edit import NumberEdit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.domain.visit import DraftCytogenetic

COPIES_WIDTH = 46


class AbnormalityRow(PercentRow):
    """Hold the share, and of some abnormalities how many copies, or whether both alleles."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.copies = NumberEdit(self, reads=parse_whole_number)
        self.copies.setFixedWidth(COPIES_WIDTH)
        self._copies_name = QLabel(self)
        self.alleles = AnswerChip("", self, Asking.KNOWN)
        self._counted = code in COUNTED_ABNORMALITIES
        self._paired = code in PAIRED_ABNORMALITIES
        for shown, widgets in (
            (self._counted, (self.copies, self._copies_name)),
            (self._paired, (self.alleles,)),
        ):
            for widget in widgets:
                self.add(widget)
                widget.setVisible(shown)
        self.copies.edited.connect(self.edited)
        self.alleles.answer_changed.connect(self._on_answer)

    def set_words(self, name: str, shown: str = "") -> None:
        """Word the row; ``shown`` is its name where no chip beside it says which it is."""
        #: {0} is a chromosomal abnormality
        self.set_name(shown, self.tr("{0}: share of cells in percent").format(name))
        self.number.set_hint(self.tr("cells"))
        self.copies.set_hint("")
        self.copies.setAccessibleName(self.tr("{0}: number of copies").format(name))
        #: Stands after how many copies of a chromosome's arm were counted
        self._copies_name.setText(self.tr("copies"))
        #: Whether a deletion took both alleles
        question = self.tr("Both alleles")
        self.alleles.set_question(question, f"{name}, {question}")

    def focus_order(self) -> tuple[QWidget, ...]:
        """Give what takes the focus, in reading order."""
        copies = (self.copies,) if self._counted else ()
        alleles = (self.alleles,) if self._paired else ()
        return self.number, *copies, *alleles

    def target(self, field: str) -> QWidget:
        """Give the widget of a field of the draft."""
        return self.copies if field == "copies" and self._counted else self.number

    def show_entry(self, draft: DraftCytogenetic | None) -> None:
        """Show what a draft says, or an empty row."""
        self.show_value(draft.clone_percent if draft is not None else None)
        self.copies.set_number_text(draft.copies if draft is not None else "")
        both = draft.biallelic if draft is not None else None
        self.alleles.set_answer(Truth.UNKNOWN if both is None else Truth.of(both))

    def written(self, kept: DraftCytogenetic) -> DraftCytogenetic:
        """Give a draft with what the row says; what it does not ask for stays."""
        if not kept.detected:
            return replace(kept, clone_percent="", copies="", biallelic=None)
        answer = self.alleles.answer
        return replace(
            kept,
            clone_percent=self.number.number_text(),
            copies=self.copies.number_text(),
            biallelic=answer is Truth.MET if answer.known else None,
        )

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say what is wrong, by field."""
        self.show_problem("\n".join(dict.fromkeys(problems.values())))
        self.copies.mark("bad" if "copies" in problems else "")

    def _on_answer(self) -> None:
        self.edited.emit()
