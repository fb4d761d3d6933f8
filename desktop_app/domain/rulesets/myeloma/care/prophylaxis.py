"""List what is to be done before and on treatment (INF-2022, BONE-2021, VTE, pregnancy)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Diagnosis, Score, WorkupItem
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.criteria.treatment_lines import CountedLine


def prophylaxis(
    evidence: Evidence,
    diagnosis: Diagnosis,
    lines: tuple[CountedLine, ...],
    scores: tuple[tuple[str, Score], ...],
) -> tuple[WorkupItem, ...]:
    """Give the list: done, old or due, each with its rule and its reason."""
    del evidence, diagnosis, lines, scores
    return ()
