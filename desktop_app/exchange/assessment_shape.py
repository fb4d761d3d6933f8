"""Name the keys of the assessment file once: the writer is typed by them, the schema made of them.

More keys may come; none is renamed. Numbers are Decimal here and JSON numbers in the file.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NotRequired

from typing_extensions import TypedDict

from desktop_app.exchange.shape_myeloma import (
    Extramedullary,
    ImwgResponse,
    MyelomaCare,
    PlasmaCellLeukemia,
    Staging,
    TreatmentLine,
)
from desktop_app.exchange.shape_parts import Criterion, Open, Score, WorkupItem
from desktop_app.exchange.shape_poems import Humeniuk, Poems


class RulePack(TypedDict):
    """The rules that were used."""

    version: str
    sha256: str


class Diagnosis(TypedDict):
    """The category, or null, and every category that the known facts allow."""

    category: str | None
    possible: list[str]
    status: str
    criteria: list[Criterion]
    notes: list[str]


class OtherModel(Score):
    """A model that stands beside the leading ones, named by its rule ID."""

    model: str


class NearestChange(TypedDict):
    """The value or fact that would move a model to another group, and how far it is from that."""

    model: str
    criterion: str
    code: str
    to_group: str
    value: str | None
    threshold: str | None
    distance_percent: Decimal | None


class Risk(TypedDict):
    """The risk models, which of the leading ones fits, and what would change a group."""

    mayo_mgus: Score
    mayo_20_2_20: Score
    imwg_2020_factors: Score
    imwg_2020_points: Score
    pumch: Score
    fitting_model: str | None
    other_models: list[OtherModel]
    nearest_changes: list[NearestChange]
    flc_ranges: list[Criterion]


class SeriesPoint(TypedDict):
    """One value of a series."""

    date: str
    value: Decimal
    comparator: NotRequired[str]


class Series(TypedDict):
    """The course of one analyte in one unit; what cannot be calculated is null."""

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
    laboratory_changes: list[str]
    converted: bool


class Evolving(TypedDict):
    """What one published definition says: yes, no or unknown, and since which value."""

    definition: str
    state: str
    confirmed: bool
    code: str
    unit: str
    baseline: SeriesPoint | Open
    value: SeriesPoint | Open
    change_absolute: Decimal | None
    change_percent: Decimal | None
    beyond_noise: bool | None
    criteria: list[Criterion]
    notes: list[str]


class Mgrs(TypedDict):
    """Whether a kidney disease caused by the clone is suspected, and what a biopsy found."""

    suspected: str
    reasons: list[str]
    biopsy_advised: bool
    lesion: str | None
    criteria: list[Criterion]


class Schedule(TypedDict):
    """What one source, or the clinic, proposes as interval."""

    rule: str
    by: str
    interval_months: tuple[int, int] | None
    words: str | None


class FollowUp(TypedDict):
    """The interval in months, the day it falls due, and why."""

    interval_months: tuple[int, int] | None
    next_due: str | None
    tests: list[str]
    refer: bool
    reasons: list[str]
    schedule: Schedule | None
    beside: list[Schedule]


class Alert(TypedDict):
    """Something that the doctor should see."""

    id: str
    level: str
    message: str
    criteria: list[str]


class Missing(TypedDict):
    """A test that would settle open conclusions."""

    code: str
    settles: list[str]


class Response(TypedDict):
    """The response to treatment, by disease."""

    imwg: ImwgResponse | Open
    humeniuk: Humeniuk | Open


class AssessmentFile(MyelomaCare):
    """Everything concluded of one record on one day."""

    format: str
    as_of: str
    rule_pack: RulePack
    diagnosis: Diagnosis
    risk: Risk
    staging: Staging
    poems: Poems | Open
    extramedullary: Extramedullary | Open
    plasma_cell_leukemia: PlasmaCellLeukemia | Open
    mgrs: Mgrs
    series: list[Series]
    evolving: list[Evolving]
    response: Response
    treatment_lines: list[TreatmentLine]
    follow_up: FollowUp
    workup: list[WorkupItem]
    early_treatment: list[Criterion]
    alerts: list[Alert]
    missing: list[Missing]
    conflicts: list[str]
    data_quality: list[str]
