"""Read a patient's record with the draft on the screen once, for all that is shown of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.domain.drafts import KnownPart, known_part
from desktop_app.domain.policy import Policy
from desktop_app.domain.record import PatientRecord

if TYPE_CHECKING:
    from desktop_app.data.unit_of_work import UnitOfWork
    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.visit import VisitDraft


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold one look at a patient: the record as it is kept, and what is valid of a draft.

    ``record`` has both; ``as_of`` is the day of the draft, or today where it has no valid one;
    ``label`` is name and record number, as they stand on charts.
    """

    kept: PatientRecord
    known: KnownPart
    record: PatientRecord
    today: date
    as_of: date
    policy: Policy
    label: str

    @property
    def draft_day(self) -> date | None:
        """Give the day of the draft's results, which a chart marks; None where it has none."""
        return self.known.results[0].date.first if self.known.results else None


def read(
    work: UnitOfWork, patient_id: int, draft: VisitDraft | None, today: date, catalogue: Catalogue
) -> Reading:
    """Read a patient once; a draft counts as far as it is valid.

    Raises:
        Refusal: ``no_such_patient``.
    """
    identity = work.patients.identity(patient_id)
    kept, policy = work.entries.record(patient_id, identity.person), work.settings.policy()
    if draft is None:
        return Reading(kept, KnownPart(), kept, today, today, policy, identity.label)
    known = known_part(draft, today=today, birth=identity.birth_date, catalogue=catalogue)
    day_is_open = any(error.field == "observed_on" for error in known.errors)
    as_of = today if day_is_open else date.fromisoformat(draft.observed_on.strip())
    return Reading(kept, known, known.joined(kept), today, as_of, policy, identity.label)
