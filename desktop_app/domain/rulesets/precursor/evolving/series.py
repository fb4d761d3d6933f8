"""Gather the analytes that the definitions of evolving disease follow, each once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.criteria.evidence import Evidence
from desktop_app.domain.criteria.immunoparesis import IMMUNOGLOBULINS
from desktop_app.domain.criteria.light_chain_course import (
    DIFFERENCE,
    INVOLVED_RATIO,
    ChainCourses,
    chain_courses,
)
from desktop_app.domain.criteria.light_chains import Sample, all_samples
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.policy import Policy
from desktop_app.domain.rulesets.precursor.evolving.samples import Followed, computed, followed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.domain.trend import Course

# The definitions were made from the diagnosis of smouldering myeloma on.
SMOULDERING = ("smm", "smm_light_chain")


@dataclass(frozen=True, slots=True)
class Series:
    """Hold what is followed; None where it was never measured as a number.

    ``immunoglobulins`` are those of the involved heavy chains, each its own series (M-METHOD).
    """

    evidence: Evidence
    policy: Policy
    diagnosed: PartialDate | None
    m: Followed | None
    immunoglobulins: tuple[Followed, ...]
    hemoglobin: Followed | None
    creatinine: Followed | None
    ratio: Followed | None
    difference: Followed | None
    samples: tuple[Sample, ...]
    light: ChainCourses


def gather_series(evidence: Evidence, courses: Iterable[Course], policy: Policy) -> Series:
    """Take the courses up to the day of the view, and compute those that no laboratory reports."""
    view, chains = evidence.view, evidence.chains
    diagnosed = _diagnosed(evidence)
    by_code = {course.code: course for course in courses}
    samples = all_samples(view)
    involved = None if chains.conflict else chains.involved
    light = chain_courses(view, samples, involved) if involved else ChainCourses()

    def of(code: str, unit: str | None = None) -> Followed | None:
        course = by_code.get(code)
        return None if course is None else followed(view, course, diagnosed, unit)

    found = (of(code, "g/dL") for code in involved_immunoglobulins(evidence))
    return Series(
        evidence,
        policy,
        diagnosed,
        of("serum_m_protein", "g/dL"),
        tuple(x for x in found if x is not None),
        of("hemoglobin", "g/dL"),
        of("creatinine"),
        computed(view, INVOLVED_RATIO, light.ratios, diagnosed),
        computed(view, DIFFERENCE, light.differences, diagnosed),
        samples,
        light,
    )


def involved_immunoglobulins(evidence: Evidence) -> tuple[str, ...]:
    """Give the codes of the immunoglobulins whose heavy chain the clone has."""
    heavy = evidence.chains.clone.heavy
    return tuple(code for chain, code in IMMUNOGLOBULINS.items() if chain in heavy)


def _diagnosed(evidence: Evidence) -> PartialDate | None:
    """Give when smouldering myeloma was diagnosed, else the earliest dated diagnosis."""
    dated = [(x.diagnosis, x.date) for x in evidence.view.history() if x.date is not None]
    days = [day for name, day in dated if name in SMOULDERING] or [day for _, day in dated]
    return min(days, key=lambda day: (day.first, day.last), default=None)
