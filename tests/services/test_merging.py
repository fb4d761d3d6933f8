"""Merge two registrations of one person, read them as one, and part them again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.errors import Refusal
from desktop_app.domain.journal import EntryKind
from desktop_app.domain.patient import Registration
from desktop_app.domain.record import Sex
from desktop_app.domain.visit import DraftResult
from desktop_app.services.patients import Scope
from tests.arriving import OTHER, a_file, a_row, reviewed
from tests.builders import NAME, a_draft, a_registration, one_result
from tests.data.reading import audit_lines, counts, rows

if TYPE_CHECKING:
    from desktop_app.paths import Paths
    from desktop_app.services import Services
    from desktop_app.services.clock import FixedClock

WHY = "registered twice"


@pytest.fixture
def twins(services: Services) -> tuple[int, int]:
    """Give the same woman registered twice, each with a visit."""
    kept = services.patients.register(a_registration())
    merged = services.patients.register(a_registration(2))
    services.visits.record(a_draft(kept, "2026-01-10"))
    services.visits.record(one_result(merged, "2.9", "2026-06-10"))
    return kept, merged


def protein(services: Services, patient_id: int) -> list[Decimal | None]:
    results = services.assessments.record_of(patient_id).results
    return [each.value for each in results if each.code == "serum_m_protein"]


def found(services: Services, text: str) -> list[int]:
    return [row.patient_id for row in services.patients.search(text)]


def test_the_kept_patient_has_what_both_had(services: Services, twins: tuple[int, int]) -> None:
    kept, merged = twins

    services.merging.merge(kept, merged, WHY)

    assert protein(services, kept) == [Decimal("1.2"), Decimal("2.9")]
    days = [visit.observed_on for visit in services.visits.history(kept)]
    assert days == [date(2026, 6, 10), date(2026, 1, 10)]
    assert [x.entry.value for x in services.visits.results_of(kept, "serum_m_protein")] == [
        Decimal("2.9"),
        Decimal("1.2"),
    ]


def test_documents_of_both_are_listed_at_who_is_kept(
    services: Services, twins: tuple[int, int]
) -> None:
    kept, merged = twins
    (kind, *_) = services.documents.fitting(services.assessments.live(merged, None))
    issued = services.documents.issue(merged, kind, ("en",))

    services.merging.merge(kept, merged, WHY)

    assert [row.document_id for row in services.documents.issued(kept)] == [issued.document_id]


def test_no_sheet_is_made_of_half_a_person(services: Services, twins: tuple[int, int]) -> None:
    kept, merged = twins
    (kind, *_) = services.documents.fitting(services.assessments.live(merged, None))
    services.merging.merge(kept, merged, WHY)

    with pytest.raises(Refusal, match="patient_merged"):
        services.documents.issue(merged, kind, ("en",))


def test_the_kept_patient_is_assessed_anew_with_the_merge(
    services: Services, twins: tuple[int, int]
) -> None:
    kept, merged = twins

    services.merging.merge(kept, merged, WHY)

    stored = services.assessments.stored(kept)
    assert stored is not None
    assert stored.assessment.as_of == date(2026, 6, 10)
    assert services.patients.card(kept).row.last_visit == date(2026, 6, 10)


def test_both_courses_are_told_as_one(services: Services, twins: tuple[int, int]) -> None:
    kept, merged = twins
    before = [conclusion for each in twins for conclusion in services.assessments.course(each)]

    services.merging.merge(kept, merged, WHY)

    assert len(services.assessments.course(kept)) >= 1
    assert {stage.since for stage in services.assessments.course(kept)} <= {
        stage.since for stage in before
    }


def test_lists_leave_the_merged_out_and_its_number_finds_who_is_kept(
    services: Services, twins: tuple[int, int]
) -> None:
    kept, merged = twins

    services.merging.merge(kept, merged, WHY)

    assert found(services, "") == [kept]
    assert found(services, "ZZSENTINEL0002") == [kept]
    assert found(services, "0002") == [kept]
    assert found(services, "小美 0002") == [kept]
    assert found(services, "1969-05-12") == [kept]
    assert services.patients.counts().all == 1
    scopes = [services.patients.search("", scope) for scope in Scope]
    assert {row.patient_id for listed in scopes for row in listed} == {kept}
    assert services.imports.patient_of("zzsentinel0002") == kept
    assert services.imports.patient_of("no such number") is None


def test_the_merged_number_stays_taken_and_warns_with_who_is_kept(
    services: Services, twins: tuple[int, int]
) -> None:
    kept, merged = twins
    services.merging.merge(kept, merged, WHY)

    same_number = Registration("zzsentinel0002", "")

    alike = services.patients.duplicates(same_number)
    assert [row.patient_id for row in alike] == [kept]


def test_merging_moves_no_row(services: Services, paths: Paths, twins: tuple[int, int]) -> None:
    tables = ("result", "finding", "visit", "visit_note", "patient")
    before = [rows(paths, f"SELECT * FROM {table}") for table in tables]

    merge_id = services.merging.merge(*twins, WHY)
    services.merging.undo(merge_id, "two persons")

    assert [rows(paths, f"SELECT * FROM {table}") for table in tables] == before


def test_undoing_brings_both_back_and_assesses_both(
    services: Services, clock: FixedClock, twins: tuple[int, int]
) -> None:
    kept, merged = twins
    courses = [services.assessments.course(each) for each in twins]
    pages = [services.patients.card(each) for each in twins]
    clock.advance(timedelta(hours=1))
    merge_id = services.merging.merge(kept, merged, WHY)
    clock.advance(timedelta(hours=1))

    services.merging.undo(merge_id, "two persons")

    assert found(services, "") == [kept, merged]
    assert protein(services, kept) == [Decimal("1.2")]
    assert protein(services, merged) == [Decimal("2.9")]
    assert [services.patients.card(each) for each in twins] == pages
    assert [services.assessments.course(each) for each in twins] == courses
    assert services.merging.merges_of(kept) == ()


def test_what_was_merged_and_parted_can_be_merged_again_the_other_way(
    services: Services, twins: tuple[int, int]
) -> None:
    kept, merged = twins
    services.merging.undo(services.merging.merge(kept, merged, WHY), "wrong way round")

    services.merging.merge(merged, kept, WHY)

    assert found(services, "") == [merged]
    assert len(services.visits.history(merged)) == 2


def test_a_merge_says_who_when_and_why(
    services: Services, paths: Paths, twins: tuple[int, int]
) -> None:
    kept, merged = twins

    merge_id = services.merging.merge(kept, merged, f"  {WHY} ")

    (merge,) = services.merging.merges_of(kept)
    assert (merge.merge_id, merge.kept_id, merge.merged_id) == (merge_id, kept, merged)
    assert (merge.record_number, merge.name) == ("ZZSENTINEL0002", f"{NAME} 2")
    assert (merge.reason, merge.by, merge.at) == (WHY, "owner", services.clock.now())
    assert ("patients_merged", "patient_merge", merge_id) in audit_lines(paths)
    details = rows(paths, "SELECT detail FROM audit WHERE action = 'patients_merged'")
    assert details == [(WHY,)]
    services.merging.undo(merge_id, "no")
    assert ("patients_parted", "patient_merge", merge_id) in audit_lines(paths)


def test_the_record_is_backed_up_before(
    services: Services, paths: Paths, twins: tuple[int, int]
) -> None:
    services.merging.merge(*twins, WHY)

    assert [path.name[-16:] for path in paths.backups.glob("*.db")] == ["-before-merge.db"]


@pytest.mark.parametrize(
    ("kept", "merged", "reason", "code"),
    [
        (0, 1, "  ", "reason_required"),
        (0, 0, WHY, "merge_same_patient"),
        (0, 2, WHY, "merged_already"),
        (2, 0, WHY, "merged_already"),
        (0, 1, WHY, "holds_merged"),
    ],
)
def test_what_makes_no_sense_is_refused(
    services: Services,
    paths: Paths,
    twins: tuple[int, int],
    kept: int,
    merged: int,
    reason: str,
    code: str,
) -> None:
    third = services.patients.register(a_registration(3))
    services.merging.merge(twins[1], third, WHY)
    people, before = (*twins, third), counts(paths)

    with pytest.raises(Refusal, match=code):
        services.merging.merge(people[kept], people[merged], reason)

    assert counts(paths) == before


def test_unknown_patients_and_merges_are_refused(
    services: Services, twins: tuple[int, int]
) -> None:
    with pytest.raises(Refusal, match="no_such_patient"):
        services.merging.merge(twins[0], 77, WHY)
    with pytest.raises(Refusal, match="no_such_merge"):
        services.merging.undo(77, WHY)
    with pytest.raises(Refusal, match="reason_required"):
        services.merging.undo(77, " ")


def test_a_merge_is_undone_once(services: Services, twins: tuple[int, int]) -> None:
    merge_id = services.merging.merge(*twins, WHY)
    services.merging.undo(merge_id, "no")

    with pytest.raises(Refusal, match="no_such_merge"):
        services.merging.undo(merge_id, "no")


@pytest.mark.parametrize("changes", [{"birth_date": "1970"}, {"sex": Sex.MALE}])
def test_who_disagrees_in_birth_date_or_sex_is_merged_after_a_second_yes(
    services: Services, changes: dict[str, str]
) -> None:
    kept = services.patients.register(a_registration())
    merged = services.patients.register(replace(a_registration(2), **changes))

    with pytest.raises(Refusal, match="patients_disagree"):
        services.merging.merge(kept, merged, WHY)
    assert found(services, "") == [kept, merged]

    services.merging.merge(kept, merged, WHY, confirm_disagreement=True)
    assert found(services, "") == [kept]


@pytest.mark.parametrize(
    "changes", [{"birth_date": "1969"}, {"birth_date": ""}, {"sex": Sex.UNKNOWN}]
)
def test_what_is_unknown_or_partial_does_not_disagree(
    services: Services, changes: dict[str, str]
) -> None:
    kept = services.patients.register(a_registration())
    merged = services.patients.register(replace(a_registration(2), **changes))

    services.merging.merge(kept, merged, WHY)

    assert found(services, "") == [kept]


def test_a_visit_that_is_not_signed_keeps_a_patient_from_being_merged(
    services: Services, twins: tuple[int, int]
) -> None:
    kept, merged = twins
    services.visits.keep_draft(one_result(merged, "3"))
    with pytest.raises(Refusal, match="merge_draft_open"):
        services.merging.merge(kept, merged, WHY)

    services.visits.keep_draft(replace(one_result(merged, "3"), results=()))
    services.merging.merge(kept, merged, WHY)

    assert found(services, "") == [kept]


def test_nothing_is_signed_for_who_was_merged(services: Services, twins: tuple[int, int]) -> None:
    services.merging.merge(*twins, WHY)

    with pytest.raises(Refusal, match="patient_merged"):
        services.visits.record(one_result(twins[1], "3"))


def test_a_correction_of_what_the_merged_one_had_assesses_who_is_kept(
    services: Services, twins: tuple[int, int]
) -> None:
    kept, merged = twins
    merge_id = services.merging.merge(kept, merged, WHY)
    wrong = services.visits.results_of(kept, "serum_m_protein")[0]

    right = DraftResult("serum_m_protein", "2.8", "g/dL")
    services.visits.amend_entry(wrong.entry_id, right, "typing error")

    assert protein(services, kept) == [Decimal("1.2"), Decimal("2.8")]
    stored = services.assessments.stored(kept)
    assert stored is not None
    assert stored.assessment.as_of == date(2026, 6, 10)
    services.merging.undo(merge_id, "two persons")
    assert protein(services, merged) == [Decimal("2.8")]


def test_a_visit_and_an_entry_of_the_merged_one_are_withdrawn_from_who_is_kept(
    services: Services, twins: tuple[int, int]
) -> None:
    kept, merged = twins
    services.merging.merge(kept, merged, WHY)
    newest = services.visits.history(kept)[0]

    services.visits.void_entry(EntryKind.RESULT, newest.results[0].entry_id, "wrong tube")
    services.visits.void_visit(newest.visit_id, "wrong patient")

    assert services.patients.card(kept).row.last_visit == date(2026, 1, 10)
    assert len(services.visits.history(kept)) == 1
    assert found(services, "") == [kept]


def test_a_visit_of_the_same_day_never_joins_that_of_the_merged_one(
    services: Services, twins: tuple[int, int]
) -> None:
    kept, merged = twins
    merge_id = services.merging.merge(kept, merged, WHY)

    services.visits.record(one_result(kept, "2.7", "2026-06-10"))

    assert len(services.visits.history(kept)) == 3
    services.merging.undo(merge_id, "two persons")
    assert [len(services.visits.history(each)) for each in twins] == [2, 1]


def test_results_that_come_for_the_merged_number_are_seen_at_who_is_kept(
    services: Services, twins: tuple[int, int]
) -> None:
    kept, merged = twins
    services.merging.merge(kept, merged, WHY)
    who = f"ZZSENTINEL0002,{NAME} 2,1969-05-12,F"

    services.imports.store(reviewed(services, a_file(a_row(who=who))))
    again = reviewed(services, a_file(a_row(who=who), a_row(who=OTHER)))

    record = services.assessments.record_of(kept)
    assert Decimal("13.1") in [each.value for each in record.results]
    assert again.arrivals[0].state.value == "same"
    stored = services.assessments.stored(kept)
    assert stored is not None
    assert stored.assessment.as_of == date(2026, 11, 20)
    assert found(services, "") == [kept]


def test_the_window_can_say_what_the_two_have(services: Services, twins: tuple[int, int]) -> None:
    kept, merged = services.merging.sides(*twins)

    assert (kept.visits, kept.documents, kept.last_visit) == (1, 0, date(2026, 1, 10))
    assert (merged.visits, merged.entries, merged.identity.name) == (1, 1, f"{NAME} 2")
    assert kept.entries == 12


def test_candidates_are_those_alike_but_never_oneself(services: Services) -> None:
    one = services.patients.register(a_registration())
    twin = services.patients.register(a_registration(2, name=NAME, birth_date=""))
    services.patients.register(Registration("77", "王大同", "1950"))

    assert [row.patient_id for row in services.merging.candidates(one)] == [twin]
    assert [row.patient_id for row in services.merging.candidates(twin)] == [one]
