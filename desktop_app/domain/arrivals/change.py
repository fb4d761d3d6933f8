"""Say how far a value that arrives lies from the last one."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.domain.record import Result

_WHOLE = Decimal(1)


def percent_from(last: Result, new: Result) -> Decimal | None:
    """Give the change in whole percent; None where the two cannot be compared as they stand."""
    if last.unit != new.unit or last.comparator or new.comparator:
        return None
    if not last.value or new.value is None:
        return None
    return ((new.value - last.value) / abs(last.value) * 100).quantize(_WHOLE, ROUND_HALF_UP)
