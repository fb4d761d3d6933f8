"""Hold what the patient list and the head of a patient's page say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.patient import Identity
from desktop_app.domain.record import EarlierDiagnosis, Sex

DUE_SOON_DAYS = 30


class Scope(StrEnum):
    """Name which patients a list shows.

    Overdue counts who is to be referred now; due soon is within 30 days; today is seen or due
    today.
    """

    ALL = "all"
    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    TODAY = "today"


@dataclass(frozen=True, slots=True)
class PatientRow:
    """Hold one line of a list: who, and what the latest assessment or override says.

    ``refer_now`` stands in place of a due day: the assessment refers at once and sets no interval.
    """

    patient_id: int
    record_number: str
    name: str
    sex: Sex
    birth_date: PartialDate | None
    age: int | None
    category: str | None = None
    status: str | None = None
    possible: tuple[str, ...] = ()
    risk_group: str | None = None
    risk_groups: tuple[str, ...] = ()
    last_visit: date | None = None
    next_due: date | None = None
    overridden: bool = False
    refer_now: bool = False


@dataclass(frozen=True, slots=True)
class WorklistCounts:
    """Hold how many patients each scope has."""

    all: int
    overdue: int
    due_soon: int
    today: int


@dataclass(frozen=True, slots=True)
class PatientCard:
    """Hold the head of a patient's page.

    ``allergies`` is None where nobody asked yet, and empty where there are none; ``history`` is
    the categories, told or concluded, with the days on which they began, oldest first.
    """

    patient_id: int
    identity: Identity
    age: int | None
    allergies: tuple[str, ...] | None
    history: tuple[EarlierDiagnosis, ...]
    fictional: bool
    row: PatientRow
    merged: tuple[str, ...] = ()  # record numbers of who is read as this patient


def unclinical(row: PatientRow) -> PatientRow:
    """Give a line as somebody sees it who may not read why a patient comes."""
    return replace(
        row,
        category=None,
        status=None,
        possible=(),
        risk_group=None,
        risk_groups=(),
        overridden=False,
    )
