"""Register, find and list patients."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.errors import FieldError, FieldErrors, Refusal
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.patient import Registration
from desktop_app.domain.record import (
    ClinicalEvent,
    Cytogenetic,
    EarlierDiagnosis,
    Finding,
    Lesion,
    PatientRecord,
    Person,
    Result,
    Sex,
    Treatment,
)
from desktop_app.domain.visit import DraftFinding, DraftResult, VisitDraft
from desktop_app.exchange.case import read_case, write_case
from desktop_app.services.patients import Scope, WorklistCounts
from tests.builders import NAME, RECORD_NUMBER, a_draft, a_registration, one_result
from tests.conftest import TODAY
from tests.data.reading import audit_lines

if TYPE_CHECKING:
    from desktop_app.paths import Paths
    from desktop_app.services import Services


def names(services: Services, text: str, scope: Scope = Scope.ALL) -> list[str]:
    return [row.name for row in services.patients.search(text, scope)]


def test_a_registered_patient_has_the_identity_that_was_typed(services: Services) -> None:
    patient_id = services.patients.register(a_registration())

    card = services.patients.card(patient_id)

    assert card.identity == a_registration().checked(services.clock.today())
    assert (card.age, card.fictional, card.allergies, card.history) == (57, False, None, ())
    assert card.row.category is None
    assert card.row.last_visit is None


def test_a_patient_for_demonstration_is_marked(services: Services) -> None:
    patient_id = services.patients.register(a_registration(), fictional=True)

    assert services.patients.card(patient_id).fictional


@pytest.mark.parametrize(
    "typed", [RECORD_NUMBER, RECORD_NUMBER.lower(), "ＺＺＳＥＮＴＩＮＥＬ 0001"]
)
def test_a_record_number_is_given_once_however_it_is_typed(services: Services, typed: str) -> None:
    services.patients.register(a_registration())

    with pytest.raises(FieldErrors) as refused:
        services.patients.register(a_registration(2, record_number=typed))

    assert refused.value.errors[0].field == "record_number"
    assert refused.value.errors[0].code == "taken"
    assert services.patients.counts().all == 1


def test_wrong_fields_are_named_and_nothing_is_stored(services: Services) -> None:
    with pytest.raises(FieldErrors) as refused:
        services.patients.register(Registration("", " ", "2027-01"))

    assert refused.value.errors == (
        FieldError("record_number", "required"),
        FieldError("name", "required"),
        FieldError("birth_date", "in_the_future", (("text", "2027-01"),)),
    )
    assert services.patients.search() == ()


def test_a_look_at_a_patient_leaves_a_line_without_the_name(
    services: Services, paths: Paths
) -> None:
    patient_id = services.patients.register(a_registration())

    services.patients.card(patient_id)

    assert audit_lines(paths)[-2:] == [
        ("patient_registered", "patient", patient_id),
        ("patient_viewed", "patient", patient_id),
    ]


def test_an_unknown_patient_is_refused_and_leaves_no_line(services: Services, paths: Paths) -> None:
    before = audit_lines(paths)

    with pytest.raises(Refusal, match="no_such_patient"):
        services.patients.card(77)

    assert audit_lines(paths) == before


@pytest.mark.parametrize(
    "text",
    [
        "ZZSENTINELNAME",
        "zzsentinelname 林",
        "小美",
        "ＮＡＭＥ",
        "林小美 0001",
        "0001",
        "1969",
        "1969-05",
        "1969/05/12",
        "0512",
    ],
)
def test_any_fragment_of_name_number_or_birth_date_finds(services: Services, text: str) -> None:
    services.patients.register(a_registration())
    services.patients.register(Registration("77", "王大同", "1950"))

    assert names(services, text) == [NAME]


@pytest.mark.parametrize("text", ["%", "_", "林大", "1968", "'"])
def test_what_matches_nothing_finds_nothing(services: Services, text: str) -> None:
    services.patients.register(a_registration())

    assert names(services, text) == []


def test_beginnings_come_before_middles_and_nobody_comes_twice(services: Services) -> None:
    for number, name in enumerate(("李安", "王李", "李白", "王安")):
        services.patients.register(Registration(f"N{number}", name))

    assert names(services, "李") == ["李安", "李白", "王李"]
    assert [row.name for row in services.patients.search("李", limit=2)] == ["李安", "李白"]


def test_scopes_follow_the_day_on_which_patients_are_due(services: Services) -> None:
    rows = {
        name: services.patients.register(a_registration(number, name=name))
        for number, name in enumerate(("overdue", "fresh", "never"), start=1)
    }
    services.visits.record(a_draft(rows["overdue"], "2020-01-15"))
    services.visits.record(a_draft(rows["fresh"]))

    assert names(services, "", Scope.ALL) == ["fresh", "never", "overdue"]
    assert names(services, "", Scope.OVERDUE) == ["overdue"]
    assert names(services, "", Scope.TODAY) == ["fresh"]
    assert names(services, "", Scope.DUE_SOON) == []
    assert services.patients.counts() == WorklistCounts(all=3, overdue=1, due_soon=0, today=1)


def test_who_is_to_be_referred_now_stands_first_among_the_overdue(services: Services) -> None:
    overdue = services.patients.register(a_registration(1, name="overdue"))
    referred = services.patients.register(a_registration(2, name="referred"))
    services.visits.record(a_draft(overdue, "2020-01-15"))
    organ_damage = (
        DraftResult("serum_m_protein", "4.1", "g/dL"),
        DraftResult("marrow_plasma_cells", "70", "%", method="biopsy"),
        DraftResult("hemoglobin", "7.9", "g/dL"),
    )
    recorded = services.visits.record(a_draft(referred, results=organ_damage))

    rows = services.patients.search("", Scope.OVERDUE)

    assert recorded.assessment.follow_up.refer
    assert recorded.assessment.follow_up.next_due is None
    assert [(row.name, row.refer_now) for row in rows] == [("referred", True), ("overdue", False)]
    assert services.patients.counts().overdue == 2


def test_due_soon_are_the_next_thirty_days(services: Services) -> None:
    patient_id = services.patients.register(a_registration())
    recorded = services.visits.record(one_result(patient_id, "0.5", "2026-10-10"))
    due = recorded.assessment.follow_up.next_due

    assert due == date(2026, 12, 10)
    assert names(services, "", Scope.DUE_SOON) == [NAME]
    assert services.patients.counts().due_soon == 1


def test_duplicates_are_shown_for_number_name_and_birth_date(services: Services) -> None:
    number = services.patients.register(Registration("A-1", "陳一", "1950-01-01"))
    name = services.patients.register(Registration("A-2", "林小美", "1951-01-01"))
    born = services.patients.register(Registration("A-3", "林美", "1969-05-12"))
    services.patients.register(Registration("A-4", "王美", "1969-05-12"))

    found = services.patients.duplicates(Registration("a-1", "林小美", "1969-05-12"))

    assert [row.patient_id for row in found] == [number, name, born]


def test_a_form_that_is_still_empty_has_no_duplicates(services: Services) -> None:
    services.patients.register(a_registration())

    assert services.patients.duplicates(Registration("", "", "not a date")) == ()


def test_allergies_are_those_of_the_latest_answer(services: Services) -> None:
    patient_id = services.patients.register(a_registration())
    asked = VisitDraft(patient_id, "2026-01-10", findings=(DraftFinding("allergy", ("sulfa",)),))
    services.visits.record(asked)
    none = VisitDraft(patient_id, "2026-02-10", findings=(DraftFinding("allergy", ()),))
    services.visits.record(none)

    assert services.patients.card(patient_id).allergies == ()


def test_the_ribbon_shows_each_category_with_its_first_day(services: Services) -> None:
    patient_id = services.patients.register(a_registration())
    services.visits.record(a_draft(patient_id, "2026-01-10"))
    services.visits.record(a_draft(patient_id, "2026-07-10"))

    assert services.patients.card(patient_id).history == (
        EarlierDiagnosis("mgus_non_igm", PartialDate("2026-01-10")),
    )


def arrival(number: int) -> tuple[Registration, PatientRecord]:
    year = PartialDate("1981")
    record = PatientRecord(
        Person(Sex.FEMALE),
        results=(Result(year, "serum_m_protein", Decimal("1.30"), "g/dL"),),
        findings=(Finding(year, "serum_immunofixation", ("IgG",)),),
    )
    return a_registration(number, birth_date="1920"), record


def test_admitted_patients_keep_partial_dates_and_are_assessed_today(services: Services) -> None:
    numbers = services.patients.admit([arrival(1), arrival(2)], fictional=True)

    record = services.assessments.record_of(numbers[1])
    stored = services.assessments.stored(numbers[1])

    assert record.results == arrival(2)[1].results
    assert record.findings == arrival(2)[1].findings
    assert stored is not None
    assert stored.assessment.as_of == services.clock.today()
    assert services.patients.card(numbers[0]).fictional
    assert services.visits.history(numbers[0]) == ()


def test_a_wrong_arrival_admits_nobody(services: Services) -> None:
    with pytest.raises(FieldErrors):
        services.patients.admit([arrival(1), arrival(1)])

    assert services.patients.counts().all == 0


def test_an_admitted_patient_keeps_every_kind_of_entry(services: Services) -> None:
    registration, record = arrival(1)
    day = PartialDate("1981-02")
    full = replace(
        record,
        history=(EarlierDiagnosis("mgus_non_igm", PartialDate("1980")), EarlierDiagnosis("smm")),
        cytogenetics=(
            Cytogenetic(day, "t(4;14)", True, "fish", Decimal("60.0"), 3, False, "repeated"),
            Cytogenetic(day, "del(17p)", False),
        ),
        lesions=(
            Lesion(day, "T10", "bone", "vertebra", True, False, (Decimal("42.0"), Decimal(30)),
                   Decimal("9.10"), "pet_ct", False, "seen"),
            Lesion(PartialDate("1982"), "T10", "bone", resolved=True),
        ),
        treatments=(
            Treatment("VRd", day, ("bortezomib",), PartialDate("1981"), 4, "planned", 1, "n", 21),
            Treatment("Rd", PartialDate("1982")),
        ),
        events=(ClinicalEvent(PartialDate("1981"), "auto_hsct", 1, "n"),),
    )  # fmt: skip

    (patient_id,) = services.patients.admit([(registration, full)])

    kept = services.assessments.record_of(patient_id)
    assert replace(kept, patient=full.patient, history=()) == replace(full, history=())
    assert kept.history == (full.history[1], full.history[0])
    assert str(kept.lesions[0].diameters_mm[0]) == "42.0"
    assert read_case(write_case(full).encode(), services.catalogue) == full


def test_a_visit_after_an_admission_is_what_the_list_speaks_of(services: Services) -> None:
    (patient_id,) = services.patients.admit([arrival(1)])

    recorded = services.visits.record(one_result(patient_id, "3.4", "2026-11-15"))

    row = services.patients.search()[0]
    stored = services.assessments.stored(patient_id)
    assert stored is not None
    assert stored.assessment_id == recorded.assessment_id
    assert row.possible == recorded.assessment.diagnosis.possible


def test_a_visit_before_what_was_admitted_does_not_hide_it(services: Services) -> None:
    registration, record = arrival(1)
    today = tuple(replace(x, date=PartialDate.of(TODAY)) for x in record.results)
    (patient_id,) = services.patients.admit([(registration, replace(record, results=today))])

    services.visits.record(one_result(patient_id, "3.4", "2026-11-15"))

    stored = services.assessments.stored(patient_id)
    assert stored is not None
    assert stored.assessment.as_of == TODAY
    assert "mgus_non_igm" in stored.assessment.diagnosis.possible
