"""Name the tests that come next at a tier: what was not done of what would settle it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop_app.domain.criteria.poems.clone_routes import LESION_BIOPSY, any_lesion
from desktop_app.domain.criteria.poems.tier_logic import (
    ATYPICAL,
    CONFIRMED,
    NEGATIVE,
    NOT_ASSESSED,
    NOT_SUPPORTED,
    PROBABLE,
    SUSPECTED,
    UNCLASSIFIED,
    UNRESOLVED,
    VARIANT,
)
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from desktop_app.domain.criteria.poems.blocks import Blocks
    from desktop_app.domain.criteria.poems.reading import Reading

NERVE = ("polyneuropathy",)
CLONE = (
    *("serum_immunofixation", "urine_immunofixation", "flc_ratio"),
    *("marrow_ihc_kappa_lambda", "marrow_flow_clonal"),
)
VEGF = ("vegf_serum", "vegf_plasma", "vegf_unspecified")
MAJORS = (VEGF[0], "bone_sclerotic", "castleman")
MINORS = (
    *("papilledema", "endocrine", "splenomegaly", "hepatomegaly", "lymphadenopathy"),
    *("edema", "ascites", "pleural_effusion", "skin", "platelets", "hemoglobin"),
)
# Age aside, what POEMS-PUMCH asks.
RISK = ("pleural_effusion", "pasp", "creatinine")
NODE = ("hhv8", "crp", "platelets")
# By tier, in the order in which they help.
NEXT: Mapping[str, tuple[str, ...]] = {
    ATYPICAL: (*RISK, *MAJORS, *MINORS),
    CONFIRMED: (*RISK, *MAJORS, *MINORS),
    VARIANT: NODE,
    NEGATIVE: CLONE,
    UNRESOLVED: CLONE,
    PROBABLE: (*MAJORS, *MINORS),
    SUSPECTED: (*NERVE, *CLONE, *MAJORS[:2]),
    NOT_SUPPORTED: (),
    NOT_ASSESSED: NERVE,
    UNCLASSIFIED: (*NERVE, *CLONE, *MAJORS, *MINORS),
}
# After these the tests are repeated in 3 to 4 months, also where they were done.
REPEATED = frozenset({NEGATIVE})
# Each is answered by any of its codes; the first is asked for.
SAME: Mapping[str, tuple[str, ...]] = {
    VEGF[0]: VEGF,
    "platelets": ("platelets", "thrombocytosis"),
    "hemoglobin": ("hemoglobin", "polycythemia"),
    "marrow_flow_clonal": ("marrow_flow_clonal", "marrow_clonality", "marrow_plasma_cells_flow"),
    "creatinine": ("creatinine", "egfr"),
    "pasp": ("pasp", "pulmonary_hypertension"),
    "flc_ratio": ("flc_ratio", "flc_kappa"),
}


def settling_tests(reading: Reading, blocks: Blocks, tier: str) -> tuple[str, ...]:
    """Give the codes of the tests, the most useful first."""
    tests = NEXT[tier]
    if tier == NOT_SUPPORTED and blocks.castleman.state is Truth.MET:
        tests = NODE
    settled = _settled(blocks)
    asked = [x for x in tests if x not in settled and (tier in REPEATED or not _done(reading, x))]
    if tier == SUSPECTED and blocks.majors is Truth.NOT_MET:
        asked = [VEGF[0], *asked]  # all majors no: repeat VEGF
    if CLONE[0] in tests and _lesion_open(reading, blocks):
        asked.append(LESION_BIOPSY)
    return tuple(dict.fromkeys(asked))


def _settled(blocks: Blocks) -> frozenset[str]:
    """Give the tests of blocks that are yes already."""
    found: set[str] = set()
    for block, tests in (
        (blocks.neuropathy.state, NERVE),
        (blocks.clone.feature.state, CLONE),
    ):
        found.update(tests if block is Truth.MET else ())
    return frozenset(found)


def _done(reading: Reading, code: str) -> bool:
    view = reading.view
    return any(view.results(each) or view.findings(each) for each in SAME.get(code, (code,)))


def _lesion_open(reading: Reading, blocks: Blocks) -> bool:
    """Tell whether a lesion could show the clone that is not found elsewhere."""
    open_ = blocks.clone.feature.state is not Truth.MET
    return open_ and any_lesion(reading) and not _done(reading, LESION_BIOPSY)
