"""Choose, preview, approve, issue and reprint leaflets on a real record."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.errors import Refusal
from desktop_app.domain.visit import DraftResult
from tests.builders import a_draft, a_registration, one_result
from tests.reports.sheets import pages_of

if TYPE_CHECKING:
    from desktop_app.services import Services

TAIWAN = ("zh-TW", "en")


@pytest.fixture
def patient_id(services: Services) -> int:
    """Register a patient and record a visit that settles MGUS."""
    patient_id = services.patients.register(a_registration())
    services.visits.record(a_draft(patient_id))
    return patient_id


def text_of(pdf: bytes) -> str:
    """Give all text of a sheet."""
    return " ".join(pages_of(pdf))


def test_the_mgus_leaflet_fits_mgus(services: Services, patient_id: int) -> None:
    stored = services.assessments.stored(patient_id)

    assert stored is not None
    assert services.documents.fitting(stored.assessment) == ("mgus",)


def test_no_leaflet_is_proposed_while_the_diagnosis_is_open(services: Services) -> None:
    patient_id = services.patients.register(a_registration())
    recorded = services.visits.record(one_result(patient_id, "2.9"))

    assert recorded.assessment.diagnosis.category is None
    assert services.documents.fitting(recorded.assessment) == ()
    with pytest.raises(Refusal) as refused:
        services.documents.preview(patient_id, "mgus", TAIWAN)
    assert refused.value.code == "leaflet_does_not_fit"


def test_a_patient_without_a_visit_gets_no_leaflet(services: Services) -> None:
    patient_id = services.patients.register(a_registration())

    with pytest.raises(Refusal) as refused:
        services.documents.preview(patient_id, "mgus", TAIWAN)

    assert refused.value.code == "leaflet_does_not_fit"


def test_the_doctors_conclusion_decides_over_the_programs(
    services: Services, patient_id: int
) -> None:
    stored = services.assessments.stored(patient_id)
    assert stored is not None
    services.assessments.override(stored.assessment_id, "smm", "marrow seen again")

    assert services.documents.fitting(stored.assessment, override="smm") == ()
    with pytest.raises(Refusal) as refused:
        services.documents.issue(patient_id, "mgus", TAIWAN)
    assert refused.value.code == "leaflet_does_not_fit"
    assert services.documents.issued(patient_id) == ()


def test_a_doctor_can_conclude_mgus_where_the_program_leaves_it_open(services: Services) -> None:
    patient_id = services.patients.register(a_registration())
    recorded = services.visits.record(one_result(patient_id, "2.9"))
    services.assessments.override(recorded.assessment_id, "mgus_non_igm", "known for years")

    preview = services.documents.preview(patient_id, "mgus", TAIWAN)

    assert "This is not cancer" in text_of(preview.pdf)


def test_a_leaflet_without_text_or_pair_is_refused(services: Services, patient_id: int) -> None:
    with pytest.raises(Refusal) as unwritten:
        services.documents.preview(patient_id, "poems", TAIWAN)
    with pytest.raises(Refusal) as unpaired:
        services.documents.preview(patient_id, "mgus", ("zh-TW", "zh-CN"))

    assert unwritten.value.code == "leaflet_not_written"
    assert unpaired.value.code == "leaflet_language"


def test_a_preview_shows_the_patients_own_values_and_next_date(
    services: Services, patient_id: int
) -> None:
    text = text_of(services.documents.preview(patient_id, "mgus", TAIWAN).pdf)

    assert "13.50" in text
    assert "22 May 2027" in text
    assert a_registration().record_number in text


def test_a_preview_keeps_nothing(services: Services, patient_id: int) -> None:
    services.documents.preview(patient_id, "mgus", TAIWAN)

    assert services.documents.issued(patient_id) == ()


def test_the_mark_goes_once_the_clinic_has_approved(services: Services, patient_id: int) -> None:
    before = services.documents.preview(patient_id, "mgus", TAIWAN)

    services.documents.approve("mgus")
    after = services.documents.preview(patient_id, "mgus", TAIWAN)

    assert (before.approved, after.approved) == (False, True)
    assert "Not yet approved" in text_of(before.pdf)
    assert "Not yet approved" not in text_of(after.pdf)


def test_approving_twice_is_no_error(services: Services, patient_id: int) -> None:
    services.documents.approve("mgus")
    services.documents.approve("mgus")

    assert services.documents.preview(patient_id, "mgus", TAIWAN).approved


def test_an_approval_holds_for_these_words_only(services: Services, patient_id: int) -> None:
    services.documents.approve("mgus")
    leaflets = dict(services.documents._leaflets)
    leaflets["mgus"] = replace(leaflets["mgus"], sha256="0" * 64)
    services.documents.__dict__["_leaflets"] = leaflets

    assert not services.documents.preview(patient_id, "mgus", TAIWAN).approved


def test_a_review_that_is_overdue_is_printed_on_the_sheet(
    services: Services, patient_id: int
) -> None:
    leaflets = dict(services.documents._leaflets)
    leaflets["mgus"] = replace(leaflets["mgus"], review_next=date(2026, 11, 21))
    services.documents.__dict__["_leaflets"] = leaflets

    preview = services.documents.preview(patient_id, "mgus", TAIWAN)

    assert preview.review_overdue
    assert "Review overdue" in text_of(preview.pdf)


def test_issuing_keeps_the_bytes_that_were_previewed(services: Services, patient_id: int) -> None:
    preview = services.documents.preview(patient_id, "mgus", TAIWAN)

    issued = services.documents.issue(patient_id, "mgus", TAIWAN)

    assert issued.pdf == preview.pdf
    assert issued.sha256 == hashlib.sha256(issued.pdf).hexdigest()
    (row,) = services.documents.issued(patient_id)
    assert (row.document_id, row.kind, row.revision) == (issued.document_id, "mgus", 1)
    assert (row.languages, row.large_print, row.approved) == (TAIWAN, False, False)
    assert row.sha256 == issued.sha256


def test_an_issued_sheet_names_its_visit_and_assessment(services: Services) -> None:
    patient_id = services.patients.register(a_registration())
    recorded = services.visits.record(a_draft(patient_id))

    services.documents.issue(patient_id, "mgus", ("zh-CN", "en"), large_print=True)

    (row,) = services.documents.issued(patient_id)
    assert (row.visit_id, row.assessment_id) == (recorded.visit_id, recorded.assessment_id)
    assert row.large_print


def test_a_reprint_is_what_was_handed_over_whatever_came_later(
    services: Services, patient_id: int
) -> None:
    issued = services.documents.issue(patient_id, "mgus", TAIWAN)
    services.documents.approve("mgus")
    (kept,) = services.visits.results_of(patient_id, "hemoglobin")
    services.visits.amend_result(
        kept.result_id,
        DraftResult("hemoglobin", "12.9", "g/dL", low="12.0", high="16.0"),
        "typing error",
    )

    again = services.documents.reprint(issued.document_id)

    assert again == issued.pdf
    assert services.documents.preview(patient_id, "mgus", TAIWAN).pdf != issued.pdf


def test_there_is_no_reprint_of_what_was_never_issued(services: Services) -> None:
    with pytest.raises(Refusal) as refused:
        services.documents.reprint(999)

    assert refused.value.code == "no_such_document"


def test_a_fictional_patient_is_marked_as_such(services: Services) -> None:
    patient_id = services.patients.register(a_registration(), fictional=True)
    services.visits.record(a_draft(patient_id))

    preview = services.documents.preview(patient_id, "mgus", ("zh-CN", "en"))

    assert "虚构患者" in text_of(preview.pdf)
