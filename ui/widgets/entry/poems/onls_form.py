"""Guide through the questions of the ONLS, in our own words, to a grade of arms and legs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain import onls
from ui import theme
from ui.widgets.entry.entry_part import message_label, show_message
from ui.widgets.entry.poems.quick_choice import QuickChoice

if TYPE_CHECKING:
    from desktop_app.domain.onls import Onls, Question
    from ui.terms import Terms

_DIGITS = {
    onls.FLAG: ("1", "0"),
    onls.TASK: ("0", "1", "2", "9"),
    onls.AIDS: ("0", "1", "2", "3"),
    onls.SIDES: ("0", "1", "2", "3"),
}
TABLE = "onls"
BOX_WIDTH = 150


class OnlsForm(QWidget):
    """Hold one list a question; those that no longer apply are hidden and not answered."""

    edited = Signal()
    rearranged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes = {question.code: QuickChoice(self) for question in onls.QUESTIONS}
        self._names = {question.code: QLabel(self) for question in onls.QUESTIONS}
        self._own = QLabel(self)
        theme.set_property(self._own, "role", "small")
        self.message = message_label(self)
        self.clear_button = QPushButton(self)
        theme.set_property(self.clear_button, "role", "chip")
        theme.set_property(self.clear_button, "kind", "neutral")
        self._terms: Terms | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addWidget(self._own)
        for code, box in self.boxes.items():
            name = self._names[code]
            name.setBuddy(box)
            for label in (name, self._own):
                label.setWordWrap(True)
                label.setTextFormat(Qt.TextFormat.PlainText)
            if code == onls.AID.code:  # its answers are too long to stand beside it
                column.addWidget(name)
                column.addWidget(box)
            else:
                line = QHBoxLayout()
                line.setSpacing(6)
                box.setFixedWidth(BOX_WIDTH)
                line.addWidget(name, 1)
                line.addWidget(box)
                column.addLayout(line)
            box.edited.connect(self._on_edited)
            box.answered.connect(self._go_on)
        column.addWidget(self.message)
        column.addWidget(self.clear_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.clear_button.clicked.connect(self.forget)
        self._show()

    def set_words(self, terms: Terms) -> None:
        """Word the questions in a language."""
        self._terms = terms
        self._own.setText(terms.of(TABLE, "own_wording"))
        self.clear_button.setText(self.tr("Clear the answers"))
        self.clear_button.setAccessibleName(self.clear_button.text())
        for question in onls.QUESTIONS:
            text = terms.of(TABLE, question.code)
            self._names[question.code].setText(text)
            box = self.boxes[question.code]
            digits = _DIGITS[question.answers]
            answers = zip(digits, question.answers, strict=True)
            offered = ((digit, code, terms.of(TABLE, code)) for digit, code in answers)
            box.set_answers(offered, self.tr("not asked"))
            box.setAccessibleName(text)
        self._show()

    def answers(self) -> dict[str, str]:
        """Give what was answered of the questions that apply."""
        every = {code: box.code() for code, box in self.boxes.items() if box.code()}
        applies = {question.code for question in onls.asked(every)}
        return {code: answer for code, answer in every.items() if code in applies}

    def scored(self) -> Onls:
        """Score what was answered so far."""
        return onls.scored(self.answers())

    def forget(self) -> None:
        """Take every answer back; the grades stay as they were entered."""
        for box in self.boxes.values():
            box.set_code("")
        self._show()

    def focus_order(self) -> tuple[QWidget, ...]:
        """Give what takes the focus, in reading order."""
        return *self.boxes.values(), self.clear_button

    def _applying(self) -> tuple[Question, ...]:
        return onls.asked(self.answers())

    def _on_edited(self) -> None:
        self._show()
        self.edited.emit()

    def _go_on(self) -> None:
        """Put the cursor into the next question that applies."""
        codes = [question.code for question in self._applying()]
        here = next((code for code in codes if self.boxes[code] is self.sender()), codes[-1])
        following = codes[codes.index(here) + 1 :]
        target: QWidget = self.boxes[following[0]] if following else self.clear_button
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self) -> None:
        applies = {question.code for question in self._applying()}
        for code, box in self.boxes.items():
            box.setVisible(code in applies)
            self._names[code].setVisible(code in applies)
        self.clear_button.setVisible(bool(self.answers()))
        problems = self.scored().problems
        if self._terms is not None:
            said = [self._terms.of(TABLE, problem.code) for problem in problems]
            show_message(self.message, "\n".join(said))
