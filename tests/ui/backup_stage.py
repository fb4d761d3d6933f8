"""Give the window's backups a record to copy, and spoil files as disks do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders import a_draft, a_registration
from ui.backup_watch import BackupWatch

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.services import Services
    from ui.context import UiContext


def a_visit(services: Services, number: int = 1) -> int:
    """Register somebody and record a visit."""
    patient_id = services.patients.register(a_registration(number))
    services.visits.record(a_draft(patient_id))
    return patient_id


def damage(path: Path) -> None:
    """Flip one bit in the middle of a file."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def a_watch(qtbot: QtBot, context: UiContext) -> BackupWatch:
    """Give a watch that looks when it is told to, and not by itself."""
    watch = BackupWatch(context, context)
    watch.start()
    watch.first.stop()
    watch.timer.stop()
    qtbot.waitUntil(lambda: not context.copies.busy)
    return watch
