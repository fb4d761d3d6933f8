"""Word the lines of treatment with why each began and what came of it, and the response by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.letter import Cell, Line, Section, Table, Tone
from desktop_app.domain.letter_sections import ALERT, CHECK, UNKNOWN_SIGN
from desktop_app.domain.myeloma_words import (
    REGIMEN,
    TRANSPLANTS,
    best_text,
    months_text,
    numbers_text,
    part_text,
    point_text,
    span_text,
)
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop_app.domain.conclusions import Criterion
    from desktop_app.domain.letter_sections import Writer
    from desktop_app.domain.myeloma_conclusions import (
        ImwgResponse,
        LinePart,
        Myeloma,
        ResponsePoint,
        TreatmentLine,
    )

_LINE_SHARES = (0.07, 0.33, 0.17, 0.28, 0.15)
_SHARES_WITHOUT_BEST = (0.08, 0.38, 0.2, 0.34)
_POINT_SHARES = (0.14, 0.08, 0.3, 0.48)
_REFRACTORY = (
    (Truth.MET, "refractory", Tone.WARNING, ALERT),
    (Truth.UNKNOWN, "refractory_open", Tone.UNKNOWN, UNKNOWN_SIGN),
    (Truth.NOT_MET, "not_refractory", Tone.QUIET, ""),
)
_JUDGED = (
    (Truth.MET, Tone.PLAIN, CHECK),
    (Truth.UNKNOWN, Tone.UNKNOWN, UNKNOWN_SIGN),
    (Truth.NOT_MET, Tone.QUIET, ""),
)
_NOTHING = "–"
_SEEN = "RESP-IMWG-"


def lines(found: Myeloma, writer: Writer, *, best: bool = True) -> Section:
    """Give every line part by part: what, when, why it began and ended, and its best response.

    Without ``best`` the response stays out, as where another disease is judged otherwise.
    """
    heading = writer.say("lines")
    if not found.lines:
        return Section(heading, (Line(writer.say("no_lines"), Tone.UNKNOWN, UNKNOWN_SIGN),))
    rows = tuple(row for line in found.lines for row in _rows(line, writer))
    shares = _LINE_SHARES if best else _SHARES_WITHOUT_BEST
    codes = ("line", "given", "span", "why", "best")[: len(shares)]
    heads = tuple(writer.say(code) for code in codes)
    shown = tuple(row[: len(shares)] for row in rows)
    return Section(heading, (), Table(heads, shown, shares))


def _rows(line: TreatmentLine, writer: Writer) -> Iterator[tuple[Cell, ...]]:
    """Give a row a part; the number, the reason and the response stand in the first."""
    settled = Tone.STRONG if line.number is not None else Tone.UNKNOWN
    best = Tone.STRONG if line.best_confirmed else Tone.UNKNOWN
    for place, part in enumerate(line.parts):
        first = place == 0
        reason = line.reason if first else part.reason
        yield (
            Cell(numbers_text(line), settled) if first else Cell(""),
            Cell(_given(part, writer), Tone.STRONG, _drugs(part, writer)),
            Cell(
                span_text(
                    part.start, part.stop if part.kind == REGIMEN else part.start, writer.trace
                )
            ),
            _why(writer.note(reason) if reason else "", _stopped(part, writer)),
            Cell(best_text(line, writer.trace) or _NOTHING, best) if first else Cell(""),
        )


def _why(began: str, ended: str) -> Cell:
    return Cell(began, aside=ended) if began else Cell(ended or _NOTHING)


def _given(part: LinePart, writer: Writer) -> str:
    """Name a regimen, a transplant by its short name, or another event in words."""
    if part.kind == REGIMEN or part.kind in TRANSPLANTS:
        return part_text(part)
    return writer.trace.of("event", part.kind)


def _drugs(part: LinePart, writer: Writer) -> str:
    return writer.trace.listed(tuple(writer.trace.of("drug", drug) for drug in part.drugs))


def _stopped(part: LinePart, writer: Writer) -> str:
    if part.stop_reason is None:
        return ""
    return writer.say("stopped", reason=writer.trace.of("stop_reason", part.stop_reason))


def outcomes(found: Myeloma, writer: Writer) -> Section | None:
    """Say how long each line held, and against what the disease is refractory."""
    told = [Line(words) for line in found.lines if (words := _held(line, writer))]
    told += _refractory(found, writer)
    told += _judged(found.refractory, writer)
    return Section("", tuple(told)) if told else None


def _judged(criteria: tuple[Criterion, ...], writer: Writer) -> Iterator[Line]:
    """Say together what is met, what is open, and what is not met."""
    for state, tone, sign in _JUDGED:
        rules = tuple(writer.trace.rule(one) for one in criteria if one.state is state)
        if rules:
            said = writer.trace.listed(rules)
            words = writer.say("judged", rule=said, state=writer.trace.state(state))
            yield Line(words, tone, sign)


def _held(line: TreatmentLine, writer: Writer) -> str:
    """Say how long a line held and how it ended, where either is known."""
    spans = (("to_progression", line.months_to_progression), ("to_next", line.months_to_next))
    told = [
        writer.say(code, months=months_text(months, writer.trace))
        for code, months in spans
        if months is not None
    ]
    told += [writer.trace.of("line_outcome", line.outcome)] if line.outcome is not None else []
    if not told:
        return ""
    return writer.say("held", line=numbers_text(line), names=writer.trace.listed(tuple(told)))


def _refractory(found: Myeloma, writer: Writer) -> Iterator[Line]:
    """Name drugs and classes by what is known; a drug that was refractory once stays so."""
    known: dict[tuple[str, str], Truth] = {}
    for line in found.lines:
        for one in line.refractory:
            if one.kind != REGIMEN:
                key = (one.kind, one.name)
                known[key] = known.get(key, Truth.NOT_MET) | one.state
    for state, code, tone, sign in _REFRACTORY:
        drugs, classes = (_named(known, kind, state, writer) for kind in ("drug", "class"))
        names = writer.trace.listed(drugs or classes)
        if drugs and classes:
            names = writer.say("aside", text=names, inside=writer.trace.listed(classes))
        if names:
            yield Line(writer.say(code, names=names), tone, sign)


def _named(
    known: Mapping[tuple[str, str], Truth], kind: str, state: Truth, writer: Writer
) -> tuple[str, ...]:
    table = "drug_class" if kind == "class" else kind
    return tuple(
        writer.trace.of(table, name)
        for (one, name), each in known.items()
        if one == kind and each is state
    )


def response(found: ImwgResponse | None, writer: Writer) -> Section:
    """Say the best and the present response, then every day on which the response changed."""
    heading = writer.say("response")
    if found is None or not found.timeline:
        return Section(heading, (Line(writer.say("no_response"), Tone.UNKNOWN, UNKNOWN_SIGN),))
    told = [Line(writer.say("criteria_version", version=found.criteria_version), Tone.QUIET)]
    signs = tuple(writer.trace.rule(x) for x in found.endpoints if x.state is Truth.MET)
    if signs:
        words = writer.say("relapse_signs", names=writer.trace.listed(signs))
        told.append(Line(words, Tone.WARNING, ALERT))
    rows = tuple(_point(point, writer) for point in _changes(found.timeline))
    heads = tuple(writer.say(code) for code in ("day", "line", "response", "because"))
    return Section(heading, tuple(told), Table(heads, rows, _POINT_SHARES))


def _changes(timeline: tuple[ResponsePoint, ...]) -> Iterator[ResponsePoint]:
    """Leave out the days between on which nothing changed; the last one stands always."""
    before: tuple[object, ...] | None = None
    for place, point in enumerate(timeline):
        now = (point.line, point.category, point.confirmed, point.pending)
        if now != before or place == len(timeline) - 1:
            yield point
        before = now


def _tells(criterion: Criterion) -> bool:
    """Tell whether a criterion says what was seen, not how it was counted."""
    return criterion.state is Truth.MET and criterion.id.startswith(_SEEN)


def _firm(point: ResponsePoint) -> Tone:
    return Tone.STRONG if point.confirmed else Tone.UNKNOWN


def _point(point: ResponsePoint, writer: Writer) -> tuple[Cell, ...]:
    told = [writer.trace.rule(x) for x in point.criteria if _tells(x)]
    told += [writer.note(note) for note in point.notes]
    if point.at_least is not None and point.at_least != point.category:
        level = writer.trace.of("response", point.at_least)
        told.insert(0, writer.say("at_least", response=level))
    return (
        Cell(point.date),
        Cell(str(point.line)),
        Cell(point_text(point, writer.trace), _firm(point)),
        Cell(" · ".join(told) or _NOTHING),
    )
