"""Hold how soon an open record locks itself where nobody uses it, and why it was locked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LEAST_MINUTES, MOST_MINUTES = 1, 60


class LockCause(StrEnum):
    """Name why the record was locked; the log keeps it."""

    DEMAND = "demand"
    IDLE = "idle"
    SYSTEM = "system"  # the computer was locked, put to sleep, or given to somebody else
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Protection:
    """Hold how many minutes an open record waits for its user."""

    idle_minutes: int = 10
