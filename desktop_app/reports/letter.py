"""Print a letter from a clinic to a specialist, as PDF bytes: two A4 pages, a summary more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak

from desktop_app.domain.letter import Tone
from desktop_app.reports.chart_drawing import chart_drawing
from desktop_app.reports.edition import Edition
from desktop_app.reports.flowables import Grid, Row, Stack
from desktop_app.reports.pages import ONE_AT_A_TIME, PageTexts, build_counted
from desktop_app.reports.paragraph import TextBlock
from desktop_app.reports.pictures import Picture, Rule, WriteLine
from desktop_app.reports.styles import (
    ACCENT,
    CRITICAL,
    INK,
    LINE,
    MUTED,
    NORMAL,
    PAGE_HEIGHT,
    UNKNOWN,
    WARNING,
    TextStyle,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reportlab.lib.colors import Color
    from reportlab.platypus import Flowable

    from desktop_app.domain.chart import ChartSpec
    from desktop_app.domain.letter import Cell, Letter, Line, Section, Table
    from desktop_app.domain.wording import Wording

_STYLE = replace(
    NORMAL,
    title=TextStyle(16, 21, bold=True, balanced=True, after=2),
    heading=TextStyle(10, 14, ACCENT, bold=True, after=0.5),
    body=TextStyle(9.2, 12.8, after=0.4),
    card_title=TextStyle(12, 17, bold=True, after=0),
    cell=TextStyle(8, 10.5),
    column_head=TextStyle(7, 9.5, MUTED),
    foot=TextStyle(7, 9.5, MUTED),
    side=18 * mm,
    section=6,
)
_TONES: Mapping[Tone, tuple[Color, bool]] = {
    Tone.PLAIN: (INK, False),
    Tone.STRONG: (INK, True),
    Tone.QUIET: (MUTED, False),
    Tone.CRITICAL: (CRITICAL, True),
    Tone.WARNING: (WARNING, True),
    Tone.UNKNOWN: (UNKNOWN, False),
}
_INDENT = 12.0  # points: room for a sign before a line
_GAP = 5.0  # points between columns
_TABLE_GAP = 2.0  # points between the lines of a section and its table
_WRITING = 18.0  # points: height of a line to write on
_SIGNING = 28.0
_ENCLOSED_ROOM = 50 * mm  # with less left, what is enclosed begins on the next page
_MOST_PAGES = 2
# Height of the chart and lines for the question, tried in turn until the letter fits. The highest
# chart shows both plots, the others the first alone, and name the other.
_FITS = ((84 * mm, 2), (62 * mm, 2), (46 * mm, 2), (46 * mm, 1))
_ONE_PLOT = 46 * mm
_LONG_CHART = 104 * mm  # of a long letter with more than one plot, so that none is left out


def letter_pdf(letter: Letter, wordings: Mapping[str, Wording]) -> bytes:
    """Set a letter, on two pages where that can be; the same input gives the same bytes.

    ``register_fonts`` comes before.
    """
    languages = (letter.language,)
    edition = Edition(languages, languages, _STYLE, wordings)
    texts, pdf = _texts(letter, edition), b""
    with ONE_AT_A_TIME:
        for fit in _FITS:
            pdf, pages = build_counted(list(_story(letter, edition, *fit)), texts, edition)
            if letter.long or pages <= _MOST_PAGES:
                break
    return pdf


def _texts(letter: Letter, edition: Edition) -> PageTexts:
    marks = (("fictional", letter.fictional), ("review_overdue", letter.overdue))
    return PageTexts(
        title=letter.title,
        left="　".join(part for part in (letter.clinic.name, letter.clinic.phone) if part),
        right="　".join(part for part in (letter.label, letter.day.isoformat()) if part),
        marks=tuple(edition.word(code, letter.language) for code, shown in marks if shown),
        foot=letter.foot,
        language=letter.language,
    )


def _story(letter: Letter, edition: Edition, chart: float, most: int) -> Iterator[Flowable]:
    style = edition.style
    yield _text(letter.title, style.title, edition)
    yield from _sender(letter, edition)
    yield _text(letter.person, replace(style.body, bold=True), edition, before=4)
    yield _text(f"{letter.salutation}\n{letter.opening}", style.body, edition, before=6)
    for section in letter.sections:
        yield from _section(section, edition, most)
    signed = WriteLine(letter.signature, style.body, edition.script, high=_SIGNING)
    name = letter.clinic.doctor
    parts = [_text(letter.closing, style.body, edition), signed]
    parts += [_text(name, style.body, edition)] if name else []
    yield Stack(parts, before=style.section)
    if letter.enclosed:
        yield CondPageBreak(_ENCLOSED_ROOM)
        yield _text(letter.enclosed_heading, style.card_title, edition, before=style.section * 2)
    heights = (chart, _LONG_CHART) if letter.long else (_ONE_PLOT, chart)
    for section in letter.enclosed:
        yield from _enclosed(section, edition, heights)


def _sender(letter: Letter, edition: Edition) -> Iterator[Flowable]:
    clinic = letter.clinic
    known = " · ".join(part for part in (clinic.name, clinic.address, clinic.phone) if part)
    if known:
        yield _text(known, edition.style.body, edition)
    yield _text(letter.to, edition.style.body, edition, before=4)


def _section(section: Section, edition: Edition, most: int) -> Iterator[Flowable]:
    """Keep a short section whole under its heading, with so many lines to write on at most.

    A table stands behind its lines and breaks between its rows.
    """
    style = edition.style
    before = style.section if section.heading else style.section / 2
    parts: list[Flowable] = []
    if section.heading:
        parts.append(_text(section.heading, style.heading, edition))
    parts += [_line(line, edition) for line in section.lines]
    for _ in range(min(section.writing, most)):
        parts.append(WriteLine("", style.body, edition.script, high=_WRITING))
    if section.table is None:
        yield Stack(parts, head=1, before=before)
        return
    above, (heads, *rows) = Stack(parts, before=before), _table(section.table, edition)
    seen = (above, heads, *rows[:1])  # what must stand on one page, lest a heading stand alone
    high = sum(each.wrap(style.width, PAGE_HEIGHT)[1] for each in seen)
    yield CondPageBreak(before + high + _TABLE_GAP)
    yield above
    yield Grid([heads, *rows], head=1, before=_TABLE_GAP)


def _enclosed(
    section: Section, edition: Edition, heights: tuple[float, float]
) -> Iterator[Flowable]:
    """Let a table break between its rows, under its heading and heads again.

    ``heights`` are those of a chart with one plot and with more.
    """
    style = edition.style
    if section.chart is not None:
        lone, tall = heights
        high = tall if len(section.chart.panels) > 1 else lone
        yield _chart(section.chart, edition, high)
        return
    heading = [_text(section.heading, style.heading, edition)] if section.heading else []
    if section.table is not None:
        table = [*heading, *_table(section.table, edition)]
        yield Grid(table, head=len(heading) + 1, before=style.section)
    else:
        yield from heading
    small = replace(style.cell, leading=style.cell.leading + 1)
    for line in section.lines:
        yield _text(line.text, _toned(small, line.tone), edition, before=2)


def _chart(spec: ChartSpec, edition: Edition, tall: float) -> Flowable:
    style = edition.style
    drawing = chart_drawing(spec, style.width, tall, language=edition.script, small=7.0)
    return Picture(drawing, edition.script, before=style.section, after=3)


def _line(line: Line, edition: Edition) -> Flowable:
    style = replace(_toned(edition.style.body, line.tone), indent=_INDENT)
    block = TextBlock(line.text, style, edition.script, marker=line.sign, marked=False)
    return Row([block], [edition.style.width], 0, after=style.after)


def _table(table: Table, edition: Edition) -> Iterator[Flowable]:
    """Give the heads, then each row with a thin line above it."""
    style = edition.style
    room = style.width - _GAP * (len(table.shares) - 1)
    widths = [share * room for share in table.shares]
    heads = [TextBlock(text, style.column_head, edition.script) for text in table.heads]
    yield Row(heads, widths, _GAP, after=1)
    for row in table.rows:
        cells = [_cell(cell, edition) for cell in row]
        yield Stack([Rule(LINE, room=2), Row(cells, widths, _GAP)])


def _cell(cell: Cell, edition: Edition) -> Flowable:
    style = edition.style
    aside = (cell.aside, style.column_head) if cell.aside else None
    look = _toned(style.cell, cell.tone)
    return TextBlock(cell.text, look, edition.script, aside=aside, marked=False)


def _toned(style: TextStyle, tone: Tone) -> TextStyle:
    color, bold = _TONES[tone]
    return replace(style, color=color, bold=bold)


def _text(text: str, style: TextStyle, edition: Edition, *, before: float = 0.0) -> Flowable:
    block = TextBlock(text, style, edition.script, marked=False)
    row = Row([block], [edition.style.width], 0, after=style.after)
    row.spaceBefore = before
    return row
