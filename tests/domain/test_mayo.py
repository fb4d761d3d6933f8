"""Test the Mayo MGUS score: factors, every combination of gaps, figures, when it applies."""

from __future__ import annotations

from itertools import product

import pytest

from desktop_app.domain.conclusions import Score
from desktop_app.domain.truth import Truth
from tests.domain.cases import (
    assessed,
    cause,
    ct,
    finding,
    flc,
    history,
    labs,
    marrow,
    mri,
    note_of,
    result,
    serum,
)

YES, NO, OPEN = Truth.MET, Truth.NOT_MET, Truth.UNKNOWN
GROUPS = ("low", "low_intermediate", "high_intermediate", "high")
IGNORED, COMPETING = (5, 21, 37, 58), (2, 10, 18, 27)
IGG = serum("IgG-kappa")
M_STATES = {
    YES: (result("serum_m_protein", 2),),
    NO: (result("serum_m_protein", 1),),
    OPEN: (result("serum_m_protein", "<2"),),
}
CLASS_STATES = {YES: (serum("IgA-kappa"),), NO: (IGG,), OPEN: ()}
RATIO_STATES = {YES: (result("flc_ratio", 5),), NO: (result("flc_ratio", 1),), OPEN: ()}


def state(assessment_score: Score, name: str) -> Truth:
    (found,) = [x for x in assessment_score.criteria if x.id == name]
    return found.state


def scored(*entries: object) -> Score:
    return assessed(*entries).mayo_mgus


@pytest.mark.parametrize(
    "states", list(product((NO, OPEN, YES), repeat=3)), ids=lambda x: "-".join(y.state for y in x)
)
def test_every_combination_gives_its_range_groups_and_both_columns(
    states: tuple[Truth, Truth, Truth],
) -> None:
    facts = (*M_STATES[states[0]], *CLASS_STATES[states[1]], *RATIO_STATES[states[2]])
    low = states.count(YES)
    high = low + states.count(OPEN)
    settled = low == high

    score = scored(*facts, *labs())

    names = ("MGUS-MAYO-M", "MGUS-MAYO-ISO", "MGUS-MAYO-FLC")
    assert tuple(state(score, name) for name in names) == states
    assert score.applicable
    assert score.score_range == (low, high)
    assert score.score == (low if settled else None)
    assert score.group == (GROUPS[low] if settled else None)
    assert score.possible_groups == GROUPS[low : high + 1]
    figures = [(x.group, x.competing_risk, int(x.percent)) for x in score.risks]
    assert figures == [
        (GROUPS[n], competing, column[n])
        for n in range(low, high + 1)
        for competing, column in ((False, IGNORED), (True, COMPETING))
    ]
    assert {(x.horizon_months, x.kind, x.source) for x in score.risks} == {
        (240, "progression", "rajkumar2005")
    }


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("1.4", "g/dL", NO),
        ("1.49", "g/dL", NO),
        ("1.5", "g/dL", YES),
        ("1.6", "g/dL", YES),
        ("14.9", "g/L", NO),
        ("15", "g/L", YES),
        ("450", "mg/dL", NO),
        ("<1.5", "g/dL", NO),
        ("<1.6", "g/dL", OPEN),
    ],
)
def test_m_protein_at_its_cut(value: str, unit: str, expected: Truth) -> None:
    assert state(scored(IGG, result("serum_m_protein", value, unit)), "MGUS-MAYO-M") is expected


@pytest.mark.parametrize(
    ("ratio", "expected"), [("0.25", YES), ("0.26", NO), ("1.65", NO), ("1.66", YES)]
)
def test_ratio_at_its_cuts(ratio: str, expected: Truth) -> None:
    assert state(scored(IGG, result("flc_ratio", ratio)), "MGUS-MAYO-FLC") is expected


@pytest.mark.parametrize(
    ("bands", "expected", "note"),
    [
        (("IgG-kappa",), NO, None),
        (("IgG",), NO, None),
        (("IgG-kappa", "IgG-lambda"), NO, None),
        (("IgA-lambda",), YES, None),
        (("IgM-kappa",), YES, None),
        (("IgD-lambda",), YES, None),
        (("IgE-kappa",), YES, None),
        (("IgG-kappa", "IgA-lambda"), YES, "biclonal"),
        (("kappa",), OPEN, "no_heavy_chain"),
        ((), OPEN, "no_heavy_chain"),
        (None, OPEN, "missing"),
    ],
)
def test_the_class_of_the_clone(
    bands: tuple[str, ...] | None, expected: Truth, note: str | None
) -> None:
    facts = () if bands is None else (serum(*bands),)

    (found,) = [x for x in scored(*facts).criteria if x.id == "MGUS-MAYO-ISO"]

    assert (found.state, note_of(found)) == (expected, note)


M = result("serum_m_protein", 1)
RATIO = result("flc_ratio", 1)


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ((IGG, M, RATIO, labs(), result("circulating_plasma_cells", 5)),
         "risk_not_with_circulating_cells"),
        ((IGG, M, RATIO, labs(hemoglobin=9)), "risk_not_with_crab_value"),
        ((IGG, M, RATIO, labs(hemoglobin=9), cause("anemia", "clone")), "risk_not_with_crab_value"),
        ((IGG, M, RATIO, labs(), ct(1)), "risk_not_with_crab_value"),
        ((serum("kappa"), flc(80, 10), labs()), "risk_light_chain_mgus"),
        ((IGG, result("serum_m_protein", 3), RATIO, labs()), "risk_only_for_mgus"),
        ((M, RATIO, marrow(12), labs()), "risk_not_with_smm_arm"),
        ((IGG, M, flc(50, 10), marrow(12), labs()), "risk_only_for_mgus"),
        ((IGG, marrow(70)), "risk_only_for_mgus"),
        ((history("multiple_myeloma"), IGG, M), "risk_only_for_mgus"),
    ],
)  # fmt: skip
def test_the_score_says_why_it_does_not_apply(facts: tuple[object, ...], reason: str) -> None:
    score = scored(*facts)

    assert not score.applicable
    assert score.reason is not None
    assert score.reason.code == reason
    assert (score.score, score.score_range, score.group) == (None, None, None)
    assert (score.possible_groups, score.risks) == ((), ())
    assert len(score.criteria) == 3


def test_a_crab_value_of_another_cause_does_not_stop_the_score() -> None:
    score = scored(IGG, M, RATIO, labs(hemoglobin=9), cause("anemia", "other"))

    assert score.applicable
    assert score.group == "low"


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ((IGG, M, RATIO, labs()), None),
        ((IGG, M, RATIO, labs(), marrow(5)), None),
        ((serum("IgM-kappa"), M, RATIO, labs()), None),
        ((IGG, M, RATIO), "valid_only_if_mgus"),
        ((M, RATIO, labs()), "valid_only_if_mgus"),
        ((IGG, M, RATIO, labs(), finding("macroglossia", True)), "valid_only_if_mgus"),
    ],
)
def test_a_score_without_settled_mgus_carries_the_warning(
    facts: tuple[object, ...], reason: str | None
) -> None:
    score = scored(*facts)

    assert score.applicable
    assert (None if score.reason is None else score.reason.code) == reason


def test_every_factor_names_its_source_and_cut() -> None:
    criteria = scored(IGG, M, RATIO).criteria

    assert {(x.source, x.status) for x in criteria} == {("rajkumar2005", "primary")}
    assert [x.threshold for x in criteria] == [
        ">= 1.5 g/dL (>= 15 g/L)",
        "not IgG",
        "< 0.26 or > 1.65",
    ]


def test_iga_with_a_gram_and_a_half_and_no_light_chains() -> None:
    score = scored(serum("IgA-kappa"), result("serum_m_protein", "1.5"), *labs(), ct(), mri())

    assert score.score_range == (2, 3)
    assert [int(x.percent) for x in score.risks if not x.competing_risk] == [37, 58]


def test_the_trace_of_the_score_shows_the_values_used() -> None:
    score = scored(IGG, M, *flc(40, 10))

    assert [x.code for x in score.criteria[0].inputs] == ["serum_m_protein"]
    assert [x.code for x in score.criteria[1].inputs] == ["serum_immunofixation"]
    assert [x.code for x in score.criteria[2].inputs] == ["flc_kappa", "flc_lambda"]


def test_a_reason_to_refer_that_a_factor_gives_carries_its_rule() -> None:
    reasons = assessed(result("serum_m_protein", "1.5"), serum("IgG-kappa")).follow_up.reasons

    assert [x.values for x in reasons if x.code == "refer_MGUS-MAYO-M"] == [
        (("rule", "REFER-LIN"),)
    ]
