"""Say when smouldering myeloma ended, and how long it lasted (SMM-PROG)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Criterion, Diagnosis
    from desktop_app.domain.criteria.evidence import Evidence


def smm_end(evidence: Evidence, diagnosis: Diagnosis) -> Criterion | None:
    """Give the end of smouldering myeloma; None where there was none."""
    del evidence, diagnosis
    return None
