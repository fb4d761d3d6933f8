"""Prove each staging system: the tables of the rule book, its traps, and the golden case."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D
from pathlib import Path

import pytest

from desktop_app.domain.assessment import assess
from desktop_app.domain.conclusions import Note
from desktop_app.domain.myeloma_conclusions import Derived, Staging, SystemStage
from desktop_app.domain.record import Person, Sex
from desktop_app.domain.rulesets.myeloma.staging import iss, r_iss
from desktop_app.domain.worlds import possible_outcomes
from desktop_app.exchange.case import read_case
from tests.domain.cases import catalogue, ct, finding, plasmacytoma, result, serum
from tests.domain.staged import (
    albumin,
    answers,
    b2m,
    fish,
    has,
    ldh,
    other,
    remark,
    said,
    staged,
)

ANY = ("no", "yes")
YES, NO = ("yes",), ("no",)
HIGH_RISK = ("del(17p)", "t(4;14)", "t(14;16)")


@pytest.mark.parametrize(
    ("stages", "chromosomes", "ldh_high", "expected"),
    [
        ("III", YES, ANY, "III"),
        ("III", ANY, YES, "III"),
        ("III", NO, ANY, "II III"),
        ("III", ANY, NO, "II III"),
        ("III", NO, NO, "II"),
        ("II", ANY, ANY, "II"),
        ("I", YES, ANY, "II"),
        ("I", ANY, YES, "II"),
        ("I", NO, ANY, "I II"),
        ("I", ANY, NO, "I II"),
        ("I II", YES, ANY, "II"),
        ("II III", NO, NO, "II"),
        ("II III", YES, ANY, "II III"),
        ("I II III", NO, NO, "I II"),
    ],
)
def test_the_table_of_r_iss(
    stages: str, chromosomes: tuple[str, ...], ldh_high: tuple[str, ...], expected: str
) -> None:
    facts = {"iss": tuple(stages.split()), "chromosomes": chromosomes, "ldh": ldh_high}

    assert possible_outcomes(r_iss.stage, facts).possible == set(expected.split())


def test_albumin_is_asked_for_only_where_it_matters() -> None:
    facts = {"microglobulin": ("high",), "albumin": ("low", "enough")}

    assert possible_outcomes(iss.stage, facts).open_facts == frozenset()


def test_t_riss_or_one_of_the_three_is_not_enough_for_stage_three() -> None:
    # T-RISS-OR: "R-ISS III = B2M or CA or LDH".
    for found in (
        staged(b2m(6), fish(*HIGH_RISK), ldh(100)),
        staged(b2m(2), albumin(4), has("t(4;14)"), ldh(100)),
        staged(b2m(2), albumin(4), fish(*HIGH_RISK), ldh(500)),
    ):
        assert found.r_iss.stage == "II"


def test_t_riss_strict_one_of_chromosomes_and_ldh_settles_stage_three() -> None:
    # T-RISS-STRICT: "needs FISH and LDH".
    assert staged(b2m(6), has("t(4;14)")).r_iss.stage == "III"
    assert staged(b2m(6), ldh(500)).r_iss.stage == "III"


def test_t_iss_alb_stage_three_needs_no_albumin() -> None:
    # T-ISS-ALB: "III also needs albumin < 35".
    assert staged(b2m("5.5"), albumin(45, "g/L")).iss.stage == "III"
    assert staged(b2m("5.5")).iss.stage == "III"


def test_t_r2_t414_counts_and_t_14_16_does_not() -> None:
    # T-R2-T414: a list without t(4;14).
    base = (b2m(2), albumin(4), fish("del(17p)", "gain(1q)"), ldh(100))

    counted = staged(*base, has("t(4;14)")).r2_iss
    ignored = staged(*base, fish("t(4;14)"), has("t(14;16)")).r2_iss

    assert (counted.points, counted.stage) == ((D(1), D(1)), "II")
    assert (ignored.points, ignored.stage) == ((D(0), D(0)), "I")


def test_t_ca_equal_2_65_mmol_is_not_12_mg_nor_11_5() -> None:
    # T-CA-EQUAL: "2.65 mmol/L = 11.5 mg/dL"; it is 10.6, and 11.5 mg/dL is 2.87 mmol/L.
    in_mg = catalogue()["calcium"].converted(D("2.65"), "mmol/L", "mg/dL")
    found = staged(result("calcium_corrected", "2.65", "mmol/L")).durie_salmon

    assert round(in_mg, 1) == D("10.6")
    assert answers(found)["MM-DS-STAGE-CA"] == "no"


def test_t_ca_si_the_factor_is_0_02() -> None:
    # T-CA-SI: a factor of 0.2 would give 4.63 mmol/L.
    found = staged(result("calcium", "1.83", "mmol/L"), albumin(26, "g/L"))

    assert [(x.rule, x.value) for x in found.derived] == [("CALC-CA-MMOL", D("2.11"))]


def test_t_calc_only_1_83_with_26_gives_2_11() -> None:
    # T-CALC: a web example mixes 1.876 and 1.83.
    found = staged(result("calcium", "1.876", "mmol/L"), albumin(26, "g/L"))

    assert found.derived[0].value == D("2.156")


def test_points_for_the_iss_show_albumin_where_it_decided() -> None:
    second, third = staged(b2m(3), albumin(3)), staged(b2m(6), albumin(3))

    def shown(system: SystemStage, part: int) -> list[str]:
        return [x.code for x in system.criteria[part].inputs]

    for found, codes in (
        (second, ["beta2_microglobulin", "albumin"]),
        (third, ["beta2_microglobulin"]),
    ):
        assert shown(found.r2_iss, 0) == codes
        assert shown(other(found, "MM-RWISS"), 3) == codes


def test_renal_failure_is_named_beside_a_high_microglobulin() -> None:
    assert "iss_kidney" in said(staged(b2m(6), result("creatinine", "1.2")).iss)
    assert "iss_kidney" not in said(staged(b2m(6), result("creatinine", "1.1")).iss)


def test_the_genomic_stage_is_standard_only_if_all_four_are_no() -> None:
    clear = ("del(17p)", "t(4;14)", "t(14;16)", "t(14;20)", "gain(1q)", "del(1p32)")
    absent = fish(*clear, "TP53_mutation")
    unsequenced = staged(fish(*clear), b2m(2)).ims_2025

    assert staged(absent, b2m(2)).ims_2025.stage == "standard_risk"
    assert staged(absent).ims_2025.possible == ("standard_risk", "high_risk")
    assert said(staged(absent).ims_2025) == set()
    assert unsequenced.stage is None
    assert said(unsequenced) == {"ims_standard_by_fish"}
    assert said(staged(has("TP53_mutation")).ims_2025) == {"ims_registry"}


def test_open_cells_and_open_alleles_are_named() -> None:
    deleted = staged(has("del(17p)")).ims_2025.criteria[0].criteria[0]
    lost = staged(has("del(1p32)"), fish("gain(1q)")).ims_2025

    assert deleted.note == Note("cgs1_cells_open")
    assert remark(lost, "MM-CGS3") == "cgs3_alleles_open"


def test_a_clone_without_igg_or_iga_has_no_item_of_serum() -> None:
    found = staged(serum("IgD-lambda"), result("serum_m_protein", 9)).durie_salmon

    assert answers(found)["MM-DS-STAGE-M"] == "no"
    assert remark(found, "MM-DS-STAGE-M") == "ds_no_m_item"


def test_both_classes_are_tried_where_both_are_there() -> None:
    found = staged(serum("IgG-kappa", "IgA-kappa"), result("serum_m_protein", 6)).durie_salmon

    assert answers(found)["MM-DS-STAGE-M"] == "unknown"


def test_the_class_of_a_later_immunofixation_will_do_if_it_shows_bands() -> None:
    spike = result("serum_m_protein", 8)
    later, negative = serum("IgG-kappa", on="2026-12-01"), serum(on="2026-12-01")

    assert staged(spike, later).durie_salmon.stage == "III"
    assert remark(staged(spike, negative).durie_salmon, "MM-DS-STAGE-M") == "ds_class_unknown"


def test_a_value_between_the_limits_excludes_stage_one() -> None:
    found = staged(result("hemoglobin", 9), ct(2)).durie_salmon

    assert found.possible == ("II", "III")
    assert remark(found, "MM-DS-STAGE-HB") == "ds_between"
    assert remark(found, "MM-DS-STAGE-BONE") == "ds_bone_not_xray"


def test_a_plasmacytoma_without_imaging_leaves_the_bone_open() -> None:
    found = staged(plasmacytoma(), finding("bone_lytic_xray", {"extent": "partial"})).durie_salmon

    assert answers(found)["MM-DS-STAGE-BONE"] == "unknown"


def test_creatinine_and_clearance_may_disagree_in_china() -> None:
    cr = result("creatinine", 150, "umol/L")

    conflict = other(staged(cr, result("creatinine_clearance", 35)), "MM-DS-AB-CN2020")
    by_gault = other(staged(cr, result("weight", 40)), "MM-DS-AB-CN2020")
    by_egfr = other(staged(cr, result("egfr", 35)), "MM-DS-AB-CN2020")
    by_us = other(staged(cr), "MM-DS-AB-CN2020")

    assert (conflict.suffix, conflict.possible_suffixes) == (None, ("A", "B"))
    assert said(conflict) == said(by_gault) == said(by_egfr) == said(by_us) == {"ds_ab_conflict"}
    assert remark(by_gault, "MM-DS-AB-CN2020-CRCL") is None
    assert remark(by_egfr, "MM-DS-AB-CN2020-CRCL") == "egfr_for_clearance"
    assert remark(by_us, "MM-DS-AB-CN2020-CRCL") == "egfr_for_clearance"


def derived(*entries: object, patient: Person) -> dict[str, Derived]:
    return {each.rule: each for each in staged(*entries, patient=patient).derived}


def test_what_a_laboratory_reported_stays_apart() -> None:
    # CALC-EGFR-REPORTED
    reported = result("egfr", 58, method="CKD-EPI 2009")
    woman = Person(Sex.FEMALE, age_years=66)

    found = derived(result("creatinine", 1), reported, patient=woman)["CALC-CKDEPI2021"]

    assert found.value == D("62.13")
    assert found.reported is not None
    assert found.reported.value == D(58)
    assert found.note == Note("egfr_reported_by", (("formula", "CKD-EPI 2009"),))


def test_an_age_that_is_not_exact_shows_both_estimates() -> None:
    woman = Person(Sex.FEMALE, age_years=53)
    values = (result("creatinine", 204, "umol/L"), finding("bone_pain", True, on="2026-05"))

    found = derived(*values, patient=woman)["CALC-CKDEPI2021"]

    assert found.value == D("24.7")
    assert found.note == Note("derived_other_age", (("age", "54"), ("value", "24.54")))


def test_without_sex_or_age_nothing_is_estimated() -> None:
    cr = result("creatinine", 1)

    assert derived(cr, patient=Person(Sex.UNKNOWN, age_years=60)) == {}
    assert derived(cr, patient=Person(Sex.FEMALE)) == {}


def test_corrected_calcium_stands_beside_the_reported_one_with_its_caveat() -> None:
    # CALC-CA-CAVEAT
    values = (result("calcium", 11), albumin(3), result("calcium_corrected", "11.7"))

    found = derived(*values, patient=Person())["CALC-CA-MG"]

    assert found.value == D("11.8")
    assert found.reported is not None
    assert found.reported.value == D("11.7")
    assert found.note == Note("calcium_binding_caveat")


def golden(shared: Path, name: str) -> Staging:
    record = read_case((shared / "cases" / f"{name}.case.json").read_bytes(), catalogue())
    found = assess(record, date(2026, 11, 22), catalogue=catalogue()).myeloma
    assert found is not None
    assert found.staging is not None
    return found.staging


@pytest.mark.shared
def test_the_golden_case_is_staged_as_the_rule_book_says(shared: Path) -> None:
    found = golden(shared, "myeloma-emm2025a-diagnosis")
    durie, hits = found.durie_salmon, other(found, "MM-MSMART-COUNT")

    assert (durie.stage, durie.suffix) == ("III", "B")
    assert (found.iss.stage, found.r_iss.stage) == ("III", "III")
    assert (found.r2_iss.stage, found.r2_iss.points) == ("IV", (D(3), D(5)))
    assert found.ims_2025.stage == "high_risk"
    assert answers(found.ims_2025)["MM-CGS2"] == "yes"
    assert answers(found.ims_2025)["MM-CGS4"] == "no"
    assert hits.possible == ("double_hit", "triple_hit")
    assert not found.if_myeloma


@pytest.mark.shared
def test_calcium_is_no_reason_for_stage_three_of_the_golden_case(shared: Path) -> None:
    durie = golden(shared, "myeloma-emm2025a-diagnosis").durie_salmon

    reasons = {name for name, answer in answers(durie).items() if answer == "yes"}

    assert reasons == {"MM-DS-STAGE-HB", "MM-DS-AB"}


@pytest.mark.shared
def test_treatment_freezes_the_stage_of_the_golden_case(shared: Path) -> None:
    before = golden(shared, "myeloma-emm2025a-diagnosis")
    after = golden(shared, "myeloma-emm2025c-secondary-pcl")

    assert after.anchor == before.anchor == "2022-07"
    assert after.systems == before.systems


@pytest.mark.shared
def test_the_printed_stages_of_published_cases_are_found(shared: Path) -> None:
    light_chain = golden(shared, "myeloma-W01-light-chain-iss2")
    with_calcium = golden(shared, "precursor-W16-oligosecretory-with-hyperparathyroidism")

    assert (light_chain.iss.stage, light_chain.r_iss.stage) == ("II", "II")
    assert with_calcium.r_iss.stage == "II"
