"""Keep users, one's own passphrase, the lock and the recovery key in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.errors import StorageError
from desktop_app.domain.roles import Role
from tests.conftest import PASSPHRASE
from tests.data.reading import rows
from tests.reports.sheets import pages_of, squeezed
from tests.ui.screen import show_active
from tests.ui.team_stage import HERS, add_team
from ui.pages import users as users_module
from ui.pages.users import UsersPage

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.domain.roles import User
    from desktop_app.paths import Paths
    from desktop_app.services import Services
    from ui.context import UiContext

NEW = "a passphrase of today"


def a_page(qtbot: QtBot, context: UiContext) -> UsersPage:
    made = UsersPage(context)
    qtbot.addWidget(made)
    made.resize(1366, 684)
    show_active(qtbot, made)
    with qtbot.waitSignal(made.shown):
        made.start()
    qtbot.waitUntil(lambda: not context.tasks.busy)
    return made


@pytest.fixture
def page(qtbot: QtBot, context: UiContext) -> UsersPage:
    """Give the page of who made the record, who is its only user."""
    return a_page(qtbot, context)


@pytest.fixture
def team(qtbot: QtBot, context: UiContext, services: Services) -> UsersPage:
    """Give the page on a record with four users."""
    add_team(services)
    return a_page(qtbot, context)


def confirm(qtbot: QtBot, page: UsersPage, passphrase: str = PASSPHRASE) -> None:
    qtbot.waitUntil(page.confirm.passphrase.hasFocus)
    page.confirm.passphrase.setText(passphrase)
    qtbot.keyClick(page.confirm.passphrase, Qt.Key.Key_Return)


def type_passphrase(page: UsersPage, first: str = NEW, again: str = NEW) -> None:
    page.form.passphrase.first.setText(first)
    page.form.passphrase.again.setText(again)


def user_named(services: Services, login: str) -> User:
    return next(user for user in services.users.all() if user.login == login)


def choose(page: UsersPage, login: str) -> None:
    logins = [user.login for user in page.model.rows]
    page.table.choose_row(logins.index(login))


def test_a_user_is_added_once_the_passphrase_was_given_again(
    qtbot: QtBot, page: UsersPage, services: Services
) -> None:
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.form.login.hasFocus)
    qtbot.keyClicks(page.form.login, "lin")
    page.form.name.setText("林小姐")
    page.form.roles[Role.NURSE].setChecked(True)
    type_passphrase(page)
    qtbot.keyClick(page.form.passphrase.again, Qt.Key.Key_Return)
    confirm(qtbot, page, "wrong words")
    qtbot.waitUntil(lambda: "not right" in page.confirm.message())
    assert services.clinic.logins() == ("owner",)

    with qtbot.waitSignal(page.done):
        confirm(qtbot, page)

    assert user_named(services, "lin").roles == (Role.NURSE,)
    qtbot.waitUntil(lambda: len(page.model.rows) == 2)
    assert not page.confirm.isVisible()
    assert not page.form.isVisible()
    services.clinic.lock()
    services.clinic.unlock(NEW, "lin")


def test_what_is_wrong_is_said_beside_its_field(
    qtbot: QtBot, page: UsersPage, services: Services
) -> None:
    services.clinic.confirm(PASSPHRASE)
    page._add.trigger()
    page.form.roles[Role.NURSE].setChecked(False)
    type_passphrase(page)
    page.form.save.click()
    qtbot.waitUntil(lambda: "fill in" in page.form.rows["display_name"].message())
    assert "● 2 to 20 small letters" in page.form.rows["login"].message()
    assert page.form.login.hasFocus()

    page.form.login.setText("owner")
    page.form.name.setText("Somebody")
    page.form.roles[Role.DOCTOR].setChecked(True)
    page.form.save.click()
    qtbot.waitUntil(lambda: "given before" in page.form.rows["login"].message())

    page.form.login.setText("lin")
    type_passphrase(page, "short", "short")
    page.form.save.click()
    qtbot.waitUntil(lambda: "8 characters" in page.form.passphrase.message())
    type_passphrase(page, NEW, "other")
    page.form.save.click()
    assert "do not agree" in page.form.passphrase.message()
    page.form.cancel.click()
    assert not page.form.isVisible()
    assert services.clinic.logins() == ("owner",)


def test_escape_drops_what_asked_for_the_passphrase(qtbot: QtBot, page: UsersPage) -> None:
    page.recovery.make.click()
    qtbot.waitUntil(page.confirm.passphrase.hasFocus)

    qtbot.keyClick(page.confirm.passphrase, Qt.Key.Key_Escape)

    assert not page.confirm.isVisible()
    assert page.recovery.texts == ()


def test_names_and_roles_change(qtbot: QtBot, team: UsersPage, services: Services) -> None:
    choose(team, "lin")
    team.table.activated.emit(team.table.currentIndex())
    assert team.form.name.text() == "Lin"
    team.form.name.setText("Lin Mei")
    team.form.roles[Role.RECEPTION].setChecked(True)

    with qtbot.waitSignal(team.done):
        team.form.save.click()

    user = user_named(services, "lin")
    assert (user.display_name, user.roles) == ("Lin Mei", (Role.NURSE, Role.RECEPTION))


def test_the_only_administrator_keeps_the_role(
    qtbot: QtBot, page: UsersPage, services: Services
) -> None:
    services.clinic.confirm(PASSPHRASE)
    page.change.click()
    page.form.roles[Role.ADMINISTRATOR].setChecked(False)

    page.form.save.click()

    qtbot.waitUntil(lambda: "able to manage users" in page.banner.text())


def test_another_passphrase_is_given(qtbot: QtBot, team: UsersPage, services: Services) -> None:
    choose(team, "lin")
    team.passphrase.click()
    type_passphrase(team)

    with qtbot.waitSignal(team.done):
        team.form.save.click()

    services.clinic.lock()
    services.clinic.unlock(NEW, "lin")


def test_who_leaves_is_asked_about_first_and_may_come_back(
    qtbot: QtBot, team: UsersPage, services: Services
) -> None:
    choose(team, "lin")
    team.retire.click()
    qtbot.waitUntil(team.question.buttons[0].hasFocus)
    team.question.buttons[1].click()
    assert user_named(services, "lin").active
    team.retire.click()
    with qtbot.waitSignal(team.done):
        team.question.buttons[0].click()
    qtbot.waitUntil(lambda: any(not user.active for user in team.model.rows))
    assert "lin" not in services.clinic.logins()
    choose(team, "lin")
    assert team.take_back.isEnabled()
    assert not team.retire.isEnabled()

    team.table.activated.emit(team.table.currentIndex())
    type_passphrase(team)
    with qtbot.waitSignal(team.done):
        team.form.save.click()

    assert user_named(services, "lin").active


def test_one_cannot_retire_oneself(qtbot: QtBot, team: UsersPage) -> None:
    choose(team, "owner")
    team.retire.click()
    team.question.buttons[0].click()

    qtbot.waitUntil(lambda: "your own account" in team.banner.text())


def test_the_own_passphrase_changes(qtbot: QtBot, page: UsersPage, services: Services) -> None:
    page.own.old.setText("wrong words")
    page.own.new.first.setText(NEW)
    page.own.new.again.setText(NEW)
    page.own.save.click()
    qtbot.waitUntil(lambda: "not right" in page.own.new.message())
    page.own.old.setText(PASSPHRASE)

    with qtbot.waitSignal(page.done):
        qtbot.keyClick(page.own.new.again, Qt.Key.Key_Return)

    assert page.own.old.text() == page.own.new.first.text() == ""
    services.clinic.lock()
    with pytest.raises(StorageError, match="wrong_passphrase"):
        services.clinic.unlock(PASSPHRASE)
    services.clinic.unlock(NEW)


def test_the_minutes_of_the_lock_are_set_and_told(
    qtbot: QtBot, page: UsersPage, context: UiContext, services: Services
) -> None:
    assert page.idle.minutes.text() == "10"
    services.clinic.confirm(PASSPHRASE)
    page.idle.minutes.setText("61")
    page.idle.save.click()
    qtbot.waitUntil(lambda: "from 1 to 60" in page.idle.message())
    page.idle.minutes.setText("5")

    with qtbot.waitSignal(context.protection_changed) as told:
        qtbot.keyClick(page.idle.minutes, Qt.Key.Key_Return)

    assert told.args == [5]
    assert services.settings.protection().idle_minutes == 5


def test_the_recovery_key_is_shown_once_saved_and_put_away(
    qtbot: QtBot,
    page: UsersPage,
    services: Services,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    paths: Paths,
) -> None:
    services.clinic.confirm(PASSPHRASE)
    page.recovery.kind.set_code("split")
    with qtbot.waitSignal(page.done):
        page.recovery.make.click()
    texts = page.recovery.texts
    assert len(texts) == 3
    assert page.recovery.print_.hasFocus()
    target = tmp_path / "kit.pdf"
    # The file dialog of the computer is answered; it cannot be typed into here.
    monkeypatch.setattr(users_module, "choose_file", lambda *_given: str(target))

    with qtbot.waitSignal(page.done):
        page.recovery.save.click()

    pages = pages_of(target.read_bytes())
    assert [
        text.replace("-", "") in squeezed(page) for text, page in zip(texts, pages, strict=True)
    ]
    page.recovery.done.click()
    assert page.recovery.texts == ()
    said = [str(line) for line in rows(paths, "SELECT * FROM audit")]
    assert not any(text[:11] in line for text in texts for line in said)


def test_a_recovery_key_left_on_the_screen_is_gone_when_the_page_is_left(
    qtbot: QtBot, page: UsersPage, services: Services
) -> None:
    services.clinic.confirm(PASSPHRASE)
    with qtbot.waitSignal(page.done):
        page.recovery.make.click()

    page.hide()

    assert page.recovery.texts == ()


def test_a_nurse_finds_only_her_own_passphrase(
    qtbot: QtBot, context: UiContext, services: Services
) -> None:
    add_team(services)
    services.clinic.lock()
    services.clinic.unlock(HERS, "lin")

    page = a_page(qtbot, context)

    assert page.own.isVisible()
    assert not page.users.isVisible()
    assert not page.recovery.isVisible()
    assert not page.idle.isVisible()
    qtbot.waitUntil(page.own.old.hasFocus)
