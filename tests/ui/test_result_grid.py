"""Test that the grid of results says number, change and significance, also to a screen reader."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from desktop_app.data.content.catalogue import load_catalogue
from desktop_app.data.content.wordings import load_wordings
from desktop_app.services.trends import Cell, ResultRow
from tests.conftest import RESOURCES
from ui.models.result_grid import KIND, NOTHING, UNIT, Column, ResultGrid
from ui.terms import Terms
from ui.widgets.table.sparkline import draw_sparkline

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester

pytestmark = pytest.mark.usefixtures("dressed")
TERMS = Terms(load_wordings(RESOURCES)["en"], load_catalogue(RESOURCES))


def cell(text: str, day: str = "2026-11-22") -> Cell:
    """Give a value of laboratory A."""
    return Cell(text, day, None, Decimal(text.lstrip("<")), "A")


RISING = ResultRow(
    code="serum_m_protein",
    unit="g/dL",
    latest=cell("2.4"),
    previous=cell("2.1", "2026-08-19"),
    baseline=cell("1.9", "2025-11-20"),
    nadir=cell("0.9", "2019"),
    change="+0.5",
    change_percent="+26 %",
    significance="beyond_noise",
    outside=None,
    points=((1.0, 0.9), (2.0, 1.9), (3.0, 2.4)),
)
SINGLE = ResultRow(
    code="hemoglobin",
    unit="g/dL",
    latest=cell("9.9"),
    previous=None,
    baseline=cell("9.9"),
    nadir=cell("9.9"),
    change=None,
    change_percent=None,
    significance=None,
    outside="low",
    points=((3.0, 9.9),),
)


@pytest.fixture
def grid() -> ResultGrid:
    """Give the grid of a rising M-protein and a single, low haemoglobin."""
    made = ResultGrid()
    made.set_rows((RISING, SINGLE), TERMS)
    return made


def text(grid: ResultGrid, row: int, column: Column) -> str:
    """Give what a cell shows."""
    return str(grid.index(row, column).data())


def test_the_grid_keeps_the_rules_of_item_models(
    qtmodeltester: ModelTester, grid: ResultGrid
) -> None:
    qtmodeltester.check(grid)


def test_a_row_shows_latest_previous_baseline_lowest_and_change(grid: ResultGrid) -> None:
    shown = [text(grid, 0, column) for column in list(Column)[:-1]]

    assert shown == ["M-protein", "2.4", "2.1", "1.9", "0.9", "+26 %", "real"]


def test_what_does_not_exist_is_a_dash_and_never_a_zero(grid: ResultGrid) -> None:
    assert text(grid, 1, Column.PREVIOUS) == NOTHING
    assert text(grid, 1, Column.CHANGE) == NOTHING
    assert text(grid, 1, Column.SIGNIFICANCE) == ""


def test_numbers_stand_right_and_words_left(grid: ResultGrid) -> None:
    number = grid.index(0, Column.LATEST).data(Qt.ItemDataRole.TextAlignmentRole)
    name = grid.index(0, Column.NAME).data(Qt.ItemDataRole.TextAlignmentRole)

    assert number & Qt.AlignmentFlag.AlignRight
    assert name & Qt.AlignmentFlag.AlignLeft


def test_the_unit_stands_beside_the_name_only(grid: ResultGrid) -> None:
    assert grid.index(0, Column.NAME).data(UNIT) == "g/dL"
    assert grid.index(0, Column.LATEST).data(UNIT) is None


def test_a_value_outside_its_limits_is_marked_and_says_so(grid: ResultGrid) -> None:
    latest = grid.index(1, Column.LATEST)

    assert latest.data(KIND) == "warning"
    assert "below the laboratory's limit" in str(latest.data(Qt.ItemDataRole.ToolTipRole))


def test_a_screen_reader_hears_test_value_unit_and_day(grid: ResultGrid) -> None:
    heard = str(grid.index(0, Column.LATEST).data(Qt.ItemDataRole.AccessibleTextRole))

    assert heard == "M-protein 2.4 g/dL 2026-11-22 · A"


def test_other_rows_take_the_place_of_the_old_ones(grid: ResultGrid) -> None:
    grid.set_rows((SINGLE,), TERMS)

    assert grid.rowCount() == 1
    assert grid.row(grid.index(0, 0)) is SINGLE
    assert grid.row(QModelIndex()) is None


@pytest.mark.parametrize("points", [(), ((1.0, 2.0),), ((1.0, 2.0), (2.0, 2.0))])
def test_a_sparkline_of_few_or_equal_points_can_be_drawn(
    points: tuple[tuple[float, float], ...],
) -> None:
    image = QImage(60, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    blank = image.copy()
    painter = QPainter(image)

    draw_sparkline(painter, QRectF(0, 0, 60, 20), points)

    painter.end()
    assert (image == blank) is (points == ())
