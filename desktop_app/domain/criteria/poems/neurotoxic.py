"""Find when a drug that harms nerves was first given (POEMS-DX-PN)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.criteria.aimed_at_clone import directed, given
from desktop_app.domain.criteria.regimens import drugs_of

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.domain.record import Treatment
    from desktop_app.domain.view import RecordView

# The chapter names the first two, "or another neurotoxic drug"; the others are our list.
NEUROTOXIC = (
    *("bortezomib", "thalidomide", "ixazomib", "vincristine", "vinblastine", "cisplatin"),
    *("oxaliplatin", "carboplatin", "paclitaxel", "docetaxel", "brentuximab"),
)


def neurotoxic_from(view: RecordView) -> date | None:
    """Give the first day on which a drug that harms nerves may have been given.

    A regimen whose drugs nobody knows may hold one.
    """
    days = [x.start.first for x in view.antimyeloma if _may_harm_nerves(x)]
    return min((day for day in days if day <= view.as_of), default=None)


def _may_harm_nerves(treatment: Treatment) -> bool:
    if drugs_of(treatment) is None:
        return directed(treatment)
    return any(name in drug for drug in given(treatment) for name in NEUROTOXIC)
