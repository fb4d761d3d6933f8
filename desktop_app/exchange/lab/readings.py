"""Read the staged rows: what each measured, when, how much, and what is asked of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.domain.arrivals.review import ArrivalState, Question, Reading
from desktop_app.domain.arrivals.rows import LEAVE_OUT, DateStyle
from desktop_app.domain.arrivals.status import ReportStatus, status_of
from desktop_app.domain.conclusions import Note
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Sex
from desktop_app.exchange.lab import computed
from desktop_app.exchange.lab.days import ambiguous, read_moment
from desktop_app.exchange.lab.entries import entry_of
from desktop_app.exchange.lab.mapping import Identified, Mapper
from desktop_app.exchange.lab.values import ReadValue, read_value

if TYPE_CHECKING:
    from desktop_app.domain.arrivals.review import Decisions
    from desktop_app.domain.arrivals.rows import SiteProfile, Staged, StagedRow
    from desktop_app.domain.catalogue import Catalogue

_STYLES = tuple(style.value for style in DateStyle if style is not DateStyle.AUTO)


@dataclass(frozen=True, slots=True)
class _Day:
    """Hold the day of a row, or why there is none."""

    on: PartialDate | None = None
    minute: str = ""
    question: Question | None = None
    refused: Note | None = None


def read_rows(
    staged: Staged,
    profile: SiteProfile,
    decisions: Decisions,
    catalogue: Catalogue,
    today: date,
    sex: Sex = Sex.UNKNOWN,
) -> tuple[Reading, ...]:
    """Read every row; behind them stand the M-proteins computed of a share and the total protein.

    Args:
        sex: of the patient to whom all rows belong; a row's own goes before it.
    """
    reader = _Reader(profile, decisions, catalogue, today, sex)
    readings = [reader.read(place, row) for place, row in enumerate(staged.rows)]
    return (*readings, *computed.m_proteins(readings))


class _Reader:
    """Read rows one by one, remembering days and tests by their texts."""

    def __init__(
        self,
        profile: SiteProfile,
        decisions: Decisions,
        catalogue: Catalogue,
        today: date,
        sex: Sex,
    ) -> None:
        self._style = profile.date_style
        self._decisions = decisions
        self._catalogue = catalogue
        self._today = today
        self._sex = sex
        self._mapper = Mapper(catalogue, profile, decisions.items, decisions.units)
        self._days: dict[str, _Day] = {}

    def read(self, place: int, row: StagedRow) -> Reading:
        """Read one row."""
        read = read_value(row.value)
        found = self._mapper.identify(row, read)
        if found.code == LEAVE_OUT:
            return Reading(row, place, found.item, ArrivalState.LEFT_OUT, signals=found.signals)
        status = status_of(row.status)
        missing = _missing(read, status)
        if missing is not None:
            absent, taken_back = ArrivalState.ABSENT, status is ReportStatus.WITHDRAWN
            on = self._day_of(row).on if found.code and taken_back else None
            day = "" if on is None else on.text
            return Reading(row, place, found.item, absent, found.code, notes=(missing,), day=day)
        if found.code is None:
            unknown = ArrivalState.UNKNOWN
            return Reading(row, place, found.item, unknown, questions=found.questions)
        return self._reading(place, row, read, found, self._day_of(row), status)

    def _day_of(self, row: StagedRow) -> _Day:
        day = self._days.get(row.collected_at)
        if day is None:
            day = self._days[row.collected_at] = self._day(row.collected_at)
        return day

    def _reading(
        self,
        place: int,
        row: StagedRow,
        read: ReadValue,
        found: Identified,
        day: _Day,
        status: ReportStatus,
    ) -> Reading:
        assert found.code is not None
        analyte = self._catalogue[found.code]
        reasons = self._decisions.reasons
        reason = reasons.get(place, "").strip() if reasons else ""
        made = entry_of(row, read, analyte, found, day.on, self._sex, reason)
        notes, questions = made.notes, found.questions if made.needs_unit else ()
        questions = (*questions, *made.questions)
        if status is not ReportStatus.FINAL:
            notes = (*notes, Note("status", (("status", row.status.strip()),)))
        if day.question is not None:
            questions = (*questions, day.question)
        refused = day.refused or made.refused
        if refused is not None:
            state, notes = ArrivalState.REFUSED, (refused, *notes)
        else:
            state = ArrivalState.QUESTION if questions else ArrivalState.NEW
        return Reading(
            row,
            place,
            found.item,
            state,
            found.code,
            None if refused else made.entry,
            day.minute,
            found.signals,
            notes,
            () if refused else questions,
        )

    def _day(self, text: str) -> _Day:
        if not text.strip():
            if self._decisions.day is None:
                return _Day(question=Question("day"))
            return self._not_to_come(PartialDate.of(self._decisions.day), "")
        moment = read_moment(text, self._style)
        if moment is not None:
            return self._not_to_come(moment.day, moment.minute)
        said = (("text", text.strip()),)
        if ambiguous(text):
            return _Day(question=Question("date_style", said, _STYLES))
        return _Day(refused=Note("no_such_day", said))

    def _not_to_come(self, on: PartialDate, minute: str) -> _Day:
        if on.first > self._today:
            return _Day(on, minute, refused=Note("in_the_future", (("day", on.text),)))
        return _Day(on, minute)


def _missing(read: ReadValue, status: ReportStatus) -> Note | None:
    """Say why there is no result: nothing was measured, or nothing is valid."""
    if status is ReportStatus.WITHDRAWN:
        return Note("withdrawn")
    if read.absent is None and status is not ReportStatus.AWAITED:
        return None
    return Note("absent", (("text", read.absent),)) if read.absent else Note("empty")
