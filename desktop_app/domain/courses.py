"""Find the course of any code of a record, also of those derived from light chains and grades."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.domain.catalogue import Catalogue
from desktop_app.domain.light_chain_series import CHAINS, COMPUTED, light_chain_series
from desktop_app.domain.onls_series import onls_totals
from desktop_app.domain.policy import PUBLISHED, Policy
from desktop_app.domain.record import Result
from desktop_app.domain.rulesets.poems.response.neurologic import ARM, TOTAL
from desktop_app.domain.trend import Course, course_among, diagnosis_day

if TYPE_CHECKING:
    from desktop_app.domain.record import PatientRecord


@dataclass(frozen=True, slots=True)
class Courses:
    """Hold a record's results by code, those derived for display among them.

    ``involved`` is the chain of the clone, ``kappa`` or ``lambda``, where it is known.
    """

    as_of: date
    catalogue: Catalogue
    policy: Policy
    diagnosed: date | None
    involved: str | None
    results: Mapping[str, Sequence[Result]]
    computed: frozenset[Result]  # what no laboratory reported

    @classmethod
    def of(
        cls, record: PatientRecord, as_of: date, catalogue: Catalogue, policy: Policy = PUBLISHED
    ) -> Courses:
        """Index a record as of a day; ``policy`` sets what counts as noise."""
        light = light_chain_series(record, as_of, catalogue)
        by_code: dict[str, list[Result]] = {}
        for result in record.results:
            by_code.setdefault(result.code, []).append(result)
        for code, derived in light.results.items():
            by_code.setdefault(code, []).extend(derived)
        totals = onls_totals(record, as_of, catalogue)
        if totals:
            by_code.setdefault(TOTAL, []).extend(totals)
        computed = (*totals, *(x for code in COMPUTED for x in light.results.get(code, ())))
        diagnosed = diagnosis_day(record, as_of)
        return cls(
            as_of, catalogue, policy, diagnosed, light.involved, by_code, frozenset(computed)
        )

    def course(self, code: str) -> Course | None:
        """Give the course of a code up to the day, or None if it has no value until then."""
        found = self.results.get(code, ())
        return course_among(code, found, self.as_of, self.catalogue, self.diagnosed, self.policy)

    def entered_as(self, course: Course) -> str:
        """Give the code whose values one corrects in order to correct a course's latest value."""
        if course.latest.result in self.computed:
            if course.code == TOTAL:
                return ARM
            return CHAINS[self.involved or "kappa"]
        return course.measured
