"""Build the tier of a patient with POEMS, and axes of the response, in one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Input
from desktop_app.domain.criteria.aimed_at_clone import of_clone
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.poems_conclusions import PoemsResponse, PoemsTier, ResponseAxis
from desktop_app.domain.record import ClinicalEvent, Treatment
from desktop_app.domain.rulesets.myeloma.lines.counting import counted_lines
from desktop_app.domain.truth import Truth
from tests.domain.cases import DAY, gathered

if TYPE_CHECKING:
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.criteria.treatment_lines import CountedLine

WORDS = {"yes": Truth.MET, "no": Truth.NOT_MET, "unknown": Truth.UNKNOWN}


def tier(since: str | None = DAY, *, met: str = "yes", **inputs: str) -> PoemsTier:
    """Give a confirmed tier; inputs by the end of their ID, such as ``CLONE_IHC="no"``."""
    criteria = tuple(
        Criterion(f"POEMS-{name.replace('_', '-')}", WORDS[state]) for name, state in inputs.items()
    )
    return PoemsTier("confirmed", WORDS[met], since, criteria=criteria)


def axis(
    name: str,
    current: str | None,
    *possible: str,
    best: str | None = None,
    pending: bool = False,
    nadir: Input | None = None,
    value: Input | None = None,
) -> ResponseAxis:
    """Give one axis of the response."""
    left = possible or ((current,) if current is not None else ())
    return ResponseAxis(
        name,
        evaluable=current is not None,
        current=current,
        possible=left,
        best=best,
        pending=pending,
        nadir=nadir,
        value=value,
    )


def response(*axes: ResponseAxis) -> PoemsResponse:
    """Give the response of the first line."""
    return PoemsResponse(1, "consensus", axes)


def regimen(name: str, start: str, stop: str | None = None, cycles: int | None = None) -> Treatment:
    """Give a treatment by its name."""
    first, last = PartialDate(start), None if stop is None else PartialDate(stop)
    return Treatment(name, first, stop=last, cycles=cycles)


def event(code: str, on: str = DAY) -> ClinicalEvent:
    """Give an event."""
    return ClinicalEvent(PartialDate(on), code)


def with_lines(
    *entries: object, as_of: str = "2026-06-30"
) -> tuple[Evidence, tuple[CountedLine, ...]]:
    """Give the evidence of some entries and the lines counted from them."""
    evidence = gathered(*entries, as_of=as_of)
    return evidence, counted_lines(of_clone(evidence.view))
