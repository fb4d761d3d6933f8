"""Build what was given, and count it into lines, in one line each."""

from __future__ import annotations

from desktop_app.domain.conclusions import Diagnosis
from desktop_app.domain.criteria.treatment_lines import CountedLine
from desktop_app.domain.myeloma_conclusions import ImwgResponse, ResponsePoint, TreatmentLine
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import ClinicalEvent, Treatment
from desktop_app.domain.rulesets.myeloma.lines.counting import counted_lines
from desktop_app.domain.rulesets.myeloma.lines.refractory import treatment_lines
from tests.domain.cases import view

AS_OF = "2026-06-30"
MYELOMA = Diagnosis("multiple_myeloma", ("multiple_myeloma",), "confirmed")
REASONS = {"p": "planned", "pd": "progression", "tox": "toxicity", "other": "other"}


def given(
    regimen: str,
    start: str,
    stop: str | None = None,
    reason: str | None = None,
    *drugs: str,
    seq: int | None = None,
    cycles: int | None = None,
    days: int | None = None,
) -> Treatment:
    """Build a treatment; the reason may be short: ``p`` planned, ``pd`` progression, ``tox``."""
    return Treatment(
        regimen,
        PartialDate(start),
        drugs,
        None if stop is None else PartialDate(stop),
        cycles=cycles,
        stop_reason=REASONS.get(reason or "", reason),
        sequence=seq,
        cycle_days=days,
    )


def event(code: str, on: str, seq: int | None = None) -> ClinicalEvent:
    """Build an event."""
    return ClinicalEvent(PartialDate(on), code, seq)


def asct(on: str, seq: int | None = None) -> ClinicalEvent:
    """Build an autologous transplant."""
    return event("auto_hsct", on, seq)


def counted(*entries: object, as_of: str = AS_OF) -> tuple[CountedLine, ...]:
    """Count the entries into lines."""
    return counted_lines(view(*entries, as_of=as_of))


def numbers(*entries: object, as_of: str = AS_OF) -> tuple[tuple[int, ...], ...]:
    """Give the possible numbers of every line."""
    return tuple(line.numbers for line in counted(*entries, as_of=as_of))


def reasons(*entries: object, as_of: str = AS_OF) -> tuple[str, ...]:
    """Give why every part belongs to its line."""
    return tuple(
        part.reason.code
        for line in counted(*entries, as_of=as_of)
        for part in line.parts
        if part.reason is not None
    )


def point(on: str, line: int, category: str, *, confirmed: bool = True) -> ResponsePoint:
    """Build one day of a response."""
    return ResponsePoint(on, line, category, confirmed)


def told(
    *entries: object, points: tuple[ResponsePoint, ...] = (), as_of: str = AS_OF
) -> tuple[TreatmentLine, ...]:
    """Give the lines with what they gave."""
    seen = view(*entries, as_of=as_of)
    response = ImwgResponse("IMWG 2016", timeline=points)
    return treatment_lines(seen, counted_lines(seen), response)


def state_of(lines: tuple[TreatmentLine, ...], line: int, name: str) -> str:
    """Give whether a drug or class of a line, counted from 1, is refractory."""
    (found,) = [x for x in lines[line - 1].refractory if x.name == name]
    return found.state.state
