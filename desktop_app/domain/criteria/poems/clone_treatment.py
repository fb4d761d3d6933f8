"""Tell when treatment against the clone began: steroids or immunoglobulin alone are none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop_app.domain.criteria.regimens import drugs_of

if TYPE_CHECKING:
    from desktop_app.domain.partial_date import PartialDate
    from desktop_app.domain.record import Treatment
    from desktop_app.domain.view import RecordView

# POEMS-DX-TIME: these count as treatment of the clone although they are no regimen.
EVENTS = frozenset({"radiotherapy", "auto_hsct", "allo_hsct", "car_t"})
# Immunoglobulin or a steroid, by any of these parts of a name as typed.
OTHERWISE = (
    *("ivig", "immunoglobulin", "immune globulin", "免疫球蛋白", "丙種球蛋白", "丙种球蛋白"),
    *("steroid", "predniso", "dexa", "hydrocortisone", "cortisol", "類固醇", "激素"),
    *("地塞米松", "泼尼松", "潑尼松", "强的松", "泼尼龙", "去氫可體醇", "普賴鬆", "皮質醇"),
)
_between_drugs = re.compile(r"[+,/&;、，；＋]|\band\b")


def clone_treatments(view: RecordView) -> tuple[PartialDate, ...]:
    """Give the days on which treatment of the clone began, up to the view's day, in order."""
    days = [x.start for x in view.antimyeloma if directed(x)]
    days += [x.date for x in view.record.events if x.code in EVENTS]
    begun = (day for day in days if day.first <= view.as_of)
    return tuple(sorted(begun, key=lambda day: (day.first, day.last)))


def directed(treatment: Treatment) -> bool:
    """Tell whether a treatment is aimed at the clone; one that is not understood is."""
    return not all(any(part in name for part in OTHERWISE) for name in given(treatment))


def given(treatment: Treatment) -> tuple[str, ...]:
    """Give the drugs, else the parts of the regimen's name as typed."""
    drugs = drugs_of(treatment)
    if drugs:
        return tuple(sorted(drugs))
    return tuple(_between_drugs.split(treatment.regimen.casefold()))
