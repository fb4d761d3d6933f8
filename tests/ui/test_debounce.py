"""Test that waiting for a pause ends also where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.debounce import Debounce

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")
NEVER_MS = 60_000


def test_it_comes_due_once_typing_pauses(qtbot: QtBot) -> None:
    wait = Debounce(10, NEVER_MS)

    with qtbot.waitSignal(wait.due):
        wait.touch()

    assert not wait.waiting


def test_it_comes_due_while_typing_goes_on(qtbot: QtBot) -> None:
    wait = Debounce(NEVER_MS, 10)

    with qtbot.waitSignal(wait.due):
        wait.touch()
        wait.touch()

    assert not wait.waiting


def test_flushing_comes_due_at_once_and_only_if_something_waits(qtbot: QtBot) -> None:
    wait = Debounce(NEVER_MS, NEVER_MS)
    wait.touch()

    with qtbot.waitSignal(wait.due):
        wait.flush()
    with qtbot.assertNotEmitted(wait.due):
        wait.flush()


def test_what_was_cancelled_never_comes_due(qtbot: QtBot) -> None:
    wait = Debounce(NEVER_MS, NEVER_MS)
    wait.touch()
    wait.cancel()

    with qtbot.assertNotEmitted(wait.due):
        wait.flush()
