"""Look up the rules behind a conclusion, and tell which of them await verification."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from desktop_app.domain.rulepack import rules

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Criterion, Score
    from desktop_app.domain.criterion import Rule

UNVERIFIED = "unverified"  # the rule book's status of what was not checked against its source


def awaits(criterion: Criterion) -> bool:
    """Tell whether the rule of a criterion awaits verification."""
    return criterion.status == UNVERIFIED


def score_awaits(score: Score) -> bool:
    """Tell whether a factor of a model awaits verification."""
    return any(awaits(criterion) for criterion in score.criteria)


def rule_awaits(rule: str) -> bool:
    """Tell whether a rule awaits verification, where only its ID is known."""
    found = rule_of(rule)
    return found is not None and found.status == UNVERIFIED


def rule_of(rule: str) -> Rule | None:
    """Give the rule of an ID, if it stands in code."""
    return _rules().get(rule)


@lru_cache(maxsize=1)
def _rules() -> dict[str, Rule]:
    return {rule.id: rule for rule in rules()}
