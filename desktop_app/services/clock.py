"""Tell the time: the only place that asks the computer for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime


class Clock:
    """Give the clinic's day and the instant."""

    def today(self) -> date:
        """Give the day on the wall calendar of this computer."""
        return self.now().astimezone().date()

    def now(self) -> datetime:
        """Give the instant, aware and in UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class FixedClock(Clock):
    """Stand still on one day, for tests and pictures."""

    day: date

    def today(self) -> date:
        """Give the day on which it stands."""
        return self.day

    def now(self) -> datetime:
        """Give the morning of that day in Taipei, in UTC."""
        return datetime(self.day.year, self.day.month, self.day.day, 2, 0, tzinfo=UTC)
