"""Test MM-CRAB-HB and MM-CRAB-CA at their boundaries, in every unit and with every limit."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desktop_app.domain.criteria.organ_values import NO_LIMIT, beyond_limit
from desktop_app.domain.criterion import Op
from desktop_app.domain.record import Result
from desktop_app.domain.truth import Truth
from tests.domain.cases import gathered, note_of, part, result, view, words

YES, NO, OPEN = Truth.MET, Truth.NOT_MET, Truth.UNKNOWN
ALBUMIN = result("albumin", "4.0")


def hemoglobin_value(*entries: object) -> Truth:
    return part(gathered(*entries).hemoglobin, "MM-CRAB-HB-VALUE").state


def calcium_value(*entries: object) -> Truth:
    return part(gathered(*entries).calcium, "MM-CRAB-CA-VALUE").state


@pytest.mark.parametrize(
    ("value", "unit", "low", "state"),
    [
        ("9.9", "g/dL", 12, YES),
        ("10", "g/dL", 12, NO),
        ("10.1", "g/dL", 12, NO),
        ("99", "g/L", 120, YES),
        ("100", "g/L", 120, NO),
        ("101", "g/L", 120, NO),
        ("11.4", "g/dL", "13.5", YES),
        ("11.5", "g/dL", "13.5", NO),
        ("11.6", "g/dL", "13.5", NO),
        ("114", "g/L", 135, YES),
        ("115", "g/L", 135, NO),
        ("9.9", "g/dL", None, YES),
        ("10", "g/dL", None, OPEN),
        ("10.1", "g/dL", None, OPEN),
        ("12.9", "g/dL", None, OPEN),
        ("13", "g/dL", None, NO),
        ("129", "g/L", None, OPEN),
        ("130", "g/L", None, NO),
        ("<10", "g/dL", 12, YES),
        ("<10.1", "g/dL", 12, OPEN),
        (">=13", "g/dL", None, NO),
    ],
)
def test_hemoglobin_at_its_cuts(value: str, unit: str, low: object, state: Truth) -> None:
    assert hemoglobin_value(result("hemoglobin", value, unit, low=low)) is state


def test_no_usual_limit_is_assumed_where_one_is_printed() -> None:
    above = result("hemoglobin", ">13", low="15.5")

    assert hemoglobin_value(above) is OPEN


@pytest.mark.parametrize(
    ("value", "low", "state"),
    [
        ("6.2", "7.4", YES),  # 9.99 g/dL
        ("6.3", "7.4", NO),  # 10.15 g/dL, limit 11.9
        ("7.1", "8.4", YES),  # 11.44 g/dL below 13.54 - 2
        ("7.2", "8.4", NO),  # 11.60 g/dL
        ("7.0", None, OPEN),
        ("8.1", None, NO),  # 13.05 g/dL
    ],
)
def test_hemoglobin_in_millimoles_is_converted_with_its_limit_and_flagged(
    value: str, low: str | None, state: Truth
) -> None:
    own = part(
        gathered(result("hemoglobin", value, "mmol/L", low=low)).hemoglobin, "MM-CRAB-HB-VALUE"
    )

    assert own.state is state
    assert note_of(own) == ("limit_missing" if state is OPEN else "hemoglobin_converted")


def test_an_open_limit_is_named() -> None:
    own = part(gathered(result("hemoglobin", "10.5")).hemoglobin, "MM-CRAB-HB-VALUE")

    assert note_of(own) == "limit_missing"


@pytest.mark.parametrize(
    ("code", "word", "state"),
    [
        ("hemoglobin", "normal", NO),
        ("hemoglobin", "high", NO),
        ("hemoglobin", "low", OPEN),
        ("calcium", "normal", NO),
        ("calcium", "low", NO),
        ("calcium", "high", OPEN),
        ("calcium_corrected", "normal", NO),
        ("calcium_corrected", "high", OPEN),
    ],
)
def test_a_value_reported_in_words(code: str, word: str, state: Truth) -> None:
    judged = hemoglobin_value if code == "hemoglobin" else calcium_value

    assert judged(words(code, word)) is state


@pytest.mark.parametrize(
    ("value", "unit", "high", "state"),
    [
        ("11", "mg/dL", "10.2", NO),
        ("11.1", "mg/dL", "10.2", YES),
        ("10.9", "mg/dL", "10.2", NO),
        ("2.75", "mmol/L", "2.60", NO),
        ("2.76", "mmol/L", "2.60", YES),
        ("5.5", "mEq/L", "5.2", NO),
        ("5.51", "mEq/L", "5.2", YES),
        ("10.8", "mg/dL", "9.8", NO),
        ("10.9", "mg/dL", "9.8", YES),
        ("2.70", "mmol/L", "2.45", NO),
        ("2.71", "mmol/L", "2.45", YES),
        ("5.40", "mEq/L", "4.90", NO),
        ("5.41", "mEq/L", "4.90", YES),
        ("10", "mg/dL", None, NO),
        ("10.1", "mg/dL", None, OPEN),
        ("2.50", "mmol/L", None, NO),
        ("2.51", "mmol/L", None, OPEN),
        ("11.1", "mg/dL", None, YES),
    ],
)
def test_reported_corrected_calcium_at_its_cuts(
    value: str, unit: str, high: object, state: Truth
) -> None:
    assert calcium_value(result("calcium_corrected", value, unit, high=high)) is state


@pytest.mark.parametrize(
    ("value", "unit", "state"),
    [
        ("10", "mg/dL", NO),
        ("10.1", "mg/dL", OPEN),
        ("11", "mg/dL", OPEN),
        ("11.1", "mg/dL", YES),
        ("2.50", "mmol/L", NO),
        ("2.51", "mmol/L", OPEN),
        ("2.76", "mmol/L", YES),
    ],
)
def test_uncorrected_calcium_is_no_only_where_albumin_could_not_matter(
    value: str, unit: str, state: Truth
) -> None:
    measured = result("calcium", value, unit, high="10.2" if unit == "mg/dL" else "2.60")

    own = part(gathered(measured).calcium, "MM-CRAB-CA-VALUE")

    assert own.state is state
    assert note_of(own) == "not_corrected"


@pytest.mark.parametrize(
    ("measured", "albumin", "state"),
    [
        # 10.6 + 0.8 x (4.0 - 3.5) = 11.0; 10.7 gives 11.1
        (("10.6", "mg/dL"), ("3.5", "g/dL"), NO),
        (("10.7", "mg/dL"), ("35", "g/L"), YES),
        # 2.65 + 0.02 x (40 - 35) = 2.75; 2.66 gives 2.76
        (("2.65", "mmol/L"), ("35", "g/L"), NO),
        (("2.66", "mmol/L"), ("3.5", "g/dL"), YES),
        # albumin above 40 g/L lowers it: 11.2 - 0.4 = 10.8
        (("11.2", "mg/dL"), ("4.5", "g/dL"), NO),
    ],
)
def test_calcium_is_corrected_in_the_unit_reported(
    measured: tuple[str, str], albumin: tuple[str, str], state: Truth
) -> None:
    high = "10.2" if measured[1] == "mg/dL" else "2.60"
    entries = (result("calcium", *measured, high=high), result("albumin", *albumin))

    own = part(gathered(*entries).calcium, "MM-CRAB-CA-VALUE")

    assert own.state is state
    assert note_of(own) == "calcium_computed"


def test_a_corrected_value_is_never_corrected_again() -> None:
    corrected = result("calcium_corrected", "10.9", high="10.2")

    assert calcium_value(corrected, result("albumin", 2)) is NO


def test_the_reported_corrected_value_wins_over_the_total_of_its_day() -> None:
    total, corrected = result("calcium", "11.5"), result("calcium_corrected", "10", high="10.2")

    assert calcium_value(total, corrected) is NO


def test_albumin_of_another_day_corrects_nothing() -> None:
    entries = (result("calcium", "10.7", high="10.2"), result("albumin", "3.5", on="2026-05-01"))

    assert calcium_value(*entries) is OPEN


@pytest.mark.parametrize("order", [1, -1])
def test_albumins_of_one_day_that_disagree_leave_it_unknown(order: int) -> None:
    albumins = (result("albumin", "4.0"), result("albumin", "2.0"))[::order]

    assert calcium_value(result("calcium", "10.9", high="10.2"), *albumins) is OPEN


@pytest.mark.parametrize(
    ("measured", "albumin"),
    [
        (result("calcium", "5.4", "mEq/L", high="5.2"), ALBUMIN),
        (result("calcium", "10.9", high="10.2"), result("albumin", "<2")),
        (result("calcium", ">10.9", high="10.2"), ALBUMIN),
        (result("calcium", "10.9", high="10.2"), words("albumin", "low")),
    ],
)
def test_what_cannot_be_corrected_counts_as_uncorrected(measured: Result, albumin: Result) -> None:
    own = part(gathered(measured, albumin).calcium, "MM-CRAB-CA-VALUE")

    assert own.state is OPEN
    assert note_of(own) == "not_corrected"


@pytest.mark.parametrize(
    ("ionised", "state"),
    [
        (result("calcium_ionized", "1.32", low="1.15", high="1.32"), OPEN),
        (result("calcium_ionized", "1.33", low="1.15", high="1.32"), YES),
        (result("calcium_ionized", "1.2", on="2026-05-01", low="1.15", high="1.32"), YES),
        (result("calcium_ionized", "1.2"), YES),
        (result("calcium_ionized", "<1.2", low="1.15", high="1.32"), YES),
        (words("calcium_ionized", "normal"), OPEN),
        (words("calcium_ionized", "high"), YES),
    ],
)
def test_ionised_calcium_within_its_limits_contradicts_a_high_value(
    ionised: Result, state: Truth
) -> None:
    assert calcium_value(result("calcium_corrected", 12), ionised) is state


@pytest.mark.parametrize(
    ("value", "unit", "high", "flagged"),
    [
        ("2.75", "mmol/L", "2.60", True),
        ("11.02", "mg/dL", "10.2", True),
        ("11", "mg/dL", "10.2", False),
        ("2.76", "mmol/L", "2.60", False),
        # ULN + 0.25 mmol/L is 1.002 mg/dL: at the limit arm the units differ as well.
        ("2.70", "mmol/L", "2.45", True),
    ],
)
def test_calcium_near_a_cut_of_the_other_unit_is_flagged(
    value: str, unit: str, high: str, flagged: bool
) -> None:
    own = part(
        gathered(result("calcium_corrected", value, unit, high=high)).calcium, "MM-CRAB-CA-VALUE"
    )

    assert (note_of(own) == "within_rounding") is flagged


def test_a_limit_without_a_distance_in_its_unit_is_no_limit() -> None:
    value = result("calcium", "2.9", "mmol/L", high="2.6")

    judged = beyond_limit(view(value), value, value.high, {"mg/dL": Decimal(1)}, Op.GT, sign=1)

    assert judged == NO_LIMIT


def test_nothing_measured_is_unknown() -> None:
    assert hemoglobin_value() is OPEN
    assert calcium_value() is OPEN
