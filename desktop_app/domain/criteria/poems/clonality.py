"""Tell whether there is a clone, by any route, and what is unusual of it (POEMS-DX-CLONE)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criteria.poems.clone_routes import Route, fixation, flow, stain, tumour
from desktop_app.domain.criteria.poems.light_chain_route import RENAL_NOTE, ratio
from desktop_app.domain.criteria.poems.reading import Feature, earliest
from desktop_app.domain.criterion import Rule
from desktop_app.domain.truth import Truth, any_true

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.domain.criteria.poems.reading import Reading

CLONE = Rule("POEMS-DX-CLONE", "dispenzieri2023", "primary", "any route")
NONE = Rule(
    "POEMS-CLONE-NO",
    "poems2025",
    "decision",
    "serum and urine IFE, marrow, and any lesion's biopsy negative",
)
# POEMS-CLONE-ATYP, at every tier.
WEAK, KAPPA = Note("WEAK_CLONE"), Note("ATYPICAL_KAPPA")
BICLONAL, IGM = Note("BICLONAL"), Note("ATYPICAL_IGM")


@dataclass(frozen=True, slots=True)
class Clonality:
    """Hold the answer with its routes, and the flags that must be said beside it."""

    feature: Feature
    flags: tuple[Note, ...]

    @property
    def unusual(self) -> bool:
        """Tell whether the clone is kappa alone, or of class IgM."""
        return bool({KAPPA, IGM} & set(self.flags))


def clonality(reading: Reading) -> Clonality:
    """Judge every route; no only where all that POEMS-CLONE-NO asks for is negative."""
    fixed, stained, flowed = fixation(reading), stain(reading), flow(reading)
    ratios, lesion = ratio(reading), tumour(reading)
    routes = (fixed, stained, flowed, ratios, lesion)
    absent = _absent(fixed, stained, flowed, ratios, lesion)
    there = any(x.state is Truth.MET for x in routes)
    state = Truth.MET if there else (Truth.NOT_MET if absent is Truth.MET else Truth.UNKNOWN)
    # POEMS-CLONE-REVIEW: without an M-protein an experienced centre looks again.
    note = None if there else Note("poems_clone_review")
    negative = NONE.answer(absent)
    parts = (*(x.criterion for x in routes), negative)
    inputs = [each for x in routes if x.state is Truth.MET for each in x.criterion.inputs]
    since = earliest(x.since for x in routes if x.state is Truth.MET)
    return Clonality(Feature(CLONE.answer(state, inputs, note, parts), since), _flags(routes))


def _absent(fixed: Route, stained: Route, flowed: Route, ratios: Route, lesion: Route) -> Truth:
    """Tell whether the clone is excluded; a ratio that kidneys may explain keeps it open."""
    marrow = any_true((~stained.state, ~flowed.state))
    if any(x.state is Truth.MET for x in (fixed, stained, flowed, ratios, lesion)):
        return Truth.NOT_MET
    if ratios.criterion.note == RENAL_NOTE:
        return Truth.UNKNOWN
    return ~fixed.state & marrow & ~lesion.state


def _flags(routes: tuple[Route, ...]) -> tuple[Note, ...]:
    met = [x for x in routes if x.state is Truth.MET]
    early, later = (_joined(x.chains for x in met), _joined(x.later for x in met))
    chains = early or later
    found = [
        (WEAK, [x.criterion.id for x in met] == ["POEMS-CLONE-FLC"]),
        (KAPPA, chains == {"kappa"}),
        (BICLONAL, chains == {"kappa", "lambda"}),
        (IGM, any("IgM" in x.heavy for x in met)),
    ]
    return tuple(note for note, holds in found if holds)


def _joined(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)
