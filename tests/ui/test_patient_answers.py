"""Test the patient's page with real services: override, reasons, corrections, chart, leaflet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop_app.domain.visit import DraftFinding, VisitDraft
from tests.builders import a_registration, one_result
from tests.ui.ime import commit
from tests.ui.patient_stage import cell, words_on
from ui import theme
from ui.models.result_grid import Column

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.services import Services
    from ui.pages.patient import PatientPage


def test_an_override_needs_a_reason_and_then_stands_largest(
    qtbot: QtBot, services: Services, page: PatientPage, patient_id: int
) -> None:
    qtbot.keyClick(page, Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)
    form = page.verdict.form
    form.category.set_code("smm")
    form.save.click()
    assert "Say why" in words_on(form)
    assert page.focusWidget() is form.reason

    commit(form.reason, "骨髓 12 %")
    with qtbot.waitSignals([page.desk.answered, page.shown]):
        form.save.click()

    stored = services.assessments.stored(patient_id)
    assert stored is not None
    assert stored.override is not None
    assert stored.override.reason == "骨髓 12 %"
    assert page.verdict.verdict == "Smouldering myeloma"
    assert "MGUS, non-IgM" in words_on(page.verdict)


def test_the_reasons_open_beside_the_values_and_close_again(
    qtbot: QtBot, page: PatientPage
) -> None:
    qtbot.keyClick(page, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)

    assert page.reasons.view.isVisible()
    assert page.reasons.model.rowCount() > 0
    assert page.results.view.isVisible()
    assert page.entry.isVisible()

    qtbot.keyClick(page, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    assert page.chart.isVisible()


def test_what_would_settle_a_question_leads_to_its_field(
    qtbot: QtBot, services: Services, page: PatientPage
) -> None:
    other = services.patients.register(a_registration(2))
    finding = DraftFinding("serum_immunofixation", ("IgG-kappa",))
    services.visits.record(one_result(other, "1.3", "2026-05-20"))
    services.visits.record(VisitDraft(other, "2026-05-21", (), (finding,)))
    with qtbot.waitSignal(page.shown):
        page.open_patient(other)
    chips = page.verdict.findChildren(QPushButton)
    marrow = next(chip for chip in chips if chip.property("code") == "marrow_plasma_cells")

    marrow.click()

    assert page.focusWidget() is page.entry.form.results["marrow_plasma_cells"].number


def test_a_wrong_value_is_corrected_with_a_reason_and_the_old_one_is_kept(
    qtbot: QtBot, services: Services, page: PatientPage, patient_id: int
) -> None:
    page.results.view.selectRow(0)
    with qtbot.waitSignal(page.desk.values_found):
        page.results.view.activated.emit(page.results.view.currentIndex())
    form = page.results.form
    form.number.set_number_text("2.3")
    form.bar.save.click()
    assert "Say why" in words_on(form)

    commit(form.bar.reason, "抄錯")
    with qtbot.waitSignals([page.desk.corrected, page.shown]):
        form.bar.save.click()

    assert cell(page, 0, Column.LATEST) == "2.3"
    newest = services.visits.results_of(patient_id, "serum_m_protein")[0]
    assert newest.amended


def test_the_form_of_a_correction_covers_no_row_of_the_table(
    qtbot: QtBot, page: PatientPage
) -> None:
    results = page.results
    page.resize(1366, 700)
    page.banner.show_message("a line that takes room", "warning")
    before = results.view.height()
    results.view.selectRow(0)
    with qtbot.waitSignal(page.desk.values_found):
        results.view.activated.emit(results.view.currentIndex())
    results.form.bar.save.click()

    def apart() -> None:
        assert results.view.geometry().bottom() < results.form.geometry().top()
        assert results.form.height() >= results.form.minimumSizeHint().height()

    qtbot.waitUntil(apart)
    results.form.cancelled.emit()
    assert results.view.height() == before


def test_a_value_is_withdrawn_with_a_reason(qtbot: QtBot, page: PatientPage) -> None:
    page.results.view.selectRow(0)
    with qtbot.waitSignal(page.desk.values_found):
        page.results.view.activated.emit(page.results.view.currentIndex())
    commit(page.results.form.bar.reason, "別人的檢體")

    with qtbot.waitSignals([page.desk.corrected, page.shown]):
        page.results.form.bar.void.click()

    assert cell(page, 0, Column.LATEST) == "1.2"


def test_a_period_and_the_log_scale_bring_another_chart(qtbot: QtBot, page: PatientPage) -> None:
    whole = page.chart.view.spec
    assert whole is not None

    with qtbot.waitSignal(page.desk.followed):
        qtbot.keyClick(page, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    year = page.chart.view.spec
    with qtbot.waitSignal(page.desk.followed):
        qtbot.keyClick(page, Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    log = page.chart.view.spec

    assert year is not None
    assert log is not None
    assert year.x.high - year.x.low < whole.x.high - whole.x.low
    assert log.panels[0].y.scale != year.panels[0].y.scale


def test_the_leaflet_that_fits_is_asked_for(
    qtbot: QtBot, page: PatientPage, patient_id: int
) -> None:
    with qtbot.waitSignal(page.leaflet_requested) as asked:
        qtbot.keyClick(page, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    assert asked.args == [patient_id, "mgus"]


def test_no_leaflet_is_asked_for_where_none_fits(
    qtbot: QtBot, services: Services, page: PatientPage
) -> None:
    other = services.patients.register(a_registration(2))
    with qtbot.waitSignal(page.shown):
        page.open_patient(other)

    with qtbot.assertNotEmitted(page.leaflet_requested):
        qtbot.keyClick(page, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    assert "No leaflet fits" in page.banner.text()


def test_the_period_that_the_chart_shows_is_marked(page: PatientPage) -> None:
    def ground(chip: QPushButton) -> str:
        return chip.grab().toImage().pixelColor(chip.width() // 2, 3).name()

    chips = page.chart.periods
    assert ground(chips["chart_all"]) == theme.ACCENT_GROUND
    assert ground(chips["chart_1y"]) != theme.ACCENT_GROUND

    chips["chart_1y"].click()
    page.chart.view.setFocus()

    assert ground(chips["chart_all"]) != theme.ACCENT_GROUND
    assert ground(chips["chart_1y"]) == theme.ACCENT_GROUND
