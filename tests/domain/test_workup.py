"""Test which tests the work-up asks for, by diagnosis and risk, and how much of it is done."""

from __future__ import annotations

import pytest

from desktop_app.domain.conclusions import WorkupItem
from desktop_app.domain.criteria.workup_table import TESTS
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
    result,
    serum,
)

IGG, IGA, IGM, KAPPA = serum("IgG-kappa"), serum("IgA-kappa"), serum("IgM-kappa"), serum("kappa")
LOW = (IGG, result("serum_m_protein", "1.0"), result("flc_ratio", 1), labs())
ONE = (IGA, result("serum_m_protein", "1.0"), result("flc_ratio", 1), labs())
LIGHT = (KAPPA, flc(40, 10), marrow(5), finding("urine_immunofixation", []), labs())
SMM = (IGG, result("serum_m_protein", "1.0"), flc(50, 10), marrow(12), labs(), ct(), mri())
MACRO = (IGM, result("serum_m_protein", "1.0"), result("flc_ratio", 1), labs())
FOUR_PIECES = [
    "cbc", "calcium", "creatinine", "spep", "serum_ife", "flc", "upep", "urine_ife", "albumin",
    "ldh", "beta2",
]  # fmt: skip
ADDED = ["immunoglobulins", "urine_albumin"]
FOR_ALL = {"smear", "neuropathy", *FOUR_PIECES, *ADDED}


def items(*entries: object) -> dict[str, WorkupItem]:
    """Give the tests of the work-up by name, in their order."""
    return {x.item: x for x in assessed(*entries).workup}


def reason(*entries: object, item: str) -> str | None:
    note = items(*entries)[item].reason
    return None if note is None else note.code


def test_a_new_patient_gets_the_four_pieces_and_what_is_added_to_them() -> None:
    asked = items(IGG)

    assert [name for name, x in asked.items() if x.rule == "WORKUP-LIN"] == FOUR_PIECES
    assert [name for name, x in asked.items() if x.rule == "WORKUP-ADD"] == ADDED
    assert asked["smear"].rule == "WORKUP-TABLE"
    assert {x.state for name, x in asked.items() if name != "serum_ife"} == {"due"}
    assert (asked["serum_ife"].state, asked["serum_ife"].on) == ("done", "2026-06-01")


def test_everybody_is_asked_for_a_neuropathy() -> None:
    told = finding("polyneuropathy", {"present": False})

    assert (items(*LOW)["neuropathy"].rule, items(*LOW)["neuropathy"].state) == (
        "POEMS-TRIG-MGUS",
        "due",
    )
    assert items(*LOW, told)["neuropathy"].state == "done"
    assert items(*SMM)["neuropathy"].state == "due"


def test_low_risk_is_not_told_of_marrow_or_imaging() -> None:
    assert items(*LOW).keys() == FOR_ALL


def test_the_order_is_that_of_the_table() -> None:
    order = [test.item for test in TESTS]

    for facts in (LOW, ONE, SMM, MACRO, LIGHT):
        assert list(items(*facts)) == [name for name in order if name in items(*facts)]


@pytest.mark.parametrize(
    ("facts", "why", "also"),
    [
        (ONE, "workup_factor", {"low_dose_ct"}),
        (MACRO, "workup_igm", {"myd88", "body_ct", "anti_mag", "vegf", "viscosity", "nt_probnp",
                               "cryoglobulin", "cold_agglutinin", "coombs", "urine_protein",
                               "troponin"}),
        (SMM, "workup_smm", {"low_dose_ct", "mri", "nt_probnp", "troponin", "urine_protein"}),
        ((LOW, finding("hematuria", True)), "workup_mgrs",
         {"congo_red", "kidney_biopsy", "cryoglobulin", "nt_probnp", "troponin", "urine_protein"}),
        ((LOW, finding("macroglossia", True)), "workup_amyloid",
         {"congo_red", "nt_probnp", "troponin", "urine_protein"}),
        ((LOW[:3], labs(hemoglobin=8)), "workup_crab", {"anemia_cause"}),
    ],
)  # fmt: skip
def test_what_asks_for_a_marrow_and_what_comes_with_it(
    facts: tuple[object, ...], why: str, also: set[str]
) -> None:
    asked = items(facts)

    assert reason(facts, item="marrow") == why
    assert asked.keys() - FOR_ALL == {"marrow", "marrow_clonality", "fish"} | also


def test_light_chains_alone_ask_for_imaging_and_heart_but_not_for_a_marrow_near_normal() -> None:
    asked = items(*LIGHT)

    assert asked.keys() - FOR_ALL == {"low_dose_ct", "nt_probnp", "troponin", "urine_protein"}
    assert reason(*LIGHT, item="low_dose_ct") == "workup_light_chain"
    far = (KAPPA, flc(100, 10), finding("urine_immunofixation", []), labs())
    assert reason(*far, item="marrow") == "workup_ratio_far"


def test_an_abnormal_ratio_asks_for_the_heart_and_for_collected_urine() -> None:
    facts = (IGG, result("serum_m_protein", "1.0"), result("flc_ratio", 3), labs())

    assert reason(*facts, item="nt_probnp") == "workup_flc"
    assert reason(*facts, item="urine_protein") == "workup_flc"
    much = (IGG, result("serum_m_protein", "1.5"), result("flc_ratio", 1), labs())
    assert reason(*much, item="urine_protein") == "workup_m_protein"
    assert "nt_probnp" not in items(*much)


def test_protein_in_the_urine_asks_for_collected_urine_and_a_kidney_biopsy() -> None:
    facts = (*LOW, result("upcr", 900))

    assert reason(*facts, item="urine_protein") == "workup_proteinuria"
    assert reason(*facts, item="kidney_biopsy") == "workup_mgrs"
    once = (*LOW, result("urine_protein_24h", 600))
    assert reason(*once, item="kidney_biopsy") == "workup_amyloid_kidney"


def test_other_causes_are_asked_for_until_one_is_recorded() -> None:
    low_blood = (*LOW[:3], labs(hemoglobin=8, calcium=12, creatinine=3))
    names = {"anemia_cause", "calcium_cause", "kidney_cause"}

    assert names <= items(*low_blood).keys()
    others = (cause("anemia", "other"), cause("calcium", "other"), cause("renal", "other"))
    assert not names & items(*low_blood, *others).keys()


def test_neuropathy_asks_for_anti_mag_and_vegf() -> None:
    facts = (*LOW, finding("polyneuropathy", {"present": True}))

    assert reason(*facts, item="anti_mag") == reason(*facts, item="vegf") == "workup_neuropathy"


@pytest.mark.parametrize(
    ("entries", "item", "state"),
    [
        ((result("igg", 1000, "mg/dL"), result("iga", 100, "mg/dL")), "immunoglobulins", "due"),
        ((result("igg", 1000, "mg/dL"), result("iga", 100, "mg/dL"),
          result("igm", 100, "mg/dL")), "immunoglobulins", "done"),
        ((result("flc_kappa", 20),), "flc", "due"),
        (flc(20, 10), "flc", "done"),
        ((result("flc_ratio", 1),), "flc", "done"),
        ((result("calcium_corrected", 9),), "calcium", "done"),
        ((result("egfr", 80),), "creatinine", "done"),
        ((result("igg", 1000, "mg/dL", on="2020-01-01"), result("iga", 100, "mg/dL"),
          result("igm", 100, "mg/dL")), "immunoglobulins", "old"),
    ],
)  # fmt: skip
def test_a_test_is_done_once_every_part_is_recorded(
    entries: tuple[object, ...], item: str, state: str
) -> None:
    assert items(IGG, *entries)[item].state == state


def test_an_old_test_names_its_day_and_later_entries_are_not_seen() -> None:
    old = items(IGG, result("ldh", 200, "U/L", on="2020-02-03"))["ldh"]
    later = items(IGG, result("ldh", 200, "U/L", on="2026-07-01"))["ldh"]

    assert (old.state, old.on, old.codes) == ("old", "2020-02-03", ("ldh",))
    assert (later.state, later.on) == ("due", None)


@pytest.mark.parametrize(
    "facts",
    [
        (IGG, marrow(70)),
        (history("poems"),),
        (history("primary_plasma_cell_leukemia"),),
        (serum(), finding("urine_immunofixation", []), result("flc_ratio", 1), marrow(0), labs()),
    ],
)
def test_what_has_a_chapter_of_its_own_gets_no_list(facts: tuple[object, ...]) -> None:
    assert items(*facts) == {}


def test_a_test_without_a_code_stays_due() -> None:
    body = items(*MACRO)["body_ct"]

    assert (body.state, body.codes, body.on) == ("due", (), None)


def test_an_open_diagnosis_with_a_criterion_of_smouldering_myeloma_is_worked_up_as_such() -> None:
    assert reason(IGG, result("serum_m_protein", "3.2"), labs(), item="mri") == "workup_smm"
    assert "mri" not in items(IGG, result("serum_m_protein", "2.9"), labs())


def test_light_chains_alone_that_are_not_settled_are_worked_up_as_such() -> None:
    facts = (KAPPA, flc(40, 10), labs())

    assert assessed(*facts).diagnosis.category is None
    assert reason(*facts, item="low_dose_ct") == "workup_light_chain"
    by_ratio = (serum(), flc(40, 10), labs())
    assert reason(*by_ratio, item="low_dose_ct") == "workup_light_chain"
    assert "low_dose_ct" not in items(serum(), flc(10, 10), labs())
