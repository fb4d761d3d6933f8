"""Assess live and stored, accept and override."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop_app.demo.cast import read_cast
from desktop_app.domain.errors import Refusal
from desktop_app.domain.visit import DraftResult, VisitDraft
from desktop_app.paths import resource_root
from tests.builders import MGUS_RESULTS, NAME, RECORD_NUMBER, a_draft, a_registration, one_result
from tests.data.reading import audit_lines, counts, rows

if TYPE_CHECKING:
    from desktop_app.paths import Paths
    from desktop_app.services import Services


def test_the_live_assessment_of_a_draft_is_the_one_that_is_recorded(
    services: Services, patient_id: int
) -> None:
    draft = a_draft(patient_id)

    live = services.assessments.live(patient_id, draft)
    recorded = services.visits.record(draft)

    assert live == recorded.assessment
    assert live.diagnosis.category == "mgus_non_igm"


def test_the_live_assessment_stores_nothing(
    services: Services, patient_id: int, paths: Paths
) -> None:
    before = (counts(paths), audit_lines(paths))

    services.assessments.live(patient_id, a_draft(patient_id))

    assert (counts(paths), audit_lines(paths)) == before


def test_what_is_still_invalid_in_a_draft_is_left_out(services: Services, patient_id: int) -> None:
    half_typed = (DraftResult("hemoglobin", "13.", "g/dL"), MGUS_RESULTS[0])

    live = services.assessments.live(patient_id, a_draft(patient_id, results=half_typed))

    assert live == services.assessments.live(
        patient_id, a_draft(patient_id, results=(MGUS_RESULTS[0],))
    )


def test_live_is_as_of_the_day_of_the_draft_or_else_today(
    services: Services, patient_id: int
) -> None:
    def day(draft: VisitDraft | None) -> date:
        return services.assessments.live(patient_id, draft).as_of

    assert day(None) == date(2026, 11, 22)
    assert day(one_result(patient_id, "1.2", "2026-03-04")) == date(2026, 3, 4)
    assert day(VisitDraft(patient_id, " 2026-03-04 ")) == date(2026, 3, 4)
    assert day(VisitDraft(patient_id, "soon")) == date(2026, 11, 22)


def test_a_stored_assessment_is_what_was_concluded_trace_and_all(
    services: Services, patient_id: int
) -> None:
    recorded = services.visits.record(a_draft(patient_id))

    stored = services.assessments.stored(patient_id)

    assert stored is not None
    assert stored.assessment == recorded.assessment
    assert (stored.assessment_id, stored.accepted, stored.override) == (
        recorded.assessment_id,
        False,
        None,
    )


def test_nobody_was_assessed_before_the_first_visit(services: Services, patient_id: int) -> None:
    assert services.assessments.stored(patient_id) is None


def test_the_snapshot_of_a_full_visit_takes_eight_kilobytes_or_less(
    services: Services, patient_id: int, paths: Paths
) -> None:
    for year in range(2010, 2026):
        for month in ("01", "07"):
            services.visits.record(a_draft(patient_id, f"{year}-{month}-05"))
    services.visits.record(a_draft(patient_id))

    ((largest,),) = rows(paths, "SELECT max(length(trace)) FROM assessment")

    assert 500 < largest <= 8192


@pytest.mark.parametrize("number", [f"DEMO-0{number}" for number in range(15, 20)])
def test_the_snapshot_after_years_of_treatment_takes_eight_kilobytes_or_less(
    services: Services, patient_id: int, paths: Paths, number: str
) -> None:
    (treated,) = (
        character
        for character in read_cast(resource_root(), services.clock.today()).characters
        if character.registration.record_number == number
    )
    for draft in treated.visits_of(patient_id):
        services.visits.record(draft)

    stored = services.assessments.stored(patient_id)
    ((largest,),) = rows(paths, "SELECT max(length(trace)) FROM assessment")
    assert stored is not None
    assert stored.assessment.myeloma is not None
    assert largest <= 8192


def test_an_accepted_assessment_says_so(services: Services, patient_id: int, paths: Paths) -> None:
    recorded = services.visits.record(a_draft(patient_id))

    services.assessments.accept(recorded.assessment_id)

    stored = services.assessments.stored(patient_id)
    assert stored is not None
    assert stored.accepted
    assert audit_lines(paths)[-1] == (
        "assessment_accepted",
        "assessment",
        recorded.assessment_id,
    )
    assert not services.patients.search()[0].overridden


def test_an_override_stands_in_the_list_beside_what_the_program_concluded(
    services: Services, patient_id: int, paths: Paths
) -> None:
    recorded = services.visits.record(a_draft(patient_id))

    services.assessments.override(recorded.assessment_id, "smm", " 骨髓重看 12% ")

    stored = services.assessments.stored(patient_id)
    row = services.patients.search()[0]
    assert stored is not None
    assert stored.override is not None
    assert (stored.override.category, stored.override.reason, stored.override.at) == (
        "smm",
        "骨髓重看 12%",
        services.clock.now(),
    )
    assert stored.assessment.diagnosis.category == "mgus_non_igm"
    assert (row.category, row.overridden) == ("smm", True)
    assert audit_lines(paths)[-1][0] == "assessment_overridden"


def test_the_last_answer_counts_and_earlier_ones_are_kept(
    services: Services, patient_id: int, paths: Paths
) -> None:
    recorded = services.visits.record(a_draft(patient_id))
    services.assessments.override(recorded.assessment_id, "smm", "r")

    services.assessments.accept(recorded.assessment_id)

    row = services.patients.search()[0]
    assert (row.category, row.overridden) == ("mgus_non_igm", False)
    assert rows(paths, "SELECT accepted, category FROM decision ORDER BY id") == [
        (0, "smm"),
        (1, None),
    ]


def test_an_override_does_not_reach_the_next_visit(services: Services, patient_id: int) -> None:
    first = services.visits.record(a_draft(patient_id, "2026-05-01"))
    services.assessments.override(first.assessment_id, "smm", "r")

    services.visits.record(a_draft(patient_id))

    row = services.patients.search()[0]
    assert (row.category, row.overridden) == ("mgus_non_igm", False)


def test_an_override_needs_a_reason_and_an_assessment(services: Services, patient_id: int) -> None:
    recorded = services.visits.record(a_draft(patient_id))

    with pytest.raises(Refusal, match="reason_required"):
        services.assessments.override(recorded.assessment_id, "smm", " ")
    with pytest.raises(Refusal, match="no_such_assessment"):
        services.assessments.override(99, "smm", "r")
    with pytest.raises(Refusal, match="no_such_assessment"):
        services.assessments.accept(99)


def test_charts_and_sheets_name_the_patient(services: Services, patient_id: int) -> None:
    assert services.assessments.read(patient_id, None).label == f"{NAME} · {RECORD_NUMBER}"


def test_a_record_holds_what_was_typed_without_identity(
    services: Services, patient_id: int
) -> None:
    services.visits.record(a_draft(patient_id))

    record = services.assessments.record_of(patient_id)

    assert len(record.results) == len(MGUS_RESULTS)
    assert record.patient == a_registration().checked(services.clock.today()).person
    assert replace(record, results=(), findings=()).history == ()
