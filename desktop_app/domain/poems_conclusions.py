"""Hold what an assessment says of POEMS syndrome: tier, criteria, care, and the five axes.

As in ``conclusions`` nothing is translated. Days are texts as entered, since they may be partial.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.conclusions import Criterion, Input, Note, Score, WorkupItem
from desktop_app.domain.truth import Truth


@dataclass(frozen=True, slots=True)
class PoemsTier:
    """Hold the tier of POEMS-TIER with every criterion, and the tests that come next.

    ``met`` is POEMS-DX, ``since`` the first day on which it was; ``blocks`` are the states of
    neuropathy, clone, majors and minors as POEMS-TIER reads them. ``flags`` are what must be said
    beside it, such as a weak clone or a VEGF to be repeated; ``opened`` is why the panel opened.
    """

    tier: str
    met: Truth = Truth.UNKNOWN
    since: str | None = None
    blocks: tuple[tuple[str, str], ...] = ()
    criteria: tuple[Criterion, ...] = ()
    next_tests: tuple[str, ...] = ()
    flags: tuple[Note, ...] = ()
    opened: Note | None = None
    castleman: Truth = Truth.UNKNOWN
    tafro_suspected: Truth = Truth.UNKNOWN
    settled: bool = False  # met before, or in the history
    unusual: tuple[Note, ...] = ()  # what makes it atypical


@dataclass(frozen=True, slots=True)
class WatchedSeries:
    """Hold one row of POEMS-FU: how often now, when it was last done, when it falls due.

    ``phase`` is ``on_therapy``, ``early`` (years 1 and 2) or ``late``; ``months`` None where the
    row is told in words only. ``alert`` is what the last values raise.
    """

    series: str
    phase: str
    codes: tuple[str, ...]
    words: Note
    months: tuple[int, int] | None = None
    last: str | None = None
    due: str | None = None
    alert: Note | None = None


@dataclass(frozen=True, slots=True)
class AxisPoint:
    """Hold what one axis says on one day; ``possible`` are the levels that its unknowns leave."""

    date: str
    category: str
    possible: tuple[str, ...] = ()
    confirmed: bool = True
    boundary: bool = False
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class ResponseAxis:
    """Hold one axis of the response in the current line (RESP-POEMS-*).

    ``axis`` is hematologic, vegf, radiologic, clinical or neurologic. ``evaluable`` tells whether
    its levels can be judged against a baseline, ``reason`` why not. ``presets`` are what other
    sets of criteria say, by their name.
    """

    axis: str
    evaluable: bool
    reason: Note | None = None
    baseline: Input | None = None
    nadir: Input | None = None
    value: Input | None = None
    current: str | None = None
    possible: tuple[str, ...] = ()
    confirmed: bool = True
    pending: bool = False
    boundary: bool = False
    best: str | None = None
    best_on: str | None = None
    timeline: tuple[AxisPoint, ...] = ()
    presets: tuple[tuple[str, str], ...] = ()
    criteria: tuple[Criterion, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class PoemsResponse:
    """Hold the five axes side by side, with no composite; ``line`` is the line of therapy.

    ``flags`` are RESP-POEMS-FLAG, ``banners`` RESP-POEMS-LAG.
    """

    line: int | None
    preset: str
    axes: tuple[ResponseAxis, ...]
    start: str | None = None
    flags: tuple[Note, ...] = ()
    banners: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Poems:
    """Hold the whole picture of POEMS; empty where a part does not apply.

    ``workup`` is table 1 (POEMS-WORKUP), ``watch`` POEMS-FU, ``adverse`` the unweighted list,
    ``treatment`` the prompts of POEMS-TX: information, never an order.
    """

    tier: PoemsTier
    pumch: Score | None = None
    adverse: tuple[Criterion, ...] = ()
    workup: tuple[WorkupItem, ...] = ()
    watch: tuple[WatchedSeries, ...] = ()
    treatment: tuple[Criterion, ...] = ()
    differential: tuple[Criterion, ...] = ()
    others: tuple[Criterion, ...] = ()  # POEMS-ALT-CHIBA and what else is only displayed
    response: PoemsResponse | None = None

    @property
    def workup_done(self) -> tuple[int, int]:
        """Count the tests that are done, of those that are asked of everybody and have a field."""
        asked = [x for x in self.workup if x.codes and not _conditional(x)]
        return sum(x.state == "done" for x in asked), len(asked)


def _conditional(item: WorkupItem) -> bool:
    return item.reason is not None and item.reason.code == "workup_conditional"
