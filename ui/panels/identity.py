"""Show who the patient is: name, number, age, clone, allergies, and the course of the disease."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.domain.myeloma_words import treatment_summary
from ui import theme
from ui.widgets.chart.course_words import segments
from ui.widgets.chart.ribbon import Ribbon
from ui.widgets.chip import Chip
from ui.wording import age_text, day_text, masked_name, masked_number, sex_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from desktop_app.domain.conclusions import Assessment, Criterion, Input
    from desktop_app.domain.journal import Stage
    from desktop_app.domain.worklist import PatientCard
    from ui.context import UiContext
    from ui.terms import Terms

HEIGHT, RIBBON_WIDTH = 58, 420
_LIGHT_CHAINS = {"kappa": "κ", "lambda": "λ"}


class IdentityPanel(QFrame):
    """Hold the strip at the head of the page."""

    course_clicked = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_property(self, "role", "strip")
        self.setFixedHeight(HEIGHT)
        self._context = context
        self._card: PatientCard | None = None
        self._assessment: Assessment | None = None
        self._stages: tuple[Stage, ...] = ()
        self._earlier: tuple[str, ...] = ()
        self._name, self._facts, self._clone = QLabel(self), QLabel(self), QLabel(self)
        self._allergies = QLabel(self)
        self._no_answer, self._fictional = Chip(parent=self), Chip(parent=self)
        self._course = QLabel(self)
        self.ribbon = Ribbon(self)
        self._lay_out()
        self.ribbon.clicked.connect(self.course_clicked)
        context.names_hidden_changed.connect(self._show)

    def show_patient(
        self,
        card: PatientCard | None,
        assessment: Assessment | None,
        terms: Terms,
        course: tuple[Stage, ...] = (),
        earlier: tuple[str, ...] = (),
    ) -> None:
        """Show a patient, or an empty strip while one is read.

        ``earlier`` are the bands that were seen last, for a clone that is not seen now.
        """
        self._card, self._assessment, self._terms = card, assessment, terms
        self._stages, self._earlier = course, earlier
        self._show()

    def masked_label(self) -> str:
        """Give what stands on the chart in the place of the patient while names are hidden."""
        if self._card is None or not self._context.names_hidden:
            return ""
        identity = self._card.identity
        return f"{masked_name(identity.name)} · {masked_number(identity.record_number)}"

    def _lay_out(self) -> None:
        for label, role in (
            (self._name, "pageTitle"),
            (self._facts, "muted"),
            (self._clone, "muted"),
            (self._course, "small"),
        ):
            theme.set_property(label, "role", role)
            label.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_property(self._allergies, "role", "text")
        self._facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        left = QVBoxLayout()
        left.setSpacing(0)
        for widgets in (
            (self._name, self._facts),
            (self._clone, self._allergies, self._no_answer, self._fictional),
        ):
            line = QHBoxLayout()
            line.setSpacing(8)
            for widget in widgets:
                line.addWidget(widget)
            line.addStretch(1)
            left.addLayout(line)
        right = QVBoxLayout()
        right.setSpacing(1)
        right.addWidget(self._course)
        right.addWidget(self.ribbon)
        self.ribbon.setFixedWidth(RIBBON_WIDTH)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(16, 4, 16, 6)
        whole.setSpacing(16)
        whole.addLayout(left, 1)
        whole.addLayout(right)

    def _show(self) -> None:
        card = self._card
        self.ribbon.setVisible(card is not None)
        if card is None:
            for label in (self._name, self._facts, self._clone, self._allergies, self._course):
                label.clear()
            for chip in (self._no_answer, self._fictional):
                chip.show_state("", "neutral")
            return
        self._show_person(card)
        self._clone.setText(" · ".join((*self._clone_words(), *self._treatment_words())))
        self._show_allergies(card.allergies)
        self._fictional.show_state(self.tr("fictional") if card.fictional else "", "neutral")
        self._course.setText(self.tr("Course"))
        self.ribbon.setAccessibleName(self.tr("Course"))
        self.ribbon.show_segments(segments(self._stages, self._today(), self._terms))

    def _today(self) -> date:
        return self._context.services.clock.today()

    def _show_person(self, card: PatientCard) -> None:
        identity = card.identity
        hidden = self._context.names_hidden
        self._name.setText(masked_name(identity.name) if hidden else identity.name)
        number = masked_number(identity.record_number) if hidden else identity.record_number
        if card.merged:
            also = [masked_number(each) if hidden else each for each in card.merged]
            #: {0} is a record number, {1} those of registrations that were merged into it
            number = self.tr("{0} (also {1})").format(number, ", ".join(also))
        birth = day_text(identity.birth_date) or self.tr("birth date unknown")
        who = f"{sex_text(identity.sex)} {age_text(card.age)}".strip()
        self._facts.setText(" · ".join((who, number, birth)))

    def _clone_words(self) -> list[str]:
        """Say the isotype and light chain as far as the assessment's inputs tell."""
        bands = _bands(self._assessment)
        if bands is None:
            return [self.tr("isotype unknown")]
        words = [self._terms.isotypes(bands)]
        if not bands and self._earlier:
            bands = self._earlier
            #: {0} are the bands of an immunofixation that is negative now
            words = [self.tr("{0} (negative now)").format(self._terms.isotypes(bands))]
        chains = {name for band in bands for name in band.split("-") if name in _LIGHT_CHAINS}
        if len(chains) == 1:
            #: {0} is κ or λ
            words.append(self.tr("involved light chain {0}").format(_LIGHT_CHAINS[chains.pop()]))
        return words

    def _treatment_words(self) -> tuple[str, ...]:
        """Say the line, the cycle and the response of now, where something was given."""
        picture = self._assessment.myeloma if self._assessment is not None else None
        said = treatment_summary(picture, self._terms) if picture is not None else ""
        return (said,) if said else ()

    def _show_allergies(self, allergies: tuple[str, ...] | None) -> None:
        asked = allergies is not None
        self._no_answer.show_state("" if asked else self.tr("allergies not asked"), "unknown")
        self._allergies.setVisible(asked)
        theme.set_property(self._allergies, "kind", "critical" if allergies else "neutral")
        if allergies is None:
            self._allergies.clear()
        elif allergies:
            #: {0} is a list of substances
            self._allergies.setText(self.tr("▲ Allergies: {0}").format(", ".join(allergies)))
        else:
            self._allergies.setText(self.tr("no allergies known"))


def _bands(assessment: Assessment | None) -> tuple[str, ...] | None:
    """Find the immunofixation that the assessment read: serum first, else urine."""
    if assessment is None:
        return None
    factors = (factor for _, score in assessment.scores for factor in score.criteria)
    criteria = (*assessment.diagnosis.criteria, *factors)
    found = {given.code: given.value for given in _inputs(criteria)}
    for code in ("serum_immunofixation", "urine_immunofixation"):
        value = found.get(code)
        if isinstance(value, tuple | list):
            return tuple(str(band) for band in value)
    return None


def _inputs(criteria: tuple[Criterion, ...]) -> Iterator[Input]:
    for criterion in criteria:
        yield from criterion.inputs
        yield from _inputs(criterion.criteria)
