"""Stage records for the tests and vectors of the staging systems in one line each."""

from __future__ import annotations

from decimal import Decimal

from desktop_app.domain.conclusions import Criterion
from desktop_app.domain.myeloma_conclusions import Staging, SystemStage
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Cytogenetic, Person, Result, Sex, Treatment
from desktop_app.domain.rulesets.myeloma.staging.systems import staging
from desktop_app.domain.rulesets.precursor.diagnosis.naming import diagnose
from tests.domain.cases import DAY, WOMAN, history, result, view

MAN = Person(Sex.MALE, PartialDate("1960-03-04"))
# An established myeloma dates the diagnosis, whatever else is known.
KNOWN = history("multiple_myeloma", on=DAY)


def maybe_staged(
    *entries: object, patient: Person = WOMAN, as_of: str = "2026-12-31"
) -> Staging | None:
    """Stage the entries; None where nothing can be staged."""
    conclusion = diagnose(view(*entries, patient=patient, as_of=as_of))
    return staging(conclusion.evidence, conclusion.diagnosis)


def staged(*entries: object, patient: Person = WOMAN, as_of: str = "2026-12-31") -> Staging:
    """Stage a myeloma that was established on the day of the tests."""
    found = maybe_staged(KNOWN, *entries, patient=patient, as_of=as_of)
    assert found is not None
    return found


def b2m(value: object, unit: str = "mg/L", on: str = DAY) -> Result:
    """Build a beta-2-microglobulin."""
    return result("beta2_microglobulin", value, unit, on=on)


def albumin(value: object, unit: str = "g/dL", on: str = DAY) -> Result:
    """Build an albumin."""
    return result("albumin", value, unit, on=on)


def ldh(value: object, high: object = 200, on: str = DAY) -> Result:
    """Build an LDH with the laboratory's upper limit."""
    return result("ldh", value, "U/L", high=high, on=on)


def fish(
    *names: str,
    detected: bool = False,
    percent: object = None,
    biallelic: bool | None = None,
    method: str | None = "fish",
    on: str = DAY,
) -> tuple[Cytogenetic, ...]:
    """Build tests for some abnormalities, absent unless told otherwise."""
    share = None if percent is None else Decimal(str(percent))
    return tuple(
        Cytogenetic(PartialDate(on), name, detected, method, share, None, biallelic)
        for name in names
    )


def has(
    *names: str, percent: object = None, biallelic: bool | None = None, on: str = DAY
) -> tuple[Cytogenetic, ...]:
    """Build abnormalities that were found."""
    return fish(*names, detected=True, percent=percent, biallelic=biallelic, on=on)


def treated(on: str) -> Treatment:
    """Build a regimen that began on a day."""
    return Treatment("VCd", PartialDate(on), ("bortezomib",))


def other(found: Staging, name: str) -> SystemStage:
    """Give a system beside those that the contract names."""
    return dict(found.others)[name]


def said(system: SystemStage) -> set[str]:
    """Give the codes of a system's notes."""
    return {note.code for note in system.notes}


def answers(system: SystemStage) -> dict[str, str]:
    """Give the answer of every criterion of a system, its parts too."""

    def walk(criteria: tuple[Criterion, ...]) -> dict[str, str]:
        found: dict[str, str] = {}
        for each in criteria:
            found |= {each.id: each.state.state, **walk(each.criteria)}
        return found

    return walk(system.criteria)


def remark(system: SystemStage, name: str) -> str | None:
    """Give the code of the note of a criterion of a system."""
    (found,) = [x for x in system.criteria if x.id == name]
    return None if found.note is None else found.note.code
