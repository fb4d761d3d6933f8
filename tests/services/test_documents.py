"""Choose, preview, approve, issue and reprint leaflets and letters on a real record."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.document import Clinic
from desktop_app.domain.errors import Refusal
from desktop_app.domain.visit import DraftResult
from tests.builders import a_draft, a_registration, one_result
from tests.reports.sheets import pages_of

if TYPE_CHECKING:
    from desktop_app.services import Services

TAIWAN = ("zh-TW", "en")
LETTER = "referral_hematology"


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
    assert stored.assessment.diagnosis.status == "presumed"
    kinds = services.documents.fitting(stored.assessment)
    assert kinds == ("mgus", "first_m_protein", "questions", "bone_marrow")


def test_no_leaflet_about_a_disease_is_proposed_while_the_diagnosis_is_open(
    services: Services,
) -> None:
    patient_id = services.patients.register(a_registration())
    recorded = services.visits.record(one_result(patient_id, "2.9"))

    assert recorded.assessment.diagnosis.category is None
    fitting = services.documents.fitting(recorded.assessment)
    assert fitting == ("first_m_protein", "questions", "bone_marrow")
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

    fitting = services.documents.fitting(stored.assessment, override="smm")
    assert fitting == ("smm", "questions", "bone_marrow")
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
        services.documents.preview(patient_id, "mgrs", TAIWAN)
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
    leaflets = dict(services.documents._sheets.leaflets)
    leaflets["mgus"] = replace(leaflets["mgus"], sha256="0" * 64)
    services.documents._sheets.__dict__["leaflets"] = leaflets

    assert not services.documents.preview(patient_id, "mgus", TAIWAN).approved


def test_a_review_that_is_overdue_is_printed_on_the_sheet(
    services: Services, patient_id: int
) -> None:
    leaflets = dict(services.documents._sheets.leaflets)
    leaflets["mgus"] = replace(leaflets["mgus"], review_next=date(2026, 11, 21))
    services.documents._sheets.__dict__["leaflets"] = leaflets

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
    services.visits.amend_entry(
        kept.entry_id,
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


SMOULDERING = {"serum_m_protein": "3.1", "marrow_plasma_cells": "22"}


def smouldering(services: Services, number: int = 2) -> int:
    """Register a patient and record a visit that settles smouldering myeloma of high risk."""
    patient_id = services.patients.register(a_registration(number))
    draft = a_draft(patient_id)
    results = tuple(replace(one, text=SMOULDERING.get(one.code, one.text)) for one in draft.results)
    recorded = services.visits.record(replace(draft, results=results))
    assert recorded.assessment.diagnosis.category == "smm"
    assert recorded.assessment.mayo_20_2_20.group == "high"
    return patient_id


def test_the_figure_of_the_group_is_printed_with_cohort_and_window(services: Services) -> None:
    text = text_of(services.documents.preview(smouldering(services), "smm", TAIWAN).pdf)

    assert "about 44 need treatment" in text
    assert "About 56 do not" in text
    assert "1,996" in text
    assert "18" not in text.replace("2018", "")


def test_a_doctor_who_states_smouldering_myeloma_gets_no_figure(
    services: Services, patient_id: int
) -> None:
    stored = services.assessments.stored(patient_id)
    assert stored is not None
    services.assessments.override(stored.assessment_id, "smm", "marrow seen again")

    text = text_of(services.documents.preview(patient_id, "smm", TAIWAN).pdf)

    assert "no figure stands here" in text
    assert "1,996" not in text


def test_the_clinics_name_and_telephone_stand_on_every_sheet(
    services: Services, patient_id: int
) -> None:
    services.settings.keep_clinic(Clinic("ZZ Clinic", "02-2312 3456", "ZZ Road 1", "Dr ZZ"))

    leaflet = services.documents.preview(patient_id, "mgus", TAIWAN)
    letter = services.documents.preview(patient_id, LETTER, ("en",))

    assert "ZZ Clinic 02-2312 3456" in text_of(leaflet.pdf)
    assert "ZZ Clinic · ZZ Road 1 · 02-2312 3456" in text_of(letter.pdf)
    assert "Dr ZZ" in text_of(letter.pdf)


def test_a_letter_may_be_written_of_any_conclusion(services: Services, patient_id: int) -> None:
    open_ = services.patients.register(a_registration(2))
    services.visits.record(one_result(open_, "2.9"))

    assert services.documents.letters() == (LETTER, "poems_neurology", "case_summary")
    assert "MGUS, non-IgM" in text_of(services.documents.preview(patient_id, LETTER, ("en",)).pdf)
    assert "Not settled" in text_of(services.documents.preview(open_, LETTER, ("en",)).pdf)


@pytest.mark.parametrize(
    ("language", "title"),
    [("en", "Referral to haematology"), ("zh-TW", "血液科轉介信"), ("zh-CN", "血液科转诊信")],
)
def test_a_letter_is_written_in_one_language(
    services: Services, patient_id: int, language: str, title: str
) -> None:
    text = text_of(services.documents.preview(patient_id, LETTER, (language,)).pdf)

    assert title in text
    assert a_registration().record_number in text


@pytest.mark.parametrize("languages", [TAIWAN, ("zh-TW", "zh-CN"), ("de",), ()])
def test_a_letter_in_more_or_other_languages_is_refused(
    services: Services, patient_id: int, languages: tuple[str, ...]
) -> None:
    with pytest.raises(Refusal) as refused:
        services.documents.preview(patient_id, LETTER, languages)

    assert refused.value.code == "letter_language"


def test_a_letter_needs_its_text_and_a_visit(services: Services) -> None:
    patient_id = services.patients.register(a_registration())

    with pytest.raises(Refusal) as unwritten:
        services.documents.preview(patient_id, "certificate", ("en",))
    with pytest.raises(Refusal) as unseen:
        services.documents.issue(patient_id, LETTER, ("en",))

    assert unwritten.value.code == "letter_not_written"
    assert unseen.value.code == "letter_without_visit"


def test_the_doctor_can_leave_parts_of_a_letter_out(services: Services, patient_id: int) -> None:
    whole = services.documents.preview(patient_id, LETTER, ("en",))
    bare = services.documents.preview(patient_id, LETTER, ("en",), parts=frozenset())

    assert "Cut-off" in text_of(whole.pdf)
    assert "Cut-off" not in text_of(bare.pdf)


def test_a_letter_says_the_doctors_own_conclusion(services: Services, patient_id: int) -> None:
    stored = services.assessments.stored(patient_id)
    assert stored is not None
    services.assessments.override(stored.assessment_id, "smm", "ZZ reason")

    text = text_of(services.documents.preview(patient_id, LETTER, ("en",)).pdf)

    assert "By our own judgement: Smouldering myeloma. Reason: ZZ reason" in text
    assert "By the rules alone: MGUS, non-IgM: presumed" in text


def test_an_issued_letter_is_kept_byte_for_byte_with_its_audit_line(
    services: Services, patient_id: int
) -> None:
    preview = services.documents.preview(patient_id, LETTER, ("zh-TW",))

    issued = services.documents.issue(patient_id, LETTER, ("zh-TW",), large_print=True)
    services.settings.keep_clinic(Clinic("Renamed"))

    assert issued.pdf == preview.pdf == services.documents.reprint(issued.document_id)
    assert services.documents.preview(patient_id, LETTER, ("zh-TW",)).pdf != issued.pdf
    (row,) = services.documents.issued(patient_id)
    assert (row.kind, row.languages, row.large_print) == (LETTER, ("zh-TW",), False)
    assert row.visit_id is not None


def test_a_letter_needs_no_approval_and_none_can_be_given(
    services: Services, patient_id: int
) -> None:
    preview = services.documents.preview(patient_id, LETTER, ("en",))

    assert preview.approved
    assert not preview.review_overdue
    with pytest.raises(Refusal) as refused:
        services.documents.approve(LETTER)
    assert refused.value.code == "leaflet_not_written"


def test_a_fictional_patient_is_marked_as_such(services: Services) -> None:
    patient_id = services.patients.register(a_registration(), fictional=True)
    services.visits.record(a_draft(patient_id))

    preview = services.documents.preview(patient_id, "mgus", ("zh-CN", "en"))

    letter = services.documents.preview(patient_id, LETTER, ("zh-CN",))

    assert "虚构患者" in text_of(preview.pdf)
    assert "虚构患者" in text_of(letter.pdf)
