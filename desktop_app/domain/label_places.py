"""Find room for labels, so that none lies on another, on a mark, or on a curve."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop_app.domain.chart_shapes import Frame, Place
from desktop_app.domain.clipping import clipped

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(slots=True)
class Room:
    """Remember what is taken in a plot: labels and marks, curves, and straight lines."""

    taken: list[Frame] = field(default_factory=list)
    curves: Sequence[Sequence[Place]] = ()
    levels: Sequence[Sequence[Place]] = ()

    def take(self, frame: Frame) -> None:
        """Mark a rectangle as taken."""
        self.taken.append(frame)

    def free(self, frame: Frame) -> bool:
        """Tell whether a rectangle lies on no label and no mark."""
        return not any(frame.overlaps(other) for other in self.taken)

    def first(self, candidates: Iterable[Frame]) -> Frame | None:
        """Take the first rectangle that is free of labels and that no line runs through.

        Else the first that no curve runs through, else one that is free of labels, else none.
        """
        free = [one for one in candidates if self.free(one)]
        off_lines = (one for one in free if not _crossed(one, (*self.levels, *self.curves)))
        off_curves = (one for one in free if not _crossed(one, self.curves))
        found = next(off_lines, None) or next(off_curves, None) or next(iter(free), None)
        if found is not None:
            self.take(found)
        return found

    def clear(self, candidates: Iterable[Frame]) -> Frame | None:
        """Take the first rectangle that is free of labels and of every line and curve."""
        lines = (*self.levels, *self.curves)
        found = next((x for x in candidates if self.free(x) and not _crossed(x, lines)), None)
        if found is not None:
            self.take(found)
        return found

    def only_levels_cross(self, frame: Frame) -> bool:
        """Tell whether a straight line, but no curve, runs through: it may be covered there."""
        return _crossed(frame, self.levels) and not _crossed(frame, self.curves)


def _crossed(frame: Frame, lines: Iterable[Sequence[Place]]) -> bool:
    return any(
        clipped((one, other), frame)
        for line in lines
        for one, other in pairwise(line)
        if one[0] <= frame.right and other[0] >= frame.x
    )
