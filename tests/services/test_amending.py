"""Amend and void what was recorded; nothing is lost, nothing is silent."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.errors import FieldErrors, Refusal
from desktop_app.domain.visit import DraftResult, VisitDraft
from desktop_app.services.visits import EntryKind, SameDay
from tests.builders import (
    a_draft,
    one_result,
)
from tests.data.reading import audit_lines, counts, rows

if TYPE_CHECKING:
    from desktop_app.paths import Paths
    from desktop_app.services import Services


def m_protein(services: Services, patient_id: int) -> list[str]:
    return [
        str(kept.entry.value) for kept in services.visits.results_of(patient_id, "serum_m_protein")
    ]


def test_an_amended_result_takes_the_place_of_the_old_one_which_stays_readable(
    services: Services, patient_id: int, paths: Paths
) -> None:
    services.visits.record(a_draft(patient_id))
    (old,) = services.visits.results_of(patient_id, "serum_m_protein")

    services.visits.amend_entry(
        old.entry_id, DraftResult("serum_m_protein", "3.40", "g/dL"), " 打錯 "
    )

    (new,) = services.visits.results_of(patient_id, "serum_m_protein")
    stored = services.assessments.stored(patient_id)
    assert (str(new.entry.value), new.amended, old.amended) == ("3.40", True, False)
    assert new.entry.date == old.entry.date
    assert stored is not None
    assert "smm" in stored.assessment.diagnosis.possible
    assert rows(
        paths,
        "SELECT id, value, amends_id, amend_reason, recorded_by, voided_at FROM result"
        " WHERE code = 'serum_m_protein' ORDER BY id",
    ) == [
        (old.entry_id, "1.2", None, None, "owner", None),
        (new.entry_id, "3.40", old.entry_id, "打錯", "owner", None),
    ]
    assert new in services.visits.history(patient_id)[0].results


def test_an_amended_result_can_be_amended_again_but_never_the_old_one(
    services: Services, patient_id: int
) -> None:
    services.visits.record(one_result(patient_id, "1.2"))
    (first,) = services.visits.results_of(patient_id, "serum_m_protein")
    services.visits.amend_entry(first.entry_id, DraftResult("serum_m_protein", "1.3", "g/dL"), "a")
    (second,) = services.visits.results_of(patient_id, "serum_m_protein")
    services.visits.amend_entry(second.entry_id, DraftResult("serum_m_protein", "1.4", "g/dL"), "b")

    with pytest.raises(Refusal, match="entry_not_current"):
        services.visits.amend_entry(
            first.entry_id, DraftResult("serum_m_protein", "9", "g/dL"), "c"
        )

    assert m_protein(services, patient_id) == ["1.4"]


def test_a_result_is_not_amended_into_another_analyte(services: Services, patient_id: int) -> None:
    services.visits.record(one_result(patient_id, "1.2"))
    (kept,) = services.visits.results_of(patient_id, "serum_m_protein")

    with pytest.raises(Refusal, match="entry_not_current"):
        services.visits.amend_entry(kept.entry_id, DraftResult("hemoglobin", "12", "g/dL"), "x")


def test_a_wrong_correction_changes_nothing(services: Services, patient_id: int) -> None:
    services.visits.record(one_result(patient_id, "1.2"))
    (kept,) = services.visits.results_of(patient_id, "serum_m_protein")

    with pytest.raises(FieldErrors):
        services.visits.amend_entry(
            kept.entry_id, DraftResult("serum_m_protein", "a lot", "g/dL"), "x"
        )

    assert m_protein(services, patient_id) == ["1.2"]


def test_a_result_of_a_partial_date_keeps_it_when_amended(services: Services) -> None:
    from tests.services.test_patients import arrival

    (patient_id,) = services.patients.admit([arrival(1)])
    (old,) = services.visits.results_of(patient_id, "serum_m_protein")

    services.visits.amend_entry(
        old.entry_id, DraftResult("serum_m_protein", "1.4", "g/dL"), "misread"
    )

    (new,) = services.visits.results_of(patient_id, "serum_m_protein")
    assert (new.entry.date.text, str(new.entry.value)) == ("1981", "1.4")


def test_a_voided_result_counts_no_more_and_stays_readable(
    services: Services, patient_id: int, paths: Paths
) -> None:
    services.visits.record(one_result(patient_id, "1.2"))
    (kept,) = services.visits.results_of(patient_id, "serum_m_protein")

    services.visits.void_entry(EntryKind.RESULT, kept.entry_id, "別人的檢體")

    assert m_protein(services, patient_id) == []
    assert services.assessments.record_of(patient_id).results == ()
    assert rows(paths, "SELECT value, voided_by, void_reason FROM result") == [
        ("1.2", "owner", "別人的檢體")
    ]
    with pytest.raises(Refusal, match="entry_not_current"):
        services.visits.void_entry(EntryKind.RESULT, kept.entry_id, "again")


def test_a_voided_visit_takes_all_that_it_added_with_it(
    services: Services, patient_id: int, paths: Paths
) -> None:
    recorded = services.visits.record(a_draft(patient_id))
    services.visits.record(one_result(patient_id, "0.9", "2026-01-05"))

    services.visits.void_visit(recorded.visit_id, "錯的病人")

    row = services.patients.search()[0]
    assert [visit.observed_on for visit in services.visits.history(patient_id)] == [
        date(2026, 1, 5)
    ]
    assert m_protein(services, patient_id) == ["0.9"]
    assert services.assessments.record_of(patient_id).findings == ()
    assert row.last_visit == date(2026, 1, 5)
    assert rows(paths, "SELECT count(*) FROM visit") == [(2,)]
    with pytest.raises(Refusal, match="no_such_visit"):
        services.visits.void_visit(recorded.visit_id, "again")


def test_after_the_last_visit_is_voided_the_list_shows_no_visit(
    services: Services, patient_id: int
) -> None:
    recorded = services.visits.record(a_draft(patient_id))

    services.visits.void_visit(recorded.visit_id, "錯的病人")

    row = services.patients.search()[0]
    assert (row.last_visit, row.category) == (None, None)
    assert services.patients.card(patient_id).history == ()


def test_what_a_voided_visit_concluded_speaks_no_more_where_an_earlier_visit_stands(
    services: Services, patient_id: int
) -> None:
    earlier = services.visits.record(one_result(patient_id, "3.4", "2026-01-05"))
    wrong = services.visits.record(a_draft(patient_id))

    services.visits.void_visit(wrong.visit_id, "錯的病人")

    row = services.patients.search()[0]
    stored = services.assessments.stored(patient_id)
    assert wrong.assessment.diagnosis.category == "mgus_non_igm"
    assert stored is not None
    assert stored.assessment == earlier.assessment
    assert (row.category, row.possible) == (None, earlier.assessment.diagnosis.possible)
    assert row.next_due == earlier.assessment.follow_up.next_due
    assert services.patients.card(patient_id).history == ()


@pytest.mark.parametrize("reason", ["", "  ", "\n"])
def test_nothing_is_amended_or_voided_without_a_reason(
    services: Services, patient_id: int, paths: Paths, reason: str
) -> None:
    recorded = services.visits.record(one_result(patient_id, "1.2"))
    (kept,) = services.visits.results_of(patient_id, "serum_m_protein")
    before = counts(paths)

    for action in (
        lambda: services.visits.amend_entry(
            kept.entry_id, DraftResult("serum_m_protein", "2", "g/dL"), reason
        ),
        lambda: services.visits.void_entry(EntryKind.RESULT, kept.entry_id, reason),
        lambda: services.visits.void_visit(recorded.visit_id, reason),
    ):
        with pytest.raises(Refusal, match="reason_required"):
            action()

    assert counts(paths) == before


def test_every_change_leaves_its_lines_in_the_log(
    services: Services, patient_id: int, paths: Paths
) -> None:
    visit = services.visits.record(a_draft(patient_id))
    services.visits.record(VisitDraft(patient_id, "2026-11-22", note="x"), same_day=SameDay.JOIN)
    (kept,) = services.visits.results_of(patient_id, "serum_m_protein")
    services.visits.amend_entry(kept.entry_id, DraftResult("serum_m_protein", "2", "g/dL"), "r")
    (new,) = services.visits.results_of(patient_id, "serum_m_protein")
    services.visits.void_entry(EntryKind.RESULT, new.entry_id, "r")
    services.visits.void_visit(visit.visit_id, "r")

    lines = [line for line in audit_lines(paths) if line[0] != "assessment_stored"]

    assert lines[-5:] == [
        ("visit_recorded", "visit", visit.visit_id),
        ("visit_joined", "visit", visit.visit_id),
        ("result_amended", "result", new.entry_id),
        ("result_voided", "result", new.entry_id),
        ("visit_voided", "visit", visit.visit_id),
    ]
    stored = [line for line in audit_lines(paths) if line[0] == "assessment_stored"]
    assert [number for _, _, number in stored] == [1, 2, 3, 4, 5]
