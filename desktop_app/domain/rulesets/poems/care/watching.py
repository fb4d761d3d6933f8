"""Say of each series how often it is looked at, when it was, and when it is due (POEMS-FU)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criteria.poems.limits import above
from desktop_app.domain.criteria.poems.therapy_lines import poems_lines
from desktop_app.domain.criterion import judge_all
from desktop_app.domain.partial_date import add_months
from desktop_app.domain.poems_conclusions import WatchedSeries
from desktop_app.domain.rulesets.poems.care.intervals_table import EARLY_YEARS, ROWS
from desktop_app.domain.rulesets.poems.care.warning_values import (
    high_pressure,
    low_diffusion,
    warning,
)
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.criteria.treatment_lines import CountedLine
    from desktop_app.domain.partial_date import PartialDate
    from desktop_app.domain.poems_conclusions import PoemsResponse, PoemsTier
    from desktop_app.domain.rulesets.poems.care.intervals_table import Row, Step
    from desktop_app.domain.view import HasDate, RecordView

THERAPY, EARLY, LATE = "on_therapy", "early", "late"
MONTHS_A_YEAR = 12
# A rise of VEGF is repeated after 4 to 8 weeks: due from the first of them.
REPEAT_WEEKS = 4


def watched(
    evidence: Evidence,
    tier: PoemsTier,
    lines: tuple[CountedLine, ...],
    response: PoemsResponse | None,
) -> tuple[WatchedSeries, ...]:
    """Give POEMS-FU: every series with its interval now, its last day and its next.

    Before the first treatment the series of the first phase are asked for: they are its baseline.
    """
    if tier.met is not Truth.MET:
        return ()
    view = evidence.view
    end = _end_of_therapy(view, lines)
    rows = ((row, _phase(view, row, end)) for row in ROWS)
    found = (_watched(view, row, phase, end, response) for row, phase in rows)
    return tuple(each for each in found if each is not None)


def _end_of_therapy(view: RecordView, lines: tuple[CountedLine, ...]) -> date | None:
    """Give the last day of the last line; None before the first, and while one is given."""
    stops = [line.stop for line in poems_lines(view, lines)]
    known = [stop.last for stop in stops if stop is not None and stop.last <= view.as_of]
    return max(known) if stops and len(known) == len(stops) else None


def _phase(view: RecordView, row: Row, end: date | None) -> str:
    if end is None:
        return THERAPY
    late = add_months(end, (row.early_years or EARLY_YEARS) * MONTHS_A_YEAR) <= view.as_of
    return LATE if late else EARLY


def _watched(
    view: RecordView, row: Row, phase: str, end: date | None, response: PoemsResponse | None
) -> WatchedSeries | None:
    step = {THERAPY: row.therapy, EARLY: row.early, LATE: row.late}[phase]
    if step is None:
        return None
    last, whole = _last_day(view, row)
    months = None if step.abnormal and _normal(view, row.series) else step.months
    alert = warning(view, row.series, response)
    due = _due(view, row, months, last if whole else None, end)
    if row.series == "vegf" and alert is not None and last is not None:
        due = last.last + timedelta(weeks=REPEAT_WEEKS)
    return WatchedSeries(
        row.series,
        phase,
        tuple(dict.fromkeys(code for group in row.groups for code in group)),
        _words(step),
        months,
        None if last is None else last.text,
        None if due is None else due.isoformat(),
        alert,
    )


def _due(
    view: RecordView,
    row: Row,
    months: tuple[int, int] | None,
    last: PartialDate | None,
    end: date | None,
) -> date | None:
    """Give the day that the shortest interval allows; what is not complete is due now."""
    if months is None:
        # A baseline before or at the start of therapy is due until there is one.
        return view.as_of if last is None and end is None else None
    if last is None:
        return view.as_of
    start = max(last.last, end) if row.after_end and end is not None else last.last
    return add_months(start, months[0])


def _words(step: Step) -> Note:
    if step.abnormal and step.words is None:
        return Note("watch_if_abnormal", (("months", _span(step)),))
    return step.words or Note("watch_every", (("months", _span(step)),))


def _span(step: Step) -> str:
    return "–".join(dict.fromkeys(str(month) for month in step.months or ()))


def _last_day(view: RecordView, row: Row) -> tuple[PartialDate | None, bool]:
    """Give the oldest of the last days of its groups, and whether every group has one."""
    days = [_latest(view, group) for group in row.groups]
    known = [day for day in days if day is not None]
    return min(known, key=_order, default=None), len(known) == len(days)


def _latest(view: RecordView, codes: tuple[str, ...]) -> PartialDate | None:
    series: list[Sequence[HasDate]] = [view.results(code) for code in codes]
    series += [view.findings(code) for code in codes]
    return max((x[-1].date for x in series if x), key=_order, default=None)


def _order(day: PartialDate) -> tuple[date, date]:
    return day.last, day.first


def _normal(view: RecordView, series: str) -> bool:
    """Tell whether the last value of a series is certainly normal."""
    if series == "pasp":
        return high_pressure(view) is Truth.NOT_MET
    if series == "dlco":
        return low_diffusion(view) is Truth.NOT_MET
    return judge_all(view.latest("urine_protein_24h"), above).truth is Truth.NOT_MET
