"""Hold what an assessment says: the shapes of the contract's assessment file.

Nothing here is translated: messages and notes are codes with values, put into words later.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop_app.domain.truth import Truth


@dataclass(frozen=True, slots=True)
class Note:
    """Name a sentence of ``resources/wording`` and the values for its holes."""

    code: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Input:
    """Name one value that a criterion used, as it was reported."""

    code: str
    value: object
    unit: str | None = None
    date: str | None = None
    comparator: str | None = None


@dataclass(frozen=True, slots=True)
class Criterion:
    """Hold one row of the trace: a rule, its answer, what it saw, and its parts."""

    id: str
    state: Truth
    inputs: tuple[Input, ...] = ()
    threshold: str | None = None
    source: str | None = None
    status: str | None = None
    note: Note | None = None
    criteria: tuple[Criterion, ...] = ()


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Hold the category, or None, and every category that the known facts allow."""

    category: str | None
    possible: tuple[str, ...]
    status: str
    criteria: tuple[Criterion, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class RiskFigure:
    """Hold one printed risk: percent within a horizon, whether death competes, and its source."""

    horizon_months: int
    percent: Decimal
    kind: str
    competing_risk: bool
    source: str
    group: str


@dataclass(frozen=True, slots=True)
class Score:
    """Hold a score as a range with the groups that are still possible."""

    applicable: bool
    reason: Note | None = None
    score: int | None = None
    score_range: tuple[int, int] | None = None
    group: str | None = None
    possible_groups: tuple[str, ...] = ()
    risks: tuple[RiskFigure, ...] = ()
    criteria: tuple[Criterion, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Hold the interval in months, the day it falls due, and why."""

    interval_months: tuple[int, int] | None = None
    next_due: date | None = None
    tests: tuple[str, ...] = ()
    refer: bool = False
    reasons: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Alert:
    """Hold something that the doctor should see: info, warning or critical."""

    id: str
    level: str
    message: Note
    criteria: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Missing:
    """Name a test that would settle open conclusions."""

    code: str
    settles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """Hold one point of a series as reported."""

    date: str
    value: Decimal
    comparator: str | None = None


@dataclass(frozen=True, slots=True)
class SeriesSummary:
    """Hold baseline, nadir and latest of one analyte in one unit, and the change against each.

    A change is None where a value is censored, a percent also where the base is zero.
    """

    code: str
    unit: str
    baseline: SeriesPoint
    nadir: SeriesPoint
    latest: SeriesPoint
    change_from_baseline: Decimal | None
    change_percent_from_baseline: Decimal | None
    change_from_nadir: Decimal | None
    change_percent_from_nadir: Decimal | None
    slope_per_year: Decimal | None
    doubling_time_days: int | None
    laboratory_changes: tuple[str, ...] = ()
    converted: bool = False  # a value was converted by a factor, for display


@dataclass(frozen=True, slots=True)
class RulePack:
    """Name the rules that were used: version and hash of their content."""

    version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """Hold everything concluded of one record on one day."""

    as_of: date
    rule_pack: RulePack
    diagnosis: Diagnosis
    mayo_mgus: Score
    follow_up: FollowUp
    alerts: tuple[Alert, ...] = ()
    missing: tuple[Missing, ...] = ()
    conflicts: tuple[str, ...] = ()
    series: tuple[SeriesSummary, ...] = ()
    quality: tuple[Note, ...] = ()
    mayo_20_2_20: Score = Score(applicable=False)
    imwg_2020_factors: Score = Score(applicable=False)
    imwg_2020_points: Score = Score(applicable=False)

    @property
    def leading_score(self) -> Score:
        """Give the first model that applies, which lists show; the MGUS score where none does."""
        return next((score for _, score in self.scores if score.applicable), self.mayo_mgus)

    @property
    def scores(self) -> tuple[tuple[str, Score], ...]:
        """Give every risk model by the contract's name."""
        return (
            ("mayo_mgus", self.mayo_mgus),
            ("mayo_20_2_20", self.mayo_20_2_20),
            ("imwg_2020_factors", self.imwg_2020_factors),
            ("imwg_2020_points", self.imwg_2020_points),
        )
