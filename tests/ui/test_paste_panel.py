"""Test pasting results on a patient's page: two keys, nothing guessed, nothing left behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.domain.arrivals.review import ArrivalState
from tests.builders import a_registration, one_result
from tests.ui.ime import commit
from tests.ui.paste_stage import (
    CONTROL_SHIFT,
    EIGHT,
    paste,
    press,
    press_here,
    press_paste,
    row_text,
    states,
    stored_results,
)
from tests.ui.patient_stage import type_into, words_on

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.services import Services
    from ui.context import UiContext
    from ui.pages.patient import PatientPage

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


def store(qtbot: QtBot, page: PatientPage) -> None:
    """Press Enter and wait until the page shows what was stored."""
    with qtbot.waitSignals([page.paste.desk.stored, page.shown]):
        press_here(page, ENTER)


def test_pasting_eight_values_of_a_visit_takes_two_keys(
    qtbot: QtBot, services: Services, page: PatientPage, patient_id: int
) -> None:
    before = len(stored_results(services, patient_id))

    paste(qtbot, page, EIGHT)
    store(qtbot, page)

    assert len(stored_results(services, patient_id)) == before + 8
    assert page.banner.text() == "8 results stored from the paste."
    assert page.paste.isHidden()
    assert page.entry.isVisible()
    assert page.sign.isEnabled()


def test_the_review_shows_what_will_be_stored_beside_what_is_known(
    qtbot: QtBot, page: PatientPage
) -> None:
    paste(qtbot, page, EIGHT)

    grid = page.paste.view.grid
    assert page.focusWidget() is grid
    assert page.paste.view.counts.text() == "8 will be stored"
    hb = ["✔ new", "Hb", "12.1 g/dL  12–16", "13.50 g/dL  −10 %", "2026-11-20", ""]
    assert row_text(grid, 0) == [hb[0].removeprefix("✔ "), *hb[1:]]
    assert row_text(grid, 2)[1] == "Ca  Calcium"
    assert page.verdict.isVisible()
    assert not page.entry.isVisible()
    assert not page.sign.isEnabled()


def test_escape_closes_without_a_trace(
    qtbot: QtBot, services: Services, page: PatientPage, patient_id: int
) -> None:
    before = stored_results(services, patient_id)
    type_into(page, "hemoglobin", "11")
    paste(qtbot, page, EIGHT)

    press_here(page, ESCAPE)

    assert page.paste.isHidden()
    assert page.entry.isVisible()
    assert page.entry.form.results["hemoglobin"].number.number_text() == "11"
    assert stored_results(services, patient_id) == before
    assert services.imports.batches() == ()


def test_a_paste_is_taken_back_by_a_key(
    qtbot: QtBot, services: Services, page: PatientPage, patient_id: int
) -> None:
    before = stored_results(services, patient_id)
    paste(qtbot, page, EIGHT)
    store(qtbot, page)

    with qtbot.waitSignals([page.paste.desk.undone, page.shown]):
        press(page, Qt.Key.Key_Z, CONTROL_SHIFT)

    assert stored_results(services, patient_id) == before
    assert page.banner.text() == "The paste was taken back."
    assert services.imports.batches()[0].undone
    assert not page.paste.can_undo


def test_what_is_asked_is_never_stored_silently_and_stays_until_answered(
    qtbot: QtBot, services: Services, page: PatientPage, patient_id: int
) -> None:
    before = len(stored_results(services, patient_id))
    paste(qtbot, page, f"{EIGHT}Qwertz\t14\tmg/L\n")
    assert page.paste.view.counts.text() == "8 will be stored · ▲ 1 question"

    with qtbot.waitSignals([page.paste.desk.stored, page.paste.desk.reviewed, page.shown]):
        press_here(page, ENTER)

    assert len(stored_results(services, patient_id)) == before + 8
    assert page.paste.isVisible()
    assert states(page) == [ArrivalState.UNKNOWN]
    assert not page.sign.isEnabled()
    picker = page.paste.view.bar.picker
    assert page.focusWidget() is picker.line

    commit(picker.line, "Free kappa")
    with qtbot.waitSignal(page.paste.desk.reviewed):
        press_here(page, ENTER)
    assert states(page) == [ArrivalState.QUESTION]  # another value of the same day is there
    press_here(page, ESCAPE)
    assert len(stored_results(services, patient_id)) == before + 8


def test_an_unknown_test_is_named_once_and_then_known(
    qtbot: QtBot, services: Services, page: PatientPage, patient_id: int
) -> None:
    paste(qtbot, page, "2026-11-20\nQwertz\t176\tU/L\n")
    page.paste.view.bar.focus_first()
    commit(page.paste.view.bar.picker.line, "LDH")
    with qtbot.waitSignal(page.paste.desk.reviewed):
        press_here(page, ENTER)
    assert states(page) == [ArrivalState.NEW]
    assert page.focusWidget() is page.paste.view.grid

    store(qtbot, page)
    assert [kept.entry.value for kept in services.visits.results_of(patient_id, "ldh")] == [176]

    paste(qtbot, page, "2026-11-21\nQwertz\t180\tU/L\n")
    assert states(page) == [ArrivalState.NEW]


def test_rows_without_a_day_ask_for_it_and_enter_alone_means_the_visit(
    qtbot: QtBot, services: Services, page: PatientPage, patient_id: int
) -> None:
    paste(qtbot, page, EIGHT.split("\n", 1)[1])
    line = page.paste.view.day.line
    assert page.focusWidget() is line
    assert set(states(page)) == {ArrivalState.QUESTION}
    assert "2026-11-22, the day of this visit" in words_on(page.paste.view.day)

    commit(line, "31 February")
    press_here(page, ENTER)
    assert "not a day" in words_on(page.paste.view.day)
    line.clear()

    with qtbot.waitSignal(page.paste.desk.reviewed):
        press_here(page, ENTER)
    assert page.focusWidget() is page.paste.view.grid
    store(qtbot, page)

    newest = services.visits.results_of(patient_id, "hemoglobin")[0].entry
    assert newest.date.text == "2026-11-22"


def test_a_missing_unit_is_chosen_by_a_button(
    qtbot: QtBot, services: Services, page: PatientPage, patient_id: int
) -> None:
    paste(qtbot, page, "2026-11-20\nIgA\t140\n")
    view = page.paste.view
    assert states(page) == [ArrivalState.QUESTION]
    press_here(page, ENTER)  # nothing is ready: the cursor goes to what is asked
    assert "Nothing is ready yet" in page.paste.banner.text()
    chosen = next(button for button in view.bar.units.buttons if button.text() == "mg/dL")
    assert page.focusWidget() is view.bar.units.buttons[0]

    chosen.setFocus()
    with qtbot.waitSignal(page.paste.desk.reviewed):
        press(chosen, ENTER)
    store(qtbot, page)

    assert services.visits.results_of(patient_id, "iga")[0].entry.unit == "mg/dL"


def test_a_value_beyond_all_limits_needs_a_reason(qtbot: QtBot, page: PatientPage) -> None:
    paste(qtbot, page, "2026-11-20\nHb\t99\tg/dL\n")
    bar = page.paste.view.bar
    assert states(page) == [ArrivalState.QUESTION]
    assert bar.reason.isVisible()
    assert not bar.buttons[next(iter(bar.buttons))].isVisible()  # "take" alone is not enough

    bar.reason.setFocus()
    press(bar.reason, ENTER)  # an empty reason is none
    assert states(page) == [ArrivalState.QUESTION]
    commit(bar.reason, "measured twice")
    with qtbot.waitSignal(page.paste.desk.reviewed):
        press(bar.reason, ENTER)

    assert states(page) == [ArrivalState.NEW]


def test_another_value_of_the_same_day_is_replaced_only_when_told(
    qtbot: QtBot, services: Services, page: PatientPage, patient_id: int
) -> None:
    paste(qtbot, page, "2026-05-20\nM-protein\t2.6\tg/dL\n")
    grid = page.paste.view.grid
    assert states(page) == [ArrivalState.QUESTION]
    assert "stored: 1.3 g/dL" in row_text(grid, 0)

    with qtbot.waitSignal(page.paste.desk.reviewed):
        press(grid, Qt.Key.Key_L)
    assert states(page) == [ArrivalState.LEFT_OUT]
    again = page.paste.view.bar.again
    with qtbot.waitSignal(page.paste.desk.reviewed):
        again.click()
    with qtbot.waitSignal(page.paste.desk.reviewed):
        press(grid, Qt.Key.Key_R)
    assert states(page) == [ArrivalState.CORRECTS]
    store(qtbot, page)

    values = [str(k.entry.value) for k in services.visits.results_of(patient_id, "serum_m_protein")]
    assert values == ["2.6", "1.2"]


def test_the_same_text_again_is_not_stored_twice(
    qtbot: QtBot, services: Services, page: PatientPage, patient_id: int
) -> None:
    paste(qtbot, page, EIGHT)
    store(qtbot, page)
    count = len(stored_results(services, patient_id))

    paste(qtbot, page, EIGHT)
    assert set(states(page)) == {ArrivalState.SAME}
    press_here(page, ENTER)

    assert page.paste.isHidden()
    assert page.banner.text() == "Nothing of the paste was new."
    assert len(stored_results(services, patient_id)) == count


@pytest.mark.parametrize("text", ["", "  \n "])
def test_an_empty_clipboard_is_said(page: PatientPage, text: str) -> None:
    QGuiApplication.clipboard().setText(text)

    press(page, Qt.Key.Key_V, CONTROL_SHIFT)

    assert page.banner.text() == "There is no text on the clipboard."
    assert page.entry.isVisible()


def test_prose_without_results_is_said(qtbot: QtBot, page: PatientPage) -> None:
    press_paste(page, "今天天氣很好")

    qtbot.waitUntil(lambda: page.paste.isHidden() or page.paste.view.review is not None)

    assert page.paste.isHidden() or ArrivalState.NEW not in states(page)


def test_results_of_somebody_else_are_held_back_until_claimed(
    qtbot: QtBot, services: Services, page: PatientPage, patient_id: int
) -> None:
    before = stored_results(services, patient_id)
    table = "病歷號\t採檢日期\t檢驗項目\t結果\t單位\n0099999\t2026-11-20\tHb\t12.1\tg/dL\n"
    paste(qtbot, page, table)
    assert states(page) == [ArrivalState.QUESTION]
    press_here(page, ENTER)
    assert stored_results(services, patient_id) == before
    assert "The number differs: 0099999 here" in words_on(page.paste.view.bar)
    claim = page.paste.view.bar.claim
    assert page.focusWidget() is claim

    with qtbot.waitSignal(page.paste.desk.reviewed):
        press(claim, ENTER)

    assert states(page) == [ArrivalState.NEW]


def test_another_patient_never_sees_the_paste_of_the_one_before(
    qtbot: QtBot, services: Services, page: PatientPage
) -> None:
    other = services.patients.register(a_registration(2))
    services.visits.record(one_result(other, "2.0"))
    paste(qtbot, page, EIGHT)

    with qtbot.waitSignal(page.shown):
        page.open_patient(other)

    assert page.paste.isHidden()
    assert page.entry.isVisible()
    assert not page.paste.can_undo
    assert services.imports.batches() == ()


def test_the_review_changes_language_in_place(
    qtbot: QtBot, context: UiContext, page: PatientPage
) -> None:
    paste(qtbot, page, f"{EIGHT}Qwertz\t14\tmg/L\n")

    for language, word in (("zh-TW", "將存入"), ("zh-CN", "将存入"), ("en", "will be stored")):
        with qtbot.waitSignal(page.shown):
            context.languages.use(language)
        assert word in page.paste.view.counts.text()
        assert page.paste.isVisible()
        labels = [each for each in page.paste.findChildren(QLabel) if each.isVisible()]
        narrow = [each for each in labels if not each.wordWrap()]
        assert [x.text() for x in narrow if x.sizeHint().width() > x.width() + 1] == []


def test_an_imported_value_says_from_which_line_it_came(qtbot: QtBot, page: PatientPage) -> None:
    paste(qtbot, page, EIGHT)
    store(qtbot, page)

    with qtbot.waitSignal(page.desk.values_found):
        page.results.values_wanted.emit("hemoglobin")

    assert page.results.form.origin.text() == "From paste, line 2: Hb 12.1 g/dL 12-16"
    page.results.form.which.setCurrentIndex(1)
    page.results.form.which.edited.emit()
    assert page.results.form.origin.isHidden()  # this one was typed


def test_everything_in_the_panel_has_a_name_for_readers(qtbot: QtBot, page: PatientPage) -> None:
    paste(qtbot, page, f"{EIGHT}Qwertz\t14\tmg/L\n")

    view = page.paste.view
    parts: tuple[QWidget, ...] = (view.grid, view.shown, view.day.line, view.bar.picker.line)

    assert all(part.accessibleName() for part in (*parts, view.bar.reason, page.paste.close_button))


def test_a_record_that_changed_meanwhile_is_compared_anew(
    qtbot: QtBot, services: Services, page: PatientPage, patient_id: int
) -> None:
    paste(qtbot, page, EIGHT)
    services.visits.record(one_result(patient_id, "1.4", "2026-11-20"))

    with qtbot.waitSignals([page.paste.desk.failed, page.paste.desk.reviewed]):
        press_here(page, ENTER)

    assert page.paste.banner.isVisible()
    assert states(page).count(ArrivalState.SAME) == 1
    store(qtbot, page)
    assert page.banner.text() == "7 results stored from the paste."


def test_a_test_is_found_by_arrows_after_a_part_of_its_name(
    qtbot: QtBot, page: PatientPage
) -> None:
    paste(qtbot, page, "2026-11-20\nQwertz\t176\tU/L\n")
    picker = page.paste.view.bar.picker
    picker.line.setFocus()
    press(picker.line, ENTER)  # nothing is chosen yet
    assert states(page) == [ArrivalState.UNKNOWN]

    commit(picker.line, "乳酸脫氫酶")
    assert picker.found.count() == 1
    picker.line.clear()
    press(picker.line, Qt.Key.Key_Down)
    press(picker.line, Qt.Key.Key_Down)
    press(picker.line, Qt.Key.Key_Up)
    first = picker.found.item(0).text()

    assert picker.found.currentRow() == 0
    assert picker.line.accessibleDescription() == first


def test_a_second_paste_takes_the_place_of_the_first(qtbot: QtBot, page: PatientPage) -> None:
    paste(qtbot, page, EIGHT)

    paste(qtbot, page, "2026-11-20\nLDH\t176\tU/L\n")

    assert len(states(page)) == 1
    assert page.focusWidget() is page.paste.view.grid


def test_lines_that_were_not_read_are_shown_behind_the_values(
    qtbot: QtBot, page: PatientPage
) -> None:
    paste(qtbot, page, "2026-11-20\nHb 12.1 g/dL\n9/1 Hb 9.1 g/dL\n")

    last = row_text(page.paste.view.grid, page.paste.view.grid.rows.rowCount() - 1)

    assert "9/1 Hb 9.1 g/dL" in last[1]
    assert "1 line not read" in page.paste.view.summary()


def test_what_was_sampled_stands_beside_the_test(qtbot: QtBot, page: PatientPage) -> None:
    paste(qtbot, page, "2026-11-20\n尿液生化\nFree kappa 85 mg/L\n")

    assert "尿液生化" in row_text(page.paste.view.grid, 0)[1]
