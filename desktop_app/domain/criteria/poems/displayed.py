"""Judge a set of criteria that is only shown beside POEMS-DX (POEMS-ALT-CHIBA)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.criteria.poems.blocks import blocks_of
from desktop_app.domain.criteria.poems.reading import reading_of
from desktop_app.domain.criterion import Rule
from desktop_app.domain.truth import at_least

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Criterion
    from desktop_app.domain.criteria.evidence import Evidence

CHIBA = Rule(
    "POEMS-ALT-CHIBA",
    "suichi2019",
    "primary",
    "neuropathy, clone and VEGF, and >= 2 of fluid, skin, organs, bone",
)
SEVERAL = 2


def other_sets(evidence: Evidence) -> tuple[Criterion, ...]:
    """Give what other sets of criteria say; nothing rests on them."""
    blocks = blocks_of(reading_of(evidence.view))
    signs = (blocks.fluid, blocks.skin, blocks.organs, blocks.bone)
    mandatory = blocks.neuropathy.state & blocks.clone.feature.state & blocks.vegf.feature.state
    return (CHIBA.answer(mandatory & at_least(SEVERAL, (x.state for x in signs))),)
