"""Frame the pages of a sheet: head, marks that must not be missed, foot with page x of y."""

from __future__ import annotations

from dataclasses import dataclass, replace
from io import BytesIO
from itertools import zip_longest
from threading import Lock
from typing import TYPE_CHECKING, Any

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from desktop_app.reports.fonts import face
from desktop_app.reports.paragraph import draw_text, text_width
from desktop_app.reports.pictures import rule
from desktop_app.reports.styles import LINE, PAGE_HEIGHT, PAGE_WIDTH, WARNING, WARNING_GROUND

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus import Flowable

    from desktop_app.reports.edition import Edition
    from desktop_app.reports.styles import TextStyle

# ReportLab's font objects hold the state of the document that is being written.
ONE_AT_A_TIME = Lock()

_HEAD_BASELINE = PAGE_HEIGHT - 12 * mm
_BODY_TOP = PAGE_HEIGHT - 15 * mm
_FOOT_RULE = 16 * mm
_MARK_ROOM = 6.5 * mm
_FOOT_GAP = 4 * mm


@dataclass(frozen=True, slots=True)
class PageTexts:
    """Hold what stands around the body of every page; ``marks`` are warnings about the sheet.

    ``foot`` has one line a language, which also says "page x of y", and perhaps one more.
    """

    title: str
    left: str
    right: str
    marks: tuple[str, ...]
    foot: tuple[str, ...]
    language: str


def build_pdf(story: Sequence[Flowable], texts: PageTexts, edition: Edition) -> bytes:
    """Set a story on pages; the same input gives the same bytes."""
    return build_counted(story, texts, edition)[0]


def build_counted(
    story: Sequence[Flowable], texts: PageTexts, edition: Edition
) -> tuple[bytes, int]:
    """Set a story on pages, and give how many it took."""
    target = BytesIO()
    style = edition.style
    bottom = _FOOT_RULE + 2.5 * mm
    top = _BODY_TOP - (_MARK_ROOM if texts.marks else 0)
    frame = Frame(
        style.side, bottom, style.width, top - bottom,
        leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
    )  # fmt: skip
    document = BaseDocTemplate(
        target,
        pageTemplates=[PageTemplate("page", [frame])],
        title=texts.title,
        lang=texts.language,
        creator="M-Spike",
        invariant=1,
        initialFontName=face(edition.script),
    )

    def canvas(*given: Any, **named: Any) -> _PageCanvas:
        return _PageCanvas(texts, edition, *given, **named)

    document.build(list(story), canvasmaker=canvas)
    return target.getvalue(), document.page


class _PageCanvas(Canvas):
    """Keep the pages back until their number is known, then draw what frames each."""

    def __init__(self, texts: PageTexts, edition: Edition, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._texts, self._edition = texts, edition
        self._kept: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """Keep the page as it stands and start the next one."""
        self._kept.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]  # there is no public way

    def save(self) -> None:
        """Draw head and foot on every page and write the file."""
        pages = self._kept
        for number, page in enumerate(pages, 1):
            self.__dict__.update(page)
            self._head()
            self._foot(number, len(pages))
            super().showPage()
        super().save()

    def _head(self) -> None:
        style, texts = self._edition.style, self._texts
        left, right = style.side, PAGE_WIDTH - style.side
        script = self._edition.script
        room = right - left - text_width(texts.right, style.foot, script) - _FOOT_GAP
        look = _fitted(texts.left, style.foot, script, room)
        draw_text(self, left, _HEAD_BASELINE, texts.left, look, script)
        draw_text(self, right, _HEAD_BASELINE, texts.right, style.foot, script, from_right=True)
        x = left
        for mark in texts.marks:
            x += self._mark(x, _HEAD_BASELINE - _MARK_ROOM, mark) + 6

    def _mark(self, x: float, baseline: float, text: str) -> float:
        """Draw a mark as a chip and give its width, in points."""
        look = _chip(self._edition.style.foot)
        script, padding = self._edition.script, 5.0
        width = text_width(text, look, script) + 2 * padding
        self.setFillColor(WARNING_GROUND)
        self.roundRect(x, baseline - 0.42 * look.size, width, 1.7 * look.size, 3, stroke=0, fill=1)
        draw_text(self, x + padding, baseline, text, look, script)
        return width

    def _foot(self, number: int, total: int) -> None:
        edition, style = self._edition, self._edition.style
        left, right = style.side, PAGE_WIDTH - style.side
        rule(self, left, _FOOT_RULE, right, LINE)
        baseline = _FOOT_RULE - style.foot.leading
        for language, line in zip_longest(edition.all_languages, self._texts.foot):
            page = (
                edition.word("page", language, page=str(number), pages=str(total))
                if language
                else ""
            )
            room = right - left - text_width(page, style.foot, edition.script) - _FOOT_GAP
            look = _fitted(line, style.foot, edition.script, room)
            draw_text(self, left, baseline, line, look, edition.script)
            draw_text(self, right, baseline, page, style.foot, edition.script, from_right=True)
            baseline -= style.foot.leading


def _chip(foot: TextStyle) -> TextStyle:
    return replace(foot, color=WARNING, bold=True)


def _fitted(text: str, style: TextStyle, script: str, room: float) -> TextStyle:
    """Make a line that is too long smaller, so that it never runs into the page's number."""
    width = text_width(text, style, script)
    return style if width <= room else replace(style, size=style.size * room / width)
