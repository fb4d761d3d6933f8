"""Restore a backup to a new place: ``main.py restore BACKUP --db PATH``."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.commands.records import LOGIN_VARIABLE, add_db, passphrase, paths_of
from desktop_app.domain.errors import Refusal

if TYPE_CHECKING:
    import argparse


def add_parser(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("restore", help="restore a backup to a new place")
    parser.add_argument("backup", type=Path, metavar="BACKUP", help="the .db file of a backup")
    add_db(parser)
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Restore a backup where no record is; one that is there is restored in the window.

    Raises:
        InputError: the path or the passphrase cannot be used.
        Refusal: ``record_exists`` or ``backup_not_whole``.
        StorageError: the backup does not open, or the disk refuses.
    """
    from desktop_app.bootstrap import build_services
    from desktop_app.services.clinic import RecordState
    from desktop_app.services.clock import Clock

    services = build_services(paths_of(asked.db, new=True), Clock())
    if services.clinic.state() is not RecordState.ABSENT:
        raise Refusal("record_exists")
    login = os.environ.get(LOGIN_VARIABLE, "")
    report = services.safety.restore(asked.backup.absolute(), passphrase(), login)
    services.clinic.lock()
    rows = report.rows
    sys.stdout.write(
        f"{services.clinic.location()}: {rows.get('patient', 0)} patients,"
        f" {rows.get('visit', 0)} visits\n"
    )
    return 0
