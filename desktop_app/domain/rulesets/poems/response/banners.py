"""Say what the axes cannot: how they stand together, and how late the body follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note

if TYPE_CHECKING:
    from desktop_app.domain.poems_conclusions import ResponseAxis

# RESP-POEMS-LAG: the times as they are printed; nothing is computed with them.
LAG = (
    Note("poems_lag_nerve"),
    Note("poems_lag_fast"),
    Note("poems_lag_pet"),
    Note("poems_lag_first_nerve"),
    Note("poems_lag_vegf"),
    Note("poems_lag_relapse"),
    Note("poems_lag_vegf_watch"),
)
COMPLETE = frozenset({"CR_H", "CR_V"})


def flags(axes: tuple[ResponseAxis, ...]) -> tuple[Note, ...]:
    """Tell whether blood and VEGF, or one of them, are in complete response (RESP-POEMS-FLAG)."""
    found = COMPLETE & {axis.current for axis in axes}
    if found == COMPLETE:
        return (Note("poems_crh_and_crv"),)
    return (Note("poems_crh_or_crv"),) if found else ()
