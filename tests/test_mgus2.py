"""Real people: the Mayo cohort of 1,384 loads, and an organ value alone makes nobody a myeloma."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.bootstrap import build_services
from desktop_app.data.key_cost import KeyCost
from desktop_app.domain.arrivals.review import ArrivalState, Decisions
from desktop_app.domain.partial_date import PartialDate
from desktop_app.paths import Paths
from desktop_app.services import Services
from desktop_app.services.clock import Clock
from desktop_app.services.patients import Scope
from scripts.load_mgus2 import load

# Loading everybody takes some ten seconds, and more while coverage is measured.
pytestmark = [pytest.mark.shared, pytest.mark.timeout(240)]
PEOPLE = 1384
COLUMNS = (
    ("hgb", "hemoglobin", "g/dL"),
    ("creat", "creatinine", "mg/dL"),
    ("mspike", "serum_m_protein", "g/dL"),
)


@pytest.fixture(scope="module")
def cohort(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> Iterator[Services]:
    paths = Paths.found(tmp_path_factory.mktemp("cohort"))
    services = build_services(paths, Clock(), key_cost=KeyCost(8, 1, 1))
    services.clinic.create("for this test only")
    review = load(services, shared / "data" / "r_survival" / "mgus2.csv")
    assert len(review.people) == PEOPLE
    assert review.counts == {ArrivalState.NEW: 4097, ArrivalState.QUESTION: 1}
    while services.imports.assess_next():
        pass
    yield services
    services.clinic.lock()


def test_everybody_is_listed(cohort: Services) -> None:
    assert len(cohort.patients.search(limit=2 * PEOPLE)) == PEOPLE
    assert cohort.patients.counts().all == PEOPLE


def test_nobody_is_called_myeloma_from_an_organ_value(cohort: Services) -> None:
    rows = cohort.patients.search(limit=2 * PEOPLE)

    called = [row.record_number for row in rows if row.category == "multiple_myeloma"]

    assert called == []
    assert {row.status for row in rows} == {"undetermined"}


def test_mgus_stays_possible_for_all_below_the_spike_of_smouldering_myeloma(
    cohort: Services,
) -> None:
    rows = cohort.patients.search(limit=2 * PEOPLE)

    without = [row for row in rows if "mgus_non_igm" not in row.possible]

    spikes = {
        result.value
        for row in without
        for result in cohort.assessments.record_of(row.patient_id).results
        if result.code == "serum_m_protein"
    }
    assert {str(spike) for spike in spikes} == {"3"}


def test_one_is_found_by_a_part_of_the_number(cohort: Services) -> None:
    assert [row.record_number for row in cohort.patients.search("MGUS2-815")] == ["MGUS2-815"]


def test_those_overdue_are_those_whose_day_has_passed(cohort: Services) -> None:
    rows = cohort.patients.search(scope=Scope.OVERDUE, limit=2 * PEOPLE)

    assert len(rows) == cohort.patients.counts().overdue
    today = cohort.clock.today()
    assert all(row.refer_now or (row.next_due is not None and row.next_due < today) for row in rows)


def test_an_empty_cell_is_left_unknown_and_the_rest_is_as_in_the_file(
    cohort: Services, shared: Path
) -> None:
    with (shared / "data" / "r_survival" / "mgus2.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    for row in rows[::40]:
        number = f"MGUS2-{row['id']}"
        patient_id = cohort.imports.patient_of(number)
        assert patient_id is not None
        record = cohort.assessments.record_of(patient_id)
        told = {each.code: (str(each.value), each.unit, each.date.text) for each in record.results}
        assert told == {
            code: (row[column], unit, row["dxyr"]) for column, code, unit in COLUMNS if row[column]
        }
        assert record.patient.birth_date == PartialDate(str(int(row["dxyr"]) - int(row["age"])))


def test_one_unusual_value_waits_for_an_answer(cohort: Services, shared: Path) -> None:
    file = shared / "data" / "r_survival" / "mgus2.csv"
    profile = cohort.imports.profile("mgus2")
    staged = cohort.imports.stage(cohort.imports.open_file(file), profile)

    review = cohort.imports.review(staged, profile, Decisions())

    assert review.counts == {ArrivalState.SAME: 4097, ArrivalState.QUESTION: 1}
    (asked,) = (each for each in review.arrivals if each.state is ArrivalState.QUESTION)
    assert (asked.reading.code, [each.code for each in asked.questions]) == (
        "creatinine",
        ["unusual"],
    )
