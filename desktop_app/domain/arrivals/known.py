"""Hold what the record knows of people and of imports, for the review and its history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from desktop_app.domain.journal import Kept, KeptResult
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Finding, Sex

Progress = Callable[[int, int], None]  # done, of how many; 0 where nobody knows
Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Hold who a registered patient is, as far as a laboratory's rows can agree with it."""

    patient_id: int
    record_number: str
    name: str
    birth_date: PartialDate | None
    sex: Sex


@dataclass(frozen=True, slots=True)
class Known:
    """Hold what is current of one patient, oldest first."""

    results: tuple[KeptResult, ...] = ()
    findings: tuple[Kept[Finding], ...] = ()


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """Hold one import: what came in, when (UTC), and whether it was taken back."""

    batch_id: int
    name: str
    sha256: str
    profile: str
    stored_at: datetime
    rows: int
    stored: int
    corrected: int
    registered: int
    undone_at: datetime | None = None
    undo_reason: str | None = None

    @property
    def undone(self) -> bool:
        """Tell whether it was taken back."""
        return self.undone_at is not None


@dataclass(frozen=True, slots=True)
class Origin:
    """Hold where an entry came from: the import, the line in its source, and that line itself."""

    batch: ImportBatch
    line: int
    raw: str


@dataclass(frozen=True, slots=True)
class Undone:
    """Hold what taking an import back gave.

    ``left`` counts values that somebody corrected by hand since: those corrections stay.
    """

    withdrawn: int
    restored: int
    left: int
    patients: tuple[int, ...]


def no_progress(done: int, total: int) -> None:
    """Tell nobody how far a job is."""


def never() -> bool:
    """Stop for nobody."""
    return False
