"""Lay out the stairs of the response: a strip with one row for each level that occurred."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from desktop_app.domain.chart_canvas import ASCENT
from desktop_app.domain.chart_shapes import Anchor, Box, Frame, Hit, Mark, Path, Shape
from desktop_app.domain.label_places import Room

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.chart import ChartSpec, Stairs, Step
    from desktop_app.domain.chart_canvas import Canvas

    Tread = tuple[float, float, float]  # left, right, height

ABOVE = 12.0  # between the plots and the name of the strip
ROW = 1.3  # height of a level in type sizes
TREAD = 5.0  # how thick a step is drawn
HATCH = (3.0, 2.0)  # strokes and gaps of a step that is not confirmed
LEAST = 2.0


def stairs_height(canvas: Canvas, stairs: Stairs | None) -> float:
    """Give the height of the strip with its name above; none where there is no response."""
    if stairs is None:
        return 0.0
    return ABOVE + canvas.row + len(stairs.levels) * canvas.small * ROW


def draw_stairs(canvas: Canvas, spec: ChartSpec, across: Frame, top: float) -> float:
    """Draw the strip; give where it ends."""
    stairs = spec.stairs
    if stairs is None:
        return top
    head = top + ABOVE
    canvas.text((0, head + canvas.small * ASCENT), stairs.label, "ink", bold=True)
    rows = [head + canvas.row + (n + 0.5) * canvas.small * ROW for n in range(len(stairs.levels))]
    for y, level in zip(rows, stairs.levels, strict=True):
        canvas.rule((across.x, y), (across.right, y), "line")
        canvas.text((across.x - 6, y + canvas.small * 0.35), level, "muted", Anchor.END)
    treads = [_place(spec, step, across, rows[step.level]) for step in stairs.steps]
    for (_, end, y), (start, _, other) in pairwise(treads):
        if end == start:
            canvas.items.append(Path(((start, y), (start, other)), "faint", 1.2))
    for step, tread in zip(stairs.steps, treads, strict=True):
        _tread(canvas, step, tread)
    _words(canvas, stairs, across, treads)
    return top + stairs_height(canvas, stairs)


def _place(spec: ChartSpec, step: Step, across: Frame, y: float) -> Tread:
    left, right = (across.x + spec.x.place(day) * across.width for day in (step.start, step.end))
    return left, max(right, left + LEAST), y


def _tread(canvas: Canvas, step: Step, tread: Tread) -> None:
    left, right, y = tread
    read = "accent" if step.firm or step.short else "faint"  # faint: not evaluable
    tone = "critical" if step.worse else read
    dash = () if step.firm else HATCH
    canvas.items.append(Path(((left, y), (right, y)), tone, TREAD, dash))
    if step.worse:
        canvas.items.append(Mark((left, y), Shape.TRIANGLE, 5.0, tone, not step.firm, 1.2))
    canvas.hits.append(Hit((left, y), (step.label,), -1))


def _words(canvas: Canvas, stairs: Stairs, across: Frame, treads: Sequence[Tread]) -> None:
    """Say beside an open step what it waits for, where nothing is in the way."""
    half = canvas.small * ROW / 2
    room = Room(
        [Frame(left - 5, y - half, right - left + 5, 2 * half) for left, right, y in treads]
    )
    open_steps = (
        (step, tread) for step, tread in zip(stairs.steps, treads, strict=True) if step.short
    )
    for step, (left, right, y) in open_steps:
        base = y + canvas.small * 0.35
        beside = canvas.frame_of((right + 6, base), step.short)
        before = canvas.frame_of((left - 8, base), step.short, Anchor.END)
        inside = (one for one in (beside, before) if across.x <= one.x)
        found = room.first(one for one in inside if one.right <= canvas.width)
        if found is not None:
            canvas.items.append(Box(found, "surface"))
            canvas.text((found.x + 2, base), step.short, "muted")
