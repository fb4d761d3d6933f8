"""Name what is known to disturb the tests that count: antibodies, transfusions, weak kidneys."""

from __future__ import annotations

from decimal import Decimal as D
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criteria.kidney import filtrations
from desktop_app.domain.criterion import Op, compare
from desktop_app.domain.partial_date import add_months
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.criteria.isotype import Isotypes
    from desktop_app.domain.record import Treatment
    from desktop_app.domain.view import RecordView

# Treatments that are IgG kappa antibodies themselves and show as a small band.
ANTIBODIES = ("daratumumab", "isatuximab", "elotuzumab")
# How long an antibody may be seen after its last dose, and a transfusion hide an anaemia.
ANTIBODY_MONTHS, TRANSFUSION_MONTHS = 6, 3
# FLC-RANGE-CKD: below this eGFR the light chains rise without a clone.
CLEARED_FROM = D(60)
_BAND = "IgG-kappa"


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
    if bands is not None and _BAND not in bands:
        return
    days = [x.date.last for x in view.latest("serum_m_protein")]
    days += [x.date.last for x in view.latest_findings("serum_immunofixation")]
    for treatment in view.record.treatments:
        for name in _antibodies_of(treatment):
            stop = treatment.stop
            until = None if stop is None else add_months(stop.last, ANTIBODY_MONTHS)
            if any(x >= treatment.start.first and (until is None or x <= until) for x in days):
                yield Note("antibody_may_be_the_band", (("drug", name),))


def _antibodies_of(treatment: Treatment) -> list[str]:
    said = " ".join((treatment.regimen, *treatment.drugs)).lower()
    return [name for name in ANTIBODIES if name in said]


def _transfusions(view: RecordView) -> Iterator[Note]:
    days = [x.date.last for x in view.latest("hemoglobin")]
    for event in view.record.events:
        if event.code != "transfusion":
            continue
        until = add_months(event.date.last, TRANSFUSION_MONTHS)
        if any(event.date.first <= day <= until for day in days):
            yield Note("transfused", (("date", event.date.text),))
