"""Data quality: what is old, undated, of another laboratory, near a cut, or disturbed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import ClinicalEvent, Lesion, Treatment
from tests.domain.cases import DAY, assessed, finding, flc, labs, result, serum, words

if TYPE_CHECKING:
    from desktop_app.domain.conclusions import Note

IGG = serum("IgG-kappa")
M = result("serum_m_protein", 1)


def noted(*entries: object, as_of: str = "2026-06-30") -> dict[str, list[dict[str, str]]]:
    """Give the values of every note of a record, by code."""
    found: dict[str, list[dict[str, str]]] = {}
    for note in listed(*entries, as_of=as_of):
        found.setdefault(note.code, []).append(dict(note.values))
    return found


def listed(*entries: object, as_of: str = "2026-06-30") -> tuple[Note, ...]:
    return assessed(*entries, as_of=as_of).quality


def test_whole_data_of_today_leave_nothing_to_say() -> None:
    assert listed(IGG, M, flc(20, 10), labs(), result("albumin", 4)) == ()


@pytest.mark.parametrize(
    ("on", "code"),
    [
        ("2026-06-30", None),
        ("2026-07-01", "dated_later"),
        ("2026-07", "dated_later"),
        ("2026", "date_straddles"),
        ("2026-06", None),
    ],
)
def test_entries_that_lie_later_or_may_are_counted(on: str, code: str | None) -> None:
    entries = (result("weight", 60, on=on), finding("bone_pain", False, on=on))
    lesion = Lesion(PartialDate(on), "rib", "bone")
    noticed = {"dated_later", "date_straddles"} & noted(IGG, *entries, lesion).keys()

    assert noticed == ({code} if code else set())
    if code:
        assert noted(IGG, *entries)[code] == [{"count": "2"}]


def test_a_change_of_laboratory_is_named_in_series_that_are_compared() -> None:
    def of(code: str, unit: str, lab: str, on: str) -> object:
        return result(code, 1, unit, on=on, lab=lab)

    days = (("A", "2025-01-01"), ("B", "2025-06-01"), ("A", "2026-01-01"))
    facts = [of("serum_m_protein", "g/dL", *each) for each in days]
    others = [of("ldh", "U/L", *each) for each in days]

    assert noted(IGG, *facts, *others)["laboratory_changed"] == [
        {"code": "serum_m_protein", "date": "2026-01-01"}
    ]
    assert "laboratory_changed" not in noted(IGG, *others)


@pytest.mark.parametrize(
    ("code", "unit"), [("creatinine_clearance", "mL/s"), ("nt_probnp", "pmol/L")]
)
def test_a_unit_without_a_threshold_is_named(code: str, unit: str) -> None:
    found = noted(IGG, result(code, 2, unit))

    assert found["unit_not_covered"] == [{"code": code, "unit": unit}]


def test_a_value_near_a_cut_is_named_even_behind_another_remark() -> None:
    assert noted(IGG, labs(creatinine=None), result("creatinine", 177, "umol/L"))["near_cut"] == [
        {"code": "creatinine"}
    ]
    ratio = replace(result("flc_ratio", "1.65"), method="N Latex")
    found = noted(IGG, ratio)
    assert found["near_cut"] == [{"code": "flc_ratio"}]
    assert found["assay_not_validated"] == [{"assay": "N Latex"}]
    assert "near_cut" not in noted(IGG, result("flc_ratio", "1.70"))


def test_converted_haemoglobin_is_named_although_its_limit_is_missing_too() -> None:
    assert "hemoglobin_converted" in noted(IGG, result("hemoglobin", "8.0", "mmol/L"))
    assert "hemoglobin_converted" not in noted(IGG, result("hemoglobin", "80", "g/L"))


@pytest.mark.parametrize(
    ("entries", "named"),
    [
        ((result("calcium", "9.2"),), True),
        ((result("calcium", "10.5"),), True),
        ((result("calcium", "9.2"), result("albumin", 4, on="2026-05-31")), True),
        ((result("calcium", "9.2"), result("albumin", 4)), False),
        ((result("calcium", "9.2"), result("calcium_corrected", "9.2")), False),
        ((words("calcium", "normal"),), False),
    ],
)
def test_total_calcium_that_is_not_corrected_is_named(
    entries: tuple[object, ...], named: bool
) -> None:
    assert ("not_corrected" in noted(IGG, *entries)) is named


def test_remarks_of_the_models_count_too() -> None:
    marrow = result("marrow_plasma_cells", 15)
    facts = (serum("IgG-lambda"), M, marrow, labs(), finding("bone_lytic_ct", {"count": 0}))

    assert "near_cut" in noted(*facts, result("flc_ratio", "0.05"))


def test_values_that_may_both_be_the_latest_and_differ_are_named() -> None:
    later = result("hemoglobin", 13, on="2026-05-01")
    same_day = (result("hemoglobin", 13), result("hemoglobin", 12))

    assert noted(IGG, later, *same_day)["values_disagree"] == [{"code": "hemoglobin", "date": DAY}]
    assert "values_disagree" not in noted(IGG, later, result("hemoglobin", 13))
    assert "values_disagree" not in noted(IGG, *same_day[:1] * 2)


@pytest.mark.parametrize(
    ("treatment", "named"),
    [
        (Treatment("Dara-Rd", PartialDate("2026-01"), ("Daratumumab",)), True),
        (Treatment("isatuximab", PartialDate("2026-06-01")), True),
        (Treatment("Rd", PartialDate("2026-01"), ("lenalidomide",)), False),
        (Treatment("daratumumab", PartialDate("2026-06-02")), False),
        (Treatment("daratumumab", PartialDate("2025"), stop=PartialDate("2025-12-01")), True),
        (Treatment("daratumumab", PartialDate("2025"), stop=PartialDate("2025-11-30")), False),
    ],
)
def test_an_antibody_may_itself_be_the_band(treatment: Treatment, named: bool) -> None:
    assert ("antibody_may_be_the_band" in noted(IGG, M, treatment)) is named


def test_an_antibody_is_no_band_of_another_class() -> None:
    antibody = Treatment("daratumumab", PartialDate("2026-01"))

    assert "antibody_may_be_the_band" not in noted(serum("IgA-lambda"), M, antibody)
    assert noted(M, antibody)["antibody_may_be_the_band"] == [{"drug": "daratumumab"}]


@pytest.mark.parametrize(
    ("on", "named"),
    [("2026-03-01", True), ("2026-02-28", False), ("2026-06-01", True), ("2026-06-02", False)],
)
def test_a_transfusion_hides_an_anaemia_for_three_months(on: str, named: bool) -> None:
    events = (
        ClinicalEvent(PartialDate(on), "transfusion"),
        ClinicalEvent(PartialDate("2026-05-01"), "infection"),
    )

    assert ("transfused" in noted(IGG, labs(), *events)) is named


@pytest.mark.parametrize(
    ("facts", "named"),
    [
        ((result("egfr", "59.9"), flc(30, 20)), True),
        ((result("egfr", 60), flc(30, 20)), False),
        ((result("egfr", "<60"), flc(30, 20)), True),
        ((result("egfr", ">60"), flc(30, 20)), False),
        ((words("egfr", "low"), flc(30, 20)), False),
        ((result("egfr", 40),), False),
        ((flc(30, 20),), False),
    ],
)
def test_weak_kidneys_raise_light_chains_without_a_clone(
    facts: tuple[object, ...], named: bool
) -> None:
    assert ("light_chains_and_kidney" in noted(IGG, *facts)) is named
