"""Test the keys that lead to a group of the entry, and what is carried over there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.partial_date import PartialDate
from desktop_app.domain.record import Finding
from tests.ui.entry_stage import EMPTY, finding_values

if TYPE_CHECKING:
    from ui.panels.entry import EntryPanel

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
ON = PartialDate("2026-08-20")


def test_at_the_ends_the_keys_stay(entry: EntryPanel) -> None:
    entry.focus_first()

    QTest.keyClick(entry, Qt.Key.Key_Up, CONTROL)
    assert entry.focusWidget() is entry.form.focus_order()[0]
    entry.note.setFocus()
    QTest.keyClick(entry, Qt.Key.Key_Down, CONTROL)

    assert entry.focusWidget() is entry.note


def test_a_key_opens_the_nerves_with_the_cursor_in_them(entry: EntryPanel) -> None:
    QTest.keyClick(entry, Qt.Key.Key_I, ALT)

    nerves = entry.parts.nerves
    assert nerves.isVisible()
    assert nerves.isAncestorOf(entry.focusWidget())
    assert "Alt+I" in entry.parts.folds[nerves].toolTip()


def test_what_protects_is_carried_over_once_it_is_confirmed(entry: EntryPanel) -> None:
    entry.show_last({"prophylaxis_vte": Finding(ON, "prophylaxis_vte", value=True)})
    tolerance = entry.parts.tolerance

    QTest.keyClick(entry, Qt.Key.Key_Q, ALT)
    assert tolerance.isVisible()
    assert tolerance.protection.chips["prophylaxis_vte"].property("kind") == "carried"
    assert entry.draft() == EMPTY
    QTest.keyClick(entry, Qt.Key.Key_A, ALT)

    assert finding_values(entry) == {"prophylaxis_vte": True}
    assert not tolerance.same.isVisible()
    QTest.keyClick(entry, Qt.Key.Key_A, ALT)
    assert entry.parts.poems.isVisible()
