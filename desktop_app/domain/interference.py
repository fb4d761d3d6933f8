"""Name what is known to disturb the tests that count: antibodies, transfusions, weak kidneys."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criteria.kidney import filtrations
from desktop_app.domain.criteria.regimens import drugs_of
from desktop_app.domain.criterion import Op, compare
from desktop_app.domain.partial_date import add_months
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.criteria.isotype import Isotypes
    from desktop_app.domain.partial_date import PartialDate
    from desktop_app.domain.record import PatientRecord, Treatment
    from desktop_app.domain.view import RecordView

# Treatments that are IgG kappa antibodies themselves and show as a small band.
ANTIBODIES = ("daratumumab", "isatuximab", "elotuzumab")
# How long an antibody may be seen after its last dose, and a transfusion hide an anaemia.
ANTIBODY_MONTHS, TRANSFUSION_MONTHS = 6, 3
# FLC-RANGE-CKD: below this eGFR the light chains rise without a clone.
CLEARED_FROM = D(60)
IGG_KAPPA = "IgG-kappa"


@dataclass(frozen=True, slots=True)
class Exposure:
    """Hold the days in which an antibody may be seen; no end while it is still given."""

    drug: str
    start: date
    until: date | None

    def covers(self, day: date) -> bool:
        """Tell whether the antibody may be seen on a day."""
        return self.start <= day and (self.until is None or day <= self.until)


def exposures(record: PatientRecord) -> Iterator[Exposure]:
    """Give each treatment with an antibody that shows as a band of its own."""
    for treatment in record.treatments:
        stop = treatment.stop
        until = None if stop is None else add_months(stop.last, ANTIBODY_MONTHS)
        for name in _antibodies_of(treatment):
            yield Exposure(name, treatment.start.first, until)


def exposed(record: PatientRecord, day: PartialDate) -> bool:
    """Tell whether a band of a day may be an antibody that was given."""
    return any(given.covers(day.last) for given in exposures(record))


def interference(view: RecordView, clone: Isotypes) -> Iterator[Note]:
    """Say what disturbs the latest values, as far as the record tells."""
    yield from _antibodies(view, clone)
    yield from _transfusions(view)
    if _weak_kidneys(view) and view.latest("flc_kappa", "flc_lambda", "flc_ratio"):
        yield Note("light_chains_and_kidney")


def _weak_kidneys(view: RecordView) -> bool:
    answers = [
        x.value is not None and compare(x.value, x.comparator, Op.LT, CLEARED_FROM) is Truth.MET
        for x in filtrations(view)
    ]
    return bool(answers) and all(answers)


def _antibodies(view: RecordView, clone: Isotypes) -> Iterator[Note]:
    bands = clone.serum
    if bands is not None and IGG_KAPPA not in bands:
        return
    days = [x.date.last for x in view.latest("serum_m_protein")]
    days += [x.date.last for x in view.latest_findings("serum_immunofixation")]
    for given in exposures(view.record):
        if any(map(given.covers, days)):
            yield Note("antibody_may_be_the_band", (("drug", given.drug),))


def _antibodies_of(treatment: Treatment) -> list[str]:
    drugs = drugs_of(treatment) or ()
    return [name for name in ANTIBODIES if name in drugs]


def _transfusions(view: RecordView) -> Iterator[Note]:
    days = [x.date.last for x in view.latest("hemoglobin")]
    for event in view.record.events:
        if event.code != "transfusion":
            continue
        until = add_months(event.date.last, TRANSFUSION_MONTHS)
        if any(event.date.first <= day <= until for day in days):
            yield Note("transfused", (("date", event.date.text),))
