"""Score frailty and the risk of thrombosis (FRAIL-IMWG, VTE-*): information."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Diagnosis, Score
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.criteria.treatment_lines import CountedLine


def care_scores(
    evidence: Evidence, diagnosis: Diagnosis, lines: tuple[CountedLine, ...]
) -> tuple[tuple[str, Score], ...]:
    """Give the scores that concern the patient, by rule ID."""
    del evidence, diagnosis, lines
    return ()
