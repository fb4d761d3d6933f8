"""Tie every kind of entry to its table: how a row is read as a value, and a value written as a row.

Columns are named as the fields of the value and stand in their order, but for its day, which is
``observed``: rows are unpacked by place, which for a long history takes half the time. Nothing else
is fetched, and statements are built once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Generic

from sqlalchemy import Select, Table, Update, bindparam, select, update

from desktop_app.data.families import of_family
from desktop_app.data.rows import table_of
from desktop_app.data.tables import (
    ClinicalEventRow,
    CytogeneticRow,
    EarlierDiagnosisRow,
    FindingRow,
    LesionRow,
    ResultRow,
    TreatmentRow,
)
from desktop_app.domain.journal import E, EntryKind
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import (
    ClinicalEvent,
    Comparator,
    Cytogenetic,
    EarlierDiagnosis,
    Finding,
    Interpretation,
    Lesion,
    Result,
    Treatment,
)

if TYPE_CHECKING:
    from sqlmodel import SQLModel

_COMPARATORS = {None: None} | {sign.value: sign for sign in Comparator}
_INTERPRETATIONS = {None: None} | {word.value: word for word in Interpretation}
# What stands before the value in every row: number, patient, visit, the row that it amends, day.
_OF_ROW = ("id", "patient_id", "visit_id", "amends_id", "observed")
_DAY, _VALUE = 4, 5
_OF_DAY = frozenset({"date", "start"})  # a treatment is of the day on which it began
_day = lru_cache(maxsize=1024)(PartialDate)  # a visit has one day, and ten entries or more


@dataclass(frozen=True, slots=True)
class EntryTable(Generic[E]):
    """Hold the table of a kind of entry with its statements; only current rows are selected.

    A row is current while no other row amends it and no one voided it.
    """

    kind: EntryKind
    table: Table
    columns: tuple[str, ...]
    read: Callable[[Any], E]
    of_patient: Select[*tuple[Any, ...]]
    one: Select[*tuple[Any, ...]]
    mark: Update
    mark_of_visit: Update

    def row_of(self, entry: E) -> dict[str, Any]:
        """Give the columns that hold a value."""
        on = entry.date
        return {
            "observed": on.text if on else None,
            "observed_first": on.first if on else None,
            "observed_last": on.last if on else None,
            **{name: getattr(entry, name) for name in self.columns},
        }


def _entry_table(
    kind: EntryKind, row: type[SQLModel], value: type[Any], read: Callable[[Any], E]
) -> EntryTable[E]:
    table, newer = table_of(row), table_of(row).alias()
    columns = tuple(field.name for field in fields(value) if field.name not in _OF_DAY)
    amended = select(newer.c.id).where(newer.c.amends_id == table.c.id).exists()
    current = select(*(table.c[name] for name in (*_OF_ROW, *columns))).where(
        table.c.voided_at.is_(None), ~amended
    )
    numbered = table.c.id == bindparam("number")
    of_patient = current.where(of_family(table.c.patient_id))
    of_visit = (table.c.visit_id == bindparam("number"), table.c.voided_at.is_(None))
    return EntryTable(
        kind=kind,
        table=table,
        columns=columns,
        read=read,
        of_patient=of_patient.order_by(table.c.observed_first, table.c.id),
        one=current.where(numbered),
        mark=update(table).where(numbered),
        mark_of_visit=update(table).where(*of_visit),
    )


def _result(row: Any) -> Result:
    _, _, _, _, day, code, value, unit, sign, word, *others = row
    return Result(_day(day), code, value, unit, _COMPARATORS[sign], _INTERPRETATIONS[word], *others)


def _finding(row: Any) -> Finding:
    return Finding(_day(row[_DAY]), *row[_VALUE:])


def _cytogenetic(row: Any) -> Cytogenetic:
    return Cytogenetic(_day(row[_DAY]), *row[_VALUE:])


def _lesion(row: Any) -> Lesion:
    return Lesion(_day(row[_DAY]), *row[_VALUE:])


def _diagnosis(row: Any) -> EarlierDiagnosis:
    day, diagnosis = row[_DAY:]
    return EarlierDiagnosis(diagnosis, None if day is None else PartialDate(day))


def _treatment(row: Any) -> Treatment:
    return Treatment(row[_VALUE], _day(row[_DAY]), *row[_VALUE + 1 :])


def _event(row: Any) -> ClinicalEvent:
    return ClinicalEvent(_day(row[_DAY]), *row[_VALUE:])


RESULTS = _entry_table(EntryKind.RESULT, ResultRow, Result, _result)
FINDINGS = _entry_table(EntryKind.FINDING, FindingRow, Finding, _finding)
CYTOGENETICS = _entry_table(EntryKind.CYTOGENETIC, CytogeneticRow, Cytogenetic, _cytogenetic)
LESIONS = _entry_table(EntryKind.LESION, LesionRow, Lesion, _lesion)
HISTORY = _entry_table(EntryKind.HISTORY, EarlierDiagnosisRow, EarlierDiagnosis, _diagnosis)
TREATMENTS = _entry_table(EntryKind.TREATMENT, TreatmentRow, Treatment, _treatment)
EVENTS = _entry_table(EntryKind.EVENT, ClinicalEventRow, ClinicalEvent, _event)
