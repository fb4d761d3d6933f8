"""Name the files of one record; the places come from outside."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class RecordFiles:
    """Hold the places of the record, its wrapped key, the lock, and the backups."""

    record: Path
    keys: Path
    lock: Path
    backups: Path

    @property
    def absent(self) -> bool:
        """Tell whether there is no trace of a record: only then may a new one be made."""
        return not self.record.exists() and not self.keys.exists()
