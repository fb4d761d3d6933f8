"""The demonstration: twelve fictional patients over ten years, the same every time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from desktop_app import demo
from desktop_app.demo.cast import read_cast
from desktop_app.paths import Paths, resource_root
from desktop_app.services import Services
from desktop_app.services.clock import FixedClock
from desktop_app.services.patients import PatientRow, Scope

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
    for character in read_cast(resource_root(), today):
        days = [date.fromisoformat(draft.observed_on) for draft in character.drafts]

        assert days == sorted(set(days))
        assert days[-1] <= today


def test_there_are_twelve_over_ten_years(rows: dict[str, PatientRow]) -> None:
    days = [
        date.fromisoformat(draft.observed_on)
        for character in read_cast(resource_root(), TODAY)
        for draft in character.drafts
    ]

    assert len(rows) == 12
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
    assert rows["DEMO-006"].category == "smm"
    assert rows["DEMO-006"].risk_group == "intermediate"


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
