"""Compare what was concluded of a patient with what the rules in force conclude of the same facts.

Nothing is rewritten: a stored assessment stays as it was concluded, and this says who would stand
elsewhere today.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import RulePack

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Assessment

# What makes up the group of a patient; the rest of a standing is when to come back.
_GROUP = frozenset({"category", "status", "possible", "model", "groups"})


@dataclass(frozen=True, slots=True)
class Standing:
    """Hold what lists say of a patient: all codes, intervals in months.

    ``model`` is the risk model that leads, ``group`` its group if settled, ``groups`` all that are
    possible.
    """

    category: str | None
    status: str
    possible: tuple[str, ...]
    model: str | None
    group: str | None
    groups: tuple[str, ...]
    interval_months: tuple[int, int] | None
    refer: bool


def standing(assessment: Assessment) -> Standing:
    """Give what lists say of an assessment."""
    diagnosis, follow_up = assessment.diagnosis, assessment.follow_up
    score = assessment.leading_score
    return Standing(
        diagnosis.category,
        diagnosis.status,
        diagnosis.possible,
        next((name for name, each in assessment.scores if each.applicable), None),
        score.group,
        score.possible_groups,
        follow_up.interval_months,
        follow_up.refer,
    )


@dataclass(frozen=True, slots=True)
class Drift:
    """Hold one patient of whom the rules in force say something else than was concluded.

    ``made_by`` are the rules of the stored conclusion; ``same_rules`` tells that they are those in
    force, so that not a rule but the person's data or the clinic's own settings were changed since.
    """

    patient_id: int
    record_number: str
    name: str
    as_of: date
    before: Standing
    after: Standing
    made_by: RulePack
    same_rules: bool

    @property
    def changed(self) -> tuple[str, ...]:
        """Name the fields of the standing that differ."""
        return tuple(
            field.name
            for field in fields(Standing)
            if field.name != "group"  # a settled group is told by the possible ones
            and getattr(self.before, field.name) != getattr(self.after, field.name)
        )

    @property
    def regroups(self) -> bool:
        """Tell whether the patient would change group, not only the interval."""
        return bool(_GROUP.intersection(self.changed))


@dataclass(frozen=True, slots=True)
class DriftReport:
    """Hold everybody who would stand elsewhere under the rules in force.

    ``total`` counts the patients of the record, ``compared`` those with a stored assessment that
    was compared; ``unreadable`` numbers those whose stored assessment cannot be read. A report that
    was ``cancelled`` speaks only of those compared until then.
    """

    rule_pack: RulePack
    total: int
    compared: int
    drifts: tuple[Drift, ...] = ()
    unreadable: tuple[int, ...] = ()
    cancelled: bool = False
