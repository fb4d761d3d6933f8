"""Name the files of one record; the places come from outside."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

READY = "ready"


@dataclass(frozen=True, slots=True)
class RecordFiles:
    """Hold the places of the record, its wrapped key, the lock, the backups and wrong tries."""

    record: Path
    keys: Path
    lock: Path
    backups: Path
    attempts: Path

    @property
    def head(self) -> Path:
        """Name the file that says how far the log had come at the last commit."""
        return self.record.with_suffix(".head")

    @property
    def restoring(self) -> Path:
        """Name the folder of a backup that is tried before it takes the record's place."""
        return self.record.parent / "restoring"

    @property
    def ready(self) -> Path:
        """Name the mark that such a backup is to take the place, whatever happens meanwhile."""
        return self.restoring / READY

    @property
    def trial(self) -> Path:
        """Name the folder of a backup that is only tried."""
        return self.record.parent / "trial"

    @property
    def absent(self) -> bool:
        """Tell whether there is no trace of a record: only then may a new one be made."""
        return not any(file.exists() for file in (self.record, self.keys, self.ready))
