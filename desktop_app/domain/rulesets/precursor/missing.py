"""List the tests that would settle what is open, the most useful first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Missing, Note
from desktop_app.domain.criteria.attribution import RULE as ATTRIBUTION
from desktop_app.domain.criteria.attribution import VALUE
from desktop_app.domain.criterion import MISSING
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop_app.domain.conclusions import Criterion, Diagnosis, Mgrs, Score
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.worlds import Outcomes

DIAGNOSIS, MAYO, AMYLOIDOSIS = "diagnosis", "mayo_mgus", "AL-SUSPECT"
KIDNEY = "MGRS-PROMPT"
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


SETTLED = Note("settled_earlier")
# Immunofixation was done: no further one tells the class.
_NO_HEAVY_CHAIN = Note("no_heavy_chain")
# What answers each open part of MGRS-PROMPT where nothing was recorded.
_KIDNEY = {
    "MGRS-PROMPT-PROTEIN": "upcr",
    "MGRS-PROMPT-BLOOD": "hematuria",
    "MGRS-PROMPT-EGFR": "creatinine",
}


# What comes last after a negative screen, and by MISS-MARROW-LOW at low risk: not routine there.
_NOT_ROUTINE = frozenset(
    {"marrow_plasma_cells", "marrow_clonality", "bone_lytic_ct", "mri_focal_lesions"}
)


def missing(
    evidence: Evidence,
    outcomes: Outcomes,
    diagnosis: Diagnosis,
    risk: Score,
    smm: Iterable[tuple[str, Score]],
    mgrs: Mgrs,
) -> tuple[Missing, ...]:
    """List the tests with what each would settle.

    Args:
        evidence: the criteria of the record.
        outcomes: what is possible, and on which facts it depends.
        diagnosis: what was named, and by which row of the missing-data table.
        risk: the Mayo MGUS score.
        smm: the models of smouldering myeloma by the contract's name.
        mgrs: whether a kidney disease by the clone is suspected.
    """
    settles: dict[str, list[str]] = {}
    for code, what in (
        *_open_diagnosis(evidence, outcomes, diagnosis),
        *_open_scores(risk, smm),
        *_open_amyloidosis(evidence),
        *((code, KIDNEY) for code in _kidney(mgrs)),
    ):
        settles.setdefault(code, []).append(what)
    found = [Missing(code, tuple(dict.fromkeys(what))) for code, what in settles.items()]
    low = any(note.code == "MISS-MARROW-LOW" for note in diagnosis.notes)
    if low or evidence.nothing_found:
        found.sort(key=lambda each: each.code in _NOT_ROUTINE)
    return tuple(found)


def _open_diagnosis(
    evidence: Evidence, outcomes: Outcomes, diagnosis: Diagnosis
) -> Iterator[tuple[str, str]]:
    """Ask for what tells the outcomes apart; no test of now undoes what was certain (DX-TIME)."""
    if SETTLED in diagnosis.notes or len({world.outcome for world in outcomes.worlds}) == 1:
        return
    for fact in sorted(outcomes.open_facts, key=lambda fact: (outcomes.spread(fact), fact)):
        yield from ((code, DIAGNOSIS) for code in _codes(evidence, fact))


def _open_scores(risk: Score, smm: Iterable[tuple[str, Score]]) -> Iterator[tuple[str, str]]:
    for criterion in risk.criteria if risk.applicable else ():
        if criterion.state is Truth.UNKNOWN and criterion.note != _NO_HEAVY_CHAIN:
            yield _MAYO[criterion.id], MAYO
    for name, score in smm:
        for criterion in score.criteria if score.applicable else ():
            if criterion.state is Truth.UNKNOWN and criterion.id in _SMM:
                yield _SMM[criterion.id], name


def _open_amyloidosis(evidence: Evidence) -> Iterator[tuple[str, str]]:
    if evidence.chains.abnormal.truth is Truth.MET:
        for code in ("nt_probnp", "uacr"):
            if not evidence.view.latest(code):
                yield code, AMYLOIDOSIS
    if evidence.amyloid.unsettled:
        yield from ((value.code, AMYLOIDOSIS) for value in evidence.amyloid.criterion.inputs)


def _kidney(mgrs: Mgrs) -> list[str]:
    """Ask for what MGRS-PROMPT lacks; where it is met, how much of the protein is albumin."""
    if any(note.code == "mgrs_albumin_open" for note in mgrs.reasons):
        return ["uacr"]
    if mgrs.suspected is not Truth.UNKNOWN or mgrs.lesion is not None:
        return []
    parts = [part for prompt in mgrs.criteria if prompt.id == KIDNEY for part in prompt.criteria]
    open_ = [part for part in parts if part.state is Truth.UNKNOWN]
    asked = [_KIDNEY[part.id] for part in open_ if part.note == MISSING.note]
    once = any(part.note is not None and part.note.code == "proteinuria_once" for part in open_)
    return [*(["urine_protein_24h"] if once else []), *asked]


def _codes(evidence: Evidence, fact: str) -> list[str]:
    if fact == "organ":
        return [code for x in evidence.organs for code in _organ_codes(x)]
    if fact == "bone" and _asks_cause(evidence.bone):
        return ["attribution_bone"]
    if fact == "tumour" and not evidence.tumours.unproven:
        return ["bone_lytic_ct"]
    if fact == "event_without_clone" or (fact == "slim_flc" and evidence.ratio_far):
        return [f"flc_{evidence.chains.involved}"]
    if fact == "ratio" and evidence.chains.involved and evidence.chains.ratios:
        return [f"flc_{evidence.chains.involved}"]  # MGUS-LC-DX: is that chain above its range?
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
