"""List whom the rules in force would place elsewhere than the stored assessments do.

What is reproduced: every transaction that changes a record ends with an assessment of it as of its
latest day, so the record holds exactly what the last assessment saw, and the day is stored with it.
These are assessed again. Not reproduced: assessments before the last one, whose values may have
been amended since, and the clinic's settings of that time: those of today are used.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop_app.domain.assessment import assess
from desktop_app.domain.drift import Drift, DriftReport, Standing, standing
from desktop_app.domain.errors import StorageError
from desktop_app.domain.roles import Right
from desktop_app.domain.rulepack import rule_pack

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.data.unit_of_work import UnitOfWork
    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.policy import Policy
    from desktop_app.services.record_access import RecordAccess

__all__ = ["Drift", "DriftReport", "DriftService", "Standing"]

CHUNK = 25


@dataclass(slots=True)
class _Found:
    """Gather what the chunks give."""

    compared: list[Drift] = field(default_factory=list)
    unreadable: list[int] = field(default_factory=list)

    def report(self, total: int, *, cancelled: bool) -> DriftReport:
        """Put those who would change group first, each in the order of the record."""
        drifts = [drift for drift in self.compared if drift.changed]
        drifts.sort(key=lambda drift: not drift.regroups)
        return DriftReport(
            rule_pack(),
            total,
            len(self.compared),
            tuple(drifts),
            tuple(self.unreadable),
            cancelled,
        )


class DriftService:
    """Compare stored conclusions with those of the rules in force; nothing is written."""

    def __init__(self, access: RecordAccess, catalogue: Catalogue) -> None:
        self._access = access
        self._catalogue = catalogue

    def report(
        self,
        progress: Callable[[int, int], None] = lambda _done, _total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> DriftReport:
        """Compare everybody, some at a time, so that nobody waits for this.

        Args:
            progress: is told how many patients are done, of how many, after each chunk.
            cancelled: is asked before each chunk; the report then holds what was compared so far.
        """
        with self._access.reading(Right.READ) as work:
            numbers, policy = work.patients.numbers(), work.settings.policy()
        found, total = _Found(), len(numbers)
        for start in range(0, total, CHUNK):
            if cancelled():
                return found.report(total, cancelled=True)
            chunk = numbers[start : start + CHUNK]
            self._compare(chunk, policy, found)
            progress(start + len(chunk), total)
        return found.report(total, cancelled=False)

    def _compare(self, chunk: Sequence[int], policy: Policy, found: _Found) -> None:
        with self._access.reading(Right.READ) as work:
            for patient_id in chunk:
                try:
                    drift = self._of_patient(work, patient_id, policy)
                except StorageError:
                    found.unreadable.append(patient_id)
                    continue
                if drift is not None:
                    found.compared.append(drift)

    def _of_patient(self, work: UnitOfWork, patient_id: int, policy: Policy) -> Drift | None:
        kept = work.assessments.latest(patient_id)
        if kept is None:
            return None
        stored = kept.assessment
        record = work.record_of(patient_id)
        now = assess(record, stored.as_of, catalogue=self._catalogue, policy=policy)
        identity = work.patients.identity(patient_id)
        return Drift(
            patient_id,
            identity.record_number,
            identity.name,
            stored.as_of,
            standing(stored),
            standing(now),
            stored.rule_pack,
            stored.rule_pack == now.rule_pack,
        )
