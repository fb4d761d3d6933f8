"""Test the keys that lead into the parts of the entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.pages.patient import PatientPage


@pytest.mark.parametrize(
    ("letter", "part"), [(Qt.Key.Key_X, "treatments"), (Qt.Key.Key_J, "events")]
)
def test_a_key_opens_the_treatment_and_the_events_where_typing_begins(
    qtbot: QtBot, page: PatientPage, letter: Qt.Key, part: str
) -> None:
    rows = getattr(page.entry.parts, part)

    for _ in range(2):
        qtbot.keyClick(page, letter, Qt.KeyboardModifier.AltModifier)

    assert rows.isVisible()
    (row,) = rows.editors
    assert page.focusWidget() is row.focus_order()[0]
