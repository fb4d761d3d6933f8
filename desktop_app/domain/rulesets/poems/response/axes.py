"""Give the response on five axes side by side, with no composite (RESP-POEMS-*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Note
from desktop_app.domain.criteria.poems.therapy_lines import poems_lines
from desktop_app.domain.poems_conclusions import PoemsResponse, ResponseAxis
from desktop_app.domain.rulesets.poems.response import (
    banners,
    blood_levels,
    clinical,
    hematologic,
    neurologic,
    radiologic,
    vegf,
    vegf_values,
)

if TYPE_CHECKING:
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.criteria.treatment_lines import CountedLine
    from desktop_app.domain.poems_conclusions import PoemsTier
    from desktop_app.domain.policy import Policy

# With these tiers nothing is followed as POEMS.
NOT_POEMS = frozenset({"not_supported", "not_assessed"})
AXES = tuple(
    each.LEVELS.axis for each in (blood_levels, vegf_values, radiologic, clinical, neurologic)
)


def poems_response(
    evidence: Evidence, tier: PoemsTier, lines: tuple[CountedLine, ...], policy: Policy
) -> PoemsResponse | None:
    """Give the axes of the current line; None where POEMS does not concern the patient."""
    if tier.tier in NOT_POEMS and not tier.settled:
        return None
    view = evidence.view
    counted = poems_lines(view, lines)
    if not counted:
        untreated = Note("poems_untreated")
        axes = tuple(ResponseAxis(name, evaluable=False, reason=untreated) for name in AXES)
        return PoemsResponse(None, policy.poems_preset, axes)
    start = counted[-1].start
    axes = (
        hematologic.hematologic(view, start),
        vegf.vegf(view, start, policy),
        radiologic.radiologic(view, start),
        clinical.clinical(view, start),
        neurologic.neurologic(view, start),
    )
    return PoemsResponse(
        counted[-1].number, policy.poems_preset, axes, start.text, banners.flags(axes), banners.LAG
    )
