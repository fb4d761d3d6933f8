"""Write what is concluded of myeloma as plain text: stage, lesions, lines, response and care."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.care_words import care_remarks, care_text
from desktop_app.domain.catalogue import Catalogue
from desktop_app.domain.myeloma_words import (
    REGIMEN,
    best_text,
    extramedullary_text,
    lesion_text,
    line_title,
    months_text,
    point_text,
    span_text,
    stage_text,
)
from desktop_app.domain.trace_words import TraceWords
from desktop_app.domain.truth import Truth
from desktop_app.exchange.prose_criteria import criterion_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.conclusions import Note
    from desktop_app.domain.myeloma_conclusions import (
        Extramedullary,
        ImwgResponse,
        Myeloma,
        PlasmaCellLeukemia,
        Staging,
        TreatmentLine,
    )
    from desktop_app.domain.wording import Wording

# Nothing said here names an analyte.
_NO_NAMES = Catalogue({})


def myeloma_lines(picture: Myeloma, wording: Wording) -> Iterator[str]:
    """Give every part that was concluded, in the order in which a doctor reads them."""
    words = TraceWords(wording, _NO_NAMES)
    if picture.staging is not None:
        yield from _staging(picture.staging, words)
    if picture.extramedullary is not None:
        yield from _extramedullary(picture.extramedullary, words)
    if picture.plasma_cell_leukemia is not None:
        yield from _leukemia(picture.plasma_cell_leukemia, words)
    for line in picture.lines:
        yield from _line(line, words)
    for criterion in picture.refractory:
        yield from criterion_lines(criterion, wording)
    if picture.response is not None:
        yield from _response(picture.response, words)
    yield from _care(picture, wording)


def _remarks(notes: tuple[Note, ...], words: TraceWords) -> Iterator[str]:
    for note in notes:
        yield "  " + words.sentence("note", note)


def _staging(staging: Staging, words: TraceWords) -> Iterator[str]:
    head = "text.stage_if_myeloma" if staging.if_myeloma else "text.stage"
    yield words.words.text(head, [("date", staging.anchor or "?")])
    if staging.basis is not None:
        yield from _remarks((staging.basis,), words)
    for name, system in (*staging.systems, *staging.others):
        yield "  " + stage_text(name, system, words)
        for note in system.notes:
            yield "    " + words.sentence("note", note)
    yield from _remarks(staging.notes, words)


def _extramedullary(found: Extramedullary, words: TraceWords) -> Iterator[str]:
    yield extramedullary_text(found, words)
    for lesion in found.lesions:
        said = lesion_text(lesion, words)
        if lesion.present is Truth.NOT_MET:
            said = words.words.text("text.lesion_gone", [("lesion", said)])
        yield "  " + said
        for note in lesion.notes:
            yield "    " + words.sentence("note", note)
    yield from _remarks(found.notes, words)


def _leukemia(found: PlasmaCellLeukemia, words: TraceWords) -> Iterator[str]:
    values = [
        ("imwg", words.state(found.imwg_2021)),
        ("kyle", words.state(found.kyle_1974)),
        ("who", words.state(found.who)),
        ("either", words.state(found.either)),
    ]
    yield words.words.text("text.plasma_cell_leukemia", values)
    yield from _remarks(found.notes, words)


def _line(line: TreatmentLine, words: TraceWords) -> Iterator[str]:
    """Tell a line: what was given, from when to when, why it is one, and what it gave."""
    best, refractory = best_text(line, words), _refractory(line, words)
    told = [line_title(line, words), span_text(line.start, line.stop, words)]
    if best:
        told.append(words.words.text("text.line_best", [("response", best)]))
    for code, months in (
        ("text.line_progression", line.months_to_progression),
        ("text.line_next", line.months_to_next),
    ):
        if months is not None:
            told.append(words.words.text(code, [("months", months_text(months, words))]))
    if refractory:
        told.append(words.words.text("text.line_refractory", [("names", refractory)]))
    yield " · ".join(told)
    yield from _remarks((line.reason, *line.notes), words)


def _refractory(line: TreatmentLine, words: TraceWords) -> str:
    """Name the drugs and classes that failed; that the line did is told by its progression."""
    failed = (x for x in line.refractory if x.state is Truth.MET and x.kind != REGIMEN)
    tables = {"class": "drug_class"}
    return words.listed(tuple(words.of(tables.get(x.kind, x.kind), x.name) for x in failed))


def _response(response: ImwgResponse, words: TraceWords) -> Iterator[str]:
    yield words.words.text("text.response", [("version", response.criteria_version)])
    for point in response.timeline:
        values = [("line", str(point.line)), ("response", point_text(point, words))]
        yield "  " + words.words.text("text.response_point", [("date", point.date), *values])
        if len(point.possible) > 1:
            names = words.listed(tuple(words.of("response", one) for one in point.possible))
            yield "    " + words.words.text("text.possible", [("names", names)])
        for note in point.notes:
            yield "    " + words.sentence("note", note)
    for criterion in response.endpoints:
        yield from criterion_lines(criterion, words.words)
    yield from _remarks(response.notes, words)


def _care(picture: Myeloma, wording: Wording) -> Iterator[str]:
    if picture.smm_end is not None:
        yield from criterion_lines(picture.smm_end, wording, depth=0)
    if picture.reminders:
        yield wording.text("text.reminders")
    for criterion in picture.reminders:
        yield from criterion_lines(criterion, wording)
        yield "    " + TraceWords(wording, _NO_NAMES).of("reminder", criterion.id)
    for name, score in picture.scores:
        words = TraceWords(wording, _NO_NAMES)
        yield care_text(name, score, words)
        yield from ("  " + remark for remark in care_remarks(score, words))
    if picture.prophylaxis:
        yield wording.text("text.prophylaxis")
    for item in picture.prophylaxis:
        told = [wording.text(f"workup.{item.item}"), wording.text(f"text.item_{item.state}")]
        if item.reason is not None:
            told.append(wording.sentence("note", item.reason))
        yield "  " + " · ".join(told)
