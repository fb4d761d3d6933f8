"""Collect the shapes of a chart while it is laid out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop_app.domain.chart_shapes import Anchor, Frame, Hit, Item, Path, Text

if TYPE_CHECKING:
    from desktop_app.domain.chart_shapes import Place

# Gives the width of a text at a size, bold or not; screen and paper bring their own.
Measure = Callable[[str, float, bool], float]

ASCENT, DESCENT, LEADING = 0.82, 0.26, 1.45  # shares of the type size


@dataclass(slots=True)
class Canvas:
    """Hold the size, the type, and the shapes so far."""

    width: float
    height: float
    measure: Measure
    small: float
    plain: bool = False
    items: list[Item] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)

    @property
    def row(self) -> float:
        """Give the height of a line of text."""
        return self.small * LEADING

    def frame_of(
        self, at: Place, text: str, anchor: Anchor = Anchor.START, *, bold: bool = False
    ) -> Frame:
        """Give the rectangle that a text on this base line covers, with a little air."""
        width = self.measure(text, self.small, bold)
        shift = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[anchor]
        top = at[1] - self.small * ASCENT
        return Frame(at[0] - shift - 2, top, width + 4, self.small * (ASCENT + DESCENT))

    def text(
        self,
        at: Place,
        text: str,
        tone: str,
        anchor: Anchor = Anchor.START,
        *,
        bold: bool = False,
    ) -> None:
        """Add a text in the one size that a chart has."""
        self.items.append(Text(at, text, self.small, tone, anchor, bold))

    def shortened(self, text: str, width: float) -> str:
        """Give the text, cut with an ellipsis where it is too wide."""
        if self.measure(text, self.small, False) <= width:
            return text
        while text and self.measure(text + "…", self.small, False) > width:
            text = text[:-1]
        return text + "…" if text else ""

    def rule(self, one: Place, other: Place, tone: str, dash: tuple[float, ...] = ()) -> None:
        """Add a thin straight line."""
        self.items.append(Path((one, other), tone, 1.0, dash))
