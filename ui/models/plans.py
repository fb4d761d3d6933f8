"""Number the planned sequences of a record, so that a doctor can say what belongs to which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.myeloma_words import TRANSPLANTS
from desktop_app.domain.record import Treatment

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop_app.domain.record import ClinicalEvent
    from ui.terms import Terms

Plans = dict[int, tuple[str, ...]]  # what each planned sequence consists of, by its number


def plans_of(entries: Iterable[Treatment | ClinicalEvent], terms: Terms) -> Plans:
    """Give the plans of a record, what they consist of in order of time."""
    plans: Plans = {}
    for entry in sorted(entries, key=lambda each: (each.date.first, each.date.last)):
        if entry.sequence is not None:
            plans = with_part(plans, entry.sequence, _name(entry, terms))
    return plans


def with_part(plans: Mapping[int, tuple[str, ...]], number: int, name: str) -> Plans:
    """Give the plans with one more part in a plan; what is in it already is not said twice."""
    parts = plans.get(number, ())
    more = () if name in parts or not name else (name,)
    return {**plans, number: (*parts, *more)}


def _name(entry: Treatment | ClinicalEvent, terms: Terms) -> str:
    if isinstance(entry, Treatment):
        return entry.regimen
    return TRANSPLANTS.get(entry.code) or terms.of("event", entry.code)
