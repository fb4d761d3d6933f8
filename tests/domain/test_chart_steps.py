"""The stairs of the response laid out: firm, open, worse, beside the same axis, in little room."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.chart import ChartRequest, ChartSpec, Lane
from desktop_app.domain.chart_layout import lay_out
from desktop_app.domain.chart_presets import MYELOMA, PRESETS
from desktop_app.domain.chart_shapes import Box, Layout, Mark, Path, Shape, Text
from desktop_app.domain.chart_steps import HATCH, TREAD
from desktop_app.domain.myeloma_conclusions import ImwgResponse, Myeloma, ResponsePoint
from tests.domain.test_chart_layout import laid_out, measure, overlapping
from tests.domain.treated import lines, picture, treated
from tests.domain.trend_records import a_chart


def spec(language: str = "en") -> ChartSpec:
    request = ChartRequest(PRESETS[MYELOMA])
    return a_chart(treated(), request=request, language=language, myeloma=picture())


def treads(layout: Layout) -> list[Path]:
    return [item for item in layout.items if isinstance(item, Path) and item.width == TREAD]


def texts(layout: Layout) -> list[str]:
    return [item.text for item in layout.items if isinstance(item, Text)]


def with_points(*points: ResponsePoint) -> Layout:
    myeloma = Myeloma(lines=lines(), response=ImwgResponse("", timeline=points))
    return laid_out(a_chart(treated(), myeloma=myeloma))


@pytest.mark.parametrize("language", ["en", "zh-TW", "zh-CN"])
def test_no_text_of_a_treated_patient_lies_on_another(language: str) -> None:
    assert overlapping(laid_out(spec(language))) == []


def test_better_levels_stand_higher_and_each_is_named() -> None:
    layout = laid_out(spec())
    heights = {item.text: item.at[1] for item in layout.items if isinstance(item, Text)}

    assert heights["VGPR"] < heights["PR"] < heights["MR"] < heights["PD"]
    assert len(treads(layout)) == 6


def test_progression_has_a_mark_of_its_own_and_hollow_where_it_is_open() -> None:
    layout = laid_out(spec())
    marks = [
        item
        for item in layout.items
        if isinstance(item, Mark) and item.shape is Shape.TRIANGLE and item.size == 5.0
    ]

    worse = [mark for mark in marks if mark.tone == "critical"]
    assert [mark.hollow for mark in worse] == [False, True]


def test_an_open_step_is_hatched_and_says_what_it_waits_for() -> None:
    layout = laid_out(spec())

    assert [path.dash for path in treads(layout)] == [(), (), (), (), (), HATCH]
    assert "second value awaited" in texts(layout)


def test_the_word_of_an_open_step_stands_behind_it_where_there_is_room() -> None:
    layout = with_points(
        ResponsePoint("2024-02-14", 1, "PR", confirmed=False),
        ResponsePoint("2024-03-15", 1, "MR", confirmed=True),
    )

    (word,) = [x for x in layout.items if isinstance(x, Text) and x.text == "unconfirmed"]
    assert word.at[0] > treads(layout)[0].places[1][0]


def test_a_word_for_which_there_is_no_room_is_left_to_the_tip() -> None:
    layout = with_points(
        ResponsePoint("2024-02-14", 1, "PR", confirmed=True),
        ResponsePoint("2024-02-20", 1, "PR", confirmed=False),
        ResponsePoint("2024-02-26", 1, "PR", confirmed=True),
    )

    assert "unconfirmed" not in texts(layout)
    assert any("unconfirmed" in hit.lines[0] for hit in layout.hits)


def test_steps_stand_on_the_axis_of_the_curves() -> None:
    layout, chart = laid_out(spec()), spec()
    plot, stairs = layout.plots[0], chart.stairs

    assert stairs is not None
    for step, tread in zip(stairs.steps, treads(layout), strict=True):
        assert tread.places[0][0] == plot.x + chart.x.place(step.start) * plot.width


def test_every_step_lane_and_shade_answers_or_is_named() -> None:
    layout = laid_out(spec())

    assert layout.steps[0] == "2024-02-14 · line 1: MR"
    assert layout.lanes[0] == "1 · VCd ×4"
    assert len(layout.lines) == 8
    assert {hit.lines for hit in layout.hits} >= {(label,) for label in layout.steps}
    assert any(layout.shades[0] in hit.lines for hit in layout.hits if hit.point)


def test_a_leaflet_shows_neither_stairs_nor_levels() -> None:
    layout = laid_out(spec(), plain=True)

    assert treads(layout) == []
    assert (layout.steps, layout.lines, layout.shades) == ((), (), ())
    assert not any(item.tone == "unknown_ground" for item in layout.items if isinstance(item, Box))


@pytest.mark.parametrize(("height", "kept"), [(640, True), (420, True), (240, False)])
def test_in_little_room_the_stairs_go_last_and_are_named(height: int, kept: bool) -> None:
    layout = lay_out(spec(), 600, height, measure, titled=False)
    named = [text for text in texts(layout) if text.startswith("not shown")]

    assert bool(treads(layout)) is kept
    assert any("Response" in text for text in named) is not kept
    assert layout.plots[-1].bottom < height


def test_the_name_of_a_short_lane_runs_on_over_what_is_free_behind_it() -> None:
    lanes = (Lane(739000.0, 739010.0, "1 · VCd"), Lane(739400.0, 739420.0, "2 · KPd"))
    chart = replace(spec(), lanes=lanes)
    layout = laid_out(chart)

    assert {"1 · VCd", "2 · KPd"} <= set(texts(layout))


def test_a_long_name_of_an_event_is_cut_where_neither_side_has_room() -> None:
    layout = lay_out(spec(), 300, 400, measure, titled=False)
    pins = [item for item in layout.items if isinstance(item, Text) and item.text.endswith("…")]

    assert any(item.text.startswith("immuno") for item in pins)
    assert any("immunofixation positive, may be the drug" in hit.lines for hit in layout.hits)
