"""Test the patient list with real services: scopes, search, keys, masks."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from desktop_app.domain.worklist import Scope
from tests.builders import NAME, one_result
from tests.ui.screen import show_active
from ui import theme
from ui.pages.worklist import WorklistPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.services import Services
    from ui.context import UiContext


@pytest.fixture
def worklist(qtbot: QtBot, context: UiContext) -> WorklistPage:
    page = WorklistPage(context)
    qtbot.addWidget(page)
    page.resize(1366, 700)
    show_active(qtbot, page)
    return page


def names(page: WorklistPage) -> list[str]:
    return [row.name for row in page.model.rows]


def test_an_empty_record_offers_to_register_the_first_patient(
    qtbot: QtBot, worklist: WorklistPage
) -> None:
    worklist.refresh()
    qtbot.waitUntil(lambda: worklist.empty.text() == "No patients yet")

    with qtbot.waitSignal(worklist.register_requested):
        worklist.empty.button.click()


@pytest.mark.usefixtures("people")
def test_the_list_begins_with_who_is_seen_today(qtbot: QtBot, worklist: WorklistPage) -> None:
    worklist.refresh()

    qtbot.waitUntil(lambda: names(worklist) == [NAME])
    worklist.choose_scope(Scope.ALL)
    qtbot.waitUntil(lambda: len(names(worklist)) == 2)


def test_typing_searches_all_patients_and_enter_opens_the_first(
    qtbot: QtBot, people: tuple[int, int], worklist: WorklistPage
) -> None:
    worklist.refresh()
    qtbot.waitUntil(lambda: names(worklist) == [NAME])

    worklist.set_query("病人")
    with qtbot.waitSignal(worklist.open_requested) as opened:
        worklist.open_current()

    assert opened.args == [people[1]]
    assert names(worklist) == ["示範 病人乙"]


def test_enter_before_the_list_was_read_still_opens_who_was_typed(
    qtbot: QtBot, people: tuple[int, int], worklist: WorklistPage
) -> None:
    worklist.refresh()
    worklist.set_query("病人")

    with qtbot.waitSignal(worklist.open_requested) as opened:
        worklist.open_current()

    assert opened.args == [people[1]]


def test_enter_is_kept_when_the_list_is_read_anew_meanwhile(
    qtbot: QtBot, people: tuple[int, int], worklist: WorklistPage
) -> None:
    worklist.refresh()
    qtbot.waitUntil(lambda: names(worklist) == [NAME])

    worklist.set_query("病人")
    with qtbot.waitSignal(worklist.open_requested) as opened:
        worklist.open_current()
        worklist.choose_scope(Scope.TODAY)  # as the counts do when they come

    assert opened.args == [people[1]]


def test_enter_while_looking_up_never_opens_who_stood_there_before(
    qtbot: QtBot, context: UiContext, people: tuple[int, int], worklist: WorklistPage
) -> None:
    gate = Event()
    worklist.refresh()
    qtbot.waitUntil(lambda: names(worklist) == [NAME] and not context.tasks.busy)

    context.tasks.run(gate.wait, owner=worklist)
    worklist.set_query("病人")
    qtbot.waitUntil(lambda: not worklist._quiet.isActive())
    with qtbot.waitSignal(worklist.open_requested) as opened:
        worklist.open_current()
        gate.set()

    assert opened.args == [people[1]]


@pytest.mark.usefixtures("people")
def test_a_search_without_a_hit_offers_to_register_what_was_typed(
    qtbot: QtBot, worklist: WorklistPage
) -> None:
    worklist.refresh()
    worklist.set_query("王小明")
    qtbot.waitUntil(lambda: worklist.empty.isVisible() and "王小明" in worklist.empty.text())

    with qtbot.waitSignal(worklist.register_requested) as asked:
        worklist.empty.button.click()

    assert asked.args == ["王小明"]


@pytest.mark.usefixtures("people")
def test_arrow_keys_move_in_the_list_and_letters_go_to_the_search(
    qtbot: QtBot, worklist: WorklistPage
) -> None:
    worklist.refresh()
    worklist.choose_scope(Scope.ALL)
    qtbot.waitUntil(lambda: len(names(worklist)) == 2)

    worklist.move_by(1)
    assert worklist.table.currentIndex().row() == 1
    worklist.move_by(1)
    assert worklist.table.currentIndex().row() == 1
    with qtbot.waitSignal(worklist.typed) as typed:
        qtbot.keyClicks(worklist.table, "c")
    assert typed.args == ["c"]


@pytest.mark.usefixtures("people")
@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_a_cell_that_is_cut_can_be_read_whole(qtbot: QtBot, worklist: WorklistPage) -> None:
    worklist.refresh()
    qtbot.waitUntil(lambda: names(worklist) == [NAME])
    worklist.table.setColumnWidth(0, 60)
    where = worklist.table.visualRect(worklist.model.index(0, 0)).center()

    QApplication.sendEvent(
        worklist.table.viewport(),
        QHelpEvent(QEvent.Type.ToolTip, where, worklist.table.viewport().mapToGlobal(where)),
    )

    qtbot.waitUntil(lambda: NAME in QToolTip.text())


@pytest.mark.usefixtures("people")
def test_hidden_names_are_masked_in_the_list(
    qtbot: QtBot, context: UiContext, worklist: WorklistPage
) -> None:
    worklist.refresh()
    qtbot.waitUntil(lambda: names(worklist) == [NAME])
    shown = worklist.model.index(0, 0)
    assert NAME in str(shown.data())

    context.hide_names(True)

    assert NAME not in str(worklist.model.index(0, 0).data())


def test_a_patient_with_open_questions_looks_unknown_in_the_list(
    qtbot: QtBot, services: Services, people: tuple[int, int], worklist: WorklistPage
) -> None:
    services.visits.record(one_result(people[1], "1.1"))
    worklist.refresh()
    worklist.choose_scope(Scope.ALL)
    qtbot.waitUntil(lambda: len(names(worklist)) == 2)

    row = names(worklist).index("示範 病人乙")

    assert worklist.model.rows[row].status != "confirmed"
    image = worklist.table.viewport().grab().toImage()
    box = worklist.table.visualRect(worklist.model.index(row, 1))
    drawn = {image.pixelColor(x, box.center().y()).name() for x in range(box.left(), box.right())}
    assert theme.UNKNOWN_GROUND in drawn
