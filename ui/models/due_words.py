"""Put the plan of the next visits and the work-up into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.domain.verification import rule_awaits
from ui.models.reasons import awaiting

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop_app.domain.conclusions import FollowUp, Schedule, WorkupItem
    from desktop_app.domain.poems_conclusions import WatchedSeries
    from ui.terms import Terms

CLINIC = "clinic"
DONE, OLD = "done", "old"
MOST_SERIES = 4


class DueWords(QObject):
    """Say intervals, where they come from, and what a work-up lacks, in one language."""

    def __init__(self, terms: Terms) -> None:
        super().__init__()
        self._terms = terms

    def interval(self, months: tuple[int, int]) -> str:
        """Say how often the patient comes."""
        low, high = months
        if low == high:
            return self.tr("every %n month(s)", "", low)
        #: From {0} to {1} months between two visits
        return self.tr("every {0}–{1} months").format(low, high)

    def source(self, follow_up: FollowUp) -> str:
        """Say which guideline the interval follows, or that the clinic set it."""
        schedule = follow_up.schedule
        if schedule is None:
            return ""
        if schedule.by == CLINIC:
            return self.tr("set by the clinic")
        #: {0} is the guideline from which the interval comes
        words = self.tr("after {0}").format(self.by(schedule))
        return awaiting(words) if rule_awaits(schedule.rule) else words

    def others(self, follow_up: FollowUp) -> str:
        """Say how many others propose something for the same state."""
        return self.tr("%n other(s)", "", len(follow_up.beside)) if follow_up.beside else ""

    def schedules(self, follow_up: FollowUp) -> tuple[str, ...]:
        """Give the plan and every other one in full, each with its rule."""
        plans = (follow_up.schedule, *follow_up.beside)
        return tuple(
            f"{self.by(each)}: {self.plan(each)} ({each.rule})"
            for each in plans
            if each is not None
        )

    def tests(self, follow_up: FollowUp) -> str:
        """Name the tests of the next visit."""
        return " · ".join(self._terms.analyte(code) for code in follow_up.tests)

    def overdue(self, watched: Sequence[WatchedSeries], today: date) -> str:
        """Name the series of POEMS that are late; empty where none is."""
        late = [x for x in watched if x.due is not None and x.due < today.isoformat()]
        #: {0} are series of tests, such as VEGF
        return self.tr("POEMS, overdue: {0}").format(self._series(late)) if late else ""

    def coming(self, watched: Sequence[WatchedSeries], today: date) -> str:
        """Name the series of POEMS that fall due next, with their day; empty where none does."""
        ahead = [x for x in watched if x.due is not None and x.due >= today.isoformat()]
        day = min((x.due for x in ahead if x.due is not None), default="")
        #: {0} are series of tests, such as VEGF, {1} is the day on which they fall due
        said = self.tr("POEMS, next: {0} ({1})")
        return said.format(self._series([x for x in ahead if x.due == day]), day) if ahead else ""

    def _series(self, watched: Sequence[WatchedSeries]) -> str:
        """Name the first ones; where there are more, the picture of POEMS has them all."""
        names = tuple(self._terms.of("poems_series", x.series) for x in watched)
        more = " …" if len(names) > MOST_SERIES else ""
        return self._terms.listed(names[:MOST_SERIES]) + more

    def reasons(self, follow_up: FollowUp) -> tuple[str, ...]:
        """Say why this interval, and why to refer."""
        return tuple(self._terms.sentence("note", note) for note in follow_up.reasons)

    def referral(self, follow_up: FollowUp) -> str:
        """Say the first reason that is not the plan itself, and how many more there are."""
        plan = follow_up.schedule.rule if follow_up.schedule is not None else ""
        found = [note for note in follow_up.reasons if note.code != plan]
        if not found:
            return ""
        said = self._terms.sentence("note", found[0])
        more = self.tr("%n more", "", len(found) - 1) if len(found) > 1 else ""
        return " · ".join(filter(None, (said, more)))

    def item(self, item: WorkupItem) -> str:
        """Name a test of the work-up; an old one with the month in which it was done."""
        name = self._terms.of("workup", item.item)
        return f"{name} · {item.on[:7]}" if item.state == OLD and item.on else name

    def state(self, item: WorkupItem) -> str:
        """Say whether a test is done, due, or was done too long ago."""
        if item.state == DONE:
            return self.tr("done")
        #: "old": the test was done, but too long ago
        return self.tr("old") if item.state == OLD else self.tr("due")

    def item_tip(self, item: WorkupItem) -> str:
        """Say the state of a test, its day, and which rule asks for it."""
        state = self.state(item)
        reason = self._terms.sentence("note", item.reason) if item.reason else ""
        return " · ".join(filter(None, (state, item.on, reason, item.rule)))

    def by(self, schedule: Schedule) -> str:
        """Name who proposes a plan."""
        if schedule.by == CLINIC:
            return self.tr("the clinic")
        return self._terms.of("source", schedule.by)

    def plan(self, schedule: Schedule) -> str:
        """Say the interval of a plan, and its words."""
        said: list[str] = []
        if schedule.interval_months is not None:
            said.append(self.interval(schedule.interval_months))
        if schedule.words is not None:
            said.append(self._terms.sentence("note", schedule.words))
        return " · ".join(said) or self.tr("no number")

    def progress(self, workup: Sequence[WorkupItem]) -> str:
        """Say how much of the work-up is done."""
        done = sum(item.state == DONE for item in workup)
        #: {0} of {1} tests of the work-up are done
        return self.tr("Work-up: {0} of {1} done").format(done, len(workup))

    def waiting(self, workup: Sequence[WorkupItem]) -> tuple[WorkupItem, ...]:
        """Give what is not done: first what never was, then what was too long ago."""
        left = [item for item in workup if item.state != DONE]
        return tuple(sorted(left, key=lambda item: item.state == OLD))
