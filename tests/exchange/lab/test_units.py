"""Test that printed units are found in the closed table of each analyte, and no others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.exchange.lab.units import read_unit, spelling
from tests.domain.cases import catalogue

ANALYTES = catalogue().analytes


SPELLINGS = {
    ("igg", "g/dL"): "g/dL|g/dl|gm/dL|G/DL| g / dL |ｇ／ｄＬ|g/㎗",
    ("igg", "mg/dL"): "mg/dl|MG/DL|㎎/㎗|毫克/分升",
    ("igg", "g/L"): "g/L|G/L|g·L-1|g.L⁻¹|克/升|g/公升",
    ("igg", "ug/mL"): "µg/mL|μg/ml|mcg/mL|微克/毫升",
    ("wbc", "10*9/L"): "10*9/L|10^9/L|×10⁹/L|x10^9/L|10(9)/L|10E9/L|E9/L|109/L|G/L|giga.l-1|Giga/L",
    (
        "wbc",
        "10*3/uL",
    ): "10^3/uL|x10³/μL|10e3/ul|103/uL|K/uL|k/cumm|K/mm3|10*3/mm³|thou/uL|x1000/uL",
    ("wbc", "/uL"): "/uL|/µL|/cumm|/cu.mm|cells/uL|#/uL|个/µL",
    ("wbc", "10^4/uL"): "万/uL|萬/µL|10^4/uL",
    ("creatinine", "umol/L"): "µmol/L|μmol/l|UMOL/L|微摩尔/升",
    ("urine_m_protein_24h", "mg/(24.h)"): "mg/24h|mg/24 hr|mg/24hrs|mg/24小時|mg/day|mg/d|mg/日",
    ("upcr", "mg/g{creat}"): "mg/g|mg/gCr|mg/g creatinine|mg/g.Cre",
    ("upcr", "mg/mmol"): "mg/mmol|mg/mmol Cr",
    ("egfr", "mL/min/{1.73_m2}"): "mL/min/1.73m2|ml/min/1.73 m²|mL/min/1.73㎡|mL/min/1.73m^2",
    ("egfr", "ml/min"): "mL/min",
    ("urine_rbc_hpf", "/[HPF]"): "/HPF|HPF|/HP|个/HP|個/HPF",
    ("tsh", "uIU/mL"): "μIU/mL",
    ("tsh", "m[IU]/L"): "mIU/L|m[IU]/L",
    ("lh", "[IU]/L"): "IU/l",
    ("pasp", "mm[Hg]"): "mmHg|㎜Hg",
    ("hemoglobin", "g%"): "gm%",
    ("flc_ratio", "{ratio}"): "|1|ratio|比值",
    ("neutrophils_percent", "%"): "％",
    ("weight", "kg"): "公斤|KG",
}


@pytest.mark.parametrize(
    ("code", "text", "unit"),
    [(code, text, unit) for (code, unit), texts in SPELLINGS.items() for text in texts.split("|")],
)
def test_a_spelling_leads_to_a_unit_of_the_analyte(code: str, text: str, unit: str) -> None:
    assert read_unit(text, ANALYTES[code]) == unit


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("wbc", "g/L"),  # grams, not giga
        ("platelets", "mmol/l"),
        ("hemoglobin", "g/l-1"),
        ("wbc", "10^6/uL"),
        ("igg", ""),
        ("igg", "1"),
        ("creatinine", "mL/min"),
        ("creatinine_clearance", "mL/min/1.73m2"),
        ("flc_kappa", "mg"),
        ("igg", "g/dL" * 20),
    ],
)
def test_what_is_no_unit_of_the_analyte_is_asked(code: str, text: str) -> None:
    assert read_unit(text, ANALYTES[code]) is None


def test_spellings_of_one_unit_mean_the_same() -> None:
    for analyte in ANALYTES.values():
        for unit, conversion in analyte.units.items():
            found = read_unit(unit, analyte)

            assert found is not None
            assert analyte.units[found] == conversion, (analyte.code, unit, found)


@given(st.text(max_size=2000), st.sampled_from(sorted(ANALYTES)))
def test_any_text_is_a_unit_of_the_analyte_or_none(text: str, code: str) -> None:
    found = read_unit(text, ANALYTES[code])

    assert found is None or found in ANALYTES[code].units


@given(st.sampled_from(sorted(unit for one in ANALYTES.values() for unit in one.units)))
def test_folding_a_spelling_again_changes_nothing(unit: str) -> None:
    assert spelling(spelling(unit)) == spelling(unit)
