"""Show one patient on one page: the conclusion and why, trend, values, and today's visit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.domain.errors import FieldErrors, Refusal
from desktop_app.domain.journal import SameDay
from desktop_app.domain.roles import Right
from desktop_app.domain.visit import VisitDraft
from desktop_app.domain.visit_form import CATEGORIES
from ui.actions import add_action
from ui.debounce import Debounce
from ui.language import language_change
from ui.panels.due import DuePanel
from ui.panels.entry import EntryPanel
from ui.panels.identity import IdentityPanel
from ui.panels.paste import PastePanel
from ui.panels.results import ResultsPanel
from ui.panels.verdict import VerdictPanel
from ui.patient_desk import PatientDesk
from ui.patient_reading import stated_category
from ui.patient_views import PatientViews
from ui.terms import Terms
from ui.widgets.action_bar import ActionBar
from ui.widgets.answer_box import Choice
from ui.widgets.banner import Banner
from ui.widgets.question_bar import QuestionBar
from ui.widgets.work_columns import WorkColumns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.journal import KeptDraft, KeptEntry, RecordedVisit, VisitSummary
    from desktop_app.domain.record import Treatment
    from ui.context import UiContext
    from ui.models.origin_words import Origins
    from ui.patient_reading import LiveReading, PatientReading
    from ui.tasks import Problem

LIVE_QUIET_MS, LIVE_LONGEST_MS = 300, 900


class PatientPage(QWidget):
    """Compose the panels, which do not know each other, and carry what they ask to the desk."""

    back_requested = Signal()
    leaflet_requested = Signal(int, str)
    visit_recorded = Signal(int, int)  # patient_id, visit_id
    shown = Signal(int)  # patient_id: everything of the patient stands on the page

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._reading: PatientReading | None = None
        self._opening = self._typed = self._merging = False
        self.desk = PatientDesk(context, self)
        self._live = Debounce(LIVE_QUIET_MS, LIVE_LONGEST_MS, self)
        self._make_parts()
        self._lay_out()
        self._connect_panels()
        self._connect_desk()
        self.retranslate()

    @property
    def patient_id(self) -> int:
        """Give the patient who is shown."""
        return self.desk.patient_id

    def open_patient(self, patient_id: int, *, merging: bool = False) -> None:
        """Show a patient, with the draft that was kept, or with who may be the same person."""
        if patient_id != self.patient_id:
            self.entry.parts.fold_all()
            for panel in (self.verdict, self.results, self.upper, self.paste):
                panel.reset()
        self._opening, self._merging, self._reading = True, merging, None
        self.banner.hide()
        self.question.hide()
        self.identity.show_patient(None, None, self._terms)
        self.verdict.show_assessment(None, None, self._terms, live=False)
        self.chart.reset()
        self.evidence.reset()
        self._set_open(False)
        self._read(patient_id)

    def leave(self) -> None:
        """Hand over what was typed; nothing is ever asked."""
        self.desk.keeper.flush()

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        services = self._context.services
        self._terms = Terms(services.wordings[self._context.language], services.catalogue)
        self.entry.set_words(self._terms)
        for panel in (self.upper, self.results, self.due, self.verdict):
            panel.retranslate()
        self.bar.set_remark(self._remark())
        if self.patient_id:
            self._read(self.patient_id)

    def _remark(self) -> str:
        """Say beside the next step why the user's role does not offer it, where that is so."""
        if not self._context.may(Right.DRAFT):
            return self.tr("Your role reads this page; it types and signs nothing")
        if not self._context.may(Right.SIGN):
            return self.tr("Your entry is kept; a doctor signs the visit")
        return self.tr("Supports, never replaces, clinical judgement")

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    def _make_parts(self) -> None:
        self.identity = IdentityPanel(self._context, self)
        self.banner, self.question = Banner(self), QuestionBar(self)
        self.verdict = VerdictPanel(CATEGORIES, self)
        self.due = DuePanel(self)
        self.upper = PatientViews(self._context, self)
        self.chart, self.reasons = self.upper.chart, self.upper.reasons
        self.evidence, self.entries = self.upper.evidence, self.upper.entries
        self.myeloma, self.poems = self.upper.myeloma, self.upper.poems
        self.merge = self.upper.merge
        self.results = ResultsPanel(self)
        self.entry = EntryPanel(self._context, self)
        self.paste = PastePanel(self._context, self)
        self.bar = ActionBar(self)
        self.bar.add(add_action(self, "back", self.back_requested.emit))
        self.bar.add(add_action(self, "paste_lab", self._on_paste))
        self.bar.add(add_action(self, "all_negative", self.entry.deny_symptoms))
        self.bar.add(add_action(self, "leaflet", self._on_leaflet))
        self.upper.add_views(self.bar, self.verdict, self.results)
        self.evidence_button = self.upper.evidence_button
        self.myeloma_button = self.upper.myeloma_button
        self.poems_button = self.upper.poems_button
        self._sign = add_action(self, "sign", self._on_sign)
        self.sign = self.bar.add_next(self._sign)
        add_action(self, "undo_paste", self.paste.undo)
        add_action(self, "earlier_draft", self.desk.find_earlier)
        add_action(self, "fish_negative", self.entry.deny_abnormalities)
        add_action(self, "details", self.entry.toggle_details)
        add_action(self, "focus_entry", self.entry.focus_first)
        add_action(self, "focus_results", self.results.view.setFocus)
        add_action(self, "chart_test", self.results.ask_for_chart)

    def _lay_out(self) -> None:
        self.columns = WorkColumns(self)
        left, middle = (self.verdict, self.due), (self.upper, self.results)
        self.columns.lay(left, middle, self.entry, wide=self.paste)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in (self.identity, self.banner, self.question):
            whole.addWidget(part)
        whole.addWidget(self.columns, 1)
        whole.addWidget(self.bar)

    def _connect_panels(self) -> None:
        self.entry.edited.connect(self._on_edited)
        self.entry.earlier_wanted.connect(self.desk.find_earlier)
        self.entry.stop_wanted.connect(self._on_stop_wanted)
        self._live.due.connect(self._follow)
        self.chart.spec_wanted.connect(self._follow)
        self.chart.test_wanted.connect(self.results.ask_for_chart)
        self.results.chart_wanted.connect(self._on_chart_wanted)
        self.evidence.inputs_wanted.connect(self._on_inputs_wanted)
        for wanted in (self.identity.course_clicked, self.due.reasons_wanted):
            wanted.connect(self.upper.show_reasons)
        for panel in (self.verdict, self.due):
            panel.field_wanted.connect(self.entry.focus_field)
        self.verdict.accept_requested.connect(self.desk.accept)
        self.verdict.override_requested.connect(self.desk.override)
        self.results.values_wanted.connect(self.desk.find_values)
        self.results.amend_requested.connect(self.desk.amend)
        self.results.void_requested.connect(self.desk.void)
        self.results.entries_wanted.connect(self.upper.entries_action.trigger)
        self.upper.entries_action.triggered.connect(self._on_entries)
        self.upper.merge_action.triggered.connect(self._on_merge)
        self.merge.changed.connect(lambda: self._read(self.patient_id))
        self.merge.said.connect(self.banner.show_message)
        self.entries.amend_requested.connect(self.desk.amend_entry)
        self.entries.void_requested.connect(self.desk.void_entry)
        self.entries.void_visit_requested.connect(self.desk.void_visit)
        self.question.answered.connect(self._on_same_day)
        self._context.names_hidden_changed.connect(self._follow)
        self.paste.shown.connect(self._on_paste_shown)
        self.paste.changed.connect(lambda: self._read(self.patient_id))
        self.paste.said.connect(self.banner.show_message)
        self.banner.action_requested.connect(self.paste.undo)

    def _connect_desk(self) -> None:
        self.desk.keeper.kept.connect(self.entry.show_kept)
        self.desk.keeper.failed.connect(self._on_keep_failed)
        self.desk.read.connect(self._on_read)
        self.desk.followed.connect(self._on_followed)
        self.desk.earlier_found.connect(self._on_earlier_found)
        self.desk.recorded.connect(self._on_recorded)
        self.desk.refused.connect(self._on_refused)
        self.desk.values_found.connect(self.results.begin_correction)
        self.desk.override_refused.connect(self.verdict.show_problem)
        self.desk.correction_refused.connect(self.results.show_problem)
        self.desk.entries_found.connect(self._on_entries_found)
        self.desk.entry_refused.connect(self.entries.show_problem)
        self.desk.entry_corrected.connect(lambda: self._read(self.patient_id))
        self.desk.inputs_found.connect(self.evidence.copy_inputs)
        self.desk.answered.connect(self._on_answered)
        self.desk.corrected.connect(self._on_corrected)
        self.desk.failed.connect(self._on_problem)

    def _set_open(self, is_open: bool) -> None:
        self.entry.setEnabled(is_open and self._context.may(Right.DRAFT))
        self._sign.setEnabled(is_open and self.paste.isHidden())

    def _read(self, patient_id: int) -> None:
        self.leave()
        self._live.cancel()
        self._typed = False
        self.chart.set_today(self._context.services.clock.today())
        self.desk.open(patient_id, self.chart.request())

    def _follow(self) -> None:
        if self._reading is not None:
            self.desk.follow(self.entry.draft(), self.chart.request())

    def _on_read(self, reading: PatientReading) -> None:
        self._reading = reading
        kept = reading.kept
        today = self._context.services.clock.today()
        draft = kept.draft if kept else VisitDraft(self.patient_id, today.isoformat())
        if not self._typed:  # what was typed while the record was read is newer
            self.entry.show_draft(draft, kept.kept_at if kept else None)
        self.entry.show_last(reading.last)
        self.entry.show_known(
            *(reading.cytogenetics, reading.lesions, reading.history),
            *(reading.treatments, reading.events),
        )
        self._on_entries()
        self._set_open(True)
        self._on_followed(reading.live, not draft.empty)
        if self._opening:
            self._opening = False
            begin = self.upper.merge_action.trigger if self._merging else self.entry.focus_first
            begin()
        self.shown.emit(self.patient_id)

    def _on_followed(self, reading: LiveReading, typed: bool) -> None:
        """Show what follows from the record and, while something is typed, from the draft."""
        assert self._reading is not None
        stored = self._reading.stored
        live = typed or stored is None
        shown = reading.assessment if live or stored is None else stored.assessment
        # What a work-up lacks is asked as of today, also beside a conclusion of long ago.
        shown = replace(shown, workup=reading.assessment.workup)
        watched = reading.assessment.poems.watch if reading.assessment.poems else ()
        today = self._context.services.clock.today()
        of, terms = self._reading, self._terms
        self.identity.show_patient(of.card, reading.assessment, terms, of.course, of.bands)
        self.verdict.show_assessment(shown, stored, terms, live=live)
        self.due.show_follow_up(shown.follow_up, today, terms, shown.workup, watched)
        self.upper.show_assessment(shown, None if live else stated_category(stored), terms)
        self.results.show_rows(reading.rows, self._terms)
        self.chart.show_spec(reading.chart, self.identity.masked_label())
        self.entry.ask(reading.assessment)
        self.entry.show_problems(reading.problems)

    def _on_edited(self) -> None:
        if self._reading is None:
            return
        self._typed = True
        if self.banner.property("kind") == "warning":
            self.banner.hide()  # "nothing entered", "no leaflet fits": no longer so once one types
        self.desk.keeper.offer(self.entry.draft())
        self._live.touch()

    def _on_keep_failed(self, problem: Problem) -> None:
        self.entry.show_unsaved(self._context.words.problem(problem))

    def _on_earlier_found(self, kept: KeptDraft | None) -> None:
        if kept is None:
            self.banner.show_message(self.tr("There is no earlier version of this entry."))
            return
        self.entry.show_draft(kept.draft, kept.kept_at)
        self._follow()

    def _on_chart_wanted(self, code: str) -> None:
        self.upper.show_first()
        self.chart.show_test(code)

    def _on_inputs_wanted(self, tool: str) -> None:
        self.desk.find_inputs(tool, self.entry.draft())

    def _on_leaflet(self) -> None:
        kinds = self._reading.leaflets if self._reading is not None else ()
        if kinds:
            self.leave()
            self.leaflet_requested.emit(self.patient_id, kinds[0])
        else:
            self.banner.show_message(self.tr("No leaflet fits this conclusion."), "warning")

    def _on_sign(self) -> None:
        self._record(None)

    def _on_same_day(self, answer: str) -> None:
        if answer:
            self._record(SameDay(answer))
        else:
            self.entry.focus_first()

    def _record(self, same_day: SameDay | None) -> None:
        draft = self.entry.draft()
        if draft.empty:
            self.banner.show_message(self.tr("Nothing has been entered yet."), "warning")
            return
        self._live.cancel()
        self._set_open(False)
        self.desk.record(draft, same_day)

    def _on_recorded(self, recorded: RecordedVisit) -> None:
        said = self.tr("The visit is signed. Enter accepts the conclusion.")
        self.banner.show_message(said, "good")
        self.entry.parts.fold_all()
        self.visit_recorded.emit(self.patient_id, recorded.visit_id)
        self._read(self.patient_id)
        self.verdict.wait_for_answer()

    def _on_refused(self, problem: Problem) -> None:
        self._set_open(True)
        if isinstance(problem, FieldErrors):
            self.banner.hide()
            self.entry.show_problems(problem.errors, focus=True)
        elif isinstance(problem, Refusal) and problem.code == "second_visit_same_day":
            choices = (
                Choice(SameDay.JOIN, self.tr("Add to that visit")),
                Choice(SameDay.SEPARATE, self.tr("A second visit")),
                Choice("", self.tr("Cancel")),
            )
            self.question.ask(self._context.words.problem(problem), choices)
            self._follow()  # what was wrong beside a field before may have been corrected
        else:
            self._on_problem(problem)

    def _on_answered(self) -> None:
        self.verdict.end_override()
        self.banner.hide()
        self.entry.focus_first()
        self._read(self.patient_id)

    def _on_entries(self) -> None:
        if self.upper.entries_action.isChecked():
            self.desk.find_entries()

    def _on_entries_found(
        self, entries: Sequence[KeptEntry], origins: Origins, visits: Sequence[VisitSummary]
    ) -> None:
        self.entries.show_entries(tuple(entries), self._terms, origins, tuple(visits))

    def _on_merge(self) -> None:
        if self.upper.merge_action.isChecked():
            self.merge.begin(self.patient_id)

    def _on_stop_wanted(self, treatment: Treatment) -> None:
        self.entries.end_when_listed(treatment)
        if self.upper.entries_action.isChecked():
            self._on_entries()
        else:
            self.upper.entries_action.trigger()

    def _on_corrected(self) -> None:
        self.results.end_correction()
        self._read(self.patient_id)

    def _on_paste(self) -> None:
        if self._reading is not None:
            self.paste.begin(self.patient_id, self.entry.day.day())

    def _on_paste_shown(self, shown: bool) -> None:
        self.columns.show_wide(shown)
        self._sign.setEnabled(not shown and self._reading is not None)
        if not shown:
            self.entry.focus_first()

    def _on_problem(self, problem: Problem) -> None:
        self.banner.show_message(self._context.words.problem(problem), "critical")
