"""Test the unlock page with real services: create, open, and every way in which it will not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from tests.conftest import PASSPHRASE
from tests.ui.screen import show_active
from ui.pages.unlock import UnlockPage

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.paths import Paths
    from desktop_app.services import Services
    from ui.context import UiContext


def an_unlock_page(qtbot: QtBot, context: UiContext, paths: Paths, *, exists: bool) -> UnlockPage:
    page = UnlockPage(context, str(paths.record), exists=exists)
    qtbot.addWidget(page)
    show_active(qtbot, page)
    return page


def choose_passphrase(page: UnlockPage, first: str, again: str) -> None:
    page.create_form.first.setText(first)
    page.create_form.again.setText(again)
    page.create_form.create_button.click()


def enter_passphrase(page: UnlockPage, passphrase: str) -> None:
    page.form.passphrase.setText(passphrase)
    page.form.open_button.click()


def test_the_first_start_creates_a_record_once_both_passphrases_agree(
    qtbot: QtBot, bare_context: UiContext, locked_services: Services, paths: Paths
) -> None:
    bare_context.provide(locked_services)
    page = an_unlock_page(qtbot, bare_context, paths, exists=False)

    choose_passphrase(page, PASSPHRASE, PASSPHRASE + "x")
    assert "do not agree" in page.create_form.message()
    assert not paths.record.exists()

    with qtbot.waitSignal(page.unlocked):
        choose_passphrase(page, PASSPHRASE, PASSPHRASE)
    assert locked_services.clinic.state() == "open"
    assert page.create_form.first.text() == ""


def test_a_short_passphrase_is_refused_beside_its_field(
    qtbot: QtBot, bare_context: UiContext, locked_services: Services, paths: Paths
) -> None:
    bare_context.provide(locked_services)
    page = an_unlock_page(qtbot, bare_context, paths, exists=False)

    choose_passphrase(page, "short", "short")

    qtbot.waitUntil(lambda: "8 characters" in page.create_form.message())
    assert locked_services.clinic.state() == "absent"


def test_a_wrong_passphrase_is_said_beside_the_field_and_the_right_one_opens(
    qtbot: QtBot, context: UiContext, services: Services, paths: Paths
) -> None:
    services.clinic.lock()
    page = an_unlock_page(qtbot, context, paths, exists=True)

    enter_passphrase(page, "not the passphrase")
    qtbot.waitUntil(lambda: "does not open" in page.form.message())
    assert page.form.isVisible()

    with qtbot.waitSignal(page.unlocked):
        enter_passphrase(page, PASSPHRASE)
    assert page.form.message() == ""
    assert page.form.passphrase.text() == ""


def test_a_passphrase_entered_before_the_services_are_there_opens_when_they_are(
    qtbot: QtBot, bare_context: UiContext, services: Services, paths: Paths
) -> None:
    services.clinic.lock()
    page = an_unlock_page(qtbot, bare_context, paths, exists=True)
    enter_passphrase(page, PASSPHRASE)
    assert page.form.open_button.text() == "Opening…"

    with qtbot.waitSignal(page.unlocked):
        bare_context.provide(services)


def test_caps_lock_is_suspected_when_letters_come_out_large(
    qtbot: QtBot, bare_context: UiContext, paths: Paths
) -> None:
    page = an_unlock_page(qtbot, bare_context, paths, exists=True)

    qtbot.keyClicks(page.form.passphrase, "a")
    assert page.form.message() == ""

    qtbot.keyClicks(page.form.passphrase, "A")
    assert "Caps Lock" in page.form.message()


def lose_the_record(paths: Paths) -> Path:
    kept = paths.record.with_name("elsewhere.db")
    paths.record.rename(kept)
    return kept


def test_a_missing_record_is_said_calmly_and_none_is_made_in_its_place(
    qtbot: QtBot, context: UiContext, services: Services, paths: Paths
) -> None:
    services.clinic.lock()
    kept = lose_the_record(paths)
    page = an_unlock_page(qtbot, context, paths, exists=True)

    enter_passphrase(page, PASSPHRASE)
    qtbot.waitUntil(page.trouble.isVisible)
    assert "not where it was" in page.trouble.text()
    assert not paths.record.exists()

    kept.rename(paths.record)
    page.trouble.retry_button.click()
    with qtbot.waitSignal(page.unlocked):
        enter_passphrase(page, PASSPHRASE)


def test_a_damaged_record_is_said_calmly_and_left_as_it_is(
    qtbot: QtBot,
    context: UiContext,
    services: Services,
    paths: Paths,
    expected_warnings: list[str],
) -> None:
    expected_warnings.append("desktop_app.data")
    services.clinic.lock()
    paths.record.write_bytes(b"no database at all" * 500)
    page = an_unlock_page(qtbot, context, paths, exists=True)

    enter_passphrase(page, PASSPHRASE)

    qtbot.waitUntil(page.trouble.isVisible)
    assert "damaged" in page.trouble.text()
    assert paths.record.read_bytes().startswith(b"no database")


def test_every_storage_code_that_unlocking_can_give_has_words_of_its_own(
    qtbot: QtBot, bare_context: UiContext, paths: Paths
) -> None:
    page = an_unlock_page(qtbot, bare_context, paths, exists=True)
    page.trouble.show_trouble("something else")
    general = page.trouble.text()

    for code in (
        "record_damaged",
        "record_newer",
        "record_missing",
        "keys_missing",
        "keys_damaged",
        "record_in_use",
        "record_busy",
        "disk_full",
        "folder_not_writable",
        "network_folder",
        "record_gone",
        "elsewhere",
    ):
        page.trouble.show_trouble(code)
        assert page.trouble.text() != general, code


def test_a_locked_demonstration_says_how_it_opens(
    qtbot: QtBot, bare_context: UiContext, paths: Paths
) -> None:
    page = an_unlock_page(qtbot, bare_context, paths, exists=True)
    page.prepare_demonstration("shown to all")

    page.start(exists=True)

    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any("shown to all" in text for text in shown)
