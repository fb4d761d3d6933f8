"""List the codes of the wording tables that tell of POEMS; each table holds just these."""

from __future__ import annotations

from desktop_app.domain import onls, poems_form
from desktop_app.domain.criteria.poems import clonality, tier, tier_logic
from desktop_app.domain.rulesets.poems import notices
from desktop_app.domain.rulesets.poems.care import intervals_table, panel
from desktop_app.domain.rulesets.poems.prognosis import score
from desktop_app.domain.rulesets.poems.response import (
    axes,
    blood_levels,
    clinical,
    neurologic,
    radiologic,
    vegf_values,
)
from desktop_app.domain.rulesets.poems.response.holding import NE
from desktop_app.domain.rulesets.poems.response.vegf_values import CONSENSUS, MAYO, PUMCH

# Codes of this chapter in tables that all chapters share.
POEMS_SHARED: dict[str, set[str]] = {
    "answer": {*poems_form.CHANGES, "none"},
    "part": {"suv_max", "new_lesion", "normal"},
    "finding": {*poems_form.CHANGE_ITEMS, *poems_form.ASKED},
    "settles": set(notices.SETTLES),
    "cohort": {score.SOURCE},
    "workup": {test.item for test in panel.TESTS},
}

FLAGS = (
    *(clonality.WEAK, clonality.KAPPA, clonality.BICLONAL, clonality.IGM),
    *(tier.FALLBACK_NOTE, tier.REPEAT_NOTE, tier.PERICARDIAL),
)


def _levels() -> set[str]:
    """Give the levels of all five axes."""
    each = (blood_levels, clinical, neurologic, radiologic, vegf_values)
    return {x for axis in each for x in (*axis.LEVELS.order, axis.LEVELS.worse) if x is not None}


def poems_tables() -> dict[str, set[str]]:
    """Give the codes of every table of the chapter whose codes the program lists."""
    return {
        "poems_tier": set(tier_logic.TIERS),
        "poems_series": {row.series for row in intervals_table.ROWS},
        "axis": set(axes.AXES),
        "axis_level": {NE, *_levels()},
        "axis_preset": {CONSENSUS, PUMCH, MAYO},
        "onls": {"own_wording", *onls.MODES, *onls.PROBLEMS}
        | {code for question in onls.QUESTIONS for code in (question.code, *question.answers)},
        "mrs": set(onls.RANKIN),
        "polyneuropathy": set(poems_form.NEUROPATHY_TYPES),
        "castleman": set(poems_form.CASTLEMAN_ANSWERS),
        **{code: set(words) for code, words in poems_form.WORDS.items()},
        "poems_flag": {note.code for note in FLAGS},
    }
