"""Test the registration with real services: mistakes, look-alikes, keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.builders import NAME, a_registration
from tests.ui.screen import show_active
from ui.pages.register import RegisterPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.services import Services
    from ui.context import UiContext


@pytest.fixture
def register(qtbot: QtBot, context: UiContext) -> RegisterPage:
    page = RegisterPage(context)
    qtbot.addWidget(page)
    page.resize(1366, 700)
    show_active(qtbot, page)
    page.start("")
    return page


def test_a_registered_patient_is_in_the_record(
    qtbot: QtBot, services: Services, register: RegisterPage
) -> None:
    register.number.setText("ZZSENTINEL7")
    register.name.setText("ZZSENTINEL王小明")
    register.birth.line.setText("民國48.3.8")
    register.sex.set_code("female")

    with qtbot.waitSignal(register.registered) as done:
        qtbot.keyClick(register, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    identity = services.patients.card(done.args[0]).identity
    assert identity.name == "ZZSENTINEL王小明"
    assert str(identity.birth_date) == "1959-03-08"
    assert identity.sex == "female"


def test_the_tab_key_follows_the_reading_order(qtbot: QtBot, register: RegisterPage) -> None:
    register.number.setFocus()
    order = []
    for _ in range(8):
        order.append(register.focusWidget())
        qtbot.keyClick(register.focusWidget(), Qt.Key.Key_Tab)

    names = [widget.accessibleName() for widget in order]
    assert names == [
        "Record number",
        "Name",
        "Birth date",
        "Sex: unknown",
        "Phone",
        "Leaflets in",
        "Register",
        "Cancel",
    ]


def test_mistakes_stand_beside_their_fields_and_nothing_is_lost(
    qtbot: QtBot, register: RegisterPage
) -> None:
    register.name.setText("ZZSENTINEL王小明")
    register.birth.line.setText("2126-01-01")

    qtbot.keyClick(register, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    number, birth = register.rows["record_number"], register.rows["birth_date"]
    qtbot.waitUntil(lambda: number.message().startswith("●"))
    assert birth.message().startswith("●")
    assert register.name.text() == "ZZSENTINEL王小明"
    assert register.focusWidget() is register.number


@pytest.mark.usefixtures("people")
def test_a_record_number_that_is_taken_is_said_at_its_field(
    qtbot: QtBot, register: RegisterPage
) -> None:
    register.number.setText(a_registration(1).record_number)
    register.name.setText("ZZSENTINEL other")

    qtbot.keyClick(register, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: register.rows["record_number"].message().startswith("●"))


def test_look_alikes_are_shown_while_typing_and_do_not_block(
    qtbot: QtBot, people: tuple[int, int], register: RegisterPage
) -> None:
    register.name.setText(NAME)
    register.birth.line.setText("1969-05-12")
    qtbot.keyClicks(register.number, "77")
    qtbot.waitUntil(lambda: people[0] in register.candidates.shown)

    with qtbot.waitSignal(register.registered):
        qtbot.keyClick(register, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_what_was_searched_for_becomes_name_or_number(register: RegisterPage) -> None:
    register.start("0012345")
    assert (register.number.text(), register.name.text()) == ("0012345", "")

    register.start("王小明")
    assert (register.number.text(), register.name.text()) == ("", "王小明")
