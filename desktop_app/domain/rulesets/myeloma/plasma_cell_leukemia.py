"""Judge plasma cell leukaemia under each definition by its name (PCL-*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Diagnosis
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.myeloma_conclusions import PlasmaCellLeukemia


def plasma_cell_leukemia(evidence: Evidence, diagnosis: Diagnosis) -> PlasmaCellLeukemia | None:
    """Give the answer of each definition; None where no plasma cells of the blood are recorded."""
    del evidence, diagnosis
    return None
