"""Put what was given in order of time: regimens, and transplants and cells with what prepares them.

Conditioning, or the cells typed as a regimen, are part of the transplant or cell therapy that is
recorded as an event beside them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop_app.domain.criteria.regimens import (
    CAR_T,
    CONDITIONING,
    drugs_of,
    is_car_t,
    is_transplant,
)
from desktop_app.domain.record import ClinicalEvent, Treatment
from desktop_app.domain.rulesets.myeloma.lines.together import (
    Phase,
    all_drugs,
    at_end,
    phases,
    reason_of,
    together,
    without_cycle,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.domain.partial_date import PartialDate
    from desktop_app.domain.view import RecordView

REGIMEN = "regimen"
TRANSPLANTS = ("auto_hsct", "allo_hsct")
THERAPIES = (*TRANSPLANTS, CAR_T)
SHORT = {"auto_hsct": "ASCT", "allo_hsct": "alloSCT", CAR_T: "CAR-T"}
# What prepares a transplant lies this close to its day.
BESIDE_DAYS = 31


@dataclass(frozen=True, slots=True)
class Given:
    """Hold one regimen (``kind`` is ``regimen``), or one transplant or cell therapy by its code."""

    kind: str
    treatments: tuple[Treatment, ...] = ()
    event: ClinicalEvent | None = None

    @property
    def start(self) -> PartialDate:
        """Give the day: that of the event where there is one."""
        return self.treatments[0].start if self.event is None else self.event.date

    @property
    def stop(self) -> PartialDate | None:
        """Give the last day; None while any of it is still given."""
        return at_end(self.treatments)[0].stop if self.event is None else self.event.date

    @property
    def sequence(self) -> int | None:
        """Give the number of the planned sequence, where one was typed."""
        typed = [] if self.event is None else [self.event.sequence]
        typed += [x.sequence for x in self.treatments]
        return next((number for number in typed if number is not None), None)

    @property
    def drugs(self) -> frozenset[str] | None:
        """Give the drugs; None where they are not known, as with cells."""
        return all_drugs(self.treatments) if self.treatments else None

    @property
    def drugs_at_end(self) -> frozenset[str] | None:
        """Give the drugs that were given to the last day; None where they are not known."""
        return None if self.drugs is None else all_drugs(at_end(self.treatments))

    @property
    def stop_reason(self) -> str | None:
        """Give why the regimen was stopped."""
        return reason_of(at_end(self.treatments)) if self.kind == REGIMEN else None

    @property
    def phases(self) -> tuple[Phase, ...]:
        """Give the regimen as it went on with fewer drugs; none of a transplant or cells."""
        return phases(self.treatments) if self.kind == REGIMEN else ()

    @property
    def title(self) -> str:
        """Name it as it is shown, a regimen with all its drugs."""
        if self.kind != REGIMEN:
            return SHORT[self.kind]
        return " + ".join(x.title for x in self.phases if not x.fewer)

    @property
    def without_cycle(self) -> bool:
        """Tell whether it was stopped before its first cycle was complete (LINE-DEF)."""
        return self.kind == REGIMEN and without_cycle(self.treatments[0])


def all_given(view: RecordView) -> tuple[Given, ...]:
    """Give everything that began up to the view's day; what stopped later is still given."""
    prepared: dict[ClinicalEvent, list[Treatment]] = {
        x: [] for x in view.record.events if x.code in THERAPIES and x.date.first <= view.as_of
    }
    found: list[Given] = []
    regimens: list[Treatment] = []
    for treatment in treatments_until(view):
        event = next((x for x in prepared if _prepares(treatment, x)), None)
        if event is not None:
            prepared[event].append(_ended(treatment, event.date))
        elif is_transplant(treatment) or is_car_t(treatment):
            kind = TRANSPLANTS[0] if is_transplant(treatment) else CAR_T
            found.append(Given(kind, (_ended(treatment, treatment.start),)))
        else:
            regimens.append(treatment)
    found += [Given(REGIMEN, rows) for rows in together(regimens)]
    found += [Given(event.code, tuple(group), event) for event, group in prepared.items()]
    return tuple(sorted(found, key=_place))


def _ended(treatment: Treatment, day: PartialDate) -> Treatment:
    """Give a transplant, cells or what prepares them an end: none of it is still given."""
    return treatment if treatment.stop is not None else replace(treatment, stop=day)


def treatments_until(view: RecordView) -> tuple[Treatment, ...]:
    """Give the treatments as they stood on the view's day."""
    return tuple(_as_of(x, view.as_of) for x in view.antimyeloma if x.start.first <= view.as_of)


def _as_of(treatment: Treatment, day: date) -> Treatment:
    """Leave out what was known later: the stop, its reason, and the number of cycles till then."""
    if treatment.stop is None or treatment.stop.first <= day:
        return treatment
    return replace(treatment, stop=None, stop_reason=None, cycles=None)


def conditioning(treatment: Treatment, events: Iterable[ClinicalEvent]) -> bool:
    """Tell whether a treatment only prepared a transplant or cells: no course of its drugs."""
    drugs = drugs_of(treatment) or frozenset()
    only = drugs.issubset(CONDITIONING) and any(_prepares(treatment, x) for x in events)
    return only or is_transplant(treatment)


def _prepares(treatment: Treatment, event: ClinicalEvent) -> bool:
    drugs = drugs_of(treatment) or frozenset()
    fits = is_car_t(treatment) if event.code == CAR_T else is_transplant(treatment)
    if not fits and not (drugs and drugs.issubset(CONDITIONING)):
        return False
    beside = timedelta(days=BESIDE_DAYS)
    last = treatment.stop or treatment.start
    return (
        treatment.start.first - beside <= event.date.last and event.date.first - beside <= last.last
    )


def _place(given: Given) -> tuple[object, ...]:
    """Order by time; on one day a transplant comes first, because what follows it begins there.

    Of regimens that begin on one day the one that ended first goes before.
    """
    end = (date.max,) if given.stop is None else (given.stop.first, given.stop.last)
    return given.start.first, given.start.last, given.kind == REGIMEN, end, repr(given)
