"""Give the reminders that emm2025 reports (REC-EMM-*): never an order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Criterion, Diagnosis
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.myeloma_conclusions import Myeloma


def reminders(evidence: Evidence, diagnosis: Diagnosis, picture: Myeloma) -> tuple[Criterion, ...]:
    """Give the reminders that apply or may apply; ``picture`` is what was concluded before."""
    del evidence, diagnosis, picture
    return ()
