"""Say when smouldering myeloma ended, and how long it lasted (SMM-PROG)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criteria.attribution import value_meets
from desktop_app.domain.criteria.evidence import gather
from desktop_app.domain.criteria.myeloma_names import ACTIVE
from desktop_app.domain.criterion import Rule
from desktop_app.domain.partial_date import PartialDate, months_between
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.domain.conclusions import Criterion, Diagnosis
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.view import RecordView

END = Rule("SMM-PROG", "rajkumar2014", "decision", "any event that the clone caused")
SMOULDERING = frozenset({"smm", "smm_light_chain"})


def smm_end(evidence: Evidence, diagnosis: Diagnosis) -> Criterion | None:
    """Give the end of smouldering myeloma; None where there was none, or where it goes on."""
    view = evidence.view
    earlier = [x for x in view.history() if x.diagnosis in SMOULDERING]
    if not (earlier or diagnosis.smouldering):
        return None
    start = _earliest([x.date for x in earlier if x.date]) or _day(diagnosis)
    ended = _ends(evidence, diagnosis)
    if ended is not None:
        return END.answer(Truth.MET, (), _told(start, ended[1], amyloid=ended[0]))
    death = _earliest([x.date for x in view.record.events if x.code == "death"])
    if death is not None and death.last <= view.as_of:
        return END.answer(Truth.NOT_MET, (), Note("smm_death", (("date", death.text),)))
    if evidence.crab_open is Truth.MET:
        parts = [x for x in (*evidence.organs, evidence.bone) if value_meets(x) is Truth.MET]
        return END.answer(Truth.UNKNOWN, (), Note("smm_possible_progression"), parts)
    return None


def _day(diagnosis: Diagnosis) -> PartialDate | None:
    return PartialDate.of(diagnosis.smouldering) if diagnosis.smouldering else None


def _ends(evidence: Evidence, diagnosis: Diagnosis) -> tuple[bool, PartialDate | None] | None:
    """Give whether amyloidosis ended it, and when; no day where only the history says so."""
    view = evidence.view
    amyloid = _earliest(_amyloid(view)) if evidence.amyloid.proven else None
    event = _event(view, diagnosis)
    if event is None and diagnosis.category not in ACTIVE:
        return None if amyloid is None else (True, amyloid)
    if amyloid is not None and amyloid == _earliest([amyloid, *([event] if event else [])]):
        return True, amyloid
    return False, event


def _event(view: RecordView, diagnosis: Diagnosis) -> PartialDate | None:
    """Give the day of the first event that the clone caused, or of myeloma in the history."""
    if diagnosis.since is None:
        return _earliest([x.date for x in view.history() if x.diagnosis in ACTIVE and x.date])
    then = gather(view.at(diagnosis.since))
    found = zip(then.myeloma_events, then.events, strict=True)
    met = [event for event, state in found if state is Truth.MET]
    days = [[PartialDate(seen.date) for seen in x.inputs if seen.date] for x in met]
    return _earliest([max(each, key=_last) for each in days if each])


def _last(day: PartialDate) -> tuple[date, date]:
    return day.last, day.first


def _earliest(days: list[PartialDate]) -> PartialDate | None:
    return min(days, key=lambda day: (day.first, day.last), default=None)


def _amyloid(view: RecordView) -> list[PartialDate]:
    """Give the days on which tissue showed amyloid."""
    stained = [x.date for x in view.findings("congo_red") if x.value is True]
    return stained + [x.date for x in view.findings("renal_biopsy") if x.value == "al"]


def _told(start: PartialDate | None, end: PartialDate | None, *, amyloid: bool) -> Note:
    """Say the day and the months from the diagnosis, as far as the days are known."""
    if end is None:
        return Note("smm_ended_undated")
    months = "?"
    if start is not None:
        least, most = months_between(start, end)
        months = str(least) if least == most else f"{least}–{most}"
    values = (("date", end.text), ("months", months))
    return Note("smm_ended_amyloidosis" if amyloid else "smm_ended", values)
