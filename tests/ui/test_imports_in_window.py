"""Test imports in the whole window: the key, the chip of waiting files, and the lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.builders import a_draft, a_registration
from tests.conftest import PASSPHRASE
from tests.ui.paste_stage import CONTROL_SHIFT, EIGHT, paste, press, stored_results
from tests.ui.screen import show_active
from ui.app import Start
from ui.import_folder import watch_folder
from ui.pages.imports import ImportsPage
from ui.pages.patient import PatientPage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.paths import Paths
    from desktop_app.services import Services
    from ui.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("dressed")
FILE = "病歷號,採檢日期,檢驗項目,結果,單位\n0000001,2026-11-20,Hb,12.1,g/dL\n"


@pytest.fixture
def person(services: Services) -> int:
    """Give a patient with a visit a year ago."""
    made = services.patients.register(a_registration(1, record_number="0000001"))
    services.visits.record(a_draft(made, "2025-11-20"))
    return made


@pytest.fixture
def start(qtbot: QtBot, services: Services, paths: Paths, person: int) -> Iterator[Start]:
    """Start the window on that record, locked, with an empty folder that is watched."""
    assert person
    services.clinic.lock()
    folder = paths.data.parent / "lab"
    folder.mkdir()
    started = Start(paths, lambda: services)
    started.context.languages.use("en")
    watch_folder(started.context, str(folder))
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


@pytest.fixture
def folder(paths: Paths) -> Path:
    """Give the watched folder."""
    return paths.data.parent / "lab"


def unlock(qtbot: QtBot, window: MainWindow) -> None:
    """Unlock and wait for the list."""
    with qtbot.waitSignal(window.unlock_page.unlocked):
        window.unlock_page.unlock_with(PASSPHRASE)
    pages = window.pages
    qtbot.waitUntil(lambda: pages.worklist is not None and bool(pages.worklist.model.rows))


def open_patient(qtbot: QtBot, window: MainWindow, person: int) -> PatientPage:
    """Open the patient's page."""
    window.pages.show_patient(person)
    page = window.pages.patient
    assert page is not None
    with qtbot.waitSignal(page.shown):
        pass
    return page


def test_the_list_says_how_many_files_wait_and_leads_to_them(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    worklist = window.pages.worklist
    assert worklist is not None
    assert not worklist.waiting.isVisible()
    for name in ("a.csv", "b.csv"):
        (folder / name).write_text(FILE + name, "utf-8")

    worklist.refresh()
    qtbot.waitUntil(worklist.waiting.isVisible)
    assert worklist.waiting.text() == "2 files are waiting"
    worklist.waiting.click()

    page = window.pages.currentWidget()
    assert isinstance(page, ImportsPage)
    qtbot.waitUntil(lambda: page.files.list.count() == 2)


def test_the_import_opens_and_closes_by_keys(qtbot: QtBot, window: MainWindow) -> None:
    press(window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    page = window.pages.currentWidget()
    assert isinstance(page, ImportsPage)
    qtbot.waitUntil(lambda: window.focusWidget() is page.files.list)

    press(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    assert window.pages.worklist_shown


def test_a_lock_during_a_review_loses_nothing_that_was_stored(
    qtbot: QtBot, services: Services, window: MainWindow, person: int
) -> None:
    page = open_patient(qtbot, window, person)
    paste(qtbot, page, EIGHT)
    with qtbot.waitSignals([page.paste.desk.stored, page.shown]):
        press(page.paste.view.grid, Qt.Key.Key_Return)
    count = len(stored_results(services, person))
    paste(qtbot, page, EIGHT.replace("11-20", "11-21"))

    press(window, Qt.Key.Key_L, CONTROL_SHIFT)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.unlock_page)
    assert window.pages.patient is None
    unlock(qtbot, window)

    qtbot.waitUntil(lambda: window.pages.patient is not None)
    reopened = window.pages.patient
    assert reopened is not None
    qtbot.waitUntil(reopened.entry.isEnabled)
    assert reopened.paste.isHidden()
    assert len(stored_results(services, person)) == count


def test_a_lock_while_a_file_is_read_stores_nothing(
    qtbot: QtBot, services: Services, window: MainWindow, folder: Path, person: int
) -> None:
    count = len(stored_results(services, person))
    path = folder / "a.csv"
    path.write_text(FILE, "utf-8")
    window.pages.show_imports()
    page = window.pages.imports
    assert page is not None
    page.open_file(path)

    press(window, Qt.Key.Key_L, CONTROL_SHIFT)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.unlock_page)
    unlock(qtbot, window)

    assert window.pages.imports is None
    assert len(stored_results(services, person)) == count
