"""Write the drugs of a regimen in a line, and read them back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_BETWEEN = re.compile(r"\s*[,;+，、；＋]\s*")


def drugs_in(text: str) -> tuple[str, ...]:
    """Give the drugs that a text names, as they were typed."""
    return tuple(filter(None, _BETWEEN.split(text.strip())))


def drugs_text(drugs: Iterable[str]) -> str:
    """Write drugs as ``drugs_in`` reads them."""
    return ", ".join(drugs)
