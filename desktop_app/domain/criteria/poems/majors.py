"""Judge Castleman disease and sclerotic bone, two of the three majors (POEMS-DX-CD, -BONE)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criteria.poems.reading import Feature, feature
from desktop_app.domain.criterion import MISSING, Judgement, Rule
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.criteria.poems.reading import Reading
    from desktop_app.domain.record import Finding

CASTLEMAN = Rule("POEMS-DX-CD", "dispenzieri2023", "primary", "Castleman disease, biopsy")
BONE = Rule(
    "POEMS-DX-BONE",
    "dispenzieri2023",
    "primary",
    "any dense, mixed or sclerotic-rimmed lesion on CT, PET-CT or MRI",
)
CASTLEMAN_CODE, SCLEROTIC = "castleman", "bone_sclerotic"
NO_CASTLEMAN = "no"
LYTIC = ("bone_lytic_ct", "bone_lytic_pet_ct", "bone_lytic_xray")


def castleman(reading: Reading) -> Feature:
    """Judge histology; no is a negative biopsy, or that there is no node to biopsy."""

    def judged(entry: Finding) -> Judgement:
        return Judgement(Truth.of(entry.value != NO_CASTLEMAN))

    return feature(CASTLEMAN, reading.answer(reading.findings(CASTLEMAN_CODE, judged)))


def bone(reading: Reading) -> Feature:
    """Judge sclerotic lesions; lytic lesions alone leave it open, since their rim is not said."""
    answer = reading.answer(reading.findings(SCLEROTIC, _counted))
    if answer.note == MISSING.note and lesions(reading, *LYTIC):
        return Feature(BONE.answer(Truth.UNKNOWN, (), Note("poems_lytic_alone")))
    return feature(BONE, answer)


def lesions(reading: Reading, *codes: str) -> bool:
    """Tell whether any examination to date counted a lesion."""
    return any(
        _counted(x).truth is Truth.MET for code in codes for x in reading.view.findings(code)
    )


def _counted(entry: Finding) -> Judgement:
    count = entry.value.get("count") if isinstance(entry.value, Mapping) else None
    return Judgement(Truth.of(bool(count)))
