"""Lay out what stands between and below the plots: pins, treatment lanes, days and notes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.domain.chart import Role
from desktop_app.domain.chart_canvas import ASCENT
from desktop_app.domain.chart_plot import SPACE
from desktop_app.domain.chart_shapes import Anchor, Box, Frame, Hit, Mark, Shape
from desktop_app.domain.chart_steps import draw_stairs, stairs_height

if TYPE_CHECKING:
    from desktop_app.domain.chart import ChartSpec, Lane, Pin
    from desktop_app.domain.chart_canvas import Canvas

PIN_ROWS = 3
GAP = 10.0


def pin_rows(canvas: Canvas, spec: ChartSpec, across: Frame) -> list[list[tuple[Pin, Frame]]]:
    """Share the pins' labels among rows, so that none lies on another; too many stay unnamed.

    From right to left, so that the line down to a lower row runs through no label.
    """
    rows: list[list[tuple[Pin, Frame]]] = []
    for pin in reversed(spec.pins):
        x = across.x + spec.x.place(pin.x) * across.width
        pin, text = _named(canvas, pin, x)
        frame = Frame(min(text.x, x - 4), 0, max(text.right, x + 4) - min(text.x, x - 4), 1)
        row = next((one for one in rows if all(not frame.overlaps(o) for _, o in one)), None)
        if row is None and len(rows) < PIN_ROWS:
            rows.append(row := [])
        if row is not None:
            row.append((pin, frame))
    return rows


def _named(canvas: Canvas, pin: Pin, x: float) -> tuple[Pin, Frame]:
    """Give a pin and where its name stands: on the right, else on the left, else cut there."""
    right = canvas.frame_of((x + SPACE + 3, 0), pin.label)
    if right.right <= canvas.width:
        return pin, right
    if canvas.frame_of((x - SPACE - 3, 0), pin.label, Anchor.END).x < 0:
        pin = replace(pin, label=canvas.shortened(pin.label, max(x - SPACE - 5, 0)))
    return pin, canvas.frame_of((x - SPACE - 3, 0), pin.label, Anchor.END)


def draw_pins(
    canvas: Canvas, spec: ChartSpec, plot: Frame, rows: list[list[tuple[Pin, Frame]]]
) -> None:
    """Draw the pins below the first plot."""
    for number, row in enumerate(rows):
        base = plot.bottom + 4 + number * canvas.row + canvas.small * ASCENT
        for pin, frame in row:
            x = plot.x + spec.x.place(pin.x) * plot.width
            middle = base - canvas.small * 0.32
            canvas.rule((x, plot.bottom), (x, middle - 4), "faint", (2.0, 3.0))
            shape = Shape.DIAMOND if pin.role is Role.CHANGE else Shape.PIN
            hollow = pin.role is Role.CHANGE
            canvas.items.append(Mark((x, middle), shape, 3.4, "muted", hollow, 1.2))
            right = frame.right > x + 5
            at = (x + SPACE + 3, base) if right else (x - SPACE - 3, base)
            canvas.text(at, pin.label, "muted", Anchor.START if right else Anchor.END)
    for pin in spec.pins:
        x = plot.x + spec.x.place(pin.x) * plot.width
        canvas.hits.append(Hit((x, plot.bottom + canvas.row / 2), (pin.label,), 0))


def foot_height(canvas: Canvas, spec: ChartSpec) -> float:
    """Give the height of lanes, days and notes below the plots."""
    axis = canvas.row + 6
    if canvas.plain:
        return axis
    lanes = GAP + _lane_rows(spec) * (canvas.row + 2) if _lane_rows(spec) else 0.0
    return stairs_height(canvas, spec.stairs) + lanes + axis + len(spec.notes) * canvas.row


def _lane_rows(spec: ChartSpec) -> int:
    if not spec.lanes:
        return 1 if spec.lane_empty else 0
    return max(lane.row for lane in spec.lanes) + 1


def draw_foot(canvas: Canvas, spec: ChartSpec, across: Frame, top: float) -> None:
    """Draw lanes, days and notes."""
    y = top if canvas.plain else draw_stairs(canvas, spec, across, top)
    if not canvas.plain and _lane_rows(spec):
        y = _lanes(canvas, spec, across, y + GAP)
    base = y + 6 + canvas.small * ASCENT
    _time_labels(canvas, spec, across, base)
    if not canvas.plain:
        for number, note in enumerate(spec.notes, 1):
            shown = canvas.shortened(note, canvas.width)
            canvas.text((0, base + number * canvas.row), shown, "muted")


def _lanes(canvas: Canvas, spec: ChartSpec, across: Frame, top: float) -> float:
    """Draw the lanes of treatment; give where they end."""
    step = canvas.row + 2
    rows = _lane_rows(spec)
    base = top + step / 2 + canvas.small * 0.35 - 1
    if canvas.measure(spec.lane_label, canvas.small, True) < across.x - 2:
        canvas.text((0, base), spec.lane_label, "ink", bold=True)
    for row in range(rows):
        canvas.items.append(
            Box(Frame(across.x, top + row * step, across.width, step - 2), "sunken")
        )
    if not spec.lanes:
        canvas.text((across.x + 5, base), spec.lane_empty, "muted")
    for lane in spec.lanes:
        later = [one.start for one in spec.lanes if one.row == lane.row and one.start > lane.start]
        free = across.x + spec.x.place(min([*later, spec.x.high])) * across.width
        _lane(canvas, spec, across, lane, (top + lane.row * step, free))
    return top + rows * step


def _lane(
    canvas: Canvas, spec: ChartSpec, across: Frame, lane: Lane, place: tuple[float, float]
) -> None:
    """Draw a lane and its name, which may run on over what is free behind it."""
    top, free = place
    start, end = (across.x + spec.x.place(day) * across.width for day in (lane.start, lane.end))
    frame = Frame(start, top, max(end - start, 2.0), canvas.row)
    canvas.items.append(Box(frame, "accent_ground"))
    canvas.rule((start, top), (start, top + canvas.row), "accent")
    text = canvas.shortened(lane.label, free - start - 8)
    if not lane.open:
        over = start + 5 + canvas.measure(text, canvas.small, False) > frame.right
        for one, other in _ends(top, canvas.row, broken=over):
            canvas.rule((frame.right, one), (frame.right, other), "accent")
    canvas.text((start + 5, top + canvas.row / 2 + canvas.small * 0.35), text, "ink")
    canvas.hits.append(Hit((start, top + canvas.row / 2), (lane.label,), -1))


def _ends(top: float, height: float, *, broken: bool) -> tuple[tuple[float, float], ...]:
    """Give the strokes at the end of a lane: two short ones where its name runs over it."""
    bottom = top + height
    return ((top, top + 3), (bottom - 3, bottom)) if broken else ((top, bottom),)


def _time_labels(canvas: Canvas, spec: ChartSpec, across: Frame, base: float) -> None:
    """Write the days below, each where it belongs, leaving out what would touch its neighbour."""
    last = float("-inf")
    for tick in spec.x.ticks:
        x = across.x + spec.x.place(tick.at) * across.width
        half = canvas.measure(tick.label, canvas.small, False) / 2
        x = min(max(x, half), canvas.width - half)
        if x - half > last + 6:
            canvas.text((x, base), tick.label, "muted", Anchor.MIDDLE)
            last = x + half
