"""The specification of a chart: what is drawn where, and what is said of it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest

from desktop_app.domain.catalogue import LANGUAGES
from desktop_app.domain.chart import ChartRequest, Point, Role, Scale
from desktop_app.domain.chart_building import usual_panels
from desktop_app.domain.decimation import MOST_MARKS
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import ClinicalEvent, Treatment
from tests.domain.trend_records import (
    AS_OF,
    M,
    a_chart,
    a_record,
    a_result,
    catalogue,
    followed,
    wordings,
)


def test_symbols_are_drawn_up_to_three_hundred_visible_points() -> None:
    few = a_chart(a_record(*many(MOST_MARKS)))
    crowd = a_chart(a_record(*many(MOST_MARKS + 1)))

    assert few.panels[0].series[0].marks
    assert not crowd.panels[0].series[0].marks


def test_a_zoom_brings_the_symbols_back() -> None:
    request = ChartRequest(((M,),), date(2020, 1, 1), date(2020, 3, 1))
    series = a_chart(a_record(*many(2000)), request=request).panels[0].series[0]

    assert series.marks
    assert len(series.points) < MOST_MARKS


def test_one_single_value_is_shown() -> None:
    spec = a_chart(a_record(a_result("2026-11-20", "0.8")))
    (point,) = spec.panels[0].series[0].points

    assert (point.label, point.latest) == ("0.8 g/dL", True)
    assert spec.summary == "M-protein 0.8 g/dL on 2026-11-20, the only value."
    assert spec.x.low < point.x < spec.x.high


def test_no_value_gives_an_empty_chart_that_says_so() -> None:
    spec = a_chart(a_record())

    assert spec.panels == ()
    assert spec.summary == "No values to draw."


def test_a_bounded_value_carries_the_printed_sign() -> None:
    spec = a_chart(a_record(a_result("2025-01-05", "<=0.5"), a_result("2026-01-05", ">=3")))
    first, last = spec.panels[0].series[0].points

    assert (first.label, last.label, last.short) == ("≤0.5 g/dL", "≥3 g/dL", "≥3")


def test_zero_is_a_state_of_its_own_on_both_scales() -> None:
    record = a_record(a_result("2025-01-05", "2.4"), a_result("2026-01-05", "0"))
    linear, log = (
        a_chart(record, request=ChartRequest(((M,),), log=scale)) for scale in (False, True)
    )

    assert linear.panels[0].series[0].points[-1].y == 0
    assert linear.panels[0].series[0].points[-1].state == "not detected"
    floor = log.panels[0].series[0].points[-1]
    axis = log.panels[0].y
    assert (axis.scale, floor.floored, floor.y) == (Scale.LOG, True, axis.low)
    assert (axis.ticks[0].label, axis.ticks[0].at) == ("0", axis.low)
    assert 0 < axis.low < 2.4


def test_a_zero_that_means_no_absence_has_no_state() -> None:
    spec = a_chart(a_record(a_result("2026-01-05", "0", "mg/L", "crp")), "crp")

    assert spec.panels[0].series[0].points[0].state == ""


def test_a_censored_value_stands_at_its_limit_with_its_comparator() -> None:
    spec = a_chart(a_record(a_result("2025-01-05", "1.0"), a_result("2026-01-05", "<0.5")))
    point = spec.panels[0].series[0].points[-1]

    assert (point.y, point.comparator, point.label) == (0.5, "<", "<0.5 g/dL")
    assert point.change == "limit of the test: change not calculated"
    assert not point.worse


def test_a_partial_date_stands_in_its_middle_with_a_whisker() -> None:
    spec = a_chart(a_record(a_result("2023", "1.0")))
    (point,) = spec.panels[0].series[0].points

    assert date.fromordinal(int(point.x)) == date(2023, 7, 2)
    assert (point.first, point.last) == tuple(
        day.toordinal() for day in (date(2023, 1, 1), date(2023, 12, 31))
    )
    assert point.date_label == "2023"


def test_another_laboratory_breaks_the_line_and_gets_a_pin() -> None:
    spec = a_chart(followed(), M, "hemoglobin")
    joined = [point.joined for point in spec.panels[0].series[0].points]

    assert joined == [True, True, True, False, True, True]
    changes = [pin for pin in spec.pins if pin.role is Role.CHANGE]
    assert [pin.label for pin in changes] == ["laboratory A → B"]
    assert changes[0].x == date(2023, 7, 14).toordinal()
    first = spec.panels[0].series[0].points[0]
    assert first.change == "other laboratory or method: not compared"


def test_another_method_of_the_same_laboratory_is_named() -> None:
    first = a_result("2024-01-05", "30", "mg/L", "flc_kappa", lab="A", method="Freelite")
    other = a_result("2026-01-05", "50", "mg/L", "flc_kappa", lab="A", method="N Latex")
    spec = a_chart(a_record(first, other), "flc_kappa")

    assert [pin.label for pin in spec.pins] == ["method Freelite → N Latex"]


def test_the_noise_of_the_test_surrounds_the_baseline_from_its_day_on() -> None:
    panel = a_chart(followed()).panels[0]
    noise = panel.bands[0]

    assert noise.role is Role.NOISE
    assert (noise.low, noise.high) == pytest.approx((1.85 * 0.78, 1.85 * 1.22))
    assert noise.start == date(2023, 7, 14).toordinal()
    assert panel.y.low <= noise.low < noise.high <= panel.y.high


def test_the_lowest_value_is_named_where_it_can_be_told_apart() -> None:
    values = (("2024-01-05", "2.0"), ("2025-01-05", "0.4"), ("2026-01-05", "1.1"))
    lines = a_chart(a_record(*(a_result(*one) for one in values))).panels[0].lines

    assert [(line.y, line.label) for line in lines if line.role is Role.NADIR] == [
        (0.4, "lowest 0.4")
    ]
    risen = (("2024-01-05", "1.9"), ("2025-01-05", "1.8"), ("2026-01-05", "2.6"))
    close = a_chart(a_record(*(a_result(*one) for one in risen))).panels[0].lines
    assert not any(line.role is Role.NADIR for line in close)


def test_thresholds_stand_in_the_unit_shown() -> None:
    in_grams_a_litre = a_chart(a_record(a_result("2026-01-05", "24", "g/L"))).panels[0]
    lines = {line.label: line.y for line in in_grams_a_litre.lines if line.role is Role.THRESHOLD}

    assert lines == {"MGUS risk factor ≥ 15 g/L": 15, "smouldering myeloma ≥ 30 g/L": 30}


def test_a_threshold_far_above_the_values_is_not_drawn() -> None:
    lines = a_chart(a_record(a_result("2026-01-05", "0.3"))).panels[0].lines

    assert [line for line in lines if line.role is Role.THRESHOLD] == []


def test_the_ratio_shows_both_cuts_in_both_spellings_of_its_unit() -> None:
    for unit in ("1", "{ratio}"):
        spec = a_chart(a_record(a_result("2026-01-05", "1.2", unit, "flc_ratio")), "flc_ratio")
        lines = {line.y for line in spec.panels[0].lines if line.role is Role.THRESHOLD}

        assert lines == {0.26, 1.65}


def test_a_converted_unit_has_no_threshold_of_another_unit() -> None:
    spec = a_chart(a_record(a_result("2026-01-05", "6.2", "mmol/L", "hemoglobin")), "hemoglobin")

    assert spec.panels[0].lines == ()


def test_the_reference_band_is_that_of_the_latest_limits_in_the_unit_shown() -> None:
    limits = {"code": "hemoglobin", "low": Decimal(115), "high": Decimal(150)}
    record = a_record(
        a_result("2024-01-05", "130", "g/L", **limits),
        a_result("2026-01-05", "12.4", code="hemoglobin"),
    )
    (band,) = a_chart(record, "hemoglobin").panels[0].bands

    assert (band.role, band.low, band.high) == (Role.REFERENCE, 11.5, 15.0)
    assert band.label == "reference 11.5–15.0"


def test_a_value_far_outside_its_limits_still_shows_the_nearest_of_them() -> None:
    limits = {"low": Decimal(12), "high": Decimal(16)}
    record = a_record(a_result("2026-01-05", "6.1", code="hemoglobin", **limits))
    panel = a_chart(record, "hemoglobin").panels[0]

    assert panel.y.high >= 12
    assert panel.y.high < 16


def test_a_limit_on_one_side_bounds_the_band_on_that_side() -> None:
    result = a_result("2026-01-05", "30", "mg/L", "flc_kappa", high=Decimal("19.4"))
    (band,) = a_chart(a_record(result), "flc_kappa").panels[0].bands

    assert (band.low, band.high, band.label) == (0, 19.4, "reference ≤ 19.4")


def test_a_lower_limit_alone_bounds_the_band_from_below() -> None:
    result = a_result("2026-01-05", "72", "mL/min/{1.73_m2}", "egfr", low=Decimal(60))
    (band,) = a_chart(a_record(result), "egfr").panels[0].bands

    assert (band.low, band.label) == (60, "reference ≥ 60")


def test_a_trifling_change_is_not_stretched_over_the_whole_plot() -> None:
    values = (("2025-01-05", "0.88"), ("2026-01-05", "0.90"))
    record = a_record(*(a_result(day, value, "mg/dL", "creatinine") for day, value in values))
    axis = a_chart(record, "creatinine").panels[0].y

    assert axis.high - axis.low >= 0.2 * 0.9


def test_codes_of_one_panel_with_different_units_are_split() -> None:
    record = a_record(
        a_result("2026-01-05", "11", code="hemoglobin"),
        a_result("2026-01-05", "0.9", "mg/dL", "creatinine"),
    )
    spec = a_chart(record, request=ChartRequest((("hemoglobin", "creatinine"),)))

    assert [panel.unit for panel in spec.panels] == ["g/dL", "mg/dL"]


def test_an_axis_carries_name_and_unit() -> None:
    spec = a_chart(followed(), M, "hemoglobin")

    assert spec.panels[0].y.label == "M-protein (g/dL)"
    assert all(panel.unit in panel.y.label for panel in spec.panels)


def test_series_differ_in_role() -> None:
    panels = ((M,), ("flc_kappa", "flc_lambda"), ("hemoglobin",))
    spec = a_chart(followed(), request=ChartRequest(panels))
    roles = [series.role for panel in spec.panels for series in panel.series]
    assert roles == [Role.PRIMARY, Role.SECONDARY, Role.TERTIARY, Role.QUATERNARY]


def test_a_value_in_another_unit_says_both() -> None:
    spec = a_chart(a_record(a_result("2025-01-05", "24", "g/L"), a_result("2026-01-05", "2.6")))

    assert spec.panels[0].series[0].points[0].label == "24 g/L = 2.4 g/dL"


def test_a_converted_value_is_marked_and_noted() -> None:
    first = a_result("2025-01-05", "88.4", "umol/L", "creatinine")
    spec = a_chart(
        a_record(first, a_result("2026-01-05", "1.2", "mg/dL", "creatinine")), "creatinine"
    )

    assert spec.panels[0].series[0].points[0].label == "88.4 µmol/L ≈ 1.000 mg/dL"
    assert any("converted" in note for note in spec.notes)


def test_values_left_out_are_counted() -> None:
    spec = a_chart(a_record(a_result("2025-01-05", "7", "arb"), a_result("2026-01-05", "1.2")))

    assert spec.notes == ("M-protein: values left out because of their unit: 1.",)


def test_only_a_change_for_the_worse_is_marked_as_such() -> None:
    def last(*values: str, code: str = M) -> Point:
        results = [
            a_result(f"202{number}-01-05", value, code=code) for number, value in enumerate(values)
        ]
        return a_chart(a_record(*results), code).panels[0].series[0].points[-1]

    assert last("1.0", "1.23").worse
    assert not last("1.0", "1.22").worse
    assert not last("1.0", "0.5").worse
    assert last("13", "11.5", code="hemoglobin").worse
    assert not last("9", "12", code="hemoglobin").worse


def test_todays_point_is_that_of_the_draft() -> None:
    record = a_record(a_result("2026-03-01", "1.0"), a_result("2026-11-01", "1.1"))

    def marked(day: date | None) -> list[str]:
        points = a_chart(record, draft_day=day).panels[0].series[0].points
        return [point.short for point in points if point.latest]

    assert marked(date(2026, 3, 1)) == ["1.0"]
    assert marked(date(2026, 11, 22)) == ["1.1"]
    assert marked(None) == ["1.1"]


def test_the_sentence_names_value_baseline_change_and_noise() -> None:
    record = a_record(a_result("2021-05-05", "0.7"), a_result("2026-11-20", "0.8"))

    assert a_chart(record).summary == (
        "M-protein 0.8 g/dL on 2026-11-20, baseline 0.7 on 2021-05-05, change +0.1 (+14 %), "
        "inside the variation of the test (22 %)."
    )
    assert "在檢驗變異（22 %）之內" in a_chart(record, language="zh-TW").summary
    assert "在检测变异（22%）范围内" in a_chart(record, language="zh-CN").summary


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (("1.0", "1.3"), "beyond the variation"),
        (("1.0", "1.224"), "(+22.4 %), beyond"),
        (("0", "0.3"), "change +0.3."),
        (("1.0", "<0.5"), "not calculated"),
    ],
)
def test_the_sentence_fits_the_case(values: tuple[str, ...], said: str) -> None:
    results = [a_result(f"202{number}-01-05", value) for number, value in enumerate(values)]

    assert said in a_chart(a_record(*results)).summary


def test_the_sentence_of_a_new_laboratory_compares_nothing() -> None:
    record = a_record(
        a_result("2021-05-05", "0.7", lab="A"), a_result("2026-11-20", "1.8", lab="B")
    )

    assert "first value of this laboratory" in a_chart(record).summary


def test_the_chart_reaches_to_today_and_back_to_what_happened_before() -> None:
    record = a_record(
        a_result("2024-01-05", "3"),
        a_result("2025-01-05", "2"),
        treatments=(Treatment("VRd", PartialDate("2023-06-01")),),
        events=(ClinicalEvent(PartialDate("1990-01-01"), "fracture"),),
    )
    spec = a_chart(record)

    assert date.fromordinal(round(spec.x.high)) >= AS_OF
    assert date(2023, 4, 1) < date.fromordinal(round(spec.x.low)) < date(2023, 6, 1)


def test_a_period_that_was_asked_for_is_kept() -> None:
    request = ChartRequest(((M,),), date(2020, 1, 1), date(2021, 1, 1))
    spec = a_chart(followed(), request=request)

    assert spec.x.low < date(2020, 1, 1).toordinal() < spec.x.low + 20
    assert spec.x.high - 20 < date(2021, 1, 1).toordinal() < spec.x.high


def test_the_usual_chart_prefers_what_was_followed() -> None:
    record = a_record(
        a_result("2025-01-05", "500", "pg/mL", "vegf_plasma"),
        a_result("2026-01-05", "900", "pg/mL", "vegf_plasma"),
        a_result("2026-01-05", "0.4"),
    )

    assert usual_panels(record, AS_OF, catalogue()) == ((M,), ("vegf_plasma",))
    unasked = a_chart(record, request=ChartRequest(()))
    assert [panel.series[0].code for panel in unasked.panels] == [M, "vegf_plasma"]
    assert usual_panels(a_record(), AS_OF, catalogue()) == ()
    only = a_record(a_result("2026-01-05", "4", "%", "marrow_plasma_cells"))
    assert usual_panels(only, AS_OF, catalogue()) == (("marrow_plasma_cells",),)


def test_every_sentence_exists_in_all_languages_with_the_same_holes() -> None:
    tables = [
        {
            code: text
            for code, text in wordings()[one].sentences.items()
            if code.startswith("chart.")
        }
        for one in LANGUAGES
    ]
    holes = [
        {code: sorted(re.findall(r"{(\w+)}", text)) for code, text in table.items()}
        for table in tables
    ]

    assert holes[0] == holes[1] == holes[2]


def many(count: int) -> tuple:
    start = date(2018, 1, 1)
    return tuple(
        a_result((start + timedelta(days=number)).isoformat(), f"{1 + number % 7 / 10:.1f}")
        for number in range(count)
    )
