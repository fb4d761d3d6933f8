"""Put rows that begin on one day together as the regimen they make (LINE-SAME).

Each row keeps its own last day: from one on which some of the drugs were stopped, the regimen goes
on with the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from desktop_app.domain.criteria.regimens import drugs_of, in_order, regimen_name, title_of
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Treatment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Of several reasons of one stop, the gravest is said.
_REASONS = ("progression", "toxicity", "choice", "other", "planned")
_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class Phase:
    """Hold the rows that were given together, from a day on, and those of them that ended it.

    ``fewer`` says that it is what was left after some drugs were stopped.
    """

    rows: tuple[Treatment, ...]
    start: PartialDate
    ended: tuple[Treatment, ...]
    fewer: bool

    @property
    def stop(self) -> PartialDate | None:
        """Give its last day; None while it is still given."""
        return self.ended[-1].stop

    @property
    def drugs(self) -> tuple[str, ...]:
        """Give the drugs in the order in which they are said; none where they are not known."""
        return in_order(all_drugs(self.rows) or ())

    @property
    def cycles(self) -> int | None:
        """Give the cycles, where all that ended with it had as many; what was left counts none."""
        return None if self.fewer else _agreed(x.cycles for x in self.ended)

    @property
    def cycle_days(self) -> int | None:
        """Give the length of a cycle, where the rows that tell it agree."""
        return _agreed(x.cycle_days for x in self.rows if x.cycle_days is not None)

    @property
    def stop_reason(self) -> str | None:
        """Give why it ended."""
        return reason_of(self.ended)

    @property
    def title(self) -> str:
        """Name it by its drugs; a row alone keeps what was typed where they have no name."""
        first, *others = self.rows
        if not others:
            return title_of(first)
        return regimen_name(self.drugs) or " + ".join(self.drugs)


def together(treatments: Iterable[Treatment]) -> tuple[tuple[Treatment, ...], ...]:
    """Group the rows of one day that may be one regimen: of one planned sequence, or of none."""
    groups: dict[tuple[object, ...], list[Treatment]] = {}
    for treatment in treatments:
        alone = (treatment,) if _alone(treatment) else ()
        key = (treatment.start, treatment.sequence, *alone)
        groups.setdefault(key, []).append(treatment)
    return tuple(map(tuple, groups.values()))


def _alone(treatment: Treatment) -> bool:
    """Tell whether it may have ended before what began on the same partial date."""
    start, stop = treatment.start, treatment.stop
    early = stop is not None and not start.whole and stop.first <= start.last
    return early or without_cycle(treatment)


def without_cycle(treatment: Treatment) -> bool:
    """Tell whether it was stopped before its first cycle was complete (LINE-DEF)."""
    whole = treatment.cycles is None or bool(treatment.cycles)
    return not whole and treatment.stop is not None


def all_drugs(rows: Iterable[Treatment]) -> frozenset[str] | None:
    """Give the drugs of some rows; None where one of them does not tell its own."""
    found: set[str] = set()
    for row in rows:
        drugs = drugs_of(row)
        if drugs is None:
            return None
        found |= drugs
    return frozenset(found)


def phases(rows: Sequence[Treatment]) -> tuple[Phase, ...]:
    """Cut a regimen where some drugs were stopped; a row of unknown drugs stands by itself."""
    known = [x for x in rows if drugs_of(x) is not None]
    unknown = [Phase((x,), x.start, (x,), fewer=False) for x in rows if drugs_of(x) is None]
    return (*_cut(known), *unknown)


def _cut(rows: Sequence[Treatment]) -> Iterator[Phase]:
    given = tuple(sorted(rows, key=_end))
    since: PartialDate | None = None
    for stop in dict.fromkeys(x.stop for x in given):
        ended = tuple(x for x in given if x.stop == stop)
        others = tuple(x for x in given if x.stop != stop)
        if all_drugs(others) != all_drugs(given):
            yield Phase(given, since or given[0].start, ended, fewer=since is not None)
            since = stop
        given = others


def at_end(rows: Sequence[Treatment]) -> tuple[Treatment, ...]:
    """Give the rows that were given to the last day."""
    stop = max(rows, key=_end).stop
    return tuple(x for x in rows if x.stop == stop)


def reason_of(ended: Iterable[Treatment]) -> str | None:
    """Give why rows were stopped."""
    told = {x.stop_reason for x in ended}
    return next((reason for reason in _REASONS if reason in told), None)


def _end(treatment: Treatment) -> tuple[date, ...]:
    stop = treatment.stop
    return (date.max,) if stop is None else (stop.last, stop.first)


def _agreed(values: Iterable[_Answer]) -> _Answer | None:
    first, *others = dict.fromkeys(values) or (None,)
    return None if others else first
