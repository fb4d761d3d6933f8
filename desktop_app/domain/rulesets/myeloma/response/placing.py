"""Place days against the start of a line: before the first dose, or after it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.domain.criteria.treatment_lines import before_dose
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.partial_date import PartialDate
    from desktop_app.domain.rulesets.myeloma.response.days import Day

DAYS_AFTER, DAYS_OLD = 14, 60


def soon_after(on: PartialDate, start: PartialDate) -> bool:
    """Tell whether a day surely lies within 14 days after the first day."""
    return on.on_or_before(start.first + timedelta(days=DAYS_AFTER)) is Truth.MET


def long_before(on: PartialDate, start: PartialDate) -> bool:
    """Tell whether a day surely lies more than 60 days before the first day."""
    return (start.first - on.last).days > DAYS_OLD


def sides_of(days: tuple[Day, ...], start: PartialDate) -> tuple[Truth, ...]:
    """Tell of each day whether it lies on or before the first day of a line."""
    return tuple(before_dose(day.on, start) for day in days)


def days_within(
    days: tuple[Day, ...], sides: tuple[Truth, ...], following: tuple[Truth, ...] | None
) -> tuple[Day, ...]:
    """Give the days of a line: after its first day, up to the first day of the next.

    D: samples of the day on which the next line begins are taken before its first dose: they
    still tell of this line. What a partial date leaves open belongs to no line.

    Args:
        days: every day.
        sides: whether each lies before the line.
        following: whether each lies before the next line; None where there is none.
    """
    ends = following or (Truth.MET,) * len(days)
    return tuple(
        day
        for day, side, end in zip(days, sides, ends, strict=True)
        if side is Truth.NOT_MET and end is Truth.MET
    )
