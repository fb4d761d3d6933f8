"""Hold the shapes of a chart that was laid out: what screen and paper draw, one by one.

Places are in the painter's unit (pixels or points), from the top left. A tone is the name of a
colour token; each painter has its own table of colours.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.chart import Point, Role

Place = tuple[float, float]


class Shape(StrEnum):
    """Name the mark of a point, so that series differ without colour."""

    CIRCLE = "circle"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    PIN = "pin"

    def corners(self, size: float) -> tuple[Place, ...]:
        """Give the corners around the middle; a circle has none."""
        return tuple((dx * size, dy * size) for dx, dy in _CORNERS[self])


_CORNERS: dict[Shape, tuple[Place, ...]] = {
    Shape.CIRCLE: (),
    Shape.SQUARE: ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    Shape.TRIANGLE: ((0, -1.1), (1.05, 0.8), (-1.05, 0.8)),
    Shape.DIAMOND: ((0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)),
    Shape.PIN: ((-1.05, -0.8), (1.05, -0.8), (0, 1.1)),
}


class Anchor(StrEnum):
    """Name which end of a text lies at its place."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Frame:
    """Hold a rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Give the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Give the lower edge."""
        return self.y + self.height

    def overlaps(self, other: Frame) -> bool:
        """Tell whether two rectangles share any area."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Box:
    """Hold a filled rectangle."""

    frame: Frame
    tone: str


@dataclass(frozen=True, slots=True)
class Path:
    """Hold a line through places; ``dash`` holds lengths of strokes and gaps."""

    places: tuple[Place, ...]
    tone: str
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """Hold the mark of a point: filled, or hollow with a line."""

    at: Place
    shape: Shape
    size: float
    tone: str
    hollow: bool = False
    width: float = 1.5


@dataclass(frozen=True, slots=True)
class Text:
    """Hold a text on its base line."""

    at: Place
    text: str
    size: float
    tone: str
    anchor: Anchor = Anchor.START
    bold: bool = False


Item = Box | Path | Mark | Text


@dataclass(frozen=True, slots=True)
class Hit:
    """Hold a place that answers to the pointer and the keyboard, and what is said there."""

    at: Place
    lines: tuple[str, ...]
    panel: int
    point: Point | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """Hold a laid-out chart; ``plots`` are the panels' plotting areas from top to bottom."""

    items: tuple[Item, ...]
    plots: tuple[Frame, ...]
    hits: tuple[Hit, ...]
    points: tuple[tuple[Point, ...], ...] = ()
    bands: tuple[str, ...] = ()
    evolutions: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    shades: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    lanes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Style:
    """Hold how a series is drawn; colour, dash and mark differ together."""

    tone: str
    width: float
    dash: tuple[float, ...]
    shape: Shape


SERIES_STYLES = {
    Role.PRIMARY: Style("series1", 2.0, (), Shape.CIRCLE),
    Role.SECONDARY: Style("series2", 2.0, (6.0, 3.0), Shape.SQUARE),
    Role.TERTIARY: Style("series3", 1.3, (), Shape.TRIANGLE),
    Role.QUATERNARY: Style("series4", 1.8, (1.5, 2.5), Shape.DIAMOND),
}
PLAIN_STYLE = Style("ink", 2.0, (), Shape.CIRCLE)

LINE_STYLES = {
    Role.THRESHOLD: Style("warning", 1.0, (5.0, 3.0), Shape.CIRCLE),
    Role.BASELINE: Style("faint", 1.0, (2.0, 2.0), Shape.CIRCLE),
    Role.NADIR: Style("faint", 1.0, (1.0, 3.0), Shape.CIRCLE),
    Role.PROGRESSION: Style("critical", 1.2, (5.0, 2.0, 1.0, 2.0), Shape.CIRCLE),
}
LABEL_TONES = {Role.THRESHOLD: "warning", Role.BASELINE: "muted", Role.NADIR: "muted"} | {
    Role.PROGRESSION: "critical"
}
BAND_TONES = {Role.NOISE: "sunken", Role.REFERENCE: "good_ground"}
