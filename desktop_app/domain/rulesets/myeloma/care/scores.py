"""Give the scores of care that concern the patient: frailty and thrombosis, as information."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.rulesets.myeloma.care.current import concerned, current
from desktop_app.domain.rulesets.myeloma.care.frailty import FRAILTY, frailty
from desktop_app.domain.rulesets.myeloma.care.thrombosis import (
    IMPEDE,
    PRISM,
    SAVED,
    impede,
    prism,
    saved,
)

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Diagnosis, Score
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.criteria.treatment_lines import CountedLine


def care_scores(
    evidence: Evidence, diagnosis: Diagnosis, lines: tuple[CountedLine, ...]
) -> tuple[tuple[str, Score], ...]:
    """Give the scores by rule ID; none where neither myeloma nor an IMiD concerns the patient."""
    now = current(lines)
    if not concerned(diagnosis, lines, now):
        return ()
    view = evidence.view
    return (
        (FRAILTY.id, frailty(view)),
        (IMPEDE.id, impede(view, now)),
        (SAVED.id, saved(view, now)),
        (PRISM.id, prism(view, now)),
    )
