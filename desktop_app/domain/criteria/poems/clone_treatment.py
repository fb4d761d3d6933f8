"""Tell when treatment against the clone began (POEMS-DX-TIME)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.criteria.aimed_at_clone import directed

if TYPE_CHECKING:
    from desktop_app.domain.partial_date import PartialDate
    from desktop_app.domain.view import RecordView

# POEMS-DX-TIME: these count as treatment of the clone although they are no regimen.
EVENTS = frozenset({"radiotherapy", "auto_hsct", "allo_hsct", "car_t"})


def clone_treatments(view: RecordView) -> tuple[PartialDate, ...]:
    """Give the days on which treatment of the clone began, up to the view's day, in order."""
    days = [x.start for x in view.antimyeloma if directed(x)]
    days += [x.date for x in view.record.events if x.code in EVENTS]
    begun = (day for day in days if day.first <= view.as_of)
    return tuple(sorted(begun, key=lambda day: (day.first, day.last)))
