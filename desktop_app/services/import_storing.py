"""Store a review in one transaction: people, values with their lines, and corrections."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desktop_app.data.import_undo import withdrawal_reason
from desktop_app.data.imports import Arrived
from desktop_app.domain.arrivals.known import ImportBatch
from desktop_app.domain.arrivals.review import STORED, ArrivalState, Imported
from desktop_app.domain.audit import Action
from desktop_app.domain.errors import Cancelled, Refusal
from desktop_app.domain.journal import EntryKind
from desktop_app.services.import_review import Asked, registration_of, reviewed
from desktop_app.services.patients import register

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from desktop_app.data.imports import BatchWriter
    from desktop_app.data.unit_of_work import UnitOfWork
    from desktop_app.domain.arrivals.known import Progress, Stop
    from desktop_app.domain.arrivals.review import Arrival, ImportReview
    from desktop_app.domain.arrivals.rows import SiteProfile
    from desktop_app.domain.catalogue import Catalogue

CHUNK = 1_000


def stored(
    work: UnitOfWork,
    review: ImportReview,
    catalogue: Catalogue,
    today: date,
    progress: Progress,
    cancelled: Stop,
) -> Imported:
    """Store what is NEW or CORRECTS; whoever it concerns waits for assessment.

    Raises:
        Refusal: ``nothing_to_store`` or ``import_outdated``.
        Cancelled: somebody stopped it; the transaction must be left by this exception.
    """
    taken = [arrival for arrival in review.arrivals if arrival.state in STORED]
    if not taken:
        raise Refusal("nothing_to_store")
    if not _still_right(work, review, catalogue, today, cancelled):
        raise Refusal("import_outdated")
    new, registered = _people(work, review, taken, today, cancelled)
    states = Counter(arrival.state for arrival in taken)
    batch = _batch(work, review, states, registered)
    writer = work.imports.add_batch(batch)
    _write(work, writer, review, taken, new, progress, cancelled)
    patients = tuple(sorted({new[_person(arrival)] for arrival in taken}))
    work.imports.wait(patients)
    work.audit.append(Action.IMPORT_STORED, "import_batch", writer.batch_id)
    return Imported(
        writer.batch_id,
        batch.stored,
        batch.corrected,
        registered,
        patients,
        states[ArrivalState.WITHDRAWS],
    )


def _batch(
    work: UnitOfWork, review: ImportReview, states: Counter[ArrivalState], registered: int
) -> ImportBatch:
    return ImportBatch(
        batch_id=0,
        name=review.staged.name,
        sha256=review.staged.sha256,
        profile=review.profile.name,
        stored_at=work.now,
        rows=len(review.staged.rows),
        stored=states[ArrivalState.NEW],
        corrected=states[ArrivalState.CORRECTS],
        registered=registered,
    )


def learnt(review: ImportReview) -> SiteProfile | None:
    """Give the profile with what was decided of items and units, or None if nothing was."""
    profile, decisions = review.profile, review.decisions
    if not profile.name or not (decisions.items or decisions.units):
        return None
    return replace(
        profile,
        items={**profile.items, **decisions.items},
        units={**profile.units, **decisions.units},
    )


def _still_right(
    work: UnitOfWork, review: ImportReview, catalogue: Catalogue, today: date, cancelled: Stop
) -> bool:
    """Tell whether the review would come out the same now that nobody else can write."""
    if work.imports.seen() == review.seen:
        return True
    asked = Asked(review.staged, review.profile, review.decisions, review.patient_id)
    again = reviewed(work, asked, catalogue, today, lambda _done, _total: None, cancelled)
    return (again.arrivals, again.people) == (review.arrivals, review.people)


def _people(
    work: UnitOfWork,
    review: ImportReview,
    taken: Sequence[Arrival],
    today: date,
    cancelled: Stop,
) -> tuple[Mapping[int, int], int]:
    """Give the patient of every person whose values are taken, registering who is new."""
    numbers: dict[int, int] = {}
    registered = 0
    for index in dict.fromkeys(map(_person, taken)):
        person = review.people[index]
        if person.patient_id is not None:
            numbers[index] = person.patient_id
            continue
        if registered % CHUNK == 0 and cancelled():
            raise Cancelled
        numbers[index] = register(work, registration_of(person), today)
        registered += 1
    return numbers, registered


def _write(
    work: UnitOfWork,
    writer: BatchWriter,
    review: ImportReview,
    taken: Sequence[Arrival],
    patients: Mapping[int, int],
    progress: Progress,
    cancelled: Stop,
) -> None:
    for start in range(0, len(taken), CHUNK):
        if cancelled():
            raise Cancelled
        new: list[Arrived] = []
        for arrival in taken[start : start + CHUNK]:
            if arrival.state is ArrivalState.CORRECTS:
                _correct(work, writer, review, arrival)
                continue
            if arrival.state is ArrivalState.WITHDRAWS:
                _withdraw(work, writer, review, arrival)
                continue
            row, entry = arrival.reading.row, _entry(arrival)
            new.append(Arrived(patients[_person(arrival)], entry, row.line, row.raw))
        writer.add(new)
        progress(min(start + CHUNK, len(taken)), len(taken))


def _correct(work: UnitOfWork, writer: BatchWriter, review: ImportReview, arrival: Arrival) -> None:
    """Put a corrected value in the place of what stands, and lead from it to its line."""
    old, reading = arrival.stored, arrival.reading
    assert old is not None
    # The reason needs no language: it names the source and the line.
    told = withdrawal_reason(review.staged.name, reading.row.line)
    reason = review.decisions.reasons.get(reading.place, "").strip() or told
    number = work.entries.of(old.kind).amend(old.entry_id, _entry(arrival), reason)
    writer.link(old.kind, number, reading.row.line, reading.row.raw)
    action = Action.RESULT_AMENDED if old.kind is EntryKind.RESULT else Action.ENTRY_AMENDED
    work.audit.append(action, old.kind.value, number)


def _withdraw(
    work: UnitOfWork, writer: BatchWriter, review: ImportReview, arrival: Arrival
) -> None:
    """Withdraw what the laboratory took back; taking the import back finds it by this reason."""
    old, row = arrival.stored, arrival.reading.row
    assert old is not None
    work.entries.of(old.kind).void(old.entry_id, withdrawal_reason(review.staged.name, row.line))
    writer.keep(row.line, row.raw)
    action = Action.RESULT_VOIDED if old.kind is EntryKind.RESULT else Action.ENTRY_VOIDED
    work.audit.append(action, old.kind.value, old.entry_id)


def _person(arrival: Arrival) -> int:
    assert arrival.person is not None
    return arrival.person


def _entry(arrival: Arrival) -> Any:
    entry = arrival.reading.entry
    assert entry is not None
    return entry
