"""Hold a visit: the draft with its texts as typed, and the checked visit that is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.record import (
    ClinicalEvent,
    Cytogenetic,
    EarlierDiagnosis,
    Finding,
    FindingValue,
    Lesion,
    Result,
    Treatment,
)


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
class DraftCytogenetic:
    """Hold one abnormality that was looked for; its share of cells and its copies as typed."""

    abnormality: str
    detected: bool
    method: str = "fish"
    clone_percent: str = ""
    note: str = ""
    copies: str = ""
    biallelic: bool | None = None


@dataclass(frozen=True, slots=True)
class DraftLesion:
    """Hold one look at one lesion as typed; None where a question was not answered."""

    lesion: str
    kind: str
    site: str = ""
    contiguous_with_bone: bool | None = None
    biopsy_proven: bool | None = None
    diameters: str = ""  # in mm, such as ``42 x 30``
    suv_max: str = ""
    modality: str = ""
    resolved: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class DraftDiagnosis:
    """Hold a diagnosis that was established earlier, with its day, which may be partial.

    ``typed`` is the text of the day field where it is another one than the day it was read as.
    """

    diagnosis: str
    date: str = ""
    typed: str = ""


@dataclass(frozen=True, slots=True)
class DraftTreatment:
    """Hold one regimen as typed; ``start`` and ``stop`` are days, which may be partial.

    ``typed_start`` and ``typed_stop`` are the texts of the day fields where they are others than
    the days they were read as.
    """

    regimen: str
    drugs: tuple[str, ...] = ()
    start: str = ""
    stop: str = ""
    cycles: str = ""
    cycle_days: str = ""
    stop_reason: str = ""
    sequence: str = ""
    note: str = ""
    typed_start: str = ""
    typed_stop: str = ""


@dataclass(frozen=True, slots=True)
class DraftEvent:
    """Hold one event as typed: its code, and its day, which may be partial."""

    code: str
    date: str = ""
    sequence: str = ""
    note: str = ""
    typed: str = ""


@dataclass(frozen=True, slots=True)
class VisitDraft:
    """Hold what stands on the screen; ``observed_on`` is the day, or the text where it is none.

    ``typed_on`` is the text of the day field where it is another one than the day it was read as.
    """

    patient_id: int
    observed_on: str
    results: tuple[DraftResult, ...] = ()
    findings: tuple[DraftFinding, ...] = ()
    note: str = ""
    cytogenetics: tuple[DraftCytogenetic, ...] = ()
    lesions: tuple[DraftLesion, ...] = ()
    history: tuple[DraftDiagnosis, ...] = ()
    typed_on: str = ""
    treatments: tuple[DraftTreatment, ...] = ()
    events: tuple[DraftEvent, ...] = ()

    @property
    def empty(self) -> bool:
        """Tell whether nothing but the day was entered."""
        entered = (
            *(self.results, self.findings, self.cytogenetics, self.lesions, self.history),
            *(self.treatments, self.events),
        )
        return not (any(entered) or self.note.strip())


@dataclass(frozen=True, slots=True)
class Visit:
    """Hold a checked visit, ready to be recorded."""

    patient_id: int
    observed_on: date
    results: tuple[Result, ...] = ()
    findings: tuple[Finding, ...] = ()
    note: str = ""
    cytogenetics: tuple[Cytogenetic, ...] = ()
    lesions: tuple[Lesion, ...] = ()
    history: tuple[EarlierDiagnosis, ...] = ()
    treatments: tuple[Treatment, ...] = ()
    events: tuple[ClinicalEvent, ...] = ()
