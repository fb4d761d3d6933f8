"""Read the course of a disease from the history and from what was concluded, as it was concluded.

Nothing is computed again: a later rule, a later policy or a later value changes no stage.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.domain.course import diagnoses, newly_met, steps

if TYPE_CHECKING:
    from desktop_app.data.unit_of_work import UnitOfWork
    from desktop_app.domain.course import Step
    from desktop_app.domain.journal import Stage
    from desktop_app.domain.record import EarlierDiagnosis


def course_of(work: UnitOfWork, patient_id: int) -> tuple[Stage, ...]:
    """Give the stages, each with the criteria that moved the patient into it."""
    return tuple(_moved(work, step) for step in _steps(work, patient_id))


def diagnoses_of(work: UnitOfWork, patient_id: int) -> tuple[EarlierDiagnosis, ...]:
    """Give the categories with their first days, without looking into the traces."""
    return diagnoses(_steps(work, patient_id))


def _steps(work: UnitOfWork, patient_id: int) -> tuple[Step, ...]:
    return steps(work.entries.history.values(patient_id), work.assessments.conclusions(patient_id))


def _moved(work: UnitOfWork, step: Step) -> Stage:
    if step.before is None or step.after is None:
        return step.stage
    before, after = (work.assessments.concluded(number) for number in (step.before, step.after))
    return replace(step.stage, moved_by=newly_met(before, after))
