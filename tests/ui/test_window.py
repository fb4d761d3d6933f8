"""Test the whole window with real services: start, search, lock, language, names for readers."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop_app.domain.errors import StorageError
from tests.builders import NAME, a_draft, a_registration
from tests.conftest import PASSPHRASE
from tests.ui.screen import show_active
from ui.app import Start
from ui.pages.patient import PatientPage
from ui.pages.worklist import WorklistPage
from ui.widgets.chip import Chip
from ui.widgets.number_edit import NumberEdit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop_app.paths import Paths
    from desktop_app.services import Services
    from ui.main_window import MainWindow


pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def start(qtbot: QtBot, services: Services, paths: Paths) -> Iterator[Start]:
    """Start the window on a record with two patients, locked."""
    first = services.patients.register(a_registration(1))
    services.patients.register(a_registration(2, name="示範 病人乙"))
    services.visits.record(a_draft(first))
    services.clinic.lock()
    started = Start(paths, lambda: services)
    started.context.languages.use("en")
    qtbot.addWidget(started.window)
    show_active(qtbot, started.window)
    yield started
    started.close()


@pytest.fixture
def window(qtbot: QtBot, start: Start) -> MainWindow:
    """Give the window with the record unlocked and the list filled."""
    qtbot.waitUntil(lambda: start.context.ready)
    unlock(qtbot, start.window)
    return start.window


def unlock(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.unlock_page.unlocked):
        window.unlock_page.unlock_with(PASSPHRASE)
    qtbot.waitUntil(lambda: listed(window) != [])


def listed(window: MainWindow) -> list[str]:
    worklist = window.pages.worklist
    return [] if worklist is None else [row.name for row in worklist.model.rows]


def open_first(qtbot: QtBot, window: MainWindow) -> PatientPage:
    qtbot.keyClick(window.top_bar.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.pages.currentWidget(), PatientPage))
    page = window.pages.currentWidget()
    assert isinstance(page, PatientPage)
    return page


def test_keys_are_taken_before_the_services_are_there(
    qtbot: QtBot, services: Services, paths: Paths
) -> None:
    services.clinic.lock()
    gate = threading.Event()

    def build() -> Services:
        gate.wait()
        return services

    started = Start(paths, build)
    qtbot.addWidget(started.window)
    show_active(qtbot, started.window)
    field = started.window.unlock_page.form.passphrase
    qtbot.waitUntil(lambda: started.tasks.busy)

    qtbot.keyClicks(field, "correct")

    assert field.text() == "correct"
    assert not started.context.ready
    gate.set()
    qtbot.waitUntil(lambda: started.context.ready)
    started.close()


def test_the_cursor_is_in_the_search_field_once_the_record_is_open(
    qtbot: QtBot, window: MainWindow
) -> None:
    qtbot.waitUntil(lambda: window.focusWidget() is window.top_bar.search)
    assert isinstance(window.pages.currentWidget(), WorklistPage)


def test_typing_filters_and_enter_opens_the_patient(qtbot: QtBot, window: MainWindow) -> None:
    window.top_bar.search.setText("病人乙")
    qtbot.waitUntil(lambda: listed(window) == ["示範 病人乙"])

    page = open_first(qtbot, window)

    assert page.patient_id == window.pages.open_patient_id
    assert window.top_bar.search.text() == ""


def test_escape_in_the_search_field_goes_back_to_the_patient(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = open_first(qtbot, window)
    qtbot.keyClicks(window.top_bar.search, "che")
    qtbot.waitUntil(lambda: window.pages.worklist_shown)

    qtbot.keyClick(window.top_bar.search, Qt.Key.Key_Escape)
    assert window.top_bar.search.text() == ""
    qtbot.keyClick(window.top_bar.search, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: window.pages.currentWidget() is page)


def first_number(page: QWidget) -> NumberEdit:
    """Give the first number field of the entry."""
    return next(edit for edit in page.findChildren(NumberEdit) if edit.isVisible())


def press_lock(qtbot: QtBot, window: MainWindow) -> None:
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_L, modifiers)


def test_the_lock_shows_nothing_of_the_record_and_unlocking_brings_the_draft_back(
    qtbot: QtBot, start: Start, window: MainWindow, services: Services
) -> None:
    page = open_first(qtbot, window)
    patient_id = page.patient_id
    qtbot.waitUntil(lambda: not start.tasks.busy)
    qtbot.keyClicks(first_number(page), "1.9")

    press_lock(qtbot, window)

    qtbot.waitUntil(lambda: services.clinic.state() == "locked")
    assert window.pages.currentWidget() is window.unlock_page
    assert not window.top_bar.isVisible()
    assert window.pages.worklist is None
    assert not [child for child in window.findChildren(PatientPage) if child.isVisible()]
    unlock(qtbot, window)
    qtbot.waitUntil(lambda: window.pages.open_patient_id == patient_id)
    again = window.pages.currentWidget()
    qtbot.waitUntil(lambda: first_number(again).number_text() == "1.9")


def test_a_registration_half_typed_survives_the_lock_and_a_way_back(
    qtbot: QtBot, window: MainWindow, services: Services
) -> None:
    window.pages.show_register()
    assert window.pages.register is not None
    qtbot.keyClicks(window.pages.register.number, "77")

    press_lock(qtbot, window)
    qtbot.waitUntil(lambda: services.clinic.state() == "locked")
    unlock(qtbot, window)

    qtbot.waitUntil(lambda: window.pages.register_shown)
    register = window.pages.register
    assert register is not None
    assert register.number.text() == "77"
    qtbot.keyClick(register, Qt.Key.Key_Escape)
    assert window.pages.worklist_shown
    window.pages.show_register()
    assert register.number.text() == "77"
    register.banner.action_requested.emit()
    assert register.number.text() == ""


def test_an_open_dialog_does_not_hold_up_the_lock(
    qtbot: QtBot, window: MainWindow, services: Services
) -> None:
    dialog = QDialog(window)
    dialog.show()

    window.lock()

    qtbot.waitUntil(lambda: services.clinic.state() == "locked")
    assert not dialog.isVisible()


def test_nothing_of_the_shell_works_while_the_record_is_locked(qtbot: QtBot, start: Start) -> None:
    window = start.window
    qtbot.keyClick(window, Qt.Key.Key_F8)
    press_lock(qtbot, window)

    assert not start.context.names_hidden
    assert window.pages.currentWidget() is window.unlock_page


def test_f8_hides_the_names_and_remembers_it(
    qtbot: QtBot, start: Start, window: MainWindow, paths: Paths
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F8)

    worklist = window.pages.worklist
    assert worklist is not None
    assert NAME not in str(worklist.model.index(0, 0).data())
    start.close()
    assert "hide_names=true" in paths.device_settings.read_text("utf-8")


def test_the_language_changes_while_the_window_is_open_and_is_remembered(
    qtbot: QtBot, start: Start, window: MainWindow, paths: Paths
) -> None:
    worklist = window.pages.worklist
    assert worklist is not None

    start.context.languages.use("zh-CN")
    qtbot.waitUntil(lambda: str(worklist.model.headerData(0, Qt.Orientation.Horizontal)) == "患者")
    start.context.languages.use("zh-TW")
    qtbot.waitUntil(lambda: str(worklist.model.headerData(0, Qt.Orientation.Horizontal)) == "病人")

    start.close()
    assert "language=zh-TW" in paths.device_settings.read_text("utf-8")


def test_the_window_comes_back_where_it_was(
    qtbot: QtBot, start: Start, window: MainWindow, services: Services, paths: Paths
) -> None:
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(1180, 700)
    window.close()
    start.close()

    again = Start(paths, lambda: services)
    qtbot.addWidget(again.window)

    assert (again.window.width(), again.window.height()) == (1180, 700)
    assert not again.window.isMaximized()
    again.close()


def nameless(root: QWidget) -> list[str]:
    """List the widgets that take the focus but tell a screen reader nothing."""
    found = []
    for widget in root.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None:
            continue
        if not widget.isVisible() or not widget.isEnabled():
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.objectName()} in {parents(widget)}")
    return found


def parents(widget: QWidget) -> str:
    names = []
    parent = widget.parentWidget()
    while parent is not None:
        names.append(type(parent).__name__)
        parent = parent.parentWidget()
    return " < ".join(names[:4])


@pytest.mark.parametrize("language", ["en", "zh-TW", "zh-CN"])
def test_everything_that_takes_the_focus_has_a_name(
    qtbot: QtBot, start: Start, language: str
) -> None:
    window = start.window
    start.context.languages.use(language)
    qtbot.waitUntil(lambda: start.context.ready)
    assert nameless(window) == []
    unlock(qtbot, window)
    assert nameless(window) == []
    window.pages.show_register("")
    assert nameless(window) == []
    window.pages.show_worklist()
    open_first(qtbot, window)
    qtbot.waitUntil(lambda: not start.tasks.busy)
    assert nameless(window) == []
    assert QApplication.activeModalWidget() is None


def test_a_demonstration_opens_by_itself_and_says_what_it_is(
    qtbot: QtBot, services: Services, paths: Paths
) -> None:
    services.patients.register(a_registration(1))
    services.clinic.lock()
    started = Start(paths, lambda: services, PASSPHRASE)
    started.context.languages.use("en")
    qtbot.addWidget(started.window)

    show_active(qtbot, started.window)

    qtbot.waitUntil(lambda: listed(started.window) != [])
    shown = [chip.text() for chip in started.window.findChildren(Chip) if chip.isVisible()]
    assert any("fictional" in text for text in shown)
    started.close()


def test_what_fails_while_loading_is_said_and_can_be_tried_again(
    qtbot: QtBot, services: Services, paths: Paths
) -> None:
    services.clinic.lock()
    tries: list[int] = []

    def build() -> Services:
        tries.append(1)
        if len(tries) == 1:
            raise StorageError("disk_full")
        return services

    started = Start(paths, build)
    started.context.languages.use("en")
    qtbot.addWidget(started.window)
    show_active(qtbot, started.window)
    page = started.window.unlock_page
    qtbot.waitUntil(page.trouble.isVisible)
    assert "disk is full" in page.trouble.text()

    page.trouble.retry_button.click()

    qtbot.waitUntil(lambda: started.context.ready)
    with qtbot.waitSignal(page.unlocked):
        page.unlock_with(PASSPHRASE)
    started.close()


def test_the_rules_are_reached_from_the_list_and_lead_to_a_patient(
    qtbot: QtBot, window: MainWindow
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    rules = window.pages.rules
    assert rules is not None
    assert window.pages.currentWidget() is rules
    assert rules.isAncestorOf(window.focusWidget())
    with qtbot.waitSignal(rules.compared):
        qtbot.keyClick(rules, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    rules.open_requested.emit(1)

    assert isinstance(window.pages.currentWidget(), PatientPage)
    window.lock()
    assert window.pages.rules is None
