"""Word where a patient with myeloma stands today, and what is still open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.letter import Line, Section, Tone
from desktop_app.domain.letter_myeloma import definitions
from desktop_app.domain.letter_sections import (
    UNKNOWN_SIGN,
    alerts,
    allergies,
    settling,
)
from desktop_app.domain.myeloma_words import (
    REGIMEN,
    cycle_text,
    line_title,
    part_text,
    point_text,
    span_text,
    stage_text,
)
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.conclusions import Assessment
    from desktop_app.domain.letter_sections import Writer
    from desktop_app.domain.myeloma_conclusions import Myeloma
    from desktop_app.domain.view import RecordView


def now(assessment: Assessment, view: RecordView, writer: Writer) -> Section:
    """Say what is given now, how the disease responds, the alerts, and the allergies."""
    found = assessment.myeloma
    lines = list(_therapy(found, writer))
    point = found.response_now if found is not None else None
    if point is not None:
        said = point_text(point, writer.trace)
        lines.append(Line(writer.say("current_response", response=said, date=point.date)))
    lines += alerts(assessment, writer)
    return Section(writer.say("now"), (*lines, allergies(view, writer)))


def _therapy(found: Myeloma | None, writer: Writer) -> Iterator[Line]:
    """Name what is given now with its cycle, else what was given last."""
    named, last = [], None
    for line in found.lines if found is not None else ():
        for part in line.parts:
            if part.kind == REGIMEN and part.stop is None:
                since = span_text(part.start, None, writer.trace)
                name = cycle_text(line, writer.trace) or part.name
                named.append(writer.say("aside", text=name, inside=since))
            last = part
    if named:
        said = writer.say("therapy", names=writer.trace.listed(tuple(named)))
        yield Line(said, Tone.STRONG)
        return
    yield Line(writer.say("no_therapy"))
    if last is not None:
        stop = last.stop if last.kind == REGIMEN else last.start
        span = span_text(last.start, stop, writer.trace)
        yield Line(writer.say("last_given", name=part_text(last), span=span))


def open_questions(assessment: Assessment, writer: Writer) -> Section | None:
    """Say what the record leaves open, and which tests would settle it; else nothing."""
    told = [Line(words, Tone.UNKNOWN, UNKNOWN_SIGN) for words in _open(assessment.myeloma, writer)]
    told += settling(assessment, writer)
    return Section(writer.say("open"), tuple(told)) if told else None


def _open(found: Myeloma | None, writer: Writer) -> Iterator[str]:
    """Name stages, definitions and numbers of lines that what is known does not settle."""
    if found is None:
        return
    if found.staging is not None:
        systems = (*found.staging.systems, *found.staging.others)
        stages = tuple(
            stage_text(name, system, writer.trace)
            for name, system in systems
            if system.possible and system.stage is None
        )
        if stages:
            yield writer.say("open_stages", names=writer.trace.listed(stages))
    if found.plasma_cell_leukemia is not None:
        rules = tuple(
            writer.trace.rule(one)
            for one in definitions(found.plasma_cell_leukemia)
            if one.state is Truth.UNKNOWN
        )
        if rules:
            yield writer.say("open_definitions", names=writer.trace.listed(rules))
    unnumbered = tuple(line_title(x, writer.trace) for x in found.lines if x.number is None)
    if unnumbered:
        yield writer.say("open_line", names=writer.trace.listed(unnumbered))
