"""Turn the blocks of a leaflet into rows, cards and pictures."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from desktop_app.domain.document import BlockKind
from desktop_app.reports.chart_drawing import chart_drawing
from desktop_app.reports.flowables import Card, CardStyle, Row, Stack
from desktop_app.reports.paragraph import TextBlock
from desktop_app.reports.pictures import People, Picture, WriteLine, WritingSpace
from desktop_app.reports.result_table import result_table
from desktop_app.reports.styles import ACCENT_GROUND, CRITICAL, CRITICAL_GROUND, LINE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportlab.platypus import Flowable

    from desktop_app.domain.document import Block, LeafletValues
    from desktop_app.reports.edition import Edition
    from desktop_app.reports.styles import TextStyle

_AFTER_BULLETS = 3.0  # points
_TICK = "☐"
_LISTED = (BlockKind.BULLET, BlockKind.TICK)
_WRITING = 1.75  # height of a line of handwriting in leadings of the body


def title_row(titles: Mapping[str, str], edition: Edition) -> Flowable:
    """Give the title in every column."""
    return _row([titles[language] for language in edition.languages], edition.style.title, edition)


def story(blocks: Sequence[Block], values: LeafletValues, edition: Edition) -> list[Flowable]:
    """Give the flowables of blocks: each heading with what follows it is one stack."""
    sections: list[Flowable] = []
    for group in _sections(blocks):
        if group[0].kind is BlockKind.RESULTS:
            sections.append(_results_card(group, values, edition))
        else:
            sections.append(_section(group, values, edition))
    return sections


def _sections(blocks: Sequence[Block]) -> list[list[Block]]:
    """Start a section at what stands by itself and at every heading."""
    groups: list[list[Block]] = []
    for block in blocks:
        if not groups or block.kind in _OPENING or groups[-1][0].kind in _ALONE:
            groups.append([])
        groups[-1].append(block)
    return groups


_OPENING = (BlockKind.HEADING, BlockKind.MESSAGE, BlockKind.RESULTS, BlockKind.LINES)
_ALONE = (BlockKind.MESSAGE, BlockKind.LINES)


def _section(group: Sequence[Block], values: LeafletValues, edition: Edition) -> Flowable:
    parts: list[Flowable] = []
    after: BlockKind | None = None
    for kind, blocks in groupby(group, key=lambda block: block.kind):
        if kind is BlockKind.FILL_IN:
            parts += _fill_ins(list(blocks), values, edition)
        else:
            added = [part for block in blocks for part in _parts(block, values, edition)]
            if after in _LISTED:
                added[0].spaceBefore = _AFTER_BULLETS
            parts += added
        after = kind
    head = int(group[0].kind in (BlockKind.HEADING, BlockKind.LINES))
    before = 0.0 if group[0].kind is BlockKind.MESSAGE else edition.style.section
    return Stack(parts, head=head, before=before)


def _parts(block: Block, values: LeafletValues, edition: Edition) -> list[Flowable]:
    style = edition.style
    texts = _filled(block, values, edition)
    match block.kind:
        case BlockKind.MESSAGE:
            return [_box(texts, edition, CardStyle(style.padding, ground=ACCENT_GROUND))]
        case BlockKind.URGENT:
            look = CardStyle(style.padding * 0.8, ground=CRITICAL_GROUND, bar=CRITICAL)
            return [_box(texts, edition, look, style.body, before=4)]
        case BlockKind.HEADING:
            return [_row(texts, style.heading, edition)]
        case BlockKind.BULLET:
            return [_row(texts, style.bullet, edition, marker="•")]
        case BlockKind.TICK:
            return [_row(texts, style.tick, edition, marker=_TICK)]
        case BlockKind.QUESTION:
            line = WriteLine("", style.body, edition.script, high=style.body.leading * _WRITING)
            return [_row(texts, style.tick, edition, marker=_TICK), line]
        case BlockKind.PEOPLE:
            people = People(block.count, block.out_of, edition, around=style.section / 2)
            return [_row(texts, style.body, edition), people]
        case BlockKind.LINES:
            high = style.body.leading * _WRITING
            space = WritingSpace(block.lines, style.body, edition.script, high=high)
            return [_row(texts, style.heading, edition), space]
        case _:
            return [_row(texts, style.body, edition)]


def _results_card(group: Sequence[Block], values: LeafletValues, edition: Edition) -> Flowable:
    """Put table, picture and its caption into one card under the block's title."""
    style = edition.style
    width = style.width - 2 * style.padding
    title = "　".join(dict.fromkeys(_filled(group[0], values, edition)))
    parts: list[Flowable] = [_one(title, style.card_title, edition)]
    parts += result_table(values.results, values.as_of, edition, width)
    for block in group[1:]:
        texts = _filled(block, values, edition)
        if block.kind is BlockKind.CHART:
            parts += _trend(values, edition, width)
        parts.append(_row(texts, style.body, edition, inset=style.padding))
    look = CardStyle(style.padding, border=LINE)
    return Card(Stack(parts), look, before=style.section)


def _trend(values: LeafletValues, edition: Edition, width: float) -> list[Flowable]:
    """Give the picture and, above it, what is drawn in which unit."""
    language = edition.languages[0]
    drawing = chart_drawing(
        values.charts[language],
        width,
        edition.style.picture,
        language=edition.script,
        plain=True,
        small=edition.style.column_head.size,
    )
    named = "　".join(values.charts[one].panels[0].y.label for one in edition.languages)
    label = TextBlock(named, edition.style.column_head, edition.script)
    label.spaceBefore = 6
    return [label, Picture(drawing, edition.script, before=1, after=4)]


def _fill_ins(blocks: Sequence[Block], values: LeafletValues, edition: Edition) -> list[Flowable]:
    """Give lines to fill in, labelled in all languages: side by side where there are columns."""
    style, script = edition.style, edition.script
    high = style.body.leading * _WRITING
    lines = [
        WriteLine(" ".join(dict.fromkeys(texts)), style.body, script, high=high)
        for texts in (_filled(block, values, edition) for block in blocks)
    ]
    beside = len(edition.columns)
    return [
        Row(lines[at : at + beside], edition.columns[: len(lines[at : at + beside])], style.gap)
        for at in range(0, len(lines), beside)
    ]


def _filled(block: Block, values: LeafletValues, edition: Edition) -> list[str]:
    """Put the patient's own values into the holes of a block, language by language."""
    counts = {"count": block.count, "rest": block.out_of - block.count, "out_of": block.out_of}
    return [
        block.texts[language].format(
            **counts, **{hole.value: text for hole, text in values.texts[language].items()}
        )
        for language in edition.languages
    ]


def _row(
    texts: Sequence[str],
    style: TextStyle,
    edition: Edition,
    *,
    marker: str = "",
    inset: float = 0.0,
) -> Row:
    script = edition.script
    cells = [TextBlock(text, style, script, marker=marker) for text in texts]
    widths = [width - inset for width in edition.columns]
    if len(widths) == 1:
        widths[0] -= inset
    return Row(cells, widths, edition.style.gap, after=style.after)


def _one(text: str, style: TextStyle, edition: Edition) -> Row:
    cell = TextBlock(text, style, edition.script)
    return Row([cell], [edition.style.width], 0, after=style.after)


def _box(
    texts: Sequence[str],
    edition: Edition,
    look: CardStyle,
    style: TextStyle | None = None,
    *,
    before: float = 0.0,
) -> Flowable:
    row = _row(texts, style or edition.style.message, edition, inset=look.padding)
    row.after = 0.0
    return Card(row, look, before=before)
