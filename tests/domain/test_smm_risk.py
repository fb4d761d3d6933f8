"""Test the models of smouldering myeloma: each factor at its cut, bins, groups, when they apply."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest

from desktop_app.domain.conclusions import Assessment, Score
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Cytogenetic
from desktop_app.domain.truth import Truth
from tests.domain.cases import (
    DAY,
    assessed,
    cause,
    ct,
    finding,
    flc,
    labs,
    marrow,
    mri,
    result,
    serum,
)

IGG = serum("IgG-kappa")
CLEAR = (ct(), mri(), *labs())
ALL_FOUR = ("t(4;14)", "t(14;16)", "gain(1q)", "del(13q)")


def fish(*found: str, tested: tuple[str, ...] = ALL_FOUR) -> tuple[Cytogenetic, ...]:
    names = (*tested, *(name for name in found if name not in tested))
    return tuple(Cytogenetic(PartialDate(DAY), name, name in found) for name in names)


def smm(percent: object = 15, m: object = "1.5", ratio: object = 5, unit: str = "g/dL") -> list:  # type: ignore[type-arg]
    return [
        IGG,
        *marrow(percent),
        result("serum_m_protein", m, unit),
        *flc(Decimal(str(ratio)) * 10, 10),
        *CLEAR,
    ]


def state(score: Score, name: str) -> Truth:
    (found,) = [x for x in score.criteria if x.id == name]
    return found.state


@pytest.mark.parametrize(
    ("changed", "rule", "met"),
    [
        ({"percent": 20}, "SMM-MAYO2018-PC", False),
        ({"percent": "20.1"}, "SMM-MAYO2018-PC", True),
        ({"m": 2}, "SMM-MAYO2018-M", False),
        ({"m": "2.1"}, "SMM-MAYO2018-M", True),
        ({"m": 20, "unit": "g/L"}, "SMM-MAYO2018-M", False),
        ({"m": 21, "unit": "g/L"}, "SMM-MAYO2018-M", True),
        ({"ratio": 20}, "SMM-MAYO2018-FLC", False),
        ({"ratio": "20.1"}, "SMM-MAYO2018-FLC", True),
    ],
)
def test_each_factor_at_its_cut(changed: dict[str, object], rule: str, met: bool) -> None:
    score = assessed(*smm(**changed)).mayo_20_2_20  # type: ignore[arg-type]

    assert state(score, rule) is Truth.of(met)


@pytest.mark.parametrize(("printed", "met"), [("0.05", False), ("0.049", True)])
def test_a_printed_lambda_ratio_at_its_cut(printed: str, met: bool) -> None:
    facts = (serum("IgG-lambda"), *marrow(15), result("flc_ratio", printed), *CLEAR)

    score = assessed(*facts, result("serum_m_protein", 1)).mayo_20_2_20

    assert state(score, "SMM-MAYO2018-FLC") is Truth.of(met)


@pytest.mark.parametrize(
    ("factors", "group", "two_years", "five_years", "international"),
    [
        (0, "low", "9.7", "22.5", "6"),
        (1, "intermediate", "26.3", "46.7", "18"),
        (2, "high", "47.4", "81.5", "44"),
        (3, "high", "47.4", "81.5", "44"),
    ],
)
def test_mayo_groups_print_their_cohorts(
    factors: int, group: str, two_years: str, five_years: str, international: str
) -> None:
    values = (("percent", 30, 15), ("m", "2.5", "1.5"), ("ratio", 30, 5))
    chosen = {name: high if n < factors else low for n, (name, high, low) in enumerate(values)}

    score = assessed(*smm(**chosen)).mayo_20_2_20  # type: ignore[arg-type]

    assert (score.score, score.group, score.reason) == (factors, group, None)
    assert [(x.horizon_months, str(x.percent), x.source) for x in score.risks] == [
        (24, two_years, "lakshman2018"),
        (60, five_years, "lakshman2018"),
        (24, international, "mateos2020"),
    ]


@pytest.mark.parametrize(
    ("found", "factors", "group", "percent"),
    [
        ((), 0, "low", "6"),
        (("t(4;14)",), 1, "low_intermediate", "23"),
        (("gain(1q)",), 2, "intermediate", "46"),
        (("del(13q)",), 3, "high", "63"),
        (("t(14;16)",), 4, "high", "63"),
    ],
)
def test_the_count_with_fish(
    found: tuple[str, ...], factors: int, group: str, percent: str
) -> None:
    others = factors - bool(found)
    values = (("percent", 30, 15), ("m", "2.5", "1.5"), ("ratio", 30, 5))
    chosen = {name: high if n < others else low for n, (name, high, low) in enumerate(values)}

    score = assessed(*smm(**chosen), *fish(*found)).imwg_2020_factors  # type: ignore[arg-type]

    assert (score.score, score.group) == (factors, group)
    assert [str(x.percent) for x in score.risks] == [percent]


@pytest.mark.parametrize(
    ("tests", "answer"),
    [
        (fish(), Truth.NOT_MET),
        (fish("amp(1q)"), Truth.MET),
        (fish("t(4;14)", tested=()), Truth.MET),
        (fish(tested=("t(4;14)", "t(14;16)", "del(13q)")), Truth.UNKNOWN),
        (fish("del(17p)"), Truth.NOT_MET),
        (fish("del(17p)", tested=()), Truth.UNKNOWN),
        ((), Truth.UNKNOWN),
    ],
)
def test_fish_is_no_only_if_all_four_were_tested(
    tests: tuple[Cytogenetic, ...], answer: Truth
) -> None:
    score = assessed(*smm(), *tests).imwg_2020_factors

    assert state(score, "SMM-IMWG2020-FISH") is answer


def test_missing_fish_widens_the_count_and_is_asked_for() -> None:
    assessment = assessed(*smm(percent=30))

    assert assessment.imwg_2020_factors.score_range == (1, 2)
    assert assessment.imwg_2020_factors.possible_groups == ("low_intermediate", "intermediate")
    assert "imwg_2020_factors" in {x.code: x.settles for x in assessment.missing}["fish"]


@pytest.mark.parametrize(
    ("changed", "points"),
    [
        ({"ratio": 10}, 0),
        ({"ratio": "10.5"}, 2),
        ({"ratio": 25}, 2),
        ({"ratio": "25.1"}, 3),
        ({"ratio": 40}, 3),
        ({"ratio": "40.1"}, 5),
        ({"m": "1.5"}, 0),
        ({"m": "1.55"}, 3),
        ({"m": "2.95"}, 3),
        ({"m": 3}, 3),
        ({"m": "3.1"}, 4),
        ({"percent": 15}, 0),
        ({"percent": "15.5"}, 2),
        ({"percent": 20}, 2),
        ({"percent": "20.5"}, 3),
        ({"percent": 30}, 3),
        ({"percent": "30.5"}, 5),
        ({"percent": 40}, 5),
        ({"percent": "40.5"}, 6),
    ],
)
def test_points_of_each_bin(changed: dict[str, object], points: int) -> None:
    score = assessed(*smm(**changed), *fish()).imwg_2020_points  # type: ignore[arg-type]

    assert score.score == points


@pytest.mark.parametrize(
    ("percent", "m", "ratio", "found", "total", "group", "risk"),
    [
        (15, "3.1", 5, (), 4, "low", "3.8"),
        (15, 3, 5, ("t(4;14)",), 5, "low_intermediate", "26"),
        (25, 3, "10.5", (), 8, "low_intermediate", "26"),
        (35, "3.1", 5, (), 9, "intermediate", "51"),
        (35, "3.1", 30, (), 12, "intermediate", "51"),
        (50, "3.1", 30, (), 13, "high", "73"),
        (50, "3.1", 50, ("t(4;14)",), 17, "high", "73"),
    ],
)
def test_point_groups_at_their_ends(
    percent: int,
    m: object,
    ratio: object,
    found: tuple[str, ...],
    total: int,
    group: str,
    risk: str,
) -> None:
    score = assessed(*smm(percent, m, ratio), *fish(*found)).imwg_2020_points

    assert (score.score, score.group) == (total, group)
    assert [str(x.percent) for x in score.risks] == [risk]


def test_missing_parts_keep_every_total_that_they_allow() -> None:
    facts = [x for x in smm(percent=25, m="2.5") if getattr(x, "code", "")[:3] != "flc"]

    score = assessed(*facts).imwg_2020_points

    assert score.score_range == (6, 13)
    assert score.possible_groups == ("low_intermediate", "intermediate", "high")
    assert score.score is None


def reason(assessment: Assessment) -> str | None:
    note = assessment.mayo_20_2_20.reason
    return note.code if note else None


@pytest.mark.parametrize(
    ("facts", "applicable", "code"),
    [
        ((IGG, result("serum_m_protein", 1), *marrow(5), *CLEAR), False, "risk_only_for_smm"),
        ((IGG, *marrow(70), *CLEAR), False, "risk_only_for_smm"),
        ((IGG, result("serum_m_protein", 4), *CLEAR), False, "risk_needs_marrow"),
        ((serum("IgM-kappa"), *marrow(15), *CLEAR), False, "risk_only_for_smm"),
        (
            (*smm(), result("circulating_plasma_cells", 6)),
            False,
            "risk_not_with_circulating_cells",
        ),
        (
            (IGG, *marrow(15), *labs(hemoglobin=9)),
            False,
            "risk_not_with_crab_value",
        ),
        (
            (
                IGG,
                *marrow(15),
                *flc(50, 10),
                ct(),
                mri(),
                *labs(hemoglobin=9),
                cause("anemia", "other"),
            ),
            True,
            None,
        ),
        ((IGG, *marrow(15), finding("bone_pain", True)), True, "valid_only_if_smm"),
        ((serum("kappa"), *marrow(15), *flc(150, 10), *CLEAR), True, "smm_light_chain_caveat"),
    ],
)
def test_when_the_models_apply(
    facts: tuple[object, ...], applicable: bool, code: str | None
) -> None:
    assessment = assessed(*facts)

    assert assessment.mayo_20_2_20.applicable is applicable
    assert reason(assessment) == code


def test_light_chain_disease_scores_its_m_protein_as_zero() -> None:
    assessment = assessed(serum("kappa"), *marrow(15), *flc(150, 10), *CLEAR, *fish())

    assert assessment.diagnosis.category == "smm_light_chain"
    assert state(assessment.mayo_20_2_20, "SMM-MAYO2018-M") is Truth.NOT_MET
    assert assessment.imwg_2020_points.score == 2


def test_the_leading_score_is_that_of_the_category() -> None:
    mgus = assessed(IGG, result("serum_m_protein", 1), *marrow(5), result("flc_ratio", 1), *CLEAR)
    smouldering = assessed(*smm())

    assert mgus.leading_score is mgus.mayo_mgus
    assert smouldering.leading_score is smouldering.mayo_20_2_20


@pytest.mark.parametrize("known", list(product((True, False), repeat=3)))
def test_knowing_more_only_narrows_the_groups(known: tuple[bool, bool, bool]) -> None:
    everything = smm(percent=25, m="2.5", ratio=30)
    codes = ("serum_m_protein", "flc_kappa", "flc_lambda")
    hidden = {code for code, kept in zip(codes, known, strict=True) if not kept}
    less = [x for x in everything if getattr(x, "code", "") not in hidden]

    more_groups = set(assessed(*everything).imwg_2020_points.possible_groups)
    fewer_facts = set(assessed(*less).imwg_2020_points.possible_groups)

    assert more_groups <= fewer_facts


def test_four_copies_absent_do_not_exclude_three() -> None:
    three = ("t(4;14)", "t(14;16)", "del(13q)")

    def answered(*tested: str) -> Truth:
        score = assessed(*smm(), *fish(tested=(*three, *tested))).imwg_2020_factors
        return state(score, "SMM-IMWG2020-FISH")

    assert answered("amp(1q)") is Truth.UNKNOWN
    assert answered("gain(1q)") is Truth.NOT_MET
    assert answered("gain(1q)", "amp(1q)") is Truth.NOT_MET


def test_del17p_is_said_to_be_adverse_elsewhere_and_is_not_counted() -> None:
    score = assessed(*smm(), *fish("del(17p)")).imwg_2020_factors

    (factor,) = [x for x in score.criteria if x.id == "SMM-IMWG2020-FISH"]
    assert factor.state is Truth.NOT_MET
    assert factor.note is not None
    assert factor.note.code == "del17p_not_in_model"
