"""Confirm what was read at each visit by the visit that follows (RESP-ALG-CONFIRM, -PD, -HOLD)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from desktop_app.domain.rulesets.myeloma.response.levels import LEVELS, NE, PD, SD

if TYPE_CHECKING:
    from collections.abc import Sequence

# From worst to best, as far as one may hold against another; none of them can fall below PD.
_ORDER = (NE, PD, *LEVELS)
RESPONSES = LEVELS[1:]


@dataclass(frozen=True, slots=True)
class Visit:
    """Hold what a visit reads.

    ``certain`` is a progression by imaging, marrow or death: it needs no second sample.
    ``treated`` tells that a new line has begun: then only a progression is confirmed by it.
    ``between`` are the worst and the best level of a visit that is NE for want of a marker, where
    progression is excluded: a response that it surely is can be confirmed (D).
    """

    read: str
    certain: bool = False
    treated: bool = False
    between: tuple[str, str] | None = None

    @property
    def level(self) -> str:
        """Give the level that the visit surely is; NE where it is none or may be none."""
        worst = self.between[0] if self.between is not None else self.read
        return worst if self.read != NE or worst in RESPONSES else NE

    def beside(self, earlier: str) -> str:
        """Give the level as far as it matters to an earlier visit; NE where it stays open (D).

        A visit that lacks a marker still tells that there is no progression, and whether it is
        surely as good as the earlier one, or surely worse: then its worst level counts.
        """
        if self.between is None:
            return self.read
        worst, best = self.between
        as_good, may_be = better(worst, earlier) == worst, better(best, earlier) == best
        return worst if as_good or not may_be else NE


def following(visits: Sequence[Visit], place: int) -> Visit | None:
    """Give the next visit that can be evaluated; visits that are NE are skipped."""
    earlier = visits[place].level
    for visit in islice(visits, place + 1, None):
        level = visit.beside(earlier)
        if level != NE:
            return visit if level == visit.read else replace(visit, read=level)
    return None


def confirmed_levels(visits: Sequence[Visit]) -> list[str]:
    """Give the level confirmed so far at each visit, known once the next visit is.

    D: after a confirmed progression only a confirmed response holds again.
    """
    held, levels = NE, []
    for place, visit in enumerate(visits):
        held = held if visit.level == NE else _held(visit, following(visits, place), held)
        levels.append(held)
    return levels


def _held(visit: Visit, after: Visit | None, held: str) -> str:
    if visit.read == PD:
        again = after is not None and after.read == PD
        return PD if visit.certain or again else held
    level = _confirmed(visit.level, after)
    if held == PD and level not in RESPONSES:
        return PD
    return better(held, level)


def _confirmed(read: str, after: Visit | None) -> str:
    """Give the lower of a visit and the next; SD where that is progression, or is none."""
    if after is None or after.treated or after.read == PD:
        return SD
    return min(read, after.read, key=_ORDER.index)


def better(one: str, other: str) -> str:
    """Give the better of two levels; anything is better than NE."""
    return max(one, other, key=_ORDER.index)
