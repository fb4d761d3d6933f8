"""Test which courses are derived of free light chains, and where nothing can be derived."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from desktop_app.domain.courses import Courses
from desktop_app.domain.light_chain_series import LightChainSeries, light_chain_series
from desktop_app.domain.policy import Policy
from desktop_app.domain.record import Result
from desktop_app.domain.trend import Course, Significance
from tests.domain.cases import catalogue, flattened, flc, record, result, serum

TODAY = date(2026, 6, 30)
KAPPA = serum("IgG-kappa")


def derived(*entries: object) -> dict[str, tuple[Result, ...]]:
    """Give what was derived, by code, without what stayed empty."""
    found = light_chain_series(record(*flattened(entries)), TODAY, catalogue()).results
    return {code: results for code, results in found.items() if results}


def courses(*entries: object, policy: Policy | None = None) -> Courses:
    return Courses.of(record(*flattened(entries)), TODAY, catalogue(), policy or Policy())


def course(code: str, *entries: object, policy: Policy | None = None) -> Course:
    found = courses(*entries, policy=policy).course(code)
    assert found is not None
    return found


def test_the_involved_chain_is_the_one_of_the_clone() -> None:
    added = derived(serum("IgG-lambda"), *flc(10, 250))

    assert [x.value for x in added["flc_involved"]] == [Decimal(250)]
    assert [x.value for x in added["flc_uninvolved"]] == [Decimal(10)]
    assert [x.value for x in added["flc_difference"]] == [Decimal(240)]
    assert [x.value for x in added["flc_ratio"]] == [Decimal("0.0400")]


def test_reported_values_keep_unit_and_limits_and_the_difference_is_in_milligrams_a_litre() -> None:
    kappa, lambda_ = flc(40, 1)
    decilitre = (replace(kappa, unit="mg/dL", high=Decimal("1.94")), replace(lambda_, unit="mg/dL"))

    added = derived(KAPPA, *decilitre)

    (involved,) = added["flc_involved"]
    assert (involved.value, involved.unit, involved.high) == (Decimal(40), "mg/dL", Decimal("1.94"))
    (difference,) = added["flc_difference"]
    assert (difference.value, difference.unit) == (Decimal(390), "mg/L")


def test_a_printed_ratio_is_not_computed_again() -> None:
    added = derived(KAPPA, *flc(40, 10), result("flc_ratio", "4.1"))

    assert "flc_ratio" not in added
    assert added["flc_difference"]


def test_a_censored_chain_is_followed_but_never_calculated_with() -> None:
    added = derived(KAPPA, result("flc_kappa", 40), result("flc_lambda", "<1.5"))

    assert [x.comparator for x in added["flc_uninvolved"]] == ["<"]
    assert "flc_difference" not in added
    assert "flc_ratio" not in added


def test_without_a_known_clone_only_the_ratio_is_derived() -> None:
    added = derived(*flc(12, 10))

    assert added.keys() == {"flc_ratio"}
    assert [x.value for x in added["flc_ratio"]] == [Decimal("1.20")]


def test_a_clone_that_the_ratio_contradicts_has_no_involved_chain() -> None:
    added = derived(KAPPA, *flc(10, 250))

    assert added.keys() == {"flc_ratio"}


def test_chains_of_two_days_or_laboratories_are_not_paired() -> None:
    kappa, lambda_ = flc(40, 10)
    later = replace(lambda_, lab="Other laboratory")

    assert "flc_difference" not in derived(KAPPA, kappa, later)


def test_two_values_of_one_chain_on_one_day_are_combined_each_and_never_twice() -> None:
    added = derived(
        KAPPA, *flc(40, 10), result("flc_kappa", 45), *(result("flc_ratio", x) for x in (4, 5))
    )

    assert [x.value for x in added["flc_involved"]] == [40, 45]
    assert [x.value for x in added["flc_difference"]] == [30, 35]


def test_values_of_another_kind_of_unit_are_left_alone() -> None:
    kappa, lambda_ = flc(40, 10)
    odd = replace(lambda_, unit="nmol/L")

    assert "flc_difference" not in derived(KAPPA, kappa, odd)


def test_a_lambda_of_zero_gives_no_ratio() -> None:
    assert "flc_ratio" not in derived(KAPPA, *flc(40, 0))


def test_nothing_is_derived_where_no_light_chain_was_measured() -> None:
    known = record(result("hemoglobin", 13))

    assert light_chain_series(known, TODAY, catalogue()) == LightChainSeries()


def test_the_involved_chain_has_the_noise_of_the_chain_that_it_is() -> None:
    first, later = result("flc_kappa", 100, on="2025-01-01"), result("flc_kappa", 179)
    beyond = replace(later, value=Decimal("179.1"))
    others = tuple(result("flc_lambda", 10, on=day) for day in ("2025-01-01", "2026-06-01"))

    assert course("flc_involved", KAPPA, first, later, *others).noise == 79
    assert [
        course("flc_involved", KAPPA, first, latest, *others).significance
        for latest in (later, beyond)
    ] == [Significance.WITHIN_NOISE, Significance.BEYOND_NOISE]


def test_the_clinics_own_noise_of_kappa_holds_for_the_involved_kappa_of_that_laboratory() -> None:
    own = Policy({("B", "flc_kappa"): Decimal(40)})
    values = [
        [result("flc_kappa", value, on=on, lab=lab) for value, on in ((100, "2025"), (150, "2026"))]
        for lab in ("A", "B")
    ]

    assert [course("flc_involved", KAPPA, *of_lab, policy=own).noise for of_lab in values] == [
        79,
        40,
    ]


def test_the_involved_chain_is_brought_into_one_unit_as_the_chain_that_it_is() -> None:
    first = result("flc_kappa", 10, "mg/dL", on="2025-01-01")
    found = course("flc_involved", KAPPA, first, result("flc_kappa", 120))

    assert (found.code, found.measured, found.unit) == ("flc_involved", "flc_kappa", "mg/L")
    assert [point.value for point in found.points] == [100, 120]


def test_a_derived_course_is_corrected_where_it_was_entered() -> None:
    known = courses(serum("IgG-lambda"), *flc(10, 250))
    codes = ("flc_involved", "flc_difference", "flc_ratio", "flc_kappa")
    found = [one for one in map(known.course, codes) if one is not None]

    assert [known.entered_as(one) for one in found] == [
        "flc_lambda",
        "flc_lambda",
        "flc_lambda",
        "flc_kappa",
    ]
    open_clone = courses(*flc(12, 10))
    ratio = open_clone.course("flc_ratio")
    assert ratio is not None
    assert open_clone.entered_as(ratio) == "flc_kappa"
    printed = courses(*flc(12, 10), result("flc_ratio", "1.2"))
    shown = printed.course("flc_ratio")
    assert shown is not None
    assert printed.entered_as(shown) == "flc_ratio"
