"""Screen and paper show the same chart."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from reportlab.graphics.shapes import Circle, Drawing, Polygon, Rect, String

from desktop_app.domain.assessment import assess
from desktop_app.domain.chart import ChartRequest, Role
from desktop_app.domain.chart_presets import MYELOMA, POEMS, PRESETS
from desktop_app.domain.chart_shapes import LINE_STYLES, Box, Mark, Path, Text
from desktop_app.domain.chart_steps import TREAD
from desktop_app.reports.chart_drawing import chart_drawing, chart_layout
from desktop_app.reports.chart_file import chart_pdf, chart_png
from desktop_app.reports.chart_svg import chart_svg
from desktop_app.reports.fonts import register_fonts
from tests.domain.cases import record
from tests.domain.evolution import IGG, m
from tests.domain.followed_poems import followed_poems
from tests.domain.treated import picture, treated
from tests.domain.trend_records import AS_OF, RESOURCES, M, a_chart, catalogue, followed
from ui import theme
from ui.widgets.chart.chart_view import ChartView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop_app.domain.chart import ChartSpec
    from desktop_app.domain.chart_shapes import Layout

REQUEST = ChartRequest(((M,), ("flc_kappa", "flc_lambda"), ("hemoglobin",)))
LANGUAGES = ("en", "zh-TW", "zh-CN")


def tick_labels(spec: ChartSpec) -> set[str]:
    axes = (spec.x, *(panel.y for panel in spec.panels))
    return {tick.label for axis in axes for tick in axis.ticks}


def texts(layout: Layout) -> set[str]:
    return {item.text for item in layout.items if isinstance(item, Text)}


@pytest.fixture(autouse=True)
def fonts() -> None:
    register_fonts(lambda name: (RESOURCES / "fonts" / name).read_bytes())


@pytest.fixture
def screen(qtbot: QtBot, qapp: QApplication) -> Layout:
    theme.load_fonts(RESOURCES / "fonts")
    theme.set_language(qapp, "zh-TW")
    view = ChartView()
    qtbot.addWidget(view)
    view.resize(600, 600)
    view.show_spec(a_chart(followed(), request=REQUEST, language="zh-TW"))
    view.grab()
    painted = view.painted()
    assert painted is not None
    return painted


def test_screen_and_paper_show_the_same_points_ticks_and_bands(screen: Layout) -> None:
    spec = a_chart(followed(), request=REQUEST, language="zh-TW")
    paper = chart_layout(spec, 500, 500, language="zh-TW")

    assert screen.points == paper.points
    assert tick_labels(spec) <= texts(screen) & texts(paper)
    assert screen.bands == paper.bands
    assert screen.points == tuple(s.points for panel in spec.panels for s in panel.series)


def test_screen_and_paper_mark_the_same_evolution(qtbot: QtBot) -> None:
    known = record(IGG, m("3.0"), m("3.7", "2024-07-15"), m("3.8", "2024-09-15"))
    concluded = assess(known, AS_OF, catalogue=catalogue()).evolving
    spec = a_chart(known, evolving=concluded)
    view = ChartView()
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show_spec(spec)
    painted = view.painted()
    paper = chart_layout(spec, 500, 400, language="en")

    assert painted is not None
    assert painted.evolutions == paper.evolutions == (spec.panels[0].evolutions[0].label,)
    assert [hit.lines for hit in painted.hits] == [hit.lines for hit in paper.hits]
    text = PdfReader(BytesIO(chart_pdf(spec, language="en"))).pages[0].extract_text()
    assert text.count("Ravi 2016 M") == 2  # on the step and in the sentence below


def test_screen_and_paper_tell_the_same_of_a_treated_patient(
    qtbot: QtBot, qapp: QApplication
) -> None:
    theme.load_fonts(RESOURCES / "fonts")
    theme.set_language(qapp, "zh-TW")
    request = ChartRequest(PRESETS[MYELOMA])
    spec = a_chart(treated(), request=request, language="zh-TW", myeloma=picture())
    view = ChartView()
    qtbot.addWidget(view)
    view.resize(600, 640)
    view.show_spec(spec)
    view.grab()
    painted = view.painted()
    paper = chart_layout(spec, 500, 700, language="zh-TW")

    assert painted is not None
    assert spec.stairs is not None
    assert painted.steps == paper.steps == tuple(step.label for step in spec.stairs.steps)
    for part in ("points", "bands", "lines", "shades", "lanes"):
        assert getattr(painted, part) == getattr(paper, part)
    assert (len(paper.lines), len(paper.shades), len(paper.lanes)) == (8, 1, 4)
    assert [hit.lines for hit in painted.hits] == [hit.lines for hit in paper.hits]
    assert across(painted) == pytest.approx(
        across(paper), abs=0.002
    )  # a step of no days is two wide


def test_screen_and_paper_tell_the_same_of_a_poems_patient(
    qtbot: QtBot, qapp: QApplication
) -> None:
    theme.load_fonts(RESOURCES / "fonts")
    theme.set_language(qapp, "zh-TW")
    known = followed_poems()
    poems = assess(known, AS_OF, catalogue=catalogue()).poems
    spec = a_chart(known, request=ChartRequest(PRESETS[POEMS]), language="zh-TW", poems=poems)
    view = ChartView()
    qtbot.addWidget(view)
    view.resize(700, 1000)
    view.show_spec(spec)
    view.grab()
    painted = view.painted()
    paper = chart_layout(spec, 500, 900, language="zh-TW")

    assert painted is not None
    assert len(painted.plots) == len(paper.plots) == len(spec.panels) == 8
    for part in ("points", "bands", "lines", "lanes"):
        assert getattr(painted, part) == getattr(paper, part)
    assert turns(painted) == pytest.approx(turns(paper), abs=1e-9)


def turns(layout: Layout) -> list[float]:
    """Give where the course of the grades turns, as shares of its plot."""
    plot = layout.plots[3]
    places = [
        place
        for item in layout.items
        if isinstance(item, Path) and len(item.places) > 2
        for place in item.places
        if plot.y <= place[1] <= plot.bottom
    ]
    assert len(places) == 5  # three totals and the two corners between them
    return [
        share
        for x, y in places
        for share in ((x - plot.x) / plot.width, (y - plot.y) / plot.height)
    ]


def across(layout: Layout) -> list[float]:
    """Give where the levels, steps and shades begin and end, as shares of the plot's width."""
    plot = layout.plots[0]
    roles = {style.dash for role, style in LINE_STYLES.items() if role is not Role.THRESHOLD}
    drawn = [
        place[0]
        for item in layout.items
        if isinstance(item, Path) and (item.width == TREAD or item.dash in roles)
        for place in item.places
        if len(item.places) == 2 and item.places[0][1] == item.places[1][1]
    ]
    shaded = [
        edge
        for item in layout.items
        if isinstance(item, Box) and item.tone == "unknown_ground" and item.frame.y == plot.y
        for edge in (item.frame.x, item.frame.right)
    ]
    return [(x - plot.x) / plot.width for x in (*drawn, *shaded)]


def test_points_stand_at_the_same_share_of_their_plots(screen: Layout) -> None:
    spec = a_chart(followed(), request=REQUEST, language="zh-TW")

    def shares(layout: Layout) -> list[tuple[float, float]]:
        plots = layout.plots
        return [
            (
                (hit.at[0] - plots[hit.panel].x) / plots[hit.panel].width,
                (plots[hit.panel].bottom - hit.at[1]) / plots[hit.panel].height,
            )
            for hit in layout.hits
            if hit.point
        ]

    on_paper = shares(chart_layout(spec, 500, 500, language="zh-TW"))
    assert on_paper == [pytest.approx(share, abs=1e-9) for share in shares(screen)]


def test_the_drawing_holds_every_mark_band_and_tick_label() -> None:
    spec = a_chart(followed(), request=REQUEST)
    layout = chart_layout(spec, 500, 500, language="en")
    drawing = chart_drawing(spec, 500, 500, language="en")
    assert isinstance(drawing, Drawing)
    kinds = drawing.contents

    marks = [item for item in layout.items if isinstance(item, Mark)]
    assert len([one for one in kinds if isinstance(one, Circle | Polygon)]) == len(marks)
    boxes = [item for item in layout.items if isinstance(item, Box)]
    assert len([one for one in kinds if isinstance(one, Rect)]) == len(boxes)
    written = [one.text for one in kinds if isinstance(one, String)]
    assert tick_labels(spec) <= set(written)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_of_the_pdf_can_be_found(language: str) -> None:
    spec = a_chart(followed(), request=REQUEST, language=language)
    reader = PdfReader(BytesIO(chart_pdf(spec, language=language)))
    text = reader.pages[0].extract_text()
    squeezed = "".join(text.split())

    assert "ZZSENTINEL" in text
    assert "".join(spec.panels[0].y.label.split()) in squeezed
    assert "".join(spec.panels[0].lines[0].label.split()) in squeezed
    assert "".join(spec.summary.split()) in squeezed
    assert reader.metadata is not None
    assert reader.metadata.subject == spec.summary


def test_the_same_chart_gives_the_same_bytes() -> None:
    spec = a_chart(followed(), request=REQUEST)

    assert chart_pdf(spec, language="en") == chart_pdf(spec, language="en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_svg_holds_live_text_and_its_description(language: str) -> None:
    spec = a_chart(followed(), request=REQUEST, language=language)
    root = ET.fromstring(chart_svg(spec, 800, 600, language=language))
    name = "{http://www.w3.org/2000/svg}"

    assert root.findtext(f"{name}desc") == spec.summary
    texts = [one.text for one in root.iter(f"{name}text")]
    layout = chart_layout(spec, 776, 576, language=language, small=11)
    assert texts == [item.text for item in layout.items if isinstance(item, Text)]
    assert texts[0] == spec.title


def test_the_svg_survives_markup_in_a_name() -> None:
    spec = a_chart(followed(), patient_label="A <&> B")

    root = ET.fromstring(chart_svg(spec, 800, 600, language="en"))
    assert any(one.text == "A <&> B" for one in root.iter("{http://www.w3.org/2000/svg}text"))


def test_the_picture_is_a_png_of_a_full_page_width() -> None:
    content = chart_png(a_chart(followed()), language="en")

    assert content.startswith(b"\x89PNG\r\n")
    assert 1100 < int.from_bytes(content[16:20], "big") < 1300
