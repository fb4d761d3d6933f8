"""Print the recovery key: a page for each part, so that the parts can be kept apart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportlab.platypus import PageBreak

from desktop_app.reports.edition import Edition
from desktop_app.reports.flowables import Card, CardStyle, Row, Stack
from desktop_app.reports.pages import ONE_AT_A_TIME, PageTexts, build_pdf
from desktop_app.reports.paragraph import TextBlock
from desktop_app.reports.pictures import WriteLine
from desktop_app.reports.styles import ACCENT, TextStyle, sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from reportlab.platypus import Flowable

    from desktop_app.domain.document import Clinic
    from desktop_app.domain.wording import Wording

_KEY = TextStyle(20, 32, bold=True)
_GROUPS_A_LINE = 4
_WRITING = 34.0  # points
_NOTHING: Mapping[str, str] = {}


def recovery_pdf(
    texts: Sequence[str],
    clinic: Clinic,
    made_on: date,
    languages: tuple[str, ...],
    wordings: Mapping[str, Wording],
) -> bytes:
    """Set one whole text, or the three parts; ``register_fonts`` comes before."""
    edition = Edition(languages, languages, sheet(columns=2, large_print=False), wordings)
    pages: list[Flowable] = []
    for number, text in enumerate(texts, 1):
        if pages:
            pages.append(PageBreak())
        pages += _page(text, number, len(texts), made_on, edition)
    framed = PageTexts(
        title=edition.word("kit_title", languages[0]),
        left=clinic.name,
        right=made_on.isoformat(),
        marks=(edition.words("kit_closed_away", " · "),),
        foot=tuple(edition.word("kit_foot", language) for language in languages),
        language=languages[0],
    )
    with ONE_AT_A_TIME:
        return build_pdf(pages, framed, edition)


def _page(
    text: str, number: int, count: int, made_on: date, edition: Edition
) -> Iterator[Flowable]:
    style = edition.style
    named = {"part": str(number), "parts": str(count), "day": made_on.isoformat()}
    if count > 1:
        yield _said(edition, "kit_part_title", style.title, named)
        yield _said(edition, "kit_part_what", style.message, named)
    else:
        yield _said(edition, "kit_title", style.title)
        yield _said(edition, "kit_what", style.message)
    groups = text.split("-")
    lines = (groups[:_GROUPS_A_LINE], groups[_GROUPS_A_LINE:])
    key = [TextBlock("  ".join(each), _KEY, "en", marked=False) for each in lines]
    look = CardStyle(padding=style.padding, border=ACCENT)
    yield Card(Stack(key), look, before=style.section)
    yield _said(edition, "kit_how", style.heading, before=style.section)
    step = replace(style.body, after=4)
    yield _said(edition, "kit_step_start", step)
    yield _said(edition, "kit_step_part" if count > 1 else "kit_step_type", step)
    yield _said(edition, "kit_step_passphrase", step)
    yield _said(edition, "kit_ends", style.body, named, before=style.section)
    yield WriteLine(edition.words("kit_kept_by", " / "), style.body, edition.script, high=_WRITING)
    yield WriteLine(edition.words("kit_kept_at", " / "), style.body, edition.script, high=_WRITING)


def _said(
    edition: Edition,
    code: str,
    style: TextStyle,
    values: Mapping[str, str] = _NOTHING,
    *,
    before: float = 0.0,
) -> Flowable:
    """Set a sentence in both languages side by side."""
    texts = [edition.word(code, language, **values) for language in edition.languages]
    cells = [TextBlock(text, style, edition.script, marked=False) for text in texts]
    row = Row(cells, edition.columns, edition.style.gap, after=style.after)
    row.spaceBefore = before
    return row
