"""Write an assessment as plain text for a person at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.risk_text import range_text
from desktop_app.exchange.prose_course import course_lines
from desktop_app.exchange.prose_criteria import criterion_lines, listed
from desktop_app.exchange.prose_myeloma import myeloma_lines
from desktop_app.exchange.prose_poems import poems_lines
from desktop_app.exchange.prose_risk import risk_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.conclusions import Assessment, Criterion, FollowUp, Schedule
    from desktop_app.domain.sources import Evidence
    from desktop_app.domain.wording import Wording


def assessment_prose(assessment: Assessment, wording: Wording, evidence: Evidence) -> str:
    """Give conclusion, risk, reasons, missing tests, follow-up and conflicts, line by line."""
    lines = (*_lines(assessment, wording), *_conflicts(assessment, wording, evidence))
    return "\n".join(lines) + "\n"


def _lines(assessment: Assessment, wording: Wording) -> Iterator[str]:
    diagnosis = assessment.diagnosis
    yield wording.text("text.as_of", [("date", assessment.as_of.isoformat())])
    name = wording.text(
        f"category.{diagnosis.category}" if diagnosis.category else "text.not_settled"
    )
    yield f"{name} ({wording.text(f'status.{diagnosis.status}')})"
    names = listed(wording, (f"category.{x}" for x in diagnosis.possible))
    yield wording.text("text.possible", [("names", names)])
    for note in diagnosis.notes:
        yield "  " + wording.sentence("note", note)
    for alert in assessment.alerts:
        level = wording.text(f"level.{alert.level}")
        yield f"! {level}: " + wording.sentence("alert", alert.message)
    yield from risk_lines(assessment, wording)
    yield wording.text("text.criteria")
    for criterion in (*diagnosis.criteria, *_factors(assessment)):
        yield from criterion_lines(criterion, wording)
    for criterion in assessment.flc_ranges:
        yield from criterion_lines(criterion, wording)
    yield from course_lines(assessment, wording)
    if assessment.myeloma is not None:
        yield from myeloma_lines(assessment.myeloma, wording)
    if assessment.poems is not None:
        yield from poems_lines(assessment.poems, wording)
    if assessment.missing:
        names = " · ".join(wording.name(x.code) for x in assessment.missing)
        yield wording.text("text.missing", [("names", names)])
    yield from _follow_up(assessment.follow_up, wording)
    for note in assessment.quality:
        yield wording.sentence("quality", note)


def _conflicts(assessment: Assessment, wording: Wording, evidence: Evidence) -> Iterator[str]:
    """Say what a document prints and what is computed with, wherever the two differ."""
    if assessment.conflicts:
        yield wording.text("text.conflicts")
    for name in assessment.conflicts:
        entry = evidence.conflicts[name]
        printed, used = entry.printed[wording.language], entry.used[wording.language]
        document = wording.text(f"source.{entry.document}")
        values = [("document", document), ("printed", printed), ("used", used)]
        yield "  " + wording.text("text.conflict", values)


def _factors(assessment: Assessment) -> list[Criterion]:
    """Give the factors of every model, each once."""
    named = {x.id: x for _, score in assessment.scores for x in score.criteria}
    return list(named.values())


def _follow_up(follow_up: FollowUp, wording: Wording) -> Iterator[str]:
    months, due = follow_up.interval_months, follow_up.next_due
    if months is None or due is None:
        yield wording.text("text.no_interval")
    else:
        span = range_text(*months)
        yield wording.text("text.follow_up", [("date", due.isoformat()), ("months", span)])
    for note in follow_up.reasons:
        yield "  " + wording.sentence("note", note)
    for schedule in follow_up.beside:
        yield "  " + _beside(schedule, wording)


def _beside(schedule: Schedule, wording: Wording) -> str:
    """Say what another source proposes for the same state."""
    said = wording.sentence("note", schedule.words) if schedule.words else ""
    if schedule.interval_months is not None:
        span = range_text(*schedule.interval_months)
        said = " · ".join(filter(None, (wording.text("text.months", [("months", span)]), said)))
    values = [("by", wording.text(f"source.{schedule.by}")), ("said", said)]
    return wording.text("text.beside", values)
