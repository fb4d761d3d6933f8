"""Gather the other end-points of the current line: those that hold, or may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.rulesets.myeloma.response.aggressive import (
    aggressive,
    biochemical,
    progressing,
)
from desktop_app.domain.rulesets.myeloma.response.clinical_relapse import clinical_relapse
from desktop_app.domain.rulesets.myeloma.response.escape import escape, significant
from desktop_app.domain.rulesets.myeloma.response.residual import relapses, residual_disease
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.domain.conclusions import Criterion
    from desktop_app.domain.criteria.evidence import Evidence
    from desktop_app.domain.rulesets.myeloma.response.timeline import LineCourse


def endpoints(evidence: Evidence, course: LineCourse) -> tuple[Criterion, ...]:
    """Give the end-points of a line that are met or left open by what is recorded."""
    return tuple(x for x in _all(evidence, course) if x.state is not Truth.NOT_MET)


def _all(evidence: Evidence, course: LineCourse) -> Iterator[Criterion]:
    view = evidence.view
    clinical = clinical_relapse(view, course)
    escaped, rising = escape(course), significant(course)
    yield clinical
    yield from relapses(view, course, clinical)
    yield from residual_disease(view, course)
    yield biochemical(evidence, course)
    yield rising
    relapsing = Truth.MET in (clinical.state, rising.state, escaped.state)
    if relapsing or progressing(course):
        yield aggressive(view, course, clinical, escaped)
    yield escaped
