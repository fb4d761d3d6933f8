"""Read arguments that several commands share."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.errors import InputError
from desktop_app.domain.partial_date import PartialDate


def day_of(text: str | None) -> date | None:
    """Read ``--as-of``; None where it was not given.

    Raises:
        InputError: the text is no day.
    """
    if text is None:
        return None
    try:
        day = PartialDate(text)
    except ValueError:
        day = None
    if day is None or not day.whole:
        raise InputError("--as-of", "a day such as 2026-11-22")
    return day.first
