"""Turn what a doctor types in the place of a recorded entry into the entry that replaces it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.domain.drafts import checked_visit
from desktop_app.domain.errors import Refusal
from desktop_app.domain.journal import EntryKind
from desktop_app.domain.record import (
    ClinicalEvent,
    Cytogenetic,
    EarlierDiagnosis,
    Finding,
    Lesion,
    Result,
    Treatment,
)
from desktop_app.domain.visit import (
    DraftCytogenetic,
    DraftDiagnosis,
    DraftEvent,
    DraftFinding,
    DraftLesion,
    DraftResult,
    DraftTreatment,
    VisitDraft,
)

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.domain.catalogue import Catalogue
    from desktop_app.domain.journal import Entry
    from desktop_app.domain.partial_date import PartialDate
    from desktop_app.domain.visit import Visit

Correction = (
    DraftResult
    | DraftFinding
    | DraftCytogenetic
    | DraftLesion
    | DraftDiagnosis
    | DraftTreatment
    | DraftEvent
)
KIND_OF = {
    DraftResult: EntryKind.RESULT,
    DraftFinding: EntryKind.FINDING,
    DraftCytogenetic: EntryKind.CYTOGENETIC,
    DraftLesion: EntryKind.LESION,
    DraftDiagnosis: EntryKind.HISTORY,
    DraftTreatment: EntryKind.TREATMENT,
    DraftEvent: EntryKind.EVENT,
}


def corrected(
    old: Entry,
    correction: Correction,
    *,
    today: date,
    birth: PartialDate | None,
    catalogue: Catalogue,
) -> Entry:
    """Give the entry that takes the place of ``old``.

    The day stays, but for earlier diagnoses, treatments and events, whose days are part of what is
    corrected; so does what no form asks for. A result or finding keeps its code, a cytogenetic
    test its abnormality.

    Raises:
        FieldErrors: the correction is wrong, or says nothing.
        Refusal: ``entry_not_current``: it would make another entry of it.
    """
    on = None if isinstance(old, EarlierDiagnosis) else old.date
    # A partial day is checked by a day that lies in it.
    day = today if on is None else min(on.last, today)
    visit = checked_visit(
        _draft(day.isoformat(), correction), today=today, birth=birth, catalogue=catalogue
    )
    return _in_place_of(old, _only(visit))


def _in_place_of(old: Entry, corrected: Entry) -> Entry:
    match old, corrected:
        case Result(), Result() as new if new.code == old.code:
            return replace(new, date=old.date, specimen=old.specimen)
        case Finding(), Finding() as new if new.code == old.code:
            return replace(new, date=old.date)
        case Cytogenetic(), Cytogenetic() as new if new.abnormality == old.abnormality:
            return replace(new, date=old.date)
        case Lesion(), Lesion() as new:
            return replace(new, date=old.date)
        case (
            (EarlierDiagnosis(), EarlierDiagnosis() as new)
            | (Treatment(), Treatment() as new)
            | (ClinicalEvent(), ClinicalEvent() as new)
        ):
            return new
        case _:
            raise Refusal("entry_not_current")


def _draft(day: str, correction: Correction) -> VisitDraft:
    match correction:
        case DraftResult():
            return VisitDraft(0, day, results=(correction,))
        case DraftFinding():
            return VisitDraft(0, day, findings=(correction,))
        case DraftCytogenetic():
            return VisitDraft(0, day, cytogenetics=(correction,))
        case DraftLesion():
            return VisitDraft(0, day, lesions=(correction,))
        case DraftDiagnosis():
            return VisitDraft(0, day, history=(correction,))
        case DraftTreatment():
            return VisitDraft(0, day, treatments=(correction,))
        case _:  # DraftEvent, the last
            return VisitDraft(0, day, events=(correction,))


def _only(visit: Visit) -> Entry:
    entries: tuple[Entry, ...] = (
        *visit.results,
        *visit.findings,
        *visit.cytogenetics,
        *visit.lesions,
        *visit.history,
        *visit.treatments,
        *visit.events,
    )
    (entry,) = entries
    return entry
