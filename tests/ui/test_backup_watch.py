"""Test the watch over backups and its chip: real copies of a real record, past the writer."""

from __future__ import annotations

from datetime import timedelta
from threading import Event
from typing import TYPE_CHECKING

import pytest

from tests.ui.backup_stage import a_visit, a_watch, damage
from ui.second_place import keep_second_place, second_place
from ui.widgets.backup_chip import BackupChip

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.paths import Paths
    from desktop_app.services import Services
    from desktop_app.services.clock import FixedClock
    from ui.backup_watch import BackupWatch
    from ui.context import UiContext


@pytest.fixture
def watch(qtbot: QtBot, context: UiContext, services: Services) -> BackupWatch:
    """Give a watch over a record with one visit."""
    a_visit(services)
    return a_watch(qtbot, context)


@pytest.fixture
def chip(qtbot: QtBot, context: UiContext, watch: BackupWatch) -> BackupChip:
    """Give the chip of the top bar."""
    made = BackupChip(context, watch)
    qtbot.addWidget(made)
    made.retranslate()
    return made


def test_the_backup_that_is_due_is_made_and_a_second_one_is_not(
    qtbot: QtBot, watch: BackupWatch, services: Services
) -> None:
    with qtbot.waitSignal(watch.made):
        watch.look()
    qtbot.waitUntil(lambda: len(watch.rows) == 1)

    watch.back_up_if_due()
    qtbot.waitUntil(lambda: not watch.busy)

    assert len(services.safety.backups()) == 1
    assert watch.problem is None


def test_a_backup_does_not_wait_for_the_writer(
    qtbot: QtBot, context: UiContext, watch: BackupWatch
) -> None:
    gate = Event()
    context.tasks.run(gate.wait, owner=watch)

    with qtbot.waitSignal(watch.made):
        watch.back_up_now()

    assert context.tasks.busy
    gate.set()
    qtbot.waitUntil(lambda: not context.tasks.busy)


def test_a_backup_that_is_stopped_leaves_nothing(
    qtbot: QtBot, watch: BackupWatch, services: Services, chip: BackupChip
) -> None:
    gate = Event()
    watch._context.copies.run(gate.wait, owner=watch)
    watch.back_up_now()
    watch.back_up_now()  # a second one is not begun beside the first
    assert "Backing up" in chip.text()

    with qtbot.waitSignal(watch.failed):
        watch.stop_copying()
        gate.set()

    assert services.safety.backups() == ()
    assert "No backup yet" in chip.text()


def test_the_chip_tells_the_age_and_warns_after_two_days(
    qtbot: QtBot, watch: BackupWatch, chip: BackupChip, clock: FixedClock
) -> None:
    assert chip.text() == "▲ No backup yet"
    with qtbot.waitSignal(watch.made):
        watch.back_up_now()
    qtbot.waitUntil(lambda: bool(watch.rows))
    assert chip.text() == "Backup just now"

    clock.advance(timedelta(hours=3))
    chip.retranslate()
    assert chip.text() == "Backup 3 h ago"

    clock.advance(timedelta(days=2))
    chip.retranslate()
    assert chip.text() == "▲ Backup 2 days ago"

    clock.advance(-timedelta(days=9))
    chip.retranslate()
    assert chip.text() == "▲ Backup dated in the future"


def test_a_second_place_that_refuses_is_told_until_it_takes_a_copy(
    qtbot: QtBot, watch: BackupWatch, chip: BackupChip, context: UiContext, tmp_path: Path
) -> None:
    blocked = tmp_path / "stick"
    blocked.write_text("a file where a folder should be")
    keep_second_place(context.settings, str(blocked / "backups"))
    with qtbot.waitSignal(watch.made):
        watch.back_up_now()
    qtbot.waitUntil(lambda: "Second place failed" in chip.text())

    blocked.unlink()
    blocked.mkdir()
    with qtbot.waitSignal(watch.made):
        watch.back_up_now()

    qtbot.waitUntil(lambda: chip.text() == "Backup just now")
    assert second_place(context.settings) == blocked / "backups"
    assert list((blocked / "backups").glob("*.slip"))


def test_a_damaged_record_is_noticed_and_its_backup_fails_aloud(
    qtbot: QtBot, watch: BackupWatch, chip: BackupChip, services: Services, paths: Paths
) -> None:
    services.clinic.lock()
    damage(paths.record)
    services.clinic.unlock("correct horse 通行")

    with qtbot.waitSignal(watch.unsound) as unsound:
        watch.look()

    assert unsound.args == ["record_damaged"]
    qtbot.waitUntil(lambda: "Backup failed" in chip.text())
    assert services.safety.backups() == ()


def test_damage_that_any_call_meets_makes_the_watch_look(
    qtbot: QtBot, watch: BackupWatch, context: UiContext, services: Services, paths: Paths
) -> None:
    services.clinic.lock()
    damage(paths.record)
    services.clinic.unlock("correct horse 通行")

    with qtbot.waitSignal(watch.unsound):
        context.tasks.damaged.emit()

    watch.stop()
    context.tasks.damaged.emit()
    watch.back_up_if_due()
    assert not context.copies.busy


def test_a_lock_meanwhile_is_no_fault_of_the_backups(
    qtbot: QtBot, watch: BackupWatch, chip: BackupChip, services: Services
) -> None:
    services.clinic.lock()

    watch.look()

    qtbot.waitUntil(lambda: not watch._context.copies.busy)
    assert watch.problem is None
    assert "No backup yet" in chip.text()


def test_a_press_on_the_chip_leads_to_the_backups(qtbot: QtBot, chip: BackupChip) -> None:
    with qtbot.waitSignal(chip.wanted):
        chip.click()


def test_the_chip_follows_the_language(chip: BackupChip, context: UiContext) -> None:
    context.languages.use("zh-TW")

    chip.retranslate()

    assert chip.text() == "▲ 尚無備份"
