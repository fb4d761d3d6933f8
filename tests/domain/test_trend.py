"""The course of an analyte: which value is the baseline, what changed, and whether it is real."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.conclusions import SeriesPoint, SeriesSummary
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.policy import Policy
from desktop_app.domain.record import EarlierDiagnosis, Interpretation, PatientRecord, Result
from desktop_app.domain.trend import (
    NOISE_PERCENT,
    Significance,
    course_of,
    noise_percent,
    outside_limits,
    significance,
)
from tests.domain.trend_records import AS_OF, M, a_chart, a_record, a_result, catalogue, series_of


def the_series(record: PatientRecord) -> SeriesSummary:
    (series,) = series_of(record)
    return series


def test_units_that_differ_by_a_power_of_ten_are_shifted_exactly() -> None:
    series = the_series(
        a_record(a_result("2025-01-05", "24.10", "g/L"), a_result("2026-01-05", "2.6"))
    )

    assert str(series.baseline.value) == "2.410"
    assert (series.unit, series.converted) == ("g/dL", False)
    assert series.change_from_baseline == Decimal("0.190")


def test_another_unit_is_converted_for_display_and_flagged() -> None:
    first = a_result("2025-01-05", "88.4", "umol/L", "creatinine")
    series = the_series(a_record(first, a_result("2026-01-05", "1.2", "mg/dL", "creatinine")))

    assert series.baseline.value == 1
    assert series.converted


def test_a_zero_is_converted_to_zero() -> None:
    first = a_result("2025-01-05", "0", "umol/L", "creatinine")
    series = the_series(a_record(first, a_result("2026-01-05", "1.2", "mg/dL", "creatinine")))

    assert series.baseline.value == 0


def test_an_unknown_unit_is_left_out_and_counted() -> None:
    odd = a_result("2024-01-05", "7", "arb")
    course = course_of(
        a_record(odd, a_result("2026-01-05", "1.2")), M, as_of=AS_OF, catalogue=catalogue()
    )

    assert course is not None
    assert (len(course.points), course.omitted) == (1, 1)


def test_baseline_is_the_first_value_at_or_after_diagnosis_and_not_the_lowest() -> None:
    history = (EarlierDiagnosis("mgus_non_igm", PartialDate("2021")),)
    values = (
        ("2020-05-05", "0.4"),
        ("2021-06-01", "0.9"),
        ("2023-05-05", "0.5"),
        ("2026-05", "1.2"),
    )
    series = the_series(a_record(*(a_result(*one) for one in values), history=history))

    assert series.baseline == SeriesPoint("2021-06-01", Decimal("0.9"))
    assert series.nadir == SeriesPoint("2020-05-05", Decimal("0.4"))


def test_baseline_comes_from_the_laboratory_and_method_of_the_latest_value() -> None:
    series = the_series(
        a_record(
            a_result("2020-05-05", "1.1", lab="A"),
            a_result("2022-05-05", "1.9", lab="B"),
            a_result("2024-05-05", "2.0", lab="B", method="capillary"),
            a_result("2025-05-05", "2.2", lab="B", method="gel"),
            a_result("2026-05-05", "2.4", lab="B", method="gel"),
        )
    )

    assert series.baseline.date == "2025-05-05"
    assert series.laboratory_changes == ("2022-05-05", "2025-05-05")


def test_a_laboratory_that_is_not_stated_is_no_change() -> None:
    series = the_series(
        a_record(
            a_result("2020-05-05", "1.1", lab="A"),
            a_result("2022-05-05", "1.2"),
            a_result("2024-05-05", "1.3", lab="A"),
        )
    )

    assert series.laboratory_changes == ()
    assert series.baseline.date == "2020-05-05"


def test_a_censored_value_enters_no_arithmetic() -> None:
    values = (("2020-05-05", "1.0"), ("2021-05-05", "0.8"), ("2022-05-05", "<0.5"))
    series = the_series(a_record(*(a_result(*one) for one in values)))

    assert series.latest == SeriesPoint("2022-05-05", Decimal("0.5"), "<")
    assert series.change_from_baseline is None
    assert series.change_percent_from_baseline is None
    assert series.nadir.comparator == "<"
    assert series.slope_per_year == pytest.approx(Decimal("-0.2"), abs=Decimal("0.001"))


def test_a_value_above_the_limit_of_the_test_is_no_nadir() -> None:
    values = (("2020-05-05", ">100"), ("2021-05-05", "250"), ("2022-05-05", "300"))
    series = the_series(a_record(*(a_result(d, v, "mg/L", "flc_kappa") for d, v in values)))

    assert series.nadir.value == 250
    assert series.baseline.value == 250


def test_no_percent_of_a_zero_baseline() -> None:
    series = the_series(a_record(a_result("2020-05-05", "0"), a_result("2022-05-05", "0.3")))

    assert series.change_from_baseline == Decimal("0.3")
    assert series.change_percent_from_baseline is None


def test_slope_and_doubling_time_of_a_value_that_doubles_each_year() -> None:
    values = (("2023-01-01", "1"), ("2024-01-01", "2"), ("2024-12-31", "4"))
    series = the_series(a_record(*(a_result(*one) for one in values)))

    assert series.doubling_time_days == 365
    assert series.slope_per_year == pytest.approx(Decimal("1.5"), abs=Decimal("0.01"))
    assert series.change_percent_from_baseline == 300


def test_a_falling_value_has_no_doubling_time() -> None:
    series = the_series(a_record(a_result("2023-01-01", "2"), a_result("2024-01-01", "1")))

    assert series.doubling_time_days is None
    assert series.slope_per_year is not None
    assert series.slope_per_year < 0


def test_two_values_of_one_day_have_no_slope() -> None:
    series = the_series(a_record(a_result("2023-01-01", "2"), a_result("2023-01-01", "1")))

    assert series.slope_per_year is None


def test_values_that_may_lie_after_the_day_are_not_used() -> None:
    record = a_record(
        a_result("2025-01-01", "1"), a_result("2026-01-01", "2"), a_result("2026", "3")
    )

    assert the_series(record).latest.value == 2
    assert series_of(a_record(a_result("2027-01-01", "1"))) == ()


def test_one_value_makes_no_series() -> None:
    assert series_of(a_record(a_result("2025-01-01", "1"))) == ()


@pytest.mark.parametrize(
    ("code", "latest", "expected"),
    [
        (M, "1.22", Significance.WITHIN_NOISE),
        (M, "1.221", Significance.BEYOND_NOISE),
        (M, "0.78", Significance.WITHIN_NOISE),
        (M, "0.779", Significance.BEYOND_NOISE),
        ("flc_kappa", "1.79", Significance.WITHIN_NOISE),
        ("flc_lambda", "1.8", Significance.BEYOND_NOISE),
        ("urine_m_protein_24h", "1.99", Significance.WITHIN_NOISE),
        ("hemoglobin", "0.91", Significance.BEYOND_NOISE),
        ("albumin", "9", None),
    ],
)
def test_a_change_is_real_only_beyond_the_noise_of_the_test(
    code: str, latest: str, expected: Significance | None
) -> None:
    base, last = SeriesPoint("2025", Decimal(1)), SeriesPoint("2026", Decimal(latest))

    assert significance(code, base, last) is expected


def test_significance_of_a_censored_or_zero_base_is_unknown() -> None:
    one = SeriesPoint("2026", Decimal(1))

    assert significance(M, SeriesPoint("2025", Decimal("0.5"), "<"), one) is None
    assert significance(M, SeriesPoint("2025", Decimal(0)), one) is None


@given(
    base=st.decimals("0.1", "9", places=2),
    latest=st.decimals("0.1", "9", places=2),
    shift=st.integers(-3, 3),
)
def test_significance_does_not_depend_on_the_power_of_ten(
    base: Decimal, latest: Decimal, shift: int
) -> None:
    here = significance(M, SeriesPoint("2025", base), SeriesPoint("2026", latest))
    moved = (SeriesPoint("2025", base.scaleb(shift)), SeriesPoint("2026", latest.scaleb(shift)))

    assert significance(M, *moved) is here


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("11.9", "low"),
        ("12", None),
        ("16", None),
        ("16.1", "high"),
        ("<11", "low"),
        ("<14", None),
        (">16", "high"),
        (">=16", None),
        ("<20", None),
    ],
)
def test_a_result_is_held_against_its_own_printed_limits(value: str, expected: str | None) -> None:
    result = a_result("2026", value, code="hemoglobin", low=Decimal(12), high=Decimal(16))

    assert outside_limits(result) == expected


def test_a_result_in_words_only_is_held_against_nothing() -> None:
    worded = Result(PartialDate("2026"), "calcium", interpretation=Interpretation.HIGH)

    assert outside_limits(worded) is None
    assert course_of(a_record(worded), "calcium", as_of=AS_OF, catalogue=catalogue()) is None


def test_a_method_that_is_not_stated_again_is_the_same() -> None:
    values = (
        a_result("2024-01-05", "1.1", method="gel"),
        a_result("2025-01-05", "1.2"),
        a_result("2026-01-05", "1.3", method="gel"),
    )

    assert the_series(a_record(*values)).laboratory_changes == ()


@pytest.mark.parametrize("method", ["Nephelometry", "immunoturbidimetric", "散射比濁法", "比浊法"])
def test_a_spike_is_not_compared_with_what_another_method_measures(method: str) -> None:
    values = (
        a_result("2024-01-05", "1.1"),
        a_result("2025-01-05", "1.9", method=method),
        a_result("2026-01-05", "1.3"),
    )
    series = the_series(a_record(*values))

    assert series.laboratory_changes == ("2025-01-05", "2026-01-05")
    assert series.change_from_baseline == Decimal("0.2")
    other = [a_result(x.date.text, str(x.value), "g/L", "igg") for x in values]
    assert the_series(a_record(*other)).laboratory_changes == ()


def test_a_laboratory_that_comes_back_goes_on_with_its_own_baseline() -> None:
    values = (
        a_result("2023-01-05", "1.1"),
        a_result("2024-01-05", "1.2", lab="A"),
        a_result("2025-01-05", "1.9", lab="B"),
        a_result("2026-01-05", "1.3", lab="A"),
    )

    assert the_series(a_record(*values)).baseline.date == "2023-01-05"


def test_values_of_one_day_give_the_same_course_in_any_order() -> None:
    values = (
        a_result("2025-01-05", "1.1", lab="B"),
        a_result("2025-01-05", "1.9", lab="A"),
        a_result("2025-01-05", ">1.9", lab="A"),
        a_result("2026-01-05", "1.3", lab="B"),
    )

    assert the_series(a_record(*values)) == the_series(a_record(*reversed(values)))


def test_a_diagnosis_of_later_sets_no_baseline() -> None:
    history = (EarlierDiagnosis("smm", PartialDate("2027")), EarlierDiagnosis("mgus_non_igm"))
    values = (a_result("2025-01-05", "1.1"), a_result("2026-01-05", "1.3"))

    assert the_series(a_record(*values, history=history)).baseline.date == "2025-01-05"


OWN = Policy(
    {
        ("A", M): Decimal(5),
        ("", M): Decimal(50),
        ("", "creatinine"): Decimal(15),
        ("", "hemoglobin"): Decimal(0),
    }
)


@pytest.mark.parametrize(
    ("code", "laboratory", "expected"),
    [
        (M, "A", Decimal(5)),
        (M, "B", Decimal(50)),
        (M, None, Decimal(50)),
        ("creatinine", "A", Decimal(15)),
        ("hemoglobin", None, Decimal(0)),
        ("flc_kappa", "A", Decimal(79)),
        ("albumin", "A", None),
    ],
)
def test_the_clinic_may_set_the_noise_of_a_test_in_a_laboratory(
    code: str, laboratory: str | None, expected: Decimal | None
) -> None:
    assert noise_percent(code, laboratory, OWN) == expected


@pytest.mark.parametrize(
    ("laboratory", "expected"),
    [
        ("A", Significance.BEYOND_NOISE),
        ("B", Significance.WITHIN_NOISE),
        (None, Significance.WITHIN_NOISE),
    ],
)
def test_a_course_is_judged_by_the_noise_of_its_laboratory(
    laboratory: str | None, expected: Significance
) -> None:
    values = (a_result("2025-01-05", "1.0"), a_result("2026-01-05", "1.3", lab=laboratory))
    course = course_of(a_record(*values), M, as_of=AS_OF, catalogue=catalogue(), policy=OWN)

    assert course is not None
    assert course.significance is expected
    assert course.noise == (5 if laboratory == "A" else 50)
    published = course_of(a_record(*values), M, as_of=AS_OF, catalogue=catalogue())
    assert published is not None
    assert published.significance is Significance.BEYOND_NOISE


def test_the_noise_band_of_the_chart_is_that_of_the_laboratory() -> None:
    record = a_record(a_result("2025-01-05", "1.0"), a_result("2026-01-05", "1.3", lab="A"))

    (band,) = a_chart(record, policy=OWN).panels[0].bands
    assert (band.low, band.high) == (pytest.approx(0.95), pytest.approx(1.05))
    spec = a_chart(record, policy=OWN)
    assert "5" in spec.summary
    assert [point.worse for point in spec.panels[0].series[0].points] == [False, True]
    calm = a_chart(record, policy=Policy({("", M): Decimal(40)}))
    assert [point.worse for point in calm.panels[0].series[0].points] == [False, False]


@pytest.mark.parametrize(
    ("cv", "exact", "code"),
    [
        ("8.1", "22.4", M),
        ("28.4", "78.7", "flc_kappa"),
        ("28.4", "78.7", "flc_lambda"),
        ("35.8", "99.2", "urine_m_protein_24h"),
    ],
)
def test_the_published_noise_is_277_times_the_variation(cv: str, exact: str, code: str) -> None:
    change = Decimal("2.77") * Decimal(cv)

    assert round(change, 1) == Decimal(exact)
    assert round(change) == NOISE_PERCENT[code]
