"""Say which backups are kept: all of the last days, then one a day, a week and a month.

A backup is removed only where a younger one stands for the same span, so that a clock that jumps
never costs the only copy: what is dated in the future counts as of today and is kept. Hardly more
go at a time than come: a clock that is a year ahead for a day does not thin the last two months.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

ALL_FOR = timedelta(days=2)
DAILY_FOR = timedelta(days=14)
WEEKLY_FOR = timedelta(weeks=8)
MONTHLY_FOR = timedelta(days=7 * 366)  # as long as records are to be kept
SPECIAL_FOR = timedelta(days=30)
NEWEST_KEPT = 3
MOST_AT_A_TIME = 2


@dataclass(frozen=True, slots=True)
class BackupAge:
    """Hold what thinning asks of a backup; ``special`` was made before something risky."""

    name: str
    made_at: datetime
    special: bool = False


def superfluous(backups: Iterable[BackupAge], now: datetime) -> frozenset[str]:
    """Name the backups that may go now, the oldest of all that may."""
    ordered = sorted(backups, key=lambda backup: (backup.made_at, backup.name), reverse=True)
    kept = {backup.name for backup in ordered[:NEWEST_KEPT]}
    spans: set[tuple[str, int, int]] = set()
    for backup in ordered:
        age = now - backup.made_at
        span = _span(backup.made_at, age)
        if span is None or (backup.special and age <= SPECIAL_FOR) or span not in spans:
            kept.add(backup.name)
        if span is not None:
            spans.add(span)
    oldest_first = (backup.name for backup in reversed(ordered) if backup.name not in kept)
    return frozenset(islice(oldest_first, MOST_AT_A_TIME))


def _span(made_at: datetime, age: timedelta) -> tuple[str, int, int] | None:
    """Give the span of which one backup is enough, or None where each is kept."""
    if age <= ALL_FOR:
        return None
    if age <= DAILY_FOR:
        return ("day", made_at.year, made_at.timetuple().tm_yday)
    year, week, _ = made_at.isocalendar()
    if age <= WEEKLY_FOR:
        return ("week", year, week)
    if age <= MONTHLY_FOR:
        return ("month", made_at.year, made_at.month)
    return ("year", made_at.year, 0)
