"""Check a record against the contract: known codes and units, shapes, limits, possible dates."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context
from typing import TYPE_CHECKING

from desktop_app.domain import finding_codes as codes
from desktop_app.domain.rulesets.precursor.diagnosis.categories import ORDER as CATEGORIES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from desktop_app.domain.catalogue import Analyte, Catalogue
    from desktop_app.domain.partial_date import PartialDate
    from desktop_app.domain.record import PatientRecord, Result

GREATEST_AGE = 130
# Least and most. No cycle at all: what was stopped before the first one was complete.
CYCLES = (0, 300)
DAYS_OF_A_CYCLE = (1, 120)
SEQUENCES = (1, 30)
COPIES = (1, 20)
COPIES_LEFT = (0, 20)  # a deletion may leave none


@dataclass(frozen=True, slots=True)
class Problem:
    """Name a place in the record as a JSON pointer, and what was expected there."""

    place: str
    expected: str


def copies_of(abnormality: str) -> tuple[int, int]:
    """Give the least and the most copies that a test for an abnormality can count."""
    return COPIES_LEFT if abnormality.startswith("del(") else COPIES


def outside_hard_limits(analyte: Analyte, value: Decimal, unit: str) -> tuple[str, str] | None:
    """Give the limits, in the unit given, that a value lies outside of; None if it lies inside."""
    canonical = analyte.canonical(value, unit)
    low, high = analyte.hard_low, analyte.hard_high
    if (low is None or canonical >= low) and (high is None or canonical <= high):
        return None
    return _limit(analyte, low, unit, ROUND_CEILING), _limit(analyte, high, unit, ROUND_FLOOR)


def _limit(analyte: Analyte, limit: Decimal | None, unit: str, rounding: str) -> str:
    """Say a limit in a unit with three digits, rounded so that it is itself inside."""
    if limit is None:
        return "–"
    rounded = Context(prec=3, rounding=rounding).plus(
        analyte.converted(limit, analyte.canonical_unit, unit)
    )
    return f"{rounded.normalize():f}"


def problems(record: PatientRecord, catalogue: Catalogue) -> Iterator[Problem]:
    """Give every way in which a record breaks the contract."""
    age = record.patient.age_years
    if age is not None and not 0 <= age <= GREATEST_AGE:
        yield Problem("/patient/age_years", f"0 to {GREATEST_AGE}")
    for index, result in enumerate(record.results):
        yield from _result(f"/results/{index}", result, catalogue)
    for index, finding in enumerate(record.findings):
        place = f"/findings/{index}"
        if finding.code not in codes.SHAPES:
            yield Problem(f"{place}/code", "a finding code of the contract")
        elif not codes.fits(finding.code, finding.value):
            yield Problem(f"{place}/value", codes.expected(finding.code))
    yield from _named(record)
    yield from _dates(record)


def _result(place: str, result: Result, catalogue: Catalogue) -> Iterator[Problem]:
    analyte = catalogue.get(result.code)
    if analyte is None or not analyte.units:
        yield Problem(f"{place}/code", "a result code of the catalogue")
        return
    if result.interpretation is not None:
        if result.value is not None or result.unit is not None:
            yield Problem(f"{place}/interpretation", "no value and unit beside an interpretation")
        return
    if result.value is None:
        yield Problem(place, '"value" and "unit", or "interpretation" in their place')
        return
    if result.unit is None or not analyte.knows(result.unit):
        expected = ", ".join(list(analyte.units)[:6])
        yield Problem(f"{place}/unit", f"a unit of {result.code} such as {expected}")
        return
    beyond = outside_hard_limits(analyte, result.value, result.unit)
    if beyond is not None and not (result.confirmed and result.note):
        yield Problem(
            f"{place}/value",
            f'{beyond[0]} to {beyond[1]} {result.unit}, or "confirmed": true with a "note"',
        )
    if result.low is not None and result.high is not None and result.low > result.high:
        yield Problem(f"{place}/high", "an upper limit that is not below the lower one")


def _named(record: PatientRecord) -> Iterator[Problem]:
    for index, known in enumerate(record.history):
        if known.diagnosis not in CATEGORIES:
            yield Problem(f"/history/{index}/diagnosis", "a diagnosis category of the contract")
    for index, test in enumerate(record.cytogenetics):
        if test.abnormality not in codes.ABNORMALITIES:
            yield Problem(f"/cytogenetics/{index}/abnormality", "an abnormality of the contract")
        if test.clone_percent is not None and not 0 <= test.clone_percent <= 100:
            yield Problem(f"/cytogenetics/{index}/clone_percent", "0 to 100")
        copies = ("copies", test.copies, copies_of(test.abnormality))
        yield from _counts(f"/cytogenetics/{index}", copies)
    for index, lesion in enumerate(record.lesions):
        if not lesion.lesion.strip():
            yield Problem(f"/lesions/{index}/lesion", "a name")
        if lesion.kind not in codes.LESION_KINDS:
            yield Problem(f"/lesions/{index}/kind", "plasmacytoma, effusion, csf or bone")
    for index, event in enumerate(record.events):
        place = f"/events/{index}"
        if event.code not in codes.EVENTS:
            yield Problem(f"{place}/code", "an event code of the contract")
        yield from _counts(place, ("sequence", event.sequence, SEQUENCES))
    for index, treatment in enumerate(record.treatments):
        place = f"/treatments/{index}"
        if not treatment.regimen.strip():
            yield Problem(f"{place}/regimen", "a name")
        yield from _counts(
            place,
            ("cycles", treatment.cycles, CYCLES),
            ("cycle_days", treatment.cycle_days, DAYS_OF_A_CYCLE),
            ("sequence", treatment.sequence, SEQUENCES),
        )
        if treatment.stop_reason not in (None, *codes.STOP_REASONS):
            yield Problem(f"{place}/stop_reason", "planned, progression, toxicity, choice or other")
        if treatment.stop is not None and treatment.stop.last < treatment.start.first:
            yield Problem(f"{place}/stop", "a day not before the start")


def _counts(place: str, *counts: tuple[str, int | None, tuple[int, int]]) -> Iterator[Problem]:
    for name, count, (low, high) in counts:
        if count is not None and not low <= count <= high:
            yield Problem(f"{place}/{name}", f"a whole number from {low} to {high}")


def _dates(record: PatientRecord) -> Iterator[Problem]:
    birth = record.patient.birth_date
    if birth is None:
        return
    for part, key, entries in _dated(record):
        for index, on in enumerate(entries):
            if on is not None and on.last < birth.first:
                yield Problem(f"/{part}/{index}/{key}", "a day not before the birth date")


def _dated(record: PatientRecord) -> Iterator[tuple[str, str, list[PartialDate | None]]]:
    yield "history", "date", [x.date for x in record.history]
    yield "results", "date", [x.date for x in record.results]
    yield "findings", "date", [x.date for x in record.findings]
    yield "cytogenetics", "date", [x.date for x in record.cytogenetics]
    yield "lesions", "date", [x.date for x in record.lesions]
    yield "treatments", "start", [x.start for x in record.treatments]
    yield "events", "date", [x.date for x in record.events]
