"""Type the lesions outside the marrow and follow them over time (EMD-LESION, EMD-CLASS)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Diagnosis
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.criteria.treatment_lines import CountedLine
    from desktop_app.domain.myeloma_conclusions import Extramedullary


def extramedullary(
    evidence: Evidence, diagnosis: Diagnosis, lines: tuple[CountedLine, ...]
) -> Extramedullary | None:
    """Give the class, the sites and the course; None where it does not concern the patient."""
    del evidence, diagnosis, lines
    return None
