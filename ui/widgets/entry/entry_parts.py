"""Hold the questions of the visit's form below its results; the rarer ones lie behind folds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.visit_form import SIGNS, SYMPTOMS
from ui.actions import add_action, key_text
from ui.widgets.answer_chip import Asking
from ui.widgets.entry.attribution_group import AttributionGroup
from ui.widgets.entry.fish_panel import FishPanel
from ui.widgets.entry.fitness_findings import FitnessFindings
from ui.widgets.entry.further_findings import FurtherFindings
from ui.widgets.entry.history_list import HistoryList
from ui.widgets.entry.imaging_group import ImagingGroup
from ui.widgets.entry.lesion_list import LesionList
from ui.widgets.entry.poems.nerve_part import NervePart
from ui.widgets.entry.poems.poems_findings import PoemsFindings
from ui.widgets.entry.question_group import QuestionGroup
from ui.widgets.entry.same_button import SAME
from ui.widgets.entry.treatment.event_list import EventList
from ui.widgets.entry.treatment.tolerance_findings import ToleranceFindings
from ui.widgets.entry.treatment.treatment_list import TreatmentList
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.fold import FoldButton

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from desktop_app.domain.record import Finding, Result
    from desktop_app.domain.visit import DraftFinding, VisitDraft
    from ui.terms import Terms
    from ui.widgets.entry.carrying_sheet import CarryingSheet
    from ui.widgets.entry.entry_part import EntryPart, FindingPart
    from ui.widgets.entry.result_field import ResultField
    from ui.widgets.row_list import RowsPart


class EntryParts(QWidget):
    """Treat the parts alike: words, order of Tab, counts on the folds, problems beside fields."""

    edited = Signal()
    rearranged = Signal()

    def __init__(
        self,
        other: QWidget,
        today: Callable[[], date],
        parent: QWidget | None = None,
        *,
        lend: Callable[[str], ResultField],
    ) -> None:
        super().__init__(parent)
        self._other = other
        self._make_parts(today, lend)
        self._lay_out()
        for part in self._all():
            part.edited.connect(self.edited)
            part.rearranged.connect(self.rearranged)
        self.treatments.plans_changed.connect(self.events.show_plans)
        self._keyed: tuple[tuple[str, RowsPart[Any, Any]], ...] = (
            ("treatment", self.treatments),
            ("events", self.events),
        )
        for code, rows in self._keyed:
            add_action(self, code, partial(self._begin, rows))
        self._entered: tuple[tuple[str, EntryPart], ...] = (
            ("nerves", self.nerves),
            ("tolerance", self.tolerance),
        )
        for code, part in self._entered:
            add_action(self, code, partial(self._enter, part))
        add_action(self, SAME, self._confirm)

    def _make_parts(self, today: Callable[[], date], lend: Callable[[str], ResultField]) -> None:
        self.attributions = AttributionGroup(self)
        self.symptoms = QuestionGroup(SYMPTOMS, self)
        self.signs = QuestionGroup(SIGNS, self, Asking.EXAMINED)
        self.imaging, self.further = ImagingGroup(self), FurtherFindings(self)
        self.fish, self.lesions = FishPanel(self), LesionList(self)
        self.history = HistoryList(today, self)
        self.treatments, self.events = TreatmentList(today, self), EventList(today, self)
        self.tolerance, self.fitness = ToleranceFindings(self), FitnessFindings(self)
        self.poems, self.nerves = PoemsFindings(lend, self), NervePart(lend, self)
        for group in (self.signs, *self.further.groups.values()):
            self.poems.mirror(group.chips)
        folded: tuple[EntryPart, ...] = (
            *(self.signs, self.imaging, self.fish, self.lesions),
            *(self.treatments, self.events, self.tolerance, self.fitness),
            *(self.poems, self.nerves, self.further, self.history),
        )
        self.folds = {part: FoldButton(part, self) for part in folded}

    @property
    def codes(self) -> frozenset[str]:
        """Give the findings that have a field."""
        return frozenset[str]().union(*(part.codes for part in self._findings()))

    def set_words(self, terms: Terms) -> None:
        """Word all parts in a language."""
        for part in self._all():
            part.set_words(terms)
        self.folds[self.signs].set_caption(self.tr("Signs"))
        self.folds[self.imaging].set_caption(self.tr("Imaging"))
        self.folds[self.fish].set_caption(self.tr("FISH"))
        self.folds[self.lesions].set_caption(self.tr("Lesions"))
        self.folds[self.treatments].set_caption(self.tr("Treatment"))
        self.folds[self.events].set_caption(self.tr("Events"))
        self.folds[self.tolerance].set_caption(self.tr("Tolerance, protection"))
        self.folds[self.fitness].set_caption(self.tr("Fitness"))
        self.folds[self.poems].set_caption(self.tr("POEMS"))
        self.folds[self.poems].setToolTip(key_text(SAME))
        self.folds[self.nerves].set_caption(self.tr("Nerves: ONLS, Rankin"))
        for code, part in (*self._keyed, *self._entered):
            self.folds[part].setToolTip(key_text(code))
        self.folds[self.further].set_caption(self.tr("Further findings"))
        self.folds[self.history].set_caption(self.tr("Earlier diagnoses"))

    def findings(self) -> tuple[DraftFinding, ...]:
        """Give all answers that are findings, one a code: the part that asks most comes last."""
        every = (found for part in self._findings() for found in part.findings())
        return tuple({found.code: found for found in every}.values())

    def show_last(self, last: Mapping[str, Result | Finding]) -> None:
        """Show what is recorded last of each code; nothing of it is entered."""
        self.poems.show_last(last)
        self.tolerance.show_last(last)

    def show_draft(self, draft: VisitDraft, findings: Mapping[str, DraftFinding]) -> None:
        """Show a kept draft with its findings by code."""
        for part in self._findings():
            part.show_findings(findings)
        self.fish.show_entries(draft.cytogenetics)
        self.lesions.show_entries(draft.lesions)
        self.history.show_entries(draft.history)
        self.treatments.show_entries(draft.treatments)
        self.events.show_entries(draft.events)

    def fold_all(self) -> None:
        """Close every fold."""
        for fold in self.folds.values():
            fold.setChecked(False)

    def show_counts(self) -> None:
        """Say on each fold how much was entered behind it."""
        for part, fold in self.folds.items():
            fold.set_count(part.filled)

    def show_problems(self, problems: Mapping[str, str]) -> frozenset[str]:
        """Say beside each field what is wrong; give the fields that said it."""
        said: frozenset[str] = frozenset()
        for part in self._all():
            handled = part.show_problems(problems)
            said |= handled
            if part in self.folds:
                self.folds[part].set_wrong(bool(handled))
        return said

    def opened(self, field: str) -> QWidget | None:
        """Give the widget of a field with its fold open, or None where no part has the field."""
        for part in self._all():
            target = part.target(field)
            if target is not None:
                if part in self.folds:
                    self.folds[part].setChecked(True)
                return target
        return None

    def focus_order(self) -> tuple[QWidget, ...]:
        """Give what takes the focus, in reading order."""
        first = (*self.attributions.focus_order(), *self.symptoms.focus_order())
        inside = [widget for part in self.folds for widget in part.focus_order()]
        return *first, *self.folds.values(), self._other, *inside

    def stops(self) -> tuple[QWidget, ...]:
        """Give the first field of the questions, of the folds, and of each group that is open."""
        opened = (part for part, fold in self.folds.items() if fold.isChecked())
        inside = (field for part in opened for field in part.stops())
        return *self.symptoms.stops(), next(iter(self.folds.values())), *inside

    def _confirm(self) -> None:
        """Take over what stands grey, once it is seen: the first press opens the fold.

        With the cursor among what protects, it is those answers.
        """
        here = self.tolerance.isAncestorOf(self.focusWidget()) and self.tolerance.waiting
        sheet: CarryingSheet = self.tolerance if here else self.poems
        if self.folds[sheet].isChecked():
            sheet.confirm()
        else:
            self.folds[sheet].setChecked(True)
            sheet.same.setFocus()

    def _enter(self, part: EntryPart) -> None:
        """Open a fold and put the cursor into its first field."""
        self.folds[part].setChecked(True)
        shown = (field for field in part.focus_order() if field.isVisible())
        next(shown).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _begin(self, rows: RowsPart[Any, Any]) -> None:
        self.folds[rows].setChecked(True)
        rows.begin()

    def _findings(self) -> tuple[FindingPart, ...]:
        asked = (self.symptoms, self.signs, self.attributions, self.imaging, self.further)
        return *asked, self.tolerance, self.fitness, self.nerves, self.poems

    def _all(self) -> tuple[EntryPart, ...]:
        listed = (self.fish, self.lesions, self.history, self.treatments, self.events)
        return *self._findings(), *listed

    def _lay_out(self) -> None:
        buttons = QWidget(self)
        flow = FlowLayout(buttons)
        for fold in self.folds.values():
            flow.addWidget(fold)
        flow.addWidget(self._other)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.attributions, self.symptoms, buttons, *self.folds):
            column.addWidget(part)
