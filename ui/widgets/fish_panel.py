"""Enter which chromosomal abnormalities were found, not found, or not tested."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.domain.truth import Truth
from desktop_app.domain.unit_label import percent
from desktop_app.domain.visit import DraftCytogenetic
from desktop_app.domain.visit_form import ABNORMALITIES, MODEL_ABNORMALITIES, TEST_METHODS
from ui import actions, theme
from ui.widgets.answer_chip import AnswerChip, Asking
from ui.widgets.entry_part import EntryPart, place_in
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.percent_row import PercentRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop_app.domain.record import Cytogenetic
    from ui.terms import Terms

FIELD = "cytogenetics"
FISH = "fish"
PANEL = FISH  # what the assessment calls the whole panel where it is missing


class FishPanel(EntryPart):
    """Hold one chip an abnormality, and the share of cells of each that was found."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: dict[str, DraftCytogenetic] = {}
        self._others: tuple[DraftCytogenetic, ...] = ()
        self._known: dict[str, Cytogenetic] = {}
        self._terms: Terms | None = None
        self.chips = {code: AnswerChip(code, self, Asking.TESTED) for code in ABNORMALITIES}
        self.percents = {code: PercentRow(self) for code in ABNORMALITIES}
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
            self.percents[code].edited.connect(self.edited)
            self.percents[code].hide()

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
            #: {0} is a chromosomal abnormality
            spoken = self.tr("{0}: share of cells in percent").format(name)
            self.percents[code].set_name(name, spoken)
            self.percents[code].number.set_hint(self.tr("cells"))
        self._show_past()

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        shares = (row.number for row in self.percents.values())
        return self.negative, *self.chips.values(), *shares

    @override
    def target(self, field: str) -> QWidget | None:
        if field == PANEL:
            return self.chips[MODEL_ABNORMALITIES[0]]
        if field in self.chips:
            return self.chips[field]
        code = self._code_of(field)
        return self.percents[code].number if code is not None else None

    @override
    def show_problems(self, problems: Mapping[str, str]) -> frozenset[str]:
        said = {
            code: (field, words)
            for field, words in problems.items()
            if (code := self._code_of(field)) is not None
        }
        for code, row in self.percents.items():
            row.show_problem(said[code][1] if code in said else "")
        return frozenset(field for field, _ in said.values())

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
            self.percents[code].show_value(kept.clone_percent if kept is not None else None)
        self._show_percents()

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
        kept = self._kept.get(code)
        return DraftCytogenetic(
            abnormality=code,
            detected=detected,
            method=kept.method if kept else TEST_METHODS.get(code, FISH),
            clone_percent=self.percents[code].number.number_text() if detected else "",
            note=kept.note if kept else "",
        )

    def _code_of(self, field: str) -> str | None:
        """Give the abnormality of a field such as ``cytogenetics.0.clone_percent``."""
        place = place_in(FIELD, field)
        tested = [code for code, chip in self.chips.items() if chip.answer.known]
        return tested[place[0]] if place is not None and place[0] < len(tested) else None

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
        for row in self.percents.values():
            column.addWidget(row)
        column.addWidget(self._past)

    def _on_answer(self) -> None:
        self._show_percents()
        self.edited.emit()

    def _on_negative(self) -> None:
        if self.deny_model():
            self.edited.emit()

    def _show_percents(self) -> None:
        for code, row in self.percents.items():
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
        part, language = test.clone_percent, self._terms.language
        share = "" if part is None else f" {percent(f'{part:f}', language)}"
        return f"{self._terms.of('abnormality', code)} {sign}{share} {test.date.text}"
