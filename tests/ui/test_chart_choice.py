"""Test on the patient's page which tests the chart shows, chosen by key, list and table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.visit import DraftFinding, DraftResult, VisitDraft
from tests.builders import a_registration
from tests.ui.patient_stage import cut_off
from ui.actions import key_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.services import Services
    from ui.context import UiContext
    from ui.pages.patient import PatientPage

VALUES = {
    "serum_m_protein": ("2.1", "g/dL"),
    "flc_kappa": ("120", "mg/L"),
    "flc_lambda": ("10", "mg/L"),
    "hemoglobin": ("12.8", "g/dL"),
    "calcium": ("9.1", "mg/dL"),
    "creatinine": ("0.9", "mg/dL"),
}


@pytest.fixture
def known(qtbot: QtBot, services: Services, page: PatientPage) -> int:
    """Give a patient with a clone and its light chains, opened on the page."""
    made = services.patients.register(a_registration(2))
    found = (DraftFinding("serum_immunofixation", ("IgG-kappa",)),)
    for day in ("2025-11-20", "2026-05-20"):
        values = tuple(DraftResult(code, *value) for code, value in VALUES.items())
        services.visits.record(VisitDraft(made, day, results=values, findings=found))
    with qtbot.waitSignal(page.shown):
        page.open_patient(made)
    return made


def charted(page: PatientPage) -> list[list[str]]:
    spec = page.chart.view.spec
    assert spec is not None
    return [[series.code for series in panel.series] for panel in spec.panels]


def press(qtbot: QtBot, page: PatientPage, key: Qt.Key) -> None:
    with qtbot.waitSignal(page.desk.followed):
        qtbot.keyClick(page, key, Qt.KeyboardModifier.AltModifier)


def choose(page: PatientPage, code: str) -> None:
    """Choose in the table the row of a test."""
    grid = page.results.grid
    rows = [grid.row(grid.index(place, 0)) for place in range(grid.rowCount())]
    page.results.view.selectRow(next(n for n, row in enumerate(rows) if row and row.code == code))


@pytest.mark.usefixtures("known")
def test_each_question_has_a_key(qtbot: QtBot, page: PatientPage) -> None:
    assert charted(page) == [["serum_m_protein"], ["flc_involved"], ["flc_ratio"]]

    press(qtbot, page, Qt.Key.Key_M)
    assert charted(page)[1] == ["flc_involved", "flc_uninvolved"]
    assert page.chart.tests.currentText() == "MGUS / SMM"
    press(qtbot, page, Qt.Key.Key_B)
    assert charted(page) == [["hemoglobin"], ["calcium"], ["creatinine"]]
    press(qtbot, page, Qt.Key.Key_Y)
    assert charted(page) == [
        ["serum_m_protein"],
        ["flc_difference"],
        ["hemoglobin"],
        ["creatinine"],
    ]
    press(qtbot, page, Qt.Key.Key_H)
    assert charted(page) == [["serum_m_protein"]]
    press(qtbot, page, Qt.Key.Key_K)
    assert charted(page)[0] == ["flc_kappa", "flc_lambda"]
    press(qtbot, page, Qt.Key.Key_U)
    assert charted(page)[0] == ["serum_m_protein"]
    assert all(
        key_text(code) in page.chart.tests.toolTip() for code in ("chart_clone", "chart_test")
    )


@pytest.mark.usefixtures("known")
def test_the_list_asks_for_the_same(qtbot: QtBot, page: PatientPage) -> None:
    page.chart.tests.setFocus()
    with qtbot.waitSignal(page.desk.followed):
        qtbot.keyClick(page.chart.tests, Qt.Key.Key_Down)

    assert charted(page)[1] == ["flc_involved", "flc_uninvolved"]


@pytest.mark.usefixtures("known")
def test_the_chosen_row_is_charted_alone(qtbot: QtBot, page: PatientPage) -> None:
    choose(page, "flc_difference")
    press(qtbot, page, Qt.Key.Key_T)

    assert charted(page) == [["flc_difference"]]
    assert page.chart.tests.code() == "chart_test"


@pytest.mark.usefixtures("known")
def test_without_a_chosen_row_the_list_draws_the_first(qtbot: QtBot, page: PatientPage) -> None:
    page.chart.tests.setFocus()
    with qtbot.waitSignal(page.desk.followed):
        qtbot.keyClick(page.chart.tests, Qt.Key.Key_End)

    assert charted(page) == [["serum_m_protein"]]
    assert page.results.view.currentIndex().row() == 0


@pytest.mark.usefixtures("known")
def test_the_menu_of_the_table_brings_the_chart_back(qtbot: QtBot, page: PatientPage) -> None:
    qtbot.keyClick(page, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    assert not page.chart.isVisible()
    choose(page, "calcium")
    draw = next(
        action for action in page.results.view.actions() if action.text() == "Draw this test alone"
    )
    with qtbot.waitSignal(page.desk.followed):
        draw.trigger()

    assert page.chart.isVisible()
    assert charted(page) == [["calcium"]]


def test_where_nothing_was_measured_the_choice_stays(
    qtbot: QtBot, services: Services, page: PatientPage
) -> None:
    stranger = services.patients.register(a_registration(3))
    with qtbot.waitSignal(page.shown):
        page.open_patient(stranger)
    with qtbot.assertNotEmitted(page.results.chart_wanted):
        page.chart.tests.set_code("chart_test")
        page.chart.tests.edited.emit()

    assert page.chart.tests.code() == "chart_usual"


def test_another_patient_shows_the_usual_tests(
    qtbot: QtBot, page: PatientPage, known: int, patient_id: int
) -> None:
    press(qtbot, page, Qt.Key.Key_B)
    with qtbot.waitSignal(page.shown):
        page.open_patient(patient_id)

    assert page.patient_id != known
    assert page.chart.tests.code() == "chart_usual"
    assert charted(page)[0] == ["serum_m_protein"]


@pytest.mark.usefixtures("known")
def test_the_involved_chain_is_corrected_as_the_chain_that_was_entered(
    qtbot: QtBot, page: PatientPage
) -> None:
    choose(page, "flc_involved")
    with qtbot.waitSignal(page.desk.values_found) as found:
        page.results.view.activated.emit(page.results.view.currentIndex())

    assert {kept.entry.code for kept in found.args[0]} == {"flc_kappa"}


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("language", ["en", "zh-TW", "zh-CN"])
def test_the_choice_fits_a_small_screen_in_every_language(
    qtbot: QtBot, context: UiContext, page: PatientPage, language: str
) -> None:
    with qtbot.waitSignal(page.shown):
        context.languages.use(language)
        page.retranslate()
    press(qtbot, page, Qt.Key.Key_B)

    qtbot.waitUntil(lambda: cut_off(page) == [])
    box, chips = page.chart.tests, [*page.chart.periods.values(), page.chart.log]
    assert box.width() >= box.minimumSizeHint().width()
    assert all(chip.geometry().right() <= page.chart.width() for chip in chips)
    assert page.chart.tests.code() == "chart_organs"
