"""Test lesions: entered by keyboard, offered from before, never copied by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.domain.visit import (
    DraftLesion,
)
from tests.ui.entry_stage import EMPTY, FULL, GONE, T10, press, unfold
from tests.ui.ime import commit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.panels.entry import EntryPanel


def test_a_lesion_is_entered_by_keyboard(qtbot: QtBot, entry: EntryPanel) -> None:
    lesions = entry.parts.lesions
    unfold(entry, lesions)
    press(lesions.add, Qt.Key.Key_Space)
    editor = lesions.editors[0]
    assert entry.focusWidget() is editor.lesion
    with qtbot.waitSignal(entry.edited):
        commit(editor.lesion, "第十胸椎")
    press(editor.lesion, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Down)
    press(editor.kind, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert entry.focusWidget() is editor.diameters
    commit(editor.diameters, "４２×３０")
    press(editor.diameters, Qt.Key.Key_Tab, Qt.Key.Key_Down)
    press(editor.modality, Qt.Key.Key_Tab)
    commit(editor.suv, "9.1")
    press(editor.suv, Qt.Key.Key_Tab, Qt.Key.Key_Y)
    press(editor.proven, Qt.Key.Key_Tab, Qt.Key.Key_N)
    press(editor.contiguous, Qt.Key.Key_Tab, Qt.Key.Key_Space)

    assert entry.draft().lesions == (
        DraftLesion(
            "第十胸椎",
            "plasmacytoma",
            contiguous_with_bone=False,
            biopsy_proven=True,
            diameters="42×30",
            suv_max="9.1",
            modality="ct",
            resolved=True,
        ),
    )
    assert editor.diameters.state == "known"


def test_a_row_of_which_nothing_is_entered_is_no_lesion(entry: EntryPanel) -> None:
    entry.parts.lesions.add.click()

    assert entry.draft() == EMPTY


def test_a_lesion_can_be_removed_by_keyboard(qtbot: QtBot, entry: EntryPanel) -> None:
    entry.show_draft(FULL, None)
    lesions = entry.parts.lesions
    unfold(entry, lesions)

    with qtbot.waitSignal(entry.edited):
        press(lesions.editors[0].remove, Qt.Key.Key_Space)

    assert entry.draft().lesions == FULL.lesions[1:]
    assert entry.focusWidget() is lesions.add


def test_known_lesions_are_offered_and_never_copied_by_themselves(entry: EntryPanel) -> None:
    entry.show_known([], [T10, GONE], [])

    lesions = entry.parts.lesions
    assert list(lesions.offers) == ["T10"]
    assert "42 x 30 mm" in lesions.offers["T10"].text()
    assert entry.draft() == EMPTY


def test_a_known_lesion_that_is_taken_up_keeps_its_size_open(
    qtbot: QtBot, entry: EntryPanel
) -> None:
    entry.show_known([], [T10], [])
    lesions = entry.parts.lesions
    unfold(entry, lesions)

    with qtbot.waitSignal(entry.edited):
        press(lesions.offers["T10"], Qt.Key.Key_Space)

    editor = lesions.editors[0]
    assert entry.focusWidget() is editor.diameters
    assert editor.diameters.placeholderText() == "42 x 30"
    assert not lesions.offers["T10"].isVisible()
    assert entry.draft().lesions == (
        DraftLesion(
            "T10", "plasmacytoma", "vertebra", contiguous_with_bone=True, biopsy_proven=True
        ),
    )

    editor.remove.click()
    assert lesions.offers["T10"].isVisible()


def test_an_open_lesion_is_where_its_biopsy_is_asked(entry: EntryPanel) -> None:
    entry.show_draft(FULL, None)

    entry.focus_field("lesion_biopsy")

    assert entry.focusWidget() is entry.parts.lesions.editors[0].proven
