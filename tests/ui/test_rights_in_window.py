"""Offer in the window what a role allows, and the emergency path to who may not read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from desktop_app.services.patients import PatientService
from tests.builders import NAME, a_draft, a_registration
from tests.data.reading import rows
from tests.ui.team_stage import a_window, add_team, log_in
from tests.ui.test_window import nameless
from ui.pages.patient import PatientPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from desktop_app.paths import Paths
    from desktop_app.services import Services
    from ui.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("dressed")
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, services: Services, paths: Paths) -> Iterator[MainWindow]:
    """Give the locked window on a record with a visited patient and four users."""
    services.visits.record(a_draft(services.patients.register(a_registration(1))))
    add_team(services)
    with a_window(qtbot, services, paths) as made:
        yield made


def offered(page: QWidget) -> set[str]:
    return {action.objectName() for action in page.findChildren(QAction) if action.isVisible()}


def list_of(window: MainWindow) -> QWidget:
    assert window.pages.worklist is not None
    return window.pages.worklist


def titles(window: MainWindow) -> list[str]:
    worklist = window.pages.worklist
    assert worklist is not None
    columns = range(worklist.model.columnCount())
    return [str(worklist.model.headerData(x, Qt.Orientation.Horizontal)) for x in columns]


def open_first(qtbot: QtBot, window: MainWindow) -> None:
    worklist = window.pages.worklist
    assert worklist is not None
    qtbot.waitUntil(lambda: len(worklist.model.rows) == 1)
    qtbot.keyClick(window.top_bar.search, Qt.Key.Key_Return)


def patient_page(qtbot: QtBot, window: MainWindow) -> PatientPage:
    qtbot.waitUntil(lambda: isinstance(window.pages.currentWidget(), PatientPage))
    page = window.pages.currentWidget()
    assert isinstance(page, PatientPage)
    qtbot.waitUntil(lambda: page.verdict.verdict != "")
    return page


def test_the_reception_sees_who_is_due_and_not_why(qtbot: QtBot, window: MainWindow) -> None:
    log_in(qtbot, window, "chen")

    assert titles(window) == ["Patient", "Last visit", "Next due"]
    seen = offered(list_of(window))
    assert {"open", "register", "users"} <= seen
    assert not {"imports", "rules", "settings", "audit", "backups"} & seen
    qtbot.keyClick(window, Qt.Key.Key_R, CTRL)
    qtbot.keyClick(window, Qt.Key.Key_Comma, CTRL)
    qtbot.keyClick(window, Qt.Key.Key_J, CTRL)
    assert window.pages.worklist_shown


def test_the_reception_reads_a_patient_only_in_an_emergency_with_a_reason(
    qtbot: QtBot, window: MainWindow, services: Services, paths: Paths
) -> None:
    log_in(qtbot, window, "chen")
    open_first(qtbot, window)
    worklist = window.pages.worklist
    assert worklist is not None
    bar = worklist.emergency
    qtbot.waitUntil(bar.reason.hasFocus)
    qtbot.keyClick(bar.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "reason" in bar.message().lower() and bar.isVisible())
    assert not window.emergency.isVisible()
    bar.reason.setText("collapsed in the waiting room")

    qtbot.keyClick(bar.reason, Qt.Key.Key_Return)

    page = patient_page(qtbot, window)
    assert window.emergency.isVisible()
    assert "Emergency access" in window.emergency.text()
    assert not page.entry.isEnabled()
    assert not {"sign", "override", "leaflet", "paste_lab", "all_negative"} & offered(page)
    assert not page.verdict.accept.isVisible()
    said = rows(paths, "SELECT actor, detail FROM audit WHERE action = 'emergency_begun'")
    assert said == [("chen", "collapsed in the waiting room")]
    window.pages.show_worklist()
    assert window.emergency.isVisible()
    assert "Diagnosis" in titles(window)

    window.lock()
    assert not window.emergency.isVisible()
    log_in(qtbot, window, "chen")
    qtbot.waitUntil(lambda: window.pages.worklist_shown)
    assert not services.clinic.emergency
    assert "Diagnosis" not in titles(window)


def test_escape_leaves_the_emergency_question(qtbot: QtBot, window: MainWindow) -> None:
    log_in(qtbot, window, "chen")
    open_first(qtbot, window)
    worklist = window.pages.worklist
    assert worklist is not None
    qtbot.waitUntil(worklist.emergency.reason.hasFocus)

    qtbot.keyClick(worklist.emergency.reason, Qt.Key.Key_Escape)

    assert not worklist.emergency.isVisible()
    assert window.pages.worklist_shown


def test_whom_the_reception_registers_is_in_the_list(qtbot: QtBot, window: MainWindow) -> None:
    log_in(qtbot, window, "chen")
    window.pages.show_register()
    register = window.pages.register
    assert register is not None
    register.number.setText("A-77")
    register.name.setText("示範 病人丙")

    qtbot.keyClick(register, Qt.Key.Key_Return, CTRL)

    qtbot.waitUntil(lambda: window.pages.worklist_shown)
    worklist = window.pages.worklist
    assert worklist is not None
    assert not worklist.emergency.isVisible()
    qtbot.waitUntil(lambda: worklist.scopes is not None and not window._context.tasks.busy)


def test_a_nurse_types_a_visit_that_a_doctor_signs(
    qtbot: QtBot, window: MainWindow, services: Services
) -> None:
    log_in(qtbot, window, "lin")
    open_first(qtbot, window)

    page = patient_page(qtbot, window)

    assert page.entry.isEnabled()
    seen = offered(page)
    assert {"leaflet", "paste_lab", "all_negative"} <= seen
    assert not {"sign", "override", "merge"} & seen
    assert not page.verdict.accept.isVisible()
    page.entry.note.setPlainText("nausea")
    page.entry.note.edited.emit()
    qtbot.keyClick(page, Qt.Key.Key_Return, CTRL)
    page.leave()
    qtbot.waitUntil(lambda: not window._context.tasks.busy)
    draft = services.visits.draft(page.patient_id)
    assert draft is not None
    assert draft.draft.note == "nausea"
    page.results.values_wanted.emit("serum_m_protein")
    assert "role does not allow" in page.banner.text()


def test_an_administrator_keeps_users_and_the_log_and_reads_nobody(
    qtbot: QtBot, window: MainWindow
) -> None:
    log_in(qtbot, window, "wu")
    seen = offered(list_of(window))
    assert {"settings", "users", "audit"} <= seen
    assert not {"register", "imports", "rules"} & seen

    qtbot.keyClick(window, Qt.Key.Key_J, CTRL)
    audit = window.pages.audit
    assert audit is not None
    assert window.pages.currentWidget() is audit
    qtbot.waitUntil(lambda: len(audit.model.rows) > 0)
    qtbot.keyClick(window, Qt.Key.Key_U, CTRL)

    assert window.pages.currentWidget() is window.pages.users
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.pages.worklist_shown


def test_another_user_does_not_find_the_patient_whom_somebody_left_open(
    qtbot: QtBot, window: MainWindow
) -> None:
    log_in(qtbot, window, "lin")
    open_first(qtbot, window)
    patient_page(qtbot, window)
    window.lock()

    log_in(qtbot, window)

    assert window.pages.worklist_shown
    assert window.top_bar._who.text() == "owner"


def test_names_stay_hidden_for_every_user(
    qtbot: QtBot, window: MainWindow, services: Services
) -> None:
    log_in(qtbot, window, "chen")
    worklist = window.pages.worklist
    assert worklist is not None
    qtbot.waitUntil(lambda: len(worklist.model.rows) == 1)

    qtbot.keyClick(window, Qt.Key.Key_F8)

    assert NAME not in str(worklist.model.index(0, 0).data())
    assert isinstance(services.patients, PatientService)


@pytest.mark.parametrize("language", ["en", "zh-TW", "zh-CN"])
def test_everything_that_takes_the_focus_has_a_name(
    qtbot: QtBot, window: MainWindow, language: str
) -> None:
    window._context.languages.use(language)
    window.unlock_page.form.forgotten_button.click()
    assert nameless(window) == []
    window.unlock_page.recovery_form.back_button.click()
    log_in(qtbot, window)
    for show in (window.pages.show_users, window.pages.show_audit):
        show()
        qtbot.waitUntil(lambda: not window._context.tasks.busy)
        assert nameless(window) == []
    window.pages.show_users()
    assert window.pages.users is not None
    window.pages.users.retire.click()
    window.pages.users.recovery.make.click()
    qtbot.waitUntil(window.pages.users.confirm.isVisible)
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    assert nameless(window) == []
    window.pages.show_worklist()
    assert window.pages.worklist is not None
    window.pages.worklist.emergency.ask(1)
    assert nameless(window) == []
