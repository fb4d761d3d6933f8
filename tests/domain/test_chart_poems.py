"""Test what a chart shows of POEMS: VEGF by specimen, the ONLS total in steps, and its limits."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from desktop_app.domain.assessment import assess
from desktop_app.domain.chart import ChartRequest, ChartSpec, Panel, Role
from desktop_app.domain.chart_building import usual_panels
from desktop_app.domain.chart_presets import POEMS, PRESETS
from desktop_app.domain.chart_shapes import Path
from desktop_app.domain.courses import Courses
from desktop_app.domain.poems_conclusions import Poems
from tests.domain.cases import record, result
from tests.domain.followed_poems import (
    FIRST,
    PLASMA,
    SECOND,
    SERUM,
    THIRD,
    followed_poems,
    grades,
)
from tests.domain.test_chart_layout import laid_out
from tests.domain.treated import picture as treated_myeloma
from tests.domain.trend_records import AS_OF, M, a_chart, catalogue

PANELS = PRESETS[POEMS]
TOTAL, ARM = "onls_total", "onls_arm"


@cache
def concluded() -> Poems:
    poems = assess(followed_poems(), AS_OF, catalogue=catalogue()).poems
    assert poems is not None
    return poems


def drawn(*more: object, panels: Any = PANELS, **given: Any) -> ChartSpec:
    known = {"poems": concluded()} | given
    return a_chart(followed_poems(*more), request=ChartRequest(panels), **known)


def panel_of(spec: ChartSpec, code: str) -> Panel:
    (found,) = (panel for panel in spec.panels if panel.series[0].code == code)
    return found


def limits(panel: Panel) -> list[tuple[float, str]]:
    return [(line.y, line.label) for line in panel.lines if line.role is Role.THRESHOLD]


def totals(*entries: object) -> list[tuple[str, int]]:
    course = Courses.of(record(*entries), AS_OF, catalogue()).course(TOTAL)
    return [(one.on.text, int(one.value)) for one in course.points] if course else []


def test_serum_and_plasma_are_never_one_curve() -> None:
    spec = drawn()

    shown = [[series.code for series in panel.series] for panel in spec.panels]
    assert shown == [
        *([SERUM], [PLASMA], [M], [TOTAL]),
        *(["platelets"], ["albumin"], ["pasp"], ["dlco"]),
    ]
    assert spec.panels[0].y.low == spec.panels[1].y.low == 0


def test_each_specimen_stands_beside_the_limit_that_its_report_prints() -> None:
    spec = drawn()

    bands = [panel_of(spec, code).bands[0] for code in (SERUM, PLASMA)]
    assert [(band.role, band.label) for band in bands] == [
        (Role.REFERENCE, "reference ≤ 600"),
        (Role.REFERENCE, "reference ≤ 96.2"),
    ]


def test_the_limits_of_poems_are_drawn_and_those_of_a_precursor_are_not() -> None:
    spec = drawn()

    assert limits(panel_of(spec, SERUM)) == [(1200, "POEMS > 1200 pg/mL, twice the limit")]
    assert limits(panel_of(spec, PLASMA)) == [(200, "200 pg/mL")]
    assert limits(panel_of(spec, M)) == []
    assert limits(panel_of(spec, "albumin")) == [(3.2, "3.2 g/dL")]
    assert limits(panel_of(spec, "pasp")) == [(50, "50 mmHg")]
    assert limits(panel_of(spec, "dlco")) == [(40, "40 %")]


def test_twice_the_limit_is_that_of_the_latest_report() -> None:
    newer = result(SERUM, 400, "pg/mL", on="2026-07-01", high=300)

    assert limits(panel_of(drawn(newer), SERUM))[0][0] == 600


def test_serum_without_a_limit_has_the_cut_off_of_the_consensus() -> None:
    known = record(result(SERUM, 3000, "pg/mL"), result(SERUM, 900, "pg/mL", on=THIRD))
    spec = a_chart(known, SERUM, poems=concluded())

    assert limits(spec.panels[0]) == [(1200, "POEMS > 1200 pg/mL, no limit reported")]


def test_without_poems_its_limits_are_not_drawn() -> None:
    spec = drawn(poems=None)

    assert limits(panel_of(spec, PLASMA)) == limits(panel_of(spec, "albumin")) == []


def test_the_usual_chart_of_poems_shows_vegf_the_protein_and_the_nerves() -> None:
    given = followed_poems(), AS_OF, catalogue()

    assert usual_panels(*given, poems=concluded()) == ((SERUM,), (PLASMA,), (M,), (TOTAL,))
    assert usual_panels(*given) == ((M,), (PLASMA,), (SERUM,))
    unasked = drawn(panels=())
    assert [panel.series[0].code for panel in unasked.panels] == [SERUM, PLASMA, M, TOTAL]


def test_the_response_by_imwg_stands_beside_poems_only_where_myeloma_may_be_there() -> None:
    myeloma = treated_myeloma()
    atypical = replace(concluded(), tier=replace(concluded().tier, tier="confirmed_atypical"))

    assert drawn(myeloma=myeloma).stairs is None
    assert "Response" not in drawn(myeloma=myeloma).summary
    assert drawn(myeloma=myeloma, poems=atypical).stairs is not None
    assert drawn(myeloma=myeloma, poems=None).stairs is not None


def test_an_infection_is_pinned_beside_a_rise_of_vegf() -> None:
    assert "infection" in [pin.label for pin in drawn().pins]


def test_the_total_is_that_of_arm_and_leg_of_one_day_and_one_mode() -> None:
    other_day = (grades(1, 2, FIRST)[0], grades(1, 2, SECOND)[1])
    other_mode = (grades(1, 2, FIRST, "observed")[0], grades(1, 2, FIRST, "interview")[1])

    assert totals(*grades(2, 4, FIRST), *grades(1, 3, SECOND)) == [(FIRST, 6), (SECOND, 4)]
    assert totals(*other_day) == totals(*other_mode) == totals() == []
    assert totals(*grades(0, 0, FIRST)) == [(FIRST, 0)]


def test_a_total_that_was_recorded_as_such_stands_alone() -> None:
    recorded = result(TOTAL, 7, "{score}", on=FIRST)

    assert totals(recorded, *grades(2, 4, FIRST)) == [(FIRST, 7)]


def test_a_computed_total_is_corrected_at_the_arm() -> None:
    courses = Courses.of(record(*grades(2, 4, FIRST)), AS_OF, catalogue())
    course = courses.course(TOTAL)

    assert course is not None
    assert courses.entered_as(course) == ARM


def test_interview_and_examination_are_not_joined() -> None:
    known = record(*grades(2, 4, FIRST, "observed"), *grades(1, 3, SECOND, "interview"))
    spec = a_chart(known, TOTAL, language="zh-TW")

    (series,) = spec.panels[0].series
    (pin,) = spec.pins
    assert [point.joined for point in series.points] == [True, False]
    assert "observed" not in pin.label


def test_a_grade_holds_until_the_next_one() -> None:
    known = record(*grades(2, 4, FIRST), *grades(2, 3, SECOND), *grades(1, 2, THIRD))
    spec = a_chart(known, TOTAL)
    tread = next(x for x in laid_out(spec).items if isinstance(x, Path) and len(x.places) > 2)

    xs, ys = zip(*tread.places, strict=True)
    assert xs[1:3] == (xs[2], xs[2])
    assert (ys[0], ys[2]) == (ys[1], ys[3])
    assert len(tread.places) == 5
    assert spec.panels[0].y.low == 0


def test_other_tests_run_straight_from_value_to_value() -> None:
    assert not any(series.steps for series in panel_of(drawn(), SERUM).series)
