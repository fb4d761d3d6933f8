"""Give the tier of POEMS from neuropathy, clone, majors and minors (POEMS-DX, POEMS-TIER)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Note
from desktop_app.domain.criteria.poems.atypical import atypical
from desktop_app.domain.criteria.poems.blocks import DX, Blocks, blocks_of
from desktop_app.domain.criteria.poems.castleman_branches import associated, tafro, variant
from desktop_app.domain.criteria.poems.minors import other
from desktop_app.domain.criteria.poems.neuropathy import refractory
from desktop_app.domain.criteria.poems.opening import POEMS, asked, known, opened
from desktop_app.domain.criteria.poems.reading import Reading, day_order, reading_of
from desktop_app.domain.criteria.poems.settling_tests import settling_tests
from desktop_app.domain.criteria.poems.tier_logic import ATYPICAL, tier
from desktop_app.domain.criterion import Rule
from desktop_app.domain.poems_conclusions import PoemsTier
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.partial_date import PartialDate

REPEAT = Rule("POEMS-VEGF-REPEAT", "pihan2018", "primary", "any other cause within 30 days")
REPEAT_NOTE, FALLBACK_NOTE = Note("REPEAT_VEGF"), Note("FALLBACK_CUTOFF")
PERICARDIAL = Note("PERICARDIAL")


@dataclass(frozen=True, slots=True)
class _Branches:
    """Hold what is judged beside POEMS-DX."""

    dx: Criterion
    variant: Criterion
    tafro: Criterion
    unusual: tuple[Note, ...]


def poems_tier(evidence: Evidence) -> PoemsTier | None:
    """Give the tier; None where nothing opens the panel (POEMS-TRIG-*)."""
    reading = reading_of(evidence.view)
    blocks = blocks_of(reading)
    why = opened(reading, blocks)
    if why is None and not asked(evidence.view):
        return None
    beside = _branches(evidence, reading, blocks)
    (name,) = tier(lambda fact: _facts(reading, blocks, beside)[fact])
    since = _since(reading, blocks)
    return PoemsTier(
        tier=name,
        met=beside.dx.state,
        since=None if since is None else since.text,
        blocks=_states(blocks),
        criteria=_trace(reading, blocks, beside),
        next_tests=settling_tests(reading, blocks, name),
        flags=_flags(reading, blocks),
        opened=why,
        castleman=associated(blocks, beside.dx.state).state,
        tafro_suspected=beside.tafro.state,
        settled=known(evidence.view) or _before(reading, since),
        unusual=beside.unusual if name == ATYPICAL else (),
    )


def _branches(evidence: Evidence, reading: Reading, blocks: Blocks) -> _Branches:
    history = known(evidence.view)
    state = Truth.MET if history else blocks.dx
    note = Note("settled_in_history") if history and blocks.dx is not Truth.MET else None
    unusual = atypical(evidence, reading, blocks)
    parts = (variant(reading, blocks), tafro(reading, blocks))
    return _Branches(DX.answer(state, (), note), *parts, unusual)


def _facts(reading: Reading, blocks: Blocks, beside: _Branches) -> dict[str, str]:
    """Give the plain facts of POEMS-TIER."""
    number = "one" if blocks.minors_met == 1 else "many"
    return {
        "met": _yes(beside.dx.state is Truth.MET),
        "atypical": _yes(bool(beside.unusual)),
        "variant": _yes(beside.variant.state is Truth.MET),
        "refractory": _yes(refractory(reading) is Truth.MET),
        "castleman": _yes(blocks.castleman.state is Truth.MET),
        "neuropathy": blocks.neuropathy.state.state,
        "clone": blocks.clone.feature.state.state,
        "majors": blocks.majors.state,
        "minors": number if blocks.minors is Truth.MET else blocks.minors.state,
    }


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _states(blocks: Blocks) -> tuple[tuple[str, str], ...]:
    return (
        ("neuropathy", blocks.neuropathy.state.state),
        ("clone", blocks.clone.feature.state.state),
        ("majors", blocks.majors.state),
        ("minors", blocks.minors.state),
    )


def _trace(reading: Reading, blocks: Blocks, beside: _Branches) -> tuple[Criterion, ...]:
    """Give POEMS-DX first, then every input, then the branches."""
    repeat = REPEAT.answer(Truth.of(blocks.vegf.repeat), blocks.vegf.feature.criterion.inputs)
    return (
        *(beside.dx, *blocks.criteria(), other(reading), repeat),
        *(associated(blocks, beside.dx.state), beside.variant, beside.tafro),
    )


def _flags(reading: Reading, blocks: Blocks) -> tuple[Note, ...]:
    heart = reading.answer(reading.flags("pericardial_effusion")).truth
    found = (
        (FALLBACK_NOTE, blocks.vegf.fallback),
        (REPEAT_NOTE, blocks.vegf.repeat),
        (PERICARDIAL, heart is Truth.MET),
    )
    return (*blocks.clone.flags, *(note for note, holds in found if holds))


def _since(reading: Reading, blocks: Blocks) -> PartialDate | None:
    """Give the first day on which POEMS-DX was met, or that of the history."""
    told = [x.date for x in reading.view.history() if x.diagnosis == POEMS]
    days = [x for x in (*told, blocks.since) if x is not None]
    return min(days, key=day_order, default=None)


def _before(reading: Reading, since: PartialDate | None) -> bool:
    """Tell whether POEMS-DX was met before the day of the assessment."""
    return since is not None and since.last < reading.view.as_of
