"""Test events: entered by keyboard, with what the note should say, and their plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.domain.errors import FieldError
from desktop_app.domain.visit import DraftEvent
from desktop_app.domain.visit_form import EVENTS, PLANNED_EVENTS
from tests.ui.entry_stage import EMPTY, FULL, KPD, TRANSPLANT, press, unfold
from tests.ui.ime import commit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.panels.entry import EntryPanel
    from ui.widgets.entry.treatment.event_list import EventEditor


def begin(entry: EntryPanel) -> EventEditor:
    """Add an event by keyboard."""
    unfold(entry, entry.parts.events)
    press(entry.parts.events.add, Qt.Key.Key_Space)
    return entry.parts.events.editors[-1]


def test_a_transplant_is_entered_by_keyboard_as_part_of_the_running_plan(
    qtbot: QtBot, entry: EntryPanel
) -> None:
    entry.show_known([], [], [], [KPD], [TRANSPLANT])
    editor = begin(entry)
    with qtbot.waitSignal(entry.edited):
        press(editor.event_code, Qt.Key.Key_Down)
    press(editor.event_code, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert entry.focusWidget() is editor.day.line
    commit(editor.day.line, "2026-10")
    press(editor.day.line, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert entry.focusWidget() is editor.note
    commit(editor.note, "第二次")

    assert entry.draft().events == (DraftEvent("auto_hsct", "2026-10", "2", "第二次"),)


def test_the_note_asks_for_what_matters_and_only_what_is_given_asks_for_its_plan(
    entry: EntryPanel,
) -> None:
    editor = begin(entry)
    asked = {}
    for place, code in enumerate(EVENTS, start=1):
        editor.event_code.setCurrentIndex(place)
        editor.event_code.activated.emit(place)
        asked[code] = editor.note.placeholderText()
        assert editor.plan.isVisible() == (code in PLANNED_EVENTS)

    assert asked["radiotherapy"] == "Site and dose"
    assert asked["car_t"] == "Product"


def test_events_on_record_are_said_and_never_entered(entry: EntryPanel) -> None:
    entry.show_known([], [], [], [], [TRANSPLANT])

    assert "2023-10 Autologous transplant, plan 2" in entry.parts.events._past.text()
    assert entry.draft() == EMPTY


def test_a_wrong_day_is_said_beside_its_event_and_an_event_can_be_removed(
    qtbot: QtBot, entry: EntryPanel
) -> None:
    entry.show_draft(FULL, None)

    entry.show_problems((FieldError("events.1.date", "required"),), focus=True)

    editor = entry.parts.events.editors[1]
    assert entry.focusWidget() is editor.day.line
    assert editor.message.isVisible()
    with qtbot.waitSignal(entry.edited):
        press(editor.remove, Qt.Key.Key_Space)
    assert entry.draft().events == FULL.events[:1]
    assert entry.focusWidget() is entry.parts.events.add
