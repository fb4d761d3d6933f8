"""Say what each column shows of a value on its way into the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.domain.record import Result
from ui.models.arrival_words import (
    KINDS,
    change_text,
    entry_value,
    note_texts,
    printed_name,
    printed_value,
    question_text,
    state_text,
)
from ui.models.rows import Column
from ui.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop_app.domain.arrivals.review import Arrival
    from ui.spans import Cell
    from ui.terms import Terms

NOTHING = (Span("–", "faint"),)


class ArrivalColumns(QObject):
    """Make the columns for one language; ``person`` adds whose value it is."""

    def __init__(self, terms: Terms, person: Callable[[Arrival], str] | None = None) -> None:
        super().__init__()
        self._terms = terms
        self._of = person

    def columns(self) -> tuple[Column[Arrival], ...]:
        """Give the columns from left to right."""
        person = (Column(self.tr("Patient"), self._person),) if self._of else ()
        return (
            Column(self.tr("State"), self._state),
            *person,
            Column(self.tr("Test"), self._test),
            Column(self.tr("Value"), self._value),
            Column(self.tr("Last, change"), self._last),
            Column(self.tr("Day"), self._day),
            Column(self.tr("Remark"), lambda row: tuple(self._remarks(row))),
        )

    def _state(self, row: Arrival) -> Cell:
        return (Span(state_text(row.state), KINDS[row.state], chip=True),)

    def _person(self, row: Arrival) -> Cell:
        return (Span(self._of(row) if self._of else ""),)

    def _test(self, row: Arrival) -> Cell:
        printed = printed_name(row.reading.row)
        code = row.reading.code
        drawn = row.reading.row.specimen  # the reason why a name that is known is asked about
        specimen = (Span(drawn, "muted"),) if drawn else ()
        if code is None:
            return (Span(printed, "strong"), *specimen)
        name = self._terms.analyte(code)
        same = name.casefold() == printed.casefold()
        return (Span(name, "strong"), *(() if same else (Span(printed, "muted"),)), *specimen)

    def _value(self, row: Arrival) -> Cell:
        entry = row.reading.entry
        if entry is None:
            return (Span(printed_value(row.reading.row), "muted"),)
        limits = _limits(entry) if isinstance(entry, Result) else ""
        return (Span(entry_value(entry, self._terms), "strong"), Span(limits, "muted"))

    def _last(self, row: Arrival) -> Cell:
        """Show the stored value of the same day if there is one, else the last and the change."""
        if row.stored is not None:
            said = entry_value(row.stored.entry, self._terms)
            #: {0} is the value of the same day that the record has already
            return (Span(self.tr("stored: {0}").format(said)),)
        if row.last is None:
            return NOTHING
        last = Span(entry_value(row.last, self._terms), "muted")
        return (last, Span(change_text(row, self._terms.language)))

    def _day(self, row: Arrival) -> Cell:
        entry = row.reading.entry
        if entry is None or entry.date is None:
            return (Span(row.reading.row.collected_at, "muted"),)
        return (Span(entry.date.text), Span(row.reading.minute, "muted"))

    def _remarks(self, row: Arrival) -> Iterator[Span]:
        questions = (*row.questions, *row.reading.questions)
        for text in dict.fromkeys(question_text(each, self._terms) for each in questions):
            yield Span(text, "warning", chip=True)
        for text in note_texts(row, self._terms):
            yield Span(text, "muted")


def _limits(result: Result) -> str:
    low, high = result.low, result.high
    if low is not None and high is not None:
        return f"{low:f}–{high:f}"
    if high is not None:
        return f"≤ {high:f}"
    return f"≥ {low:f}" if low is not None else ""
