"""Count lines of therapy by the definition of 2015 (LINE-DEF, LINE-NEW, LINE-SAME)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.domain.criteria.treatment_lines import CountedLine
    from desktop_app.domain.view import RecordView


def counted_lines(view: RecordView) -> tuple[CountedLine, ...]:
    """Give the lines up to the view's day, in order of time."""
    del view
    return ()
