"""Answer what is asked of one arriving value: which test, which unit, why, take or leave."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout
from typing_extensions import override

from desktop_app.domain.arrivals.review import ArrivalState, LineAnswer
from desktop_app.domain.arrivals.rows import LEAVE_OUT, DateStyle
from desktop_app.domain.unit_label import unit_label
from ui import theme
from ui.language import language_change
from ui.models.arrival_words import note_texts, printed_name, printed_value, question_text
from ui.widgets.imports.analyte_picker import AnalytePicker
from ui.widgets.imports.option_buttons import OptionButtons
from ui.widgets.tab_chain import chain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from desktop_app.domain.arrivals.review import Arrival, Question
    from desktop_app.domain.conclusions import Note
    from ui.terms import Terms

translate = QCoreApplication.translate

# The codes of questions that take more than "take it as it stands".
PERSON = "person"
REASON, STYLE, PICKED = "reason", "date_style", frozenset({"item", "signals"})
UNITS = frozenset({"unit", "unit_unknown"})
ELSEWHERE = frozenset({"day", PERSON})  # answered in a field above the rows, or beside a person
_SETTLED = (ArrivalState.NEW, ArrivalState.CORRECTS, ArrivalState.WITHDRAWS)
_OPEN = (ArrivalState.QUESTION, ArrivalState.UNKNOWN, *_SETTLED)


class AnswerBar(QFrame):
    """Show the line as it came and the controls that the chosen value needs, and no others."""

    item_settled = Signal(str, str)  # item key, code or LEAVE_OUT
    unit_settled = Signal(str, str)  # key of the question, unit
    style_settled = Signal(str)  # how the source writes its days
    answered = Signal(int, object)  # place, LineAnswer
    claimed = Signal(object)  # Arrival: its person is the patient of the page all the same
    reason_given = Signal(int, str)  # place, reason
    taken_back = Signal(object)  # Arrival: forget what was answered about it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._terms: Terms | None = None
        self._arrival: Arrival | None = None
        self._decided = False
        self._of_person: tuple[Note, ...] = ()
        self._unit_key = ""
        self.names_hidden = False  # the line as it came holds names
        self.one_patient = False  # the values are meant for the patient whose page is open
        self._asked, self._source = QLabel(self), QLabel(self)
        self.picker = AnalytePicker(parent=self)
        self.units, self.styles = OptionButtons(self), OptionButtons(self)
        self.reason = QLineEdit(self)
        self.buttons = {answer: QPushButton(self) for answer in LineAnswer}
        self.never, self.again, self.claim = (QPushButton(self) for _ in range(3))
        self._lay_out()
        self._connect()
        self.retranslate()
        self.show_arrival(None)

    def set_words(self, terms: Terms) -> None:
        """Word tests and questions in a language."""
        self._terms = terms
        self.picker.set_words(terms)
        self.show_arrival(self._arrival, self._decided, self._of_person)

    def show_arrival(
        self, arrival: Arrival | None, decided: bool = False, of_person: tuple[Note, ...] = ()
    ) -> None:
        """Show the controls for a value; None hides them all.

        ``decided`` tells that somebody answered about it, which can be taken back; ``of_person``
        is what was noted about whose value it is.
        """
        self._arrival, self._decided, self._of_person = arrival, decided, of_person
        terms = self._terms
        self.setEnabled(arrival is not None)
        if arrival is None or terms is None:
            self._asked.clear()
            self._source.clear()
            self._offer(None, ())
            return
        asked = tuple(_questions(arrival))
        sentences = [*(question_text(each, terms) for each in asked), *note_texts(arrival, terms)]
        if not self.names_hidden:  # these may hold numbers of people
            sentences += [terms.sentence("import_note", note) for note in of_person]
        self._asked.setText("  ".join(dict.fromkeys(sentences)))
        theme.set_property(self._asked, "role", "warning" if asked else "muted")
        #: {0} is a line's number, {1} the line as it came from the laboratory
        line = self.tr("Line {0}: {1}")
        said = _printed(arrival) if self.names_hidden else _one_line(arrival)
        self._source.setText(line.format(arrival.reading.row.line, said))
        self._source.setToolTip(said)
        self._offer(arrival, asked)

    def focus_first(self) -> bool:
        """Put the cursor on the first control that answers; tell whether there is one."""
        first = self._first()
        if first is not None:
            first.setFocus()
        return first is not None

    def answer(self, answer: LineAnswer) -> None:
        """Answer by a letter, where that answer is on offer."""
        if self.buttons[answer].isVisibleTo(self):
            self.buttons[answer].click()

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self.reason.setPlaceholderText(self.tr("Reason why this value is right (Enter)"))
        self.reason.setAccessibleName(self.tr("Reason why this value is right"))
        self.never.setText(self.tr("Never import this test"))
        self.again.setText(self.tr("Ask again"))
        self.claim.setText(self.tr("It is this patient all the same"))
        self.show_arrival(self._arrival, self._decided, self._of_person)

    def _name_answers(self) -> None:
        """Word the answers; beside a stored value one may keep both."""
        beside = self._arrival is not None and self._arrival.stored is not None
        back = self._arrival is not None and bool(self._arrival.reading.day)
        for answer, text in (
            (LineAnswer.TAKE, self.tr("Keep both") if beside else self.tr("Take")),
            (
                LineAnswer.REPLACE,
                self.tr("Withdraw the stored value")
                if back
                else self.tr("Replace the stored value"),
            ),
            (LineAnswer.LEAVE, self.tr("Leave out")),
        ):
            key = answer.value[0].upper()
            self.buttons[answer].setText(f"{text}  {key}")
            self.buttons[answer].setAccessibleName(text)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    def _offer(self, arrival: Arrival | None, asked: tuple[Question, ...]) -> None:
        """Show exactly the controls that fit."""
        unknown = arrival is not None and arrival.state is ArrivalState.UNKNOWN
        likely = tuple(o for each in asked if each.code in PICKED for o in each.options)
        self.picker.setVisible(unknown)
        if unknown:
            self.picker.offer(likely)
        self._offer_units(next((each for each in asked if each.code in UNITS), None))
        styles = next((each.options for each in asked if each.code == STYLE), ())
        self.styles.offer(tuple((style, style_text(style)) for style in styles))
        self.reason.setVisible(any(each.code == REASON for each in asked))
        self.reason.clear()
        self._name_answers()
        shown = _answers(arrival, asked)
        for answer, button in self.buttons.items():
            button.setVisible(answer in shown)
        self.never.setVisible(unknown)
        self.again.setVisible(self._decided)
        self.claim.setVisible(self.one_patient and any(each.code == PERSON for each in asked))
        made = (*self.units.buttons, *self.styles.buttons)  # late, so Tab would reach them last
        fixed = (self.reason, self.claim, *self.buttons.values(), self.never, self.again)
        chain((self.picker.line, *made, *fixed))

    def _offer_units(self, asked: Question | None) -> None:
        self._unit_key = "" if asked is None else dict(asked.values).get("key", "")
        options = () if asked is None else asked.options
        self.units.offer(tuple((unit, unit_label(unit) or unit) for unit in options))

    def _first(self) -> QWidget | None:
        chosen = (*self.units.buttons, *self.styles.buttons)
        parts = (self.picker, *chosen, self.reason, self.claim, *self.buttons.values(), self.again)
        return next((part for part in parts if part.isVisibleTo(self)), None)

    def _lay_out(self) -> None:
        theme.set_property(self._source, "role", "small")
        for label in (self._asked, self._source):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._asked.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.units)
        line.addWidget(self.styles)
        line.addWidget(self.reason, 1)
        for button in (self.claim, *self.buttons.values(), self.never, self.again):
            theme.set_property(button, "role", "compact")
            button.setAutoDefault(True)  # else Enter does nothing outside a dialog
            line.addWidget(button)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        for label in (self._asked, self._source):
            column.addWidget(label)
        column.addWidget(self.picker)
        column.addLayout(line)

    def _connect(self) -> None:
        self.picker.picked.connect(self._on_picked)
        self.never.clicked.connect(partial(self._on_picked, LEAVE_OUT))
        self.units.chosen.connect(self._on_unit)
        self.styles.chosen.connect(self.style_settled)
        self.reason.returnPressed.connect(self._on_reason)
        self.claim.clicked.connect(lambda: self.claimed.emit(self._arrival))
        self.again.clicked.connect(lambda: self.taken_back.emit(self._arrival))
        for answer, button in self.buttons.items():
            button.clicked.connect(partial(self._on_answer, answer))

    def _on_picked(self, code: str, _checked: bool = False) -> None:
        if self._arrival is not None:
            self.item_settled.emit(self._arrival.reading.item, code)

    def _on_unit(self, unit: str) -> None:
        if self._arrival is not None:
            self.unit_settled.emit(self._unit_key or self._arrival.reading.item, unit)

    def _on_reason(self) -> None:
        reason = self.reason.text().strip()
        if self._arrival is not None and reason:
            self.reason_given.emit(self._arrival.reading.place, reason)

    def _on_answer(self, answer: LineAnswer, _checked: bool = False) -> None:
        if self._arrival is not None:
            self.answered.emit(self._arrival.reading.place, answer)


def style_text(style: str) -> str:
    """Give the words for how days are written."""
    match DateStyle(style):
        case DateStyle.AUTO:
            return translate("DateStyles", "As each day shows")
        case DateStyle.YEAR_FIRST:
            return translate("DateStyles", "Year, month, day")
        case DateStyle.DAY_FIRST:
            return translate("DateStyles", "Day, month, year")
        case DateStyle.MONTH_FIRST:
            return translate("DateStyles", "Month, day, year")
        case DateStyle.ROC:
            return translate("DateStyles", "Years of the Republic of China")


def _answers(arrival: Arrival | None, asked: tuple[Question, ...]) -> frozenset[LineAnswer]:
    """Give the answers that fit; what needs a test, a unit or a reason is not just taken."""
    if arrival is None or arrival.state not in _OPEN:
        return frozenset()
    needed = PICKED | UNITS | ELSEWHERE | {REASON, STYLE}
    if arrival.state is not ArrivalState.QUESTION or any(each.code in needed for each in asked):
        return frozenset({LineAnswer.LEAVE})
    other = frozenset({LineAnswer.REPLACE}) if arrival.stored is not None else frozenset()
    if arrival.reading.day:  # the laboratory withdrew it: there is nothing to take
        return frozenset({LineAnswer.LEAVE}) | other
    return frozenset({LineAnswer.LEAVE, LineAnswer.TAKE}) | other


def _questions(arrival: Arrival) -> Iterator[Question]:
    yield from dict.fromkeys((*arrival.questions, *arrival.reading.questions))


def _one_line(arrival: Arrival) -> str:
    return " ".join(arrival.reading.row.raw.split()) or _printed(arrival)


def _printed(arrival: Arrival) -> str:
    row = arrival.reading.row
    return f"{printed_name(row)} {printed_value(row)}"
