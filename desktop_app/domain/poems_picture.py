"""Gather what is concluded of POEMS: each rule set is given what earlier ones concluded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.criteria.aimed_at_clone import of_clone
from desktop_app.domain.criteria.poems.displayed import other_sets
from desktop_app.domain.poems_conclusions import Poems
from desktop_app.domain.rulesets.myeloma.lines.counting import counted_lines
from desktop_app.domain.rulesets.poems.care.options import treatment_prompts
from desktop_app.domain.rulesets.poems.care.others import differential
from desktop_app.domain.rulesets.poems.care.panel import poems_workup
from desktop_app.domain.rulesets.poems.care.watching import watched
from desktop_app.domain.rulesets.poems.prognosis.factors import adverse
from desktop_app.domain.rulesets.poems.prognosis.score import pumch
from desktop_app.domain.rulesets.poems.response.axes import poems_response

if TYPE_CHECKING:
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.poems_conclusions import PoemsTier
    from desktop_app.domain.policy import Policy


def poems_picture(
    evidence: Evidence,
    tier: PoemsTier | None,
    policy: Policy,
) -> Poems | None:
    """Give the picture of POEMS; None where nothing opens its panel."""
    if tier is None:
        return None
    lines = counted_lines(of_clone(evidence.view))
    response = poems_response(evidence, tier, lines, policy)
    score = pumch(evidence, tier)
    return Poems(
        tier=tier,
        pumch=score,
        adverse=adverse(evidence, tier, response),
        workup=poems_workup(evidence, tier),
        watch=watched(evidence, tier, lines, response),
        treatment=treatment_prompts(evidence, tier, lines, response, score),
        differential=differential(evidence, tier),
        others=other_sets(evidence),
        response=response,
    )
