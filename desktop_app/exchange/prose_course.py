"""Write what evolves, the kidney prompt and the work-up as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.pace import paces
from desktop_app.domain.truth import Truth
from desktop_app.domain.unit_label import percent, with_unit
from desktop_app.exchange.prose_criteria import SIGNS, criterion_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.conclusions import Assessment, Evolving, SeriesPoint
    from desktop_app.domain.wording import Wording


def course_lines(assessment: Assessment, wording: Wording) -> Iterator[str]:
    """Give the definitions of evolving disease, MGRS, the work-up and early treatment."""
    if assessment.evolving:
        yield wording.text("text.evolving")
    for entry in assessment.evolving:
        yield "  " + _evolving(entry, wording)
    for note in paces(assessment.series):
        yield "  " + wording.sentence("note", note)
    yield from _mgrs(assessment, wording)
    yield from _workup(assessment, wording)
    if assessment.early_treatment:
        yield wording.text("text.early_treatment")
    for criterion in assessment.early_treatment:
        yield from criterion_lines(criterion, wording)


def _evolving(entry: Evolving, wording: Wording) -> str:
    state = entry.state.state
    answer = wording.text(f"state.{state}")
    if entry.state is Truth.MET and not entry.confirmed:
        answer = wording.text("text.unconfirmed", [("state", answer)])
    parts = [f"{SIGNS[state]} {answer}: {wording.text(f'rule.{entry.definition}')}"]
    if entry.baseline is not None and entry.value is not None:
        now = with_unit(_point(entry.value), entry.unit, wording.language)
        parts.append(f"{_point(entry.baseline)} → {now}")
    if entry.change_percent is not None:
        parts.append(percent(f"{entry.change_percent:+.0f}", wording.language))
    if entry.beyond_noise is not None:
        noise = "beyond_noise" if entry.beyond_noise else "within_noise"
        parts.append(wording.text(f"text.{noise}"))
    parts += [wording.sentence("note", note) for note in entry.notes]
    return " · ".join(parts)


def _point(point: SeriesPoint) -> str:
    return f"{point.text} ({point.date})"


def _mgrs(assessment: Assessment, wording: Wording) -> Iterator[str]:
    mgrs = assessment.mgrs
    if not (mgrs.reasons or mgrs.criteria or mgrs.lesion):
        return
    yield wording.text("text.mgrs", [("state", wording.text(f"state.{mgrs.suspected.state}"))])
    for note in mgrs.reasons:
        yield "  " + wording.sentence("note", note)


def _workup(assessment: Assessment, wording: Wording) -> Iterator[str]:
    items = assessment.workup
    if not items:
        return
    done = sum(item.state == "done" for item in items)
    open_ = [wording.text(f"workup.{item.item}") for item in items if item.state != "done"]
    values = [("done", str(done)), ("all", str(len(items))), ("names", " · ".join(open_) or "–")]
    yield wording.text("text.workup", values)
