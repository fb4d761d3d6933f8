"""Prove that a supportive drug is no treatment of the myeloma, wherever one counts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import desktop_app.domain
from desktop_app.domain.criteria.regimens import DRUGS, SUPPORTIVE, drugs_of, supportive, title_of
from desktop_app.domain.record import Treatment
from desktop_app.domain.rulesets.myeloma.staging.anchor import window_of
from desktop_app.domain.rulesets.precursor.diagnosis.settled import (
    PRIMARY_LEUKEMIA,
    SECONDARY_LEUKEMIA,
    leukemia_name,
)
from tests.domain.cases import result, view
from tests.domain.therapies import MYELOMA, counted, given, numbers

DOMAIN = Path(desktop_app.domain.__file__).parent
# What keeps, shows or checks the record as it is typed, and antibodies by their name.
AS_TYPED = {
    *("view.py", "chart_events.py", "drafts.py", "corrections.py", "interference.py"),
    *("letter_sections.py", "record_rules.py"),
}
VRD = {"bortezomib", "lenalidomide", "dexamethasone"}


@pytest.mark.parametrize(
    "name",
    [
        *("zoledronate", "Zometa 4 mg q4w", "唑來膦酸", "唑来膦酸", "pamidronate", "Aredia"),
        *("denosumab 120 mg", "Xgeva", "地舒单抗", "G-CSF", "filgrastim", "粒细胞集落刺激因子"),
        *("EPO", "erythropoietin", "促红细胞生成素", "aciclovir", "Acyclovir", "阿昔洛韋"),
        *("valaciclovir", "valacyclovir", "伐昔洛韦", "co-trimoxazole", "TMP/SMX", "Baktar"),
        *("levofloxacin", "左氧氟沙星", "entecavir", "恩替卡韋", "aspirin 100 mg", "阿司匹林"),
        *("IVIG", "免疫球蛋白", "calcium", "Calcium + vitamin D", "vitamin D", "維生素 D"),
        *("rasburicase", "拉布立海", "allopurinol", "别嘌醇", "zoledronate and aciclovir"),
    ],
)
def test_a_supportive_drug_is_known_by_its_name_in_every_script(name: str) -> None:
    treatment = given(name, "2020")

    assert supportive(treatment)
    assert view(treatment).antimyeloma == ()


def test_the_drugs_that_are_typed_say_that_a_treatment_is_supportive() -> None:
    assert supportive(given("bone protection", "2020", None, None, "Zometa", "calcium"))
    assert not supportive(given("bone protection", "2020", None, None, "Zometa", "iberdomide"))


@pytest.mark.parametrize(
    "treatment",
    [
        given("VRd", "2020"),
        given("dexamethasone", "2020"),
        given("prednisolone", "2020"),
        given("trial", "2020"),
        given("trial + zoledronate", "2020"),
        given("vitamin K", "2020"),
        given("ASCT", "2020"),
        given("CAR-T", "2020", None, None, "levofloxacin"),
        given("HDM", "2020", None, None, "G-CSF"),
    ],
)
def test_steroids_and_what_is_not_known_count_as_treatment(treatment: Treatment) -> None:
    assert not supportive(treatment)
    assert view(treatment).antimyeloma == (treatment,)


@pytest.mark.parametrize(
    "treatment",
    [
        given("VRd", "2020", None, None, "bortezomib", "Revlimid", "dex", "Zometa", "aciclovir"),
        given("VRd + zoledronate", "2020"),
        given("VRd with aspirin, TMP-SMX", "2020"),
        given("VRd", "2020", None, None, "zoledronate"),
    ],
)
def test_a_regimen_is_matched_without_the_supportive_drugs_beside_it(treatment: Treatment) -> None:
    assert drugs_of(treatment) == VRD
    assert title_of(treatment) == "VRd"
    assert counted(treatment)[0].parts[0].drugs == ("bortezomib", "lenalidomide", "dexamethasone")


def test_a_supportive_drug_is_no_line_and_no_part_of_one() -> None:
    entries = given("zoledronate", "2019"), given("VRd", "2020"), given("aciclovir", "2020")

    lines = counted(*entries)

    assert [[x.name for x in line.parts] for line in lines] == [["VRd"]]
    assert numbers(entries[0]) == ()


def test_a_patient_with_supportive_drugs_alone_is_not_treated() -> None:
    assert not view(given("denosumab", "2020")).treated
    assert view(given("denosumab", "2020"), given("Rd", "2020")).treated


def test_a_supportive_drug_before_the_stage_freezes_no_stage_and_names_no_leukaemia() -> None:
    smear = result("circulating_plasma_cells", "25", "%", on="2024-03-01")
    drug, regimen = given("zoledronate", "2020"), given("Rd", "2020")

    found = {x.regimen: view(smear, x) for x in (drug, regimen)}

    assert window_of(found["zoledronate"], MYELOMA).treated == ()
    assert window_of(found["Rd"], MYELOMA).treated == (regimen.start,)
    assert leukemia_name(found["zoledronate"], None) == PRIMARY_LEUKEMIA
    assert leukemia_name(found["Rd"], None) == SECONDARY_LEUKEMIA


def test_no_drug_is_both_supportive_and_against_myeloma() -> None:
    against, beside = (
        {x.casefold() for name, others in names.items() for x in (name, *others)}
        for names in (DRUGS, SUPPORTIVE)
    )

    assert against & beside == set()


def test_no_rule_reads_the_treatments_past_that_choice() -> None:
    readers = {
        path.name
        for path in DOMAIN.rglob("*.py")
        if re.search(r"\brecord\.treatments\b", path.read_text(encoding="utf-8"))
    }

    assert readers <= AS_TYPED
