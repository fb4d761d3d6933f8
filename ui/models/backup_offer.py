"""Hold which backup is offered where the record does not open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Offer:
    """Hold a backup to bring back, who can open it, and how many newer ones were spoilt."""

    path: Path
    logins: tuple[str, ...]
    made_at: datetime | None = None  # None where nothing but its file is known
    patients: int = 0
    visits: int = 0
    spoilt: int = 0
