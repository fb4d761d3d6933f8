"""Write what became of an import as plain text for a person at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.arrivals.review import ArrivalState
from desktop_app.domain.conclusions import Note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.arrivals.review import Arrival, Imported, ImportReview
    from desktop_app.domain.wording import Wording

_ASKED = frozenset({ArrivalState.QUESTION, ArrivalState.UNKNOWN, ArrivalState.REFUSED})


def import_prose(review: ImportReview, imported: Imported | None, wording: Wording) -> str:
    """Count what was stored and what was not, then list every value that somebody must look at."""
    return "\n".join(_lines(review, imported, wording)) + "\n"


def _lines(review: ImportReview, imported: Imported | None, wording: Wording) -> Iterator[str]:
    counts, done = review.counts, imported
    values = {
        "name": review.staged.name,
        "stored": done.stored if done else 0,
        "corrected": done.corrected if done else 0,
        "registered": done.registered if done else 0,
        "same": counts[ArrivalState.SAME],
        "absent": counts[ArrivalState.ABSENT] + counts[ArrivalState.LEFT_OUT],
        "asked": sum(counts[state] for state in _ASKED),
    }
    yield wording.text("text.import_counts", [(key, str(value)) for key, value in values.items()])
    for arrival in review.arrivals:
        if arrival.state in _ASKED:
            yield _asked(review, arrival, wording)
    for line, text in review.staged.unread:
        unread = {"name": review.staged.name, "line": str(line), "text": text}
        yield wording.text("text.import_unread", unread.items())


def _asked(review: ImportReview, arrival: Arrival, wording: Wording) -> str:
    row = arrival.reading.row
    values = {
        "name": review.staged.name,
        "line": str(row.line),
        "item": " ".join(filter(None, (row.item_code, row.item_name))),
        "value": " ".join(filter(None, (row.value, row.unit))),
        "why": " ".join(dict.fromkeys(_reasons(review, arrival, wording))),
    }
    return wording.text("text.import_asked", values.items())


def _reasons(review: ImportReview, arrival: Arrival, wording: Wording) -> Iterator[str]:
    if arrival.state is ArrivalState.UNKNOWN:
        yield wording.text("text.import_unknown")
    for question in (*arrival.questions, *arrival.reading.questions):
        yield wording.sentence("import_question", Note(question.code, question.values))
    whose = () if arrival.person is None else review.people[arrival.person].notes
    for note in (*arrival.notes, *arrival.reading.notes, *whose):
        yield wording.sentence("import_note", note)
