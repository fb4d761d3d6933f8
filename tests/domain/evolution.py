"""Ask the definitions of evolving disease about a few values, in one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.policy import PUBLISHED, Policy
from desktop_app.domain.rulesets.precursor.diagnosis.naming import diagnose
from desktop_app.domain.rulesets.precursor.evolving.entries import evolving
from desktop_app.domain.trend import courses_of
from desktop_app.domain.view import RecordView
from tests.domain.cases import catalogue, flattened, record, result, serum

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Criterion, Evolving
    from desktop_app.domain.record import PatientRecord, Result

AS_OF = "2026-11-22"
START = "2024-01-15"
IGG = serum("IgG-kappa")
EMP, EHB, FERNANDEZ = "EVO-RAVI-EMP", "EVO-RAVI-EHB", "EVO-FERNANDEZ"
RAJKUMAR, ROSINOL = "EVO-RAJKUMAR", "EVO-ROSINOL"
WU, PANGEA = "EVO-WU", "EVO-PANGEA"
M, HB, CR, RATIO = "serum_m_protein", "hemoglobin", "creatinine", "flc_ratio"
G, L, MG = "g/dL", "g/L", "mg/dL"
SIX, YEAR = "2024-07-15", "2025-01-15"  # the last days of the windows from START
Point = tuple[object, str]


def m(value: object, on: str = START, unit: str = "g/dL", **more: str) -> Result:
    """Give an M-protein."""
    return result("serum_m_protein", value, unit, on=on, **more)


def hb(value: object, on: str = START, unit: str = "g/dL", **more: str) -> Result:
    """Give a haemoglobin."""
    return result("hemoglobin", value, unit, on=on, **more)


def entries_of(
    known: PatientRecord, as_of: str = AS_OF, policy: Policy = PUBLISHED
) -> dict[str, Evolving]:
    """Give the entries of a record by definition."""
    view = RecordView.of(known, catalogue(), PartialDate(as_of).last)
    concluded = diagnose(view)
    courses = courses_of(known, view.as_of, catalogue(), policy)
    found = evolving(concluded.evidence, concluded.diagnosis, courses, policy)
    return {entry.definition: entry for entry in found}


def evolved(*facts: object, as_of: str = AS_OF, policy: Policy = PUBLISHED) -> dict[str, Evolving]:
    """Give the entries of an IgG kappa patient by definition."""
    return entries_of(record(*flattened((IGG, *facts))), as_of, policy)


def state(definition: str, *facts: object) -> str | None:
    """Give the answer of a definition; None where it has no entry."""
    entry = evolved(*facts).get(definition)
    return None if entry is None else entry.state.state


def part(entry: Evolving, rule: str) -> Criterion:
    """Give the part of an entry that a rule ID names."""
    return next(x for x in entry.criteria if x.id == rule)


def part_state(definition: str, rule: str, *facts: object) -> str:
    """Give the answer of a part of a definition."""
    return part(evolved(*facts)[definition], rule).state.state


def notes(entry: Evolving) -> list[str]:
    """Give the codes of what an entry says beside its answer."""
    return [note.code for note in entry.notes]


def series(code: str, unit: str, *points: Point, **more: str) -> tuple[Result, ...]:
    """Give results of one code on their days."""
    return tuple(result(code, value, unit, on=on, **more) for value, on in points)


def asked(definition: str, code: str, unit: str, *points: Point) -> str | None:
    """Give the answer of a definition about one series; None where it has no entry."""
    entry = evolved(series(code, unit, *points)).get(definition)
    return None if entry is None else entry.state.state


def of(definition: str, *facts: object) -> str | None:
    entry = evolved(*facts).get(definition)
    return None if entry is None else entry.state.state


def in_part(definition: str, rule: str, *facts: object) -> str:
    return part(evolved(*facts)[definition], rule).state.state


def note_in_part(definition: str, rule: str, *facts: object) -> str | None:
    note = part(evolved(*facts)[definition], rule).note
    return note.code if note else None


def remarks(definition: str, *facts: object) -> tuple[str, ...]:
    return tuple(notes(evolved(*facts)[definition]))


def two(code: str, unit: str, first: object, last: object, on: str = "2024-12-15") -> object:
    return series(code, unit, (first, START), (last, on))


def chains(kappa: object, lambda_: object, on: str = START) -> tuple[Result, Result]:
    return result("flc_kappa", kappa, on=on), result("flc_lambda", lambda_, on=on)


def steps(*values: object, months: int = 12) -> tuple[Result, ...]:
    return tuple(
        result(M, value, "g/dL", on=f"{2018 + months * n // 12}-{1 + months * n % 12:02}-15")
        for n, value in enumerate(values)
    )
