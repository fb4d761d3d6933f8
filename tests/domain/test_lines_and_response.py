"""Prove that progression in the values settles what the plan of treatment leaves open."""

from __future__ import annotations

from desktop_app.domain.record import Result
from tests.domain.cases import assessed, history, result
from tests.domain.therapies import asct, given

INDUCTION = given("VRd", "2024-01-01", "2024-05-01", "p")
RESPONSE = ("2023-12-20", "4.0"), ("2024-02-20", "1.0"), ("2024-03-20", "1.0")
RISE = ("2025-01-10", "2.2"), ("2025-02-10", "2.4")


def lines(*entries: object, values: tuple[tuple[str, str], ...]) -> list[tuple[int, ...]]:
    """Give the possible numbers of every line of a patient with these M-proteins."""
    proteins: list[Result] = [result("serum_m_protein", value, on=day) for day, value in values]
    picture = assessed(history("multiple_myeloma", "2023-12"), *proteins, *entries).myeloma
    assert picture is not None
    assert picture.response is not None
    numbered = {x.possible_numbers[0] for x in picture.lines}
    assert {point.line for point in picture.response.timeline} <= numbered
    return [line.possible_numbers for line in picture.lines]


def test_lenalidomide_for_a_rise_after_a_transplant_without_maintenance_is_a_new_line() -> None:
    entries = INDUCTION, asct("2024-06-15"), given("R", "2025-02-20")

    assert lines(*entries, values=(*RESPONSE, *RISE)) == [(1,), (2,)]


def test_without_a_rise_the_plan_stays_open() -> None:
    entries = INDUCTION, asct("2024-06-15"), given("R", "2025-02-20")

    assert lines(*entries, values=RESPONSE) == [(1,), (1, 2)]


def test_a_rise_that_is_not_confirmed_settles_nothing() -> None:
    entries = INDUCTION, given("KPd", "2025-01-20")

    assert lines(*entries, values=(*RESPONSE, RISE[0])) == [(1,), (1, 2)]


def test_every_line_after_progression_is_counted_on() -> None:
    entries = (
        INDUCTION,
        given("KPd", "2025-02-20", "2025-08-01", "p"),
        given("teclistamab", "2026-02-20"),
    )
    second = ("2025-05-01", "0.5"), ("2025-06-01", "0.5"), ("2025-12-01", "1.4")

    found = lines(*entries, values=(*RESPONSE, *RISE, *second, ("2026-01-01", "1.8")))

    assert found == [(1,), (2,), (3,)]
