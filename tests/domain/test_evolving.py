"""Evolving disease: baseline, windows to the day, the second sample, units, dates, laboratories."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.conclusions import SeriesPoint
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import PatientRecord, Person, Result
from desktop_app.domain.truth import Truth
from tests.domain.cases import finding, history, labs, marrow, record, result, serum
from tests.domain.evolution import (
    EMP,
    FERNANDEZ,
    IGG,
    PANGEA,
    START,
    entries_of,
    evolved,
    hb,
    m,
    notes,
    part,
    state,
)


def test_a_person_without_a_series_has_no_entry() -> None:
    assert evolved(m("2.0"), hb("13")) == {}
    assert evolved(m("<0.5"), m("<0.5", "2024-06-01")) == {}
    assert evolved(m("2.0"), m("2.5")) == {}


def test_without_a_clone_nothing_evolves() -> None:
    nothing = (
        serum(),
        finding("urine_immunofixation", []),
        result("flc_ratio", 1),
        marrow(0),
        labs(),
    )

    assert entries_of(record(hb("14"), hb("13"), *_flat(nothing), hb("13", "2025-01-01"))) == {}


def _flat(facts: tuple[object, ...]) -> list[object]:
    found: list[object] = []
    for fact in facts:
        found += list(fact) if isinstance(fact, tuple) else [fact]
    return found


@pytest.mark.parametrize(
    ("last", "on", "expected"),
    [
        ("2.5", "2025-01-15", "yes"),  # the last day of twelve calendar months
        ("2.5", "2025-01-16", "unknown"),  # one day later: no value in the window
        ("2.4", "2025-01-15", "no"),
    ],
)
def test_a_window_is_calendar_months_with_its_last_day(last: str, on: str, expected: str) -> None:
    assert state(EMP, m("2.0"), m(last, on)) == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [("2024-02-29", "yes"), ("2024-03-01", "unknown")],
)
def test_a_month_without_the_day_ends_on_its_last_one(on: str, expected: str) -> None:
    assert state(EMP, m("5.0", "2023-08-31"), m("5.5", on), m("5.0", "2024-08-31")) == expected


@pytest.mark.parametrize(("unit", "ten"), [("g/dL", 1), ("g/L", 10), ("mg/dL", 1000)])
def test_units_that_are_powers_of_ten_apart_share_the_thresholds(unit: str, ten: int) -> None:
    def of(first: str, last: str) -> str | None:
        values = (Decimal(first) * ten, unit), (Decimal(last) * ten, unit)
        return state(EMP, m(values[0][0], START, unit), m(values[1][0], "2024-07-15", unit))

    assert of("5.0", "5.5") == "yes"
    assert of("5.0", "5.49") == "no"
    assert of("2.99", "3.49") == "no"


def test_a_change_of_unit_between_two_values_is_no_change() -> None:
    entry = evolved(m("20", START, "g/L"), m("2.5", "2024-12-15"))[EMP]

    assert entry.state is Truth.MET
    assert (entry.unit, entry.baseline) == ("g/dL", SeriesPoint(START, Decimal("2.0")))
    assert (entry.change_absolute, entry.change_percent) == (Decimal("0.5"), Decimal(25))


@pytest.mark.parametrize(("days", "confirmed"), [(27, False), (28, True)])
def test_a_rise_is_unconfirmed_until_a_sample_four_weeks_later_agrees(
    days: int, confirmed: bool
) -> None:
    again = date(2024, 12, 15) + timedelta(days=days)
    entry = evolved(m("2.0"), m("2.6", "2024-12-15"), m("2.6", again.isoformat()))[EMP]

    assert (entry.state, entry.confirmed) == (Truth.MET, confirmed)
    assert ("evolving_unconfirmed" in str(entry)) is not confirmed


def test_the_second_sample_may_lie_after_the_window() -> None:
    entry = evolved(m("2.0"), m("2.5", "2025-01-15"), m("2.5", "2026-01-15"))[EMP]

    assert entry.confirmed


def test_a_sample_that_does_not_agree_is_named_and_does_not_undo_the_first() -> None:
    entry = evolved(m("2.0"), m("2.6", "2024-06-15"), m("2.1", "2024-12-15"))[EMP]

    assert (entry.state, entry.confirmed) == (Truth.MET, False)
    assert part(entry, "EVO-RAVI-EMP-M").note is not None
    assert "evolving_not_agreed" in str(entry.criteria)
    assert entry.value == SeriesPoint("2024-06-15", Decimal("2.6"))


def test_the_baseline_is_the_first_value_and_never_the_lowest() -> None:
    entry = evolved(m("2.5"), m("1.9", "2024-06-15"), m("2.5", "2024-12-15"))[EMP]

    assert entry.state is Truth.NOT_MET
    assert entry.baseline == SeriesPoint(START, Decimal("2.5"))


def test_the_baseline_lies_at_or_after_the_diagnosis_of_smouldering_myeloma() -> None:
    facts = (m("1.5", "2022-06-15"), m("2.0"), m("2.4", "2024-12-15"))

    assert evolved(*facts)[PANGEA].baseline == SeriesPoint("2022-06-15", Decimal("1.5"))
    late = evolved(history("mgus_non_igm", "2022"), history("smm", "2024-01"), *facts)
    assert late[PANGEA].baseline == SeriesPoint(START, Decimal("2.0"))
    assert late[EMP].state is Truth.NOT_MET
    only = evolved(history("mgus_non_igm", "2023-05-01"), *facts)
    assert only[PANGEA].baseline == SeriesPoint(START, Decimal("2.0"))
    assert state(EMP, history("smm", None), *facts) == state(EMP, *facts)


def test_without_a_value_after_the_diagnosis_nothing_is_said() -> None:
    facts = (m("1.5", "2022-06-15"), m("2.0", "2022-12-15"))

    assert evolved(history("smm", "2024-01"), *facts) == {}


def test_a_zero_is_no_baseline() -> None:
    entry = evolved(m("0", "2023-01-15"), m("2.0"), m("2.5", "2024-12-15"))[EMP]

    assert entry.baseline == SeriesPoint(START, Decimal("2.0"))


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2024-01", "2024-12-31", "yes"),  # whatever the day in January, within twelve months
        ("2024-01", "2025-01-20", "unknown"),
        ("2024-01", "2025-02-01", "unknown"),  # surely outside: no value in the window
        ("2024-01-15", "2025-01", "unknown"),
        ("2024-01-15", "2024-12", "yes"),
        ("2024-01-15", "2024", "unknown"),  # may be earlier than the baseline
    ],
)
def test_a_date_that_leaves_the_window_open_is_unknown(
    first: str, last: str, expected: str
) -> None:
    # Without a value after it, "2024" alone would be the baseline as well.
    assert state(EMP, m("2.0", first), m("2.6", last)) == expected


def test_an_open_date_says_so_and_does_not_hide_a_sure_no() -> None:
    open_ = evolved(m("2.0", "2024-01"), m("2.6", "2025-01-20"))[EMP]
    assert "evolving_date_open" in str(open_.criteria)

    sure = (m("2.0", "2024-01"), m("2.1", "2024-06-01"), m("2.1", "2025-01-20"))
    assert state(EMP, *sure) == "no"
    assert state(EMP, m("2.0", "2024-01"), m("2.1", "2025-01-20")) == "unknown"


def test_values_that_may_both_be_the_first_must_agree() -> None:
    later = m("2.6", "2024-12-15")

    assert state(EMP, m("2.0"), m("2.0"), later) == "yes"
    assert state(EMP, m("2.0"), m("2.05"), later) == "yes"
    assert state(EMP, m("2.0"), m("2.3"), later) == "unknown"
    entry = evolved(m("2.0", "2024"), m("2.3", "2024-03-01"), m("2.9", "2025-01-01"))[EMP]
    assert entry.state is Truth.MET
    assert not entry.confirmed
    entry = evolved(m("2.0", "2024"), m("2.5", "2024-03-01"), m("2.9", "2025-01-01"))[EMP]
    assert entry.state is Truth.UNKNOWN
    assert "values_disagree" in str(entry)


def test_values_of_one_day_that_differ_leave_it_open() -> None:
    facts = (m("2.0"), m("2.6", "2024-12-15"), m("2.1", "2024-12-15"))

    assert state(EMP, *facts) == "unknown"
    assert "evolving_value_open" in str(evolved(*facts)[EMP].criteria)


@pytest.mark.parametrize(
    ("value", "expected"),
    [("<0.5", "no"), ("<2.4", "no"), ("<2.6", "unknown"), (">2.5", "yes"), (">2.4", "unknown")],
)
def test_a_bounded_value_counts_where_its_range_is_certain(value: str, expected: str) -> None:
    assert state(EMP, m("2.0"), m(value, "2024-12-15")) == expected


def test_a_bounded_value_is_no_baseline() -> None:
    facts = (m("<1.0", "2023-01-15"), m("2.0"), m("2.5", "2024-12-15"))

    assert state(EMP, *facts) == "yes"
    assert evolved(*facts)[EMP].change_percent == 25


def test_ten_percent_counts_only_of_a_high_value_and_in_six_months() -> None:
    assert state(EMP, m("5.0"), m("5.5", "2024-07-15")) == "yes"
    late = evolved(m("5.0"), m("5.1", "2024-07-15"), m("5.5", "2024-07-16"))[EMP]
    assert late.state is Truth.NOT_MET
    assert state(EMP, m("2.9"), m("3.5", "2024-07-15")) == "no"


def test_a_high_value_without_a_sample_in_six_months_stays_open() -> None:
    entry = evolved(m("5.0"), m("5.5", "2024-07-16"))[EMP]

    assert entry.state is Truth.UNKNOWN
    assert "evolving_no_value" in str(entry.criteria)


def test_a_baseline_that_may_be_high_leaves_the_six_months_open() -> None:
    facts = (m("2.9"), m("3.1"), m("3.6", "2024-07-15"), m("3.6", "2024-12-15"))

    assert state(EMP, *facts) == "unknown"
    assert state(FERNANDEZ, *facts) == "unknown"


def ig(value: object, on: str = START, unit: str = "mg/dL", code: str = "igg") -> Result:
    return result(code, value, unit, on=on)


def test_the_involved_immunoglobulin_is_its_own_series() -> None:
    steady = (m("2.0"), m("2.1", "2024-12-15"))
    rising = (ig(2000), ig(2500, "2024-12-15"))

    assert state(EMP, *steady, *rising) == "yes"
    assert state(EMP, *steady, ig(2000), ig(2499, "2024-12-15")) == "no"
    assert state(EMP, *steady, ig("20", START, "g/L"), ig("25", "2024-12-15", "g/L")) == "yes"
    assert state(EMP, *steady, *(replace(x, code="iga") for x in rising)) == "no"
    entry = evolved(*steady, *rising)[EMP]
    assert (entry.code, entry.unit) == ("igg", "mg/dL")
    assert [x.id for x in entry.criteria] == ["EVO-RAVI-EMP-M", "EVO-RAVI-EMP-IG"]
    assert entry.beyond_noise is None


def test_without_m_protein_the_immunoglobulin_can_say_yes_but_not_no() -> None:
    assert state(EMP, ig(2000), ig(2500, "2024-12-15")) == "yes"
    assert state(EMP, ig(2000), ig(2100, "2024-12-15")) == "unknown"
    assert state(EMP, ig(5000), ig(5500, "2024-07-15")) == "unknown"


def test_six_months_of_the_immunoglobulin_need_a_high_m_protein() -> None:
    rising = (ig(5000), ig(5500, "2024-07-15"))

    assert state(EMP, m("3.0"), m("3.0", "2024-07-15"), *rising) == "yes"
    assert state(EMP, m("2.9"), m("2.9", "2024-07-15"), *rising) == "no"
    assert state(EMP, m("2.9"), m("3.0"), m("3.0", "2024-07-15"), *rising) == "unknown"


LAB_A, LAB_B = {"lab": "A"}, {"lab": "B"}


def test_after_a_change_of_laboratory_nothing_is_said_until_the_second_value() -> None:
    first = (m("2.0", **LAB_A), m("2.1", "2024-04-15", **LAB_A))
    new = m("2.8", "2024-08-15", **LAB_B)

    suspended = evolved(*first, new)[EMP]
    assert suspended.state is Truth.UNKNOWN
    assert (suspended.baseline, suspended.change_percent) == (None, None)
    assert suspended.value == SeriesPoint("2024-08-15", Decimal("2.8"))
    assert "laboratory_changed" in str(suspended.criteria)
    resumed = evolved(*first, new, m("3.5", "2024-12-15", **LAB_B))[EMP]
    assert resumed.state is Truth.MET
    assert resumed.baseline == SeriesPoint("2024-08-15", Decimal("2.8"))
    assert "counted_from_new_laboratory" in notes(resumed)


def test_a_laboratory_that_comes_back_is_compared_with_what_it_said_before() -> None:
    facts = (m("2.0", **LAB_A), m("2.8", "2024-04-15", **LAB_B), m("2.5", "2024-08-15", **LAB_A))
    entry = evolved(*facts)[EMP]

    assert entry.state is Truth.MET
    assert entry.baseline == SeriesPoint(START, Decimal("2.0"))


def test_what_one_laboratory_confirmed_stays_after_a_change() -> None:
    risen = (
        m("2.0", **LAB_A),
        m("2.6", "2024-04-15", **LAB_A),
        m("2.6", "2024-06-15", **LAB_A),
    )

    for later in (
        (m("2.0", "2024-08-15", **LAB_B),),
        (m("2.0", "2024-08-15", **LAB_B), m("2.0", "2024-12-15", **LAB_B)),
    ):
        entry = evolved(*risen, *later)[EMP]
        assert (entry.state, entry.confirmed) == (Truth.MET, True)
        assert entry.value == SeriesPoint("2024-04-15", Decimal("2.6"))


def test_a_rise_that_was_not_confirmed_ends_with_its_laboratory() -> None:
    risen = (m("2.0", **LAB_A), m("2.6", "2024-04-15", **LAB_A))

    assert state(EMP, *risen, m("2.0", "2024-08-15", **LAB_B)) == "unknown"


def test_electrophoresis_and_nephelometry_are_never_mixed() -> None:
    unstated, spike = m("2.0"), m("2.0", method="SPEP")
    other = m("2.6", "2024-04-15", method="Nephelometry")

    assert state(EMP, unstated, other) == "unknown"
    assert state(EMP, spike, other) == "unknown"
    again = (m("2.6", "2024-08-15"), m("2.6", "2024-12-15"))
    entry = evolved(unstated, other, *again)[EMP]
    assert entry.baseline == SeriesPoint(START, Decimal("2.0"))
    assert entry.confirmed


def test_a_change_of_method_suspends_as_well() -> None:
    gel = m("2.0", method="gel")

    assert state(EMP, gel, m("2.6", "2024-04-15", method="capillary")) == "unknown"


def test_the_values_behind_an_answer_stand_in_the_trace_as_reported() -> None:
    entry = evolved(m("20", START, "g/L"), m("2.5", "2024-12-15"))[EMP]
    inputs = part(entry, "EVO-RAVI-EMP-M").inputs

    assert [(x.value, x.unit, x.date) for x in inputs] == [
        (Decimal(20), "g/L", START),
        (Decimal("2.5"), "g/dL", "2024-12-15"),
    ]
    assert entry.change_percent == 25


def test_an_unknown_unit_is_compared_with_nothing() -> None:
    assert state(EMP, m("2.0", START, "arb"), m("2.5", "2024-12-15", "arb")) == "unknown"


DAYS = st.integers(0, 700).map(lambda n: (date(2024, 1, 15) + timedelta(days=n)).isoformat())
LABS = st.sampled_from([None, None, None, "A", "B"])
VALUES = st.sampled_from(["1.0", "1.3", "1.8", "2.0", "2.2", "2.5", "3.0", "3.4", "5.0", "<1.0"])
SERIES = st.lists(
    st.one_of(
        st.builds(lambda x, on, lab: m(x, on, lab=lab), VALUES, DAYS, LABS),
        st.builds(lambda x, on: hb(x, on), st.sampled_from(["13", "12.4", "11"]), DAYS),
        st.builds(lambda x, on: ig(x, on), st.sampled_from([1500, 2000, 2600, 4000]), DAYS),
        st.builds(
            lambda x, on: result("flc_ratio", x, on=on), st.sampled_from([2, 9, 30, 60]), DAYS
        ),
    ),
    max_size=9,
)


def known(values: list[Result]) -> PatientRecord:
    return PatientRecord(Person(), results=tuple(values), findings=(IGG,))


@settings(max_examples=120)
@given(SERIES, st.integers(0, 2**16))
def test_the_order_of_entry_changes_nothing(values: list[Result], seed: int) -> None:
    mixed = list(values)
    Random(seed).shuffle(mixed)

    assert entries_of(known(values)) == entries_of(known(mixed))


@settings(max_examples=150)
@given(SERIES, SERIES)
def test_later_values_never_reverse_a_confirmed_yes(
    values: list[Result], later: list[Result]
) -> None:
    before = entries_of(known(values))
    moved = [replace(x, date=PartialDate.of(x.date.first + timedelta(days=701))) for x in later]
    after = entries_of(known([*values, *moved]))

    sure = [name for name, entry in before.items() if entry.confirmed]
    assert [name for name in sure if not after[name].confirmed] == []
    assert all(after[name].state is Truth.MET for name in sure)
    assert before.keys() <= after.keys()
