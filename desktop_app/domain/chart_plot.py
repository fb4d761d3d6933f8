"""Lay out one plot: grid, bands, lines, curves, marks, and labels that keep clear of each other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop_app.domain.chart import Axis, Panel, Role
from desktop_app.domain.chart_canvas import ASCENT, DESCENT
from desktop_app.domain.chart_shapes import (
    BAND_TONES,
    LABEL_TONES,
    LINE_STYLES,
    PLAIN_STYLE,
    SERIES_STYLES,
    Anchor,
    Box,
    Frame,
    Hit,
    Mark,
    Path,
    Style,
)
from desktop_app.domain.clipping import clipped
from desktop_app.domain.label_places import Room

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop_app.domain.chart import Band, Evolution, Line, Point, Series, Shade
    from desktop_app.domain.chart_canvas import Canvas
    from desktop_app.domain.chart_shapes import Place

MARK, LATEST_MARK, ARROW = 3.2, 5.0, 8.0
SPACE = 5.0
ARROW_HEAD = 4.0
TICK_DISTANCE = 1.3  # least distance of two labels of the upright axis, in type sizes


@dataclass(frozen=True, slots=True)
class Plot:
    """Hold a panel, where it is drawn, and its number."""

    panel: Panel
    x: Axis
    frame: Frame
    number: int

    def at(self, point: Point) -> Place:
        """Give the place of a point."""
        return self.across(point.x), self.up(point.y)

    def across(self, day: float) -> float:
        """Give the place of a day on the time axis."""
        return self.frame.x + self.x.place(day) * self.frame.width

    def up(self, value: float) -> float:
        """Give the place of a value on the axis of values."""
        return self.frame.bottom - self.panel.y.place(value) * self.frame.height

    def shows(self, point: Point) -> bool:
        """Tell whether a point lies inside the period."""
        return self.x.low <= point.x <= self.x.high


def draw_plot(canvas: Canvas, plot: Plot, pins: Sequence[float]) -> None:
    """Lay out a plot; ``pins`` are the days of the events that run through it."""
    if not canvas.plain:
        _shades(canvas, plot)
        _bands(canvas, plot)
    _grid(canvas, plot)
    for day in pins:
        x = plot.across(day)
        tone = "faint" if plot.number == 0 else "line"
        canvas.rule((x, plot.frame.y), (x, plot.frame.bottom), tone, (2.0, 4.0))
    if not canvas.plain:
        _lines(canvas, plot)
    steps = [] if canvas.plain else [(one, _step(plot, one)) for one in _evolutions(plot)]
    for one, path in steps:
        canvas.items.append(Path(tuple(path), _tone(one), 1.4))
    levels = [*_levels(plot), *_uprights(plot, pins), *(path[:2] for _, path in steps)]
    room = Room(
        curves=[*_curves(plot), *(path[1:] for _, path in steps)],
        levels=() if canvas.plain else levels,
    )
    for series in plot.panel.series:
        _curve(canvas, plot, series)
    for series in plot.panel.series:
        _marks(canvas, plot, series, room)
    _latest_labels(canvas, plot, room)
    if not canvas.plain:
        _evolution_labels(canvas, plot, room)
        _labels(canvas, plot, room)


def style_of(canvas: Canvas, series: Series) -> Style:
    """Give how a series is drawn: in ink on a leaflet, else by its role."""
    return PLAIN_STYLE if canvas.plain else SERIES_STYLES[series.role]


def _grid(canvas: Canvas, plot: Plot) -> None:
    """Draw a line at each tick, and its label unless that would lie on the one below."""
    frame, last = plot.frame, float("inf")
    for tick in plot.panel.y.ticks:
        y = plot.up(tick.at)
        canvas.rule((frame.x, y), (frame.right, y), "line")
        if last - y >= canvas.small * TICK_DISTANCE:
            base = y + canvas.small * 0.35
            canvas.text((frame.x - 6, base), tick.label, "muted", Anchor.END)
            last = y


def _shades(canvas: Canvas, plot: Plot) -> None:
    for shade in plot.panel.shades:
        canvas.items.append(Box(_shaded(plot, shade), "unknown_ground"))


def _shaded(plot: Plot, shade: Shade) -> Frame:
    left, right = plot.across(shade.start), plot.across(shade.end)
    return Frame(left, plot.frame.y, right - left, plot.frame.height)


def _bands(canvas: Canvas, plot: Plot) -> None:
    for band in plot.panel.bands:
        canvas.items.append(Box(_band_frame(plot, band), BAND_TONES[band.role]))


def _band_frame(plot: Plot, band: Band) -> Frame:
    top, bottom = plot.up(band.high), plot.up(band.low)
    left = plot.frame.x if band.start is None else max(plot.across(band.start), plot.frame.x)
    return Frame(left, top, max(plot.frame.right - left, 0), bottom - top)


def _lines(canvas: Canvas, plot: Plot) -> None:
    for line in plot.panel.lines:
        style = LINE_STYLES[line.role]
        canvas.items.append(Path(_along(plot, line), style.tone, style.width, style.dash))


def _along(plot: Plot, line: Line) -> tuple[Place, Place]:
    """Give the ends of a line: those of the days in which it holds."""
    x, y = plot.x, plot.up(line.y)
    start = x.low if line.start is None else min(max(line.start, x.low), x.high)
    end = x.high if line.end is None else min(max(line.end, start), x.high)
    return (plot.across(start), y), (plot.across(end), y)


def _curves(plot: Plot) -> list[list[Place]]:
    return [_course(plot, series, series.points) for series in plot.panel.series]


def _course(plot: Plot, series: Series, points: Sequence[Point]) -> list[Place]:
    """Give the way from point to point: straight, or across and then up or down."""
    way = [plot.at(point) for point in points]
    if not series.steps:
        return way
    corners = [(x, y) for (_, y), (x, _) in pairwise(way)]
    return [*way[:1], *(one for turn in zip(corners, way[1:], strict=True) for one in turn)]


def _levels(plot: Plot) -> list[list[Place]]:
    return [list(_along(plot, line)) for line in plot.panel.lines]


def _uprights(plot: Plot, days: Sequence[float]) -> list[list[Place]]:
    frame = plot.frame
    return [[(x, frame.y), (x, frame.bottom)] for x in map(plot.across, days)]


def _curve(canvas: Canvas, plot: Plot, series: Series) -> None:
    style = style_of(canvas, series)
    # A crowd of points is a thin line: it reads better, and Qt strokes wide ones slowly.
    width = style.width if series.marks else 1.0
    for run in _runs(series):
        for part in clipped(_course(plot, series, run), plot.frame):
            canvas.items.append(Path(tuple(part), style.tone, width, style.dash))


def _runs(series: Series) -> Iterator[list[Point]]:
    """Give the stretches within which laboratory and method stay the same."""
    run: list[Point] = []
    for point in series.points:
        if not point.joined and run:
            yield run
            run = []
        run.append(point)
    yield run


def _marks(canvas: Canvas, plot: Plot, series: Series, room: Room) -> None:
    style = style_of(canvas, series)
    for point in series.points:
        if not plot.shows(point):
            continue
        x, y = place = plot.at(point)
        first = f"{point.date_label}   {point.label}"
        disturbed = (one.label for one in plot.panel.shades if one.start <= point.x <= one.end)
        said = tuple(filter(None, (first, point.change, point.evolving, *disturbed)))
        named = (f"{series.name}   {said[0]}", *said[1:]) if _several(plot) else said
        canvas.hits.append(Hit(place, named, plot.number, point))
        if not (series.marks or point.latest):
            continue
        _whisker(canvas, plot, point, style)
        _arrow(canvas, plot, point, style)
        size = LATEST_MARK if point.latest else MARK
        hollow = point.latest or bool(point.comparator or point.floored or point.state)
        tone = "critical" if point.latest and point.worse and not canvas.plain else style.tone
        width = 2.4 if point.latest else 1.5
        if canvas.plain:
            hollow = hollow and not point.latest
        canvas.items.append(Mark(place, style.shape, size, tone, hollow, width))
        room.take(Frame(x - size, y - size, 2 * size, 2 * size))


def _several(plot: Plot) -> bool:
    return len(plot.panel.series) > 1


def _whisker(canvas: Canvas, plot: Plot, point: Point, style: Style) -> None:
    """Draw the days that a partial date may mean."""
    if point.first == point.last:
        return
    y = plot.up(point.y)
    left = max(plot.across(point.first), plot.frame.x)
    right = min(plot.across(point.last), plot.frame.right)
    for part in (((left, y), (right, y)), *(((x, y - 3), (x, y + 3)) for x in (left, right))):
        canvas.items.append(Path(part, style.tone, 1.0))


def _arrow(canvas: Canvas, plot: Plot, point: Point, style: Style) -> None:
    """Show on which side of a censored point the true value lies."""
    if point.comparator is None:
        return
    x, y = plot.at(point)
    way = 1.0 if point.comparator.startswith("<") else -1.0
    tip = y + way * (MARK + ARROW)
    canvas.items.append(Path(((x, y + way * MARK), (x, tip)), style.tone, 1.2))
    wing = tip - way * 3
    canvas.items.append(Path(((x - 3, wing), (x, tip), (x + 3, wing)), style.tone, 1.2))


def _latest_labels(canvas: Canvas, plot: Plot, room: Room) -> None:
    """Write the latest number beside its mark."""
    for series in plot.panel.series:
        for point in series.points:
            if not point.latest or not plot.shows(point):
                continue
            text = point.state or point.short
            frames = _around(canvas, plot, plot.at(point), text)
            found = room.first(frames)
            if found is not None:
                tone = "critical" if point.worse and not canvas.plain else "ink"
                base = found.y + canvas.small * ASCENT
                canvas.text((found.x + 2, base), text, tone, bold=True)


def _around(canvas: Canvas, plot: Plot, at: Place, text: str) -> list[Frame]:
    """Give the places around a mark: right, above, below, left."""
    x, y = at
    middle, off = y + canvas.small * 0.35, LATEST_MARK + SPACE
    above, below = y - off, y + off + canvas.small * (ASCENT - 0.1)
    spots = (
        ((x + off, middle), Anchor.START),
        ((x, above), Anchor.MIDDLE),
        ((x, below), Anchor.MIDDLE),
        ((x - off, above), Anchor.END),
        ((x - off, middle), Anchor.END),
        ((x + off, above), Anchor.START),
        ((x + off, below), Anchor.START),
    )
    frames = [canvas.frame_of(at, text, anchor, bold=True) for at, anchor in spots]
    lowest = plot.frame.bottom + canvas.small * ASCENT  # names of events stand below
    inside = [one for one in frames if one.x >= plot.frame.x and one.right <= canvas.width]
    return [one for one in inside if one.bottom <= lowest]


def _evolutions(plot: Plot) -> list[Evolution]:
    """Give the evolutions whose value lies inside the period."""
    return [one for one in plot.panel.evolutions if plot.x.low <= one.end[0] <= plot.x.high]


def _tone(one: Evolution) -> str:
    return "critical" if one.firm else "muted"


def _step(plot: Plot, one: Evolution) -> list[Place]:
    """Lead from the baseline across to the day of the value, and up or down to it."""
    left = max(plot.across(one.start[0]), plot.frame.x)
    x, base, y = plot.across(one.end[0]), plot.up(one.start[1]), plot.up(one.end[1])
    way = 1.0 if y < base else -1.0
    tip = y + way * (LATEST_MARK + 2)
    if way * (base - tip) < ARROW_HEAD:  # too low a step for an arrow
        return [(left, base), (x, base)]
    wing = tip + way * ARROW_HEAD
    return [(left, base), (x, base), (x, tip), (x - 3, wing), (x, tip), (x + 3, wing)]


def _evolution_labels(canvas: Canvas, plot: Plot, room: Room) -> None:
    """Name the definitions beside the step that meets them."""
    for one in _evolutions(plot):
        x, base = plot.across(one.end[0]), plot.up(one.start[1])
        y = plot.up(one.end[1])
        found = room.first(_beside(canvas, plot, (x, base, y), one.label))
        if found is not None:
            base_line = found.y + canvas.small * ASCENT
            canvas.text((found.x + 2, base_line), one.label, _tone(one), bold=True)


def _beside(canvas: Canvas, plot: Plot, step: tuple[float, float, float], text: str) -> list[Frame]:
    """Give the places around a step: left and right of it, below its foot, above its head."""
    x, base, y = step
    ways = ((x - SPACE, Anchor.END), (x + SPACE, Anchor.START), (x, Anchor.MIDDLE))
    heights = ((base + y) / 2, base + canvas.row, y - canvas.row, base - canvas.row, y + canvas.row)
    frames = [
        canvas.frame_of((at, height + canvas.small * 0.35), text, anchor, bold=True)
        for height in heights
        for at, anchor in ways
    ]
    frame = plot.frame
    inside = (one for one in frames if frame.x <= one.x and one.right <= canvas.width)
    return [one for one in inside if frame.y - 1 <= one.y and one.bottom <= frame.bottom + 1]


def _labels(canvas: Canvas, plot: Plot, room: Room) -> None:
    """Name lines and bands on themselves, thresholds first."""
    order = {Role.PROGRESSION: 0, Role.THRESHOLD: 0, Role.BASELINE: 1, Role.NADIR: 2}
    for line in sorted(plot.panel.lines, key=lambda line: order.get(line.role, 9)):
        if line.label:
            (left, y), (right, _) = _along(plot, line)
            along = Frame(left, y, right - left, 0)
            _place(canvas, plot, room, line.label, LABEL_TONES[line.role], along)
    for band in plot.panel.bands:
        frame = _band_frame(plot, band)
        tone = "good" if band.role is Role.REFERENCE else "muted"
        _place(canvas, plot, room, band.label, tone, frame)
    for shade in plot.panel.shades:
        _place(canvas, plot, room, shade.label, "unknown", _shaded(plot, shade))


def _place(canvas: Canvas, plot: Plot, room: Room, text: str, tone: str, along: Frame) -> None:
    """Write a label above or below the edges of its line or band, where it is clear.

    Where nothing is free there, a little farther off.
    """
    near = room.first(_beside_edges(canvas, plot, text, along, 0.0))
    found = near or room.clear(_beside_edges(canvas, plot, text, along, canvas.small))
    if found is None:
        return
    ground = _ground(plot, found)
    if ground and room.only_levels_cross(found):
        canvas.items.append(Box(found, ground))
    canvas.text((found.x + 2, found.y + canvas.small * ASCENT), text, tone)


def _beside_edges(
    canvas: Canvas, plot: Plot, text: str, along: Frame, away: float
) -> Iterator[Frame]:
    """Give the places above and below the edges of a line or band that lie inside the plot."""
    free = along.width - canvas.measure(text, canvas.small, False) - 8
    for share in (0.0, 1.0, 0.5, 0.25, 0.75):
        left = max(along.x + 4 + share * free, plot.frame.x + 4)
        for y in dict.fromkeys((along.y, along.bottom)):
            above = canvas.frame_of((left, y - canvas.small * DESCENT - 1 - away), text)
            below = canvas.frame_of((left, y + canvas.small * ASCENT + 2 + away), text)
            for one in (above, below):
                inside = plot.frame.y - 1 <= one.y and one.bottom <= plot.frame.bottom + 1
                if inside and one.right <= canvas.width:
                    yield one


def _ground(plot: Plot, frame: Frame) -> str | None:
    """Give the tone behind a label; None where it lies on the edge of a shade."""
    shaded = [_shaded(plot, one) for one in plot.panel.shades]
    if any(one.x <= frame.x and frame.right <= one.right for one in shaded):
        return "unknown_ground"
    return None if any(map(frame.overlaps, shaded)) else "surface"
