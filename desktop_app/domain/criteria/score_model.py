"""Hold a printed risk model: its groups, with the risks and times that its source prints."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.domain.conclusions import MedianTime, Note, RiskFigure, Score
from desktop_app.domain.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.domain.conclusions import Criterion
    from desktop_app.domain.criteria.applicability import Reserve

# Derived before 2014, when SLiM-CRAB took part of the people measured into myeloma.
HISTORIC = Note("before_slim_crab")


@dataclass(frozen=True, slots=True)
class Percent:
    """Hold a printed percentage, with its 95 % confidence interval where one is printed."""

    value: Decimal
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """Hold one printed column of risks: horizon, people measured, one place for each group.

    A place is None where the source prints nothing for the group.
    """

    months: int
    source: str
    percents: tuple[Percent | None, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """Hold a model under its rule ID, or the contract's name of a leading one.

    ``medians`` are the printed median months until progression of ``source``, group by group;
    ``notes`` is what must always be said of the model.
    """

    id: str
    source: str
    groups: tuple[str, ...]
    columns: tuple[Column, ...] = ()
    medians: tuple[Decimal | None, ...] = ()
    notes: tuple[Note, ...] = ()

    def scored(
        self,
        possible: Iterable[int],
        criteria: tuple[Criterion, ...],
        reserve: Reserve,
        *,
        span: tuple[int, int] | None = None,
    ) -> Score:
        """Give the score of the groups at the places that are possible.

        A column, or the times, in which one of these groups has no figure is left out: what is
        left would be read as the range of them all.

        Args:
            possible: the places among the groups, the least first.
            criteria: the factors.
            reserve: what the score holds only under, and what else must be said of it.
            span: the least and the greatest count; None where the model only sorts into groups.
        """
        ordered = tuple(possible)
        return Score(
            applicable=True,
            reason=reserve.reason,
            score=span[0] if span is not None and span[0] == span[1] else None,
            score_range=span,
            group=self.groups[ordered[0]] if len(ordered) == 1 else None,
            possible_groups=tuple(self.groups[place] for place in ordered),
            risks=self._risks(ordered),
            criteria=criteria,
            medians=self._times(ordered),
            notes=(*self.notes, *reserve.notes),
        )

    def _risks(self, places: tuple[int, ...]) -> tuple[RiskFigure, ...]:
        whole = [x for x in self.columns if all(x.percents[place] for place in places)]
        return tuple(
            RiskFigure(
                column.months,
                percent.value,
                "progression",
                competing_risk=False,
                source=column.source,
                group=self.groups[place],
                low=percent.low,
                high=percent.high,
            )
            for place in places
            for column in whole
            if (percent := column.percents[place]) is not None
        )

    def _times(self, places: tuple[int, ...]) -> tuple[MedianTime, ...]:
        times = [(self.medians[place], self.groups[place]) for place in places if self.medians]
        whole = all(months is not None for months, _ in times)
        return tuple(
            MedianTime(months, self.source, group)
            for months, group in times
            if whole and months is not None
        )


def printed(*texts: str | None) -> tuple[Percent | None, ...]:
    """Read a printed column: ``"9.7"``, ``"9.7 5.3 17.1"`` with its interval, None for a gap."""
    return tuple(None if text is None else Percent(*map(Decimal, text.split())) for text in texts)


def counted(members: Iterable[Criterion]) -> tuple[int, int]:
    """Count the factors that are met: at least, and at most."""
    states = [member.state for member in members]
    low = states.count(Truth.MET)
    return low, low + states.count(Truth.UNKNOWN)


def answers(state: Truth) -> tuple[bool, ...]:
    """Give the answers that a state allows."""
    return (False, True) if state is Truth.UNKNOWN else (state is Truth.MET,)
