"""Prove the laws of the three-valued truth."""

from __future__ import annotations

from functools import reduce
from itertools import product
from operator import and_

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.truth import Truth, any_true, at_least

truths = st.sampled_from(Truth)
groups = st.lists(truths, max_size=7)
NO, OPEN, YES = Truth.NOT_MET, Truth.UNKNOWN, Truth.MET


def _completions(members: list[Truth]) -> list[tuple[bool, ...]]:
    choices = {NO: (False,), OPEN: (False, True), YES: (True,)}
    return list(product(*(choices[member] for member in members)))


def _all(members: list[Truth]) -> Truth:
    return reduce(and_, members, YES)


def _lifted(answers: set[bool]) -> Truth:
    return Truth.of(answers.pop()) if len(answers) == 1 else OPEN


@given(truths, truths)
def test_de_morgan(one: Truth, other: Truth) -> None:
    assert ~(one & other) == ~one | ~other
    assert ~(one | other) == ~one & ~other


@given(truths, truths, truths)
def test_and_or_commute_and_associate(one: Truth, other: Truth, third: Truth) -> None:
    assert one & other == other & one
    assert one | other == other | one
    assert (one & other) & third == one & (other & third)
    assert one & (other | third) == (one & other) | (one & third)


@given(truths)
def test_double_negation_and_unknown_stays_unknown(one: Truth) -> None:
    assert ~~one == one
    assert ~OPEN == OPEN


@given(groups)
def test_groups_equal_brute_force_over_all_completions(members: list[Truth]) -> None:
    worlds = _completions(members)

    assert _all(members) == _lifted({all(world) for world in worlds})
    assert any_true(members) == _lifted({any(world) for world in worlds})


@given(groups, st.integers(min_value=0, max_value=8))
def test_at_least_equals_brute_force(members: list[Truth], count: int) -> None:
    worlds = _completions(members)

    assert at_least(count, members) == _lifted({sum(world) >= count for world in worlds})


@given(groups)
def test_at_least_all_is_and_at_least_one_is_or(members: list[Truth]) -> None:
    assert at_least(len(members), members) == _all(members)
    assert at_least(1, members) == any_true(members)


@given(st.lists(truths, min_size=1, max_size=7), st.data())
def test_filling_in_an_unknown_never_reverses_a_settled_verdict(
    members: list[Truth], data: st.DataObject
) -> None:
    filled = [
        data.draw(st.sampled_from((NO, YES))) if member is OPEN else member for member in members
    ]
    verdicts = (_all, any_true, lambda group: at_least(2, group))

    for verdict in verdicts:
        before, after = verdict(members), verdict(filled)
        assert before is OPEN or before is after


@pytest.mark.parametrize(
    ("value", "truth", "state", "known"),
    [(True, YES, "yes", True), (False, NO, "no", True), (None, OPEN, "unknown", False)],
)
def test_bools_become_truths_with_the_words_of_the_contract(
    value: bool | None, truth: Truth, state: str, known: bool
) -> None:
    assert Truth.of(value) is truth
    assert truth.state == state
    assert truth.known is known
