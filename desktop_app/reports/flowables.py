"""Arrange what is drawn: rows of columns, stacks that break between rows, cards around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

if TYPE_CHECKING:
    from collections.abc import Sequence

# A stack up to this height, in points, moves to the next page whole rather than break.
_KEPT_WHOLE = 460.0


class Row(Flowable):
    """Set flowables side by side, their tops on one line; widths in points, a gap between."""

    def __init__(
        self, cells: Sequence[Flowable], widths: Sequence[float], gap: float, *, after: float = 0.0
    ) -> None:
        super().__init__()
        self.cells, self.widths, self.gap, self.after = tuple(cells), tuple(widths), gap, after
        self.heights: tuple[float, ...] = ()

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        """Give the size: all columns wide, as high as the highest cell and the room after it."""
        self.heights = tuple(
            cell.wrap(width, height)[1] for cell, width in zip(self.cells, self.widths, strict=True)
        )
        self.width, self.height = available, max(self.heights) + self.after
        return self.width, self.height

    def split(self, available: float, height: float) -> list[Flowable]:
        """Break all cells at one height; nothing where a cell cannot break."""
        self.wrap(available, height)
        parts = [
            cell.split(width, height) or ([cell] if own <= height else [])
            for cell, width, own in zip(self.cells, self.widths, self.heights, strict=True)
        ]
        if not all(parts):
            return []
        rest = [part[1] if len(part) > 1 else _Nothing() for part in parts]
        return [
            Row([part[0] for part in parts], self.widths, self.gap),
            Row(rest, self.widths, self.gap, after=self.after),
        ]

    def draw(self) -> None:
        """Draw the cells from left to right."""
        x = 0.0
        for cell, width, own in zip(self.cells, self.widths, self.heights, strict=True):
            cell.drawOn(self.canv, x, self.height - own)
            x += width + self.gap


class Stack(Flowable):
    """Set flowables below each other; a page ends between them, never behind a ``head``."""

    def __init__(self, parts: Sequence[Flowable], *, head: int = 0, before: float = 0.0) -> None:
        super().__init__()
        self.parts, self.head = tuple(parts), head
        self.spaceBefore = before
        self.heights: tuple[float, ...] = ()

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        """Give the size: as high as all parts together."""
        heights: list[float] = []
        for part in self.parts:
            before = part.getSpaceBefore() if heights else 0.0
            heights.append(before + part.wrap(available, height - sum(heights) - before)[1])
        self.heights = tuple(heights)
        self.width, self.height = available, sum(self.heights)
        return self.width, self.height

    def split(self, available: float, height: float) -> list[Flowable]:
        """Break between parts; nothing where the stack should rather move as a whole."""
        self.wrap(available, height)
        if self.height <= _KEPT_WHOLE:
            return []
        used, count = 0.0, 0
        while count < len(self.parts) and used + self.heights[count] <= height:
            used += self.heights[count]
            count += 1
        if count <= self.head:
            return self._broken_part(available, height)
        return [Stack(self.parts[:count], head=self.head), Stack(self.parts[count:])]

    def draw(self) -> None:
        """Draw the parts downwards."""
        y = self.height
        for part, own in zip(self.parts, self.heights, strict=True):
            y -= own
            part.drawOn(self.canv, 0, y)

    def _broken_part(self, available: float, height: float) -> list[Flowable]:
        """Break the first part behind the head where it is too high to move as a whole."""
        if self.head >= len(self.parts) or self.heights[self.head] <= _KEPT_WHOLE:
            return []
        room = height - sum(self.heights[: self.head])
        pieces = self.parts[self.head].split(available, room)
        if not pieces:
            return []
        first = Stack((*self.parts[: self.head], pieces[0]), head=self.head)
        return [first, Stack((*pieces[1:], *self.parts[self.head + 1 :]))]


class Grid(Stack):
    """Set a table's rows below its heads, which stand again where it goes on."""

    def split(self, available: float, height: float) -> list[Flowable]:
        """Break between rows; nothing where not even the first stands behind the heads."""
        self.wrap(available, height)
        used, count = 0.0, 0
        while count < len(self.parts) and used + self.heights[count] <= height:
            used += self.heights[count]
            count += 1
        if count <= self.head:
            return []
        heads, rest = self.parts[: self.head], self.parts[count:]
        first = Grid(self.parts[:count], head=self.head)
        return [first, Grid((*heads, *rest), head=self.head)]


@dataclass(frozen=True, slots=True)
class CardStyle:
    """Hold how a card looks: ground, border, a bar at its left edge, padding in points."""

    padding: float
    ground: Color | None = None
    border: Color | None = None
    bar: Color | None = None
    radius: float = 5.0


class Card(Flowable):
    """Draw a stack inside a rounded box."""

    def __init__(self, content: Flowable, style: CardStyle, *, before: float = 0.0) -> None:
        super().__init__()
        self.content, self.style = content, style
        self.spaceBefore = before

    def wrap(self, available: float, height: float) -> tuple[float, float]:
        """Give the size: the content's and the padding around it."""
        padding = self.style.padding
        _, inner = self.content.wrap(available - 2 * padding, height - 2 * padding)
        self.width, self.height = available, inner + 2 * padding
        return self.width, self.height

    def draw(self) -> None:
        """Draw the box, then what is in it."""
        style, canvas = self.style, self.canv
        canvas.saveState()
        canvas.setLineWidth(0.8)
        if style.ground is not None:
            canvas.setFillColor(style.ground)
        if style.border is not None:
            canvas.setStrokeColor(style.border)
        canvas.roundRect(
            0,
            0,
            self.width,
            self.height,
            style.radius,
            stroke=int(style.border is not None),
            fill=int(style.ground is not None),
        )
        if style.bar is not None:
            canvas.setFillColor(style.bar)
            canvas.rect(0, 0, 3, self.height, stroke=0, fill=1)
        canvas.restoreState()
        self.content.drawOn(canvas, style.padding, style.padding)


class _Nothing(Flowable):
    """Take no room: what is left of a cell that ended on the page before."""

    def wrap(self, available: float, _height: float) -> tuple[float, float]:
        """Give no height."""
        return available, 0.0

    def draw(self) -> None:
        """Draw nothing."""
