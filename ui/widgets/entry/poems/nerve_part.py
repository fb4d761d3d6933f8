"""Enter the grades of the ONLS and the Rankin scale, typed or by their questions."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from desktop_app.domain import onls
from desktop_app.domain.myeloma_words import SEPARATOR
from desktop_app.domain.poems_form import NERVE_RESULTS
from desktop_app.domain.poems_words import onls_text
from desktop_app.domain.typed_values import parse_plain_number
from ui import theme
from ui.widgets.answer_box import UNKNOWN, Choice, ChoiceBox
from ui.widgets.entry.lent_results import LentResults
from ui.widgets.entry.poems.onls_form import TABLE, OnlsForm
from ui.widgets.entry.poems.quick_choice import QuickChoice
from ui.widgets.fold import FoldButton

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop_app.domain.conclusions import Assessment, Input
    from desktop_app.domain.visit import DraftFinding
    from ui.terms import Terms
    from ui.widgets.entry.result_field import ResultField

ARM, LEG, RANKIN = NERVE_RESULTS
AXIS = "neurologic"
_KEYS = {"interview": "I", "observed": "O", UNKNOWN: "?"}


class NervePart(LentResults):
    """Hold the three grades, how the answers were had, and the questions behind a fold."""

    def __init__(self, lend: Callable[[str], ResultField], parent: QWidget | None = None) -> None:
        super().__init__(NERVE_RESULTS, lend, parent)
        self._terms: Terms | None = None
        self._lowest: Input | None = None
        self.mode, self._mode_name = ChoiceBox(self), QLabel(self)
        self.total, self.worse = QLabel(self), QLabel(self)
        self.rankin, self._rankin_name = QuickChoice(self), QLabel(self)
        self.form = OnlsForm(self)
        self.guide = FoldButton(self.form, self)
        self._lay_out()
        for code in (ARM, LEG):
            self.fields[code].imply_source(True)  # its method is the mode, said once
        for field in self.fields.values():
            field.edited.connect(self._on_number)
        self.mode.edited.connect(self._on_mode)
        self.form.edited.connect(self._on_answers)
        self.rankin.edited.connect(self._on_rankin)

    def ask(self, assessment: Assessment) -> None:
        """Take the lowest total of the line from what was concluded."""
        response = assessment.poems.response if assessment.poems is not None else None
        axes = response.axes if response is not None else ()
        self._lowest = next((axis.nadir for axis in axes if axis.axis == AXIS), None)
        self._show()

    @override
    def set_words(self, terms: Terms) -> None:
        self._terms = terms
        self._mode_name.setText(self.tr("How"))
        self.mode.setAccessibleName(self.tr("How the answers were had"))
        modes = [Choice(code, terms.of(TABLE, code), _KEYS[code]) for code in onls.MODES]
        self.mode.set_choices([*modes, Choice(UNKNOWN, self.tr("not stated"), _KEYS[UNKNOWN])])
        self._rankin_name.setText(self.tr("Rankin scale"))
        self.rankin.setAccessibleName(self.tr("Rankin scale, in words"))
        grades = ((grade, grade, terms.of("mrs", grade)) for grade in onls.RANKIN)
        self.rankin.set_answers(grades, self.tr("not graded"))
        self.guide.set_caption(self.tr("Questions of the ONLS"))
        self.form.set_words(terms)
        self._show()

    @override
    def focus_order(self) -> tuple[QWidget, ...]:
        typed = (self.fields[ARM].focus_order(), self.fields[LEG].focus_order())
        grades = (part for row in typed for part in row)
        rankin = self.fields[RANKIN].focus_order()
        return self.mode, *grades, self.guide, *self.form.focus_order(), self.rankin, *rankin

    @override
    def show_findings(self, _findings: Mapping[str, DraftFinding]) -> None:
        """Show how the kept grades were had; the questions begin anew."""
        methods = {self.fields[code].source.method.method() for code in (ARM, LEG)}
        told = methods & {*onls.MODES}
        self.mode.set_code(told.pop() if len(told) == 1 else UNKNOWN)
        self.rankin.set_code(self._grade_text(RANKIN))
        self.form.forget()
        self._show()

    def _grade_text(self, code: str) -> str:
        return self.fields[code].number.number_text()

    def _grade(self, code: str) -> Decimal | None:
        return parse_plain_number(self._grade_text(code))

    def _on_number(self) -> None:
        text = self._grade_text(RANKIN)
        self.rankin.set_code(text if text in onls.RANKIN else UNKNOWN)
        self._say_mode()
        self._show()
        self.edited.emit()

    def _on_mode(self) -> None:
        self._say_mode()
        self.edited.emit()

    def _say_mode(self) -> None:
        """Tell the mode with the grades that there are."""
        for code in (ARM, LEG):
            told = self.mode.code() if self._grade_text(code) else ""
            self.fields[code].source.method.set_method(told)
            self.fields[code].imply_source(True)

    def _on_rankin(self) -> None:
        self.fields[RANKIN].number.set_number_text(self.rankin.code())
        self._show()
        self.edited.emit()

    def _on_answers(self) -> None:
        """Enter the grade of each half that was asked about; an incomplete one has none."""
        found, answers = self.form.scored(), self.form.answers()
        arms = {question.code for question in (onls.ARM_SYMPTOMS, *onls.ARM_TASKS)}
        legs = answers.keys() - arms - {onls.ARM_MOVEMENT.code}
        halves = (ARM, found.arm, arms & answers.keys()), (LEG, found.leg, legs)
        for code, grade, asked in halves:
            if asked:
                self.fields[code].number.set_number_text("" if grade is None else str(grade))
        self._say_mode()
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        arm, leg = self._grade(ARM), self._grade(LEG)
        told = arm is not None or leg is not None
        self.total.setVisible(told and self._terms is not None)
        if self._terms is not None:
            #: {0} are the grades of arm and leg with their sum
            said = self.tr("ONLS: {0}").format(onls_text(arm, leg, self._terms))
            whole = arm is not None and leg is not None
            missing = "" if whole else self.tr("No total before both grades are there.")
            self.total.setText(SEPARATOR.join(filter(None, (said, missing))))
        worse = self._worse(arm, leg)
        self.worse.setText(worse)
        self.worse.setVisible(bool(worse))

    def _worse(self, arm: Decimal | None, leg: Decimal | None) -> str:
        """Say that the total stands a point or more above the lowest of the line."""
        lowest = self._lowest.value if self._lowest is not None else None
        if arm is None or leg is None or not isinstance(lowest, Decimal | int):
            return ""
        if arm + leg < lowest + 1:
            return ""
        day = self._lowest.date if self._lowest is not None else ""
        #: {0} how many points more, {1} the lowest total of the line of therapy, {2} its day
        words = self.tr(
            "+{0} above the lowest of this line ({1} on {2}). Ask for a drug that harms nerves. "
            "Nerves recover slowly: best two to three years after treatment."
        )
        return f"{theme.SIGNS['warning']} {words.format(arm + leg - lowest, lowest, day)}"

    def _lay_out(self) -> None:
        mode, rankin = QHBoxLayout(), QHBoxLayout()
        for line, widgets in (
            (mode, (self._mode_name, self.mode)),
            (rankin, (self._rankin_name, self.rankin)),
        ):
            line.setSpacing(6)
            for widget in widgets:
                line.addWidget(widget)
        mode.addStretch(1)
        rankin.setStretch(1, 1)
        for label in (self.total, self.worse):
            label.setWordWrap(True)
        theme.set_property(self.total, "role", "strong")
        theme.set_property(self.worse, "role", "warning")
        guide = QHBoxLayout()
        guide.addWidget(self.guide)
        guide.addStretch(1)
        self.column.insertLayout(0, mode)
        for place, part in enumerate((self.total, self.worse)):
            self.column.insertWidget(3 + place, part)
        self.column.insertLayout(5, guide)
        self.column.insertWidget(6, self.form)
        self.column.insertLayout(7, rankin)
