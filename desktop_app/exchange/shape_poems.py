"""Name the keys of what the assessment file says of POEMS."""

from __future__ import annotations

from typing_extensions import TypedDict

from desktop_app.exchange.shape_parts import Criterion, Input, Open, WorkupItem


class Remark(TypedDict):
    """A code of the rule book and what it says in the language asked for."""

    code: str
    message: str


class Blocks(TypedDict):
    """Neuropathy, clone, major and minor criteria as the tier reads them."""

    neuropathy: str
    clone: str
    majors: str
    minors: str


class WorkupCount(TypedDict):
    """How many of the tests that are asked of everybody are done."""

    done: int
    asked: int


class WatchedSeries(TypedDict):
    """One row of follow-up: how often now, when it was last done, when it falls due."""

    series: str
    phase: str
    codes: list[str]
    words: str
    interval_months: tuple[int, int] | None
    last: str | None
    due: str | None
    alert: str | None


class Poems(TypedDict):
    """The tier of POEMS with its trace, the tests that come next, and the care around it."""

    tier: str
    met: str
    since: str | None
    settled: bool
    tafro_suspected: str
    castleman_associated: str
    blocks: Blocks
    criteria: list[Criterion]
    next_tests: list[str]
    flags: list[Remark]
    unusual: list[Remark]
    opened: str | None
    adverse: list[Criterion]
    workup: list[WorkupItem]
    workup_count: WorkupCount
    watch: list[WatchedSeries]
    treatment: list[Criterion]
    differential: list[Criterion]
    others: list[Criterion]


class AxisPoint(TypedDict):
    """What an axis says on one day."""

    date: str
    category: str
    possible: list[str]
    confirmed: bool
    boundary: bool
    notes: list[str]


class Preset(TypedDict):
    """What another set of criteria says."""

    name: str
    category: str


class Axis(TypedDict):
    """One axis of the response; ``evaluable`` false says why in ``reason``."""

    evaluable: bool
    reason: str | None
    baseline: Input | Open
    nadir: Input | Open
    value: Input | Open
    current: str | None
    possible: list[str]
    confirmed: bool
    pending: bool
    boundary: bool
    best: str | None
    best_date: str | None
    timeline: list[AxisPoint]
    presets: list[Preset]
    criteria: list[Criterion]
    notes: list[str]


class Humeniuk(TypedDict):
    """The five axes side by side in the current line; there is no composite."""

    line: int | None
    start: str | None
    preset: str
    hematologic: Axis
    vegf: Axis
    radiologic: Axis
    clinical: Axis
    neurologic: Axis
    flags: list[Remark]
    banners: list[str]
