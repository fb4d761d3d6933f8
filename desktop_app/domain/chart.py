"""Hold a chart as plain values that screen and paper both paint.

Ticks, limits, log floors and the places of censored points are settled here, so that the two
painters cannot disagree. Roles, not colours: each painter maps a role to its pen and mark.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import log10


class Scale(StrEnum):
    """Name how an axis maps values."""

    LINEAR = "linear"
    LOG = "log"


class Role(StrEnum):
    """Name what a series, band, line or pin means; it sets colour, dash and mark together."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    TERTIARY = "tertiary"
    QUATERNARY = "quaternary"
    REFERENCE = "reference"
    NOISE = "noise"
    THRESHOLD = "threshold"
    BASELINE = "baseline"
    NADIR = "nadir"
    PROGRESSION = "progression"
    EVENT = "event"
    CHANGE = "change"
    TREATMENT = "treatment"


@dataclass(frozen=True, slots=True)
class Tick:
    """Hold a place on an axis and its label; dates are given as ordinal days."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Hold an axis: limits in data values (days as ordinals), ticks, the label with its unit."""

    label: str
    low: float
    high: float
    ticks: tuple[Tick, ...]
    scale: Scale = Scale.LINEAR

    def place(self, value: float) -> float:
        """Give the share of the axis' length, 0 to 1, at which a value lies.

        Raises:
            ValueError: zero or less on a log axis (the specification floors them before).
        """
        if self.scale is Scale.LINEAR:
            return (value - self.low) / (self.high - self.low)
        return (log10(value) - log10(self.low)) / (log10(self.high) - log10(self.low))


@dataclass(frozen=True, slots=True)
class Point:
    """Hold one point where it is drawn, and what is said of it.

    ``y`` is the place (a floored zero on a log axis, the limit of a censored value);
    ``label`` is the value as reported with unit, ``short`` its number in the unit of the axis,
    ``change`` and ``evolving`` what is said of it against the baseline; ``first``/``last`` span a
    partial date.
    """

    x: float
    y: float
    label: str
    date_label: str
    first: float
    last: float
    comparator: str | None = None
    joined: bool = True  # False where the laboratory or method changed before it: no line to it
    latest: bool = False
    short: str = ""
    change: str = ""
    evolving: str = ""  # the definitions of evolving disease that it meets
    state: str = ""  # what a zero means, such as "not detected"
    floored: bool = False  # zero, drawn at the floor of a log axis
    worse: bool = False  # worse than the baseline by more than the variation of the test


@dataclass(frozen=True, slots=True)
class Series:
    """Hold the points of one analyte in one unit, in order of time.

    One point beyond either end of the time axis is kept, so that lines run to the edge.
    ``marks`` is False where there are too many points to mark each; ``steps`` where a value holds
    until the next one, as a grade does.
    """

    name: str
    role: Role
    points: tuple[Point, ...]
    code: str = ""
    marks: bool = True
    steps: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """Hold a horizontal band such as the reference range or the noise around the baseline.

    ``start`` is the day from which it holds, or None for the whole axis.
    """

    low: float
    high: float
    role: Role
    label: str
    start: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """Hold a horizontal line such as a threshold, the baseline or the nadir, named on it.

    ``start`` and ``end`` are the days between which it holds, or None for the whole axis.
    """

    y: float
    role: Role
    label: str
    start: float | None = None
    end: float | None = None


@dataclass(frozen=True, slots=True)
class Shade:
    """Hold days in which the values of a plot may be disturbed, and by what."""

    start: float
    end: float
    label: str


@dataclass(frozen=True, slots=True)
class Evolution:
    """Hold a change that definitions of evolving disease count: days and values, and their names.

    It leads from ``start``, the baseline, to ``end``, the value that meets them; ``firm`` where
    it is confirmed and more than the variation of the test.
    """

    start: tuple[float, float]
    end: tuple[float, float]
    label: str
    firm: bool


@dataclass(frozen=True, slots=True)
class Pin:
    """Hold an event or a change of laboratory at a day."""

    x: float
    label: str
    role: Role = Role.EVENT


@dataclass(frozen=True, slots=True)
class Lane:
    """Hold a treatment from day to day; ``end`` is the axis' end where no stop is recorded.

    Lanes that overlap in time have different rows.
    """

    start: float
    end: float
    label: str
    open: bool = False
    row: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """Hold a response that lasted from day to day, at one of the levels of its stairs.

    ``firm`` where it is confirmed; else ``short`` says what it waits for. ``label`` tells all.
    """

    start: float
    end: float
    level: int
    label: str
    firm: bool = True
    short: str = ""
    worse: bool = False  # progression


@dataclass(frozen=True, slots=True)
class Stairs:
    """Hold the course of the response: the levels that occurred, best first, and the steps."""

    label: str
    levels: tuple[str, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """Hold one plot of the chart; all panels share the time axis."""

    y: Axis
    series: tuple[Series, ...]
    bands: tuple[Band, ...] = ()
    lines: tuple[Line, ...] = ()
    unit: str = ""
    evolutions: tuple[Evolution, ...] = ()
    shades: tuple[Shade, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """Hold a whole chart: panels over one time axis, lanes and pins, and one sentence about it."""

    title: str
    patient_label: str
    x: Axis
    panels: tuple[Panel, ...]
    lanes: tuple[Lane, ...] = ()
    pins: tuple[Pin, ...] = ()
    lane_label: str = ""
    lane_empty: str = ""  # what stands in the lane where no treatment is recorded
    notes: tuple[str, ...] = ()
    summary: str = ""
    no_room: str = "{names}"  # names the panels that a small window cannot show
    stairs: Stairs | None = None


@dataclass(frozen=True, slots=True)
class ChartRequest:
    """Hold what the doctor asked to see: the codes a panel, the period, and the scale.

    No panels means the usual ones; no ``start`` or ``end`` means as far as there is something.
    ``pixels`` is the width in which it will be drawn; lines are thinned to it.
    """

    panels: tuple[tuple[str, ...], ...]
    start: date | None = None
    end: date | None = None
    log: bool = False
    pixels: int = 600
