"""Test the rescue at the door: files that are damaged or gone for real, and backups that help."""

from __future__ import annotations

import shutil
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.errors import StorageError
from desktop_app.domain.roles import Role
from tests.conftest import PASSPHRASE
from tests.ui.backup_stage import a_visit, damage
from tests.ui.screen import show_active
from tests.ui.test_unlock_page import an_unlock_page, enter_passphrase
from ui import rescue_desk
from ui.second_place import keep_second_place

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.paths import Paths
    from desktop_app.services import Services
    from desktop_app.services.clock import FixedClock
    from ui.context import UiContext
    from ui.pages.unlock import UnlockPage

OTHER = "another long passphrase"


@pytest.fixture
def door(
    qtbot: QtBot, context: UiContext, services: Services, paths: Paths, clock: FixedClock
) -> UnlockPage:
    """Give the door of a record with two backups, of one patient and of two."""
    a_visit(services)
    services.safety.back_up()
    clock.advance(timedelta(hours=13))
    a_visit(services, 2)
    services.safety.back_up()
    clock.advance(timedelta(days=3))
    services.clinic.lock()
    return an_unlock_page(qtbot, context, paths, exists=True)


def newest(services: Services, place: int = 0) -> Path:
    return services.safety.backups()[place].path


def meet_trouble(qtbot: QtBot, door: UnlockPage, passphrase: str = PASSPHRASE) -> None:
    enter_passphrase(door, passphrase)
    qtbot.waitUntil(door.trouble.isVisible)
    qtbot.waitUntil(lambda: "Looking" not in door.trouble.rescue.text())


def rescue(door: UnlockPage, passphrase: str = PASSPHRASE) -> None:
    door.trouble.rescue.passphrase.setText(passphrase)
    door.trouble.rescue.restore_button.click()


def damaged_record(paths: Paths) -> None:
    paths.record.write_bytes(b"no database at all" * 500)


def lost_record(paths: Paths) -> None:
    paths.record.unlink()


def lost_keys(paths: Paths) -> None:
    paths.keys.unlink()


def damaged_keys(paths: Paths) -> None:
    paths.keys.write_bytes(b"{}")


@pytest.mark.parametrize("spoil", [damaged_record, lost_record, lost_keys, damaged_keys])
def test_the_last_good_backup_is_offered_with_its_age_and_restored_by_one_button(
    qtbot: QtBot,
    door: UnlockPage,
    services: Services,
    paths: Paths,
    spoil: Callable[[Paths], None],
    expected_warnings: list[str],
) -> None:
    expected_warnings.append("desktop_app.data")
    spoil(paths)
    meet_trouble(qtbot, door)
    said = door.trouble.rescue.text()
    assert "3 days ago" in said
    assert "2 patients, 2 visits" in said
    assert str(newest(services)) in said

    with qtbot.waitSignal(door.rescued) as rescued:
        rescue(door)

    assert services.clinic.state() == "open"
    assert services.patients.counts().all == 2
    assert rescued.args[0].rows["visit"] == 2
    assert door.trouble.rescue.passphrase.text() == ""


def test_a_spoilt_backup_is_passed_over_and_the_one_before_it_offered(
    qtbot: QtBot, door: UnlockPage, services: Services, paths: Paths
) -> None:
    lost_record(paths)
    damage(newest(services))
    meet_trouble(qtbot, door)

    rescue(door)
    qtbot.waitUntil(lambda: "1 patient, 1 visit" in door.trouble.rescue.text())
    assert "1 newer backup does not read back whole" in door.trouble.rescue.text()
    with qtbot.waitSignal(door.unlocked):
        rescue(door)

    assert services.patients.counts().all == 1


def test_a_backup_whose_keys_are_spoilt_is_not_even_offered(
    qtbot: QtBot, door: UnlockPage, services: Services, paths: Paths
) -> None:
    lost_record(paths)
    newest(services).with_suffix(".keys").write_bytes(b"spoilt")

    meet_trouble(qtbot, door)

    assert "1 patient, 1 visit" in door.trouble.rescue.text()


def test_a_wrong_passphrase_is_said_beside_the_field_and_nothing_is_replaced(
    qtbot: QtBot, door: UnlockPage, paths: Paths
) -> None:
    damaged_keys(paths)
    meet_trouble(qtbot, door)

    rescue(door, "not the passphrase")

    qtbot.waitUntil(lambda: "does not open the backup" in door.trouble.rescue.text())
    assert paths.keys.read_bytes() == b"{}"
    assert door.trouble.rescue.restore_button.isEnabled()


def test_the_second_place_helps_where_the_folder_of_backups_is_gone_too(
    qtbot: QtBot,
    door: UnlockPage,
    context: UiContext,
    services: Services,
    paths: Paths,
    tmp_path: Path,
) -> None:
    shutil.copytree(paths.backups, tmp_path / "second")
    shutil.rmtree(paths.backups)
    keep_second_place(context.settings, str(tmp_path / "second"))
    lost_record(paths)
    meet_trouble(qtbot, door)

    with qtbot.waitSignal(door.unlocked):
        rescue(door)

    assert services.patients.counts().all == 2


def test_where_there_is_no_backup_the_page_says_so_with_the_path_and_takes_a_file(
    qtbot: QtBot,
    door: UnlockPage,
    services: Services,
    paths: Paths,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stick = tmp_path / "stick"
    name = newest(services).name
    paths.backups.rename(stick)
    lost_record(paths)
    meet_trouble(qtbot, door)
    form = door.trouble.rescue
    assert f"No backup was found in\n{paths.backups}" in form.text()
    assert not form.restore_button.isVisible()
    answers = [None, stick / name]
    monkeypatch.setattr(rescue_desk, "choose_backup", lambda *_: answers.pop(0))

    form.other_button.click()
    form.other_button.click()
    qtbot.waitUntil(lambda: "2 patients" in form.text())
    with qtbot.waitSignal(door.unlocked):
        rescue(door)

    assert services.patients.counts().all == 2


def test_a_chosen_file_without_its_keys_is_refused_in_words(
    qtbot: QtBot, door: UnlockPage, services: Services, paths: Paths, tmp_path: Path
) -> None:
    lone = tmp_path / "alone.db"
    shutil.copyfile(newest(services), lone)
    lost_record(paths)
    meet_trouble(qtbot, door)

    door.rescue.choose(lone)

    qtbot.waitUntil(lambda: ".keys" in door.trouble.rescue.text())


def test_a_chosen_file_without_a_slip_is_restored_all_the_same(
    qtbot: QtBot, door: UnlockPage, services: Services, paths: Paths, tmp_path: Path
) -> None:
    lone = tmp_path / "alone.db"
    shutil.copyfile(newest(services), lone)
    shutil.copyfile(newest(services).with_suffix(".keys"), lone.with_suffix(".keys"))
    lost_record(paths)
    meet_trouble(qtbot, door)

    door.rescue.choose(lone)
    qtbot.waitUntil(lambda: "Chosen backup" in door.trouble.rescue.text())
    with qtbot.waitSignal(door.unlocked):
        rescue(door)

    assert services.patients.counts().all == 2


def test_a_damaged_file_that_was_chosen_is_named_and_no_other_is_taken(
    qtbot: QtBot, door: UnlockPage, services: Services, paths: Paths, tmp_path: Path
) -> None:
    lone = tmp_path / "alone.db"
    shutil.copyfile(newest(services), lone)
    shutil.copyfile(newest(services).with_suffix(".keys"), lone.with_suffix(".keys"))
    damage(lone)
    lost_record(paths)
    meet_trouble(qtbot, door)
    door.rescue.choose(lone)
    qtbot.waitUntil(lambda: "Chosen backup" in door.trouble.rescue.text())

    rescue(door)

    qtbot.waitUntil(lambda: "This file is damaged" in door.trouble.rescue.text())
    assert not paths.record.exists()


def test_several_users_of_a_backup_are_asked_who_comes(
    qtbot: QtBot, context: UiContext, services: Services, paths: Paths
) -> None:
    a_visit(services)
    services.clinic.confirm(PASSPHRASE)
    services.users.add("chen", "Dr Chen", (Role.DOCTOR,), OTHER)
    services.safety.back_up()
    services.clinic.lock()
    lost_record(paths)
    door = an_unlock_page(qtbot, context, paths, exists=True)
    door.show_problem(StorageError("record_missing"))
    form = door.trouble.rescue
    qtbot.waitUntil(form.users.isVisible)

    form.users.set_code("chen")
    with qtbot.waitSignal(door.unlocked):
        rescue(door, OTHER)

    user = services.clinic.who()
    assert user is not None
    assert user.login == "chen"


def test_a_clinic_whose_files_are_gone_but_not_its_backups_is_not_taken_for_a_new_one(
    qtbot: QtBot, context: UiContext, door: UnlockPage, services: Services, paths: Paths
) -> None:
    lost_record(paths)
    lost_keys(paths)
    door.hide()
    page = an_unlock_page(qtbot, context, paths, exists=False)

    context.services_ready.emit()

    qtbot.waitUntil(page.trouble.isVisible)
    assert "backups are here" in page.trouble.text()
    qtbot.waitUntil(lambda: "2 patients" in page.trouble.rescue.text())
    page.trouble.retry_button.click()
    qtbot.waitUntil(page.trouble.isVisible)
    page.trouble.create_button.click()
    assert page.create_form.isVisible()
    assert services.clinic.state() == "absent"


def test_the_first_start_restores_a_backup_of_another_computer(
    qtbot: QtBot,
    bare_context: UiContext,
    locked_services: Services,
    services: Services,
    paths: Paths,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    a_visit(services)
    made = services.safety.back_up().row.path
    services.clinic.lock()
    stick = tmp_path / "stick"
    paths.backups.rename(stick)
    shutil.rmtree(paths.data)
    bare_context.provide(locked_services)
    page = an_unlock_page(qtbot, bare_context, paths, exists=False)
    monkeypatch.setattr(rescue_desk, "choose_backup", lambda *_: stick / made.name)

    page.create_form.restore_button.click()
    assert "another computer" in page.trouble.text()
    page.trouble.retry_button.click()
    assert page.create_form.isVisible()
    page.create_form.restore_button.click()
    page.trouble.rescue.other_button.click()
    qtbot.waitUntil(lambda: "1 patient, 1 visit" in page.trouble.rescue.text())
    with qtbot.waitSignal(page.unlocked):
        rescue(page)

    assert locked_services.patients.counts().all == 1


def test_before_the_services_are_there_nothing_is_looked_for(
    qtbot: QtBot, bare_context: UiContext, paths: Paths
) -> None:
    page = an_unlock_page(qtbot, bare_context, paths, exists=True)
    show_active(qtbot, page)

    page.show_trouble("record_damaged")
    page.rescue.choose(paths.record)
    page.rescue.restore(PASSPHRASE, "")

    assert "Looking for backups" in page.trouble.rescue.text()


@pytest.mark.parametrize("language", ["zh-TW", "zh-CN"])
def test_the_rescue_follows_the_language(
    qtbot: QtBot, door: UnlockPage, context: UiContext, paths: Paths, language: str
) -> None:
    lost_record(paths)
    meet_trouble(qtbot, door)

    context.languages.use(language)

    qtbot.waitUntil(lambda: "3 天前" in door.trouble.rescue.text())
    assert "patient" not in door.trouble.rescue.text()


def test_a_network_folder_has_words_of_its_own(door: UnlockPage) -> None:
    door.show_problem(StorageError("network_folder"))

    assert "another computer" in door.trouble.text()
    assert not door.trouble.rescue.isVisible()
