"""Say how fast what a clone makes is rising: change a year, and the time in which it doubles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.slope import DAYS_A_YEAR
from desktop_app.domain.unit_label import with_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop_app.domain.conclusions import SeriesSummary

# The analytes whose doubling is spoken of.
DOUBLING = ("serum_m_protein", "flc_kappa", "flc_lambda", "urine_m_protein_24h")
_MONTHS_A_YEAR = 12
_DIGITS = 2


def paces(courses: Iterable[SeriesSummary]) -> Iterator[Note]:
    """Give a note for every course that rises, with the window from its baseline to its latest.

    Both figures are the least-squares line through all comparable values of that window.
    """
    for course in courses:
        slope, days = course.slope_per_year, course.doubling_time_days
        if course.code not in DOUBLING or slope is None or days is None:
            continue
        months = round(days / DAYS_A_YEAR * _MONTHS_A_YEAR)
        rise = with_unit(f"{round(slope, _DIGITS):+f}", course.unit)
        values = (
            ("code", course.code),
            ("slope", rise),
            ("start", course.baseline.date),
            ("end", course.latest.date),
            ("months", str(months)),
        )
        yield Note("doubling_time", values)
