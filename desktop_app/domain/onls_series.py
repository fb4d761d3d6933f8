"""Derive the course of the ONLS total: arm and leg of one day and one mode (RESP-POEMS-N).

For charts and tables only: the response adds its own totals by the same rule.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.domain.record import Result
from desktop_app.domain.rulesets.poems.response.neurologic import ARM, LEG, TOTAL, totals
from desktop_app.domain.view import RecordView

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.partial_date import PartialDate
    from desktop_app.domain.record import PatientRecord

SCORE, NONE = "{score}", Decimal(0)


def onls_totals(record: PatientRecord, as_of: date, catalogue: Catalogue) -> tuple[Result, ...]:
    """Give the totals of the days on which none was recorded as such."""
    if not any(x.code in (ARM, LEG) for x in record.results):
        return ()
    view = RecordView.of(record, catalogue, as_of)
    recorded = {x.date for x in view.results(TOTAL)}
    return tuple(
        _total(sample.date, *sample.results)
        for sample in totals(view)
        if sample.date not in recorded
    )


def _total(on: PartialDate, arm: Result, leg: Result) -> Result:
    value = (arm.value or NONE) + (leg.value or NONE)
    return Result(on, TOTAL, value, SCORE, method=arm.method or leg.method)
