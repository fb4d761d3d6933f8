"""Test which tests are asked for, what each settles, and that the most useful one comes first."""

from __future__ import annotations

import pytest

from tests.domain.cases import (
    assessed,
    cause,
    ct,
    finding,
    flc,
    labs,
    marrow,
    mri,
    plasmacytoma,
    result,
    serum,
)

IGG = serum("IgG-kappa")
CLEAR = (ct(), mri())


def asked(*entries: object) -> dict[str, tuple[str, ...]]:
    """Give every test asked for with what it settles, in order."""
    return {x.code: x.settles for x in assessed(*entries).missing}


def test_a_settled_diagnosis_asks_for_nothing() -> None:
    done = (IGG, result("serum_m_protein", 1), result("flc_ratio", 1), marrow(5), labs())

    assert asked(*done) == {}
    assert asked(IGG, marrow(70)) == {}


@pytest.mark.parametrize(
    ("facts", "first"),
    [
        ((IGG, result("serum_m_protein", 1), flc(10, 10), labs()), "marrow_plasma_cells"),
        ((IGG, result("serum_m_protein", 1), marrow(5), flc(30, 10), labs()),
         "urine_m_protein_24h"),
        ((IGG, marrow(15), flc(30, 10), labs(), ct()), "mri_focal_lesions"),
        ((IGG, marrow(15), flc(30, 10), labs(), mri()), "bone_lytic_ct"),
        ((IGG, marrow(15), labs(), CLEAR), "flc_ratio"),
        ((IGG, marrow(15), flc(30, 10), labs(hemoglobin=8), CLEAR), "attribution_anemia"),
        ((IGG, marrow(15), flc(30, 10), labs(hemoglobin=None), CLEAR), "hemoglobin"),
        ((IGG, marrow(15), flc(30, 10), labs(hemoglobin=11), CLEAR), "hemoglobin.limits"),
        ((IGG, marrow(15), flc(30, 10), labs(calcium=None), CLEAR,
          result("calcium_corrected", "10.5")), "calcium.limits"),
        ((IGG, marrow(15), flc(30, 10), labs(creatinine=None), CLEAR), "creatinine"),
        ((IGG, marrow(15), flc(30, 10), labs(), mri(), ct(2)), "attribution_bone"),
        ((plasmacytoma(), result("marrow_plasma_cells", 8), labs(), ct(1), mri(1), IGG,
          flc(10, 10)),
         "marrow_clonality"),
        ((serum("IgM-kappa"), result("serum_m_protein", 2), labs(),
          finding("lymphoplasmacytic_infiltration", 5)), "hyperviscosity"),
        ((serum("IgM-kappa"), marrow(15), labs(hemoglobin=8), cause("anemia", "clone")),
         "bone_lytic_ct"),
        ((result("serum_m_protein", 1), result("flc_ratio", 1), marrow(5), labs()),
         "serum_immunofixation"),
        ((IGG, result("serum_m_protein", 1), marrow(5), result("flc_ratio", 1), labs(), mri(1)),
         "lesion_biopsy"),
    ],
)  # fmt: skip
def test_the_most_useful_test_comes_first(facts: tuple[object, ...], first: str) -> None:
    settles = asked(*facts)

    assert next(iter(settles)) == first
    assert "diagnosis" in settles[first]


def test_what_the_score_lacks_is_asked_for() -> None:
    facts = (IGG, result("serum_m_protein", 1), marrow(5), labs())

    assert "mayo_mgus" in asked(*facts)["flc_ratio"]
    assert asked(*facts)["urine_m_protein_24h"] == ("diagnosis",)


def test_an_abnormal_ratio_asks_for_heart_and_kidney() -> None:
    facts = (IGG, result("serum_m_protein", 1), marrow(5), flc(30, 10), labs())

    assert asked(*facts)["nt_probnp"] == asked(*facts)["uacr"] == ("AL-SUSPECT",)
    assert "nt_probnp" not in asked(*facts, result("nt_probnp", 100))
    assert "uacr" not in asked(*facts[:3], flc(10, 10), labs())


def test_each_test_is_named_once() -> None:
    missing = [x.code for x in assessed().missing]

    assert len(missing) == len(set(missing))
    assert {"serum_immunofixation", "marrow_plasma_cells", "hemoglobin"} <= set(missing)


def test_a_lesion_that_nobody_looked_for_asks_for_imaging_not_for_a_biopsy() -> None:
    facts = (IGG, result("serum_m_protein", 1), marrow(5), flc(10, 10), labs())

    settles = asked(*facts, finding("bone_pain", True))

    assert "lesion_biopsy" not in settles
    assert "bone_lytic_ct" in settles


def test_answering_what_comes_first_never_widens_what_is_possible() -> None:
    before = assessed(IGG, marrow(15), flc(30, 10), labs(hemoglobin=8), CLEAR).diagnosis
    for answer in ("clone", "other"):
        facts = (IGG, marrow(15), flc(30, 10), labs(hemoglobin=8), CLEAR, cause("anemia", answer))
        assert set(assessed(*facts).diagnosis.possible) < set(before.possible)


def test_alerts_come_gravest_first() -> None:
    facts = (
        serum("IgG-kappa", "IgM-kappa"),
        labs(hemoglobin=8),
        result("circulating_plasma_cells", 6),
        finding("macroglossia", True),
    )

    levels = [alert.level for alert in assessed(*facts).alerts]

    assert levels == sorted(levels, key=("critical", "warning", "info").index)
    assert {"critical", "warning", "info"} == set(levels)
