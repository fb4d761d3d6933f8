"""Log in as one of several users, wait after wrong tries, and come back by the recovery key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.conftest import PASSPHRASE
from tests.ui.screen import show_active
from tests.ui.team_stage import HERS, add_team
from ui.pages.unlock import UnlockPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.paths import Paths
    from desktop_app.services import Services
    from ui.context import UiContext

NEW = "words of the new doctor"


@pytest.fixture
def page(qtbot: QtBot, bare_context: UiContext, services: Services, paths: Paths) -> UnlockPage:
    """Give the log-in on a locked record with four users."""
    add_team(services)
    return a_page(qtbot, bare_context, services, paths)


def a_page(qtbot: QtBot, context: UiContext, services: Services, paths: Paths) -> UnlockPage:
    services.clinic.lock()
    made = UnlockPage(context, str(paths.record), exists=True)
    qtbot.addWidget(made)
    show_active(qtbot, made)
    if not context.ready:
        context.provide(services)
    qtbot.waitUntil(lambda: not context.tasks.busy)
    return made


def enter(qtbot: QtBot, page: UnlockPage, passphrase: str) -> None:
    page.form.passphrase.setText(passphrase)
    qtbot.keyClick(page.form.passphrase, Qt.Key.Key_Return)


def test_one_user_is_asked_for_the_passphrase_only(
    qtbot: QtBot, bare_context: UiContext, services: Services, paths: Paths
) -> None:
    page = a_page(qtbot, bare_context, services, paths)

    assert not page.form.users.isVisible()
    with qtbot.waitSignal(page.unlocked):
        enter(qtbot, page, PASSPHRASE)


def test_several_users_choose_themselves_and_the_device_remembers_the_last(
    qtbot: QtBot, page: UnlockPage, bare_context: UiContext, services: Services, paths: Paths
) -> None:
    form = page.form
    assert form.users.isVisible()
    assert [form.users.itemText(i) for i in range(form.users.count())] == [
        "owner",
        "lin",
        "chen",
        "wu",
    ]
    form.users.set_code("lin")
    with qtbot.waitSignal(page.unlocked):
        enter(qtbot, page, HERS)
    user = services.clinic.who()
    assert user is not None
    assert user.login == "lin"

    again = a_page(qtbot, bare_context, services, paths)
    again.start(exists=True)
    qtbot.waitUntil(lambda: again.form.login == "lin")

    with qtbot.waitSignal(again.unlocked):
        enter(qtbot, again, HERS)


def test_a_passphrase_typed_before_it_is_known_who_comes_is_kept_and_the_user_asked_for(
    qtbot: QtBot, bare_context: UiContext, services: Services, paths: Paths
) -> None:
    add_team(services)
    services.clinic.lock()
    page = UnlockPage(bare_context, str(paths.record), exists=True)
    qtbot.addWidget(page)
    show_active(qtbot, page)
    enter(qtbot, page, HERS)
    assert page.form.open_button.text() == "Opening…"

    bare_context.provide(services)

    qtbot.waitUntil(page.form.users.isVisible)
    assert page.form.open_button.isEnabled()
    page.form.users.set_code("lin")
    with qtbot.waitSignal(page.unlocked):
        qtbot.keyClick(page.form.passphrase, Qt.Key.Key_Return)


def test_after_wrong_tries_the_seconds_are_counted_down_and_another_user_need_not_wait(
    qtbot: QtBot, page: UnlockPage
) -> None:
    page.form.users.set_code("lin")
    for _ in range(3):
        enter(qtbot, page, "wrong words")
        qtbot.waitUntil(lambda: "does not open" in page.form.message())
        page.form.passphrase.textEdited.emit("")
    enter(qtbot, page, HERS)
    qtbot.waitUntil(lambda: "possible in 2 s" in page.form.message())
    assert not page.form.open_button.isEnabled()
    qtbot.keyClick(page.form.passphrase, Qt.Key.Key_Return)  # not yet

    page.form.countdown.timeout.emit()
    assert "possible in 1 s" in page.form.message()
    page.form.countdown.timeout.emit()

    assert page.form.message() == ""
    assert page.form.open_button.isEnabled()
    enter(qtbot, page, HERS)  # the clock of this test stands still: the record still says wait
    qtbot.waitUntil(lambda: "possible in" in page.form.message())
    page.form.users.set_code("owner")
    page.form.users.edited.emit()
    assert page.form.message() == ""
    with qtbot.waitSignal(page.unlocked):
        enter(qtbot, page, PASSPHRASE)


def a_key(services: Services, *, split: bool) -> tuple[str, ...]:
    services.clinic.unlock(PASSPHRASE)
    services.clinic.confirm(PASSPHRASE)
    texts = services.users.make_recovery_key(split=split)
    services.clinic.lock()
    return texts


def type_key(qtbot: QtBot, page: UnlockPage, *texts: str, new: str = NEW) -> None:
    form = page.recovery_form
    for edit, text in zip(form.texts, (*texts, ""), strict=False):
        edit.setText(text)
    form.first.setText(new)
    form.again.setText(new)
    form.again.setFocus()
    qtbot.keyClick(form.again, Qt.Key.Key_Return)


def test_the_recovery_key_opens_and_sets_a_new_passphrase(
    qtbot: QtBot, page: UnlockPage, services: Services
) -> None:
    (text,) = a_key(services, split=False)
    page.form.forgotten_button.click()
    form = page.recovery_form
    qtbot.waitUntil(form.texts[0].hasFocus)

    with qtbot.waitSignal(page.unlocked):
        type_key(qtbot, page, text.lower().replace("-", " "))

    services.clinic.lock()
    services.clinic.unlock(NEW)
    assert form.texts[0].text() == form.first.text() == ""


def test_two_parts_open_and_one_is_not_enough(
    qtbot: QtBot, page: UnlockPage, services: Services
) -> None:
    parts = a_key(services, split=True)
    page.form.forgotten_button.click()
    form = page.recovery_form

    type_key(qtbot, page, parts[0])
    qtbot.waitUntil(lambda: "Two different parts" in form.message())
    type_key(qtbot, page, parts[0], parts[2][:-1])
    qtbot.waitUntil(lambda: "Text 2" in form.message())
    assert form.texts[1].hasFocus()
    type_key(qtbot, page, parts[0], parts[2], new="short")
    qtbot.waitUntil(lambda: "8 characters" in form.message())

    with qtbot.waitSignal(page.unlocked):
        type_key(qtbot, page, parts[2], parts[0])


def test_the_key_of_an_earlier_kit_is_refused_beside_it(
    qtbot: QtBot, page: UnlockPage, services: Services
) -> None:
    (older,) = a_key(services, split=False)
    a_key(services, split=False)
    page.form.forgotten_button.click()

    type_key(qtbot, page, older)

    qtbot.waitUntil(lambda: "earlier kit" in page.recovery_form.message())
    page.recovery_form.back_button.click()
    assert page.form.isVisible()
    assert page.recovery_form.texts[0].text() == ""


def test_passphrases_that_differ_are_said_and_nothing_is_tried(
    qtbot: QtBot, page: UnlockPage, services: Services
) -> None:
    page.form.forgotten_button.click()
    form = page.recovery_form
    form.texts[0].setText("anything")
    form.first.setText(NEW)
    form.again.setText("other words")

    form.open_button.click()

    assert "do not agree" in form.message()
    qtbot.keyClicks(form.again, "x")
    assert form.message() == ""
    assert services.clinic.state() == "locked"


def test_who_tried_too_often_before_comes_in_by_the_recovery_key_at_once(
    qtbot: QtBot, page: UnlockPage, services: Services
) -> None:
    (text,) = a_key(services, split=False)
    page.form.users.set_code("owner")
    for _ in range(3):
        enter(qtbot, page, "wrong words")
        qtbot.waitUntil(lambda: "does not open" in page.form.message())
        page.form.passphrase.textEdited.emit("")
    page.form.forgotten_button.click()

    with qtbot.waitSignal(page.unlocked):
        type_key(qtbot, page, text)

    assert services.clinic.state() == "open"
