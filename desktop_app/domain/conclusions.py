"""Hold what an assessment says: the shapes of the contract's assessment file.

Nothing here is translated: messages and notes are codes with values, put into words later.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    # The modules name each other; nothing here is evaluated.
    from desktop_app.domain.myeloma_conclusions import Myeloma  # noqa: TC004
    from desktop_app.domain.poems_conclusions import Poems  # noqa: TC004


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
    """Hold the category, or None, and every category that the known facts allow.

    ``since`` is the first day on which the record itself met MM-DX; None where it never did, or
    where myeloma stands in the history; ``met`` is that day also beside a history, unless it is
    later than that or than a treatment. ``smouldering`` is the first day on which smouldering
    myeloma was certain before an event came up; it is not looked for without one.
    """

    category: str | None
    possible: tuple[str, ...]
    status: str
    criteria: tuple[Criterion, ...] = ()
    notes: tuple[Note, ...] = ()
    since: date | None = None
    smouldering: date | None = None
    met: date | None = None


@dataclass(frozen=True, slots=True)
class RiskFigure:
    """Hold one printed risk: percent within a horizon, whether death competes, and its source."""

    horizon_months: int
    percent: Decimal
    kind: str
    competing_risk: bool
    source: str
    group: str
    low: Decimal | None = None  # of the 95 % confidence interval, where one is printed
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class MedianTime:
    """Hold the printed median months until progression of a group, and its source."""

    months: Decimal
    source: str
    group: str


@dataclass(frozen=True, slots=True)
class Score:
    """Hold a score as a range with the groups that are still possible.

    A model that only sorts into groups has no ``score``; ``medians`` are what it prints as times,
    ``notes`` what else must be said of the model.
    """

    applicable: bool
    reason: Note | None = None
    score: int | None = None
    score_range: tuple[int, int] | None = None
    group: str | None = None
    possible_groups: tuple[str, ...] = ()
    risks: tuple[RiskFigure, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    medians: tuple[MedianTime, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def telling(self) -> bool:
        """Tell whether one group is left, or half of the items are known: else it says nothing."""
        known = sum(x.state is not Truth.UNKNOWN for x in self.criteria)
        return self.group is not None or known >= len(self.criteria) - known


@dataclass(frozen=True, slots=True)
class Schedule:
    """Hold what one source, or the clinic, proposes as interval; ``words`` where it is no number.

    ``rule`` is the rule ID, ``by`` the source's key or ``clinic``.
    """

    rule: str
    by: str
    interval_months: tuple[int, int] | None = None
    words: Note | None = None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Hold the interval in months, the day it falls due, and why.

    ``schedule`` is what the interval follows; ``beside`` what others propose for the same state.
    """

    interval_months: tuple[int, int] | None = None
    next_due: date | None = None
    tests: tuple[str, ...] = ()
    refer: bool = False
    reasons: tuple[Note, ...] = ()
    schedule: Schedule | None = None
    beside: tuple[Schedule, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkupItem:
    """Hold one test of the work-up: whether it was done, is due or is old, and which rule asks.

    ``state`` is ``done``, ``old`` or ``due``; ``codes`` are the entries of which one answers it.
    """

    item: str
    state: str
    rule: str
    codes: tuple[str, ...] = ()
    on: str | None = None
    reason: Note | None = None


@dataclass(frozen=True, slots=True)
class Mgrs:
    """Hold whether a kidney disease caused by the clone is suspected, and what follows.

    ``biopsy_advised`` is a prompt to consider a biopsy, never an order; ``lesion`` is what a
    biopsy found.
    """

    suspected: Truth = Truth.UNKNOWN
    reasons: tuple[Note, ...] = ()
    biopsy_advised: bool = False
    lesion: str | None = None
    criteria: tuple[Criterion, ...] = ()


@dataclass(frozen=True, slots=True)
class NearestChange:
    """Hold which single value would move a model to another group, and how far it is from that.

    ``distance_percent`` is the change needed relative to the value now; None for a yes-or-no fact.
    """

    model: str
    criterion: str
    code: str
    to_group: str
    value: str | None = None
    threshold: str | None = None
    distance_percent: Decimal | None = None


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

    @property
    def text(self) -> str:
        """Give the number with its comparator."""
        return f"{self.comparator or ''}{self.value:f}"


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
class Evolving:
    """Hold what one published definition of evolving disease says of the series.

    ``confirmed`` only once a sample four weeks later or more agrees; ``beyond_noise`` is None
    where no noise is published or a value is censored. Values stand in ``unit`` of ``code``.
    """

    definition: str
    state: Truth
    confirmed: bool = False
    code: str = ""
    unit: str = ""
    baseline: SeriesPoint | None = None
    value: SeriesPoint | None = None
    change_absolute: Decimal | None = None
    change_percent: Decimal | None = None
    beyond_noise: bool | None = None
    criteria: tuple[Criterion, ...] = ()
    notes: tuple[Note, ...] = ()


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
    other_models: tuple[tuple[str, Score], ...] = ()  # by rule ID, only those that apply
    fitting_model: str | None = None  # MODEL-CHOICE: the contract's name of the score
    nearest: tuple[NearestChange, ...] = ()
    flc_ranges: tuple[Criterion, ...] = ()
    evolving: tuple[Evolving, ...] = ()
    mgrs: Mgrs = Mgrs()
    workup: tuple[WorkupItem, ...] = ()
    early_treatment: tuple[Criterion, ...] = ()
    myeloma: Myeloma | None = None  # where nothing speaks of myeloma
    poems: Poems | None = None  # where nothing opens the panel

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
