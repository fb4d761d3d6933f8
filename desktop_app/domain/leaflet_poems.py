"""Give what the leaflet on POEMS tells of one patient: which rows, which picture, which day."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.domain.document import Movement
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.trend import as_point, change

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop_app.domain.observed_series import Observed
    from desktop_app.domain.poems_conclusions import Poems
    from desktop_app.domain.trend import Course

CATEGORY = "poems"
ONLS = "onls_total"
# Serum and plasma are never one series (POEMS-VEGF-RULES), so each has its row.
VEGF = ("vegf_serum", "vegf_plasma", "vegf_unspecified")
ROWS = (*((code,) for code in VEGF), ("serum_m_protein",), (ONLS,), ("platelets",))
# Of VEGF no noise is printed: told as moved is what a rule calls so (RESP-POEMS-PRV, POEMS-FU).
_HALF = Decimal(50)


def pictured(courses: Sequence[Course]) -> Course | None:
    """Choose the specimen of VEGF that was followed longest; serum where both were as long."""
    followed = [one for one in courses if one.code in VEGF]
    return max(followed, key=lambda one: len(one.points), default=None)


def movement(code: str, earlier: Observed, latest: Observed) -> Movement:
    """Tell how ONLS or VEGF moved: by a point or more, by half or more."""
    difference, percent = change(as_point(earlier), as_point(latest))
    if code == ONLS and difference is not None:
        return _direction(difference) if difference else Movement.STEADY
    if percent is None or abs(percent) < _HALF:
        return Movement.NOT_COMPARED
    return _direction(percent)


def _direction(difference: Decimal) -> Movement:
    return Movement.HIGHER if difference > 0 else Movement.LOWER


def rising(poems: Poems | None) -> bool:
    """Tell whether VEGF has come back, or may have until a second sample tells."""
    response = poems.response if poems is not None else None
    axes = response.axes if response is not None else ()
    return any(x.axis == "vegf" and (x.pending or x.current == "PD_V") for x in axes)


def next_check(poems: Poems | None, today: date) -> date | None:
    """Give the next day on which a row of POEMS-FU falls due; None where one is overdue."""
    watched = poems.watch if poems is not None else ()
    days = (PartialDate(series.due).first for series in watched if series.due is not None)
    first = min(days, default=today)
    return first if first > today else None
