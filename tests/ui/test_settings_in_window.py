"""Test how the settings are reached, left, locked away and closed: nothing is lost in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.builders import a_draft, a_registration
from tests.conftest import PASSPHRASE
from tests.ui.ime import commit
from tests.ui.screen import show_active
from ui.app import Start
from ui.pages.settings import SettingsPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop_app.paths import Paths
    from desktop_app.services import Services
    from ui.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("dressed")
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, services: Services, paths: Paths) -> Iterator[MainWindow]:
    """Give the window on a record with one patient, unlocked."""
    services.visits.record(a_draft(services.patients.register(a_registration(1))))
    services.clinic.lock()
    started = Start(paths, lambda: services)
    started.context.languages.use("en")
    qtbot.addWidget(started.window)
    show_active(qtbot, started.window)
    qtbot.waitUntil(lambda: started.context.ready)
    unlock(qtbot, started.window)
    yield started.window
    started.close()


def unlock(qtbot: QtBot, window: MainWindow) -> None:
    """Open the record."""
    with qtbot.waitSignal(window.unlock_page.unlocked):
        window.unlock_page.unlock_with(PASSPHRASE)
    qtbot.waitUntil(lambda: window.pages.worklist_shown)


def open_settings(qtbot: QtBot, window: MainWindow) -> SettingsPage:
    """Open the settings by their key, from any page."""
    qtbot.keyClick(window, Qt.Key.Key_Comma, CTRL)
    page = window.pages.settings
    assert page is not None
    assert window.pages.settings_shown
    qtbot.waitUntil(page.lines["name"].hasFocus)
    return page


def test_a_key_opens_the_settings_and_another_goes_back_to_the_list(
    qtbot: QtBot, window: MainWindow
) -> None:
    open_settings(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_Comma, CTRL)  # it is there already
    assert window.pages.settings_shown

    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)

    assert window.pages.worklist_shown


def test_the_list_has_a_button_for_the_settings(window: MainWindow) -> None:
    assert window.pages.worklist is not None

    window.pages.worklist.settings_requested.emit()

    assert window.pages.settings_shown


def test_going_back_reads_the_patient_anew_under_the_new_policy(
    qtbot: QtBot, window: MainWindow
) -> None:
    qtbot.waitUntil(lambda: bool(window.pages.worklist and window.pages.worklist.model.rows))
    qtbot.keyClick(window.top_bar.search, Qt.Key.Key_Return)
    patient = window.pages.patient
    assert patient is not None
    qtbot.waitUntil(patient.entry.isEnabled)
    page = open_settings(qtbot, window)

    with qtbot.waitSignal(patient.shown):
        page.back_requested.emit()

    assert window.pages.currentWidget() is patient


def test_going_back_to_a_registration_leaves_it_as_it_was(qtbot: QtBot, window: MainWindow) -> None:
    window.pages.show_register("王")
    page = open_settings(qtbot, window)

    page.back_requested.emit()

    assert window.pages.register_shown
    assert window.pages.register is not None
    assert window.pages.register.name.text() == "王"


def test_unsaved_settings_come_back_after_a_lock(qtbot: QtBot, window: MainWindow) -> None:
    page = open_settings(qtbot, window)
    commit(page.lines["name"], "半個名字")

    window.lock()
    assert window.pages.settings is None
    unlock(qtbot, window)

    again = open_settings(qtbot, window)
    assert again is not page
    assert again.lines["name"].text() == "半個名字"
    assert again.banner.isVisibleTo(again) or again.unsaved() is not None


def test_closing_asks_once_in_the_page_about_unsaved_settings(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = open_settings(qtbot, window)
    commit(page.lines["name"], "半個名字")
    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)

    assert not window.close()
    assert window.pages.settings_shown
    assert "close once more" in page.banner.text()
    assert page.lines["name"].text() == "半個名字"

    assert window.close()


def test_closing_after_saving_asks_nothing(qtbot: QtBot, window: MainWindow) -> None:
    page = open_settings(qtbot, window)
    commit(page.lines["name"], "示範診所")
    with qtbot.waitSignal(page.saved):
        qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)

    assert window.close()


def test_the_settings_have_no_key_while_the_record_is_locked(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.lock()

    qtbot.keyClick(window, Qt.Key.Key_Comma, CTRL)

    assert window.pages.settings is None
