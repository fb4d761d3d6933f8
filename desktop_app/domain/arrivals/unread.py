"""Show lines in which nothing was found beside the values: nobody should believe that all came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.arrivals.review import Arrival, ArrivalState, Reading
from desktop_app.domain.arrivals.rows import StagedRow
from desktop_app.domain.conclusions import Note

if TYPE_CHECKING:
    from desktop_app.domain.arrivals.rows import Staged

_BEHIND_ALL = 1_000_000_000  # a place that no value has


def unread_lines(staged: Staged, *, hidden: bool = False) -> tuple[Arrival, ...]:
    """Give a row for every line that was not read; ``hidden`` lines may hold names, so no text."""
    return tuple(
        _unread(_BEHIND_ALL + place, line, "" if hidden else text)
        for place, (line, text) in enumerate(staged.unread)
    )


def _unread(place: int, line: int, text: str) -> Arrival:
    state, told = ArrivalState.REFUSED, " ".join(text.split())
    note = Note("line_unread") if line else Note("sheet_hidden")
    row = StagedRow(line, told, item_name=told)
    return Arrival(Reading(row, place, "", state, notes=(note,)), state)
