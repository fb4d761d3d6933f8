"""Lock what nobody uses, and what the computer itself was locked over; lose no character."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from desktop_app.domain.protection import LockCause
from tests.builders import a_draft, a_registration
from tests.conftest import PASSPHRASE
from tests.data.reading import rows
from tests.ui.ime import compose
from tests.ui.screen import show_active
from tests.ui.team_stage import a_window, log_in
from ui.idle_lock import IdleLock
from ui.input_watch import InputWatch
from ui.pages.patient import PatientPage
from ui.session_lock import SessionLock
from ui.widgets.number_edit import NumberEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QWindow
    from pytestqt.qtbot import QtBot

    from desktop_app.paths import Paths
    from desktop_app.services import Services
    from desktop_app.services.clock import FixedClock
    from ui.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("dressed")
CAUSES = "SELECT detail FROM audit WHERE action = 'record_locked' ORDER BY id"


@pytest.fixture
def idle(clock: FixedClock) -> Iterator[IdleLock]:
    """Give a watch of one minute that looks when it is told to."""
    made = IdleLock(InputWatch())
    made.timer.setInterval(10**6)
    made.start(clock, 1)
    yield made
    made.stop()


def seen(idle: IdleLock) -> tuple[list[int], list[LockCause]]:
    warnings: list[int] = []
    locks: list[LockCause] = []
    idle.warned.connect(warnings.append)
    idle.lock_wanted.connect(locks.append)
    return warnings, locks


def wait(idle: IdleLock, clock: FixedClock, seconds: int) -> None:
    """Let time pass as the timer sees it, a second at a time."""
    for _ in range(seconds):
        clock.advance(timedelta(seconds=1))
        idle.look()


def test_the_lock_comes_after_the_minutes_with_a_warning_of_thirty_seconds(
    idle: IdleLock, clock: FixedClock
) -> None:
    warnings, locks = seen(idle)

    wait(idle, clock, 29)
    assert (warnings, locks) == ([], [])
    wait(idle, clock, 1)
    assert warnings == [30]
    wait(idle, clock, 29)
    assert (warnings[-1], locks) == (1, [])
    wait(idle, clock, 1)

    assert locks == [LockCause.IDLE]


def press(window: QWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_A)


def move(window: QWindow) -> None:
    QTest.mouseMove(window, QPoint(7, 7))


def click(window: QWindow) -> None:
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


def write(window: QWindow) -> None:
    compose(field_of(window), "手")


def field_of(_window: QWindow) -> QWidget:
    field = QApplication.focusWidget()
    assert field is not None
    return field


@pytest.mark.parametrize("use", [press, move, click, write])
def test_any_use_in_any_window_begins_anew_and_takes_the_warning_back(
    qtbot: QtBot, idle: IdleLock, clock: FixedClock, use: Callable[[QWindow], None]
) -> None:
    warnings, locks = seen(idle)
    field = QLineEdit()
    qtbot.addWidget(field)
    show_active(qtbot, field)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    wait(idle, clock, 45)
    assert warnings[-1] == 15

    use(field.windowHandle())

    qtbot.waitUntil(lambda: warnings[-1] == 0)
    wait(idle, clock, 29)

    assert warnings[-1] == 0
    assert locks == []
    wait(idle, clock, 31)
    assert locks == [LockCause.IDLE]


def test_painting_is_no_use(qtbot: QtBot, idle: IdleLock, clock: FixedClock) -> None:
    _, locks = seen(idle)
    wait(idle, clock, 59)

    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    qtbot.waitExposed(field)
    wait(idle, clock, 1)

    assert locks == [LockCause.IDLE]


def test_a_computer_that_slept_is_locked_when_it_wakes(idle: IdleLock, clock: FixedClock) -> None:
    _, locks = seen(idle)
    clock.advance(timedelta(hours=3))

    idle.look()

    assert locks == [LockCause.SYSTEM]


def test_a_clock_that_was_set_back_neither_locks_nor_keeps_open_for_ever(
    idle: IdleLock, clock: FixedClock
) -> None:
    _, locks = seen(idle)
    clock.advance(-timedelta(days=2))

    wait(idle, clock, 59)
    assert locks == []
    wait(idle, clock, 2)

    assert locks == [LockCause.IDLE]


def test_who_stopped_watching_asks_for_no_lock(idle: IdleLock, clock: FixedClock) -> None:
    _, locks = seen(idle)
    idle.stop()

    wait(idle, clock, 200)

    assert locks == []


@pytest.fixture
def window(qtbot: QtBot, services: Services, paths: Paths) -> Iterator[MainWindow]:
    """Give the window on a record with one patient, unlocked."""
    services.visits.record(a_draft(services.patients.register(a_registration(1))))
    with a_window(qtbot, services, paths) as made:
        log_in(qtbot, made)
        made.guard.idle.timer.stop()
        yield made


def open_first(qtbot: QtBot, window: MainWindow) -> PatientPage:
    qtbot.keyClick(window.top_bar.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.pages.currentWidget(), PatientPage))
    page = window.pages.currentWidget()
    assert isinstance(page, PatientPage)
    qtbot.waitUntil(page.entry.isEnabled)
    return page


def first_number(page: PatientPage) -> NumberEdit:
    return next(edit for edit in page.findChildren(NumberEdit) if edit.isVisible())


def locked(qtbot: QtBot, window: MainWindow, services: Services) -> None:
    qtbot.waitUntil(lambda: services.clinic.state() == "locked")
    assert window.pages.currentWidget() is window.unlock_page


def test_the_clinic_decides_after_how_many_minutes(
    qtbot: QtBot, window: MainWindow, services: Services, clock: FixedClock
) -> None:
    services.clinic.confirm(PASSPHRASE)
    services.settings.keep_protection("2")
    window.lock()
    locked(qtbot, window, services)
    log_in(qtbot, window)
    window.guard.idle.timer.stop()

    wait(window.guard.idle, clock, 90)
    assert "Locks in 30 s" in window.top_bar.warning
    wait(window.guard.idle, clock, 30)

    locked(qtbot, window, services)
    assert window.top_bar.warning == ""


def test_what_was_typed_just_before_comes_back_letter_by_letter(
    qtbot: QtBot, window: MainWindow, services: Services, clock: FixedClock, paths: Paths
) -> None:
    page = open_first(qtbot, window)
    qtbot.keyClicks(first_number(page), "1.90")
    page.entry.note.setPlainText("  示範：疲倦、手麻\n第二行 ")
    page.entry.note.edited.emit()
    typed = page.entry.draft()

    wait(window.guard.idle, clock, 600)

    locked(qtbot, window, services)
    log_in(qtbot, window)
    qtbot.waitUntil(lambda: isinstance(window.pages.currentWidget(), PatientPage))
    again = window.pages.currentWidget()
    assert isinstance(again, PatientPage)
    qtbot.waitUntil(lambda: first_number(again).number_text() == "1.90")
    assert again.entry.draft() == typed
    assert rows(paths, CAUSES)[-1] == ("idle",)


def test_what_an_input_method_still_composes_is_kept(
    qtbot: QtBot, window: MainWindow, services: Services
) -> None:
    page = open_first(qtbot, window)
    note = page.entry.note
    note.setFocus()
    qtbot.waitUntil(note.hasFocus)
    compose(note, "手麻")
    assert note.toPlainText() == ""

    window.lock(LockCause.SYSTEM)

    locked(qtbot, window, services)
    log_in(qtbot, window)
    qtbot.waitUntil(lambda: isinstance(window.pages.currentWidget(), PatientPage))
    again = window.pages.currentWidget()
    assert isinstance(again, PatientPage)
    qtbot.waitUntil(lambda: again.entry.note.toPlainText() == "手麻")


def test_an_open_dialog_neither_holds_up_the_lock_nor_stays(
    qtbot: QtBot, window: MainWindow, services: Services, clock: FixedClock
) -> None:
    dialog = QDialog(window)
    dialog.setModal(True)
    dialog.show()
    wait(window.guard.idle, clock, 300)
    qtbot.keyClick(dialog, Qt.Key.Key_A)
    wait(window.guard.idle, clock, 300)
    assert services.clinic.state() == "open"

    wait(window.guard.idle, clock, 301)

    locked(qtbot, window, services)
    assert not dialog.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_an_open_list_of_choices_closes_with_the_lock(
    qtbot: QtBot, window: MainWindow, services: Services
) -> None:
    window.pages.show_register()
    register = window.pages.register
    assert register is not None
    register.leaflets.showPopup()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)

    window.lock()

    locked(qtbot, window, services)
    assert QApplication.activePopupWidget() is None


def test_the_lock_of_the_computer_locks_the_record(
    qtbot: QtBot, window: MainWindow, services: Services, paths: Paths
) -> None:
    session = window.guard.session
    assert isinstance(session, SessionLock)
    session.on_active_changed(False)
    assert services.clinic.state() == "open"

    session.on_active_changed(True)

    locked(qtbot, window, services)
    log_in(qtbot, window)
    window.lock()
    locked(qtbot, window, services)
    log_in(qtbot, window)
    assert rows(paths, CAUSES) == [("system",), ("demand",)]
