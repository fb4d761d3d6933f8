"""Hold the boundary vectors of every threshold: just below, at and just above, in each unit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vector:
    """Hold one question to the rules with the answer that the rule book gives.

    ``rules`` names the rule IDs concerned; ``ask`` builds the record anew and asks.
    """

    name: str
    rules: tuple[str, ...]
    ask: Callable[[], object]
    expected: object
