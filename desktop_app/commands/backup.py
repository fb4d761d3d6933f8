"""Back the record up: ``main.py backup --db PATH [--to FOLDER]``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.commands.records import add_db, opened
from desktop_app.domain.errors import InputError

if TYPE_CHECKING:
    import argparse


def add_parser(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser("backup", help="back the record up, and read the copy back")
    add_db(parser)
    parser.add_argument(
        "--to", type=Path, metavar="FOLDER", help="put the backup into this folder too"
    )
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Make a backup and say where it is.

    Raises:
        InputError: the path, the passphrase or the second place cannot be used.
        Refusal: who opens the record may not back it up.
        StorageError: the record cannot be opened or copied.
    """
    with opened(asked.db) as services:
        made = services.safety.back_up(asked.to)
    row = made.row
    sys.stdout.write(f"{row.path}: {row.patients} patients, {row.visits} visits\n")
    if made.second_problem is not None:
        raise InputError("--to", "a folder on a disk with room that can be written")
    return 0
