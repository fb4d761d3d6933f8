"""Test what a row is taken for: two signals agree and none contradicts, or a person is asked."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.arrivals.rows import LEAVE_OUT, SiteProfile, StagedRow
from desktop_app.exchange.lab.item_names import item_key
from desktop_app.exchange.lab.mapping import Identified, Mapper
from desktop_app.exchange.lab.units import read_unit
from desktop_app.exchange.lab.values import read_value
from tests.domain.cases import catalogue

MAPPER = Mapper(catalogue(), SiteProfile("test"))
OTHER = Mapper(catalogue(), SiteProfile("test"))  # which hears of many unknown items


def row_of(
    name: str = "", code: str = "", value: str = "", unit: str = "", specimen: str = ""
) -> StagedRow:
    """Give a row of five texts."""
    return StagedRow(
        1, "", item_name=name, item_code=code, value=value, unit=unit, specimen=specimen
    )


def identified(*texts: str, mapper: Mapper = MAPPER) -> Identified:
    """Identify a row of name, code, value, unit and specimen."""
    row = row_of(*texts)
    return mapper.identify(row, read_value(row.value))


@pytest.mark.parametrize(
    ("texts", "code", "signals"),
    [
        (("Hb", "", "13.1", "g/dL"), "hemoglobin", {"name", "unit"}),
        (("血色素", "", "13.1", "ｇ/ｄＬ"), "hemoglobin", {"name", "unit"}),
        (("血红蛋白", "", "131", "g/L"), "hemoglobin", {"name", "unit"}),
        (("IgG", "2465-3", "1850", "mg/dL", "Serum"), "igg", {"loinc", "name", "specimen", "unit"}),
        (("肌酸酐", "09015C", "1.2", "mg/dL"), "creatinine", {"order", "name", "unit"}),
        (
            ("肌酸酐", "09015C;2160-0", "1.2", "mg/dL"),
            "creatinine",
            {"order", "loinc", "name", "unit"},
        ),
        (("", "718-7", "13.1", "g/dL"), "hemoglobin", {"loinc", "unit"}),
        (("Hemoglobin in Blood", "718-7", "13.1", "g/dL"), "hemoglobin", {"loinc", "unit"}),
        (("", "serum_m_protein", "12", "g/L"), "serum_m_protein", {"code", "unit"}),
        (("Serum IgG", "", "1850", "mg/dL"), "igg", {"name", "specimen", "unit"}),
        (("Albumin (BCG)", "", "4.1", "g/dL"), "albumin", {"name", "unit"}),
        (("K/L ratio", "", "1.2", ""), "flc_ratio", {"name", "unit"}),
        (("ECOG", "", "1", ""), "ecog", {"name", "unit"}),
        (("IFE", "", "IgG kappa", ""), "serum_immunofixation", {"name", "value"}),
        (("Beta-2 microglobulin", "", "2.1", "mg/L"), "beta2_microglobulin", {"name", "unit"}),
        (("Hb", "", "low", ""), "hemoglobin", {"name"}),
    ],
)
def test_two_signals_that_agree_name_a_test(
    texts: tuple[str, ...], code: str, signals: set[str]
) -> None:
    found = identified(*texts)

    assert (found.code, set(found.signals), found.questions) == (code, signals, ())


@pytest.mark.parametrize(
    ("texts", "options"),
    [
        (("IgG", "12112B", "1850", "mg/dL"), {"albumin", "igg"}),  # an order of albumin
        (("IgG", "2464-6", "1850", "mg/dL"), {"igg"}),  # a code of two minds
        (("HGB", "4544-3", "13", "g/dL"), {"hemoglobin"}),  # haematocrit
        (("Estimated GFR", "2160-0", "33 (stage3:30-59)", ""), {"creatinine", "egfr"}),
        (("eGFR", "2160-0", "36.3", "N"), {"creatinine", "egfr"}),
        (("eGFR", "09015C", "36.3", "mL/min/1.73m2"), {"creatinine", "egfr"}),
        (("Platelets", "777-3", "5.1", "mmol/l"), {"platelets"}),  # a unit of other tests
        (("Free kappa", "11050-2", "15", "mg/L"), {"flc_kappa", "lc_kappa_total"}),
        (("Free lambda", "33944-8", "15", "mg/L"), {"flc_lambda"}),  # no code of LOINC
        (("Creatinine", "", "1.2", "mg/dL", "Urine"), set()),
        (("Neut%", "", "4.2", "10^9/L"), {"neutrophils_percent"}),
        (("IgG", "2465-3", "8", "mg/dL", "CSF"), set()),
        (("Creatinine", "2160-0 718-7", "1.2", "mg/dL"), {"creatinine"}),
    ],
)
def test_signals_that_disagree_are_asked_about(texts: tuple[str, ...], options: set[str]) -> None:
    found = identified(*texts)

    assert found.code is None
    assert [(x.code, set(x.options)) for x in found.questions] == [("signals", options)]


@pytest.mark.parametrize(
    ("texts", "options"),
    [
        (("MCV", "24317-0", "95", "fL"), set()),
        (("Hemoglobn", "", "13", "g/dL"), {"hemoglobin", "hba1c"}),
        (("", "", "13", "g/dL"), set()),
        (("", "09015C", "1.2", "mg/dL"), {"creatinine"}),  # an order is no name
        (("Scr-new", "09015C", "1.2", "mg/dL"), {"creatinine"}),
        (("", "718-7", "13.1", ""), {"hemoglobin"}),
        (("Something", "2160-0", "33", "mg/dL"), {"creatinine"}),  # unusual, and of no known name
        (("VEGF", "34694-0", "800", "pg/mL"), {"vegf_serum", "vegf_plasma", "vegf_unspecified"}),
        (("Kappa", "", "185", "mg/dL"), {"flc_kappa", "lc_kappa_total"}),
        (("Kappa", "", "15", ""), {"flc_kappa", "lc_kappa_total"}),
        (("Kappa", "", "1000000", "mg/L"), {"flc_kappa", "lc_kappa_total"}),
        (("Kappa", "", "normal", "mg/L"), {"flc_kappa", "lc_kappa_total"}),
        (
            ("Plasma cell", "", "12", "%"),
            {"circulating_plasma_cells", "marrow_plasma_cells_aspirate"},
        ),
    ],
)
def test_what_is_not_settled_is_asked(texts: tuple[str, ...], options: set[str]) -> None:
    found = identified(*texts)

    assert found.code is None
    assert [(x.code, set(x.options)) for x in found.questions] == [("item", options)]


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        (("Kappa", "", "15.2", "mg/L"), "flc_kappa"),
        (("KAP", "", "1.52", "mg/dL"), "flc_kappa"),
        (("Kappa", "", "1.85", "g/L"), "lc_kappa_total"),
        (("Lambda", "11051-0", "110", "mg/dL"), "lc_lambda_total"),
        (("Lambda", "33944-0", "110", "mg/dL"), "flc_lambda"),
        (("Kappa FLC", "", "2500", "mg/L"), "flc_kappa"),
        (("Neutrophil", "", "55", "%"), "neutrophils_percent"),
        (("Neutrophil", "", "4.2", "10^9/L"), "neutrophils"),
        (("M-spike", "", "12", "%"), "serum_m_protein_percent"),
        (("M-spike", "", "1.2", "g/dL"), "serum_m_protein"),
        (("VEGF", "34694-0", "800", "pg/mL", "Serum"), "vegf_serum"),
        (("VEGF", "", "80", "pg/mL", "EDTA plasma"), "vegf_plasma"),
        (("血清VEGF", "", "800", "pg/mL"), "vegf_serum"),
        (("漿細胞", "", "12", "%", "骨髓"), "marrow_plasma_cells_aspirate"),
        (("Plasma cell", "", "1", "%", "blood"), "circulating_plasma_cells"),
    ],
)
def test_unit_amount_and_specimen_part_what_has_one_name(texts: tuple[str, ...], code: str) -> None:
    assert identified(*texts).code == code


@pytest.mark.parametrize(
    ("unit", "asked", "key"), [("", "unit", "hb|"), ("gramm", "unit_unknown", "hb|[gramm]")]
)
def test_a_missing_or_unknown_unit_is_asked_and_learnt(unit: str, asked: str, key: str) -> None:
    found = identified("Hb", "", "13", unit)

    (question,) = found.questions
    assert (found.code, found.unit, question.code) == ("hemoglobin", None, asked)
    assert dict(question.values) == {"key": key, "unit": unit}
    learnt = Mapper(catalogue(), SiteProfile("test", units={key: "g/dL"}))
    assert identified("Hb", "", "13", unit, mapper=learnt).unit == "g/dL"
    assert identified("Hb", "", "13", "grain", mapper=learnt).unit is None
    assert identified("Hb", "", "130", "g/L", mapper=learnt).unit == "g/L"


def test_a_learnt_unit_of_another_test_is_not_used() -> None:
    learnt = Mapper(catalogue(), SiteProfile("test", units={"hb|": "pg/mL"}))

    assert identified("Hb", "", "13", "", mapper=learnt).unit is None


def test_an_egfr_has_its_own_unit_whatever_is_printed() -> None:
    assert identified("eGFR", "", "36.3", "N").unit == "mL/min/{1.73_m2}"


def test_a_persons_decision_is_enough() -> None:
    decided = {"zz9|": "hemoglobin", "foo|": LEAVE_OUT, "igg|12112b": "igg", "old|": "gone"}
    mapper = Mapper(catalogue(), SiteProfile("test"), decided, {})

    assert identified("ZZ-9", "", "13", "g/dL", mapper=mapper).code == "hemoglobin"
    assert identified("IgG", "12112B", "1850", "mg/dL", mapper=mapper).code == "igg"
    assert identified("Foo", "", "1", "", mapper=mapper).code == LEAVE_OUT
    assert identified("Old", "", "1", "", mapper=mapper).code is None
    odd = identified("ZZ-9", "", "13", "mmHg", mapper=mapper)
    assert (odd.code, [x.code for x in odd.questions]) == ("hemoglobin", ["unit_unknown"])


def test_a_decision_holds_for_name_code_and_specimen() -> None:
    assert item_key(row_of("ZZ 9", " A1 ", "", "", "Serum")) == "zz9|a1@serum"


def test_names_are_compared_for_the_first_unknown_items_only() -> None:
    mapper = Mapper(catalogue(), SiteProfile("test"))
    for number in range(500):
        identified(f"zz {number} zz", mapper=mapper)

    assert identified("Hemoglobn", "", "13", "g/dL", mapper=mapper).candidates == ()


@pytest.mark.shared
def test_the_official_map_of_orders_decides_nothing_that_a_code_contradicts(shared: Path) -> None:
    with (shared / "data/tw_nhi_pas/nhi_to_loinc.csv").open(encoding="utf-8-sig") as stream:
        lines = list(csv.DictReader(stream))
    taken = set()

    for line in lines:
        order, loinc = line["nhi_order_code"], line["loinc"]
        for unit in ("mg/dL", "g/dL", "mg/L", "%", "10*3/uL", ""):
            found = identified(
                line["nhi_display_zh_tw"], f"{order} {loinc}", "12", unit, mapper=OTHER
            )
            if found.code is not None:
                taken.add((order, loinc, found.code))

    assert len(lines) == 806
    assert all(loinc in catalogue()[code].loinc_accept for _, loinc, code in taken)
    assert not {order for order, _, _ in taken} & {"12112B"}
    assert not {loinc for _, loinc, _ in taken} & {"2465-3", "2464-6", "33914-3", "5794-3"}
    assert ("09015C", "2160-0", "creatinine") in taken


NAMES = sorted(
    {name for analyte in catalogue().analytes.values() for name in analyte.synonyms} | {"", "MCV"}
)
CODES = sorted(
    {code for x in catalogue().analytes.values() for code in (*x.loinc_accept, *x.loinc_reject)}
    | {code for x in catalogue().analytes.values() for code in x.orders}
    | {"", "24317-0"}
)
UNITS = sorted({unit for x in catalogue().analytes.values() for unit in x.units} | {"", "parsec"})


@given(
    name=st.sampled_from(NAMES),
    code=st.sampled_from(CODES),
    unit=st.sampled_from(UNITS),
    value=st.sampled_from(["0", "0.4", "13.1", "185", "2500", "1e9", "negative"]),
    specimen=st.sampled_from(["", "Serum", "plasma", "Urine 24h", "blood", "骨髓", "CSF"]),
)
def test_no_test_is_named_that_a_signal_contradicts(
    name: str, code: str, unit: str, value: str, specimen: str
) -> None:
    found = identified(name, code, value, unit, specimen, mapper=OTHER)

    if found.code is None:
        assert found.questions
        return
    analyte = catalogue()[found.code]
    assert not code or code in analyte.loinc_accept | analyte.orders
    assert code not in analyte.loinc_reject
    assert "name" in found.signals or "loinc" in found.signals
    assert len(found.signals) > 1 or found.questions or value in {"negative", "1e9", "0", "2500"}
    known = any(read_unit(unit, other) is not None for other in catalogue().analytes.values())
    assert not (unit and known and analyte.units) or read_unit(unit, analyte) is not None
