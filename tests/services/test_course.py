"""Tell the course of a disease from what was told and concluded, as it was concluded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.errors import Refusal
from desktop_app.domain.journal import Stage
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import EarlierDiagnosis
from desktop_app.domain.visit import DraftDiagnosis, DraftResult, VisitDraft
from tests.builders import a_draft, one_result

if TYPE_CHECKING:
    from desktop_app.services import Services


def rising(patient_id: int, value: str, day: str) -> VisitDraft:
    return VisitDraft(patient_id, day, results=(DraftResult("serum_m_protein", value, "g/dL"),))


def test_a_stage_names_the_visit_and_the_criteria_that_moved_the_patient(
    services: Services, patient_id: int
) -> None:
    first = services.visits.record(a_draft(patient_id, "2025-01-10"))
    services.visits.record(rising(patient_id, "1.4", "2025-07-10"))
    moved = services.visits.record(rising(patient_id, "3.2", "2026-01-10"))
    services.visits.record(rising(patient_id, "3.3", "2026-07-10"))

    mgus, smm = services.assessments.course(patient_id)

    assert mgus == Stage(
        "mgus_non_igm", PartialDate("2025-01-10"), first.assessment.diagnosis.status, first.visit_id
    )
    assert (smm.category, smm.since, smm.visit_id) == (
        "smm",
        PartialDate("2026-01-10"),
        moved.visit_id,
    )
    assert "SMM-DX-M" in smm.moved_by
    assert not set(smm.moved_by) & {"SMM-DX-BMPC", "MM-DX"}


def test_the_history_comes_before_what_was_concluded(services: Services, patient_id: int) -> None:
    told = a_draft(patient_id, history=(DraftDiagnosis("mgus_igm", "2019"),))
    services.visits.record(told)

    course = services.assessments.course(patient_id)

    assert [(x.category, x.from_history) for x in course] == [
        ("mgus_igm", True),
        ("mgus_non_igm", False),
    ]
    assert services.patients.card(patient_id).history == (
        EarlierDiagnosis("mgus_igm", PartialDate("2019")),
        EarlierDiagnosis("mgus_non_igm", PartialDate("2026-11-22")),
    )


def test_what_the_doctor_concluded_is_a_stage_until_the_next_assessment(
    services: Services, patient_id: int
) -> None:
    services.visits.record(a_draft(patient_id, "2025-01-10"))
    second = services.visits.record(a_draft(patient_id, "2025-07-10"))
    services.assessments.override(second.assessment_id, "smm", "骨髓重看 12%")
    services.visits.record(a_draft(patient_id, "2026-01-10"))

    course = services.assessments.course(patient_id)

    assert [(x.category, x.overridden, x.moved_by) for x in course] == [
        ("mgus_non_igm", False, ()),
        ("smm", True, ()),
        ("mgus_non_igm", False, ()),
    ]
    assert course[1].visit_id == second.visit_id


def test_an_answer_that_was_taken_back_is_no_stage(services: Services, patient_id: int) -> None:
    recorded = services.visits.record(a_draft(patient_id))
    services.assessments.override(recorded.assessment_id, "smm", "r")
    services.assessments.accept(recorded.assessment_id)

    (stage,) = services.assessments.course(patient_id)

    assert (stage.category, stage.overridden) == ("mgus_non_igm", False)


def test_a_correction_of_the_same_day_keeps_the_visit_of_the_stage(
    services: Services, patient_id: int
) -> None:
    recorded = services.visits.record(a_draft(patient_id))
    (kept,) = services.visits.results_of(patient_id, "serum_m_protein")

    services.visits.amend_entry(
        kept.entry_id, DraftResult("serum_m_protein", "3.4", "g/dL"), "misread"
    )

    (stage,) = services.assessments.course(patient_id)
    assert stage.category == "smm"
    assert stage.visit_id == recorded.visit_id


def test_a_voided_visit_has_no_stage(services: Services, patient_id: int) -> None:
    services.visits.record(a_draft(patient_id, "2025-01-10"))
    wrong = services.visits.record(rising(patient_id, "3.2", "2026-01-10"))

    services.visits.void_visit(wrong.visit_id, "wrong patient")

    assert [x.category for x in services.assessments.course(patient_id)] == ["mgus_non_igm"]


def test_a_category_left_open_is_a_stage_but_no_diagnosis(
    services: Services, patient_id: int
) -> None:
    services.visits.record(one_result(patient_id, "1.2", "2025-01-10"))
    services.visits.record(a_draft(patient_id))

    first, second = services.assessments.course(patient_id)

    assert (first.category, first.status) == (None, "undetermined")
    assert second.category == "mgus_non_igm"
    assert [x.diagnosis for x in services.patients.card(patient_id).history] == ["mgus_non_igm"]


def test_nobody_new_has_a_course(services: Services, patient_id: int) -> None:
    assert services.assessments.course(patient_id) == ()


@pytest.mark.parametrize("category", ["mgus", "MGUS", "", "amyloidosis"])
def test_an_override_is_a_category_of_the_contract(
    services: Services, patient_id: int, category: str
) -> None:
    recorded = services.visits.record(a_draft(patient_id))

    with pytest.raises(Refusal, match="no_such_category"):
        services.assessments.override(recorded.assessment_id, category, "r")

    assert not services.patients.search()[0].overridden
