"""Type today's visit: results with their units, answers, imaging, and a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
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
from desktop_app.domain.visit_form import LYTIC_IMAGING, MRI, SIGNS, SYMPTOMS, row_of
from ui import actions, theme
from ui.widgets.answer_box import UNKNOWN, Choice, ChoiceList
from ui.widgets.attribution_group import AttributionGroup
from ui.widgets.day_edit import DayEdit
from ui.widgets.fold import FoldButton
from ui.widgets.lesion_field import LesionField
from ui.widgets.note_edit import NoteEdit
from ui.widgets.panel_frame import PanelFrame
from ui.widgets.question_group import QuestionGroup
from ui.widgets.tab_chain import chain
from ui.widgets.visit_form import VisitForm

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from desktop_app.domain.conclusions import Assessment
    from desktop_app.domain.errors import FieldError
    from desktop_app.domain.record import Finding, Result
    from ui.context import UiContext
    from ui.terms import Terms

NOTE_HEIGHT = 42
DAY_FIELD = "observed_on"


class EntryPanel(PanelFrame):
    """Copy between the screen and the draft; judge nothing."""

    edited = Signal()
    earlier_wanted = Signal()

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
        findings = (
            *self.form.draft_findings(),
            *self.symptoms.findings(),
            *self.signs.findings(),
            *self.attributions.findings(),
            *self._lesion_findings(),
            *self._carried,
        )
        return VisitDraft(
            patient_id=self._patient_id,
            observed_on=self.day.day_text(),
            results=self.form.draft_results(self.lab.text().strip()),
            findings=findings,
            note=self.note.toPlainText(),
        )

    def show_draft(self, draft: VisitDraft, kept_at: datetime | None) -> None:
        """Show a kept draft, or an empty form; what the form has no field for is carried along."""
        self._patient_id = draft.patient_id
        findings = {finding.code: finding for finding in draft.findings}
        self.day.set_day_text(draft.observed_on)
        self.lab.setText(next((one.lab for one in draft.results if one.lab), ""))
        self.form.show_results(draft.results)
        self.form.show_findings(findings)
        for group in (self.symptoms, self.signs, self.attributions):
            group.show_findings(findings)
        for field in self.lesions.values():
            kept = findings.get(field.code)
            field.show_value(kept.value if kept is not None else None)
        known = {*self.form.bands, *self.symptoms.chips, *self.signs.chips}
        known |= {*self.attributions.boxes, *self.lesions}
        self._carried = tuple(one for one in draft.findings if one.code not in known)
        self.note.show_text(draft.note)
        self.show_kept(kept_at)
        self._show_counts()

    def show_last(self, last: Mapping[str, Result | Finding]) -> None:
        """Show beside each field what is recorded last."""
        self.form.set_last(last)

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
        self.attributions.ask(codes)
        self.form.ask_limits(codes)

    def show_problems(self, problems: tuple[FieldError, ...], *, focus: bool = False) -> None:
        """Say beside each field what is wrong; ``focus`` puts the cursor into the first one."""
        by_field = {problem.field: problem for problem in reversed(problems)}
        for code, field in self.form.results.items():
            problem = by_field.get(code)
            if problem is None:
                field.show_problem("")
            else:
                words = self._context.words.field_error(problem)
                kind = "warning" if problem.overridable else "bad"
                field.show_problem(words, kind=kind, reason=problem.overridable)
        day = by_field.get(DAY_FIELD)
        self.day.mark("bad" if day else "")
        others = [p for p in problems if p.field not in self.form.results]
        self._message.setText("\n".join(map(self._context.words.field_error, others)))
        self._message.setVisible(bool(others))
        if focus and problems:
            self._focus_problem(problems[0])

    def _focus_problem(self, problem: FieldError) -> None:
        self.focus_field(problem.field)
        field = self.form.results.get(problem.field)
        if field is not None and problem.overridable:
            field.reason.setFocus()

    def focus_field(self, code: str) -> None:
        """Put the cursor into the field of a code, opening the fold that holds it."""
        if code in self.signs.chips:
            self.signs_fold.setChecked(True)
        elif code in self.lesions:
            self.imaging_fold.setChecked(True)
        target = self._targets().get(code)
        if target is not None:
            target.setFocus()
        elif not self.form.focus_code(code):
            self.focus_first()

    def focus_first(self) -> None:
        """Put the cursor where typing begins, so that typing replaces what stands there."""
        first = next(iter(self.form.results.values())).number
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def deny_symptoms(self) -> None:
        """Answer no to every symptom that was not answered."""
        if self.symptoms.deny_unanswered():
            self._on_edited()

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
        for group in (self.symptoms, self.signs, self.attributions):
            group.set_words(terms)
        for field in self.lesions.values():
            field.set_words(terms)
        widest = max(field.name.sizeHint().width() for field in self.lesions.values())
        for field in self.lesions.values():
            field.name.setFixedWidth(widest)
        self.signs_fold.set_caption(self.tr("Signs"))
        self.imaging_fold.set_caption(self.tr("Imaging"))
        self._word_other(terms)
        self.note.setPlaceholderText(self.tr("Notes…"))
        self.note.setAccessibleName(self.tr("Notes"))
        self.earlier.setText("↶")
        name = actions.command_text("earlier_draft")
        self.earlier.setAccessibleName(name)
        self.earlier.setToolTip(f"{name}  {actions.key_text('earlier_draft')}")
        self.show_kept(self._kept_at)

    def _word_other(self, terms: Terms) -> None:
        catalogue = self._context.services.catalogue
        others = [
            Choice(code, terms.analyte(code))
            for code, analyte in catalogue.analytes.items()
            if analyte.units and row_of(code) is None
        ]
        others.sort(key=lambda choice: choice.text.casefold())
        self.other.set_choices([Choice(UNKNOWN, self.tr("+ other test")), *others])
        self.other.setAccessibleName(self.tr("Add another test"))

    # Parts

    def _make_parts(self) -> None:
        self.earlier = QPushButton(self)
        theme.set_property(self.earlier, "role", "chip")
        theme.set_property(self.earlier, "kind", "neutral")
        self._day_name = QLabel(self)
        self.day = DayEdit(self._context.services.clock.today, parent=self)
        self._day_name.setBuddy(self.day.line)
        self.lab = QLineEdit(self)
        self.form = VisitForm(self._context.services.catalogue, self)
        self._message = QLabel(self)
        self._message.setWordWrap(True)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_property(self._message, "role", "error")
        self._message.hide()
        self.symptoms = QuestionGroup(SYMPTOMS, self)
        self.attributions = AttributionGroup(self)
        self.signs = QuestionGroup(SIGNS, self)
        self._imaging = QWidget(self)
        self.lesions = {code: LesionField(code, self._imaging) for code in (*LYTIC_IMAGING, MRI)}
        self.signs_fold = FoldButton(self.signs, self)
        self.imaging_fold = FoldButton(self._imaging, self)
        self.other = ChoiceList(self)
        self.note = NoteEdit(self)
        self.note.setFixedHeight(NOTE_HEIGHT)

    def _lay_out(self) -> None:
        self.head.addWidget(self.earlier)
        day = QHBoxLayout()
        day.setSpacing(6)
        for widget in (self._day_name, self.day):
            day.addWidget(widget)
        day.addWidget(self.lab, 1)
        imaging = QVBoxLayout(self._imaging)
        imaging.setContentsMargins(0, 0, 0, 0)
        imaging.setSpacing(2)
        for field in self.lesions.values():
            imaging.addWidget(field)
        folds = QHBoxLayout()
        folds.setSpacing(4)
        for fold in (self.signs_fold, self.imaging_fold):
            folds.addWidget(fold)
        folds.addWidget(self.other, 1)
        inside = QWidget(self)
        theme.set_property(inside, "dense", True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(day)
        column.addWidget(self._message)
        column.addWidget(self.form)
        column.addWidget(self.attributions)
        column.addWidget(self.symptoms)
        column.addLayout(folds)
        column.addWidget(self.signs)
        column.addWidget(self._imaging)
        column.addWidget(self.note)
        column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        self.body.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self.day.edited.connect(self._on_edited)
        self.lab.textEdited.connect(self._on_edited)
        self.form.edited.connect(self._on_edited)
        for group in (self.symptoms, self.signs, self.attributions):
            group.edited.connect(self._on_edited)
        for field in self.lesions.values():
            field.edited.connect(self._on_edited)
        self.note.edited.connect(self._on_edited)
        self.earlier.clicked.connect(self.earlier_wanted)
        self.other.edited.connect(self._on_other)
        self.form.row_added.connect(self._set_tab_order)
        self._set_tab_order()

    def _set_tab_order(self) -> None:
        chain(
            (
                self.earlier,
                self.day.line,
                self.lab,
                *self.form.focus_order(),
                *self.attributions.boxes.values(),
                *self.symptoms.chips.values(),
                self.signs_fold,
                self.imaging_fold,
                self.other,
                *self.signs.chips.values(),
                *(part for field in self.lesions.values() for part in field.focus_order()),
                self.note,
            )
        )

    def _lesion_findings(self) -> tuple[DraftFinding, ...]:
        return tuple(
            DraftFinding(code, value)
            for code, field in self.lesions.items()
            if (value := field.value()) is not None
        )

    def _targets(self) -> dict[str, QWidget]:
        return {
            DAY_FIELD: self.day.line,
            **self.symptoms.chips,
            **self.signs.chips,
            **self.attributions.boxes,
            **{code: field.count for code, field in self.lesions.items()},
        }

    def _show_counts(self) -> None:
        self.signs_fold.set_count(self.signs.answered)
        self.imaging_fold.set_count(len(self._lesion_findings()))

    def _on_other(self) -> None:
        code = self.other.code()
        if code:
            self.other.set_code(UNKNOWN)
            self.form.add_result(code).number.setFocus()

    def _on_edited(self) -> None:
        self._show_counts()
        self.edited.emit()
