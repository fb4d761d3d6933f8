"""Test the patient's page with real services: opening, drafts, live conclusions, signing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.record import Sex
from desktop_app.domain.visit import DraftResult, VisitDraft
from tests.builders import a_registration, one_result
from tests.ui.ime import commit
from tests.ui.patient_stage import cell, type_and_follow, type_into, words_on
from ui.models.result_grid import Column

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.services import Services
    from ui.context import UiContext
    from ui.pages.patient import PatientPage

CTRL_ENTER = Qt.KeyboardModifier.ControlModifier


def test_the_page_opens_with_the_stored_conclusion_and_the_cursor_in_the_entry(
    page: PatientPage,
) -> None:
    assert page.verdict.verdict == "MGUS, non-IgM"
    assert "not signed yet" not in words_on(page.verdict)
    assert page.focusWidget() is page.entry.form.results["serum_m_protein"].number


def test_the_strip_says_who_and_what_is_not_known(
    services: Services, qtbot: QtBot, page: PatientPage
) -> None:
    assert "penicillin" in words_on(page.identity)
    assert "IgG-κ" in words_on(page.identity)
    stranger = services.patients.register(a_registration(2, birth_date="", sex=Sex.UNKNOWN))

    with qtbot.waitSignal(page.shown):
        page.open_patient(stranger)

    said = words_on(page.identity)
    assert "? allergies not asked" in said
    assert "no allergies" not in said
    assert "birth date unknown" in said
    assert "isotype unknown" in said


def test_hidden_names_are_hidden_in_the_strip_and_on_the_chart(
    qtbot: QtBot, page: PatientPage, context: UiContext
) -> None:
    assert "林小美" in words_on(page.identity)

    with qtbot.waitSignal(page.desk.followed):
        context.hide_names(hidden=True)

    assert "林小美" not in words_on(page.identity)
    assert page.chart.view.spec is not None
    assert "林小美" not in page.chart.view.spec.patient_label


def test_typing_changes_conclusion_grid_and_chart_before_anything_is_signed(
    qtbot: QtBot, page: PatientPage
) -> None:
    type_and_follow(qtbot, page, "serum_m_protein", "3.4")

    assert page.verdict.verdict != "MGUS, non-IgM"
    assert "not signed yet" in words_on(page.verdict)
    assert not page.verdict.accept.isEnabled()
    assert cell(page, 0, Column.LATEST) == "3.4"
    assert page.chart.view.spec is not None
    assert page.chart.view.spec.panels[0].series[0].points[-1].label.startswith("3.4")


def test_what_is_typed_is_kept_without_pressing_anything(
    qtbot: QtBot, services: Services, page: PatientPage, patient_id: int
) -> None:
    with qtbot.waitSignal(page.desk.keeper.kept):
        type_into(page, "hemoglobin", "１２．９")

    kept = services.visits.draft(patient_id)
    assert kept is not None
    assert kept.draft.results == (DraftResult("hemoglobin", "12.9", "g/dL"),)
    assert "draft saved" in page.entry.remark.text()


def test_leaving_hands_over_the_last_keystroke_before_anything_queued_later(
    qtbot: QtBot, services: Services, context: UiContext, page: PatientPage, patient_id: int
) -> None:
    type_into(page, "hemoglobin", "12.9")

    page.leave()

    found: list[object] = []
    context.tasks.run(lambda: services.visits.draft(patient_id), owner=page, done=found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert found[0] is not None


def test_another_patient_never_sees_the_draft_of_the_first(
    qtbot: QtBot, services: Services, page: PatientPage, patient_id: int
) -> None:
    other = services.patients.register(a_registration(2))
    type_into(page, "hemoglobin", "12.9")

    with qtbot.waitSignal(page.shown):
        page.open_patient(other)
    assert page.entry.draft() == VisitDraft(other, "2026-11-22")

    with qtbot.waitSignal(page.shown):
        page.open_patient(patient_id)
    assert page.entry.form.results["hemoglobin"].number.number_text() == "12.9"


def test_what_is_typed_while_the_page_is_read_anew_stays(
    qtbot: QtBot, services: Services, page: PatientPage, patient_id: int
) -> None:
    stored = services.assessments.stored(patient_id)
    assert stored is not None

    with qtbot.waitSignal(page.desk.answered):
        page.desk.accept(stored.assessment_id)
    type_into(page, "hemoglobin", "12.9")
    qtbot.waitSignal(page.shown).wait()

    assert page.entry.form.results["hemoglobin"].number.number_text() == "12.9"


def test_undo_walks_back_through_earlier_drafts(qtbot: QtBot, page: PatientPage) -> None:
    number = page.entry.form.results["hemoglobin"].number
    for text in ("1", "2"):
        with qtbot.waitSignal(page.desk.keeper.kept):
            commit(number, text)
    assert number.number_text() == "12"

    with qtbot.waitSignal(page.desk.earlier_found):
        qtbot.keyClick(
            number,
            Qt.Key.Key_Z,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
        )

    assert number.number_text() == "1"


def test_undo_says_when_nothing_is_earlier(qtbot: QtBot, page: PatientPage) -> None:
    with qtbot.waitSignal(page.desk.earlier_found):
        page.entry.earlier.click()

    assert "no earlier version" in page.banner.text()


def test_signing_stores_the_visit_and_enter_accepts_its_conclusion(
    qtbot: QtBot, services: Services, page: PatientPage, patient_id: int
) -> None:
    qtbot.keyClicks(page.entry.form.results["serum_m_protein"].number, "1.4")

    with qtbot.waitSignals([page.visit_recorded, page.shown]):
        qtbot.keyClick(page, Qt.Key.Key_Return, CTRL_ENTER)

    assert "signed" in page.banner.text()
    assert page.entry.draft().empty
    assert services.visits.draft(patient_id) is None
    assert page.focusWidget() is page.verdict.accept
    with qtbot.waitSignal(page.desk.answered):
        qtbot.keyClick(page.verdict.accept, Qt.Key.Key_Return)
    stored = services.assessments.stored(patient_id)
    assert stored is not None
    assert stored.accepted
    assert page.focusWidget() is page.entry.form.results["serum_m_protein"].number


def test_nothing_is_signed_while_nothing_is_entered(
    services: Services, page: PatientPage, patient_id: int
) -> None:
    before = len(services.visits.history(patient_id))

    page.sign.click()

    assert "Nothing has been entered" in page.banner.text()
    assert len(services.visits.history(patient_id)) == before

    type_into(page, "hemoglobin", "13.1")
    assert not page.banner.isVisible()


def test_a_refused_value_is_said_beside_its_field_and_nothing_is_lost(
    qtbot: QtBot, services: Services, page: PatientPage, patient_id: int
) -> None:
    type_into(page, "hemoglobin", "13.1")
    type_into(page, "calcium", "27x")
    before = len(services.visits.history(patient_id))

    with qtbot.waitSignal(page.desk.refused):
        page.sign.click()

    calcium = page.entry.form.results["calcium"]
    assert "27x" in calcium.message.text()
    assert page.focusWidget() is calcium.number
    assert page.entry.form.results["hemoglobin"].number.number_text() == "13.1"
    assert len(services.visits.history(patient_id)) == before


@pytest.mark.parametrize(("button", "visits"), [(0, 3), (1, 4)])
def test_a_second_visit_that_day_is_asked_about_in_the_page(
    qtbot: QtBot,
    services: Services,
    page: PatientPage,
    patient_id: int,
    button: int,
    visits: int,
) -> None:
    services.visits.record(one_result(patient_id, "1.3"))
    type_into(page, "hemoglobin", "13.1")
    with qtbot.waitSignal(page.desk.refused):
        page.sign.click()
    assert page.question.isVisible()

    with qtbot.waitSignal(page.visit_recorded):
        page.question.buttons[button].click()

    assert len(services.visits.history(patient_id)) == visits


def test_a_second_visit_that_is_not_wanted_leaves_the_draft(
    qtbot: QtBot, services: Services, page: PatientPage, patient_id: int
) -> None:
    services.visits.record(one_result(patient_id, "1.3"))
    type_into(page, "hemoglobin", "13.1")
    with qtbot.waitSignal(page.desk.refused):
        page.sign.click()

    qtbot.keyClick(page.question.buttons[0], Qt.Key.Key_Escape)

    assert not page.question.isVisible()
    assert page.entry.isAncestorOf(page.focusWidget())
    assert page.entry.isEnabled()
    assert page.entry.draft().results[0].text == "13.1"


def test_a_question_asked_again_has_the_focus_again(
    qtbot: QtBot, services: Services, page: PatientPage, patient_id: int
) -> None:
    services.visits.record(one_result(patient_id, "1.3"))
    type_into(page, "hemoglobin", "13.1")
    for _ in range(2):
        with qtbot.waitSignal(page.desk.refused):
            qtbot.keyClick(page, Qt.Key.Key_Return, CTRL_ENTER)

        assert page.focusWidget() is page.question.buttons[0]
        assert page.question.buttons[0].isVisible()


def test_signing_a_value_beyond_its_limits_asks_for_the_reason_with_the_cursor_there(
    qtbot: QtBot, page: PatientPage
) -> None:
    type_into(page, "hemoglobin", "99")

    with qtbot.waitSignal(page.desk.refused):
        qtbot.keyClick(page, Qt.Key.Key_Return, CTRL_ENTER)

    assert page.focusWidget() is page.entry.form.results["hemoglobin"].reason


def test_going_back_to_the_entry_replaces_what_stands_there(
    qtbot: QtBot, page: PatientPage
) -> None:
    first = page.entry.form.results["serum_m_protein"].number
    qtbot.keyClicks(first, "1.4")
    page.results.view.setFocus()

    page.entry.focus_first()
    qtbot.keyClicks(first, "2")

    assert first.text() == "2"


def test_folds_close_for_the_next_patient_and_after_signing(
    services: Services, qtbot: QtBot, page: PatientPage
) -> None:
    parts = page.entry.parts
    other = services.patients.register(a_registration(2))
    parts.opened("fish")
    with qtbot.waitSignal(page.shown):
        page.open_patient(page.patient_id)
    assert parts.folds[parts.fish].isChecked()

    with qtbot.waitSignal(page.shown):
        page.open_patient(other)
    assert not parts.folds[parts.fish].isChecked()
    assert not parts.fish.isVisible()

    parts.opened("lesions")
    type_and_follow(qtbot, page, "serum_m_protein", "1.2")
    with qtbot.waitSignal(page.visit_recorded):
        qtbot.keyClick(page, Qt.Key.Key_Return, CTRL_ENTER)
    assert not any(fold.isChecked() for fold in parts.folds.values())
