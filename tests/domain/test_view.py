"""Test which value counts: the latest up to the day, and none where dates leave it open."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Cytogenetic, Person, Sex, Treatment
from desktop_app.domain.truth import Truth
from desktop_app.domain.view import first_day, last_day
from tests.domain.cases import (
    assessed,
    criterion,
    finding,
    gathered,
    plasmacytoma,
    record,
    result,
    view,
)

dates = st.sampled_from(["2024", "2025", "2025-03", "2025-03-10", "2025-04-01", "2026", "2026-01"])


def test_the_latest_value_counts() -> None:
    seen = view(result("hemoglobin", 9, on="2025-01-01"), result("hemoglobin", 12, on="2026-01-01"))

    assert [x.value for x in seen.latest("hemoglobin")] == [12]
    assert [x.value for x in seen.results("hemoglobin")] == [9, 12]


def test_what_is_dated_later_is_not_seen() -> None:
    later = result("hemoglobin", 7, on="2026-07-01")
    seen = view(result("hemoglobin", 12), later, finding("bone_pain", True, on="2026-07-01"))

    assert [x.value for x in seen.latest("hemoglobin")] == [12]
    assert seen.flag("bone_pain") is None
    assert [x.value for x in seen.at(date(2026, 7, 1)).latest("hemoglobin")] == [7]


def test_a_partial_date_that_reaches_past_the_day_is_not_seen() -> None:
    assert view(result("hemoglobin", 7, on="2026")).latest("hemoglobin") == ()


@pytest.mark.parametrize("later", ["2025-03-20", "2025-03"])
def test_partial_dates_that_tie_and_disagree_leave_the_value_unknown(later: str) -> None:
    month, day = result("hemoglobin", 9, on="2025-03"), result("hemoglobin", 13, on=later)

    assert criterion(assessed(month, day), "MM-CRAB-HB-VALUE").state is Truth.UNKNOWN


def test_partial_dates_that_tie_and_agree_are_one_answer() -> None:
    month, day = result("hemoglobin", 9, on="2025-03"), result("hemoglobin", 8, on="2025-03-20")

    assert criterion(assessed(month, day), "MM-CRAB-HB-VALUE").state is Truth.MET


def test_findings_that_tie_and_differ_answer_nothing() -> None:
    yes, no = finding("bone_pain", True, on="2025-03"), finding("bone_pain", False, on="2025-03-09")

    assert view(yes, no).flag("bone_pain") is None
    assert view(yes, finding("bone_pain", True, on="2025-03-09")).flag("bone_pain") is True
    assert view(yes, finding("bone_pain", False, on="2025-04-09")).flag("bone_pain") is False


@given(st.lists(st.tuples(dates, st.integers(min_value=1, max_value=3)), max_size=6))
def test_the_latest_are_those_that_no_other_certainly_follows(
    entries: list[tuple[str, int]],
) -> None:
    results = [result("hemoglobin", value, on=on) for on, value in entries]
    seen = view(*results, as_of="2026-12-31")

    expected = {x for x in results if not any(y.date.first > x.date.last for y in results)}

    assert set(seen.latest("hemoglobin")) == expected
    assert len(seen.latest("hemoglobin")) == len(expected)


@given(st.lists(st.tuples(dates, st.integers(8, 12)), min_size=1, max_size=5), st.randoms())
def test_the_order_of_entry_does_not_change_which_values_count(
    entries: list[tuple[str, int]], random: object
) -> None:
    results = [result("hemoglobin", value, on=on) for on, value in entries]
    shuffled = list(results)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert set(view(*results).latest("hemoglobin")) == set(view(*shuffled).latest("hemoglobin"))


@pytest.mark.parametrize(
    ("tests", "found"),
    [
        ([], None),
        ([("2025", True)], True),
        ([("2024-05", True), ("2025", False)], False),
        ([("2025", True), ("2025-05", False)], None),
        ([("2027", True)], None),
    ],
)
def test_cytogenetics_answer_by_the_latest_test(
    tests: list[tuple[str, bool]], found: bool | None
) -> None:
    tested = [Cytogenetic(PartialDate(on), "t(11;14)", detected) for on, detected in tests]

    assert view(*tested).cytogenetics("t(11;14)") is found
    assert view(*tested).cytogenetics("del(17p)") is None


def test_last_day_of_a_view_stays_before_its_day() -> None:
    entries = (result("hemoglobin", 9, on="2025-01-01"), plasmacytoma(on="2025-05"))

    assert view(*entries).last_day() == date(2025, 5, 31)
    assert view(*entries, as_of="2025-02-01").last_day() == date(2025, 1, 1)
    assert view().last_day() is None


def test_a_lone_fish_result_is_the_last_day_too() -> None:
    test = Cytogenetic(PartialDate("2026-06-10"), "t(4;14)", detected=False)

    assert view(result("hemoglobin", 9, on="2026-06-01"), test).last_day() == date(2026, 6, 10)


def test_first_and_last_day_of_a_record_count_treatments() -> None:
    treatment = Treatment("Rd", PartialDate("2019-02"), stop=PartialDate("2027"))
    open_end = Treatment("Rd", PartialDate("2028-02"))

    assert first_day(record(treatment, result("hemoglobin", 9))) == date(2019, 2, 1)
    assert last_day(record(treatment, result("hemoglobin", 9))) == date(2027, 12, 31)
    assert last_day(record(open_end)) == date(2028, 2, 29)
    assert (first_day(record()), last_day(record())) == (None, None)


@pytest.mark.parametrize(
    ("person", "ages"),
    [
        (Person(Sex.FEMALE, PartialDate("1960-03-04")), (66, 66)),
        (Person(Sex.FEMALE, PartialDate("1960-06-01")), (66, 66)),
        (Person(Sex.FEMALE, PartialDate("1960-06-02")), (65, 65)),
        (Person(Sex.FEMALE, PartialDate("1960")), (65, 66)),
        (Person(Sex.FEMALE, age_years=70), (72, 73)),
        (Person(Sex.FEMALE), None),
    ],
)
def test_ages_are_those_that_the_record_allows(
    person: Person, ages: tuple[int, int] | None
) -> None:
    seen = view(result("hemoglobin", 9, on="2024-05-31"), patient=person)

    assert seen.ages_on(date(2026, 6, 1)) == ages


def test_an_age_belongs_to_the_first_day() -> None:
    seen = view(result("hemoglobin", 9, on="2024-05-31"), patient=Person(age_years=70))

    assert seen.ages_on(date(2024, 5, 31)) == (70, 70)
    assert view(patient=Person(age_years=70)).ages_on(date(2024, 5, 31)) == (70, 70)


def test_a_straddling_date_is_named_under_data_quality() -> None:
    quality = assessed(result("hemoglobin", 9, on="2026")).quality

    assert ("date_straddles", (("count", "1"),)) in [(x.code, x.values) for x in quality]


def test_sex_is_that_of_the_person() -> None:
    assert gathered(patient=Person(Sex.MALE)).view.sex is Sex.MALE
