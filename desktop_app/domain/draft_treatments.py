"""Check the treatments and events of a draft, each in its own place.

The place of an error is part, position in the draft and field, such as ``treatments.0.start``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.draft_entries import partial_day, whole_number
from desktop_app.domain.errors import FieldError
from desktop_app.domain.finding_codes import EVENTS, STOP_REASONS
from desktop_app.domain.record import ClinicalEvent, Treatment
from desktop_app.domain.record_rules import CYCLES, DAYS_OF_A_CYCLE, SEQUENCES
from desktop_app.domain.visit import DraftEvent, DraftTreatment

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop_app.domain.partial_date import PartialDate


def treatments(
    drafts: Sequence[DraftTreatment],
    today: date,
    birth: PartialDate | None,
    errors: list[FieldError],
) -> tuple[Treatment, ...]:
    """Give the treatments that are valid so far; the errors of the others go to ``errors``.

    A regimen may be given again, but begins only once on a day.
    """
    known: dict[tuple[str, PartialDate], Treatment] = {}
    for place, draft in enumerate(drafts):
        if draft == DraftTreatment(""):
            continue
        field = f"treatments.{place}"
        treatment, found = _treatment(draft, field, today, birth)
        if treatment is not None:
            name = (treatment.regimen.casefold(), treatment.start)
            if name in known:
                found.append(FieldError(f"{field}.regimen", "entered_twice"))
            if not found:
                known[name] = treatment
        errors += found
    return tuple(known.values())


def events(
    drafts: Sequence[DraftEvent],
    today: date,
    birth: PartialDate | None,
    errors: list[FieldError],
) -> tuple[ClinicalEvent, ...]:
    """Give the events that are valid so far; two that say the same are one entered twice."""
    known: list[ClinicalEvent] = []
    for place, draft in enumerate(drafts):
        if draft == DraftEvent(""):
            continue
        field = f"events.{place}"
        event, found = _event(draft, field, today, birth)
        if event is not None and event in known:
            found.append(FieldError(f"{field}.code", "entered_twice"))
        if event is not None and not found:
            known.append(event)
        errors += found
    return tuple(known)


def _treatment(
    draft: DraftTreatment, field: str, today: date, birth: PartialDate | None
) -> tuple[Treatment | None, list[FieldError]]:
    errors: list[FieldError] = []
    regimen = " ".join(draft.regimen.split())
    if not regimen:
        errors.append(FieldError(f"{field}.regimen", "required"))
    start = _required_day(draft.start, f"{field}.start", today, birth, errors)
    stop = _stop(draft, f"{field}.stop", start, today, birth, errors)
    if draft.stop_reason and draft.stop_reason not in STOP_REASONS:
        errors.append(FieldError(f"{field}.stop_reason", "answer_not_understood"))
    cycles = whole_number(draft.cycles, f"{field}.cycles", CYCLES, errors)
    cycle_days = whole_number(draft.cycle_days, f"{field}.cycle_days", DAYS_OF_A_CYCLE, errors)
    sequence = whole_number(draft.sequence, f"{field}.sequence", SEQUENCES, errors)
    if start is None:
        return None, errors
    treatment = Treatment(
        regimen=regimen,
        start=start,
        drugs=_drugs(draft.drugs),
        stop=stop,
        cycles=cycles,
        stop_reason=draft.stop_reason or None,
        sequence=sequence,
        note=draft.note.strip() or None,
        cycle_days=cycle_days,
    )
    return treatment, errors


def _event(
    draft: DraftEvent, field: str, today: date, birth: PartialDate | None
) -> tuple[ClinicalEvent | None, list[FieldError]]:
    errors: list[FieldError] = []
    if not draft.code:
        errors.append(FieldError(f"{field}.code", "required"))
    elif draft.code not in EVENTS:
        errors.append(FieldError(f"{field}.code", "answer_not_understood"))
    on = _required_day(draft.date, f"{field}.date", today, birth, errors)
    sequence = whole_number(draft.sequence, f"{field}.sequence", SEQUENCES, errors)
    if on is None:
        return None, errors
    return ClinicalEvent(on, draft.code, sequence, draft.note.strip() or None), errors


def _required_day(
    text: str, field: str, today: date, birth: PartialDate | None, errors: list[FieldError]
) -> PartialDate | None:
    if not text.strip():
        errors.append(FieldError(field, "required"))
    return partial_day(text, field, today, birth, errors)


def _stop(
    draft: DraftTreatment,
    field: str,
    start: PartialDate | None,
    today: date,
    birth: PartialDate | None,
    errors: list[FieldError],
) -> PartialDate | None:
    """Read the last day; a reason to stop needs one, or the treatment would seem to go on."""
    if draft.stop_reason and not draft.stop.strip():
        errors.append(FieldError(field, "required"))
    stop = partial_day(draft.stop, field, today, birth, errors)
    if start is not None and stop is not None and stop.last < start.first:
        errors.append(FieldError(field, "stop_before_start", (("text", draft.stop.strip()),)))
    return stop


def _drugs(typed: Sequence[str]) -> tuple[str, ...]:
    """Give each drug once, in the order in which they were named."""
    spelled = (" ".join(drug.split()) for drug in typed)
    return tuple({drug.casefold(): drug for drug in spelled if drug}.values())
