"""Test MM-CRAB-RENAL: clearance or creatinine, each unit, each source of the clearance."""

from __future__ import annotations

from decimal import Decimal as D

import pytest

from desktop_app.domain.criteria.kidney import filtration
from desktop_app.domain.derived import ckd_epi_2021, cockcroft_gault
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Person, Result, Sex
from desktop_app.domain.truth import Truth
from tests.domain.cases import WOMAN, gathered, note_of, part, result, view, words

YES, NO, OPEN = Truth.MET, Truth.NOT_MET, Truth.UNKNOWN
AGELESS = Person(Sex.FEMALE)
SEXLESS = Person(Sex.UNKNOWN, PartialDate("1960-03-04"))
YOUNG_MAN = Person(Sex.MALE, PartialDate("1996-03-04"))


def arms(*entries: object, patient: Person = WOMAN) -> tuple[Truth, Truth, Truth]:
    """Give clearance arm, creatinine arm and both together."""
    value = part(gathered(*entries, patient=patient).renal, "MM-CRAB-RENAL-VALUE")
    clearance = part(value, "MM-CRAB-RENAL-CRCL").state
    return clearance, part(value, "MM-CRAB-RENAL-CR").state, value.state


def clearance_note(*entries: object, patient: Person = WOMAN) -> str | None:
    value = part(gathered(*entries, patient=patient).renal, "MM-CRAB-RENAL-VALUE")
    return note_of(part(value, "MM-CRAB-RENAL-CRCL"))


@pytest.mark.parametrize(
    ("value", "unit", "state"),
    [
        ("1.99", "mg/dL", NO),
        ("2", "mg/dL", NO),
        ("2.01", "mg/dL", YES),
        ("176", "umol/L", NO),
        ("177", "umol/L", NO),
        ("178", "umol/L", YES),
        ("0.178", "mmol/L", YES),
        ("20.1", "mg/L", YES),
        (">2", "mg/dL", YES),
        ("<2", "mg/dL", NO),
        ("<2.1", "mg/dL", OPEN),
    ],
)
def test_creatinine_at_its_cut(value: str, unit: str, state: Truth) -> None:
    assert arms(result("creatinine", value, unit))[1] is state


@pytest.mark.parametrize(
    ("code", "value", "unit", "state"),
    [
        ("creatinine_clearance", "39.9", "mL/min", YES),
        ("creatinine_clearance", "40", "mL/min", NO),
        ("creatinine_clearance", "40.1", "mL/min", NO),
        ("egfr", "39.9", "mL/min/{1.73_m2}", YES),
        ("egfr", "40", "mL/min/{1.73_m2}", NO),
        ("egfr", ">90", "mL/min/{1.73_m2}", NO),
        ("egfr", "<15", "mL/min/{1.73_m2}", YES),
        ("creatinine_clearance", "0.6", "mL/s", OPEN),
    ],
)
def test_clearance_at_its_cut(code: str, value: str, unit: str, state: Truth) -> None:
    assert arms(result(code, value, unit), result("creatinine", "1.2"))[0] is state


def test_either_arm_suffices_and_both_must_be_no() -> None:
    low, high = result("egfr", 39), result("creatinine", "1.5")

    assert arms(low, high) == (YES, NO, YES)
    assert arms(result("egfr", 60), result("creatinine", "2.5")) == (NO, YES, YES)
    assert arms(result("egfr", 60), high) == (NO, NO, NO)
    assert arms(result("egfr", 60)) == (NO, OPEN, OPEN)
    assert arms() == (OPEN, OPEN, OPEN)


def test_measured_clearance_wins_over_reported_and_own_estimates() -> None:
    measured, reported = result("creatinine_clearance", 45), result("egfr", 30)

    assert arms(measured, reported, result("creatinine", "1.9"))[0] is NO
    assert arms(reported, result("creatinine", "0.8"))[0] is YES


@pytest.mark.parametrize(
    ("creatinine", "unit", "state"),
    [("1.44", "mg/dL", NO), ("1.45", "mg/dL", YES), ("127", "umol/L", NO), ("128", "umol/L", YES)],
)
def test_own_estimate_at_forty(creatinine: str, unit: str, state: Truth) -> None:
    estimate = ckd_epi_2021(
        D(creatinine) if unit == "mg/dL" else D(creatinine) / D("88.4"), 66, Sex.FEMALE
    )
    assert estimate is not None

    assert (estimate < 40) is (state is YES)
    assert arms(result("creatinine", creatinine, unit))[0] is state
    assert clearance_note(result("creatinine", creatinine, unit)) == "egfr_computed"


@pytest.mark.parametrize("patient", [AGELESS, SEXLESS])
@pytest.mark.parametrize(
    ("value", "unit", "state"),
    [
        ("1.1", "mg/dL", NO),
        ("1.2", "mg/dL", OPEN),
        ("97", "umol/L", NO),
        ("98", "umol/L", OPEN),
    ],
)
def test_without_age_or_sex_only_a_low_creatinine_settles(
    patient: Person, value: str, unit: str, state: Truth
) -> None:
    entries = result("creatinine", value, unit)

    assert arms(entries, patient=patient) == (state, NO, state)
    assert clearance_note(entries, patient=patient) == (
        "creatinine_low_without_age" if state is NO else "age_or_sex_missing"
    )


def test_an_age_that_is_not_exact_may_leave_it_open() -> None:
    # 1.45 mg/dL: 40.03 at 65 years, 39.78 at 66
    entries = result("creatinine", "1.45", on="2026-01-15")

    assert arms(entries, patient=Person(Sex.FEMALE, PartialDate("1960")))[0] is OPEN
    assert clearance_note(entries, patient=Person(Sex.FEMALE, PartialDate("1960"))) == (
        "age_not_exact"
    )


def test_a_creatinine_in_words() -> None:
    assert arms(words("creatinine", "normal")) == (OPEN, NO, OPEN)
    assert arms(words("creatinine", "high")) == (OPEN, OPEN, OPEN)


def test_a_clearance_in_words_leaves_its_arm_open() -> None:
    assert arms(words("egfr", "normal"), result("creatinine", "0.8"))[0] is NO
    assert arms(words("egfr", "normal"))[0] is OPEN


@pytest.mark.parametrize(
    ("weight", "note"), [(45, "cockcroft_gault_disagrees"), (80, "egfr_computed")]
)
def test_cockcroft_gault_that_would_answer_differently_is_named(weight: int, note: str) -> None:
    # 66-year-old woman, 1.2 mg/dL: CKD-EPI 50; Cockcroft-Gault 33 at 45 kg, 58 at 80 kg
    entries = (result("creatinine", "1.2"), result("weight", weight))

    assert clearance_note(*entries) == note


def test_cockcroft_gault_stands_beside_a_reported_estimate_too() -> None:
    entries = (result("egfr", 50), result("creatinine", "1.2"), result("weight", 45))

    assert arms(*entries)[0] is NO
    assert clearance_note(*entries) == "cockcroft_gault_disagrees"
    measured = (result("creatinine_clearance", 50), result("creatinine", "1.2"))
    assert clearance_note(*measured, result("weight", 45)) is None


def test_an_unusable_weight_says_nothing() -> None:
    two = (result("weight", 45), result("weight", 80))

    assert clearance_note(result("creatinine", "1.2"), *two) == "egfr_computed"
    assert clearance_note(result("creatinine", "1.2"), words("weight", "low")) == "egfr_computed"


@pytest.mark.parametrize(
    ("creatinine", "age", "sex", "expected"),
    [
        (D("0.9"), 55, Sex.FEMALE, "75.50"),
        (D("1.0"), 60, Sex.MALE, "86.16"),
        (D("2.0"), 70, Sex.MALE, "35.24"),
        (D("0.6"), 40, Sex.FEMALE, "116.30"),
        (D(204) / D("88.4"), 53, Sex.FEMALE, "24.70"),
    ],
)
def test_ckd_epi_2021_gives_the_check_values_of_the_rule_book(
    creatinine: D, age: int, sex: Sex, expected: str
) -> None:
    assert ckd_epi_2021(creatinine, age, sex) == D(expected)


def test_estimates_need_sex_and_a_positive_creatinine() -> None:
    assert ckd_epi_2021(D(1), 60, Sex.UNKNOWN) is None
    assert ckd_epi_2021(D(0), 60, Sex.MALE) is None
    assert cockcroft_gault(D(1), 60, D(70), Sex.UNKNOWN) is None


@pytest.mark.parametrize(
    ("creatinine", "age", "weight", "sex", "expected"),
    [
        (D("1.0"), 60, 70, Sex.MALE, "77.78"),
        (D("2.0"), 70, 60, Sex.MALE, "29.17"),
        (D(204) / D("88.4"), 53, 55, Sex.FEMALE, "24.48"),
    ],
)
def test_cockcroft_gault_of_the_rule_book(
    creatinine: D, age: int, weight: int, sex: Sex, expected: str
) -> None:
    assert cockcroft_gault(creatinine, age, D(weight), sex) == D(expected)


@pytest.mark.parametrize(
    ("entries", "values"),
    [
        ((result("egfr", 55), result("creatinine", "0.6")), (55,)),
        ((words("egfr", "low"), result("creatinine", "0.8")), (D("81.21"),)),
        ((words("creatinine", "low"),), ()),
        ((), ()),
    ],
)
def test_filtration_is_the_reported_one_else_our_own(
    entries: tuple[Result, ...], values: tuple[D, ...]
) -> None:
    assert filtration(view(*entries)) == values
