"""Thin a long series to what a screen can show, without losing an extreme."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.chart import Point

MOST_MARKS = 300  # beyond this many visible points only the line is drawn


def visible(points: Sequence[Point], low: float, high: float) -> tuple[Point, ...]:
    """Give the points between two days, and the next one beyond either end."""
    inside = [index for index, point in enumerate(points) if low <= point.x <= high]
    if inside:
        return tuple(points[max(inside[0] - 1, 0) : inside[-1] + 2])
    after = next((index for index, point in enumerate(points) if point.x > high), len(points))
    return tuple(points[max(after - 1, 0) : after + 1])


def decimated(points: Sequence[Point], buckets: int) -> tuple[Point, ...]:
    """Keep of each bucket of time the first, last, lowest and highest point.

    Points that begin a new laboratory, and the latest one, always stay.
    """
    if len(points) <= 4 * buckets:
        return tuple(points)
    start, width = points[0].x, (points[-1].x - points[0].x) / buckets or 1.0
    grouped: dict[int, list[int]] = {}
    for index, point in enumerate(points):
        grouped.setdefault(int((point.x - start) / width), []).append(index)
    kept = {index for index, point in enumerate(points) if not point.joined or point.latest}
    for members in grouped.values():
        kept |= {members[0], members[-1]}
        kept |= {min(members, key=lambda i: points[i].y), max(members, key=lambda i: points[i].y)}
    return tuple(points[index] for index in sorted(kept))
