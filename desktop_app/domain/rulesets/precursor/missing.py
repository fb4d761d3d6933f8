"""List the tests that would settle what is open, the most useful first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Missing
from desktop_app.domain.criteria.attribution import RULE as ATTRIBUTION
from desktop_app.domain.criteria.attribution import VALUE
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.domain.conclusions import Criterion, Score
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.worlds import Outcomes

DIAGNOSIS, MAYO, AMYLOIDOSIS = "diagnosis", "mayo_mgus", "AL-SUSPECT"
# The test that answers each fact; facts that only a chain of tests answers come last.
_TESTS = {
    "isotype": ("serum_immunofixation",),
    "m_protein": ("serum_m_protein",),
    "ratio": ("flc_ratio",),
    "marrow": ("marrow_plasma_cells",),
    "slim_flc": ("flc_ratio",),
    "urine_light": ("urine_immunofixation",),
    "urine": ("urine_m_protein_24h",),
    "bone": ("bone_lytic_ct",),
    "slim_mri": ("mri_focal_lesions",),
    "tumour": ("lesion_biopsy",),
    "lymphoplasmacytic": ("lymphoplasmacytic_infiltration",),
    "igm_damage": ("hyperviscosity", "lymphadenopathy", "splenomegaly"),
    "t1114": ("t(11;14)",),
    "low_clonal": ("marrow_clonality",),
}
_ORGANS = {
    "MM-CRAB-CA": ("calcium", "attribution_calcium"),
    "MM-CRAB-RENAL": ("creatinine", "attribution_renal"),
    "MM-CRAB-HB": ("hemoglobin", "attribution_anemia"),
    "MM-CRAB-BONE": ("bone_lytic_ct", "attribution_bone"),
}
_SMM = {
    "SMM-MAYO2018-PC": "marrow_plasma_cells",
    "SMM-MAYO2018-M": "serum_m_protein",
    "SMM-MAYO2018-FLC": "flc_ratio",
    "SMM-IMWG2020-FISH": "fish",
}
_MAYO = {
    "MGUS-MAYO-M": "serum_m_protein",
    "MGUS-MAYO-ISO": "serum_immunofixation",
    "MGUS-MAYO-FLC": "flc_ratio",
}


def missing(
    evidence: Evidence, outcomes: Outcomes, risk: Score, smm: Iterable[tuple[str, Score]] = ()
) -> tuple[Missing, ...]:
    """List the tests with what each would settle.

    Args:
        evidence: the criteria of the record.
        outcomes: what is possible, and on which facts it depends.
        risk: the Mayo MGUS score.
        smm: the models of smouldering myeloma by the contract's name.
    """
    settles: dict[str, list[str]] = {}
    if len(outcomes.possible) > 1:
        for fact in sorted(outcomes.open_facts, key=lambda fact: (outcomes.spread(fact), fact)):
            for code in _codes(evidence, fact):
                settles.setdefault(code, []).append(DIAGNOSIS)
    if risk.applicable:
        for criterion in risk.criteria:
            if criterion.state is Truth.UNKNOWN:
                settles.setdefault(_MAYO[criterion.id], []).append(MAYO)
    for name, score in smm:
        for criterion in score.criteria if score.applicable else ():
            if criterion.state is Truth.UNKNOWN and criterion.id in _SMM:
                settles.setdefault(_SMM[criterion.id], []).append(name)
    if evidence.chains.abnormal.truth is Truth.MET:
        for code in ("nt_probnp", "uacr"):
            if not evidence.view.latest(code):
                settles.setdefault(code, []).append(AMYLOIDOSIS)
    return tuple(Missing(code, tuple(dict.fromkeys(what))) for code, what in settles.items())


def _codes(evidence: Evidence, fact: str) -> list[str]:
    if fact == "organ":
        return [code for x in evidence.organs for code in _organ_codes(x)]
    if fact == "bone" and _asks_cause(evidence.bone):
        return ["attribution_bone"]
    if fact == "tumour" and not evidence.tumours.unproven:
        return ["bone_lytic_ct"]
    return list(_TESTS.get(fact, ()))


def _organ_codes(criterion: Criterion) -> list[str]:
    if criterion.state is not Truth.UNKNOWN:
        return []
    test, question = _ORGANS[criterion.id]
    if _asks_cause(criterion):
        return [question]
    limits = criterion.note is not None and criterion.note.code == "limit_missing"
    return [f"{test}.limits" if limits else test]


def _asks_cause(criterion: Criterion) -> bool:
    value = next((x for x in criterion.criteria if x.id == f"{criterion.id}{VALUE}"), None)
    cause = next((x for x in criterion.criteria if x.id == ATTRIBUTION.id), None)
    return (
        value is not None
        and value.state is Truth.MET
        and cause is not None
        and cause.state is Truth.UNKNOWN
    )
