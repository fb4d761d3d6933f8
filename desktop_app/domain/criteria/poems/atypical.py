"""Look for what makes POEMS atypical: it is met, and a specialist must look (POEMS-TIER)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criteria.clone import marrow
from desktop_app.domain.criteria.poems.castleman_branches import low_platelets
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.criteria.poems.blocks import Blocks
    from desktop_app.domain.criteria.poems.reading import Reading

MARROW = (
    "marrow_plasma_cells",
    "marrow_plasma_cells_aspirate",
    "marrow_plasma_cells_biopsy",
    "marrow_plasma_cells_flow",
)
CONGO_RED, HHV8 = "congo_red", "hhv8"
RENAL_BIOPSY, AL = "renal_biopsy", "al"


def atypical(evidence: Evidence, reading: Reading, blocks: Blocks) -> tuple[Note, ...]:
    """Name everything that is unusual for POEMS, in the order of the chapter."""
    return tuple(_atypical(evidence, reading, blocks))


def _atypical(evidence: Evidence, reading: Reading, blocks: Blocks) -> Iterator[Note]:
    if blocks.clone.unusual:
        yield Note("poems_atypical_clone")
    if low_platelets(reading).truth is Truth.MET:
        yield Note("poems_atypical_platelets")
    if _many_cells(evidence):
        yield Note("poems_atypical_marrow")
    if any(x.state is Truth.MET for x in (*evidence.organs, evidence.bone)):
        yield Note("poems_atypical_crab")
    if _amyloid(reading):
        yield Note("poems_atypical_congo_red")
    if _seen(reading, HHV8):
        yield Note("poems_atypical_hhv8")


def _many_cells(evidence: Evidence) -> bool:
    """Tell whether any marrow to date had 10 % clonal plasma cells."""
    view = evidence.view
    days = {x.date.last for code in MARROW for x in view.results(code)}
    return any(marrow(view.at(day)).ten is Truth.MET for day in days)


def _amyloid(reading: Reading) -> bool:
    """Tell whether tissue stained with Congo red, or a kidney biopsy says AL, which is that."""
    kidneys = (x.value for x in reading.view.findings(RENAL_BIOPSY))
    return _seen(reading, CONGO_RED) or AL in kidneys


def _seen(reading: Reading, code: str) -> bool:
    return reading.answer(reading.flags(code)).truth is Truth.MET
