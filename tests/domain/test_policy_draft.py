"""Test how a clinic's own noise, intervals and settings for POEMS are typed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desktop_app.domain.errors import FieldErrors
from desktop_app.domain.policy import PUBLISHED, Policy
from desktop_app.domain.policy_draft import DraftIntervals, DraftNoise, PolicyDraft
from tests.domain.cases import catalogue

GUIDELINE = {"FU-A": ((6, 6), (24, 36)), "FU-B": ((3, 4),)}
NOISE = DraftNoise(" 台大 ", "serum_m_protein", "８．５ %")


def checked(draft: PolicyDraft) -> Policy:
    return draft.checked(catalogue(), GUIDELINE)


def errors(draft: PolicyDraft) -> list[tuple[str, str]]:
    with pytest.raises(FieldErrors) as refused:
        checked(draft)
    return [(error.field, error.code) for error in refused.value.errors]


def test_nothing_typed_is_the_published_policy() -> None:
    assert checked(PolicyDraft()) == PUBLISHED


def test_noise_is_kept_by_laboratory_and_code_as_it_was_typed() -> None:
    every = DraftNoise("", "serum_m_protein", "12")

    policy = checked(PolicyDraft((NOISE, every)))

    assert policy.noise_of("serum_m_protein", "台大") == Decimal("8.5")
    assert policy.noise_of("serum_m_protein", "other") == Decimal(12)
    assert policy.noise_of("flc_kappa", "台大") is None


@pytest.mark.parametrize(
    ("noise", "error"),
    [
        ((DraftNoise("", "", "8"),), ("noise.0.code", "answer_not_understood")),
        ((DraftNoise("", "igg", "0"),), ("noise.0.percent", "not_a_percent")),
        ((DraftNoise("", "igg", ""),), ("noise.0.percent", "not_a_percent")),
        ((DraftNoise("", "igg", "101"),), ("noise.0.percent", "not_a_percent")),
        ((NOISE, DraftNoise("台大", NOISE.code, "9")), ("noise.1.code", "entered_twice")),
    ],
)
def test_noise_that_cannot_be_taken(noise: tuple[DraftNoise, ...], error: tuple[str, str]) -> None:
    assert errors(PolicyDraft(noise)) == [error]


def test_noise_of_a_test_that_left_the_catalogue_is_dropped() -> None:
    gone = DraftNoise("", "of_an_earlier_catalogue", "8")

    policy = checked(PolicyDraft((gone, NOISE)))

    assert policy.noise_percent == {("台大", "serum_m_protein"): Decimal("8.5")}


def test_intervals_have_the_steps_of_the_guideline() -> None:
    typed = (
        DraftIntervals("FU-A", (("3", ""), ("12", "１８"))),
        DraftIntervals("FU-B", (("", " "),)),
    )

    assert checked(PolicyDraft(intervals=typed)).intervals == {"FU-A": ((3, 3), (12, 18))}


def test_intervals_that_are_the_published_ones_are_no_policy_of_the_clinic() -> None:
    typed = (DraftIntervals("FU-B", (("3", "4"),)),)

    assert checked(PolicyDraft(intervals=typed)) == PUBLISHED


@pytest.mark.parametrize(
    ("months", "taken"),
    [("0", False), ("1", True), ("60", True), ("61", False), ("1.5", False), ("x", False)],
)
def test_months_are_whole_and_from_1_to_60(months: str, taken: bool) -> None:
    draft = PolicyDraft(intervals=(DraftIntervals("FU-B", ((months, "60"),)),))

    if taken:
        assert checked(draft).intervals["FU-B"] == ((int(months), 60),)
    else:
        assert errors(draft) == [("intervals.FU-B.0.low", "not_months")]


@pytest.mark.parametrize(
    ("steps", "error"),
    [
        ((("6", "3"),), ("intervals.FU-B.0.high", "limits_reversed")),
        ((("", "3"),), ("intervals.FU-B.0.low", "not_months")),
        ((("3", "<4"),), ("intervals.FU-B.0.high", "not_months")),
        ((("3", ""), ("4", "")), ("intervals.FU-B", "answer_not_understood")),
    ],
)
def test_steps_that_cannot_be_taken(
    steps: tuple[tuple[str, str], ...], error: tuple[str, str]
) -> None:
    assert errors(PolicyDraft(intervals=(DraftIntervals("FU-B", steps),))) == [error]


def test_a_rule_that_the_guideline_does_not_have_is_refused() -> None:
    draft = PolicyDraft(intervals=(DraftIntervals("FU-C", (("3", ""),)),))

    assert errors(draft) == [("intervals.FU-C", "answer_not_understood")]


@pytest.mark.parametrize(
    ("typed", "limit"),
    [("", 771), (" ", 771), ("1", 1), (" ８００ ", 800), ("100000", 100_000)],
)
def test_the_limit_of_vegf_is_the_published_one_where_none_is_typed(typed: str, limit: int) -> None:
    assert checked(PolicyDraft(poems_vegf_limit=typed)).poems_vegf_limit == limit


@pytest.mark.parametrize("typed", ["0", "100001", "771.5", ">771", "high"])
def test_a_limit_of_vegf_that_cannot_be_taken(typed: str) -> None:
    draft = PolicyDraft(poems_vegf_limit=typed)

    assert errors(draft) == [("poems_vegf_limit", "not_a_whole_number")]


def test_the_response_of_poems_is_judged_by_one_of_two_sets() -> None:
    assert checked(PolicyDraft()).poems_preset == "consensus"
    assert checked(PolicyDraft(poems_preset="pumch")).poems_preset == "pumch"
    assert errors(PolicyDraft(poems_preset="")) == [("poems_preset", "answer_not_understood")]


def test_only_a_limit_of_the_clinic_is_shown_as_its_own() -> None:
    own = Policy(poems_preset="pumch", poems_vegf_limit=Decimal(800))

    assert PolicyDraft.of(PUBLISHED) == PolicyDraft()
    assert PolicyDraft.of(own).poems_vegf_limit == "800"
    assert checked(PolicyDraft.of(own)) == own


def test_a_policy_is_shown_in_the_texts_that_mean_it() -> None:
    policy = Policy({("台大", "serum_m_protein"): Decimal("8.50")}, {"FU-A": ((3, 3), (12, 18))})

    shown = PolicyDraft.of(policy)

    assert shown.noise[0].percent == "8.50"
    assert checked(shown) == policy
