"""Enter which chromosomal abnormalities were found, not found, or not tested."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.domain.truth import Truth
from desktop_app.domain.visit import DraftCytogenetic
from desktop_app.domain.visit_form import ABNORMALITIES, MODEL_ABNORMALITIES, TEST_METHODS
from ui import actions, theme
from ui.models.entry_words import details_of
from ui.widgets.answer_chip import AnswerChip, Asking
from ui.widgets.entry.abnormality_row import AbnormalityRow
from ui.widgets.entry.entry_part import EntryPart, place_in
from ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop_app.domain.record import Cytogenetic
    from ui.terms import Terms

FIELD = "cytogenetics"
FISH = "fish"
PANEL = FISH  # what the assessment calls the whole panel where it is missing


class FishPanel(EntryPart):
    """Hold one chip an abnormality, and the details of each that was found."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: dict[str, DraftCytogenetic] = {}
        self._others: tuple[DraftCytogenetic, ...] = ()
        self._known: dict[str, Cytogenetic] = {}
        self._terms: Terms | None = None
        self.chips = {code: AnswerChip(code, self, Asking.TESTED) for code in ABNORMALITIES}
        self.rows = {code: AbnormalityRow(code, self) for code in ABNORMALITIES}
        self.negative = QPushButton(self)
        theme.set_property(self.negative, "role", "chip")
        theme.set_property(self.negative, "kind", "accent")
        self._past = QLabel(self)
        self._past.setWordWrap(True)
        theme.set_property(self._past, "role", "past")
        self._lay_out()
        self.negative.clicked.connect(self._on_negative)
        for code in ABNORMALITIES:
            self.chips[code].answer_changed.connect(self._on_answer)
            self.rows[code].edited.connect(self.edited)
            self.rows[code].hide()

    @property
    @override
    def filled(self) -> int:
        return len(self.entries())

    @override
    def set_words(self, terms: Terms) -> None:
        self._terms = terms
        key = actions.key_text("fish_negative")
        self.negative.setText(f"{actions.command_text('fish_negative')}  {key}")
        self.negative.setAccessibleName(actions.command_text("fish_negative"))
        self.negative.setToolTip(" · ".join(MODEL_ABNORMALITIES))
        for code, chip in self.chips.items():
            name = terms.of("abnormality", code)
            chip.set_question(name)
            self.rows[code].set_words(name, shown=name)
        self._show_past()

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        details = (field for row in self.rows.values() for field in row.focus_order())
        return self.negative, *self.chips.values(), *details

    @override
    def target(self, field: str) -> QWidget | None:
        if field == PANEL:
            return self.chips[MODEL_ABNORMALITIES[0]]
        if field in self.chips:
            return self.chips[field]
        place = self._place_of(field)
        return self.rows[place[0]].target(place[1]) if place is not None else None

    @override
    def show_problems(self, problems: Mapping[str, str]) -> frozenset[str]:
        said: dict[str, dict[str, str]] = {code: {} for code in self.rows}
        handled = set()
        for field, words in problems.items():
            place = self._place_of(field)
            if place is not None:
                said[place[0]][place[1]] = words
                handled.add(field)
        for code, row in self.rows.items():
            row.show_problems(said[code])
        return frozenset(handled)

    def entries(self) -> tuple[DraftCytogenetic, ...]:
        """Give what was tested; what the panel has no chip for is carried along."""
        tested = []
        for code, chip in self.chips.items():
            if chip.answer.known:
                tested.append(self._entry(code, detected=chip.answer is Truth.MET))
        return (*tested, *self._others)

    def show_entries(self, entries: Iterable[DraftCytogenetic]) -> None:
        """Show kept entries."""
        given = tuple(entries)
        self._kept = {
            entry.abnormality: entry for entry in given if entry.abnormality in self.chips
        }
        self._others = tuple(entry for entry in given if entry not in self._kept.values())
        for code, chip in self.chips.items():
            kept = self._kept.get(code)
            chip.set_answer(Truth.of(kept.detected) if kept is not None else Truth.UNKNOWN)
            self.rows[code].show_entry(kept)
        self._show_rows()

    def show_known(self, tests: Iterable[Cytogenetic]) -> None:
        """Show what was found last of each abnormality."""
        self._known = {}
        for test in sorted(tests, key=lambda each: each.date.last):
            self._known[test.abnormality] = test
        self._show_past()

    def deny_model(self) -> bool:
        """Answer "not found" for the four of the model that are open; tell whether any was."""
        opened = [
            chip for code in MODEL_ABNORMALITIES if not (chip := self.chips[code]).answer.known
        ]
        for chip in opened:
            chip.set_answer(Truth.NOT_MET)
        return bool(opened)

    def _entry(self, code: str, *, detected: bool) -> DraftCytogenetic:
        new = DraftCytogenetic(code, detected, TEST_METHODS.get(code, FISH))
        return self.rows[code].written(replace(self._kept.get(code, new), detected=detected))

    def _place_of(self, field: str) -> tuple[str, str] | None:
        """Give abnormality and field of a name such as ``cytogenetics.0.clone_percent``."""
        place = place_in(FIELD, field)
        tested = [code for code, chip in self.chips.items() if chip.answer.known]
        if place is None or place[0] >= len(tested):
            return None
        return tested[place[0]], place[1]

    def _lay_out(self) -> None:
        chips = QWidget(self)
        flow = FlowLayout(chips)
        flow.addWidget(self.negative)
        for chip in self.chips.values():
            flow.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(chips)
        for row in self.rows.values():
            column.addWidget(row)
        column.addWidget(self._past)

    def _on_answer(self) -> None:
        self._show_rows()
        self.edited.emit()

    def _on_negative(self) -> None:
        if self.deny_model():
            self.edited.emit()

    def _show_rows(self) -> None:
        for code, row in self.rows.items():
            row.setVisible(self.chips[code].answer is Truth.MET)

    def _show_past(self) -> None:
        if self._terms is None:
            return
        said = [self._said(code, test) for code, test in self._known.items()]
        self._past.setText(self.tr("Last: {0}").format(" · ".join(said)))
        self._past.setVisible(bool(said))

    def _said(self, code: str, test: Cytogenetic) -> str:
        assert self._terms is not None
        sign = "+" if test.detected else "−"
        name, details = self._terms.of("abnormality", code), details_of(test, self._terms)
        return f"{name} {sign}{details} {test.date.text}"
