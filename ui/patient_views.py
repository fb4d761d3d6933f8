"""Put together the chart of a patient's page and what may take its place, each with its command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.actions import add_action
from ui.panels.chart import ChartPanel
from ui.panels.entries import EntriesPanel
from ui.panels.evidence import EvidencePanel
from ui.panels.merge import MergePanel
from ui.panels.myeloma import MyelomaPanel
from ui.panels.poems import PoemsPanel
from ui.panels.reasons import ReasonsPanel
from ui.widgets.key_button import KeyButton
from ui.widgets.view_switch import ViewSwitch

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.domain.conclusions import Assessment
    from ui.context import UiContext
    from ui.panels.results import ResultsPanel
    from ui.panels.verdict import VerdictPanel
    from ui.terms import Terms
    from ui.widgets.action_bar import ActionBar


class PatientViews(ViewSwitch):
    """Hold the views, which do not know each other; their keys work on the whole page."""

    def __init__(self, context: UiContext, page: QWidget) -> None:
        chart = ChartPanel(page)
        super().__init__(chart, page)
        self._context = context
        self.chart, self.reasons = chart, ReasonsPanel(page)
        self.evidence_action = add_action(page, "evidence", self._on_evidence)
        self._pearls = add_action(page, "pearls", self._on_pearls)
        self._pearls.setCheckable(True)
        self.evidence = EvidencePanel(self._pearls, page)
        self.myeloma_action, self.myeloma = add_action(page, "myeloma"), MyelomaPanel(page)
        self.poems_action, self.poems = add_action(page, "poems"), PoemsPanel(page)
        self.entries_action = add_action(page, "entries")
        self.entries = EntriesPanel(context.services.clock.today, page)
        self.merge_action, self.merge = add_action(page, "merge"), MergePanel(context, page)
        self.entries.add_command(KeyButton(self.merge_action, parent=self.entries))
        self._traces = (self.reasons, self.myeloma, self.poems)

    def add_views(self, bar: ActionBar, verdict: VerdictPanel, results: ResultsPanel) -> None:
        """Add every view; those of the action bar get their buttons there."""
        self.evidence_button = bar.add(self.evidence_action)
        self.myeloma_button = bar.add(self.myeloma_action)
        self.poems_button = bar.add(self.poems_action)
        self._why = verdict.why_action
        self.add_view(self.reasons, self._why, self.reasons.view, verdict.why)
        self.add_view(self.entries, self.entries_action, self.entries.list, results.view)
        self.add_view(self.myeloma, self.myeloma_action, self.myeloma.view, self.myeloma_button)
        self.add_view(self.poems, self.poems_action, self.poems.view, self.poems_button)
        self.add_view(self.evidence, self.evidence_action, self.evidence.list, self.evidence_button)
        self.add_view(self.merge, self.merge_action, self.merge.search, results.view)
        self.let_take_room_of(results, self.myeloma, self.poems, self.merge)

    def reset(self) -> None:
        """Drop what stands there of the patient before."""
        for panel in (self.entries, self.merge, *self._traces):
            panel.reset()  # a form left open would write to the record of the patient before
        if self.merge_action.isChecked():
            self.show_first()

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        panels = (self.chart, self.reasons, self.evidence, self.entries, self.merge)
        for panel in (*panels, self.myeloma, self.poems):
            panel.retranslate()

    def show_assessment(self, shown: Assessment, stated: str | None, terms: Terms) -> None:
        """Show what was concluded; ``stated`` is the category that the doctor put in its place."""
        evidence = self._context.services.evidence
        for view in self._traces:
            view.show_assessment(shown, terms, evidence)
        self.offer(self.poems, shown.poems is not None)
        self.evidence.show_assessment(shown, stated or shown.diagnosis.category, terms, evidence)

    def show_reasons(self) -> None:
        """Open the reasons, wherever one is."""
        if not self._why.isChecked():
            self._why.trigger()

    def _on_evidence(self) -> None:
        self.evidence.show_pearls(only=False)

    def _on_pearls(self) -> None:
        """Open the pearls from anywhere on the page; again shows every card."""
        only = self._pearls.isChecked() or not self.evidence_action.isChecked()
        if not self.evidence_action.isChecked():
            self.evidence_action.trigger()
        self.evidence.show_pearls(only=only)
