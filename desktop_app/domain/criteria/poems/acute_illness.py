"""Tell whether a sample was drawn in acute illness, or beside iron-poor anaemia."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.criteria.poems.limits import below
from desktop_app.domain.truth import Truth, any_true

if TYPE_CHECKING:
    from desktop_app.domain.partial_date import PartialDate
    from desktop_app.domain.view import RecordView

# POEMS-VEGF-REPEAT, RESP-POEMS-PDV: infection or transfusion within so many days.
NEAR_DAYS = 30
ILLNESS = ("infection", "transfusion")
# Iron-poor anaemia: both below the laboratory's limit.
IRON_POOR = ("hemoglobin", "ferritin")


def ill(view: RecordView, day: PartialDate) -> Truth:
    """Tell whether an infection or a transfusion lies within 30 days of a sample, on either side.

    The rule book does not say which side: who is ill two days later was so already.
    """
    return any_true(
        _near(event.date, day)
        for event in view.record.events
        if event.code in ILLNESS and event.date.last <= view.as_of
    )


def _near(event: PartialDate, day: PartialDate) -> Truth:
    least = max((event.first - day.last).days, (day.first - event.last).days)
    most = max((event.last - day.first).days, (day.last - event.first).days)
    if least > NEAR_DAYS:
        return Truth.NOT_MET
    return Truth.MET if most <= NEAR_DAYS else Truth.UNKNOWN


def iron_poor(view: RecordView) -> bool:
    """Tell whether haemoglobin and ferritin are both below the laboratory's limit."""
    lows = ([below(x).truth for x in view.latest(code)] for code in IRON_POOR)
    return all(Truth.MET in truths for truths in lows)
