"""Build values on their way into the record in one line each."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.domain.arrivals.comparing import compare
from desktop_app.domain.arrivals.known import Known
from desktop_app.domain.arrivals.review import Arrival, ArrivalState, Decisions, Question, Reading
from desktop_app.domain.arrivals.rows import StagedRow
from desktop_app.domain.journal import EntryKind, Kept
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Comparator, Finding, Interpretation, Result, Sex
from tests.domain.cases import UNITS, catalogue

if TYPE_CHECKING:
    from collections.abc import Sequence

DAY = "2026-06-01"
MORE_UNITS = {
    **UNITS,
    **dict.fromkeys(("igg", "iga", "igm"), "mg/dL"),
    **dict.fromkeys(("wbc", "neutrophils"), "10*9/L"),
    "ige": "IU/mL",
    "total_protein": "g/dL",
    "serum_m_protein_percent": "%",
}


def value_of(code: str, value: str, day: str = DAY, unit: str | None = None) -> Result:
    """Give a result; a value may begin with its comparator, or be a word."""
    if value in set(Interpretation):
        return Result(PartialDate(day), code, interpretation=Interpretation(value))
    sign = next((sign for sign in ("<=", ">=", "<", ">") if value.startswith(sign)), "")
    return Result(
        PartialDate(day),
        code,
        Decimal(value.removeprefix(sign)),
        unit or MORE_UNITS[code],
        Comparator(sign) if sign else None,
    )


def arriving(entry: Result | Finding | None, place: int = 0, **texts: str) -> Reading:
    """Give a reading of an entry; ``texts`` are fields of its row, ``minute`` that of the day."""
    minute = texts.pop("minute", "")
    state = ArrivalState.NEW if entry else ArrivalState.UNKNOWN
    row = StagedRow(place + 1, "", **texts)
    code = entry.code if entry else None
    return Reading(row, place, f"{code}|", state, code, entry, minute)


def immunofixation(*isotypes: str, day: str = DAY) -> Finding:
    """Give a serum immunofixation."""
    return Finding(PartialDate(day), "serum_immunofixation", isotypes)


def known(*entries: Result | Finding) -> Known:
    """Give what the record has, numbered from one."""
    results, findings = [], []
    for number, entry in enumerate(entries, 1):
        if isinstance(entry, Result):
            results.append(Kept(EntryKind.RESULT, number, 1, None, False, entry))
        else:
            findings.append(Kept(EntryKind.FINDING, number, 1, None, False, entry))
    return Known(tuple(results), tuple(findings))


def compared(
    readings: Sequence[Reading],
    record: Known | None = None,
    decisions: Decisions | None = None,
    sex: Sex = Sex.MALE,
    birth: str | None = "1960-01-01",
) -> tuple[Arrival, ...]:
    """Compare readings with a record, that of a man if nothing else is said."""
    return compare(
        readings,
        0,
        record or Known(),
        decisions or Decisions(),
        catalogue(),
        sex,
        None if birth is None else PartialDate(birth),
    )


def asked(arrivals: Sequence[Arrival]) -> dict[str, list[str]]:
    """Give the codes of the questions by the test that they are asked of."""
    return {
        str(arrival.reading.code): [question.code for question in arrival.questions]
        for arrival in arrivals
        if arrival.questions
    }


def question_codes(questions: Sequence[Question]) -> list[str]:
    """Give the codes of questions."""
    return [question.code for question in questions]
