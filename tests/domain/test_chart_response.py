"""The response on a chart: a step for each change, and the levels of each line on their curve."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desktop_app.domain.chart import ChartRequest, ChartSpec, Role, Stairs
from desktop_app.domain.chart_building import usual_panels
from desktop_app.domain.chart_presets import MYELOMA, PRESETS
from desktop_app.domain.criteria.light_chain_course import DIFFERENCE
from desktop_app.domain.myeloma_conclusions import (
    ImwgResponse,
    Myeloma,
    ResponseMark,
    ResponsePoint,
)
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Treatment
from tests.domain.treated import lines, picture, response, treated
from tests.domain.trend_records import AS_OF, M, a_chart, a_record, a_result, catalogue


def day(text: str) -> float:
    return float(date.fromisoformat(text).toordinal())


def drawn(myeloma: Myeloma | None = None, **more: object) -> ChartSpec:
    return a_chart(treated(), myeloma=myeloma or picture(), **more)  # type: ignore[arg-type]


def stairs(*points: ResponsePoint, **more: object) -> Stairs:
    found = drawn(Myeloma(lines=lines(), response=ImwgResponse("", timeline=points)), **more).stairs
    assert found is not None
    return found


def test_each_change_of_the_response_is_a_step_that_lasts_until_the_next() -> None:
    found = drawn().stairs

    assert found is not None
    assert found.levels == ("VGPR", "PR", "MR", "PD")
    assert [found.levels[step.level] for step in found.steps] == [
        "MR", "PR", "PD", "PR", "VGPR", "PD",
    ]  # fmt: skip
    assert found.steps[1].start == day("2024-03-15")
    assert found.steps[1].end == found.steps[2].start


def test_a_step_ends_where_another_line_begins() -> None:
    found = drawn().stairs

    assert found is not None
    assert found.steps[2].end == day("2024-12-10")
    assert found.steps[3].start == day("2025-02-10")


def test_what_is_not_confirmed_says_what_it_waits_for() -> None:
    found = stairs(
        ResponsePoint("2024-02-14", 1, "PR", confirmed=False),
        ResponsePoint("2024-03-15", 1, "PR", confirmed=True),
        ResponsePoint("2024-04-18", 1, "PD", confirmed=False, pending=True),
    )

    assert [step.firm for step in found.steps] == [False, True, False]
    assert [step.short for step in found.steps] == ["unconfirmed", "", "second value awaited"]
    assert found.steps[0].label == "2024-02-14 · line 1: PR, unconfirmed"
    assert [step.worse for step in found.steps] == [False, False, True]


def test_what_cannot_be_evaluated_waits_for_nothing() -> None:
    (step,) = stairs(ResponsePoint("2024-02-14", 1, "NE", confirmed=False)).steps

    assert (step.firm, step.short) == (False, "")
    assert step.label.endswith("not evaluable")


def test_the_last_step_lasts_until_the_day_of_the_assessment() -> None:
    (step,) = stairs(ResponsePoint("2025-02-14", 2, "PR", confirmed=True)).steps

    assert step.end == float(AS_OF.toordinal())


def test_a_response_of_a_partial_day_never_ends_before_it_begins() -> None:
    year = ResponsePoint("2026", 2, "PR", confirmed=True)
    whole = ChartRequest(((M,),), end=date(2026, 12, 31))

    (step,) = stairs(year, as_of=date(2026, 2, 1), request=whole).steps

    assert step.start == step.end == day("2026-07-02")


@pytest.mark.parametrize(
    ("start", "end", "levels"),
    [("2024-04-01", "2024-06-01", ("PR",)), ("2024-12-20", "2025-01-20", None)],
)
def test_only_the_steps_of_the_period_are_shown(
    start: str, end: str, levels: tuple[str, ...] | None
) -> None:
    request = ChartRequest(((M,),), date.fromisoformat(start), date.fromisoformat(end))
    spec = drawn(request=request)

    if levels is None:
        assert spec.stairs is None
    else:
        assert spec.stairs is not None
        assert spec.stairs.levels == levels
        assert (spec.stairs.steps[0].start, spec.stairs.steps[0].end) == (spec.x.low, spec.x.high)


def test_a_patient_who_was_never_treated_has_no_stairs() -> None:
    spec = a_chart(treated(), myeloma=Myeloma())

    assert spec.stairs is None
    assert "Response" not in spec.summary


def test_the_sentence_tells_the_steps() -> None:
    summary = drawn().summary

    assert summary.endswith(
        "VGPR on 2025-06-12 (line 2); PD, second value awaited on 2026-11-20 (line 2)."
    )
    assert drawn(Myeloma(response=ImwgResponse(""))).summary.count("Response") == 0


def test_each_line_has_its_levels_in_its_own_days_and_no_threshold_stands_beside() -> None:
    panel = drawn().panels[0]

    assert [(line.label, line.role, line.y) for line in panel.lines[:3]] == [
        ("1 · baseline 4.1", Role.BASELINE, 4.1),
        ("1 · lowest 1.4", Role.NADIR, 1.4),
        ("1 · PD from 1.9", Role.PROGRESSION, 1.9),
    ]
    assert [(line.start, line.end) for line in panel.lines[2:4]] == [
        (day("2024-01-15"), day("2024-12-10")),
        (day("2024-12-10"), None),
    ]
    assert len(panel.lines) == 6
    assert panel.bands == ()


def test_levels_in_another_unit_are_brought_into_that_of_the_curve() -> None:
    mark = ResponseMark(M, "g/L", Decimal("41.0"), "baseline", 1, "2024-01-15")
    other = replace(mark, unit="mol")
    computed = replace(mark, role="progression", value=Decimal("52.500"))
    spec = drawn(Myeloma(response=replace(response(), marks=(mark, other, computed))))

    line, level = spec.panels[0].lines
    assert (line.y, line.label) == (4.1, "1 · baseline 4.10")
    assert level.label == "1 · PD from 5.25"


def test_levels_of_lines_outside_the_period_are_left_out() -> None:
    def labels(start: date, end: date) -> set[str]:
        request = ChartRequest(((M,),), start, end)
        return {line.label[0] for line in drawn(request=request).panels[0].lines}

    assert labels(date(2024, 2, 1), date(2024, 6, 1)) == {"1"}
    assert labels(date(2025, 1, 1), date(2025, 6, 1)) == {"2"}


def test_a_nadir_of_zero_has_no_place_on_a_log_scale() -> None:
    mark = ResponseMark(M, "g/dL", Decimal(0), "nadir", 1, "2024-01-15")
    myeloma = Myeloma(response=replace(response(), marks=(mark,)))
    spec = drawn(myeloma, request=ChartRequest(((M,),), log=True))

    assert spec.panels[0].lines == ()


def test_curves_without_levels_keep_their_thresholds() -> None:
    spec = drawn(request=ChartRequest(((M,), ("hemoglobin",))))

    assert {line.role for line in spec.panels[1].lines} == {Role.THRESHOLD}


def test_the_doctor_of_a_myeloma_patient_sees_protein_light_chains_blood_and_kidney() -> None:
    spec = drawn(request=ChartRequest(PRESETS[MYELOMA]))

    shown = [panel.series[0].code for panel in spec.panels]
    assert shown == [M, DIFFERENCE, "hemoglobin", "creatinine"]


def test_the_difference_stands_in_for_the_involved_chain_where_the_response_rests_on_it() -> None:
    mark = ResponseMark(DIFFERENCE, "mg/L", Decimal(880), "baseline", 1, "2024-01-15")
    by_difference = Myeloma(response=replace(response(), marks=(mark,)))

    usual = usual_panels(treated(), AS_OF, catalogue())
    instead = usual_panels(treated(), AS_OF, catalogue(), by_difference)

    assert usual[1] == ("flc_involved",)
    assert instead[1] == (DIFFERENCE,)
    (line,) = drawn(by_difference, request=ChartRequest(())).panels[1].lines
    assert line.label == "1 · baseline 880"


def test_lanes_carry_the_number_of_their_line_and_their_cycles() -> None:
    labels = [lane.label for lane in drawn().lanes]

    assert labels == ["1 · VCd ×4", "zoledronate", "2 · DKPd ×6", "2 · KPd (no stop recorded)"]


def test_a_lane_whose_line_is_open_carries_every_number_that_is_possible() -> None:
    open_line = replace(lines()[0], number=None, possible_numbers=(1, 2))
    spec = drawn(Myeloma(lines=(open_line,)))

    assert spec.lanes[0].label == "1/2 · VCd ×4"


def test_the_days_of_an_antibody_are_shaded_until_half_a_year_after_it() -> None:
    spec = drawn(request=ChartRequest(((M,), ("hemoglobin",))))

    (shade,) = spec.panels[0].shades
    assert shade.label == "daratumumab: an IgG-κ band may be the drug"
    assert (shade.start, shade.end) == (day("2024-12-10"), day("2025-11-30"))
    assert spec.panels[1].shades == ()


def test_a_band_that_comes_back_under_the_antibody_may_be_the_drug() -> None:
    labels = [pin.label for pin in drawn().pins]

    assert "immunofixation positive, may be the drug" in labels


def test_antibodies_given_one_after_another_are_one_shade() -> None:
    def given(regimen: str, start: str, stop: str | None = None) -> Treatment:
        end = None if stop is None else PartialDate(stop)
        return Treatment(regimen, PartialDate(start), (regimen,), end)

    treatments = (
        given("isatuximab", "2025-03-01"),
        given("daratumumab", "2024-06-01", "2024-08-01"),
        given("daratumumab", "2024-09-01", "2024-10-01"),
        given("daratumumab", "2027-01-01"),
    )
    record = a_record(a_result("2024-01-10", "4"), treatments=treatments)

    (shade,) = a_chart(record).panels[0].shades
    assert shade.label.startswith("daratumumab · isatuximab:")
    assert shade.end == float(AS_OF.toordinal())
    before = ChartRequest(((M,),), date(2024, 1, 1), date(2024, 5, 1))
    assert a_chart(record, request=before).panels[0].shades == ()


def test_two_windows_apart_are_two_shades() -> None:
    treatments = tuple(
        Treatment("daratumumab", PartialDate(f"{year}-01-05"), stop=PartialDate(f"{year}-02-01"))
        for year in (2024, 2026)
    )
    record = a_record(a_result("2024-01-10", "4"), treatments=treatments)

    assert len(a_chart(record).panels[0].shades) == 2
