"""Stage myeloma by every system at the values of its diagnosis (MM-STAGE-BASE)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Diagnosis
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.myeloma_conclusions import Staging


def staging(evidence: Evidence, diagnosis: Diagnosis) -> Staging | None:
    """Give every stage as the set that the known facts allow; None where nothing can be staged."""
    del evidence, diagnosis
    return None
