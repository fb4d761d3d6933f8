"""Record visits: whole, exact, once a day unless it is said otherwise."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.errors import FieldErrors, Refusal
from desktop_app.domain.visit import DraftResult, VisitDraft
from desktop_app.services.visits import SameDay
from tests.builders import (
    MGUS_FINDINGS,
    NOTE,
    a_draft,
    one_result,
)
from tests.data.reading import audit_lines, counts, rows

if TYPE_CHECKING:
    from desktop_app.paths import Paths
    from desktop_app.services import Services


def test_a_recorded_visit_stands_in_the_history_as_it_was_typed(
    services: Services, patient_id: int
) -> None:
    recorded = services.visits.record(a_draft(patient_id))

    (visit,) = services.visits.history(patient_id)

    assert visit.visit_id == recorded.visit_id
    assert visit.observed_on == date(2026, 11, 22)
    assert visit.note == NOTE
    assert [(f.entry.code, f.entry.value) for f in visit.findings] == [
        (answer.code, answer.value) for answer in MGUS_FINDINGS
    ]
    assert visit.category == recorded.assessment.diagnosis.category == "mgus_non_igm"
    assert visit.status == recorded.assessment.diagnosis.status
    assert visit.risk_group == recorded.assessment.mayo_mgus.group


def test_decimals_keep_the_digits_that_were_reported(
    services: Services, patient_id: int, paths: Paths
) -> None:
    draft = a_draft(patient_id, results=(DraftResult("hemoglobin", "13.50", "g/dL", low="12.0"),))
    services.visits.record(draft)

    (kept,) = services.visits.results_of(patient_id, "hemoglobin")

    assert (str(kept.entry.value), str(kept.entry.low)) == ("13.50", "12.0")
    assert rows(paths, "SELECT value, low, typeof(value) FROM result") == [
        ("13.50", "12.0", "text")
    ]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"observed_on": "2026-02-30"}, "not_a_date"),
        ({"observed_on": "2026-11-23"}, "in_the_future"),
        ({"observed_on": "1969-05-11"}, "before_birth"),
        ({"results": (DraftResult("hemoglobin", "1e2", "g/dL"),)}, "not_a_number"),
        ({"results": (DraftResult("hemoglobin", "13", "mmol/L/s"),)}, "unit_unknown"),
        ({"results": (DraftResult("hemoglobin", "900", "g/dL"),)}, "outside_hard_limits"),
        ({"results": (), "findings": (), "note": " "}, "empty_visit"),
    ],
)
def test_a_wrong_draft_is_refused_and_nothing_of_it_is_stored_or_lost(
    services: Services, patient_id: int, paths: Paths, changes: dict[str, object], code: str
) -> None:
    draft = a_draft(patient_id, **changes)
    services.visits.keep_draft(draft)
    before, lines = counts(paths), audit_lines(paths)

    with pytest.raises(FieldErrors) as refused:
        services.visits.record(draft)

    assert [error.code for error in refused.value.errors] == [code]
    assert (counts(paths), audit_lines(paths)) == (before, lines)
    kept = services.visits.draft(patient_id)
    assert kept is not None
    assert kept.draft == draft


def test_a_value_outside_the_hard_limits_stays_with_its_reason(
    services: Services, patient_id: int
) -> None:
    result = DraftResult("hemoglobin", "900", "g/dL", reason="看過原始報告")

    services.visits.record(a_draft(patient_id, results=(result,)))

    (kept,) = services.visits.results_of(patient_id, "hemoglobin")
    assert (kept.entry.confirmed, kept.entry.note) == (True, "看過原始報告")


def test_a_second_visit_on_a_day_is_a_question(
    services: Services, patient_id: int, paths: Paths
) -> None:
    services.visits.record(a_draft(patient_id))
    before = counts(paths)

    with pytest.raises(Refusal) as asked:
        services.visits.record(one_result(patient_id, "1.3"))

    assert (asked.value.code, asked.value.values) == (
        "second_visit_same_day",
        {"date": "2026-11-22"},
    )
    assert counts(paths) == before


def test_a_joined_visit_is_one_visit_with_both_notes(services: Services, patient_id: int) -> None:
    first = services.visits.record(a_draft(patient_id))

    joined = services.visits.record(
        VisitDraft(patient_id, "2026-11-22", note="下午補記"), same_day=SameDay.JOIN
    )

    (visit,) = services.visits.history(patient_id)
    assert joined.visit_id == first.visit_id
    assert visit.note == f"{NOTE}\n下午補記"


def test_a_separate_visit_on_the_same_day_stands_beside_the_first(
    services: Services, patient_id: int
) -> None:
    first = services.visits.record(a_draft(patient_id))

    second = services.visits.record(one_result(patient_id, "1.3"), same_day=SameDay.SEPARATE)

    assert [visit.visit_id for visit in services.visits.history(patient_id)] == [
        second.visit_id,
        first.visit_id,
    ]


def test_a_voided_visit_raises_no_question(services: Services, patient_id: int) -> None:
    first = services.visits.record(a_draft(patient_id))
    services.visits.void_visit(first.visit_id, "錯的病人")

    second = services.visits.record(a_draft(patient_id))

    assert second.visit_id != first.visit_id


def test_an_earlier_visit_typed_later_leaves_the_list_at_the_latest_day(
    services: Services, patient_id: int
) -> None:
    services.visits.record(a_draft(patient_id))
    due = services.patients.search()[0].next_due

    earlier = services.visits.record(one_result(patient_id, "0.9", "2019-03-01"))

    stored = services.assessments.stored(patient_id)
    row = services.patients.search()[0]
    assert earlier.assessment.as_of == date(2019, 3, 1)
    assert stored is not None
    assert stored.assessment.as_of == date(2026, 11, 22)
    assert (row.last_visit, row.category) == (date(2026, 11, 22), "mgus_non_igm")
    assert row.next_due == stored.assessment.follow_up.next_due
    assert due is not None
