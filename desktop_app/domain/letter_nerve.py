"""Word the nerves for a neurologist: neuropathy, function score by score, and what was given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain import letter_lines
from desktop_app.domain.letter import Cell, Line, Section, Table, Tone
from desktop_app.domain.letter_sections import UNKNOWN_SIGN
from desktop_app.domain.poems_words import neuropathy_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from decimal import Decimal

    from desktop_app.domain.letter_sections import Writer
    from desktop_app.domain.myeloma_conclusions import Myeloma
    from desktop_app.domain.poems_conclusions import Poems
    from desktop_app.domain.view import RecordView

    _Day = tuple[str, str, Mapping[str, Decimal]]

NEUROPATHY = "polyneuropathy"
_ONLS, _RANKIN = ("onls_arm", "onls_leg"), "modified_rankin"
_SHARES = (0.28, 0.18, 0.18, 0.18, 0.18)
_MOST = 8  # days: the first and the last seven
# What a neurologist asks of beside the neuropathy, each with its latest answer.
_BESIDE = (
    *("neuropathy_refractory_to_immunotherapy", "autonomic_neuropathy", "papilledema"),
    *("anti_mag", "carpal_tunnel_bilateral"),
)
# Of RESP-POEMS-LAG, what is told of nerves.
_LAG = ("poems_lag_nerve", "poems_lag_first_nerve")
_RADIOTHERAPY = "radiotherapy"
_NOTHING = "–"


def nerve(found: Poems | None, view: RecordView, writer: Writer) -> Section:
    """Say the neuropathy, what stands beside it, and ONLS and mRS day by day."""
    lines = [_neuropathy(view, writer), *_beside(view, writer)]
    response = found.response if found is not None else None
    if response is not None:
        lag = (note for note in response.banners if note.code in _LAG)
        lines += [Line(writer.note(note), Tone.QUIET) for note in lag]
    rows = [_row(*each, writer) for each in _days(view)]
    if not rows:
        lines.append(Line(writer.say("no_onls"), Tone.UNKNOWN, UNKNOWN_SIGN))
        return Section(writer.say("nerve"), tuple(lines))
    shown = rows if len(rows) <= _MOST else [rows[0], *rows[1 - _MOST :]]
    heads = tuple(writer.say(code) for code in ("day", "arm", "leg", "total", "rankin"))
    return Section(writer.say("nerve"), tuple(lines), Table(heads, tuple(shown), _SHARES))


def _neuropathy(view: RecordView, writer: Writer) -> Line:
    """Say the neuropathy as first and as last recorded."""
    seen = view.findings(NEUROPATHY)
    if not seen:
        return Line(writer.say("no_neuropathy"), Tone.UNKNOWN, UNKNOWN_SIGN)
    told = tuple(
        writer.say("aside", text=neuropathy_text(one.value, writer.trace), inside=one.date.text)
        for one in (seen[0], *seen[1:][-1:])
    )
    return Line(writer.say("neuropathy", names=writer.trace.listed(told)), Tone.STRONG)


def _beside(view: RecordView, writer: Writer) -> Iterator[Line]:
    """Say what a neurologist asks of beside the neuropathy, as far as it was answered."""
    told = []
    for code in _BESIDE:
        found = view.latest_finding(code)
        if found is not None and isinstance(found.value, bool):
            answer = writer.trace.of("answer", "yes" if found.value else "no")
            text = f"{writer.trace.name(code)} {answer}"
            told.append(writer.say("aside", text=text, inside=found.date.text))
    if told:
        yield Line(writer.say("beside", names=writer.trace.listed(tuple(told))))


def _days(view: RecordView) -> Iterator[_Day]:
    """Give the grades day by day; what was asked in another way is a row of its own."""
    grades: dict[tuple[str, str], dict[str, Decimal]] = {}
    order: dict[tuple[str, str], date] = {}
    for code in (*_ONLS, _RANKIN):
        for one in view.results(code):
            if one.value is None:
                continue
            day = one.date.text
            # mRS stands beside ONLS of its day, however that was asked.
            beside = [key for key in grades if key[0] == day] if code == _RANKIN else []
            key = beside[0] if beside else (day, one.method or "")
            grades.setdefault(key, {})[code] = one.value
            order.setdefault(key, one.date.middle)
    for key in sorted(grades, key=lambda key: (order[key], key)):
        yield (*key, grades[key])


def _row(day: str, mode: str, grades: Mapping[str, Decimal], writer: Writer) -> tuple[Cell, ...]:
    arm, leg = (grades.get(code) for code in _ONLS)
    total = None if arm is None or leg is None else arm + leg
    shown = (arm, leg, total, grades.get(_RANKIN))
    tones = (Tone.PLAIN, Tone.PLAIN, Tone.STRONG, Tone.PLAIN)
    cells = (
        Cell(_NOTHING if grade is None else f"{grade:f}", tone)
        for grade, tone in zip(shown, tones, strict=True)
    )
    return (Cell(day, aside=writer.trace.of("onls", mode) if mode else ""), *cells)


def given(found: Myeloma | None, view: RecordView, writer: Writer) -> Section:
    """Give the lines without a response of myeloma, and radiotherapy that is part of none."""
    heading = writer.say("lines")
    section = letter_lines.lines(found, writer, best=False) if found is not None else None
    alone = _radiotherapy(found, view)
    more = (Line(writer.say("radiotherapy", dates=writer.trace.listed(alone))),) if alone else ()
    if section is None or section.table is None:
        none = Line(writer.say("no_lines"), Tone.UNKNOWN, UNKNOWN_SIGN)
        return Section(heading, more or (none,))
    return Section(heading, more, section.table)


def _radiotherapy(found: Myeloma | None, view: RecordView) -> tuple[str, ...]:
    lines = found.lines if found is not None else ()
    within = {x.start for line in lines for x in line.parts if x.kind == _RADIOTHERAPY}
    return tuple(
        x.date.text
        for x in view.record.events
        if x.code == _RADIOTHERAPY and x.date.first <= view.as_of and x.date.text not in within
    )
