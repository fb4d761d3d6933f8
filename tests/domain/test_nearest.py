"""Test what would move a model to another group: only single values, only settled groups."""

from __future__ import annotations

import pytest

from desktop_app.domain.conclusions import Assessment
from tests.domain.cases import assessed, ct, finding, flc, labs, marrow, mri, result, serum
from tests.domain.test_smm_risk import fish, smm

CLEAR = (ct(), mri(), *labs())
IGG = serum("IgG-kappa")


def moves(assessment: Assessment, model: str) -> list[str]:
    return [x.code for x in assessment.nearest if x.model == model]


def test_the_closest_change_comes_first_over_all_models() -> None:
    assessment = assessed(*smm(percent=19, m=1, ratio=5), *fish())

    distances = [x.distance_percent for x in assessment.nearest]
    assert distances == sorted(distances, key=lambda each: each or 0)
    first = assessment.nearest[0]
    assert (first.model, first.value, first.threshold) == ("mayo_20_2_20", "19 %", "> 20 %")
    assert {x.model for x in assessment.nearest} == {
        "mayo_20_2_20",
        "imwg_2020_factors",
        "imwg_2020_points",
    }


def test_a_group_that_is_open_has_no_nearest_change() -> None:
    assessment = assessed(IGG, result("serum_m_protein", 1), *marrow(5), *CLEAR)

    assert assessment.mayo_mgus.group is None
    assert assessment.nearest == ()


def test_a_change_that_leaves_the_group_open_is_not_told() -> None:
    facts = [x for x in smm(percent=25, m="2.5") if getattr(x, "code", "")[:3] != "flc"]

    assessment = assessed(*facts)

    assert assessment.mayo_20_2_20.group == "high"
    assert moves(assessment, "mayo_20_2_20") == []


def test_a_model_that_does_not_apply_has_no_nearest_change() -> None:
    assert assessed(IGG, *marrow(70), *CLEAR).nearest == ()


def test_class_and_fish_are_no_values() -> None:
    assessment = assessed(*smm(percent=15, m=1, ratio=5), *fish())

    assert "fish" not in moves(assessment, "imwg_2020_factors")
    mgus = assessed(IGG, result("serum_m_protein", 1), result("flc_ratio", "1.00"), *labs())
    assert set(moves(mgus, "mayo_mgus")) == {"serum_m_protein", "flc_ratio"}


@pytest.mark.parametrize(
    "cells",
    [
        # flow decides: more of it cannot be told from a percentage of a smear
        (result("marrow_plasma_cells", 15), result("marrow_plasma_cells_flow", 25)),
        (result("marrow_plasma_cells", ">20"),),
        (
            result("marrow_plasma_cells_aspirate", 25, "%"),
            result("marrow_plasma_cells_biopsy", ">20", "%"),
        ),
    ],
)
def test_marrow_that_is_no_single_plain_number_moves_nothing(cells: tuple[object, ...]) -> None:
    others = [x for x in smm() if getattr(x, "code", "") != "marrow_plasma_cells"]

    assessment = assessed(*others, cells)

    assert assessment.mayo_20_2_20.group == "intermediate"
    assert "marrow_plasma_cells" not in moves(assessment, "mayo_20_2_20")


def test_the_higher_of_aspirate_and_core_is_the_value() -> None:
    others = [x for x in smm() if getattr(x, "code", "") != "marrow_plasma_cells"]
    cells = (
        result("marrow_plasma_cells_aspirate", 12, "%"),
        result("marrow_plasma_cells_biopsy", 18, "%"),
    )

    assessment = assessed(*others, cells)

    (change,) = [x for x in assessment.nearest if x.criterion == "SMM-MAYO2018-PC"][:1]
    assert (change.code, change.value) == ("marrow_plasma_cells_biopsy", "18 %")


@pytest.mark.parametrize(
    "values",
    [
        (result("serum_m_protein", 1, lab="A"), result("serum_m_protein", "1.1", lab="B")),
        (result("serum_m_protein", "<1"),),
    ],
)
def test_an_m_protein_that_is_no_single_plain_number_moves_nothing(
    values: tuple[object, ...],
) -> None:
    facts = (IGG, *marrow(5), result("flc_ratio", "1.00"), *CLEAR)

    assessment = assessed(*facts, values)

    assert assessment.mayo_mgus.group == "low"
    assert moves(assessment, "mayo_mgus") == ["flc_ratio", "flc_ratio"]


def test_light_chains_of_two_laboratories_move_nothing() -> None:
    ratios = (result("flc_ratio", "1.00", lab="A"), result("flc_ratio", "1.10", lab="B"))

    assessment = assessed(IGG, result("serum_m_protein", 1), ratios, *labs())

    assert assessment.mayo_mgus.group == "low"
    assert moves(assessment, "mayo_mgus") == ["serum_m_protein"]


def test_a_polyclonal_marrow_moves_nothing() -> None:
    facts = (IGG, result("serum_m_protein", 3), result("marrow_plasma_cells", 15), *flc(50, 10))

    assessment = assessed(*facts, finding("marrow_clonality", False), *CLEAR)

    assert assessment.mayo_20_2_20.group == "intermediate"
    assert "marrow_plasma_cells" not in moves(assessment, "mayo_20_2_20")


def test_crossing_the_threshold_does_move_the_group() -> None:
    before = assessed(*smm(percent=19, m=1, ratio=5)).nearest[0]
    after = assessed(*smm(percent="20.1", m=1, ratio=5)).mayo_20_2_20

    assert after.group == before.to_group
