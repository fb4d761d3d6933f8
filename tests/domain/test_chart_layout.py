"""A laid-out chart: everything inside, no label on another, nothing lost."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.chart import ChartRequest, ChartSpec
from desktop_app.domain.chart_canvas import Canvas
from desktop_app.domain.chart_layout import lay_out
from desktop_app.domain.chart_shapes import Frame, Layout, Mark, Path, Shape, Text
from desktop_app.domain.clipping import clipped
from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import ClinicalEvent, Treatment
from tests.domain.trend_records import M, a_chart, a_record, a_result, followed

WIDTH, HEIGHT = 600.0, 600.0
REQUEST = ChartRequest(((M,), ("flc_kappa", "flc_lambda"), ("hemoglobin",)))


def measure(text: str, size: float, bold: bool) -> float:
    """Give widths as a font would: Chinese square, Latin a little over half."""
    wide = sum(1.0 if char > "⺀" else 0.56 for char in text)
    return wide * size * (1.05 if bold else 1.0)


def laid_out(spec: ChartSpec, **more: object) -> Layout:
    return lay_out(spec, WIDTH, HEIGHT, measure, **more)  # type: ignore[arg-type]


def frames(layout: Layout) -> list[tuple[str, Frame]]:
    canvas = Canvas(WIDTH, HEIGHT, measure, 11.0)
    texts = (item for item in layout.items if isinstance(item, Text))
    return [
        (one.text, canvas.frame_of(one.at, one.text, one.anchor, bold=one.bold)) for one in texts
    ]


def overlapping(layout: Layout) -> list[tuple[str, str]]:
    def core(frame: Frame) -> Frame:
        return Frame(frame.x + 2, frame.y + 2, frame.width - 4, frame.height - 4)

    placed = [(text, core(frame)) for text, frame in frames(layout)]
    return [(a, b) for (a, one), (b, other) in combinations(placed, 2) if one.overlaps(other)]


@pytest.mark.parametrize("language", ["en", "zh-TW", "zh-CN"])
@pytest.mark.parametrize("log", [False, True])
def test_no_text_lies_on_another(language: str, log: bool) -> None:
    request = ChartRequest(REQUEST.panels, log=log)
    layout = laid_out(a_chart(followed(), request=request, language=language))

    assert overlapping(layout) == []


@settings(max_examples=60, deadline=None)
@given(
    values=st.lists(st.decimals("0", "6", places=1), min_size=1, max_size=12),
    events=st.lists(st.integers(0, 3600), max_size=6),
    log=st.booleans(),
)
def test_no_text_lies_on_another_whatever_the_values(
    values: list[object], events: list[int], log: bool
) -> None:
    start = date(2016, 1, 1).toordinal()
    record = a_record(
        *(
            a_result(date.fromordinal(start + 300 * number).isoformat(), str(value))
            for number, value in enumerate(values)
        ),
        events=tuple(
            ClinicalEvent(PartialDate(date.fromordinal(start + day).isoformat()), "fracture")
            for day in events
        ),
    )
    spec = a_chart(record, request=ChartRequest(((M,),), log=log))

    assert overlapping(laid_out(spec)) == []


def test_everything_stays_inside() -> None:
    layout = laid_out(a_chart(followed(), request=REQUEST))

    for text, frame in frames(layout):
        assert frame.x >= -2, text
        assert frame.right <= WIDTH + 2, text
        assert -2 <= frame.y <= frame.bottom <= HEIGHT + 2, text
    for item in layout.items:
        if isinstance(item, Path):
            assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in item.places)


def test_points_beyond_the_period_bring_the_line_to_the_edge_but_no_mark() -> None:
    request = ChartRequest(((M,),), date(2020, 1, 1), date(2022, 1, 1))
    spec = a_chart(followed(), request=request)
    layout = laid_out(spec)

    assert len(spec.panels[0].series[0].points) == 4
    assert len([item for item in layout.items if isinstance(item, Mark) and item.size == 3.2]) == 2
    assert len([hit for hit in layout.hits if hit.point]) == 2


def test_a_chart_without_values_still_has_its_days() -> None:
    spec = a_chart(a_record())
    layout = laid_out(spec)
    texts = {item.text for item in layout.items if isinstance(item, Text)}

    assert layout.plots == ()
    assert {tick.label for tick in spec.x.ticks} <= texts
    assert spec.x.ticks


def test_what_happened_is_told_without_values_too() -> None:
    treatments = (Treatment("Vd", PartialDate("2021-01-05"), stop=PartialDate("2021-04-09")),)
    events = (ClinicalEvent(PartialDate("2021-06"), "auto_hsct"),)
    layout = laid_out(a_chart(a_record(treatments=treatments, events=events)))
    texts = {item.text for item in layout.items if isinstance(item, Text)}

    assert {"Vd", "autologous transplant"} <= texts
    assert overlapping(layout) == []


def test_of_a_crowd_of_values_only_the_latest_is_marked_and_all_answer() -> None:
    start = date(2016, 1, 1).toordinal()
    days = (date.fromordinal(start + 7 * number).isoformat() for number in range(400))
    layout = laid_out(a_chart(a_record(*(a_result(day, "1.5") for day in days))))

    assert len([item for item in layout.items if isinstance(item, Mark)]) == 1
    assert len([hit for hit in layout.hits if hit.point]) > 100


def test_where_nothing_fits_labels_are_left_out() -> None:
    layout = lay_out(a_chart(followed()), 44, 200, measure, titled=False)
    texts = [item.text for item in layout.items if isinstance(item, Text)]

    assert "2.35" not in texts
    assert len([text for text in texts if text.startswith("20")]) == 1


def test_panels_share_one_time_axis() -> None:
    layout = laid_out(a_chart(followed(), request=REQUEST))

    assert len({(plot.x, plot.width) for plot in layout.plots}) == 1
    assert layout.plots[0].height > 2 * layout.plots[1].height


def test_a_break_leaves_a_gap_in_the_curve() -> None:
    layout = laid_out(a_chart(followed()))
    curves = [item for item in layout.items if isinstance(item, Path) and item.tone == "series1"]
    solid = [item for item in curves if item.width == 2.0]

    assert [len(item.places) for item in solid] == [3, 3]


def test_each_point_has_its_mark_and_answers_to_the_pointer() -> None:
    layout = laid_out(a_chart(followed()))
    marks = [item for item in layout.items if isinstance(item, Mark)]

    assert len([mark for mark in marks if mark.shape is Shape.CIRCLE]) == 6
    assert len([hit for hit in layout.hits if hit.point]) == 6
    last = [hit for hit in layout.hits if hit.point][-1]
    assert last.lines[0] == "2026-11-20   2.35 g/dL"
    assert last.lines[1] == "since baseline +0.50 (+27 %)"


def test_a_censored_point_is_hollow_with_an_arrow_to_where_the_truth_lies() -> None:
    record = a_record(
        *(a_result(f"202{n}-01-05", v) for n, v in enumerate(("1", "<0.5", ">3", "2")))
    )
    layout = laid_out(a_chart(record))
    hollow = [item for item in layout.items if isinstance(item, Mark) and item.hollow]
    arrows = [item for item in layout.items if isinstance(item, Path) and item.width == 1.2]
    shafts = [item.places for item in arrows if len(item.places) == 2]

    assert len(hollow) == 3
    assert shafts[0][1][1] > shafts[0][0][1]
    assert shafts[1][1][1] < shafts[1][0][1]


def test_a_partial_date_draws_its_whisker() -> None:
    record = a_record(a_result("2023", "1.0"), a_result("2026-01-05", "1.2"))
    layout = laid_out(a_chart(record))
    levels = [
        item.places
        for item in layout.items
        if isinstance(item, Path) and item.tone == "series1" and item.width == 1.0
    ]

    (left, right) = levels[0]
    assert left[1] == right[1]
    assert right[0] - left[0] > 40


def test_the_look_of_a_leaflet_has_the_curve_and_no_thresholds() -> None:
    layout = laid_out(a_chart(followed()), plain=True)
    texts = [item.text for item in layout.items if isinstance(item, Text)]

    assert "2.35" in texts
    assert not any("≥" in text or "ZZSENTINEL" in text or "±" in text for text in texts)
    assert {item.tone for item in layout.items if isinstance(item, Mark)} == {"ink"}


def test_a_treatment_too_short_for_its_name_is_still_drawn() -> None:
    treatments = (Treatment("VRd", PartialDate("2021-01-05"), stop=PartialDate("2021-01-09")),)
    record = a_record(a_result("2016-01-05", "1"), treatments=treatments)
    layout = laid_out(a_chart(record))

    assert any(hit.lines == ("VRd",) for hit in layout.hits)


@pytest.mark.parametrize("height", [220, 260, 330, 400, 560])
def test_a_small_chart_draws_what_fits_and_names_the_rest(height: int) -> None:
    spec = a_chart(followed(), request=REQUEST)
    layout = lay_out(spec, 560, height, measure, titled=False)
    texts = [item.text for item in layout.items if isinstance(item, Text)]
    left_out = [
        series.name for panel in spec.panels[len(layout.plots) :] for series in panel.series
    ]

    assert layout.plots[0].height >= 60
    assert all(plot.height >= 36 for plot in layout.plots)
    assert layout.plots[-1].bottom < height
    (named,) = [text for text in texts if text.startswith("not shown")] or [""]
    assert all(name in named for name in left_out)
    assert bool(named) == bool(left_out)


@given(
    st.lists(st.tuples(st.floats(-50, 150), st.floats(-50, 150)), min_size=2, max_size=8),
)
def test_a_clipped_line_stays_in_its_frame(places: list[tuple[float, float]]) -> None:
    frame = Frame(0, 0, 100, 100)

    for part in clipped(places, frame):
        assert all(-1e-6 <= x <= 100 + 1e-6 and -1e-6 <= y <= 100 + 1e-6 for x, y in part)
    if all(0 <= x <= 100 and 0 <= y <= 100 for x, y in places):
        assert clipped(places, frame) == [places]
