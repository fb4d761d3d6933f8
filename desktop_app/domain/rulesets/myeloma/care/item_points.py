"""Add the points of a score whose items may be missing: every total that they allow."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import Criterion, Input, Note, RiskFigure, Score
from desktop_app.domain.criterion import Rule
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop_app.domain.view import RecordView

KIND = "venous_thrombosis"


@dataclass(frozen=True, slots=True)
class PointModel:
    """Hold a score: its groups, the highest total of each but the last, and the printed risks.

    ``months`` is the horizon of the risks in percent, one for each group; none where none is
    printed.
    """

    source: str
    groups: tuple[str, ...]
    ends: tuple[int, ...]
    months: int | None = None
    percents: tuple[Decimal, ...] = ()

    def scored(self, items: Iterable[Item], notes: tuple[Note, ...] = ()) -> Score:
        """Give the range of the totals with the groups that they reach."""
        members = tuple(items)
        totals = {sum(chosen) for chosen in product(*(each.points for each in members))}
        low, high = min(totals), max(totals)
        places = sorted({sum(total > end for end in self.ends) for total in totals})
        groups = tuple(self.groups[place] for place in places)
        return Score(
            applicable=True,
            score=low if low == high else None,
            score_range=(low, high),
            group=groups[0] if len(groups) == 1 else None,
            possible_groups=groups,
            risks=self._risks(places),
            criteria=tuple(each.told() for each in members),
            notes=notes,
        )

    def _risks(self, places: list[int]) -> tuple[RiskFigure, ...]:
        if self.months is None:
            return ()
        return tuple(
            RiskFigure(
                self.months,
                self.percents[place],
                KIND,
                competing_risk=False,
                source=self.source,
                group=self.groups[place],
            )
            for place in places
        )


@dataclass(frozen=True, slots=True)
class Item:
    """Hold one item of a score with every number of points that it may have, the least first."""

    rule: Rule
    points: tuple[int, ...]
    inputs: tuple[Input, ...] = ()

    def told(self) -> Criterion:
        """Put the item into the trace: met where it counts, whichever its sign."""
        first, *others = self.points
        state = Truth.UNKNOWN if others else Truth.of(bool(first))
        ends = dict.fromkeys((str(first), str(self.points[-1])))
        return self.rule.answer(state, self.inputs, Note("points", (("points", " / ".join(ends)),)))


def of_truth(rule: Rule, state: Truth, worth: int, inputs: tuple[Input, ...] = ()) -> Item:
    """Give an item that counts where something is met."""
    if state is Truth.UNKNOWN:
        return Item(rule, tuple(sorted((0, worth))), inputs)
    return Item(rule, (worth if state is Truth.MET else 0,), inputs)


def of_flag(view: RecordView, rule: Rule, code: str, worth: int) -> Item:
    """Give an item that a yes-or-no finding answers."""
    return of_truth(rule, Truth.of(view.flag(code)), worth, shown(view, code))


def of_choice(view: RecordView, rule: Rule, code: str, worth: Mapping[str, int]) -> Item:
    """Give an item that one of several words answers; any of them where none was said."""
    finding = view.latest_finding(code)
    if finding is None:
        return Item(rule, tuple(sorted(worth.values())), shown(view, code))
    return Item(rule, (worth[str(finding.value)],), shown(view, code))


def shown(view: RecordView, code: str) -> tuple[Input, ...]:
    """Give the latest answers of a finding for the trace."""
    return tuple(Input(x.code, x.value, None, x.date.text) for x in view.latest_findings(code))
