"""Test the free light chains: ratio, involved chain, involved/uninvolved, conflicts, rounding."""

from __future__ import annotations

from decimal import Decimal as D

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_app.domain.criteria.light_chains import involved_ratio, light_chains
from desktop_app.domain.criterion import Judgement, Op
from desktop_app.domain.record import Finding, Result
from desktop_app.domain.truth import Truth
from tests.domain.cases import (
    assessed,
    finding,
    flc,
    gathered,
    note_of,
    result,
    serum,
    view,
    words,
)

YES, NO, OPEN = Truth.MET, Truth.NOT_MET, Truth.UNKNOWN
KAPPA, LAMBDA = serum("IgG-kappa"), serum("IgG-lambda")


def printed(value: str) -> Result:
    return result("flc_ratio", value)


def abnormal(*entries: object) -> Judgement:
    return light_chains(view(*entries)).abnormal


def over(op: Op, cut: str, *entries: object) -> Judgement:
    """Judge the involved/uninvolved ratio of the entries."""
    seen = view(*entries)
    return involved_ratio(seen, light_chains(seen), op, D(cut))


@pytest.mark.parametrize(
    ("ratio", "state"),
    [
        ("0.25", YES),
        ("0.26", NO),
        ("0.27", NO),
        ("1.64", NO),
        ("1.65", NO),
        ("1.66", YES),
        ("<0.01", YES),
        ("<0.26", YES),
        ("<0.3", OPEN),
        (">1.65", YES),
        (">1.6", OPEN),
        ("<1.65", OPEN),
    ],
)
def test_the_normal_range_of_the_ratio_has_normal_ends(ratio: str, state: Truth) -> None:
    assert abnormal(printed(ratio)).truth is state


@pytest.mark.parametrize(
    ("kappa", "lambda_", "state"),
    [("26", "100", NO), ("25.9", "100", YES), ("165", "100", NO), ("165.1", "100", YES)],
)
def test_without_a_printed_ratio_the_chains_give_it(kappa: str, lambda_: str, state: Truth) -> None:
    assert abnormal(*flc(kappa, lambda_)).truth is state


def test_the_printed_ratio_wins_over_the_quotient_of_the_chains() -> None:
    assert abnormal(*flc(166, 100), printed("1.65")).truth is NO


def test_chains_in_milligrams_per_decilitre_are_the_same_number() -> None:
    decilitre = (result("flc_kappa", 40, "mg/dL"), result("flc_lambda", "0.4", "mg/dL"))

    assert gathered(KAPPA, *decilitre).slim_flc.state is YES


@pytest.mark.parametrize(("word", "state"), [("normal", NO), ("high", YES), ("low", YES)])
def test_a_ratio_in_words(word: str, state: Truth) -> None:
    assert abnormal(words("flc_ratio", word)).truth is state


def test_a_sample_is_of_one_day_and_laboratory() -> None:
    kappa = result("flc_kappa", 40, on="2026-05-01")
    lambda_ = result("flc_lambda", 4, on="2026-06-01")
    two_laboratories = (result("flc_kappa", 40, lab="A"), result("flc_lambda", 4, lab="B"))

    assert abnormal(kappa, lambda_).truth is OPEN
    assert abnormal(*two_laboratories).truth is OPEN
    assert abnormal(*flc(40, 4)).truth is YES


def test_samples_of_one_day_must_agree() -> None:
    normal, high = result("flc_ratio", 1, lab="A"), result("flc_ratio", 5, lab="B")

    assert abnormal(normal, high).truth is OPEN
    assert abnormal(result("flc_ratio", 4, lab="A"), high).truth is YES


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("code", ["flc_kappa", "flc_lambda", "flc_ratio"])
def test_two_values_of_one_sample_must_lead_to_one_answer(code: str, order: int) -> None:
    other = {
        "flc_kappa": result("flc_lambda", 10),
        "flc_lambda": result("flc_kappa", 10),
        "flc_ratio": result("flc_kappa", 10),
    }[code]
    pair = (result(code, "1"), result(code, "10" if code != "flc_ratio" else "5"))[::order]

    assert abnormal(*pair, other).truth is OPEN


@pytest.mark.parametrize(
    ("immunofixation", "ratio", "involved"),
    [
        ((KAPPA,), "1", "kappa"),
        ((LAMBDA,), "1", "lambda"),
        ((serum("IgG"), finding("urine_immunofixation", ["lambda"])), "1", "lambda"),
        ((serum("kappa"), finding("urine_immunofixation", ["lambda"])), "1", "kappa"),
        ((), "5", "kappa"),
        ((), "0.1", "lambda"),
        ((), "1", None),
        ((serum(),), "5", "kappa"),
        ((serum("IgG-kappa", "IgA-lambda"),), "5", "kappa"),
        ((serum("IgG-kappa", "IgA-lambda"),), "0.1", "lambda"),
        ((serum("IgG-kappa", "IgA-lambda"),), "1", None),
    ],
)
def test_the_involved_chain(
    immunofixation: tuple[Finding, ...], ratio: str, involved: str | None
) -> None:
    chains = light_chains(view(*immunofixation, printed(ratio)))

    assert chains.involved == involved
    assert not chains.conflict


@pytest.mark.parametrize(
    ("band", "ratio", "conflict"),
    [
        (KAPPA, "0.25", True),
        (KAPPA, "0.26", False),
        (KAPPA, "1.66", False),
        (LAMBDA, "1.66", True),
        (LAMBDA, "1.65", False),
        (LAMBDA, "0.25", False),
    ],
)
def test_immunofixation_against_the_ratio_is_a_conflict_never_inverted(
    band: Finding, ratio: str, conflict: bool
) -> None:
    chains = light_chains(view(band, printed(ratio)))

    assert chains.conflict is conflict
    assert (over(Op.GE, "2", band, printed(ratio)).truth is OPEN) is conflict
    alerts = {alert.id for alert in assessed(band, printed(ratio)).alerts}
    assert ("FLC-INVOLVED" in alerts) is conflict


def test_a_conflict_leaves_the_light_chain_event_open_whatever_the_amounts() -> None:
    # The kappa of an IgG-kappa is low, lambda is very high: nobody knows which chain to judge.
    judged = gathered(KAPPA, *flc(2, 400)).slim_flc

    assert judged.state is OPEN
    assert note_of(judged) == "light_chain_conflict"


@pytest.mark.parametrize(
    ("ratio", "op", "cut", "state"),
    [
        # 0.05 is exactly 20, in decimals
        ("0.05", Op.GE, "20", YES),
        ("0.05", Op.GT, "20", NO),
        ("0.049", Op.GT, "20", YES),
        ("<0.01", Op.GE, "100", YES),
        ("<0.01", Op.GT, "100", YES),
        ("<0.02", Op.GE, "100", OPEN),
        (">0.01", Op.GE, "100", NO),
        (">=0.01", Op.GE, "100", OPEN),
        ("0.125", Op.GE, "8", YES),
        ("0.126", Op.GE, "8", NO),
    ],
)
def test_a_lambda_clone_is_judged_by_the_inverse_ratio(
    ratio: str, op: Op, cut: str, state: Truth
) -> None:
    assert over(op, cut, LAMBDA, printed(ratio)).truth is state


@pytest.mark.parametrize(
    ("band", "ratio", "flagged"),
    [
        (LAMBDA, "0.01", True),  # 0.005 to 0.015: 67 to 200
        (LAMBDA, "0.010", True),
        (LAMBDA, "0.0100", True),
        (LAMBDA, "0.0095", False),
        (LAMBDA, "0.0110", False),
        (LAMBDA, "0.02", False),
        (LAMBDA, "0.0", False),
        (KAPPA, "100", True),
        (KAPPA, "99.9", False),
        (KAPPA, "99.95", False),
        (KAPPA, "100.0", True),
        (KAPPA, "101", False),
    ],
)
def test_a_printed_ratio_whose_rounding_crosses_the_cut_leaves_the_event_open(
    band: Finding, ratio: str, flagged: bool
) -> None:
    chain = result("flc_lambda" if band is LAMBDA else "flc_kappa", 500)

    judged = gathered(band, printed(ratio), chain).slim_flc

    assert (note_of(judged) == "printed_ratio_near_cut") is flagged
    if flagged:
        assert judged.state is OPEN


def test_a_ratio_rounded_to_zero_says_only_that_it_is_small() -> None:
    chains = (LAMBDA, printed("0.00"), result("flc_lambda", 500))

    assert abnormal(*chains).truth is YES
    assert gathered(*chains).slim_flc.state is OPEN


@pytest.mark.parametrize(
    ("kappa", "lambda_", "state"),
    [
        ("99.9", "0.5", NO),
        ("100", "0.5", YES),
        ("100", "1", YES),
        ("99.9", "0.999", NO),
        ("400", "4", YES),
        ("399", "4", NO),
        ("400", "4.01", NO),
        ("400", "<4", YES),
        ("400", "<4.1", OPEN),
        (">400", "4", YES),
        (">300", "4", OPEN),
        ("<400", "4", NO),
        (">400", "<4", YES),
        (">400", "<4.1", OPEN),
        (">=400", "<=4", YES),
        ("<400", "<4", OPEN),
        (">400", ">4", OPEN),
        ("<400", ">4", NO),
    ],
)
def test_ratio_and_amount_of_the_involved_chain_must_both_reach_a_hundred(
    kappa: str, lambda_: str, state: Truth
) -> None:
    assert gathered(KAPPA, *flc(kappa, lambda_)).slim_flc.state is state


@pytest.mark.parametrize(
    ("kappa", "unit", "state"),
    [("9.99", "mg/dL", NO), ("10", "mg/dL", YES), ("99.9", "mg/L", NO), ("100", "mg/L", YES)],
)
def test_the_amount_at_its_cut_in_each_unit(kappa: str, unit: str, state: Truth) -> None:
    entries = (KAPPA, result("flc_kappa", kappa, unit), result("flc_lambda", "0.5", "mg/L"))

    assert gathered(*entries).slim_flc.state is state


@pytest.mark.parametrize(
    ("entries", "state", "note"),
    [
        ((), OPEN, "missing"),
        ((result("flc_lambda", 5),), OPEN, "involved_chain_unknown"),
        ((result("flc_kappa", 5),), OPEN, "involved_chain_unknown"),
        ((KAPPA, printed("250")), OPEN, "involved_chain_not_measured"),
        ((KAPPA, printed("250"), result("flc_lambda", 5)), OPEN, "involved_chain_not_measured"),
        ((printed("1"),), NO, "ratio_normal"),
        ((KAPPA, result("flc_kappa", 50)), NO, None),
        ((KAPPA, result("flc_kappa", 500)), OPEN, "missing"),
        ((KAPPA, *flc(0, 5)), OPEN, None),
        ((KAPPA, words("flc_ratio", "high"), result("flc_kappa", 500)), OPEN, "missing"),
    ],
)
def test_what_is_missing_leaves_the_light_chain_event_open(
    entries: tuple[object, ...], state: Truth, note: str | None
) -> None:
    judged = gathered(*entries).slim_flc

    assert judged.state is state
    if note is not None:
        assert note_of(judged) == note


@pytest.mark.parametrize(
    ("method", "flagged"),
    [("Freelite", False), ("freelite Optilite", False), (None, False), ("N Latex", True)],
)
def test_another_assay_is_computed_and_flagged(method: str | None, flagged: bool) -> None:
    chains = (
        result("flc_kappa", 400, method=method),
        result("flc_lambda", 2, method=method),
    )

    judged = gathered(KAPPA, *chains).slim_flc

    assert judged.state is YES
    assert (note_of(judged) == "assay_not_validated") is flagged
    assert (abnormal(*chains).note is not None) is flagged


@pytest.mark.parametrize(("ratio", "flagged"), [("0.26", True), ("0.3", True), ("0.27", False)])
def test_a_printed_ratio_near_the_normal_range_is_flagged(ratio: str, flagged: bool) -> None:
    note = abnormal(printed(ratio)).note

    assert (note is not None and note.code == "printed_ratio_near_cut") is flagged


numbers = st.decimals(min_value=D("0.1"), max_value=D(900), places=1)


@given(numbers, numbers, st.sampled_from(["8", "20", "100"]), st.sampled_from([Op.GE, Op.GT]))
def test_kappa_and_lambda_clones_mirror_each_other(one: D, other: D, cut: str, op: Op) -> None:
    assume(D("0.26") <= one / other)

    kappa = over(op, cut, KAPPA, *flc(one, other))
    assume(kappa.note is None)
    assume(one / other >= D("0.61"))

    assert over(op, cut, LAMBDA, *flc(other, one)) == kappa
