"""Draw the pictures of a leaflet: people out of 100, lines to write on, the trend."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.platypus import Flowable

from desktop_app.reports.fonts import draw_drawing
from desktop_app.reports.paragraph import draw_text
from desktop_app.reports.styles import FAINT, INK, MUTED, SURFACE

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing
    from reportlab.lib.colors import Color
    from reportlab.pdfgen.canvas import Canvas

    from desktop_app.reports.edition import Edition
    from desktop_app.reports.styles import TextStyle

_PEOPLE_A_ROW = 25
_PEOPLE_A_WIDE_ROW = 20  # where one language has the whole width
_MOST_LINES = 4  # times the least
_PERSON_ASPECT = 1.45  # height of a person's place in widths of it
_FIELD_SHARE = 0.56  # of the width, where one language has all of it
_OUTLINE = 0.7  # points


class People(Flowable):
    """Draw so many of 100 people filled and the others in outline, and say both numbers."""

    def __init__(self, count: int, out_of: int, edition: Edition, *, around: float) -> None:
        super().__init__()
        self.count, self.out_of, self.edition, self.after = count, out_of, edition, around
        self.spaceBefore = around

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """Give the size: the rows of people, the two numbers to their right."""
        style = self.edition.style
        self._field = style.column if len(self.edition.languages) > 1 else available * _FIELD_SHARE
        self._in_row = _PEOPLE_A_ROW if len(self.edition.languages) > 1 else _PEOPLE_A_WIDE_ROW
        self._place = self._field / self._in_row
        rows = -(-self.out_of // self._in_row)
        self.width = available
        self.height = rows * self._place * _PERSON_ASPECT + self.after
        return self.width, self.height

    def draw(self) -> None:
        """Draw the people row by row, the filled ones first."""
        step = self._place * _PERSON_ASPECT
        for number in range(self.out_of):
            row, column = divmod(number, self._in_row)
            x = (column + 0.5) * self._place
            self._person(x, self.height - (row + 1) * step, self._place, number < self.count)
        self._legend()

    def _person(self, x: float, y: float, size: float, filled: bool) -> None:
        canvas = self.canv
        canvas.saveState()
        canvas.setLineWidth(_OUTLINE)
        canvas.setStrokeColor(INK if filled else MUTED)
        canvas.setFillColor(INK if filled else SURFACE)
        canvas.drawPath(_body(canvas.beginPath(), x, y + 0.1 * size, size), stroke=1, fill=1)
        canvas.circle(x, y + 1.02 * size, 0.2 * size, stroke=1, fill=1)
        canvas.restoreState()

    def _legend(self) -> None:
        style, edition = self.edition.style, self.edition
        left = self._field + style.gap
        room = self.height - self.after
        step = style.numeral.leading * 1.25
        baseline = self.height - (room - 2 * step) / 2 - style.numeral.size * 0.95
        numbers = ((self.count, "people_will", True), (self.out_of - self.count, None, False))
        for number, code, filled in numbers:
            size = style.numeral.size * 0.72
            self._person(left + size / 2, baseline - size * 0.18, size, filled)
            x = left + size * 1.35
            x += draw_text(self.canv, x, baseline, str(number), style.numeral, edition.script)
            words = edition.words(code or "people_will_not", separator="　")
            draw_text(
                self.canv, x + style.numeral.size * 0.4, baseline, words, style.body, edition.script
            )
            baseline -= step


def _body(path: Any, x: float, y: float, size: float) -> Any:
    """Outline shoulders and body of a person: a bar with a round top."""
    half, shoulder, curve = 0.29 * size, y + 0.4 * size, 0.16 * size
    path.moveTo(x - half, y)
    path.lineTo(x - half, shoulder)
    path.curveTo(x - half, shoulder + curve, x - half / 2, y + 0.66 * size, x, y + 0.66 * size)
    path.curveTo(x + half / 2, y + 0.66 * size, x + half, shoulder + curve, x + half, shoulder)
    path.lineTo(x + half, y)
    path.close()
    return path


class WriteLine(Flowable):
    """Draw a label, if any, and a line to write on behind it."""

    def __init__(self, label: str, style: TextStyle, language: str, *, high: float) -> None:
        super().__init__()
        self.label, self.style, self.language, self.high = label, style, language, high

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """Give the size: one line of handwriting."""
        self.width, self.height = available, self.high
        return self.width, self.height

    def draw(self) -> None:
        """Draw the label on the line's height."""
        baseline = 5.0
        x = draw_text(self.canv, 0, baseline, self.label, self.style, self.language)
        rule(self.canv, x + (8 if self.label else 0), baseline - 2, self.width, FAINT)


class WritingSpace(Flowable):
    """Draw numbered lines to write on: at least so many, more where the page has room."""

    def __init__(self, least: int, style: TextStyle, language: str, *, high: float) -> None:
        super().__init__()
        self.least, self.style, self.language, self.high = least, style, language, high

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        """Give the size: what is left of the page, up to a few times the least."""
        most = self.least * _MOST_LINES
        self.count = max(self.least, min(most, int(height // self.high)))
        self.width, self.height = available, self.count * self.high
        return self.width, self.height

    def draw(self) -> None:
        """Draw the lines downwards."""
        for number in range(1, self.count + 1):
            line = WriteLine(str(number), self.style, self.language, high=self.high)
            line.wrap(self.width, self.high)
            line.drawOn(self.canv, 0, self.height - number * self.high)


class Picture(Flowable):
    """Draw a ready drawing with room after it."""

    def __init__(
        self, drawing: Drawing, language: str, *, before: float = 0.0, after: float = 0.0
    ) -> None:
        super().__init__()
        self.drawing, self.language, self.after = drawing, language, after
        self.spaceBefore = before

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """Give the drawing's size."""
        self.width, self.height = available, float(self.drawing.height) + self.after
        return self.width, self.height

    def draw(self) -> None:
        """Draw it from its lower left corner."""
        draw_drawing(self.drawing, self.canv, 0, self.after, self.language)


class Rule(Flowable):
    """Draw a thin line across."""

    def __init__(self, color: Color, *, room: float = 0.0) -> None:
        super().__init__()
        self.color, self.room = color, room

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """Give the size: the line in the middle of its room."""
        self.width, self.height = available, self.room
        return self.width, self.height

    def draw(self) -> None:
        """Draw the line."""
        rule(self.canv, 0, self.room / 2, self.width, self.color)


def rule(canvas: Canvas | Any, left: float, y: float, right: float, color: Color) -> None:
    """Draw a thin horizontal line at a height, in points."""
    canvas.setLineWidth(0.6)
    canvas.setStrokeColor(color)
    canvas.line(left, y, right, y)
