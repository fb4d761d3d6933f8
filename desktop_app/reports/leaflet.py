"""Print a leaflet: reviewed blocks with a patient's own values, as PDF bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import PageBreak

from desktop_app.reports.blocks import story, title_row
from desktop_app.reports.edition import Edition
from desktop_app.reports.pages import ONE_AT_A_TIME, PageTexts, build_pdf
from desktop_app.reports.styles import sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportlab.platypus import Flowable

    from desktop_app.domain.document import Leaflet, LeafletValues
    from desktop_app.domain.wording import Wording


def leaflet_pdf(
    leaflet: Leaflet,
    values: LeafletValues,
    languages: tuple[str, ...],
    wordings: Mapping[str, Wording],
    *,
    large_print: bool = False,
) -> bytes:
    """Set a leaflet; the same input gives the same bytes.

    Two languages stand side by side, paragraph to paragraph; in large print, whose columns would
    be too narrow, the second follows the first on its own pages. ``register_fonts`` comes before.
    """
    style = sheet(columns=len(languages), large_print=large_print)
    groups = [(language,) for language in languages] if large_print else [languages]
    editions = [Edition(group, languages, style, wordings) for group in groups]
    with ONE_AT_A_TIME:
        return build_pdf(
            _pages(leaflet, values, editions), _texts(leaflet, values, editions[0]), editions[0]
        )


def _pages(leaflet: Leaflet, values: LeafletValues, editions: list[Edition]) -> list[Flowable]:
    blocks = leaflet.blocks_for(values.reader, values.facts)
    flowables: list[Flowable] = []
    for edition in editions:
        if flowables:
            flowables.append(PageBreak())
        flowables.append(title_row(leaflet.titles, edition))
        flowables += story(blocks, values, edition)
    return flowables


def _texts(leaflet: Leaflet, values: LeafletValues, edition: Edition) -> PageTexts:
    languages = edition.all_languages
    marks = (
        ("fictional", values.fictional),
        ("not_approved", not values.approved),
        ("review_overdue", values.overdue),
    )
    return PageTexts(
        title=leaflet.titles[languages[0]],
        left="　".join(part for part in (values.clinic.name, values.clinic.phone) if part),
        right="　".join(part for part in (values.person, values.as_of.isoformat()) if part),
        marks=tuple(
            " · ".join(dict.fromkeys(edition.word(code, language) for language in languages))
            for code, shown in marks
            if shown
        ),
        foot=tuple(_foot(leaflet, edition, language) for language in languages),
        language=languages[0],
    )


def _foot(leaflet: Leaflet, edition: Edition, language: str) -> str:
    revision = edition.word(
        "revision",
        language,
        title=edition.wordings[language].text(f"leaflet_kind.{leaflet.kind}"),
        revision=str(leaflet.revision),
        review=leaflet.review_next.isoformat(),
    )
    separator = ", " if language == "en" else "、"
    sources = separator.join(source.short for source in leaflet.sources)
    return f"{revision} · {edition.word('sources', language, sources=sources)}"
