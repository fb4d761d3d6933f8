"""Keep results and findings: added, amended by a new row, voided by a mark, never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select, update

from desktop_app.data.rows import add, table_of
from desktop_app.data.tables import FindingRow, ResultRow
from desktop_app.domain.errors import Refusal
from desktop_app.domain.journal import KeptFinding, KeptResult
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Comparator, Finding, Interpretation, Result

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Select, Table

_RESULT = table_of(ResultRow)
_FINDING = table_of(FindingRow)
_COMPARATORS = {None: None} | {sign.value: sign for sign in Comparator}
_INTERPRETATIONS = {None: None} | {word.value: word for word in Interpretation}


# In the order of the fields of Result and Finding: rows are unpacked by place, which for a long
# history takes half the time. Nothing else is fetched.
_OF_ROW = ("id", "patient_id", "visit_id", "amends_id")
_OF_RESULT = (
    *("observed", "code", "value", "unit", "comparator", "interpretation", "low", "high"),
    *("lab", "method", "specimen", "note", "confirmed"),
)
_OF_FINDING = ("observed", "code", "value", "note")


def _current(table: Table, columns: tuple[str, ...]) -> Select[*tuple[Any, ...]]:
    newer = table.alias()
    amended = select(newer.c.id).where(newer.c.amends_id == table.c.id).exists()
    read = (table.c[name] for name in (*_OF_ROW, *columns))
    return select(*read).where(table.c.voided_at.is_(None), ~amended)


def _of_patient(table: Table, columns: tuple[str, ...]) -> Select[*tuple[Any, ...]]:
    return (
        _current(table, columns)
        .where(table.c.patient_id == bindparam("patient_id"))
        .order_by(table.c.observed_first, table.c.id)
    )


_RESULTS = _of_patient(_RESULT, _OF_RESULT)
_RESULTS_OF_CODE = _RESULTS.where(_RESULT.c.code == bindparam("code"))
_FINDINGS = _of_patient(_FINDING, _OF_FINDING)
_ONE_RESULT = _current(_RESULT, _OF_RESULT).where(_RESULT.c.id == bindparam("number"))
_MARK_RESULT = update(_RESULT).where(_RESULT.c.id == bindparam("number"))
_MARK_OF_VISIT = tuple(
    update(table).where(table.c.visit_id == bindparam("number"), table.c.voided_at.is_(None))
    for table in (_RESULT, _FINDING)
)


class ObservationRepository:
    """Keep what was observed of patients on days; only current rows are given back.

    A row is current while no other row amends it and no one voided it.
    """

    def __init__(self, connection: Connection, now: datetime, actor: str) -> None:
        self._connection = connection
        self._now = now
        self._actor = actor

    def add(
        self,
        patient_id: int,
        visit_id: int | None,
        results: Sequence[Result],
        findings: Sequence[Finding],
    ) -> None:
        """Add results and findings, of a visit or of none."""
        by = self._by(patient_id, visit_id)
        for table, rows in (
            (_RESULT, [by | _result_columns(result) for result in results]),
            (_FINDING, [by | _finding_columns(finding) for finding in findings]),
        ):
            if rows:
                self._connection.execute(insert(table), rows)

    def of_record(self, patient_id: int) -> tuple[tuple[Result, ...], tuple[Finding, ...]]:
        """Give the current results and findings of a patient, oldest first."""
        patient = {"patient_id": patient_id}
        results = self._connection.execute(_RESULTS, patient).all()
        findings = self._connection.execute(_FINDINGS, patient).all()
        return tuple(map(_result, results)), tuple(map(_finding, findings))

    def results(
        self, patient_id: int, code: str | None = None
    ) -> tuple[tuple[int | None, KeptResult], ...]:
        """Give the current results of a patient, oldest first, each with the visit it is of."""
        query = _RESULTS if code is None else _RESULTS_OF_CODE
        found = self._connection.execute(query, {"patient_id": patient_id, "code": code})
        return tuple(
            (row.visit_id, KeptResult(row.id, _result(row), row.amends_id is not None))
            for row in found
        )

    def findings(self, patient_id: int) -> tuple[tuple[int | None, KeptFinding], ...]:
        """Give the current findings of a patient, oldest first, each with the visit it is of."""
        found = self._connection.execute(_FINDINGS, {"patient_id": patient_id})
        return tuple((row.visit_id, KeptFinding(row.id, _finding(row))) for row in found)

    def result(self, result_id: int) -> tuple[int, int | None, Result]:
        """Give the patient, the visit and the content of a current result.

        Raises:
            Refusal: ``result_not_current``: it is amended or voided already, or never was.
        """
        row = self._connection.execute(_ONE_RESULT, {"number": result_id}).first()
        if row is None:
            raise Refusal("result_not_current")
        return row.patient_id, row.visit_id, _result(row)

    def amend_result(self, result_id: int, result: Result, reason: str) -> int:
        """Put a new result in the place of a current one; give its number.

        Raises:
            Refusal: ``result_not_current``.
        """
        patient_id, visit_id, _ = self.result(result_id)
        return add(
            self._connection,
            _RESULT,
            **self._by(patient_id, visit_id),
            **_result_columns(result),
            amends_id=result_id,
            amend_reason=reason,
        )

    def void_result(self, result_id: int, reason: str) -> None:
        """Withdraw a current result.

        Raises:
            Refusal: ``result_not_current``.
        """
        self.result(result_id)
        self._connection.execute(_MARK_RESULT.values(self._marks(reason)), {"number": result_id})

    def void_of_visit(self, visit_id: int, reason: str) -> None:
        """Withdraw what a visit added and nobody withdrew yet."""
        for mark in _MARK_OF_VISIT:
            self._connection.execute(mark.values(self._marks(reason)), {"number": visit_id})

    def _by(self, patient_id: int, visit_id: int | None) -> dict[str, Any]:
        return {
            "patient_id": patient_id,
            "visit_id": visit_id,
            "recorded_at": self._now,
            "recorded_by": self._actor,
        }

    def _marks(self, reason: str) -> dict[str, Any]:
        return {"voided_at": self._now, "voided_by": self._actor, "void_reason": reason}


def _observed_columns(day: PartialDate, code: str, note: str | None) -> dict[str, Any]:
    return {
        "observed": day.text,
        "observed_first": day.first,
        "observed_last": day.last,
        "code": code,
        "note": note,
    }


def _finding_columns(finding: Finding) -> dict[str, Any]:
    return _observed_columns(finding.date, finding.code, finding.note) | {"value": finding.value}


def _result_columns(result: Result) -> dict[str, Any]:
    return _observed_columns(result.date, result.code, result.note) | {
        "value": result.value,
        "unit": result.unit,
        "comparator": result.comparator.value if result.comparator else None,
        "interpretation": result.interpretation.value if result.interpretation else None,
        "low": result.low,
        "high": result.high,
        "lab": result.lab,
        "method": result.method,
        "specimen": result.specimen,
        "confirmed": result.confirmed,
    }


def _finding(row: Any) -> Finding:
    _, _, _, _, day, code, value, note = row
    return Finding(PartialDate(day), code, value, note)


def _result(row: Any) -> Result:
    _, _, _, _, day, code, value, unit, sign, word, *others = row
    return Result(
        PartialDate(day), code, value, unit, _COMPARATORS[sign], _INTERPRETATIONS[word], *others
    )
