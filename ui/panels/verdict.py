"""Show what is concluded, how sure it is, why, and what would settle what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QWidget,
)

from ui import actions, theme
from ui.models.verdict_words import headline
from ui.widgets.chip import Chip
from ui.widgets.conclusion.override_form import OverrideForm
from ui.widgets.conclusion.verdict_body import VerdictBody
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.panel_frame import PanelFrame
from ui.widgets.tab_chain import chain

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Assessment
    from desktop_app.domain.journal import StoredAssessment
    from ui.terms import Terms

_STATUS_KINDS = {"confirmed": "good", "presumed": "unknown", "undetermined": "unknown"}


class VerdictPanel(PanelFrame):
    """Hold the conclusion; the reasons themselves open elsewhere on the page."""

    accept_requested = Signal(int)  # assessment_id
    override_requested = Signal(int, str, str)  # assessment_id, category, reason
    field_wanted = Signal(str)  # code that would settle something

    def __init__(self, categories: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._categories = categories
        self._assessment: Assessment | None = None
        self._stored: StoredAssessment | None = None
        self._live = False
        self._waiting = False
        self._terms: Terms | None = None
        self._verdict = QLabel(self)
        self._verdict.setWordWrap(True)
        self._verdict.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_property(self._verdict, "role", "verdict")
        self._status, self._answer = Chip(parent=self), Chip(parent=self)
        self.form = OverrideForm(self)
        self.form.hide()
        self._make_buttons()
        self._lay_out()
        self.form.confirmed.connect(self._on_confirmed)
        self.form.cancelled.connect(self._on_cancelled)

    @property
    def verdict(self) -> str:
        """Give the largest words."""
        return self._verdict.text()

    def show_assessment(
        self,
        assessment: Assessment | None,
        stored: StoredAssessment | None,
        terms: Terms,
        *,
        live: bool,
    ) -> None:
        """Show a conclusion; ``live`` is one of what is being typed, which nobody signed yet."""
        self._assessment, self._stored, self._terms, self._live = assessment, stored, terms, live
        self._show()

    def reset(self) -> None:
        """Drop the conclusion that was typed for the patient before."""
        self._waiting = False
        self.form.hide()
        self._bar.show()

    def show_problem(self, text: str) -> None:
        """Say beside the form why the override was refused."""
        self.form.show_problem(text)

    def wait_for_answer(self) -> None:
        """Put the focus where Enter accepts as soon as the signed conclusion is shown."""
        self._waiting = True

    def _make_buttons(self) -> None:
        self.why_action = actions.add_action(self, "why")
        self.why_action.setCheckable(True)
        self.override_action = actions.add_action(self, "override", self._on_override)
        self.why = KeyButton(self.why_action, parent=self)
        self.override = KeyButton(self.override_action, parent=self)
        self.accept = QPushButton(self)
        self.accept.setObjectName("accept_button")
        self.accept.setAutoDefault(True)  # else Enter does nothing outside a dialog
        self.accept.clicked.connect(self._on_accept)
        for button in (self.accept, self.why, self.override):
            theme.set_property(button, "role", "compact")

    def _lay_out(self) -> None:
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar = QWidget(self)
        row = FlowLayout(self._bar, gap=5)
        for button in (self.accept, self.why, self.override):
            row.addWidget(button)
        self._said = QGridLayout()
        self._said.setHorizontalSpacing(8)
        self._said.setVerticalSpacing(2)
        self._said.setColumnStretch(0, 1)
        self._said.addWidget(self._verdict, 0, 0)
        self._said.addWidget(self._status, 0, 1)
        self.head.addWidget(self._answer)
        self.body.addLayout(self._said)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self.form)
        self.body.addWidget(self._bar)

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self._show()

    def _show(self) -> None:
        assessment, terms = self._assessment, self._terms
        ready = assessment is not None and terms is not None
        self.title.setText(self.tr("Conclusion"))
        self.why_action.setEnabled(ready)
        self._show_answer()
        self._refill()
        if assessment is None or terms is None:
            self._verdict.clear()
            self._status.show_state("", "neutral")
            self._answer.show_state("", "neutral")
            return
        self.form.set_words(terms, self._categories)
        self._verdict.setText(self._headline(assessment, terms))
        self.remark.setText(assessment.as_of.isoformat())
        self._show_state(assessment, terms)

    def _show_state(self, assessment: Assessment, terms: Terms) -> None:
        """Put the chips: how firm it is beside the words if both fit, else below them."""
        status = assessment.diagnosis.status
        self._status.show_state(terms.of("status", status), _STATUS_KINDS.get(status, "unknown"))
        words = theme.font_metrics("verdict").horizontalAdvance(self._verdict.text())
        beside = words + self._status.sizeHint().width() + 8 <= self._verdict_width()
        # Without an alignment the chip's own width would become that of the words above it.
        place = (0, 1) if beside else (1, 0)
        self._said.addWidget(self._status, *place, Qt.AlignmentFlag.AlignLeft)
        if self._live:
            self._answer.show_state(self.tr("not signed yet"), "warning")
        elif self._stored is not None and self._stored.override is not None:
            self._answer.show_state(self.tr("doctor's conclusion"), "accent")
        else:
            self._answer.show_state("", "neutral")

    def _verdict_width(self) -> int:
        margins = self.body.contentsMargins()
        return self.width() - margins.left() - margins.right()

    def _headline(self, assessment: Assessment, terms: Terms) -> str:
        stored = self._stored
        if stored is not None and stored.override is not None and not self._live:
            return terms.of("category", stored.override.category)
        return headline(assessment, terms)

    def _show_answer(self) -> None:
        stored = None if self._live else self._stored
        accepted = stored is not None and (stored.accepted or stored.override is not None)
        self.accept.setText(self.tr("Accepted ✔") if accepted else self.tr("Accept"))
        self.accept.setAccessibleName(self.accept.text())
        self.accept.setEnabled(stored is not None and not accepted)
        self.accept.setVisible(self.override_action.isVisible())  # both are the doctor's
        self.accept.setToolTip(self.tr("Accept the conclusion of the signed visit"))
        if self._waiting and self.accept.isEnabled():
            self._waiting = False
            self.accept.setFocus()
        self.override_action.setEnabled(stored is not None)

    def _refill(self) -> None:
        """Lay the quieter part out anew; what stood at the top of the view stays there."""
        content = QWidget()
        if self._assessment is not None and self._terms is not None:
            stored = None if self._live else self._stored
            override = stored.override if stored is not None else None
            body = VerdictBody(self._assessment, self._terms, override)
            body.field_wanted.connect(self.field_wanted)
            content = body
        place = self._scroll.verticalScrollBar().value()
        self._scroll.setWidget(content)
        self._set_tab_order(content)
        self._scroll.verticalScrollBar().setValue(place)

    def _set_tab_order(self, content: QWidget) -> None:
        chips = content.findChildren(QPushButton)
        form = (self.form.category, self.form.reason, self.form.save, self.form.cancel)
        chain((*form, *chips, self.accept, self.why, self.override))

    def _on_accept(self) -> None:
        if self._stored is not None:
            self.accept_requested.emit(self._stored.assessment_id)

    def _on_override(self) -> None:
        if self._assessment is None:
            return
        self.form.show()
        self._bar.hide()
        self.form.begin("")

    def _on_cancelled(self) -> None:
        self.form.hide()
        self._bar.show()
        self.override.setFocus()

    def _on_confirmed(self, category: str, reason: str) -> None:
        if self._stored is not None:
            self.override_requested.emit(self._stored.assessment_id, category, reason)

    def end_override(self) -> None:
        """Close the form: the override is stored."""
        self._on_cancelled()
