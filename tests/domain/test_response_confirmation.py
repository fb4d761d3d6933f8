"""Prove that a level is confirmed by the next visit as the rule book's own tests say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.rulesets.myeloma.response.confirmation import Visit, confirmed_levels

READ = {
    "PD(death)": Visit("PD", certain=True),
    "PD(img)": Visit("PD", certain=True),
    "PD(lab)": Visit("PD"),
}


def confirmed(read: str, *after: Visit) -> str:
    visits = [READ.get(word) or Visit(word) for word in read.split()]
    return " ".join(confirmed_levels([*visits, *after])[: len(visits)])


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        ("PD(death)", "PD"),
        ("PD(img) CR", "PD PD"),
        ("PD(lab)", "NE"),
        ("PD(lab) CR", "NE SD"),
        ("sCR sCR CR", "sCR sCR sCR"),
        ("CR CR sCR", "CR CR CR"),
        ("sCR VGPR CR VGPR", "VGPR VGPR VGPR VGPR"),
        ("sCR MR SD sCR MR", "MR MR MR MR MR"),
        ("MR PR", "MR MR"),
        ("PR PR PD PD", "PR PR PD PD"),
        ("PR SD", "SD SD"),
        ("MR MR PD PR", "MR MR MR MR"),
        ("NE CR", "NE SD"),
        ("PR NE MR MR", "MR MR MR MR"),
        ("PR NE", "SD SD"),
    ],
)
def test_resp_alg_confirm_gives_what_the_rule_book_lists(read: str, expected: str) -> None:
    assert confirmed(read) == expected


def test_a_progression_is_confirmed_after_new_therapy_too() -> None:
    treated = Visit("PD", treated=True)

    assert confirmed("PR PR PD", treated) == "PR PR PD"


def test_a_response_is_not_confirmed_after_new_therapy() -> None:
    treated = Visit("PR", treated=True)

    assert confirmed("PR", treated) == "SD"


def test_a_progression_at_imaging_confirms_that_of_the_laboratory_before() -> None:
    assert confirmed("PR PR PD PD(img)") == "PR PR PD PD"


def test_only_a_confirmed_response_holds_after_a_confirmed_progression() -> None:
    assert confirmed("PD(img) SD SD PR") == "PD PD PD PD"
    assert confirmed("PD(img) PR PR") == "PD PR PR"
    assert confirmed("PD(img) PR SD") == "PD PD PD"


def unsettled(worst: str, best: str) -> Visit:
    return Visit("NE", between=(worst, best))


@pytest.mark.parametrize(
    ("worst", "best", "expected"),
    [
        ("PR", "VGPR", "PR"),
        ("VGPR", "sCR", "PR"),
        ("SD", "MR", "SD"),
        ("MR", "MR", "MR"),
        ("MR", "PR", "VGPR"),
    ],
)
def test_a_visit_that_lacks_a_marker_confirms_what_it_surely_is(
    worst: str, best: str, expected: str
) -> None:
    # It counts where it is as good as the one before or worse than it; else it is skipped.
    visits = [Visit("PR"), unsettled(worst, best), Visit("VGPR"), Visit("VGPR")]

    levels = confirmed_levels(visits)

    assert levels[0] == (expected if expected != "VGPR" else "PR")
    assert levels[2] == "VGPR"


def test_a_visit_that_lacks_a_marker_but_is_no_progression_refutes_one() -> None:
    visits = [Visit("PD"), unsettled("SD", "PR"), Visit("PD"), Visit("PD")]

    assert confirmed_levels(visits) == ["NE", "NE", "PD", "PD"]


def test_two_visits_that_lack_a_marker_confirm_the_response_that_both_surely_are() -> None:
    visits = [unsettled("MR", "PR"), unsettled("MR", "PR"), unsettled("SD", "PR")]

    assert confirmed_levels(visits) == ["MR", "MR", "MR"]


def test_a_visit_that_may_be_no_response_confirms_nothing_by_itself() -> None:
    assert confirmed_levels([unsettled("SD", "PR"), unsettled("SD", "PR")]) == ["NE", "NE"]


LEVELS = st.sampled_from(["sCR", "CR", "VGPR", "PR", "MR", "SD", "NE", "PD(lab)", "PD(img)"])


@given(st.lists(LEVELS, min_size=1, max_size=8), LEVELS)
def test_what_is_known_of_a_visit_never_changes_later(read: list[str], later: str) -> None:
    before = confirmed(" ".join(read)).split()
    evaluable = [at for at, word in enumerate(read) if word != "NE"]
    settled = evaluable[-1] if evaluable else len(read)

    after = confirmed(" ".join([*read, later])).split()

    assert after[:settled] == before[:settled]


@given(st.lists(st.sampled_from(["CR", "PR", "SD", "NE"]), max_size=6))
def test_a_single_laboratory_progression_is_never_confirmed(read: list[str]) -> None:
    assert "PD" not in confirmed(" ".join([*read, "PD(lab)", "PR"])).split()
