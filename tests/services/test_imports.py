"""Take laboratory files into the record: who they are of, what is stored, and what never is."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.arrivals.review import (
    ArrivalState,
    Decisions,
    LineAnswer,
)
from desktop_app.domain.arrivals.rows import LEAVE_OUT, SiteProfile
from desktop_app.domain.errors import InputError, Refusal
from desktop_app.domain.journal import EntryKind
from desktop_app.domain.record import Finding
from tests.arriving import CREATININE, FIXATION, HEMOGLOBIN, a_file, a_row, reviewed, states
from tests.builders import RECORD_NUMBER, a_draft, one_result
from tests.conftest import PASSPHRASE
from tests.data.reading import audit_lines, counts

if TYPE_CHECKING:
    from desktop_app.paths import Paths
    from desktop_app.services import Services


def test_values_of_a_known_patient_are_stored_with_their_lines(
    services: Services, patient_id: int, paths: Paths
) -> None:
    review = reviewed(services, a_file(a_row(), a_row(FIXATION), a_row(CREATININE)))

    imported = services.imports.store(review)

    assert (imported.stored, imported.patients) == (3, (patient_id,))
    record = services.assessments.record_of(patient_id)
    assert [(each.code, each.value) for each in record.results] == [
        ("hemoglobin", Decimal("13.1")),
        ("creatinine", Decimal("0.9")),
    ]
    (finding,) = record.findings
    assert (finding.code, finding.value) == ("serum_immunofixation", ("IgG-kappa",))
    (kept,) = services.visits.entries_of(patient_id)
    origin = services.imports.origin(EntryKind.FINDING, kept.entry_id)
    assert isinstance(kept.entry, Finding)
    assert origin is not None
    assert (origin.line, origin.raw) == (3, a_row(FIXATION))
    assert ("import_stored", "import_batch", imported.batch_id) in audit_lines(paths)


def test_whoever_is_touched_is_assessed_anew_at_once(services: Services, patient_id: int) -> None:
    services.imports.store(reviewed(services, a_file(a_row())))

    stored = services.assessments.stored(patient_id)

    assert stored is not None
    assert services.imports.pending() == 0


def test_a_review_writes_nothing(services: Services, patient_id: int, paths: Paths) -> None:
    before, lines = counts(paths), audit_lines(paths)

    review = reviewed(services, a_file(a_row()), patient_id=patient_id)

    assert states(review) == [ArrivalState.NEW]
    assert (counts(paths), audit_lines(paths)) == (before, lines)


@pytest.mark.usefixtures("patient_id")
def test_the_same_file_again_stores_nothing(services: Services) -> None:
    text = a_file(a_row())
    imported = services.imports.store(reviewed(services, text))

    again = reviewed(services, text)

    assert (states(again), again.already) == ([ArrivalState.SAME], imported.batch_id)
    with pytest.raises(Refusal, match="nothing_to_store"):
        services.imports.store(again)


def test_a_review_that_was_stored_is_not_stored_twice(services: Services, patient_id: int) -> None:
    review = reviewed(services, a_file(a_row()))
    services.imports.store(review)

    with pytest.raises(Refusal, match="import_outdated"):
        services.imports.store(review)

    assert len(services.assessments.record_of(patient_id).results) == 1


def test_a_look_at_the_patient_meanwhile_does_no_harm(services: Services, patient_id: int) -> None:
    review = reviewed(services, a_file(a_row()))
    services.patients.card(patient_id)

    assert services.imports.store(review).stored == 1


def test_a_visit_signed_meanwhile_asks_for_another_look(
    services: Services, patient_id: int
) -> None:
    review = reviewed(services, a_file(a_row("M-protein,1.2,g/dL", day="2026-11-22")))
    services.visits.record(one_result(patient_id, "1.2"))

    with pytest.raises(Refusal, match="import_outdated"):
        services.imports.store(review)


def test_a_correction_takes_the_place_of_what_stands(
    services: Services, patient_id: int, paths: Paths
) -> None:
    services.imports.store(reviewed(services, a_file(a_row())))
    review = reviewed(services, a_file(a_row("Hemoglobin,10.1,g/dL", status="C")))

    imported = services.imports.store(review)

    assert (imported.stored, imported.corrected) == (0, 1)
    (kept,) = services.visits.results_of(patient_id, "hemoglobin")
    assert (kept.entry.value, kept.amended) == (Decimal("10.1"), True)
    origin = services.imports.origin(EntryKind.RESULT, kept.entry_id)
    assert origin is not None
    assert origin.batch.batch_id == imported.batch_id
    assert ("result_amended", "result", kept.entry_id) in audit_lines(paths)


def test_a_value_that_differs_is_replaced_only_if_a_person_says_so(
    services: Services, patient_id: int
) -> None:
    services.imports.store(reviewed(services, a_file(a_row())))
    text = a_file(a_row("Hemoglobin,10.1,g/dL"))
    assert states(reviewed(services, text)) == [ArrivalState.QUESTION]
    decided = Decisions(answers={0: LineAnswer.REPLACE}, reasons={0: "another sample"})

    services.imports.store(reviewed(services, text, decided))

    (kept,) = services.visits.results_of(patient_id, "hemoglobin")
    assert kept.entry.value == Decimal("10.1")


def test_two_corrections_of_one_value_are_not_both_stored(
    services: Services, patient_id: int
) -> None:
    services.imports.store(reviewed(services, a_file(a_row())))
    rows = (a_row(f"Hemoglobin,{value},g/dL", status="C") for value in ("10.1", "10.2"))

    review = reviewed(services, a_file(*rows))

    assert states(review).count(ArrivalState.CORRECTS) <= 1
    if ArrivalState.CORRECTS in states(review):
        services.imports.store(review)
    assert len(services.visits.results_of(patient_id, "hemoglobin")) == 1


def test_taking_an_import_back_leaves_the_record_as_it_was(
    services: Services, patient_id: int, paths: Paths
) -> None:
    services.imports.store(reviewed(services, a_file(a_row())))
    text = a_file(a_row("Hemoglobin,10.1,g/dL", status="C"), a_row(CREATININE))
    imported = services.imports.store(reviewed(services, text))

    undone = services.imports.undo(imported.batch_id, "wrong patient")

    assert (undone.withdrawn, undone.restored, undone.patients) == (1, 1, (patient_id,))
    (result,) = services.assessments.record_of(patient_id).results
    assert result.value == Decimal("13.1")
    newest, oldest = services.imports.batches()
    assert (newest.undone, newest.undo_reason, oldest.undone) == (True, "wrong patient", False)
    assert services.imports.pending() == 0
    assert ("import_undone", "import_batch", imported.batch_id) in audit_lines(paths)
    assert states(reviewed(services, text)) == [ArrivalState.CORRECTS, ArrivalState.NEW]


@pytest.mark.parametrize("first_to_go", [0, 1])
def test_an_import_and_its_correction_can_be_taken_back_in_any_order(
    services: Services, patient_id: int, first_to_go: int
) -> None:
    first = services.imports.store(reviewed(services, a_file(a_row())))
    text = a_file(a_row("Hemoglobin,10.1,g/dL", status="C"))
    batches = (first, services.imports.store(reviewed(services, text)))
    services.imports.undo(batches[first_to_go].batch_id, "wrong file")
    standing = services.visits.results_of(patient_id, "hemoglobin")

    services.imports.undo(batches[1 - first_to_go].batch_id, "wrong file")

    (kept,) = standing
    origin = services.imports.origin(EntryKind.RESULT, kept.entry_id)
    assert origin is not None
    assert origin.batch.batch_id == batches[1 - first_to_go].batch_id
    assert services.visits.results_of(patient_id, "hemoglobin") == ()


def test_a_typed_value_that_was_corrected_stands_again(services: Services, patient_id: int) -> None:
    services.visits.record(one_result(patient_id, "1.2", "2026-11-20"))
    text = a_file(a_row("M-protein,1.3,g/dL"))
    decided = Decisions(answers={0: LineAnswer.REPLACE})
    imported = services.imports.store(reviewed(services, text, decided))
    assert imported.corrected == 1

    services.imports.undo(imported.batch_id, "wrong file")

    (kept,) = services.visits.results_of(patient_id, "serum_m_protein")
    assert kept.entry.value == Decimal("1.2")
    assert services.imports.origin(EntryKind.RESULT, kept.entry_id) is None


def test_taking_back_needs_a_reason_and_an_import(services: Services) -> None:
    with pytest.raises(Refusal, match="reason_required"):
        services.imports.undo(1, " ")
    with pytest.raises(Refusal, match="no_such_import"):
        services.imports.undo(1, "wrong file")


@pytest.mark.usefixtures("patient_id")
def test_what_was_decided_of_an_item_is_learnt_once(services: Services) -> None:
    text = a_file(a_row("Widget,13.1,g/dL"), a_row("Gadget,1,g/dL"), a_row(CREATININE))
    review = reviewed(services, text)
    assert states(review)[:2] == [ArrivalState.UNKNOWN] * 2
    widget, gadget = (arrival.reading.item for arrival in review.arrivals[:2])
    decided = Decisions(items={widget: "hemoglobin", gadget: LEAVE_OUT})
    services.imports.store(reviewed(services, text, decided))

    profile = services.imports.profile("lab A")

    assert dict(profile.items) == {widget: "hemoglobin", gadget: LEAVE_OUT}
    assert services.imports.profiles() == ("lab A",)
    again = reviewed(services, text, profile=profile)
    assert states(again) == [ArrivalState.SAME, ArrivalState.LEFT_OUT, ArrivalState.SAME]


@pytest.mark.usefixtures("patient_id")
def test_a_profile_without_a_name_learns_nothing(services: Services) -> None:
    text = a_file(a_row("Widget,13.1,g/dL"))
    item = reviewed(services, text).arrivals[0].reading.item
    decided = Decisions(items={item: "hemoglobin"})

    services.imports.store(reviewed(services, text, decided, profile=SiteProfile("")))

    assert services.imports.profiles() == ()


def test_a_profile_is_kept_under_its_name(services: Services, paths: Paths) -> None:
    profile = SiteProfile("lab B", delimiter=";", items={"x|": "hemoglobin"})
    services.imports.keep_profile(profile)
    services.imports.keep_profile(profile)

    assert services.imports.profile("lab B") == profile
    assert services.imports.profile("lab C") == SiteProfile("lab C")
    kept = [line for line in audit_lines(paths) if line[0] == "profile_kept"]
    assert len(kept) == 1
    with pytest.raises(Refusal, match="profile_name_required"):
        services.imports.keep_profile(SiteProfile(" "))


def test_a_folder_shows_what_was_not_imported(
    services: Services, patient_id: int, tmp_path: Path
) -> None:
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text(a_file(a_row()), "utf-8")
    second.write_text(a_file(a_row(CREATININE)), "utf-8")
    profile = SiteProfile("lab A")
    staged = services.imports.stage(services.imports.open_file(first), profile)
    imported = services.imports.store(services.imports.review(staged, profile, Decisions()))

    assert services.imports.waiting(str(tmp_path)) == (second,)
    assert services.imports.waiting("") == services.imports.waiting(str(tmp_path / "no")) == ()
    services.imports.undo(imported.batch_id, f"not of patient {patient_id}")
    assert services.imports.waiting(str(tmp_path)) == (first, second)


def test_a_file_that_is_not_there_is_told_by_its_place(services: Services, tmp_path: Path) -> None:
    source = services.imports.open_file(tmp_path / "missing.csv")

    with pytest.raises(InputError) as refused:
        services.imports.stage(source, SiteProfile(""))

    assert refused.value.place == "file"


def test_a_number_finds_its_patient(services: Services, patient_id: int) -> None:
    assert services.imports.patient_of(f" {RECORD_NUMBER.lower()}") == patient_id
    assert services.imports.patient_of("nobody") is None


def test_assessments_go_on_after_a_restart(services: Services) -> None:
    people = [f"ZZSENTINEL9{each:03},ZZSENTINELNAME {each},1950-01-02,M" for each in range(25)]
    text = a_file(*(a_row(who=who) for who in people))
    services.imports.store(reviewed(services, text, Decisions(register_new=True)))
    assert services.imports.pending() == 15

    services.clinic.lock()
    services.clinic.unlock(PASSPHRASE)

    assert [services.imports.assess_next() for _ in range(3)] == [5, 0, 0]
    rows = services.patients.search(limit=100)
    assert all(row.status for row in rows)


def test_a_value_older_than_the_last_visit_is_part_of_what_holds(
    services: Services, patient_id: int
) -> None:
    services.visits.record(a_draft(patient_id))
    before = services.assessments.stored(patient_id)

    services.imports.store(reviewed(services, a_file(a_row(HEMOGLOBIN, day="2025-01-05"))))

    after = services.assessments.stored(patient_id)
    assert before is not None
    assert after is not None
    assert after.assessment_id > before.assessment_id
    assert after.assessment.as_of == before.assessment.as_of
