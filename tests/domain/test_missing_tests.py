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


def test_a_settled_diagnosis_asks_for_nothing_but_the_kidney() -> None:
    done = (IGG, result("serum_m_protein", 1), result("flc_ratio", 1), marrow(5), labs())
    kidney = (result("upcr", 100), finding("hematuria", False))

    assert asked(*done) == {"upcr": ("MGRS-PROMPT",), "hematuria": ("MGRS-PROMPT",)}
    assert asked(*done, *kidney) == {}


def test_settled_myeloma_asks_for_its_stage_and_extent_alone() -> None:
    settles = {what for each in asked(IGG, marrow(70)).values() for what in each}

    assert settles == {"durie_salmon", "iss", "r_iss", "r2_iss", "ims_2025", "extramedullary"}


def test_a_kidney_that_is_suspected_asks_how_much_of_the_protein_is_albumin() -> None:
    done = (IGG, result("serum_m_protein", 1), result("flc_ratio", 1), marrow(5), labs())

    assert asked(*done, result("upcr", 600))["uacr"] == ("MGRS-PROMPT",)
    assert "uacr" not in asked(*done, result("upcr", 600), result("uacr", 100))
    assert "uacr" not in asked(*done, finding("hematuria", True))


def test_a_collection_above_the_cut_once_is_asked_for_again() -> None:
    done = (IGG, result("serum_m_protein", 1), result("flc_ratio", 1), marrow(5), labs())

    settles = asked(*done, result("urine_protein_24h", 600), finding("hematuria", False))

    assert settles["urine_protein_24h"] == ("MGRS-PROMPT",)
    assert "upcr" not in settles


def test_a_kidney_without_any_value_asks_for_creatinine_too() -> None:
    facts = (IGG, result("serum_m_protein", 1), labs(creatinine=None))

    assert "MGRS-PROMPT" in asked(*facts)["creatinine"]


def test_a_kidney_that_was_biopsied_asks_for_no_urine() -> None:
    done = (IGG, result("serum_m_protein", 1), result("flc_ratio", 1), marrow(5), labs())

    assert asked(*done, finding("renal_biopsy", "unrelated")) == {}
    assert asked(*done, finding("renal_biopsy", "midd")) == {}


@pytest.mark.parametrize(
    ("facts", "first"),
    [
        ((IGG, result("serum_m_protein", "1.5"), flc(10, 10), labs()), "marrow_plasma_cells"),
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


NEGATIVE = (serum(), finding("urine_immunofixation", ()), result("flc_ratio", 1), labs())


@pytest.mark.parametrize(
    "facts", [(IGG, result("serum_m_protein", 1), result("flc_ratio", 1), labs()), NEGATIVE]
)
def test_what_is_not_routine_comes_last_at_low_risk_and_after_a_negative_screen(
    facts: tuple[object, ...],
) -> None:
    order = list(asked(*facts))

    assert order[:2] == ["upcr", "hematuria"]
    assert {"marrow_plasma_cells", "bone_lytic_ct", "mri_focal_lesions"} <= set(order[2:])


def test_a_sign_beside_a_negative_screen_asks_for_the_marrow_first() -> None:
    assert next(iter(asked(*NEGATIVE, finding("bone_pain", True)))) == "marrow_plasma_cells"


def test_an_immunofixation_that_was_negative_is_not_asked_for_again() -> None:
    assert "serum_immunofixation" not in asked(*NEGATIVE, result("marrow_plasma_cells", 3))


def test_an_abnormal_ratio_without_its_chain_asks_for_the_chain() -> None:
    facts = (serum(), finding("urine_immunofixation", ()), result("flc_ratio", "2.5"), labs())

    assert asked(*facts, marrow(0))["flc_kappa"] == ("diagnosis",)
    assert "flc_ratio" not in asked(*facts, marrow(0))


def test_a_value_that_leaves_amyloidosis_open_is_asked_for() -> None:
    done = (IGG, result("serum_m_protein", 1), result("flc_ratio", 1), marrow(5), labs())

    assert asked(*done, result("alp", 300, "U/L"))["alp"] == ("AL-SUSPECT",)
    assert "alp" not in asked(*done, result("alp", 100, "U/L", high=120))
