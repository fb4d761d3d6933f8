"""Hold one patient's history: the aggregate on which rules, charts, documents and exchange work.

The case file of the contract is its direct image, so every field is named as there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from desktop_app.domain.partial_date import PartialDate

# What a finding may hold: the contract lists the shape of each code.
FindingValue = (
    bool
    | int
    | Decimal
    | str
    | tuple[str, ...]
    | tuple[Mapping[str, str], ...]
    | Mapping[str, bool | int | Decimal | str | None]
)


class Sex(StrEnum):
    """Name the sex as the laboratory's limits use it."""

    FEMALE = "female"
    MALE = "male"
    UNKNOWN = "unknown"


class Comparator(StrEnum):
    """Name how a reported number bounds the true one; plain numbers carry none."""

    LT = "<"
    LE = "<="
    GE = ">="
    GT = ">"


class Interpretation(StrEnum):
    """Name a result that was reported in words only."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Person:
    """Hold what the rules need of the person; identity stays in the clinic's register."""

    sex: Sex = Sex.UNKNOWN
    birth_date: PartialDate | None = None
    age_years: int | None = None


@dataclass(frozen=True, slots=True)
class EarlierDiagnosis:
    """Hold a diagnosis that was established before the record begins."""

    diagnosis: str
    date: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """Hold one quantity as reported: value in its unit, or an interpretation in its place."""

    date: PartialDate
    code: str
    value: Decimal | None = None
    unit: str | None = None
    comparator: Comparator | None = None
    interpretation: Interpretation | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    lab: str | None = None
    method: str | None = None
    specimen: str | None = None
    note: str | None = None
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """Hold an observation that is no quantity."""

    date: PartialDate
    code: str
    value: FindingValue
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Cytogenetic:
    """Hold one abnormality that was looked for, found or not."""

    date: PartialDate
    abnormality: str
    detected: bool
    method: str | None = None
    clone_percent: Decimal | None = None
    copies: int | None = None
    biallelic: bool | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Lesion:
    """Hold one look at one lesion; the same name over time is the same lesion."""

    date: PartialDate
    lesion: str
    kind: str
    site: str | None = None
    contiguous_with_bone: bool | None = None
    biopsy_proven: bool | None = None
    diameters_mm: tuple[Decimal, ...] = ()
    suv_max: Decimal | None = None
    modality: str | None = None
    resolved: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Treatment:
    """Hold one regimen from start to stop; ``cycle_days`` is the length of one cycle."""

    regimen: str
    start: PartialDate
    drugs: tuple[str, ...] = ()
    stop: PartialDate | None = None
    cycles: int | None = None
    stop_reason: str | None = None
    sequence: int | None = None
    note: str | None = None
    cycle_days: int | None = None

    @property
    def date(self) -> PartialDate:
        """Give the start: what a treatment is ordered by."""
        return self.start


@dataclass(frozen=True, slots=True)
class ClinicalEvent:
    """Hold an event such as a transplant, a fracture or an infection."""

    date: PartialDate
    code: str
    sequence: int | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class PatientRecord:
    """Hold everything recorded of one patient."""

    patient: Person
    history: tuple[EarlierDiagnosis, ...] = ()
    results: tuple[Result, ...] = ()
    findings: tuple[Finding, ...] = ()
    cytogenetics: tuple[Cytogenetic, ...] = ()
    lesions: tuple[Lesion, ...] = ()
    treatments: tuple[Treatment, ...] = ()
    events: tuple[ClinicalEvent, ...] = ()
