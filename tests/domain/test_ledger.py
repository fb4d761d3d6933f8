"""Test which differences between the sources are named beside a patient's conclusions."""

from __future__ import annotations

import pytest

from tests.domain.cases import assessed, ct, finding, flc, labs, marrow, mri, result, serum

IGG = serum("IgG-kappa")
LOW = (IGG, result("serum_m_protein", "1.0"), result("flc_ratio", 1), *labs())
SMM = (IGG, result("serum_m_protein", "2.5"), *marrow(25), *flc(40, 10), *labs(), ct(), mri())


def named(*entries: object) -> set[str]:
    """Give the entries of the ledger for a record."""
    return set(assessed(*entries).conflicts)


def test_mgus_names_the_figures_that_are_printed_otherwise() -> None:
    assert {"C-MGUS-RATE", "C-MGUS-OS", "C-KYLE-30Y", "C-ISOTYPE"} <= named(*LOW)


@pytest.mark.parametrize(
    ("amount", "ratio", "heavy", "entry"),
    [
        ("1.0", "1", "IgG-kappa", "C-LOWRISK-SHARE"),
        ("1.5", "1", "IgG-kappa", "C-MGUS-MARROW"),
        ("1.5", "1.66", "IgG-kappa", "C-MGUS-MARROW"),
        ("1.5", "1.66", "IgA-kappa", "C-MGUS-HIGH"),
    ],
)
def test_each_group_of_mgus_names_its_own_entry(
    amount: str, ratio: str, heavy: str, entry: str
) -> None:
    said = named(
        serum(heavy), result("serum_m_protein", amount), result("flc_ratio", ratio), *labs()
    )

    groups = {"C-LOWRISK-SHARE", "C-MGUS-MARROW", "C-MGUS-HIGH"}
    assert said & groups == {entry}


def test_a_group_that_is_open_names_none_of_them() -> None:
    said = named(IGG, result("serum_m_protein", "1.0"), *labs())

    assert "C-ISOTYPE" in said
    assert not said & {"C-LOWRISK-SHARE", "C-MGUS-MARROW", "C-MGUS-HIGH"}


def test_smouldering_myeloma_names_its_models_and_what_is_printed_of_early_treatment() -> None:
    said = named(*SMM)

    assert {"C-SMM-ROW", "C-FU-SMM", "C-LAKSHMAN", "C-IMWG-RISK"} <= said
    assert {"C-LEN-IND", "C-E3A06-TOX", "C-GEMCESAR"} <= said
    assert "C-MGUS-RATE" not in said


def test_a_value_that_meets_or_leaves_open_a_criterion_names_its_entry() -> None:
    anaemic = named(IGG, result("hemoglobin", 9))

    assert "C-CRAB-HB" in anaemic
    assert "C-CRAB-CA" not in anaemic
    assert "C-CRAB-HB" not in named(*LOW)


@pytest.mark.parametrize(("lesions", "said"), [(0, False), (1, True), (2, False)])
def test_one_focal_lesion_and_only_one_names_the_difference(lesions: int, said: bool) -> None:
    assert ("C-MRI-ONE" in named(IGG, mri(lesions))) is said


@pytest.mark.parametrize(("percent", "said"), [(59, False), (60, True)])
def test_slim_disease_is_said_to_be_myeloma(percent: int, said: bool) -> None:
    assert ("C-SLIM-SMM" in named(IGG, *marrow(percent))) is said


def test_circulating_cells_by_number_name_the_cut_that_is_not_verified() -> None:
    cells = result("circulating_plasma_cells_absolute", "0.004", unit="10*9/L")

    assert "C-PC-CIRC" in named(IGG, cells)


def test_the_kidneys_are_named_once_they_are_suspected() -> None:
    assert "C-MGRS-TRIGGER" in named(*LOW, finding("hematuria", True))
    assert "C-MGRS-TRIGGER" not in named(*LOW, finding("hematuria", False))


def test_a_lesion_that_was_found_names_them_too() -> None:
    assert "C-MGRS-NAME" in named(*LOW, finding("renal_biopsy", "pgnmid"))
