"""Paste on a patient's page by keys, and read what stands there before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from desktop_app.domain.arrivals.review import ArrivalState
    from desktop_app.domain.record import Result
    from desktop_app.services import Services
    from ui.pages.patient import PatientPage
    from ui.widgets.imports.review_grid import ReviewGrid

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
EIGHT = """2026-11-20
Hb\t12.1\tg/dL\t12-16
Creatinine\t0.9\tmg/dL\t0.5-1.1
Calcium\t9.4\tmg/dL\t8.6-10.3
Albumin\t4.2\tg/dL\t3.5-5.0
IgG\t1850\tmg/dL\t700-1600 H
M-protein\t1.4\tg/dL
Free kappa\t33.5\tmg/L
Free lambda\t14.0\tmg/L
"""


def press_paste(page: PatientPage, text: str) -> None:
    """Put a text on the clipboard and press the key."""
    QGuiApplication.clipboard().setText(text)
    focused = page.focusWidget() or page
    press(focused, Qt.Key.Key_V, CONTROL_SHIFT)


def paste(qtbot: QtBot, page: PatientPage, text: str) -> None:
    """Paste, and wait until the review stands on the page."""
    with qtbot.waitSignal(page.paste.desk.reviewed):
        press_paste(page, text)


def press(
    widget: QWidget,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press a key in a widget."""
    QTest.keyClick(widget, key, modifiers)


def press_here(page: PatientPage, key: Qt.Key) -> None:
    """Press a key where the cursor is."""
    focused = page.window().focusWidget()
    assert focused is not None
    press(focused, key)


def states(page: PatientPage) -> list[ArrivalState]:
    """Give the states of the rows that are shown."""
    return [row.state for row in page.paste.view.grid.rows.rows]


def row_text(grid: ReviewGrid, row: int) -> list[str]:
    """Give the cells of a row as a screen reader reads them."""
    model = grid.rows
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def stored_results(services: Services, patient_id: int) -> list[Result]:
    """Give all current results of a patient."""
    codes = services.catalogue.analytes
    found = (services.visits.results_of(patient_id, code) for code in codes)
    return [kept.entry for each in found for kept in each]
