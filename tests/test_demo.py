"""The demonstration: twenty fictional patients over ten years, the same every time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from desktop_app import demo
from desktop_app.demo.cast import read_cast
from desktop_app.domain.conclusions import Assessment
from desktop_app.domain.drafts import known_part
from desktop_app.domain.poems_conclusions import ResponseAxis
from desktop_app.domain.truth import Truth
from desktop_app.paths import Paths, resource_root
from desktop_app.services import Services
from desktop_app.services.clock import FixedClock
from desktop_app.services.patients import PatientRow, Scope
from tests.domain.cases import catalogue

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    services = demo.build(Paths.found(tmp_path_factory.mktemp("demo")), FixedClock(TODAY))
    yield services
    services.clinic.lock()


@pytest.fixture
def rows(filled: Services) -> dict[str, PatientRow]:
    return {row.record_number: row for row in filled.patients.search()}


def test_the_cast_is_the_same_every_time() -> None:
    assert read_cast(resource_root(), TODAY) == read_cast(resource_root(), TODAY)


@pytest.mark.parametrize("today", [date(2028, 2, 29), date(2026, 3, 31), date(2027, 1, 1)])
def test_visits_lie_in_the_past_and_in_order_whatever_the_day(today: date) -> None:
    for character in read_cast(resource_root(), today).characters:
        days = [date.fromisoformat(draft.observed_on) for draft in character.drafts]

        assert days == sorted(set(days))
        assert days[-1] <= today


def test_there_are_twenty_over_ten_years(rows: dict[str, PatientRow]) -> None:
    days = [
        date.fromisoformat(draft.observed_on)
        for character in read_cast(resource_root(), TODAY).characters
        for draft in character.drafts
    ]

    assert len(rows) == 20
    assert timedelta(days=3600) < max(days) - min(days) < timedelta(days=3660)


def test_everybody_is_marked_fictional(filled: Services, rows: dict[str, PatientRow]) -> None:
    cards = [filled.patients.card(row.patient_id) for row in rows.values()]

    assert all(card.fictional for card in cards)
    assert all(number.startswith("DEMO-") for number in rows)


def test_every_risk_group_of_mgus_is_there(rows: dict[str, PatientRow]) -> None:
    mgus = [row for row in rows.values() if (row.category or "").startswith("mgus")]

    groups = {row.risk_group for row in mgus if row.risk_group}

    assert groups == {"low", "low_intermediate", "high_intermediate", "high"}


def test_smouldering_myeloma_shows_the_group_of_its_own_model(rows: dict[str, PatientRow]) -> None:
    assert rows["DEMO-006"].category == rows["DEMO-013"].category == "smm"
    assert rows["DEMO-006"].risk_group == "high"
    assert rows["DEMO-013"].risk_group == "intermediate"


def stored(filled: Services, row: PatientRow) -> Assessment:
    kept = filled.assessments.stored(row.patient_id)
    assert kept is not None
    return kept.assessment


def test_smouldering_myeloma_of_high_risk_has_fish_and_full_imaging(
    filled: Services, rows: dict[str, PatientRow]
) -> None:
    patient = rows["DEMO-006"]
    record = filled.assessments.record_of(patient.patient_id)
    tested = {test.abnormality: test.detected for test in record.cytogenetics}

    assert tested["t(4;14)"]
    assert not tested["del(17p)"]
    assert {"mri_focal_lesions", "bone_lytic_pet_ct"} <= {x.code for x in record.findings}
    assert stored(filled, patient).fitting_model == "imwg_2020_factors"


def test_one_smouldering_myeloma_evolves_in_one_laboratory(
    filled: Services, rows: dict[str, PatientRow]
) -> None:
    evolving = rows["DEMO-013"]
    laboratories = {
        x.lab
        for x in filled.assessments.record_of(evolving.patient_id).results
        if x.code == "serum_m_protein"
    }

    met = {x.definition for x in stored(filled, evolving).evolving if x.state is Truth.MET}

    assert laboratories == {"A"}
    assert "EVO-RAVI-EMP" in met
    assert stored(filled, rows["DEMO-001"]).alerts == ()


def test_a_light_chain_and_a_leaking_kidney_raise_the_question_of_mgrs(
    filled: Services, rows: dict[str, PatientRow]
) -> None:
    patient = rows["DEMO-008"]

    assert patient.category == "mgus_light_chain"
    assert stored(filled, patient).mgrs.suspected is Truth.MET
    assert "MGRS-PROMPT" in {alert.id for alert in stored(filled, patient).alerts}


def test_the_cast_has_igm_a_presumed_diagnosis_and_a_change_of_laboratory(
    filled: Services, rows: dict[str, PatientRow]
) -> None:
    changed = filled.assessments.record_of(rows["DEMO-010"].patient_id)

    assert rows["DEMO-007"].category == "mgus_igm"
    assert rows["DEMO-001"].status == "presumed"
    assert {result.lab for result in changed.results} == {"A", "B"}


def test_the_course_begins_with_what_was_told(
    filled: Services, rows: dict[str, PatientRow]
) -> None:
    told, concluded = filled.assessments.course(rows["DEMO-006"].patient_id)

    assert (told.category, told.from_history) == ("mgus_non_igm", True)
    assert told.since is not None
    assert told.since.text == "2019-07"
    assert (concluded.category, concluded.moved_by) == ("smm", ("MM-CLONE-PC",))


def test_a_plasmacytoma_is_followed_by_its_name(
    filled: Services, rows: dict[str, PatientRow]
) -> None:
    patient = rows["DEMO-014"]
    lesions = filled.assessments.record_of(patient.patient_id).lesions

    assert patient.category == "solitary_plasmacytoma"
    assert [(x.lesion, x.diameters_mm[0]) for x in lesions] == [("T8", 34), ("T8", 15)]


def test_days_of_treatments_follow_each_other_and_lie_in_the_past() -> None:
    for today in (date(2028, 2, 29), date(2026, 3, 31), date(2027, 1, 1)):
        for character in read_cast(resource_root(), today).characters:
            for draft in character.drafts:
                known = known_part(draft, today=today, birth=None, catalogue=catalogue())
                assert known.errors == ()
                given = known.treatments
                written = date.fromisoformat(draft.observed_on)
                assert all((x.stop or x.start).first <= written for x in given)
                assert all(x.date.first <= written for x in known.events)


def test_a_transplant_is_one_line_with_its_maintenance_and_a_complete_response(
    filled: Services, rows: dict[str, PatientRow]
) -> None:
    patient = rows["DEMO-015"]
    myeloma = stored(filled, patient).myeloma

    assert patient.category == "multiple_myeloma"
    assert myeloma is not None
    assert [line.number for line in myeloma.lines] == [1]
    assert [part.kind for part in myeloma.lines[0].parts] == [
        *("regimen", "auto_hsct", "regimen", "regimen")
    ]
    assert myeloma.response is not None
    assert myeloma.response.current is not None
    assert myeloma.response.current.category in ("CR", "sCR")
    assert myeloma.response.current.confirmed


def test_a_relapse_outside_the_marrow_ends_as_secondary_leukaemia(
    filled: Services, rows: dict[str, PatientRow]
) -> None:
    patient = rows["DEMO-016"]
    myeloma = stored(filled, patient).myeloma

    assert patient.category == "secondary_plasma_cell_leukemia"
    assert myeloma is not None
    assert len(myeloma.lines) == 3
    assert myeloma.extramedullary is not None
    assert {state.category for state in myeloma.extramedullary.course} >= {"EM-B", "EM-B+EM-E"}
    assert myeloma.plasma_cell_leukemia is not None
    assert myeloma.plasma_cell_leukemia.type == "secondary"


def test_somebody_frail_is_in_the_second_line(
    filled: Services, rows: dict[str, PatientRow]
) -> None:
    myeloma = stored(filled, rows["DEMO-017"]).myeloma

    assert myeloma is not None
    assert [line.regimens for line in myeloma.lines] == [("Rd",), ("DRd",)]
    assert dict(myeloma.scores)["FRAIL-IMWG"].group == "frail"


def test_somebody_is_in_a_cycle_of_kpd_today_with_what_it_cost(
    filled: Services, rows: dict[str, PatientRow]
) -> None:
    patient = rows["DEMO-018"]
    record = filled.assessments.record_of(patient.patient_id)
    myeloma = stored(filled, patient).myeloma

    assert myeloma is not None
    now = myeloma.lines[-1].parts[-1]
    assert (now.name, now.stop, now.cycle is not None) == ("KPd", None, True)
    codes = {finding.code for finding in record.findings if finding.date.last == TODAY}
    assert {"neuropathy_grade", "toxicity"} <= codes


def axes_of(assessment: Assessment) -> dict[str, ResponseAxis]:
    assert assessment.poems is not None
    assert assessment.poems.response is not None
    return {axis.axis: axis for axis in assessment.poems.response.axes}


def test_somebody_with_poems_is_well_two_years_after_a_transplant(
    filled: Services, rows: dict[str, PatientRow]
) -> None:
    patient = rows["DEMO-019"]
    assessment = stored(filled, patient)

    assert (patient.category, patient.status) == ("poems", "confirmed")
    assert assessment.poems is not None
    assert assessment.poems.tier.tier == "confirmed"
    assert {name: axis.current for name, axis in axes_of(assessment).items()} == {
        "hematologic": "CR_H",
        "vegf": "CR_V",
        "radiologic": "CR_R",
        "clinical": "Ci",
        "neurologic": "improved",
    }
    nerves = axes_of(assessment)["neurologic"]
    assert nerves.baseline is not None
    assert nerves.value is not None
    assert (nerves.baseline.value, nerves.value.value) == (6, 3)


def test_influenza_alone_is_no_progression_of_poems(
    filled: Services, rows: dict[str, PatientRow]
) -> None:
    patient = rows["DEMO-019"]
    record = filled.assessments.record_of(patient.patient_id)
    (illness,) = (event.date.text for event in record.events if event.code == "infection")

    (judged,) = (
        point
        for point in axes_of(stored(filled, patient))["vegf"].timeline
        if point.date == illness
    )

    values = {x.date.text: x.value for x in record.results if x.code == "vegf_serum"}
    assert values[illness] == 1450
    assert judged.category != "PD_V"
    assert "poems_vegf_repeat_after_illness" in {note.code for note in judged.notes}


def test_a_neuropathy_that_resists_treatment_waits_for_its_clone(
    filled: Services, rows: dict[str, PatientRow]
) -> None:
    patient = rows["DEMO-020"]
    poems = stored(filled, patient).poems

    assert "poems" in patient.possible
    assert patient.category is None
    assert poems is not None
    assert poems.tier.tier == "clone_unresolved"
    assert "urine_immunofixation" in poems.tier.next_tests


def test_the_clinic_has_a_name_and_noise_of_its_own(filled: Services) -> None:
    assert "示範" in filled.settings.clinic().name
    assert filled.settings.policy().noise_of("serum_m_protein", "B") == 10


def test_an_organ_value_without_its_cause_stays_open(rows: dict[str, PatientRow]) -> None:
    anaemic = rows["DEMO-005"]

    assert anaemic.category is None
    assert {"mgus_non_igm", "multiple_myeloma"} <= set(anaemic.possible)


def test_a_score_without_free_light_chains_stays_a_range(rows: dict[str, PatientRow]) -> None:
    assert rows["DEMO-009"].risk_group is None
    assert len(rows["DEMO-009"].risk_groups) == 2


def test_each_scope_of_the_list_shows_somebody(filled: Services) -> None:
    shown = {scope: filled.patients.search(scope=scope) for scope in Scope}

    assert [scope for scope, rows in shown.items() if not rows] == []
