"""Name the keys of the parts that recur all over the assessment file: traces, scores, tests."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NotRequired

from pydantic import ConfigDict, with_config
from typing_extensions import TypedDict


@with_config(ConfigDict(extra="forbid"))
class Open(TypedDict):
    """A part of the contract that is not concluded: an empty object, and nothing else."""


class Input(TypedDict):
    """One value that a criterion used, as it was reported: number, word, list or object."""

    code: str
    value: Any
    unit: str | None
    date: str | None
    comparator: NotRequired[str]


class Criterion(TypedDict):
    """One row of a trace; its parts follow it in the list and are named here by their IDs."""

    id: str
    state: str
    inputs: list[Input]
    threshold: str | None
    source: str | None
    status: str | None
    note: str | None
    parts: list[str]


class RiskFigure(TypedDict):
    """One printed risk of a group: percent within a horizon, with or without competing death."""

    horizon_months: int
    percent: Decimal
    kind: str
    competing_risk: bool
    source: str
    group: str
    confidence_interval: tuple[Decimal, Decimal] | None


class MedianTime(TypedDict):
    """The printed median months until progression of a group."""

    months: Decimal
    source: str
    group: str


class Score(TypedDict):
    """A score with the range and the groups that are still possible."""

    applicable: bool
    reason: str | None
    score: int | None
    score_range: tuple[int, int] | None
    group: str | None
    possible_groups: list[str]
    risks: list[RiskFigure]
    criteria: list[Criterion]
    median_times: list[MedianTime]
    notes: list[str]


class WorkupItem(TypedDict):
    """One test of the work-up: done, old or due."""

    item: str
    state: str
    rule: str
    codes: list[str]
    date: str | None
    reason: str | None
