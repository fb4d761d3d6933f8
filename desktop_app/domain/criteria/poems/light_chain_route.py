"""Judge the light chain ratio as a route to a clone (POEMS-CLONE-FLC)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criteria.kidney import filtrations
from desktop_app.domain.criteria.light_chains import RATIO_HIGH, RATIO_LOW, all_samples
from desktop_app.domain.criteria.poems.clone_routes import route
from desktop_app.domain.criteria.poems.reading import Told, feature
from desktop_app.domain.criterion import Op, Rule, compare, input_of
from desktop_app.domain.record import Interpretation
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.domain.criteria.light_chains import Sample
    from desktop_app.domain.criteria.poems.clone_routes import Route
    from desktop_app.domain.criteria.poems.reading import Reading
    from desktop_app.domain.view import RecordView

RATIO = Rule(
    "POEMS-CLONE-FLC",
    "poems2025",
    "source-doc",
    "k/l outside the laboratory's range or 0.26-1.65",
)
# In kidney disease a ratio up to here may be normal.
RENAL_HIGH, RENAL_EGFR = D("3.1"), D(60)
_KIDNEY = ("egfr", "creatinine")
RENAL_NOTE = Note("poems_renal_ratio")


@dataclass(frozen=True, slots=True)
class _Read:
    """Hold what one ratio says, and the light chain to which it points."""

    truth: Truth
    side: str | None = None
    note: Note | None = None


def ratio(reading: Reading) -> Route:
    """Judge every ratio; in the renal zone it is unknown, and never types the clone."""
    read = [(x, _read(reading, x)) for x in all_samples(reading.view)]
    told = (
        Told(x.results[0].date, y.truth, input_of(x.printed or x.results[0]), y.note)
        for x, y in read
    )
    answer = reading.answer(told)
    if answer.truth is Truth.UNKNOWN and any(y.note == RENAL_NOTE for _, y in read):
        answer = replace(answer, note=RENAL_NOTE)  # also where another sample is read
    typed = ((x.results[0].date, y.side) for x, y in read if y.side is not None)
    return route(reading, feature(RATIO, answer), typed)


def _read(reading: Reading, sample: Sample) -> _Read:
    value, printed = sample.ratio(reading.view), sample.printed
    if value is None:
        words = printed.interpretation if printed is not None else None
        return _IN_WORDS.get(words, _Read(Truth.UNKNOWN))
    low, high = _range(sample)
    under = compare(value.value, value.comparator, Op.LT, low)
    over = compare(value.value, value.comparator, Op.GT, high)
    if over is Truth.MET:
        zone = compare(value.value, value.comparator, Op.LE, RENAL_HIGH) is not Truth.NOT_MET
        if zone and not _filters(reading.view, sample.results[0].date.last):
            return _Read(Truth.UNKNOWN, None, RENAL_NOTE)
        return _Read(over, "kappa")
    return _Read(under | over, "lambda" if under is Truth.MET else None)


def _range(sample: Sample) -> tuple[D, D]:
    """Give the laboratory's range, else that of the assay."""
    low = sample.printed.low if sample.printed is not None else None
    high = sample.printed.high if sample.printed is not None else None
    return RATIO_LOW if low is None else low, RATIO_HIGH if high is None else high


def _filters(view: RecordView, day: date) -> bool:
    """Tell whether the kidneys certainly work: the latest eGFR up to a day, else the first after.

    Later values must not take back what an entry said.
    """
    days = [x.date.last for code in _KIDNEY for x in view.results(code)]
    found = filtrations(view.at(max(day, min(days)))) if days else ()
    return bool(found) and all(
        x.value is not None and compare(x.value, x.comparator, Op.GE, RENAL_EGFR) is Truth.MET
        for x in found
    )


_NOTE = Note("interpretation_only")
_IN_WORDS: Mapping[Interpretation | None, _Read] = {
    Interpretation.NORMAL: _Read(Truth.NOT_MET, None, _NOTE),
    Interpretation.HIGH: _Read(Truth.MET, "kappa", _NOTE),
    Interpretation.LOW: _Read(Truth.MET, "lambda", _NOTE),
}
