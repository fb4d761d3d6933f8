"""Set a paragraph of Chinese, English or both with our own line breaks, as a Platypus flowable.

ReportLab's paragraph lets closing marks start a line, splits Latin words in Chinese text and
parts numbers from units; this one reads no markup but ``**bold**``, so any text is safe in it.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from reportlab.platypus import Flowable

from desktop_app.domain.document import bold_spans
from desktop_app.reports.fonts import char_width, runs
from desktop_app.reports.line_breaking import fill_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.lib.colors import Color
    from reportlab.pdfgen.canvas import Canvas

    from desktop_app.reports.styles import TextStyle

# Where the baseline of a line of the bundled faces stands, as a share of the size below the top
# of the glyphs; the rest of the leading is shared out above and below.
_ASCENT = 0.88
_DESCENT = 0.12


class Ink(NamedTuple):
    """Name the face, size and colour in which a glyph is drawn."""

    font: str
    size: float
    color: Color


Glyph = tuple[str, Ink]


class TextBlock(Flowable):
    """Draw one paragraph; a line feed in the text ends a line.

    ``marker`` hangs in front of the first line; ``aside`` follows the text in a quieter style.
    Without ``marked`` the text is drawn as it stands: what somebody typed may hold any marks.
    """

    def __init__(
        self,
        text: str,
        style: TextStyle,
        language: str,
        *,
        marker: str = "",
        aside: tuple[str, TextStyle] | None = None,
        marked: bool = True,
    ) -> None:
        super().__init__()
        self.style, self.language = style, language
        self._marker = _glyphs(marker, style, language)
        glyphs = _content if marked else _glyphs
        self._paragraphs = [glyphs(part, style, language) for part in text.split("\n")]
        if aside is not None and aside[0]:
            self._paragraphs[-1] += _glyphs(f" {aside[0]}", aside[1], language)
        self._lines: list[list[Glyph]] = []
        self._filled = -1.0
        self.width = self.height = 0.0

    @property
    def lines(self) -> tuple[str, ...]:
        """Give the lines as set by the last wrap."""
        return tuple("".join(char for char, _ in line) for line in self._lines)

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """Break into lines and give the size that they take, in points."""
        if available != self._filled:
            inner = available - self.style.indent
            self._lines = [line for part in self._paragraphs for line in self._broken(part, inner)]
            self._filled = available
        self.width = available
        self.height = len(self._lines) * self.style.leading
        return self.width, self.height

    def split(self, available: float, height: float) -> list[Flowable]:
        """Give the part that fits a height, and the rest; nothing where no line fits."""
        self.wrap(available, height)
        count = int(height // self.style.leading)
        if not 0 < count < len(self._lines):
            return []
        return [
            self._part(self._lines[:count], self._marker),
            self._part(self._lines[count:], []),
        ]

    def draw(self) -> None:
        """Draw the lines downwards from the top of the block."""
        style, canvas = self.style, self.canv
        rest = style.leading - (_ASCENT + _DESCENT) * style.size
        baseline = self.height - rest / 2 - _ASCENT * style.size
        if self._marker:
            draw_glyphs(canvas, 0, baseline, self._marker)
        for line in self._lines:
            draw_glyphs(canvas, style.indent, baseline, line)
            baseline -= style.leading

    def _broken(self, content: list[Glyph], width: float) -> Iterator[list[Glyph]]:
        style = self.style
        text = "".join(char for char, _ in content)
        widths = [ink.size * char_width(char, ink.font) for char, ink in content]
        for start, end in fill_lines(text, widths, width, em=style.size, balanced=style.balanced):
            yield content[start:end]

    def _part(self, lines: list[list[Glyph]], marker: list[Glyph]) -> TextBlock:
        part = TextBlock("", self.style, self.language)
        part._marker, part._paragraphs = marker, lines
        part._lines, part._filled = lines, self._filled
        return part


def draw_text(
    canvas: Canvas | Any,
    x: float,
    baseline: float,
    text: str,
    style: TextStyle,
    language: str,
    *,
    from_right: bool = False,
) -> float:
    """Draw a short text on one line, from its left or right end, and give its width in points."""
    line = _glyphs(text, style, language)
    width = _width(line)
    draw_glyphs(canvas, x - width if from_right else x, baseline, line)
    return width


def text_width(text: str, style: TextStyle, language: str) -> float:
    """Give the width of a text on one line, in points."""
    return _width(_glyphs(text, style, language))


def draw_glyphs(canvas: Canvas | Any, x: float, baseline: float, line: list[Glyph]) -> None:
    """Draw one line from a point of its baseline, changing ink where the glyphs do."""
    text = canvas.beginText(x, baseline)
    for ink, group in groupby(line, key=lambda glyph: glyph[1]):
        text.setFont(ink.font, ink.size)
        text.setFillColor(ink.color)
        text.textOut("".join(char for char, _ in group))
    canvas.drawText(text)


def _width(line: list[Glyph]) -> float:
    return sum(ink.size * char_width(char, ink.font) for char, ink in line)


def _content(text: str, style: TextStyle, language: str) -> list[Glyph]:
    return [
        glyph
        for part, bold in bold_spans(text)
        for glyph in _glyphs(part, style, language, bold=bold)
    ]


def _glyphs(text: str, style: TextStyle, language: str, *, bold: bool = False) -> list[Glyph]:
    glyphs: list[Glyph] = []
    for run in runs(text, language, bold=bold or style.bold):
        ink = Ink(run.font, style.size, style.color)
        glyphs += [(char, ink) for char in run.text]
    return glyphs
