"""Lay a chart out: turn its specification into shapes, the same for screen and paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.domain.chart_canvas import ASCENT, Canvas, Measure
from desktop_app.domain.chart_plot import Plot, draw_plot, style_of
from desktop_app.domain.chart_shapes import Anchor, Frame, Layout, Mark, Path
from desktop_app.domain.chart_strips import GAP, draw_foot, draw_pins, foot_height, pin_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.chart import ChartSpec, Panel, Stairs

FIRST_WEIGHT = 2.4  # how much taller the first plot is than each of the others
LEAST_FIRST, LEAST_PLOT = 84.0, 36.0
ABOVE_PLOT = 10.0  # between the line above a plot and the plot, room for the topmost tick


def lay_out(
    spec: ChartSpec,
    width: float,
    height: float,
    measure: Measure,
    *,
    small: float = 11.0,
    titled: bool = True,
    plain: bool = False,
) -> Layout:
    """Lay a chart out in a rectangle.

    ``titled`` writes the title above; ``plain`` is the look of a leaflet: the curve in ink with
    its latest value, and nothing that a patient need not read. Panels for which there is no room
    are named instead of drawn.
    """
    canvas = Canvas(width, height, measure, small, plain)
    across = _across(canvas, spec)
    top = _header(canvas, spec, titled=titled and not plain)
    pins = [] if plain else pin_rows(canvas, spec, across)
    if not plain:
        spec = _fitted(canvas, spec, height - top, len(pins))
    foot = foot_height(canvas, spec)
    frames = _frames(canvas, spec, across, (top, height - foot), len(pins))
    for number, (panel, frame) in enumerate(zip(spec.panels, frames, strict=True)):
        _panel_label(canvas, panel, frame)
        days = () if plain else tuple(pin.x for pin in spec.pins)
        draw_plot(canvas, Plot(panel, spec.x, frame, number), days)
    if pins:
        above = frames[0] if frames else replace(across, y=top)
        draw_pins(canvas, spec, above, pins)
    draw_foot(canvas, spec, across, height - foot)
    return _layout(canvas, spec, frames)


def _layout(canvas: Canvas, spec: ChartSpec, frames: Sequence[Frame]) -> Layout:
    points = tuple(series.points for panel in spec.panels for series in panel.series)
    named = Layout(tuple(canvas.items), tuple(frames), tuple(canvas.hits), points)
    if canvas.plain:
        return named
    return replace(
        named,
        bands=tuple(band.label for panel in spec.panels for band in panel.bands),
        evolutions=tuple(one.label for panel in spec.panels for one in panel.evolutions),
        lines=tuple(line.label for panel in spec.panels for line in panel.lines),
        shades=tuple(shade.label for panel in spec.panels for shade in panel.shades),
        steps=tuple(step.label for step in spec.stairs.steps) if spec.stairs else (),
        lanes=tuple(lane.label for lane in spec.lanes),
    )


def _across(canvas: Canvas, spec: ChartSpec) -> Frame:
    """Give where the plots lie from left to right: beside the longest tick and latest number."""
    levels = spec.stairs.levels if spec.stairs and not canvas.plain else ()
    texts = (*_tick_labels(spec.panels), *levels)
    labels = (canvas.measure(one, canvas.small, False) for one in texts)
    left = 8 + max(labels, default=0.0)
    width = canvas.width - left - _right_margin(spec, canvas)
    return Frame(left, 0, max(width, 1.0), 0)


def _tick_labels(panels: Sequence[Panel]) -> tuple[str, ...]:
    return tuple(tick.label for panel in panels for tick in panel.y.ticks)


def _right_margin(spec: ChartSpec, canvas: Canvas) -> float:
    """Leave room for the latest number where its mark lies near the right edge."""
    texts = [
        point.state or point.short
        for panel in spec.panels
        for series in panel.series
        for point in series.points
        if point.latest and spec.x.place(point.x) > 0.9
    ]
    widest = max((canvas.measure(text, canvas.small, True) for text in texts), default=0.0)
    return widest + 8 if texts else 12.0


def _header(canvas: Canvas, spec: ChartSpec, *, titled: bool) -> float:
    """Write title and patient; give the height used. Untitled, the patient stands in row one."""
    if canvas.plain:
        return canvas.small * 0.6
    base = canvas.small * ASCENT + 2 if titled else _head(canvas) - ABOVE_PLOT + 2
    if titled:
        canvas.text((0, base), spec.title, "ink", bold=True)
    canvas.text((canvas.width, base), spec.patient_label, "muted", Anchor.END)
    return canvas.row + 4 if titled else 0.0


def _head(canvas: Canvas) -> float:
    """Give the height of the line above a plot."""
    return 0.0 if canvas.plain else canvas.row + ABOVE_PLOT


def _fitted(canvas: Canvas, spec: ChartSpec, height: float, pins: int) -> ChartSpec:
    """Leave out what does not fit: the empty lane first, then the last panels, which are named."""
    without_lane = replace(spec, lane_empty="")
    fewer = (_without(without_lane, count) for count in range(len(spec.panels) - 1, 0, -1))
    tries = [spec, without_lane, *fewer]
    if spec.stairs is not None:
        least = replace(without_lane, stairs=None)
        tries.append(_without(least, 1, spec.stairs))
    return next((one for one in tries if _least(canvas, one, pins) <= height), tries[-1])


def _without(spec: ChartSpec, count: int, stairs: Stairs | None = None) -> ChartSpec:
    """Leave out all but the first panels, and name them; ``stairs`` are left out too."""
    left = [series.name for panel in spec.panels[count:] for series in panel.series]
    names = " · ".join((*left, stairs.label) if stairs else left)
    notes = (*spec.notes, spec.no_room.format(names=names))
    return replace(spec, panels=spec.panels[:count], notes=notes)


def _least(canvas: Canvas, spec: ChartSpec, pins: int) -> float:
    """Give the height below which the plots would no longer be readable."""
    others = len(spec.panels) - 1
    plots = LEAST_FIRST + others * (LEAST_PLOT + GAP) + (others + 1) * _head(canvas)
    return plots + pins * canvas.row + foot_height(canvas, spec)


def _frames(
    canvas: Canvas, spec: ChartSpec, across: Frame, span: tuple[float, float], pin_rows: int
) -> list[Frame]:
    """Share the height among the plots; the first gets the most."""
    if not spec.panels:
        return []
    count = len(spec.panels)
    head = _head(canvas)
    pins = pin_rows * canvas.row + (4 if pin_rows else 0)
    free = span[1] - span[0] - count * head - (count - 1) * GAP - pins
    weights = [FIRST_WEIGHT, *[1.0] * (count - 1)]
    y, frames = span[0], []
    for place, weight in enumerate(weights):
        tall = max(free * weight / sum(weights), LEAST_PLOT)
        frames.append(Frame(across.x, y + head, across.width, tall))
        y += head + tall + GAP + (pins if place == 0 else 0)
    return frames


def _panel_label(canvas: Canvas, panel: Panel, frame: Frame) -> None:
    """Write what is drawn and its unit; several series each get their line and mark beside it."""
    if canvas.plain:
        return
    base = frame.y - ABOVE_PLOT + 2
    if len(panel.series) == 1:
        canvas.text((0, base), panel.y.label, "ink", bold=True)
        return
    x, middle = 0.0, base - canvas.small * 0.32
    for series in panel.series:
        style = style_of(canvas, series)
        places = ((x, middle), (x + 22, middle))
        canvas.items.append(Path(places, style.tone, style.width, style.dash))
        canvas.items.append(Mark((x + 11, middle), style.shape, 3.2, style.tone))
        canvas.text((x + 27, base), series.name, "ink", bold=True)
        x += 27 + canvas.measure(series.name, canvas.small, True) + 12
    canvas.text((x, base), panel.unit, "muted")
