"""Cut a line to a rectangle, so that nothing is drawn beside the plot."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.chart_shapes import Frame, Place


def clipped(places: Sequence[Place], frame: Frame) -> list[list[Place]]:
    """Give the parts of a line that lie inside a rectangle, its edge included."""
    parts: list[list[Place]] = []
    for one, other in pairwise(places):
        kept = _segment(one, other, frame)
        if kept is None:
            continue
        start, end = kept
        if parts and parts[-1][-1] == start:
            parts[-1].append(end)
        else:
            parts.append([start, end])
    return parts


def _segment(one: Place, other: Place, frame: Frame) -> tuple[Place, Place] | None:
    """Cut one segment (Liang and Barsky's way)."""
    (x, y), dx, dy = one, other[0] - one[0], other[1] - one[1]
    first, last = 0.0, 1.0
    for step, room in (
        (-dx, x - frame.x),
        (dx, frame.right - x),
        (-dy, y - frame.y),
        (dy, frame.bottom - y),
    ):
        if step == 0:
            if room < 0:
                return None
        elif step < 0:
            first = max(first, room / step)
        else:
            last = min(last, room / step)
    if first > last:
        return None
    start = one if first == 0 else (x + first * dx, y + first * dy)
    end = other if last == 1 else (x + last * dx, y + last * dy)
    return start, end
