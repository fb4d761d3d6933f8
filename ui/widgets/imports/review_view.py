"""Show a source before it is stored: counts, the day, the values, and what is asked of one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop_app.domain.arrivals import deciding
from desktop_app.domain.arrivals.deciding import ASKED
from desktop_app.domain.arrivals.review import STORED, ArrivalState
from desktop_app.domain.arrivals.unread import unread_lines
from ui import theme
from ui.language import language_change
from ui.widgets.answer_box import Choice, ChoiceBox
from ui.widgets.imports.answer_bar import PERSON, AnswerBar
from ui.widgets.imports.day_row import DayRow
from ui.widgets.imports.review_grid import ReviewGrid
from ui.widgets.tab_chain import chain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from desktop_app.domain.arrivals.review import Arrival, Decisions, ImportReview, LineAnswer
    from desktop_app.domain.conclusions import Note
    from ui.terms import Terms

ALL, OPEN, READY = "all", "open", "ready"


class ReviewView(QWidget):
    """Hold one review; every answer asks for the review anew, made from the new decisions."""

    decided = Signal(object)  # Decisions
    style_settled = Signal(str)  # DateStyle of the whole source
    accepted = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.review: ImportReview | None = None
        self._person: Callable[[Arrival], str] | None = None
        self._place: int | None = None
        self._answering, self._beginning = False, True
        self.counts = QLabel(self)
        theme.set_property(self.counts, "role", "strong")
        self.shown, self.day = ChoiceBox(self), DayRow(today, self)
        self.grid, self.bar = ReviewGrid(self), AnswerBar(self)
        self._lay_out()
        self._connect()
        self.shown.set_code(ALL)
        self.retranslate()

    def set_words(self, terms: Terms, person: Callable[[Arrival], str] | None = None) -> None:
        """Word the values in a language; ``person`` names whose value each is."""
        self._person = person
        self.bar.set_words(terms)
        self.grid.set_words(terms, person)
        self._fill()

    def begin(self, visit_day: date | None = None) -> None:
        """Forget the review before; ``visit_day`` is what Enter in an empty day field means."""
        self.review, self._place, self._answering = None, None, False
        self._beginning = True
        self.shown.set_code(ALL)
        self.day.begin(visit_day)
        self.grid.show_arrivals(())
        self._count()

    def show_review(self, review: ImportReview) -> None:
        """Show a review; the cursor goes where one goes on."""
        begins, self._beginning, self.review = self._beginning, False, review
        self.bar.one_patient = review.patient_id is not None
        self.day.setVisible(deciding.asks_for_day(review))
        if self.shown.code() == OPEN and not self.asked_count:
            self.shown.set_code(READY)  # the last question was answered
        self._fill()
        if begins or self._answering:
            self.focus_next()
        self._answering = False

    def focus_next(self) -> None:
        """Go to the day where it is asked, to a question that was begun, else to the values."""
        asked = self.review is not None and self.review.decisions.day is None
        if asked and self.day.isVisibleTo(self):
            self.day.setFocus()
        elif self._answering and self._is_asked() and self.bar.focus_first():
            return
        else:
            self.grid.setFocus()

    def show_open(self) -> None:
        """Show only what is asked, as the rest is settled; the next review goes to it."""
        self.shown.set_code(OPEN)
        self._answering = True

    def focus_question(self) -> bool:
        """Put the cursor on what answers the next question; tell whether there is one."""
        self.shown.set_code(ALL)
        self._fill()
        return self.grid.next_asked() and self.bar.focus_first()

    def retranslate(self) -> None:
        """Set the texts in the window's language."""
        self.grid.setAccessibleName(self.tr("Values on their way into the record"))
        self.shown.setAccessibleName(self.tr("Which values are shown"))
        self.shown.set_choices(
            (
                Choice(ALL, self.tr("All")),
                Choice(OPEN, self.tr("Questions")),
                Choice(READY, self.tr("Ready")),
            )
        )
        self._count()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if language_change(event):
            self.retranslate()

    def summary(self) -> str:
        """Say how many values will be stored, how many are asked about, and what of the rest."""
        return " · ".join(self._parts())

    @property
    def asked_count(self) -> int:
        """Count the values about which something is asked."""
        review = self.review
        return sum(each.state in ASKED for each in review.arrivals) if review is not None else 0

    def _parts(self) -> Iterator[str]:
        counts = self.review.counts if self.review is not None else {}
        gone = counts.get(ArrivalState.WITHDRAWS, 0)
        ready = sum(counts.get(state, 0) for state in STORED) - gone
        asked = sum(counts.get(state, 0) for state in ASKED)
        yield self.tr("%n will be stored", "", ready)
        if gone:
            yield self.tr("%n will be withdrawn", "", gone)
        if asked:
            yield f"{theme.SIGNS['warning']} " + self.tr("%n question(s)", "", asked)
        if same := counts.get(ArrivalState.SAME, 0):
            yield self.tr("%n already there", "", same)
        if absent := counts.get(ArrivalState.ABSENT, 0):
            yield self.tr("%n without a result", "", absent)
        if left := counts.get(ArrivalState.LEFT_OUT, 0):
            yield self.tr("%n left out", "", left)
        if refused := counts.get(ArrivalState.REFUSED, 0):
            yield f"{theme.SIGNS['critical']} " + self.tr("%n not possible", "", refused)
        if unread := len(self.review.staged.unread) if self.review is not None else 0:
            yield f"{theme.SIGNS['warning']} " + self.tr("%n line(s) not read", "", unread)

    def _count(self) -> None:
        self.counts.setText(self.summary())

    def _fill(self) -> None:
        review = self.review
        if review is None:
            return
        wanted = {OPEN: ASKED, READY: STORED}.get(self.shown.code())
        rows = review.arrivals
        if wanted is None:
            rows += unread_lines(review.staged, hidden=self.bar.names_hidden)
        else:
            rows = tuple(each for each in rows if each.state in wanted)
        self.grid.show_arrivals(rows, self._place)
        self._count()

    def _is_asked(self) -> bool:
        current = self.grid.current()
        return current is not None and current.state in ASKED

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.STEPS[2])
        head.addWidget(self.counts, 1)
        head.addWidget(self.shown)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.STEPS[0] + 2)
        column.addLayout(head)
        column.addWidget(self.day)
        column.addWidget(self.grid, 1)
        column.addWidget(self.bar)
        chain((self.shown, self.day.line, self.grid, self.bar.picker.line))

    def _connect(self) -> None:
        self.shown.edited.connect(self._fill)
        self.day.settled.connect(self._on_day)
        self.grid.accepted.connect(self.accepted)
        self.grid.chosen.connect(self._on_chosen)
        self.grid.answered.connect(self._on_letter)
        self.bar.item_settled.connect(self._on_item)
        self.bar.unit_settled.connect(self._on_unit)
        self.bar.answered.connect(self._on_answer)
        self.bar.reason_given.connect(self._on_reason)
        self.bar.taken_back.connect(self._on_taken_back)
        self.bar.claimed.connect(self._on_claimed)
        self.bar.style_settled.connect(self._on_style)

    def _on_chosen(self, arrival: Arrival | None) -> None:
        review = self.review
        if arrival is None or review is None:
            self.bar.show_arrival(None)
        else:
            decided = deciding.decided_about(review.decisions, arrival)
            self.bar.show_arrival(arrival, decided, self._about_person(arrival))

    def _about_person(self, arrival: Arrival) -> tuple[Note, ...]:
        """Give why it is asked whose value this is; nothing where it is not asked."""
        asked = any(each.code == PERSON for each in arrival.questions)
        if self.review is None or arrival.person is None or not asked:
            return ()
        return self.review.people[arrival.person].notes

    def _on_letter(self, answer: LineAnswer) -> None:
        self.bar.answer(answer)

    def _decide(self, decisions: Decisions) -> None:
        """Ask for the review anew; the cursor goes on from here."""
        current = self.grid.current()
        self._place = current.reading.place if current is not None else None
        self._answering = True
        self.decided.emit(decisions)

    def _decisions(self) -> Decisions:
        assert self.review is not None
        return self.review.decisions

    def _on_day(self, day: date) -> None:
        self._decide(replace(self._decisions(), day=day))
        self._answering, self._beginning = False, True  # on to the values, where Enter stores

    def _on_item(self, item: str, code: str) -> None:
        self._decide(deciding.with_item(self._decisions(), item, code))

    def _on_unit(self, key: str, unit: str) -> None:
        self._decide(deciding.with_unit(self._decisions(), key, unit))

    def _on_answer(self, place: int, answer: LineAnswer) -> None:
        self._decide(deciding.with_answer(self._decisions(), place, answer))

    def _on_reason(self, place: int, reason: str) -> None:
        self._decide(deciding.with_reason(self._decisions(), place, reason))

    def _on_claimed(self, arrival: Arrival) -> None:
        review = self.review
        if review is not None and review.patient_id is not None and arrival.person is not None:
            key = review.people[arrival.person].key
            self._decide(deciding.with_person(review.decisions, key, review.patient_id))

    def _on_taken_back(self, arrival: Arrival) -> None:
        self._decide(deciding.forgotten(self._decisions(), arrival))

    def _on_style(self, style: str) -> None:
        self._answering = True
        self.style_settled.emit(style)
