"""Tell the time: the only place that asks the computer for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_TAIPEI = timedelta(hours=8)


class Clock:
    """Give the clinic's day and the instant."""

    def today(self) -> date:
        """Give the day on the wall calendar of this computer."""
        return self.now().astimezone().date()

    def now(self) -> datetime:
        """Give the instant, aware and in UTC."""
        return datetime.now(UTC)


@dataclass(slots=True)
class FixedClock(Clock):
    """Start on the morning of a day and go on only when told to, for tests and pictures."""

    day: date
    passed: timedelta = timedelta(0)

    def today(self) -> date:
        """Give the day in Taipei."""
        return (self.now() + _TAIPEI).date()

    def now(self) -> datetime:
        """Give ten in the morning of that day in Taipei, in UTC, and what passed since."""
        return datetime(self.day.year, self.day.month, self.day.day, 2, tzinfo=UTC) + self.passed

    def advance(self, by: timedelta) -> None:
        """Let time pass, or set the clock back."""
        self.passed += by
