"""Derive the course of the ONLS total, as the response reads it (RESP-POEMS-N).

For charts, tables and the leaflet: whatever shows a total takes it from here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.record import Result
from desktop_app.domain.rulesets.poems.response.neurologic import ARM, LEG, TOTAL, totals
from desktop_app.domain.view import RecordView

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.record import PatientRecord
    from desktop_app.domain.rulesets.poems.response.base import Sample

SCORE = "{score}"


def onls_totals(record: PatientRecord, as_of: date, catalogue: Catalogue) -> tuple[Result, ...]:
    """Give the totals of the days on which none was recorded as such."""
    if not any(x.code in (ARM, LEG) for x in record.results):
        return ()
    view = RecordView.of(record, catalogue, as_of)
    recorded = {x.date for x in view.results(TOTAL)}
    return tuple(_total(x) for x in totals(view) if x.date not in recorded and _one(x))


def _one(sample: Sample) -> bool:
    """Tell whether the visits of a day agree on their total."""
    return sample.span is not None and sample.span.number is not None


def _total(sample: Sample) -> Result:
    value = None if sample.span is None else sample.span.number
    (mode,) = sample.series or ("",)
    return Result(sample.date, TOTAL, value, SCORE, method=mode or None)
