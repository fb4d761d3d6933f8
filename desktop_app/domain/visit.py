"""Hold a visit: the draft with its texts as typed, and the checked visit that is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.record import Finding, FindingValue, Result


@dataclass(frozen=True, slots=True)
class DraftResult:
    """Hold one result as typed: the text may be no number yet; nothing typed is ever thrown away.

    ``reason`` is why a value outside the hard limits is right; it becomes the result's note.
    """

    code: str
    text: str
    unit: str
    lab: str = ""
    method: str = ""
    low: str = ""
    high: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DraftFinding:
    """Hold one answer; what was not answered is simply not in the draft."""

    code: str
    value: FindingValue
    note: str = ""


@dataclass(frozen=True, slots=True)
class VisitDraft:
    """Hold what stands on the screen; ``observed_on`` is the text of the day field."""

    patient_id: int
    observed_on: str
    results: tuple[DraftResult, ...] = ()
    findings: tuple[DraftFinding, ...] = ()
    note: str = ""

    @property
    def empty(self) -> bool:
        """Tell whether nothing but the day was entered."""
        return not (self.results or self.findings or self.note.strip())


@dataclass(frozen=True, slots=True)
class Visit:
    """Hold a checked visit, ready to be recorded."""

    patient_id: int
    observed_on: date
    results: tuple[Result, ...] = ()
    findings: tuple[Finding, ...] = ()
    note: str = ""
