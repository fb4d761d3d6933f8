"""Test the page of backups on a real record: make, try out, check, and bring back."""

from __future__ import annotations

import json
from datetime import timedelta
from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.conftest import PASSPHRASE
from tests.data.reading import key_of, raw
from tests.ui.backup_stage import a_visit, a_watch, damage
from tests.ui.patient_stage import words_on
from tests.ui.screen import show_active
from ui.pages import backups as page_module
from ui.pages.backups import BackupsPage
from ui.second_place import keep_second_problem, second_place
from ui.widgets.backups import second_place_row

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.paths import Paths
    from desktop_app.services import Services
    from desktop_app.services.clock import FixedClock
    from ui.context import UiContext


@pytest.fixture
def page(qtbot: QtBot, context: UiContext, services: Services, clock: FixedClock) -> BackupsPage:
    """Give the page of a record that got a second patient after its only backup."""
    a_visit(services)
    services.safety.back_up()
    clock.advance(timedelta(hours=3))
    a_visit(services, 2)
    made = BackupsPage(context, a_watch(qtbot, context))
    qtbot.addWidget(made)
    made.resize(1366, 724)
    show_active(qtbot, made)
    made.start()
    qtbot.waitUntil(lambda: bool(made.model.rows))
    return made


def ask(qtbot: QtBot, page: BackupsPage, *, restoring: bool) -> None:
    page.restore() if restoring else page.try_out()
    qtbot.waitUntil(page.form.isVisible)


def try_with(qtbot: QtBot, page: BackupsPage, passphrase: str) -> None:
    page.form.passphrase.setText(passphrase)
    qtbot.keyClick(page.form.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.form.busy)


def restore(qtbot: QtBot, page: BackupsPage) -> None:
    ask(qtbot, page, restoring=True)
    try_with(qtbot, page, PASSPHRASE)
    page.form.restore_button.click()
    qtbot.waitUntil(page.confirm.isVisible)


def test_the_list_says_when_why_how_much_and_where(page: BackupsPage, paths: Paths) -> None:
    said = [str(page.model.index(0, column).data()) for column in range(6)]

    assert "3 h ago" in said[0]
    assert said[1:4] == ["regular", "1", "1"]
    assert said[4].endswith("MB")
    assert said[5].startswith(str(paths.backups))
    assert "Last backup: 2026-11-22" in words_on(page)


def test_a_backup_is_made_by_its_key_and_told(qtbot: QtBot, page: BackupsPage) -> None:
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(page.banner.isVisible)
    assert "2 patients, 2 visits" in page.banner.text()
    qtbot.waitUntil(lambda: len(page.model.rows) == 2)


def test_work_shows_its_progress_and_escape_stops_it(
    qtbot: QtBot, page: BackupsPage, context: UiContext
) -> None:
    gate = Event()
    context.copies.run(gate.wait, owner=page)
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.progress.isVisible()
    assert not page.buttons["back_up"].isEnabled()

    qtbot.keyClick(page, Qt.Key.Key_Escape)
    gate.set()

    qtbot.waitUntil(page.banner.isVisible)
    assert "Stopped" in page.banner.text()
    assert not page.progress.isVisible()
    assert len(page.model.rows) == 1


def test_a_fire_drill_compares_with_now_and_leaves_a_slip(
    qtbot: QtBot, page: BackupsPage, paths: Paths
) -> None:
    ask(qtbot, page, restoring=False)

    try_with(qtbot, page, "not the passphrase")
    assert "does not open the backup" in page.form.text()
    try_with(qtbot, page, PASSPHRASE)

    said = page.form.text()
    assert "It holds: 1 patient, 1 visit, 8 results." in said
    assert "The record of now: 2 patients, 2 visits, 16 results." in said
    assert "Entered since this backup: 1 patient, 1 visit, 8 results" in said
    slip = next(paths.backups.glob("fire-drill-*.json"))
    assert slip.name in said
    assert json.loads(slip.read_text())["passed"]
    assert not page.form.restore_button.isVisible()


def test_a_backup_that_is_damaged_says_so_and_cannot_be_restored(
    qtbot: QtBot, page: BackupsPage
) -> None:
    damage(page.model.rows[0].path)
    ask(qtbot, page, restoring=True)

    try_with(qtbot, page, PASSPHRASE)

    assert "This file is damaged" in page.form.text()
    assert not page.form.restore_button.isVisible()


def test_a_backup_without_keys_is_named_before_a_passphrase_is_asked(
    qtbot: QtBot, page: BackupsPage
) -> None:
    page.model.rows[0].path.with_suffix(".keys").unlink()

    page.try_out()

    qtbot.waitUntil(page.banner.isVisible)
    assert ".keys" in page.banner.text()
    assert not page.form.isVisible()


def test_a_restore_shows_what_is_lost_asks_again_and_then_restores(
    qtbot: QtBot, page: BackupsPage, services: Services, paths: Paths
) -> None:
    ask(qtbot, page, restoring=True)
    try_with(qtbot, page, PASSPHRASE)
    assert "gone from the record after a restore: 1 patient, 1 visit" in page.form.text()
    assert "before-restore" in page.form.text()
    assert services.patients.counts().all == 2

    page.form.restore_button.click()
    qtbot.waitUntil(page.confirm.isVisible)
    page.confirm.passphrase.setText(PASSPHRASE)
    with qtbot.waitSignal(page.restored):
        qtbot.keyClick(page.confirm.passphrase, Qt.Key.Key_Return)

    assert services.patients.counts().all == 1
    assert list(paths.backups.glob("before-restore-*/clinic.db"))


def test_a_restore_that_is_not_confirmed_changes_nothing(
    qtbot: QtBot, page: BackupsPage, services: Services
) -> None:
    restore(qtbot, page)
    assert not page.progress.isVisible()

    qtbot.keyClick(page.confirm.passphrase, Qt.Key.Key_Escape)

    assert not page.form.busy
    assert page.desk.job == ""
    assert services.patients.counts().all == 2
    assert page.buttons["back_up"].isEnabled()


def test_a_restore_of_a_file_that_was_spoilt_meanwhile_leaves_the_record_open(
    qtbot: QtBot, page: BackupsPage, services: Services
) -> None:
    restore(qtbot, page)
    damage(page.model.rows[0].path)

    page.confirm.passphrase.setText(PASSPHRASE)
    page.confirm.go_on.click()

    qtbot.waitUntil(lambda: "This file is damaged" in page.form.text())
    assert services.patients.counts().all == 2


def test_a_restored_record_that_cannot_be_opened_is_handed_to_the_door(
    qtbot: QtBot, page: BackupsPage, services: Services
) -> None:
    from desktop_app.domain.errors import StorageError

    services.clinic.lock()

    with qtbot.waitSignal(page.shut) as shut:
        page.desk.job = "restore"
        page.desk._on_not_restored(StorageError("disk_full"))

    assert shut.args[0].code == "disk_full"


def test_a_whole_record_passes_the_check(qtbot: QtBot, page: BackupsPage) -> None:
    qtbot.keyClick(page, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)

    qtbot.waitUntil(page.banner.isVisible)
    assert "2 patients, 2 visits, 16 results" in page.banner.text()


def test_the_check_names_every_line_of_the_log_that_was_changed(
    qtbot: QtBot, page: BackupsPage, services: Services, paths: Paths
) -> None:
    services.clinic.lock()
    with raw(paths.record, key_of(paths)) as connection:
        for trigger in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {trigger[0]}")
        connection.execute("UPDATE audit SET actor = 'nobody' WHERE id IN (2, 3)")
    services.clinic.unlock(PASSPHRASE)

    page.verify()

    qtbot.waitUntil(page.banner.isVisible)
    assert "Line 2 of the log was changed." in page.banner.text()
    assert "Line 3 of the log was changed." in page.banner.text()


def test_a_check_that_is_stopped_says_so(
    qtbot: QtBot, page: BackupsPage, context: UiContext
) -> None:
    gate = Event()
    context.copies.run(gate.wait, owner=page)
    page.verify()
    page.verify()  # a second one is not begun beside the first

    qtbot.keyClick(page, Qt.Key.Key_Escape)

    gate.set()
    qtbot.waitUntil(lambda: not context.copies.busy)
    assert "Stopped" in page.banner.text()


def test_a_locked_record_is_said_in_the_page(
    qtbot: QtBot, page: BackupsPage, services: Services
) -> None:
    services.clinic.lock()

    page.verify()

    qtbot.waitUntil(page.banner.isVisible)
    assert "locked" in page.banner.text()


def test_a_backup_of_a_damaged_record_is_refused_in_words(
    qtbot: QtBot, page: BackupsPage, services: Services, paths: Paths
) -> None:
    services.clinic.lock()
    damage(paths.record)
    services.clinic.unlock(PASSPHRASE)

    page.buttons["back_up"].click()

    qtbot.waitUntil(page.banner.isVisible)
    assert "does not read back whole" in page.banner.text()


def test_a_backup_from_elsewhere_is_chosen_by_its_file(
    qtbot: QtBot, page: BackupsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = page.model.rows[0].path
    answers = [None, path]
    monkeypatch.setattr(page_module, "choose_backup", lambda *_: answers.pop(0))

    page.buttons["other_backup"].click()
    assert not page.form.isVisible()
    page.buttons["other_backup"].click()

    qtbot.waitUntil(page.form.isVisible)
    assert page.form.path == path
    assert page.form.restoring


def test_the_second_place_is_chosen_kept_on_this_computer_and_dropped(
    page: BackupsPage,
    context: UiContext,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = ["", str(tmp_path / "second")]
    monkeypatch.setattr(second_place_row, "choose_folder", lambda *_: answers.pop(0))
    page.second.choose_button.click()
    assert second_place(context.settings) is None

    page.second.choose_button.click()
    assert page.second.text() == str(tmp_path / "second")
    for code in ("disk_full", "record_damaged", "folder_not_writable"):
        keep_second_problem(context.settings, code)
        page.second.retranslate()
        assert "the last copy failed" in page.second.text()

    page.second.clear_button.click()
    assert second_place(context.settings) is None
    assert page.second.text().startswith("None.")


def test_leaving_the_page_forgets_the_passphrase(qtbot: QtBot, page: BackupsPage) -> None:
    ask(qtbot, page, restoring=True)
    page.form.passphrase.setText(PASSPHRASE)

    with qtbot.waitSignal(page.back_requested):
        qtbot.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)

    assert page.form.passphrase.text() == ""
    assert not page.form.isVisible()


def test_escape_closes_the_form_and_gives_the_list_the_cursor(
    qtbot: QtBot, page: BackupsPage
) -> None:
    ask(qtbot, page, restoring=False)

    qtbot.keyClick(page.form.passphrase, Qt.Key.Key_Escape)

    assert not page.form.isVisible()
    assert page.focusWidget() is page.table


@pytest.mark.parametrize("language", ["zh-TW", "zh-CN"])
def test_the_page_follows_the_language(
    qtbot: QtBot, page: BackupsPage, context: UiContext, language: str
) -> None:
    ask(qtbot, page, restoring=True)
    try_with(qtbot, page, PASSPHRASE)
    page.verify()
    qtbot.waitUntil(page.banner.isVisible)

    context.languages.use(language)

    qtbot.waitUntil(lambda: "备份" in words_on(page) or "備份" in words_on(page))
    shown = page.form.text() + page.banner.text()
    assert "record" not in shown
    assert "。 " not in shown
