"""Type today's visit: results with their units, answers, imaging, FISH, lesions, and a note."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.visit import DraftFinding, VisitDraft
from ui import actions, theme
from ui.widgets.answer_box import UNKNOWN, Choice
from ui.widgets.day_edit import DayEdit
from ui.widgets.entry.add_list import AddList
from ui.widgets.entry.entry_part import message_label, show_message
from ui.widgets.entry.entry_parts import EntryParts
from ui.widgets.entry.visit_form import VisitForm
from ui.widgets.note_edit import NoteEdit
from ui.widgets.panel_frame import PanelFrame
from ui.widgets.row_list import ListRow
from ui.widgets.tab_chain import chain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from desktop_app.domain.conclusions import Assessment
    from desktop_app.domain.errors import FieldError
    from desktop_app.domain.record import (
        ClinicalEvent,
        Cytogenetic,
        EarlierDiagnosis,
        Finding,
        Lesion,
        Result,
        Treatment,
    )
    from ui.context import UiContext
    from ui.terms import Terms
    from ui.widgets.entry.entry_part import EntryPart

MESSAGE_HEIGHT = 40  # of what stands below a field that is wrong
NOTE_HEIGHT, OTHER_LENGTH = 36, 8
DAY_FIELD = "observed_on"


class EntryPanel(PanelFrame):
    """Copy between the screen and the draft; judge nothing."""

    edited = Signal()
    earlier_wanted = Signal()
    stop_wanted = Signal(object)  # Treatment

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._patient_id = 0
        self._carried: tuple[DraftFinding, ...] = ()
        self._terms: Terms | None = None
        self._kept_at: datetime | None = None
        self._make_parts()
        self._lay_out()
        self._connect()

    # What stands on the screen

    def draft(self) -> VisitDraft:
        """Give what stands on the screen."""
        parts = self.parts
        return VisitDraft(
            patient_id=self._patient_id,
            observed_on=self.day.day_text(),
            results=self.form.draft_results(self.lab.text().strip()),
            findings=(*self.form.draft_findings(), *parts.findings(), *self._carried),
            note=self.note.toPlainText(),
            cytogenetics=parts.fish.entries(),
            lesions=parts.lesions.entries(),
            history=parts.history.entries(),
            typed_on=self.day.typed_text(),
            treatments=parts.treatments.entries(),
            events=parts.events.entries(),
        )

    def show_draft(self, draft: VisitDraft, kept_at: datetime | None) -> None:
        """Show a kept draft, or an empty form; what the form has no field for is carried along."""
        self._patient_id = draft.patient_id
        findings = {finding.code: finding for finding in draft.findings}
        self.day.set_day_text(draft.observed_on, draft.typed_on)
        lab = next((one.lab for one in draft.results if one.lab), "")
        self.lab.setText(lab)
        self.form.show_results(draft.results, lab)
        self.form.show_findings(findings)
        self.parts.show_draft(draft, findings)
        known = self.form.bands.keys() | self.parts.codes
        self._carried = tuple(one for one in draft.findings if one.code not in known)
        self.note.show_text(draft.note)
        self.show_kept(kept_at)
        self.parts.show_counts()

    def show_last(self, last: Mapping[str, Result | Finding]) -> None:
        """Show beside each field what is recorded last."""
        self.form.set_last(last)
        self.parts.show_last(last)

    def show_known(
        self,
        tests: Iterable[Cytogenetic],
        lesions: Iterable[Lesion],
        history: Iterable[EarlierDiagnosis],
        treatments: Iterable[Treatment] = (),
        events: Iterable[ClinicalEvent] = (),
    ) -> None:
        """Show what the record holds besides results and answers; nothing of it is entered."""
        self.parts.fish.show_known(tests)
        self.parts.lesions.show_known(lesions)
        self.parts.history.show_known(history)
        happened = tuple(events)
        self.parts.treatments.show_known(treatments, happened)
        self.parts.events.show_known(happened)

    def show_kept(self, kept_at: datetime | None) -> None:
        """Say when the draft was saved."""
        self._kept_at = kept_at
        if kept_at is None:
            self.remark.clear()
            return
        local = kept_at.astimezone()
        #: {0} is a time of day
        self.remark.setText(self.tr("draft saved {0}").format(f"{local:%H:%M:%S}"))

    def show_unsaved(self, text: str) -> None:
        """Say that the draft could not be saved, and why."""
        self.remark.setText(f"▲ {text}")

    # What the program says to it

    def ask(self, assessment: Assessment) -> None:
        """Show the questions and limits that the assessment misses."""
        codes = frozenset(missing.code for missing in assessment.missing)
        self.parts.attributions.ask(codes)
        self.form.ask_limits(codes)
        self.parts.nerves.ask(assessment)

    def show_problems(self, problems: tuple[FieldError, ...], *, focus: bool = False) -> None:
        """Say beside each field what is wrong; ``focus`` puts the cursor into the first one."""
        by_field: dict[str, FieldError] = {}
        for problem in problems:
            by_field.setdefault(problem.field, problem)
        words = {field: self._context.words.field_error(one) for field, one in by_field.items()}
        said = self.form.show_problems(by_field, words) | self.parts.show_problems(words)
        self.day.mark("bad" if DAY_FIELD in by_field else "")
        others = [self._named(field, words[field]) for field in by_field if field not in said]
        show_message(self._message, "\n".join(others))
        if focus and problems:
            self._focus_problem(problems[0])

    def _named(self, field: str, words: str) -> str:
        """Name the field that a message at the top is about; the day stands beside it."""
        known = self._terms is not None and field not in (DAY_FIELD, "visit")
        return f"{self._terms.analyte(field)}: {words}" if known and self._terms else words

    def _focus_problem(self, problem: FieldError) -> None:
        self.focus_field(problem.field)
        field = self.form.results.get(problem.field)
        if field is not None and problem.overridable:
            field.reason.setFocus()

    def focus_field(self, code: str) -> None:
        """Put the cursor into the field of a code, opening the fold that holds it."""
        target = self.day.line if code == DAY_FIELD else self.parts.opened(code)
        if target is not None:
            target.setFocus()
        elif not self.form.focus_code(code):
            self.focus_first()
        QTimer.singleShot(0, self, self._bring_focus_into_view)

    def focus_first(self) -> None:
        """Put the cursor where typing begins, so that typing replaces what stands there."""
        first = next(iter(self.form.results.values())).number
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QTimer.singleShot(0, self, self._bring_focus_into_view)

    def go_on(self) -> None:
        """Put the cursor where the next group of fields begins."""
        here, stops = self._place(self.focusWidget()), self._stops()
        self._go_to([stop for stop in stops if self._place(stop) > here][:1])

    def go_back(self) -> None:
        """Put the cursor where this group of fields begins, or else the one before."""
        here, stops = self._place(self.focusWidget()), self._stops()
        self._go_to([stop for stop in stops if self._place(stop) < here][-1:])

    def deny_symptoms(self) -> None:
        """Answer no to every symptom that was not answered."""
        if self.parts.symptoms.deny_unanswered():
            self._on_edited()

    def deny_abnormalities(self) -> None:
        """Open FISH and answer "not found" for the four of the model that are open."""
        first = self.parts.opened("fish")
        if first is not None:
            first.setFocus()
        if self.parts.fish.deny_model():
            self._on_edited()

    def toggle_details(self) -> None:
        """Show or hide limits, method and laboratory of the result that has the cursor."""
        self.form.toggle_details(self.focusWidget())

    # Words

    def set_words(self, terms: Terms) -> None:
        """Set all texts in a language."""
        self._terms = terms
        self.title.setText(self.tr("Today's visit"))
        self._day_name.setText(self.tr("Day"))
        self.day.line.setAccessibleName(self.tr("Day of the visit"))
        self.lab.setPlaceholderText(self.tr("Laboratory"))
        self.lab.setAccessibleName(self.tr("Laboratory"))
        self.form.set_words(terms)
        self.parts.set_words(terms)
        self._word_other(terms)
        self.note.setPlaceholderText(self.tr("Notes…"))
        self.note.setAccessibleName(self.tr("Notes"))
        self.earlier.setText("↶")
        self._word_button(self.earlier, "earlier_draft")
        #: Opens limits, method and laboratory of a result
        details = self.tr("Details")  # inside an f-string the translator would not find it
        self.details.setText(f"{details}  {actions.key_text('details')}")
        self._word_button(self.details, "details")
        self.show_kept(self._kept_at)

    def _word_button(self, button: QPushButton, command: str) -> None:
        name = actions.command_text(command)
        button.setAccessibleName(name)
        button.setToolTip(f"{name}  {actions.key_text(command)}")

    def _word_other(self, terms: Terms) -> None:
        others = [Choice(code, terms.analyte(code)) for code in self.form.others()]
        others.sort(key=lambda choice: choice.text.casefold())
        self.other.set_choices([Choice(UNKNOWN, self.tr("+ other test")), *others])
        self.other.setAccessibleName(self.tr("Add another test"))

    # Parts

    def _make_parts(self) -> None:
        self.earlier, self.details = QPushButton(self), QPushButton(self)
        for button in (self.earlier, self.details):
            theme.set_property(button, "role", "chip")
            theme.set_property(button, "kind", "neutral")
        # The key is for typing hands; a press must leave the cursor in its row.
        self.details.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._day_name = QLabel(self)
        self.day = DayEdit(self._context.services.clock.today, parent=self)
        self._day_name.setBuddy(self.day.line)
        self.lab = QLineEdit(self)
        self.form = VisitForm(self._context.services.catalogue, self)
        self._message = message_label(self)
        self.other = AddList(self)
        self.other.setMinimumContentsLength(OTHER_LENGTH)
        today = self._context.services.clock.today
        self.parts = EntryParts(self.other, today, self, lend=self.form.lend)
        self.note = NoteEdit(self)
        self.note.setFixedHeight(NOTE_HEIGHT)

    def _lay_out(self) -> None:
        self.head.addWidget(self.details)
        self.head.addWidget(self.earlier)
        day = QHBoxLayout()
        day.setSpacing(6)
        for widget in (self._day_name, self.day):
            day.addWidget(widget)
        day.addWidget(self.lab, 1)
        inside = QWidget(self)
        theme.set_property(inside, "dense", True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(day)
        for part in (self._message, self.form, self.parts, self.note):
            column.addWidget(part)
        column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        self.body.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        actions.add_action(self, "next_part", self.go_on)
        actions.add_action(self, "part_before", self.go_back)
        self.day.edited.connect(self._on_edited)
        self.lab.textEdited.connect(self._on_edited)
        self.form.edited.connect(self._on_edited)
        self.parts.edited.connect(self._on_edited)
        self.note.edited.connect(self._on_edited)
        self.parts.treatments.stop_wanted.connect(self.stop_wanted)
        self.earlier.clicked.connect(self.earlier_wanted)
        self.details.clicked.connect(self.toggle_details)
        self.other.edited.connect(self._on_other)
        self.form.row_added.connect(self._set_tab_order)
        self.parts.rearranged.connect(self._on_rearranged)
        for part, fold in self.parts.folds.items():
            fold.opened.connect(partial(self._bring_into_view, part))
        self._set_tab_order()

    def _bring_into_view(self, part: EntryPart, opened: bool) -> None:
        """Scroll to what a fold showed, once it has its place; the button stays in view."""
        if opened:
            QTimer.singleShot(0, self, lambda: self._scroll_to(part))

    def _scroll_to(self, part: EntryPart) -> None:
        focused = self.focusWidget()
        self._scroll.ensureWidgetVisible(part, 0, 0)
        kept = focused if part.isAncestorOf(focused) else self.parts.folds[part]
        self._scroll.ensureWidgetVisible(kept, 0, 0)

    def _bring_focus_into_view(self) -> None:
        """Show the field that the cursor was put into; one that is walked to shows by itself."""
        if self._scroll.isAncestorOf(self.focusWidget()):
            self._scroll.ensureWidgetVisible(self.focusWidget(), 0, MESSAGE_HEIGHT)

    def _on_rearranged(self) -> None:
        self._set_tab_order()
        QTimer.singleShot(0, self, self._bring_row_into_view)

    def _bring_row_into_view(self) -> None:
        """Show all of the row that has the cursor: a new one begins at the lower edge."""
        focused = self.focusWidget()
        rows = [row for row in self.findChildren(ListRow) if row.isAncestorOf(focused)]
        for widget in (*rows, *(focused for _ in rows)):
            self._scroll.ensureWidgetVisible(widget, 0, 0)

    def _set_tab_order(self) -> None:
        chain(self._fields())

    def _fields(self) -> tuple[QWidget, ...]:
        """Give what takes the cursor, in reading order."""
        inside = (*self.form.focus_order(), *self.parts.focus_order())
        return self.earlier, self.day.line, self.lab, *inside, self.note

    def _place(self, widget: QWidget | None) -> int:
        """Give the place of a field, or of the one that holds a widget, in reading order."""
        if widget is None:
            return 0
        fields = enumerate(self._fields())
        found = (n for n, field in fields if field is widget or field.isAncestorOf(widget))
        return next(found, 0)

    def _stops(self) -> list[QWidget]:
        every = (*self.form.focus_order()[:1], *self.parts.stops(), self.note)
        return [stop for stop in every if stop.isVisible()]

    def _go_to(self, stops: list[QWidget]) -> None:
        for stop in stops:
            stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QTimer.singleShot(0, self, self._bring_focus_into_view)

    def _on_other(self) -> None:
        code = self.other.code()
        if code:
            self.other.set_code(UNKNOWN)
            self.focus_field(code)

    def _on_edited(self) -> None:
        self.parts.show_counts()
        self.edited.emit()
