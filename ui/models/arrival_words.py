"""Put one arriving value into words: its state, its test, its value, and what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.arrivals.change import percent_from
from desktop_app.domain.arrivals.review import ArrivalState
from desktop_app.domain.conclusions import Input
from desktop_app.domain.record import Result
from desktop_app.domain.unit_label import percent

if TYPE_CHECKING:
    from desktop_app.domain.arrivals.review import Arrival, Question
    from desktop_app.domain.arrivals.rows import StagedRow
    from desktop_app.domain.record import Finding
    from ui.terms import Terms

translate = QCoreApplication.translate

KINDS = {
    ArrivalState.NEW: "good",
    ArrivalState.CORRECTS: "good",
    ArrivalState.WITHDRAWS: "good",
    ArrivalState.QUESTION: "warning",
    ArrivalState.UNKNOWN: "warning",
    ArrivalState.SAME: "neutral",
    ArrivalState.ABSENT: "unknown",
    ArrivalState.LEFT_OUT: "neutral",
    ArrivalState.REFUSED: "critical",
}


def state_text(state: ArrivalState) -> str:
    """Give the word for what will become of a value."""
    match state:
        case ArrivalState.NEW:
            return translate("ArrivalWords", "new")
        case ArrivalState.CORRECTS:
            return translate("ArrivalWords", "corrects")
        case ArrivalState.WITHDRAWS:
            return translate("ArrivalWords", "withdraws")
        case ArrivalState.QUESTION:
            return translate("ArrivalWords", "question")
        case ArrivalState.UNKNOWN:
            return translate("ArrivalWords", "which test?")
        case ArrivalState.SAME:
            return translate("ArrivalWords", "already there")
        case ArrivalState.ABSENT:
            return translate("ArrivalWords", "no result")
        case ArrivalState.LEFT_OUT:
            return translate("ArrivalWords", "left out")
        case ArrivalState.REFUSED:
            return translate("ArrivalWords", "not possible")


def printed_name(row: StagedRow) -> str:
    """Give the test as the laboratory printed it."""
    return row.item_name or row.item_code


def printed_value(row: StagedRow) -> str:
    """Give value and unit as the laboratory printed them."""
    return f"{row.value} {row.unit}".strip()


def entry_value(entry: Result | Finding, terms: Terms) -> str:
    """Give a value as it is kept, with its unit."""
    if not isinstance(entry, Result):
        return terms.value(Input(entry.code, entry.value))
    if entry.value is None:
        return terms.answer(entry.code, str(entry.interpretation or ""))
    given = Input(entry.code, entry.value, unit=entry.unit, comparator=entry.comparator)
    return terms.value(given)


def change_text(arrival: Arrival, language: str) -> str:
    """Give the change from the last value in percent, where there is one to compare with."""
    entry, last = arrival.reading.entry, arrival.last
    if not isinstance(entry, Result) or last is None:
        return ""
    changed = percent_from(last, entry)
    if changed is None:
        return ""
    sign = "±" if not changed else "+" if changed > 0 else "−"
    return percent(f"{sign}{abs(changed)}", language)


def question_text(question: Question, terms: Terms) -> str:
    """Give a question's sentence."""
    name = f"import_question.{question.code}"
    return terms.words.text(name, question.values) if name in terms.words else question.code


def note_texts(arrival: Arrival, terms: Terms) -> tuple[str, ...]:
    """Give the sentences of what was noted, each once."""
    notes = (*arrival.notes, *arrival.reading.notes)
    return tuple(dict.fromkeys(terms.sentence("import_note", note) for note in notes))
