"""Name the entries of the conflict ledger that touch what is shown of a patient."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.conclusions import Criterion, Mgrs, Score
    from desktop_app.domain.criteria.evidence import Evidence

# What is said of a category, of a risk group, of a model, of the kidneys, of early treatment.
MGUS = ("C-MGUS-RATE", "C-MGUS-OS", "C-MGUS-6MO", "C-KYLE-30Y", "C-PREVALENCE")
SMM = ("C-SMM-ROW", "C-SMM-10Y", "C-FU-SMM", "C-FU-OBS")
SMM_MODELS = ("C-LAKSHMAN", "C-IMWG-FISH", "C-IMWG-RISK", "C-IMWG-LABEL")
GROUPS = {
    "low": "C-LOWRISK-SHARE",
    "low_intermediate": "C-MGUS-MARROW",
    "high_intermediate": "C-MGUS-MARROW",
    "high": "C-MGUS-HIGH",
}
EARLY_TREATMENT = (
    *("C-E3A06-POP", "C-E3A06-TOX", "C-E3A06-FIRST", "C-GEMCESAR", "C-ASCT-ROUTE"),
    *("C-LEN-IND", "C-LEN-RENAL", "C-LEN-VTE", "C-LEN-CBC"),
)
KIDNEYS = ("C-MGRS-NAME", "C-MGRS-TRIGGER", "C-MGRS-TREAT")


def conflicts(
    evidence: Evidence,
    named: str | None,
    scores: tuple[Score, Score],
    kidneys: Mgrs,
    early_treatment: tuple[Criterion, ...],
) -> tuple[str, ...]:
    """Give the entries of the ledger that touch what is shown of this patient.

    Args:
        evidence: the criteria of the record.
        named: the category, confirmed or presumed, or None.
        scores: the Mayo MGUS score and Mayo 20/2/20.
        kidneys: what is said of MGRS.
        early_treatment: what is said of early treatment, empty where nothing is.
    """
    mgus, smm = scores
    found: list[str] = []
    if named is not None and named.startswith("mgus"):
        found += MGUS
    if mgus.applicable:
        found.append("C-ISOTYPE")
        found += [GROUPS[mgus.group]] if mgus.group else []
    found += _of_criteria(evidence)
    if named == "smm":
        found += SMM
    if smm.applicable:
        found += SMM_MODELS
    if early_treatment:
        found += EARLY_TREATMENT
    if kidneys.suspected is Truth.MET or kidneys.lesion is not None:
        found += KIDNEYS
    return tuple(found)


def _of_criteria(evidence: Evidence) -> Iterator[str]:
    """Give the entries about criteria that are met or open on a value."""
    for criterion, entry in (
        (evidence.calcium, "C-CRAB-CA"),
        (evidence.hemoglobin, "C-CRAB-HB"),
        (evidence.renal, "C-CRAB-RENAL"),
        (evidence.bone, "C-CRAB-BONE"),
        (evidence.slim_mri, "C-SLIM-PET"),
    ):
        if criterion.state is not Truth.NOT_MET and criterion.inputs:
            yield entry
    lesions = evidence.view.latest_finding("mri_focal_lesions")
    if lesions is not None and isinstance(lesions.value, Mapping) and lesions.value["count"] == 1:
        yield "C-MRI-ONE"
    if Truth.MET in (evidence.slim_flc.state, evidence.marrow.sixty):
        yield "C-SLIM-SMM"
    if evidence.view.latest("circulating_plasma_cells_absolute"):
        yield "C-PC-CIRC"
