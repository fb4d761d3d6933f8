"""Say who fits the trials and labels of early treatment: information, never an order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.criteria.daratumumab import aquila
from desktop_app.domain.criteria.lenalidomide import lenalidomide

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.domain.conclusions import Criterion, Diagnosis
    from desktop_app.domain.criteria.evidence import Evidence

CATEGORIES = frozenset({"smm", "smm_light_chain"})


def early_treatment(
    evidence: Evidence, diagnosis: Diagnosis, first: date | None
) -> tuple[Criterion, ...]:
    """Judge ELIG-AQUILA and the LEN rules, only where smouldering myeloma is the diagnosis.

    Args:
        evidence: the criteria of the record.
        diagnosis: what was concluded, confirmed or presumed.
        first: the day of the first M-protein in the record.
    """
    if diagnosis.category not in CATEGORIES:
        return ()
    return (aquila(evidence, first), *lenalidomide(evidence))
