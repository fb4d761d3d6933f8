"""Prove of any course of POEMS what must hold: no order of entry, no single sample, no mixing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.poems_responses import (
    BLOOD,
    VEGF,
    axis,
    day,
    event,
    flow,
    hot,
    m,
    onls,
    response,
    serum,
    suv,
    urine,
    vegf,
)

DAYS = st.sampled_from(["2024-01-08", "2024-02", *(day(number) for number in range(1, 10))])
AMOUNTS = st.sampled_from(["0", "<1", "2", "4", "5", "8", "9", "10", "20", "25", "25.1", "30"])
LEVELS = st.sampled_from(["100", "200", "590", "600", "771", "900", ">1000", "1300", "2400"])
BANDS = st.sampled_from([(), ("IgA-lambda",), ("IgG-kappa",), ("lambda",)])
KINDS = st.sampled_from(["serum", "plasma", "unspecified"])
ENTRIES = st.lists(
    st.one_of(
        st.builds(m, AMOUNTS, DAYS),
        st.builds(lambda bands, on: serum(*bands, on=on), BANDS, DAYS),
        st.builds(lambda bands, on: urine(*bands, on=on), BANDS, DAYS),
        st.builds(flow, st.booleans(), DAYS),
        st.builds(lambda x, on, kind: vegf(x, on, 600, kind), LEVELS, DAYS, KINDS),
        st.builds(suv, st.integers(1, 20), DAYS),
        st.builds(hot, st.sampled_from(["rib", "spine"]), st.integers(1, 20), DAYS),
        st.builds(onls, st.integers(0, 5), st.integers(0, 7), DAYS),
        st.builds(event, st.sampled_from(["infection", "radiotherapy"]), DAYS),
    ),
    max_size=10,
)


@given(ENTRIES, st.randoms(use_true_random=False))
def test_the_order_of_entry_changes_nothing(entries: list[object], chance: object) -> None:
    shuffled = list(entries)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    assert response(*shuffled) == response(*entries)


@given(ENTRIES)
def test_no_single_sample_makes_a_progression_of_blood_or_vegf(entries: list[object]) -> None:
    found = response(*entries)

    for place, worse in ((BLOOD, "PD_H"), (VEGF, "PD_V")):
        first = [x.category for x in found.axes[place].timeline[:1]]
        assert worse not in first


@given(AMOUNTS, AMOUNTS, LEVELS, LEVELS)
def test_two_values_are_never_a_progression(base: str, now: str, before: str, after: str) -> None:
    blood = axis(BLOOD, m(base), m(now, day(3)))
    level = axis(VEGF, vegf(before, uln=600), vegf(after, day(3), 600))

    assert {blood.current, level.current}.isdisjoint({"PD_H", "PD_V"})


@given(st.lists(LEVELS, min_size=1, max_size=4), st.lists(LEVELS, max_size=4))
def test_plasma_changes_nothing_of_the_serum_series(serums: list[str], plasmas: list[str]) -> None:
    drawn = [vegf(x, day(1 + 2 * n), 600) for n, x in enumerate(serums)]
    beside = [vegf(x, day(2 + 2 * n), 600, "plasma") for n, x in enumerate(plasmas)]
    start = vegf(2400, uln=600)

    alone = axis(VEGF, start, drawn).timeline
    mixed = axis(VEGF, start, drawn, beside).timeline

    days = {x.date for x in alone}
    assert [(x.date, x.category) for x in mixed if x.date in days] == [
        (x.date, x.category) for x in alone
    ]


@given(ENTRIES)
def test_what_is_shown_is_always_one_of_what_is_possible(entries: list[object]) -> None:
    for found in response(*entries).axes:
        for point in found.timeline:
            assert point.category == "NE" or point.category in point.possible
        if found.current is not None:
            assert found.current in found.possible
