"""Test the whole window: backups by themselves, damage that shows, and a restore from inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.roles import Role
from tests.builders import a_draft, a_registration
from tests.conftest import PASSPHRASE
from tests.ui.backup_stage import damage
from tests.ui.screen import show_active
from ui.app import Start

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop_app.paths import Paths
    from desktop_app.services import Services
    from ui.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def start(qtbot: QtBot, services: Services, paths: Paths) -> Iterator[Start]:
    """Start the window on a record with one patient and one backup, locked."""
    services.visits.record(a_draft(services.patients.register(a_registration(1))))
    services.safety.back_up()
    services.patients.register(a_registration(2, name="示範 病人乙"))
    services.clinic.lock()
    started = Start(paths, lambda: services)
    started.context.languages.use("en")
    qtbot.addWidget(started.window)
    show_active(qtbot, started.window)
    qtbot.waitUntil(lambda: started.context.ready)
    yield started
    started.close()


@pytest.fixture
def window(qtbot: QtBot, start: Start) -> MainWindow:
    """Give the window with the record unlocked."""
    unlock(qtbot, start.window)
    return start.window


def unlock(qtbot: QtBot, window: MainWindow, passphrase: str = PASSPHRASE) -> None:
    with qtbot.waitSignal(window.unlock_page.unlocked):
        window.unlock_page.unlock_with(passphrase)
    qtbot.waitUntil(lambda: listed(window) > 0)
    qtbot.waitUntil(lambda: bool(window.backups.rows))


def listed(window: MainWindow) -> int:
    worklist = window.pages.worklist
    return 0 if worklist is None else len(worklist.model.rows)


def lock(qtbot: QtBot, window: MainWindow, services: Services) -> None:
    window.lock()
    qtbot.waitUntil(lambda: services.clinic.state() == "locked")


def test_the_watch_lives_with_the_open_record(
    qtbot: QtBot, window: MainWindow, services: Services
) -> None:
    assert window.backups.first.isActive()
    assert window.backups.timer.isActive()
    assert window.top_bar.backup.text() == "Backup just now"

    lock(qtbot, window, services)

    assert not window.backups.first.isActive()
    assert not window.backups.timer.isActive()


def test_the_key_and_the_chip_lead_to_the_backups_from_every_page(
    qtbot: QtBot, window: MainWindow
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    page = window.pages.backups
    assert page is not None
    assert window.pages.currentWidget() is page
    qtbot.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.pages.worklist_shown

    window.pages.show_settings()
    assert window.pages.settings is not None
    window.pages.settings.backups_button.click()
    assert window.pages.currentWidget() is page
    window.top_bar.backup.click()
    assert window.pages.currentWidget() is page


def test_whoever_may_not_back_up_sees_the_age_and_no_page(
    qtbot: QtBot, start: Start, services: Services
) -> None:
    services.clinic.unlock(PASSPHRASE)
    services.clinic.confirm(PASSPHRASE)
    services.users.add("lin", "Lin", (Role.RECEPTION,), PASSPHRASE + "2")
    services.clinic.lock()
    window = start.window
    window.unlock_page.form.set_users(("owner", "lin"), "lin")
    unlock(qtbot, window, PASSPHRASE + "2")

    window.top_bar.backup.click()

    assert window.pages.backups is None


def test_a_restore_from_inside_opens_the_record_of_then_and_says_so(
    qtbot: QtBot, window: MainWindow, services: Services
) -> None:
    assert services.patients.counts().all == 2
    window.pages.show_backups()
    page = window.pages.backups
    assert page is not None
    qtbot.waitUntil(lambda: bool(page.model.rows))
    page.restore()
    qtbot.waitUntil(page.form.isVisible)
    page.form.passphrase.setText(PASSPHRASE)
    page.form.try_button.click()
    qtbot.waitUntil(page.form.restore_button.isVisible)
    page.form.restore_button.click()
    qtbot.waitUntil(page.confirm.isVisible)
    page.confirm.passphrase.setText(PASSPHRASE)
    page.confirm.go_on.click()

    qtbot.waitUntil(lambda: "Restored from the backup" in window.notice.text())
    qtbot.waitUntil(lambda: listed(window) == 1)
    assert services.patients.counts().all == 1
    assert window.pages.backups is None
    assert window.pages.worklist_shown
    assert window.backups.timer.isActive()
    assert services.clinic.state() == "open"


def test_damage_found_after_unlocking_is_told_above_every_page(
    qtbot: QtBot, start: Start, paths: Paths
) -> None:
    damage(paths.record)
    window = start.window
    unlock(qtbot, window)

    window.backups.look()

    qtbot.waitUntil(lambda: "record file is damaged" in window.notice.text())
    window.notice.show_unsound("entries_lost")
    assert "record file is damaged" in window.notice.text()
    window.notice.banner.action_requested.emit()
    assert window.pages.currentWidget() is window.pages.backups
    assert not window.notice.isVisible()


def test_lost_entries_are_told_once_and_put_away(
    qtbot: QtBot, start: Start, services: Services, paths: Paths
) -> None:
    before = paths.record.read_bytes()
    services.clinic.unlock(PASSPHRASE)
    services.patients.register(a_registration(3, name="示範 病人丙"))
    services.clinic.lock()
    paths.record.write_bytes(before)  # as after a crash whose journal is gone
    window = start.window
    unlock(qtbot, window)

    window.backups.look_over()

    qtbot.waitUntil(lambda: "newest entries are gone" in window.notice.text())
    start.context.languages.use("zh-TW")
    qtbot.waitUntil(lambda: "最新輸入的內容遺失" in window.notice.text())
    window.notice.banner.closed.emit()
    assert window.notice.text() == ""


def test_a_rescue_at_the_door_opens_the_window_and_says_what_was_restored(
    qtbot: QtBot, start: Start, paths: Paths
) -> None:
    paths.record.unlink()
    window = start.window
    window.unlock_page.unlock_with(PASSPHRASE)
    qtbot.waitUntil(window.unlock_page.trouble.rescue.restore_button.isVisible)

    window.unlock_page.trouble.rescue.passphrase.setText(PASSPHRASE)
    window.unlock_page.trouble.rescue.restore_button.click()

    qtbot.waitUntil(lambda: "1 patient, 1 visit, 8 results" in window.notice.text())
    qtbot.waitUntil(lambda: listed(window) == 1)


def test_a_restore_that_leaves_the_record_shut_ends_at_the_door(
    qtbot: QtBot, window: MainWindow, services: Services
) -> None:
    from desktop_app.domain.errors import StorageError

    window.pages.shut.emit(StorageError("disk_full"))

    assert window.unlock_page.trouble.isVisible()
    assert "disk is full" in window.unlock_page.trouble.text()
    qtbot.waitUntil(lambda: services.clinic.state() == "locked")


def test_what_cannot_be_looked_over_is_said_without_alarm(window: MainWindow) -> None:
    window.backups.unsound.emit("folder_not_writable")

    assert "could not be looked over" in window.notice.text()
