"""The chart on the screen: zoom asks, points answer, and the sentence is there to be read out."""

from __future__ import annotations

from datetime import date, timedelta
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.domain.trend_records import RESOURCES, M, a_chart, a_record, a_result, followed
from ui import theme
from ui.widgets.chart.chart_view import ChartView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.domain.chart_shapes import Hit

SPEC = a_chart(followed(), M, "hemoglobin")


@pytest.fixture
def view(qtbot: QtBot) -> ChartView:
    theme.load_fonts(RESOURCES / "fonts")
    made = ChartView()
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show_spec(SPEC)
    with qtbot.waitExposed(made):
        made.show()
    return made


def points(view: ChartView) -> list[Hit]:
    layout = view.painted()
    assert layout is not None
    return [hit for hit in layout.hits if hit.point]


def test_the_sentence_is_the_accessible_description(view: ChartView) -> None:
    assert view.accessibleDescription() == SPEC.summary
    assert view.accessibleName()


def test_the_pointer_over_a_point_shows_value_date_and_change(
    view: ChartView, qtbot: QtBot
) -> None:
    x, y = points(view)[5].at
    qtbot.mouseMove(view, QPoint(round(x) + 3, round(y) - 3))

    assert view.tip() == ("2026-11-20   2.35 g/dL", "since baseline +0.50 (+27 %)")
    qtbot.mouseMove(view, QPoint(round(view.width() / 2), 6))
    assert view.tip() == ()


def test_the_tip_is_painted(view: ChartView, qtbot: QtBot) -> None:
    before = view.grab().toImage()
    x, y = points(view)[4].at
    qtbot.mouseMove(view, QPoint(round(x), round(y)))

    assert view.grab().toImage() != before


def test_left_and_right_walk_over_the_points_and_around(view: ChartView, qtbot: QtBot) -> None:
    seen = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(view, key)
        seen.append(view.tip()[0].split()[0])

    assert seen == ["2026-11-20", "2025-01-20", "2026-11-20", "2019-02"]
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.tip() == ()


def test_the_wheel_asks_for_a_closer_period_around_the_pointer(
    view: ChartView, qtbot: QtBot
) -> None:
    layout = view.painted()
    assert layout is not None
    plot = layout.plots[0]
    where = QPointF(plot.x + plot.width / 4, plot.y + 20)

    with qtbot.waitSignal(view.range_requested) as asked:
        wheel(view, where, 120)
    first, last = asked.args
    assert (last - first).days == pytest.approx((SPEC.x.high - SPEC.x.low) / 1.25, abs=2)
    share = (SPEC.x.low + (SPEC.x.high - SPEC.x.low) / 4 - first.toordinal()) / (last - first).days
    assert share == pytest.approx(0.25, abs=0.01)
    assert view.spec is SPEC


def test_a_drag_asks_for_the_period_it_covers(view: ChartView, qtbot: QtBot) -> None:
    layout = view.painted()
    assert layout is not None
    plot = layout.plots[0]
    y = round(plot.y + 30)
    left, right = (QPoint(round(plot.x + share * plot.width), y) for share in (0.25, 0.75))

    with qtbot.waitSignal(view.range_requested) as asked:
        qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=right)
        qtbot.mouseMove(view, left)
        qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=left)
    first, last = asked.args
    assert (last - first).days == pytest.approx((SPEC.x.high - SPEC.x.low) / 2, rel=0.02)


def test_a_click_without_a_drag_asks_for_nothing(view: ChartView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.range_requested):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 100))


@pytest.mark.parametrize("reset", ["home", "double click"])
def test_home_and_a_double_click_ask_for_everything(
    view: ChartView, qtbot: QtBot, reset: str
) -> None:
    with qtbot.waitSignal(view.range_requested) as asked:
        if reset == "home":
            qtbot.keyClick(view, Qt.Key.Key_Home)
        else:
            qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 100))

    assert asked.args == [None, None]


def test_plus_and_minus_zoom_and_shift_moves(view: ChartView, qtbot: QtBot) -> None:
    def span(key: Qt.Key, modifier: Qt.KeyboardModifier) -> tuple[date, date]:
        with qtbot.waitSignal(view.range_requested) as asked:
            qtbot.keyClick(view, key, modifier)
        return asked.args[0], asked.args[1]

    none, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    whole = SPEC.x.high - SPEC.x.low
    closer, wider = span(Qt.Key.Key_Plus, none), span(Qt.Key.Key_Minus, none)
    assert (closer[1] - closer[0]).days < whole < (wider[1] - wider[0]).days
    assert span(Qt.Key.Key_Left, shift)[0] < span(Qt.Key.Key_Right, shift)[0]


def test_without_values_the_empty_text_stands_there_and_nothing_answers(
    view: ChartView, qtbot: QtBot
) -> None:
    filled = view.grab().toImage()
    view.set_empty_text("No values yet")
    view.show_spec(None)

    assert view.painted() is None
    assert view.accessibleDescription() == "No values yet"
    assert view.grab().toImage() != filled
    with qtbot.assertNotEmitted(view.range_requested):
        wheel(view, QPointF(100, 100), 120)
        qtbot.keyClick(view, Qt.Key.Key_Right)


def test_an_empty_chart_says_what_its_sentence_says(view: ChartView) -> None:
    view.show_spec(a_chart(a_record()))

    assert view.painted() is None
    assert view.accessibleDescription() == "No values to draw."


def test_a_new_size_lays_the_chart_out_anew(view: ChartView) -> None:
    view.resize(900, 400)
    layout = view.painted()

    assert layout is not None
    assert layout.plots[-1].right > 700
    assert layout.points == tuple(s.points for panel in SPEC.panels for s in panel.series)


def test_five_thousand_values_are_drawn_nearly_as_fast_as_three_hundred(view: ChartView) -> None:
    few, many = (a_chart(a_record(*daily(count))) for count in (300, 5000))

    def redraw(spec: object) -> float:
        times = []
        for _ in range(5):
            start = perf_counter()
            view.show_spec(spec)  # type: ignore[arg-type]
            view.grab()
            times.append(perf_counter() - start)
        return median(times)

    assert redraw(many) < 8 * redraw(few)


def daily(count: int) -> list:
    start = date(2026, 11, 20) - timedelta(days=count)
    return [
        a_result((start + timedelta(days=n)).isoformat(), f"{1 + n % 9 / 10:.1f}")
        for n in range(count)
    ]


def wheel(view: ChartView, where: QPointF, turn: int) -> None:
    """Send the event that a mouse wheel sends."""
    event = QWheelEvent(
        where,
        QPointF(view.mapToGlobal(where)),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)
