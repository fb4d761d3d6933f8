"""List who would change group under the rules in force: ``main.py drift --db PATH``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from desktop_app.commands.records import add_db, opened
from desktop_app.domain.catalogue import LANGUAGES

if TYPE_CHECKING:
    import argparse


def add_parser(commands: Any) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "drift", help="list who would change group under the rules in force"
    )
    add_db(parser)
    parser.add_argument("--lang", choices=LANGUAGES, default="en")
    parser.add_argument("--format", choices=("json", "text"), default="json")
    parser.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Compare every stored assessment with what the rules in force conclude; change none.

    Raises:
        InputError: the path or the passphrase cannot be used.
        StorageError: the record cannot be opened.
    """
    from desktop_app.exchange.drift import drift_text
    from desktop_app.exchange.drift_prose import drift_prose

    with opened(asked.db) as services:
        report = services.drift.report()
        wording = services.wordings[asked.lang]
    if asked.format == "json":
        sys.stdout.write(drift_text(report))
    else:
        sys.stdout.write(drift_prose(report, wording))
    return 0
