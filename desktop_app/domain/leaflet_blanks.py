"""Give what a leaflet would have a patient write down, where the record says it already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.chart_words import ChartWords
from desktop_app.domain.document import Fact, Hole
from desktop_app.domain.trace_words import TraceWords
from desktop_app.domain.unit_label import with_unit
from desktop_app.domain.view import RecordView

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.record import PatientRecord
    from desktop_app.domain.trend import Course
    from desktop_app.domain.wording import Wording

_MEASURED = {"serum_m_protein": Hole.M_PROTEIN, "flc_ratio": Hole.FLC_RATIO}
_FACTS = {
    Hole.M_PROTEIN: (Fact.M_PROTEIN_KNOWN, Fact.M_PROTEIN_OPEN),
    Hole.ISOTYPE: (Fact.ISOTYPE_KNOWN, Fact.ISOTYPE_OPEN),
    Hole.FLC_RATIO: (Fact.FLC_RATIO_KNOWN, Fact.FLC_RATIO_OPEN),
}


def written_already(
    record: PatientRecord,
    courses: Iterable[Course],
    today: date,
    catalogue: Catalogue,
    words: Wording,
) -> dict[Hole, str]:
    """Give the latest M-protein, its type and the ratio, each with its day.

    A negative immunofixation, or two of one day that differ, names no type.
    """
    charted = ChartWords(words, catalogue)
    texts = {
        _MEASURED[course.code]: _dated(
            with_unit(charted.number(course.latest), course.unit, words.language),
            course.latest.on.text,
        )
        for course in courses
        if course.code in _MEASURED
    }
    bands = RecordView.of(record, catalogue, today).latest_finding("serum_immunofixation")
    if bands is not None and isinstance(bands.value, tuple) and bands.value:
        names = TraceWords(words, catalogue).isotypes(tuple(map(str, bands.value)))
        texts[Hole.ISOTYPE] = _dated(names, bands.date.text)
    return texts


def facts_of(known: Collection[Hole]) -> set[Fact]:
    """Tell of each line to write on whether the record fills it or it stays open."""
    return {yes if hole in known else no for hole, (yes, no) in _FACTS.items()}


def _dated(text: str, day: str) -> str:
    return f"{text} · {day}"
